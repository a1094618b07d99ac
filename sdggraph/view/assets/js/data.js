// The plan as the page was given it, with the look-ups that every view needs.

const plan = JSON.parse(document.getElementById("plan").textContent);
const nodes = plan.nodes;
const layout = plan.layout;
const outward = nodes.map(() => []);
const inward = nodes.map(() => []);
const notesAt = nodes.map(() => []);
const indexOf = new Map();

nodes.forEach((node, i) => {
  node.i = i;
  indexOf.set(node.id, i);
});
for (const [from, to, relation, role = "", why = ""] of plan.edges) {
  const edge = { from, to, relation, role, why };
  outward[from].push(edge);
  inward[to].push(edge);
}
for (const note of plan.notes) if (note.at !== null) notesAt[note.at].push(note);

const CLAIMED = new Set(["Goal", "Target", "NationalGoal"]);
const SEVERITIES = ["error", "warning", "info"];
const RESULTS = ["desired", "acceptable", "measured", "unaccepted", "unmeasured"];

/** Nodes that stand under this one, of one kind if it is given. */
function below(i, kind) {
  const all = layout.children[i] || [];
  return kind ? all.filter((j) => nodes[j].kind === kind) : all;
}

/** Nodes of a kind, in the payload's order. */
function ofKind(kind) {
  return nodes.filter((node) => node.kind === kind);
}

/** Where a goal or target stands in SDG order. */
function rankOf(i) {
  const [goal, rest] = (nodes[i].number || "99").split(".");
  return (
    Number(goal) * 100 + (rest === undefined ? 0 : /^\d+$/.test(rest) ? Number(rest) : 60 + rest.charCodeAt(0) - 97)
  );
}

/** The claims of a node on goals and targets, negative ones last. */
function claimsOf(i) {
  return outward[i]
    .filter((edge) => edge.relation === "contributes_to" && CLAIMED.has(nodes[edge.to].kind))
    .sort((a, b) => (a.role === "negative") - (b.role === "negative") || rankOf(a.to) - rankOf(b.to));
}

/** Indicators that a node is measured by. */
function indicatorsOf(i) {
  return outward[i]
    .filter((edge) => edge.relation === "measured_by")
    .map((edge) => edge.to)
    .filter((j) => nodes[j].kind === "Indicator");
}

/** The number of the goal that a goal or target belongs to, which is also its colour. */
function goalNumber(i) {
  const { kind, number } = nodes[i];
  return kind === "Goal" || kind === "Target" ? (number || "").split(".")[0] : "";
}

/** The class that sets a goal's colours. */
function goalClass(number) {
  return number ? `g${number}` : "";
}

/** The gravest severity found at a node, or nothing. */
function worst(i) {
  return SEVERITIES.find((severity) => notesAt[i].some((note) => note.severity === severity)) || "";
}

const gapSets = Object.fromEntries(Object.entries(plan.gaps).map(([name, list]) => [name, new Set(list)]));

/** Whether a strategy or objective is measured, itself or through what it belongs to. */
function isMeasured(i) {
  return !gapSets.unmeasured.has(i);
}

/** Nodes of a kind that hang under an objective: its own, then those that stand under another one as well. */
function leavesOf(i, kind) {
  const own = below(i, kind);
  const others = inward[i]
    .filter((edge) => edge.relation === "contributes_to" || edge.relation === "implements")
    .map((edge) => edge.from)
    .filter((j) => nodes[j].kind === kind && nodes[j].parent !== i);
  return others.length ? [...new Set([...own, ...others])] : own;
}

/** The strategies that stand in an area's band, those of its objectives first. */
function ownStrategiesOf(band) {
  return band.rows.flatMap((row) => below(row, "Strategy")).concat(band.direct || []);
}

/** Every strategy that serves an area, each once, also those that stand in another one's band. */
function strategiesOfBand(band) {
  return [...new Set([...band.rows.flatMap((row) => leavesOf(row, "Strategy")), ...(band.direct || [])])];
}

const bandOf = new Map();
for (const band of layout.areas) {
  if (band.node !== null) bandOf.set(band.node, band);
  for (const row of band.rows) {
    bandOf.set(row, band);
    for (const strategy of below(row)) bandOf.set(strategy, band);
  }
  for (const strategy of band.direct || []) bandOf.set(strategy, band);
}
for (const band of layout.goals) {
  bandOf.set(band.node, band);
  for (const row of band.rows) bandOf.set(row, band);
}

/** How many strategies reach each goal, by its number. */
const strategiesByGoal = new Map();
for (const node of nodes) {
  if (node.kind !== "Strategy") continue;
  for (const goal of Object.keys(node.reach || {})) {
    strategiesByGoal.set(goal, (strategiesByGoal.get(goal) || 0) + 1);
  }
}

const hasStrategies = ofKind("Strategy").length > 0;
const isWaiting =
  !hasStrategies &&
  !ofKind("Objective").length &&
  !ofKind("Action").length &&
  (layout.goals.length > 0 || layout.areas.length > 0);
const isEmpty = !hasStrategies && !isWaiting && !ofKind("Objective").length && !ofKind("Action").length;
const showsFindings = plan.start.audience === "internal";
