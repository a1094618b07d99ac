// The threads of a large picture, painted: only those in the window, each at the place where its ends are now.

const strokes = new Map();
/** So much is painted above and below the window: more where it needn't be painted again at every step. */
const AROUND = { moving: 64, still: 420 };

/** How the style sheet draws a thread, or the end of one, of a class and goal. Asked once for each theme. */
function strokeOf(cls, goal, shape = "path") {
  const key = `${isDark()} ${cls} ${goal || ""}`;
  if (!strokes.has(key)) {
    const probe = s(shape, { class: `${cls} ${goalClass(goal)}` });
    columnsView.river.append(probe);
    const style = getComputedStyle(probe);
    strokes.set(key, {
      fill: style.fill,
      color: style.stroke,
      width: parseFloat(style.strokeWidth) || 1,
      opacity: Number(style.opacity),
      dash: (style.strokeDasharray.match(/[\d.]+/g) || []).map(Number),
      cap: style.strokeLinecap,
    });
    probe.remove();
  }
  return strokes.get(key);
}

/** From where to where a thread reaches up and down; a given path names every height that it touches. */
function reachOf(link) {
  if (!link.reach) {
    const heights = link.at
      ? [link.at[1], link.at[3]]
      : [...link.d.matchAll(/[MLC ][-\d.]+ ([-\d.]+)/g)].map((one) => Number(one[1]));
    link.reach = [Math.min(...heights), Math.max(...heights)];
  }
  return link.reach;
}

/** Paint again where the window has left what is painted; at every step where one side goes along. */
function keepRiver() {
  const { root, scene, painting } = columnsView;
  const [dx, dy] = [root.scrollLeft - painting.left, root.scrollTop - painting.top];
  if (scene.drift ? dx || dy : dx || Math.abs(dy) > AROUND.still - 40) paintRiver();
}

/** Paint what the window shows and a little around it; what is lifted lies on top. */
function paintRiver() {
  const { root, scene, canvas } = columnsView;
  columnsView.painting = { left: root.scrollLeft, top: root.scrollTop };
  const around = scene.drift ? AROUND.moving : AROUND.still;
  const width = Math.min(scene.width, root.clientWidth);
  const height = Math.min(scene.height, root.clientHeight + 2 * around);
  const left = Math.min(root.scrollLeft, scene.width - width);
  const top = Math.max(0, Math.min(root.scrollTop - around, scene.height - height));
  const ratio = Math.min(2, devicePixelRatio || 1);
  const [wide, high] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    Object.assign(canvas, { width: wide, height: high });
    canvas.style.width = `${wide / ratio}px`;
    canvas.style.height = `${high / ratio}px`;
  }
  canvas.style.transform = `translate(${left}px, ${top}px)`;
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width + 1, height + 1);
  pen.setTransform(ratio, 0, 0, ratio, -left * ratio, -top * ratio);
  const drift = scene.drift ? { [scene.drift.side]: driftNow() } : {};
  const shiftOf = (link, end) => drift[link.sides ? link.sides[end] : "right"] || 0;
  const shown = scene.links.filter((link) => isInWindow(link, shiftOf, [top, top + height]));
  paintThreads(pen, shown.filter((link) => !link.casing), shiftOf);
  if (columnsView.liftedEnds) paintLifted(pen, shown.filter(isLifted), shiftOf);
  for (const link of shown) if (link.casing) paintCased(pen, link);
  for (const link of shown) paintEnds(pen, link, shiftOf(link, 1));
  pen.globalAlpha = 1;
}

/** From so many threads on, only those are painted that reach something in the window: the others run past it. */
const CROWD = 200;

function isInWindow(link, shiftOf, [top, bottom]) {
  const [from, to] = link.at ? [link.at[1] + shiftOf(link, 0), link.at[3] + shiftOf(link, 1)] : reachOf(link);
  const near = (y) => y >= top && y <= bottom;
  if (columnsView.scene.links.length > CROWD && link.at && !isLifted(link))
    return near(to) || (!link.sides && near(from));
  return Math.max(from, to) >= top && Math.min(from, to) <= bottom;
}

/** Threads of one look after one another, so that the look is taken up once; faded ones lie lowest. */
function paintThreads(pen, links, shiftOf) {
  const looks = new Map();
  for (const link of links) {
    const look = link.faded ? "t dim" : `${link.cls}|${link.goal || ""}|${link.width || ""}`;
    if (!looks.has(look)) looks.set(look, []);
    looks.get(look).push(link);
  }
  for (const same of [...looks.values()].sort((a, b) => b[0].faded - a[0].faded)) {
    const [{ cls, goal, faded, width }] = same;
    takeUp(pen, faded ? strokeOf("t dim") : strokeOf(cls, goal), faded ? 0 : width);
    for (const link of same) paintThread(pen, link, shiftOf);
  }
}

function takeUp(pen, look, width = 0) {
  pen.strokeStyle = look.color;
  pen.lineWidth = width || look.width;
  pen.globalAlpha = look.opacity;
  pen.lineCap = look.cap;
  pen.setLineDash(look.dash);
}

function paintThread(pen, link, shiftOf) {
  if (!link.at) {
    link.path ??= new Path2D(link.d);
    return pen.stroke(link.path);
  }
  const [x1, y1, x2, y2] = link.at;
  const [down, over] = [shiftOf(link, 0), shiftOf(link, 1)];
  const [from, to] = [y1 + down, y2 + over];
  const [near, far] = link.via || [y1, y2];
  pen.beginPath();
  pen.moveTo(x1, from);
  if (Math.abs(from - to) < 0.05) pen.lineTo(x2, to);
  else pen.bezierCurveTo((x1 + x2) / 2, near + down, (x1 + x2) / 2, far + over, x2, to);
  return pen.stroke();
}

function paintLifted(pen, links, shiftOf) {
  for (const link of links) {
    takeUp(pen, strokeOf(`${link.cls} lifted`, link.goal));
    paintThread(pen, link, shiftOf);
  }
}

/** A thread that keeps clear of those that it crosses. */
function paintCased(pen, link) {
  link.path ??= new Path2D(pathOf(link));
  takeUp(pen, strokeOf("casing"));
  pen.stroke(link.path);
  takeUp(pen, strokeOf(link.cls, link.goal), link.width);
  pen.stroke(link.path);
}

/** Dots, rings, crosses and chips. */
function paintEnds(pen, { dot, ring, cross, chip, goal, faded }, shift) {
  if (dot && !faded) disc(pen, dot[0], dot[1] + shift, 3, strokeOf("end", goal, "circle"));
  if (ring) disc(pen, ring[0], ring[1] + shift, 3.6, strokeOf(goal ? "ring" : "ring grey", goal, "circle"), true);
  if (cross) {
    const [x, y] = [cross[0], cross[1] + shift];
    takeUp(pen, strokeOf("cross"));
    pen.beginPath();
    pen.moveTo(x - 3.5, y - 3.5);
    pen.lineTo(x + 3.5, y + 3.5);
    pen.moveTo(x + 3.5, y - 3.5);
    pen.lineTo(x - 3.5, y + 3.5);
    pen.stroke();
  }
  if (chip) paintChip(pen, chip, goal);
}

function disc(pen, x, y, radius, look, outlined = false) {
  pen.globalAlpha = 1;
  pen.fillStyle = look.fill;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 7);
  pen.fill();
  if (!outlined) return;
  takeUp(pen, look);
  pen.stroke();
}

function paintChip(pen, chip, goal) {
  const width = chipWidth(chip);
  const colours = strokeOf("chip-colours", goal, "rect");
  takeUp(pen, strokeOf("casing"), 4);
  pen.beginPath();
  pen.roundRect(chip.x - width / 2, chip.y - 8.5, width, 17, 3);
  pen.stroke();
  pen.fillStyle = colours.fill;
  pen.fill();
  pen.fillStyle = colours.color;
  pen.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
  pen.textAlign = "center";
  pen.fillText(chip.text, chip.x, chip.y + 4);
}
