// What of a scene is drawn: all of a small one; of a large one what the window shows, and on as it is scrolled.

/** A picture with more things and threads than this is drawn only around the window. */
const MUCH = 700;
/** So far beyond the window things are there already, and so far it is scrolled before more are put in. */
const BEYOND = 320;
const STEP = 120;

/** How the shorter side goes along as the longer one is scrolled, so that goals and areas both stay in sight. */
function driftOf(scene, height) {
  if (!scene.sides || scene.height <= height) return null;
  const { left, right } = scene.sides;
  if (Math.abs(left - right) < 80 || Math.min(left, right) < 40) return null;
  return { side: left < right ? "left" : "right", by: Math.abs(right - left), over: scene.height - height };
}

/** How far the side that goes along moves in the window for each step of the scrolling. */
function driftRate() {
  const { drift } = columnsView.scene;
  const rate = drift ? 1 - drift.by / drift.over : 1;
  return Math.abs(rate) < 0.02 ? 1 : rate;
}

/** How far the shorter side has gone along now. */
function driftNow() {
  const { scene, root, whole } = columnsView;
  if (!scene.drift || whole) return 0;
  return Math.round(scene.drift.by * Math.min(1, Math.max(0, root.scrollTop / scene.drift.over)));
}

/** Draw what lies in and around the window; all of it where that is little, or asked for. */
function drawWindow(whole = false) {
  const { root, scene, lit, river, canvas, much } = columnsView;
  const all = whole || !much;
  columnsView.whole = whole;
  columnsView.top = root.scrollTop;
  const range = all ? [-Infinity, Infinity] : [root.scrollTop - BEYOND, root.scrollTop + root.clientHeight + BEYOND];
  const drift = driftNow();
  const inside = (thing) => {
    const y = thing.y + (drift && thing.side === scene.drift.side ? drift : 0);
    return y + thing.h >= range[0] && y <= range[1];
  };
  const painted = columnsView.painted && !whole;
  if (columnsView.drawn !== scene || columnsView.wasPainted !== painted) drawLinks(river, painted ? [] : scene.links);
  columnsView.wasPainted = painted;
  canvas.hidden = !painted;
  placeThings(scene, all ? scene.things : scene.things.filter(inside), lit);
  columnsView.drawn = scene;
  if (painted) paintRiver();
  moveWithWindow();
}

/** What follows every step of the scrolling: the side that goes along, the threads, the names, the map. */
function moveWithWindow() {
  const { drifting, painted, whole } = columnsView;
  const drift = driftNow();
  drifting.style.transform = drift ? `translateY(${drift}px)` : "";
  if (painted && !whole) keepRiver();
  keepNamesInSight();
  showWindowInMap();
}

/** In bands higher than the window the name follows along, so that it is always known what one is in. */
function keepNamesInSight() {
  const { root, scene, elements } = columnsView;
  const drift = driftNow();
  scene.tall ??= scene.things.filter((thing) => (thing.type === "area" || thing.type === "goal") && thing.h >= 200);
  for (const thing of scene.tall) {
    const name = elements.get(thing.key)?.querySelector(".stick");
    if (!name) continue;
    const top = thing.y + (drift && thing.side === scene.drift.side ? drift : 0);
    name.style.transform = `translateY(${Math.min(Math.max(0, root.scrollTop - top), thing.h - 80)}px)`;
  }
}

/** After scrolling, draw on what has come into the window, without moving anything that is there. */
function onColumnsScroll() {
  const { root, scene, top, much } = columnsView;
  if (!scene) return;
  if (!much || Math.abs(root.scrollTop - top) < STEP) return moveWithWindow();
  drawWindow();
  if (!current || !current.isConnected) restoreStop(null, false);
}

/** The threads of a small picture as elements, each in its place. */
function drawLinks(river, links) {
  refill(
    river,
    links.map((link) => (link.parts = drawLink(link))),
  );
  columnsView.links = links;
}

function drawLink(link) {
  const parts = [];
  const d = pathOf(link);
  if (link.casing) parts.push(s("path", { class: "casing", d }));
  const path = s("path", { d, class: `${link.faded ? "t dim" : link.cls} ${goalClass(link.goal)}` });
  if (link.width && !link.faded) path.style.strokeWidth = link.width;
  parts.push(path);
  if (link.dot && !link.faded)
    parts.push(s("circle", { class: `end ${goalClass(link.goal)}`, cx: link.dot[0], cy: round(link.dot[1]), r: 3 }));
  if (link.ring)
    parts.push(
      s("circle", {
        class: `ring ${goalClass(link.goal)}${link.goal ? "" : " grey"}`,
        cx: link.ring[0],
        cy: round(link.ring[1]),
        r: 3.6,
      }),
    );
  if (link.cross) {
    const [x, y] = link.cross;
    parts.push(s("path", { class: "cross", d: `M${x - 3.5} ${y - 3.5}l7 7M${x + 3.5} ${y - 3.5}l-7 7` }));
  }
  if (link.chip) parts.push(laneChip(link));
  return parts;
}

function laneChip({ chip, goal }) {
  const width = chipWidth(chip);
  return s(
    "g",
    { class: `lane-chip ${goalClass(goal)}` },
    s("rect", { x: round(chip.x - width / 2), y: round(chip.y - 8.5), width: round(width), height: 17, rx: 3 }),
    s("text", { x: round(chip.x), y: round(chip.y + 4) }, chip.text),
  );
}

function chipWidth({ text }) {
  return 10 + text.length * 6.4;
}
