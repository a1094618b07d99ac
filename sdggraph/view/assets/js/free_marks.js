// The marks and names of the free view: shapes by kind as in the legend, and no name on another.

const freePaths = new Map();

function freePath(kind) {
  if (!freePaths.has(kind)) freePaths.set(kind, new Path2D(KIND_PATHS[kind]));
  return freePaths.get(kind);
}

/** Draws a node's mark, twelve units wide as in the legend, and its name below. */
function freeMark(kind, face) {
  return ({ ctx, x, y, style, label }) => {
    const scale = style.size / 5.5;
    const draw = () => {
      ctx.save();
      ctx.translate(x - 6 * scale, y - 6 * scale);
      ctx.scale(scale, scale);
      ctx.fillStyle = style.color;
      ctx.fill(freePath(kind));
      if (style.borderWidth) {
        ctx.strokeStyle = style.borderColor;
        ctx.lineWidth = style.borderWidth / scale;
        ctx.stroke(freePath(kind));
      }
      ctx.restore();
    };
    const name = () => drawFreeName(ctx, label, x, y + style.size + 4, face);
    return {
      drawNode: draw,
      drawExternalLabel: label ? name : undefined,
      nodeDimensions: { width: 12 * scale, height: 12 * scale },
    };
  };
}

function drawFreeName(ctx, label, x, top, { size, color, face, strokeWidth, strokeColor }) {
  ctx.save();
  Object.assign(ctx, { font: `${size}px ${face}`, textAlign: "center", textBaseline: "top", lineJoin: "round" });
  Object.assign(ctx, { fillStyle: color, strokeStyle: strokeColor, lineWidth: strokeWidth });
  label.split("\n").forEach((line, at) => {
    ctx.strokeText(line, x, top + at * size * 1.15);
    ctx.fillText(line, x, top + at * size * 1.15);
  });
  ctx.restore();
}

const NAME_ORDER = ["Target", "Objective", "Strategy", "Action", "Benefit", "Indicator"];

/** The nodes of a thread whose names have room below them: the one that is followed first, then from the goals down. */
function namesWithRoom(given, thread) {
  const at = new Map(given.map((node) => [node.id, node]));
  const rank = (i) => (i === thread.origin ? -1 : NAME_ORDER.indexOf(nodes[i].kind));
  const boxes = given.filter(({ id }) => FREE_LABELS.has(nodes[id].kind)).map(({ x, y }) => [x - 76, y - 32, x + 76, y + 32]);
  const named = new Set();
  for (const i of [...thread.nodes.keys()].filter((one) => at.has(one)).sort((a, b) => rank(a) - rank(b))) {
    if (FREE_LABELS.has(nodes[i].kind)) continue;
    const lines = wrap(`${nodes[i].number || ""} ${short(i)}`.trim(), 22).split("\n");
    const half = Math.max(...lines.map((line) => line.length)) * 5.2;
    const { x, y, size } = at.get(i);
    if (takeRoom(boxes, [x - half, y + size, x + half, y + size + lines.length * 22]) || i === thread.origin) named.add(i);
  }
  return named;
}

/** Whether a box lies on none of the others; then it is one of them. */
function takeRoom(boxes, box) {
  const free = boxes.every((one) => one[2] <= box[0] || box[2] <= one[0] || one[3] <= box[1] || box[3] <= one[1]);
  if (free) boxes.push(box);
  return free;
}

const LEAST_NAME = 11;

/** From far off, goals and then areas keep names of a size that can be read; where they have no room, their numbers. */
function drawFarNames(ctx) {
  const scale = free.net.getScale();
  if (18 * scale >= LEAST_NAME) return;
  const size = LEAST_NAME / scale;
  const boxes = [];
  const order = (node) => (nodes[node.id].kind === "Goal" ? 0 : 1);
  const shown = free.data.nodes.get({ filter: (node) => FREE_LABELS.has(nodes[node.id].kind) && !node.hidden });
  const sizeOf = (lines) => [
    Math.max(...lines.map((line) => ctx.measureText(line).width)) + size,
    (lines.length * 1.15 + 0.6) * size,
  ];
  const hasRoom = (lines, { x, y }) => {
    const [width, height] = sizeOf(lines);
    return takeRoom(boxes, [x - width / 2, y - height / 2, x + width / 2, y + height / 2]);
  };
  ctx.save();
  Object.assign(ctx, { font: `${size}px ${free.face}`, textAlign: "center", textBaseline: "middle" });
  for (const node of shown.sort((a, b) => order(a) - order(b))) {
    const number = nodes[node.id].number;
    const lines = [node.label.split("\n"), number ? [number] : []].find((one) => one.length && hasRoom(one, node));
    if (!lines) continue;
    const said = node.label.split("\n"); // a number alone covers the name that is too small to read
    const [wide, high] = sizeOf(lines);
    const width = Math.max(wide, Math.max(...said.map((line) => line.length)) * 10 + 18);
    const height = Math.max(high, said.length * 21 + 16);
    Object.assign(ctx, { fillStyle: node.color.background, strokeStyle: node.color.border, lineWidth: 1.5 / scale });
    ctx.beginPath();
    ctx.roundRect(node.x - width / 2, node.y - height / 2, width, height, 4 / scale);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = node.font.color;
    lines.forEach((line, at) => ctx.fillText(line, node.x, node.y + (at - (lines.length - 1) / 2) * size * 1.15));
  }
  ctx.restore();
}
