// Putting it together: draw what the state says, whenever it changes or the window does.

const PHONE = matchMedia("(max-width: 699px)");
const NARROW_WINDOW = matchMedia("(max-width: 1239px)");

function drawAll() {
  const root = document.documentElement;
  root.lang = state.lang;
  root.dataset.theme = state.theme;
  document.title = inWords(plan.title);
  frame.app.classList.toggle("phone", PHONE.matches);
  if (PHONE.matches) return drawPhone();
  frame.panel.classList.remove("sheet");
  const opened = state.node !== null && state.view !== "matrix";
  frame.app.classList.toggle("rail", opened || NARROW_WINDOW.matches);
  frame.app.classList.remove("rail-open");
  drawTop();
  drawSide(frame.side, frame.app.classList.contains("rail"));
  drawSentence();
  drawPanel(frame.panel, opened ? state.node : null);
  const scene = drawBody();
  drawFoot(scene);
}

/** The middle: one of the four views, each kept while the others show. */
function drawBody() {
  const focused = document.activeElement;
  const hadFocus = frame.body.contains(focused) && focused.tagName === "BUTTON";
  const key = current ? (current.dataset.i ?? null) : null;
  if (isEmpty) {
    frame.body.className = "body";
    refill(
      frame.body,
      h("div", { class: "nothing-yet" }, h("h2", {}, t("empty.plan")), h("p", {}, t("empty.plan_help"))),
    );
    return null;
  }
  if (frame.view !== state.view) {
    frame.view = state.view;
    columnsView.elements.clear();
    frame.body.className = `body view-${state.view}`;
    refill(frame.body, { columns: makeColumns, matrix: makeMatrix, list: makeList, free: makeFree }[state.view]());
  }
  const scene = { columns: drawColumns, matrix: drawMatrix, list: drawList, free: drawFree }[state.view]();
  if (state.view === "columns" && frame.shownNode !== state.node) {
    frame.shownNode = state.node;
    const picked = frame.body.querySelector(".picked");
    if (picked) showInScroller(picked);
  }
  restoreStop(state.node !== null && frame.shownStop !== state.node ? String(state.node) : key, hadFocus);
  frame.shownStop = state.node;
  return scene;
}

function onResize() {
  cancelAnimationFrame(onResize.waiting);
  onResize.waiting = requestAnimationFrame(() => {
    columnsView.still = true;
    drawAll();
    columnsView.still = false;
  });
}

function begin() {
  const app = document.getElementById("app");
  app.hidden = false;
  makeFrame(app);
  const wanted = plan.start.focus;
  readFragment();
  if (wanted && location.hash.length < 2) {
    const i = indexOf.get(wanted) ?? nodes.findIndex((node) => node.id.split(":").pop() === wanted);
    if (i >= 0) Object.assign(state, { node: i, depth: plan.start.depth || 0 });
  }
  render = drawAll;
  drawAll();
  addEventListener("resize", onResize);
  addEventListener("popstate", () => {
    readFragment();
    drawAll();
  });
  addEventListener("hashchange", () => {
    readFragment();
    drawAll();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  document.addEventListener("keydown", onKey);
  document.addEventListener("pointerdown", (event) => {
    if (frame.app.classList.contains("rail-open") && !frame.side.contains(event.target)) openRail(false);
  });
}

begin();
