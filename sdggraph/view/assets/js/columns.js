// Drawing a scene of columns: things keep their element from one scene to the next, so that they can move.

const columnsView = { elements: new Map(), root: null };

function makeColumns() {
  const heads = h("div", { class: "heads" });
  const river = s("svg", { class: "river", "aria-hidden": "true" });
  const canvas = h("canvas", { class: "painting", "aria-hidden": "true", hidden: true });
  const drifting = h("div", { class: "drifting" });
  const plane = h("div", { class: "plane" }, river, canvas, drifting);
  const scroller = h("div", { class: "scroller", id: "picture", tabindex: "0", role: "group" }, heads, plane);
  Object.assign(columnsView, { root: scroller, heads, river, canvas, drifting, plane, elements: new Map() });
  plane.addEventListener("pointerover", hoverThread);
  plane.addEventListener("pointerleave", () => liftThreads(null));
  scroller.addEventListener("scroll", onColumnsScroll, { passive: true });
  scroller.addEventListener("wheel", zoomByWheel, { passive: false });
  panByDrag(scroller);
  return h("div", { class: "columns" }, scroller, makeMap());
}

/** Draw the scene that the state asks for. */
function drawColumns() {
  const { root } = columnsView;
  const anchor = anchorInSight();
  const height = root.clientHeight - (isWaiting ? 54 : 30);
  let scene = sceneOf(columnsRoom(), height);
  const mapped = needsMap(scene, height);
  if (mapped) scene = sceneOf(columnsRoom() - MAP.room, height);
  frame.body.classList.toggle("mapped", mapped);
  scene.drift = driftOf(scene, height);
  drawScene(scene, anchor);
  drawMap(mapped);
  return scene;
}

function columnsRoom() {
  return columnsView.root.parentNode.clientWidth;
}

function sceneOf(width, height) {
  if (isWaiting) return waitingScene(width, height);
  return state.node !== null && currentThread() ? traceScene(width, height) : overviewScene(width, height);
}

function drawScene(scene, anchor) {
  const { heads, plane, river, root } = columnsView;
  const lit = scene.thread ? null : litNodes();
  plane.style.width = `${scene.width}px`;
  plane.style.height = `${scene.height}px`;
  heads.style.width = `${scene.width}px`;
  heads.classList.toggle("double", Boolean(scene.levels));
  refill(heads, (scene.levels || []).map(levelHead), scene.heads.map((head, place) => columnHead(head, scene.heads[place + 1]?.x ?? scene.width)));
  river.setAttribute("width", scene.width);
  river.setAttribute("height", scene.height);
  const much = scene.things.length + scene.links.length > MUCH;
  for (const link of scene.links) link.faded = Boolean(lit && link.ends && !link.ends.every((i) => lit.lit.has(i)));
  Object.assign(columnsView, { scene, lit, much, painted: much || Boolean(scene.drift), drawn: null, top: null });
  if (anchor) keepAnchor(scene, anchor, root);
  drawWindow();
}

/** What stands at the top of the window, so that it still does when the picture is drawn larger or smaller. */
function anchorInSight() {
  const { root, scene } = columnsView;
  if (!scene || scene.thread || !root.scrollTop || columnsView.elements.size === 0) return null;
  const at = root.scrollTop + 60;
  const thing = scene.things.find(
    (one) => one.i !== undefined && one.i !== null && one.side !== "left" && one.y <= at && one.y + one.h > at,
  );
  return thing ? { i: thing.i, offset: (at - thing.y) / thing.h } : null;
}

function keepAnchor(scene, { i, offset }, root) {
  const thing = scene.thread ? null : scene.things.find((one) => one.i === i && one.side !== "left");
  if (thing) root.scrollTop = thing.y + thing.h * offset - 60;
}

function columnHead({ x, key, total }, end) {
  const head = h("div", {}, h("h2", {}, t(key)), total === undefined ? null : `\u2002${number(total)}`);
  head.style.left = `${x}px`;
  head.style.maxWidth = `${end - x - 4}px`;
  head.title = head.textContent;
  return head;
}

function levelHead({ x, w, text }) {
  const head = h("div", { class: "level" }, text);
  head.style.left = `${x}px`;
  head.style.width = `${w}px`;
  return head;
}

/** Put the things of the window into the picture; those that are there already stay as they are. */
function placeThings(scene, things, lit) {
  const { plane, drifting, elements } = columnsView;
  const moves = elements.size > 0 && !columnsView.still && columnsView.drawn !== scene;
  if (columnsView.drawn !== scene) plane.classList.toggle("moving", moves);
  const before = new Set(elements.keys());
  const fresh = [];
  const fragments = [document.createDocumentFragment(), document.createDocumentFragment()];
  for (const thing of things) {
    before.delete(thing.key);
    let element = elements.get(thing.key);
    if (element && columnsView.drawn === scene) continue; // only scrolled
    const drifts = Boolean(scene.drift && thing.side === scene.drift.side);
    if (!element) {
      element = h("div", { class: moves ? "thing new" : "thing" });
      elements.set(thing.key, element);
      fragments[Number(drifts)].append(element);
      fresh.push(element);
    } else if ((element.parentNode === drifting) !== drifts) (drifts ? drifting : plane).append(element);
    element.style.transform = `translate(${round(thing.x)}px, ${round(thing.y)}px)`;
    element.style.width = `${round(thing.w)}px`;
    element.style.height = `${round(thing.h)}px`;
    const made = ((scene.makers && scene.makers[thing.type]) || MAKERS[thing.type])(thing);
    if (lit && isFaded(thing, lit)) made.classList.add("dim");
    element.replaceChildren(made);
  }
  for (const key of before) {
    if (columnsView.drawn === scene && elements.get(key).contains(document.activeElement)) continue;
    elements.get(key).remove();
    elements.delete(key);
  }
  plane.append(fragments[0]);
  drifting.append(fragments[1]);
  if (moves && fresh.length) requestAnimationFrame(() => fresh.forEach((element) => element.classList.remove("new")));
}

/** Whether nothing of a thing is lit. */
function isFaded(thing, { lit, hits }) {
  if (thing.type === "await" || thing.type === "track") return false;
  if (thing.leaves) return !thing.leaves.some((i) => hits.has(i));
  if (thing.list) return !thing.list.some((i) => lit.has(i));
  if (thing.type === "objectives") return !thing.band.rows.some((i) => lit.has(i));
  return thing.i === undefined || thing.i === null
    ? thing.type !== "tray" || !layout.orphans.some((i) => hits.has(i))
    : !lit.has(thing.i);
}

/** Pointing at a node lifts its threads out of the river. */
function hoverThread(event) {
  const target = event.target.closest("[data-i]");
  liftThreads(target && !columnsView.scene.thread ? Number(target.dataset.i) : null);
}

function liftThreads(i) {
  if (columnsView.lifted === i) return;
  columnsView.lifted = i;
  const band = bandOf.get(i);
  columnsView.liftedEnds =
    i === null ? null : new Set([i, ...below(i, "Target"), ...(band && band.node === i ? band.rows : [])]);
  if (columnsView.painted) return paintRiver();
  for (const link of columnsView.links || [])
    for (const part of link.parts || [])
      if (part.classList.contains("t")) part.classList.toggle("lifted", isLifted(link));
}

function isLifted({ ends }) {
  const lifted = columnsView.liftedEnds;
  return Boolean(lifted && ends && ends.some((i) => lifted.has(i)));
}

/** Dragging the ground moves the picture. */
function panByDrag(scroller) {
  let from = null;
  scroller.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("button, .heads, a, input")) return;
    from = { x: event.clientX + scroller.scrollLeft, y: event.clientY + scroller.scrollTop };
    scroller.setPointerCapture(event.pointerId);
    scroller.classList.add("panning");
  });
  scroller.addEventListener("pointermove", (event) => {
    if (!from) return;
    scroller.scrollLeft = from.x - event.clientX;
    scroller.scrollTop = from.y - event.clientY;
  });
  for (const end of ["pointerup", "pointercancel"])
    scroller.addEventListener(end, () => {
      from = null;
      scroller.classList.remove("panning");
    });
}

/** Turning the wheel with Ctrl held, or pinching, goes a level nearer or farther. */
function zoomByWheel(event) {
  if (!event.ctrlKey) return;
  event.preventDefault();
  if (isWaiting || columnsView.scene.thread || event.timeStamp - (zoomByWheel.last || 0) < 250) return;
  zoomByWheel.last = event.timeStamp;
  const level = LEVELS[LEVELS.indexOf(state.level) + (event.deltaY < 0 ? 1 : -1)];
  if (level) update({ level }, false);
}
