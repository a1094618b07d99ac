// Drawing a scene of columns: things keep their element from one scene to the next, so that they can move.

const columnsView = { elements: new Map(), root: null };

function makeColumns() {
  const heads = h("div", { class: "heads" });
  const river = s("svg", { class: "river", "aria-hidden": "true" });
  const plane = h("div", { class: "plane" }, river);
  const scroller = h("div", { class: "scroller", tabindex: "0", role: "group" }, heads, plane);
  Object.assign(columnsView, { root: scroller, heads, river, plane, elements: new Map() });
  plane.addEventListener("pointerover", hoverThread);
  plane.addEventListener("pointerleave", () => liftThreads(null));
  scroller.addEventListener("scroll", onColumnsScroll, { passive: true });
  panByDrag(scroller);
  return scroller;
}

/** Draw the scene that the state asks for. */
function drawColumns() {
  const { root } = columnsView;
  const width = root.clientWidth;
  const heads = isWaiting ? 54 : 30;
  const scene =
    state.node !== null && currentThread() && !isWaiting
      ? traceScene(width)
      : isWaiting
        ? waitingScene(width, root.clientHeight - heads)
        : overviewScene(width, root.clientHeight - heads);
  drawScene(scene);
  return scene;
}

function drawScene(scene) {
  const { heads, plane, river } = columnsView;
  const lit = scene.thread ? null : litNodes();
  plane.style.width = `${scene.width}px`;
  plane.style.height = `${scene.height}px`;
  heads.style.width = `${scene.width}px`;
  heads.classList.toggle("double", Boolean(scene.levels));
  refill(heads, (scene.levels || []).map(levelHead), scene.heads.map(columnHead));
  river.setAttribute("width", scene.width);
  river.setAttribute("height", scene.height);
  Object.assign(columnsView, { scene, lit, range: null });
  drawWindow();
}

/** A picture with more than this is drawn only around the window, and further as it is scrolled. */
const MUCH = 700;

/** Draw what lies in the window and one window's height around it; all of it where that is little. */
function drawWindow(whole = false) {
  const { root, scene, lit, river } = columnsView;
  const much = !whole && scene.things.length + scene.links.length > MUCH;
  const height = root.clientHeight;
  const range = much ? [root.scrollTop - height, root.scrollTop + 2 * height] : [-Infinity, Infinity];
  columnsView.range = range;
  const inside = ([top, bottom]) => bottom >= range[0] && top <= range[1];
  drawLinks(river, much ? scene.links.filter((link) => inside(reachOf(link))) : scene.links, lit);
  placeThings(
    { ...scene, things: much ? scene.things.filter((thing) => inside([thing.y, thing.y + thing.h])) : scene.things },
    lit,
  );
  columnsView.drawn = scene;
  keepNamesInSight();
}

/** Draw the threads in sight; those of the same scene that are there already stay as they are. */
function drawLinks(river, links, lit) {
  if (columnsView.drawn !== columnsView.scene) {
    refill(
      river,
      links.map((link) => (link.parts = drawLink(link, lit))),
    );
  } else {
    const wanted = new Set(links);
    for (const link of columnsView.links) {
      if (wanted.has(link)) continue;
      link.parts.flat().forEach((part) => part.remove());
      link.parts = null;
    }
    river.append(...links.filter((link) => !link.parts).flatMap((link) => (link.parts = drawLink(link, lit)).flat()));
  }
  columnsView.links = links;
}

/** From where to where a thread reaches up and down; its path names every height that it touches. */
function reachOf(link) {
  if (!link.reach) {
    const heights = [...link.d.matchAll(/[MLC ][-\d.]+ ([-\d.]+)/g)].map((one) => Number(one[1]));
    link.reach = [Math.min(...heights), Math.max(...heights)];
  }
  return link.reach;
}

/** In bands higher than the window the name follows along, so that it is always known what one is in. */
function keepNamesInSight() {
  const { root, scene, elements } = columnsView;
  for (const thing of scene.things) {
    if (thing.type !== "area" || thing.h < 200) continue;
    const name = elements.get(thing.key)?.querySelector(".stick");
    if (name) name.style.transform = `translateY(${Math.min(Math.max(0, root.scrollTop - thing.y), thing.h - 80)}px)`;
  }
}

/** After scrolling out of what is drawn, draw on, without moving anything. */
function onColumnsScroll() {
  const { root, range, scene } = columnsView;
  if (scene) keepNamesInSight();
  if (!scene || !range || !Number.isFinite(range[0])) return;
  const middle = root.scrollTop + root.clientHeight / 2;
  if (Math.abs(middle - (range[0] + range[1]) / 2) < root.clientHeight * 0.7) return;
  const key = current ? (current.dataset.i ?? null) : null;
  const hadFocus = frame.body.contains(document.activeElement) && document.activeElement.tagName === "BUTTON";
  columnsView.still = true;
  drawWindow();
  columnsView.still = false;
  if (!current || !current.isConnected) restoreStop(key, hadFocus);
}

function columnHead({ x, key, total }) {
  const head = h("div", {}, h("h2", {}, t(key)), total === undefined ? null : `\u2002${total}`);
  head.style.left = `${x}px`;
  return head;
}

function levelHead({ x, w, text }) {
  const head = h("div", { class: "level" }, text);
  head.style.left = `${x}px`;
  head.style.width = `${w}px`;
  return head;
}

function placeThings(scene, lit) {
  const { plane, elements } = columnsView;
  const moves = elements.size > 0 && !columnsView.still;
  plane.classList.toggle("moving", moves);
  const before = new Set(elements.keys());
  const fresh = [];
  const fragment = document.createDocumentFragment();
  for (const thing of scene.things) {
    before.delete(thing.key);
    let element = elements.get(thing.key);
    if (element && columnsView.drawn === columnsView.scene) continue; // only scrolled
    if (!element) {
      element = h("div", { class: moves ? "thing new" : "thing" });
      elements.set(thing.key, element);
      fragment.append(element);
      fresh.push(element);
    }
    element.style.transform = `translate(${round(thing.x)}px, ${round(thing.y)}px)`;
    element.style.width = `${round(thing.w)}px`;
    element.style.height = `${round(thing.h)}px`;
    const made = ((scene.makers && scene.makers[thing.type]) || MAKERS[thing.type])(thing);
    if (lit && isFaded(thing, lit)) made.classList.add("dim");
    element.replaceChildren(made);
  }
  for (const key of before) {
    elements.get(key).remove();
    elements.delete(key);
  }
  plane.append(fragment);
  if (moves && fresh.length) requestAnimationFrame(() => fresh.forEach((element) => element.classList.remove("new")));
}

/** Whether nothing of a thing is lit. */
function isFaded(thing, { lit, hits }) {
  if (thing.leaves) return !thing.leaves.some((i) => hits.has(i));
  if (thing.list) return !thing.list.some((i) => lit.has(i));
  if (thing.type === "objectives") return !thing.band.rows.some((i) => lit.has(i));
  return thing.i === undefined || thing.i === null
    ? thing.type !== "tray" || !layout.orphans.some((i) => hits.has(i))
    : !lit.has(thing.i);
}

function drawLink(link, lit) {
  const faded = lit && link.ends && !link.ends.every((i) => lit.lit.has(i));
  const parts = [];
  if (link.casing) parts.push(s("path", { class: "casing", d: link.d }));
  const path = s("path", { d: link.d, class: `${faded ? "t dim" : link.cls} ${goalClass(link.goal)}` });
  if (link.width && !faded) path.style.strokeWidth = link.width;
  path.ends = link.ends;
  parts.push(path);
  if (link.dot && !faded)
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
  const width = 10 + chip.text.length * 6.4;
  return s(
    "g",
    { class: `lane-chip ${goalClass(goal)}` },
    s("rect", { x: round(chip.x - width / 2), y: round(chip.y - 8.5), width: round(width), height: 17, rx: 3 }),
    s("text", { x: round(chip.x), y: round(chip.y + 4) }, chip.text),
  );
}

/** Pointing at a node lifts its threads out of the river. */
function hoverThread(event) {
  const target = event.target.closest("[data-i]");
  liftThreads(target && !columnsView.scene.thread ? Number(target.dataset.i) : null);
}

function liftThreads(i) {
  if (columnsView.lifted === i) return;
  columnsView.lifted = i;
  const rows =
    i === null
      ? null
      : new Set([i, ...below(i, "Target"), ...(bandOf.get(i) && bandOf.get(i).node === i ? bandOf.get(i).rows : [])]);
  for (const path of columnsView.river.querySelectorAll("path.t")) {
    const up = rows !== null && path.ends && path.ends.some((end) => rows.has(end));
    path.classList.toggle("lifted", up);
  }
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
