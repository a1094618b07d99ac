// The free view: vis-network, as pyvis set it up, on coordinates computed beforehand. Loaded when first opened.

const free = { root: null, net: null };
const DARK_TEXT = new Set(["2", "3", "5", "6", "7", "9", "11", "12", "14", "15"]);
const FREE_LABELS = new Set(["Goal", "TargetArea", "NationalGoal"]);

function makeFree() {
  free.root = h("div", { class: "free-canvas", role: "img" });
  free.net = null;
  return free.root;
}

/** Run the library that lies in the page as plain text; its hash is in the page's policy. */
function loadVis() {
  if (window.vis) return;
  const script = h("script", {});
  script.textContent = document.getElementById("vis-source").textContent;
  document.head.append(script);
}

function colours() {
  const probe = h("i", {});
  frame.app.append(probe);
  const read = (value) => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const found = {
    ink: read("var(--ink)"),
    ink2: read("var(--ink2)"),
    line: read("var(--strong)"),
    faded: read("var(--line)"),
    mark: read("var(--mark)"),
    ground: read("var(--ground)"),
    surface: read("var(--surface)"),
    dim: read("var(--faded)"),
    error: read("var(--error)"),
    goals: {},
  };
  for (let goal = 1; goal <= 17; goal += 1) {
    probe.className = `g${goal}`;
    found.goals[goal] = read("var(--goal)");
  }
  probe.remove();
  found.font = getComputedStyle(document.body).fontFamily || "sans-serif";
  return found;
}

/** A node's look: its shape by kind, its goal's colour, faded unless it is in the thread or chosen. */
function freeNode(given, palette, on) {
  const node = nodes[given.id];
  const goal = goalNumber(given.id) || stripeGoals(given.id)[0];
  const always = FREE_LABELS.has(node.kind);
  const boxed =
    node.kind === "Goal"
      ? { fill: palette.goals[goal], text: DARK_TEXT.has(goal) ? "#111" : "#fff" }
      : { fill: palette.surface, text: palette.ink };
  const lit = on(given.id);
  const colour = !lit ? palette.faded : goal ? palette.goals[goal] : palette.mark;
  const text = `${node.number ? `${node.number} ` : ""}${short(given.id)}`;
  const broken = gapSets.broken.has(given.id);
  const font = {
    size: always ? 18 : free.named(given.id) ? 19 : 15,
    color: always ? (lit ? boxed.text : palette.dim) : lit ? palette.ink : palette.dim,
    face: palette.font,
    strokeWidth: always ? 0 : 4,
    strokeColor: palette.ground,
  };
  return {
    ...given,
    ...(given.shape === "box" ? {} : { shape: "custom", ctxRenderer: freeMark(node.kind, font) }),
    label: always ? wrap(text, 15) : free.named(given.id) ? wrap(text, 22) : undefined,
    hidden: state.hidden.has(node.kind),
    color: freeColour(
      always ? (lit ? boxed.fill : palette.ground) : colour,
      broken && lit ? palette.error : always ? (lit && node.kind === "Goal" ? boxed.fill : colour) : colour,
      palette,
    ),
    borderWidth: broken && lit ? 3 : given.id === state.node ? 4 : always ? 2 : 0,
    margin: 7,
    shapeProperties: { borderRadius: 5 },
    font,
  };
}

function freeColour(background, border, palette) {
  const near = { background, border: palette.ink };
  return { background, border, highlight: near, hover: near };
}

function wrap(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if ((lines[lines.length - 1] + word).length > most && lines[lines.length - 1]) lines.push("");
    lines[lines.length - 1] += `${lines[lines.length - 1] ? " " : ""}${word}`;
  }
  return lines.slice(0, 3).join("\n");
}

function drawFree() {
  if (!document.getElementById("vis-source")) {
    // the page is still being read
    document.addEventListener("DOMContentLoaded", drawAll, { once: true });
    return null;
  }
  const first = !free.net;
  loadVis();
  const given = free.given || (free.given = JSON.parse(document.getElementById("network").textContent));
  const palette = colours();
  free.face = palette.font;
  const thread = currentThread();
  const lit = thread ? null : litNodes();
  const on = thread ? (i) => thread.nodes.has(i) : lit ? (i) => lit.lit.has(i) : () => true;
  const names = thread ? namesWithRoom(given.nodes, thread) : new Set();
  free.named = (i) => names.has(i);
  const looks = given.nodes.map((node) => freeNode(node, palette, on));
  const edges = given.edges.map((edge, id) => {
    const both = on(edge.from) && on(edge.to);
    const goal = goalNumber(edge.to);
    return {
      id,
      ...edge,
      color: {
        color: both ? (goal && palette.goals[goal]) || palette.line : palette.faded,
        opacity: both ? (thread ? 0.95 : 0.6) : 0.3,
      },
      width: thread && both ? 2.5 : 1,
    };
  });
  free.root.setAttribute("aria-label", `${t("view.free")}: ${inWords(plan.title)}`);
  if (first) {
    const options = typeof given.options === "string" ? JSON.parse(given.options) : given.options;
    free.data = { nodes: new vis.DataSet(looks), edges: new vis.DataSet(edges) };
    free.net = new vis.Network(free.root, free.data, options);
    free.net.on("click", ({ nodes: [i] }) => (i === undefined ? state.node !== null && drop() : follow(i)));
    free.net.on("zoom", freeLabels);
    free.net.on("afterDrawing", drawFarNames);
    free.net.once("afterDrawing", () => free.net.fit({ animation: false }));
  } else {
    free.data.nodes.update(looks);
    free.data.edges.update(edges);
  }
  if (state.node !== null) free.net.selectNodes([state.node], false);
  else free.net.unselectAll();
  return null;
}

/** Closer up, objectives and targets get their names as well. */
function freeLabels() {
  const near = free.net.getScale() > 0.85;
  if (near === free.near) return;
  free.near = near;
  free.data.nodes.update(
    free.given.nodes
      .filter((node) => !FREE_LABELS.has(nodes[node.id].kind) && state.node === null)
      .map((node) => ({
        id: node.id,
        label: near ? wrap(`${nodes[node.id].number || ""} ${short(node.id)}`.trim(), 20) : undefined,
      })),
  );
}
