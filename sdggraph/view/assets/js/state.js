// What the reader has chosen, kept in the URL's fragment so that a view can be shared.

const start = plan.start;
const state = {
  lang: plan.languages.includes(start.lang) || plan.words[start.lang] ? start.lang : plan.lang,
  theme: start.theme,
  view: start.view || "columns",
  node: null, // the node whose thread is followed
  depth: start.depth || 0, // 0 is all of it
  path: null, // the other end, where the shortest thread between two nodes is shown
  gap: null,
  goal: null,
  filter: {}, // facet to value
  hidden: new Set(), // kinds that are not shown
  extra: new Set(), // columns that are shown only when asked for
  open: new Set(), // areas and objectives whose gathered children are shown
  level: "row",
  table: "goals", // which matrix
  tab: "areas", // the phone's
};
const OPEN_AT_START = new Set(layout.folded ? [] : layout.areas.map((band) => band.node).filter((i) => i !== null));

/** How high the areas get with every strategy on a row of its own. */
const UNFOLDED = layout.areas.reduce((sum, band) => {
  const rows = band.rows.map((row) => Math.max(1, below(row, hasStrategies ? "Strategy" : "Action").length));
  const all = rows.reduce((count, one) => count + one, (band.direct || []).length);
  return sum + Math.max(all * layout.row, 54) + 6;
}, 0);

/** Whether a window of this page's size has room for all of that: strategies are gathered only where it has none. */
const ALL_APART = !layout.folded && innerWidth >= 1100 && UNFOLDED <= innerHeight - 200;
if (ALL_APART) for (const band of layout.areas) for (const row of band.rows) OPEN_AT_START.add(row);
OPEN_AT_START.forEach((i) => state.open.add(i));
if (plan.actions) state.extra.add("Action");
if (start.kinds) for (const kind of ["Action", "Benefit"]) if (start.kinds.includes(kind)) state.extra.add(kind);
if (start.kinds) for (const node of nodes) if (!start.kinds.includes(node.kind)) state.hidden.add(node.kind);

/** What the page opens with: only what differs from it stands in the fragment. */
const FIRST = { view: state.view, extra: new Set(state.extra), hidden: new Set(state.hidden) };

let render = () => {};

/** Change the state, remember it in the fragment, and draw. */
function update(change, remember = true) {
  Object.assign(state, change);
  writeFragment(remember);
  render(change);
}

function fragment() {
  const parts = new URLSearchParams();
  if (state.view !== FIRST.view) parts.set("view", state.view);
  if (state.node !== null) parts.set("node", nodes[state.node].id);
  else if (start.focus) parts.set("node", "");
  if (state.path !== null) parts.set("path", nodes[state.path].id);
  if (state.depth) parts.set("depth", state.depth);
  for (const name of ["gap", "goal"]) if (state[name]) parts.set(name, state[name]);
  for (const [facet, value] of Object.entries(state.filter)) parts.set(`f.${facet}`, value);
  for (const [key, set] of [["show", "extra"], ["hide", "hidden"]])
    if (!sameSet(state[set], FIRST[set])) parts.set(key, [...state[set]].join(","));
  if (state.level !== "row") parts.set("level", state.level);
  if (state.table !== "goals") parts.set("table", state.table);
  if (state.tab !== "areas") parts.set("tab", state.tab);
  if (state.lang !== start.lang) parts.set("lang", state.lang);
  const ids = (from, without) => [...from].filter((i) => !without.has(i)).map((i) => nodes[i].id);
  for (const [key, list] of [["open", ids(state.open, OPEN_AT_START)], ["fold", ids(OPEN_AT_START, state.open)]])
    if (list.length) parts.set(key, list.join(","));
  return parts.toString();
}

function writeFragment(remember) {
  const hash = `#${fragment()}`;
  if (hash === location.hash || (hash === "#" && !location.hash)) return;
  try {
    history[remember ? "pushState" : "replaceState"](null, "", hash);
  } catch {
    // a sandboxed frame has no history of its own: the page works without it
  }
}

/** Take over whatever the fragment says, as far as it makes sense in this plan. */
function readFragment() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const pick = (name, allowed, otherwise) => (allowed.includes(parts.get(name)) ? parts.get(name) : otherwise);
  const node = (name) => (indexOf.has(parts.get(name)) ? indexOf.get(parts.get(name)) : null);
  Object.assign(state, {
    view: pick("view", ["columns", "free", "matrix", "list"], FIRST.view),
    node: node("node"),
    path: node("path"),
    depth: /^[1-9]\d?$/.test(parts.get("depth")) ? Number(parts.get("depth")) : 0,
    gap: pick("gap", Object.keys(plan.gaps), null),
    goal: nodes.some((one) => one.kind === "Goal" && one.number === parts.get("goal")) ? parts.get("goal") : null,
    level: pick("level", LEVELS, "row"),
    table: pick("table", ["goals", "targets"], "goals"),
    tab: pick("tab", ["areas", "goals", "gaps", "threads"], "areas"),
    lang: pick("lang", Object.keys(plan.words), start.lang),
    filter: Object.fromEntries(
      [...parts].filter(([name]) => name.startsWith("f.")).map(([name, value]) => [name.slice(2), value]),
    ),
  });
  const list = (name) => (parts.get(name) || "").split(",").filter(Boolean);
  for (const [key, set] of [["show", "extra"], ["hide", "hidden"]])
    state[set] = new Set(parts.has(key) ? list(key) : FIRST[set]);
  if (!plan.words[state.lang]) state.lang = plan.lang;
  state.open = new Set(OPEN_AT_START);
  for (const id of list("open")) if (indexOf.has(id)) state.open.add(indexOf.get(id));
  for (const id of list("fold")) state.open.delete(indexOf.get(id));
}

const LEVELS = ["gathered", "row", "card", "full"];

/** Open the thread of a node. */
function follow(i) {
  if (pathFrom !== null && pathFrom !== i) {
    const from = pathFrom;
    pathFrom = null;
    return update({ node: from, path: i });
  }
  return update({ node: i, path: null, depth: 0 });
}

/** The node that a shortest thread is being drawn from, while the reader picks the other end. */
let pathFrom = null;

/** Let go of the thread, then of the filters. */
function drop() {
  pathFrom = null;
  if (state.node !== null) update({ node: null, path: null, depth: 0 });
  else if (anyFilter()) update({ gap: null, goal: null, filter: {} });
}

function anyFilter() {
  return Boolean(state.gap || state.goal || Object.keys(state.filter).length);
}

/** The page's colours, resolved: what the reader chose, else what the system prefers. */
function isDark() {
  if (state.theme !== "auto") return state.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}
