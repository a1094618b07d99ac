// A map of a picture that is larger than its window: where one is, where the findings are, and a way to go there.

const MAP = { room: 72, pad: 8, least: 1.4 };
const map = {};

function needsMap(scene, height) {
  return !isWaiting && !PHONE.matches && scene.height > height * MAP.least;
}

function makeMap() {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const port = h("div", { class: "port" });
  const root = h("div", { class: "map", hidden: true, role: "scrollbar", tabindex: "0" }, canvas, port);
  root.setAttribute("aria-controls", "picture");
  root.setAttribute("aria-orientation", "vertical");
  root.addEventListener("pointerdown", (event) => {
    root.setPointerCapture(event.pointerId);
    map.dragged = true;
    goToMapPoint(event);
  });
  root.addEventListener("pointermove", (event) => map.dragged && goToMapPoint(event));
  for (const end of ["pointerup", "pointercancel"]) root.addEventListener(end, () => (map.dragged = false));
  root.addEventListener("wheel", (event) => columnsView.root.scrollBy(0, event.deltaY), { passive: true });
  root.addEventListener("keydown", onMapKey);
  Object.assign(map, { root, canvas, port });
  return root;
}

/** Draw every thing of the scene as a mark of its colour, what is broken or chosen last. */
function drawMap(shown) {
  map.root.hidden = !shown;
  if (!shown) return;
  const { scene, lit } = columnsView;
  map.root.setAttribute("aria-label", t("ui.map"));
  map.width = map.root.clientWidth - 2 * MAP.pad;
  map.height = map.root.clientHeight - 2 * MAP.pad;
  const ratio = Math.min(2, devicePixelRatio || 1);
  Object.assign(map.canvas, { width: map.width * ratio, height: map.height * ratio });
  map.canvas.style.width = `${map.width}px`;
  map.canvas.style.height = `${map.height}px`;
  const pen = map.canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const palette = colours();
  const marks = scene.things.map((thing) => mapMark(thing, scene, lit, palette)).filter(Boolean);
  for (const [colour, alpha, box] of marks.sort((a, b) => a[3] - b[3])) {
    pen.fillStyle = colour;
    pen.globalAlpha = alpha;
    pen.fillRect(...box);
  }
  showWindowInMap();
}

const MAP_FORMS = { goal: "band", faintGoal: "band", area: "area", tracedArea: "area", faintArea: "area" };
const MAP_ROWS = new Set(["objective", "strategy", "indicator", "objectives", "strategies", "indicators"]);

/** A thing's colour, strength, place in the map, and rank: what matters is drawn last. */
function mapMark(thing, scene, lit, palette) {
  const form = MAP_FORMS[thing.type] || (MAP_ROWS.has(thing.type) || TRACE_MAKERS[thing.type] ? "row" : null);
  if (!form) return null;
  const faded = (lit && isFaded(thing, lit)) || thing.type.startsWith("faint");
  const chosen = lit && !faded && form === "row";
  const broken = form === "row" && !faded && standsFor(thing).some((i) => gapSets.broken.has(i) || worst(i) === "error");
  const stretch = scene.drift && thing.side === scene.drift.side ? scene.height / (scene.height - scene.drift.by) : 1;
  const wide = form === "band" ? thing.head || thing.w : thing.w;
  const colour = { band: palette.goals[nodes[thing.i]?.number], area: palette.line }[form] || palette.mark;
  return [
    broken ? palette.error : chosen ? palette.ink : colour,
    faded ? 0.15 : broken || chosen || form === "band" ? 1 : form === "area" ? 0.7 : 0.3,
    [
      (thing.x / scene.width) * map.width,
      ((thing.y * stretch) / scene.height) * map.height,
      Math.max(3, (wide / scene.width) * map.width - 1),
      Math.max(broken || chosen ? 2 : 0.6, ((thing.h * stretch) / scene.height) * map.height - 0.6),
    ],
    broken ? 2 : chosen ? 1 : 0,
  ];
}

/** The nodes that a thing shows, itself or gathered. */
function standsFor({ type, leaves, list, band, i }) {
  if (type === "objectives") return band.rows;
  return leaves || list || (i === undefined || i === null ? [] : [i]);
}

/** Mark the part of the map that the window shows. */
function showWindowInMap() {
  const { root, scene } = columnsView;
  if (!map.root || map.root.hidden || !map.height) return;
  const share = (value) => value / scene.height;
  const over = Math.max(1, scene.height - root.clientHeight);
  map.port.style.transform = `translate(${(root.scrollLeft / scene.width) * map.width}px, ${share(root.scrollTop) * map.height}px)`;
  map.port.style.width = `${Math.min(1, root.clientWidth / scene.width) * map.width}px`;
  map.port.style.height = `${Math.max(8, share(root.clientHeight) * map.height)}px`;
  map.root.setAttribute("aria-valuenow", String(Math.round((100 * Math.min(over, root.scrollTop)) / over)));
}

function goToMapPoint(event) {
  const { root, scene } = columnsView;
  const box = map.canvas.getBoundingClientRect();
  root.scrollTop = ((event.clientY - box.top) / box.height) * scene.height - root.clientHeight / 2;
  root.scrollLeft = ((event.clientX - box.left) / box.width) * scene.width - root.clientWidth / 2;
}

function onMapKey(event) {
  const { root, scene } = columnsView;
  const page = root.clientHeight * 0.9;
  const step = { ArrowUp: -page / 4, ArrowDown: page / 4, PageUp: -page, PageDown: page }[event.key];
  const side = { ArrowLeft: -120, ArrowRight: 120 }[event.key];
  const end = { Home: 0, End: scene.height }[event.key];
  if (step === undefined && side === undefined && end === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (end !== undefined) root.scrollTop = end;
  else root.scrollBy(side || 0, step || 0);
}
