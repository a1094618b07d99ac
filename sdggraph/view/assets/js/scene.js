// What is lit and what is faded, and the facets by which a reader can choose.

/** Values that a node has itself, or else through the nearest node above it. */
function inheritedList(i, field) {
  for (let at = i; at !== undefined; at = nodes[at].parent) {
    if (nodes[at][field] && nodes[at][field].length) return nodes[at][field];
  }
  return [];
}

function ownersOf(i) {
  return outward[i].filter((edge) => edge.relation === "owned_by").map((edge) => edge.to);
}

const WORK = new Set(["TargetArea", "Objective", "Strategy", "Action", "Benefit", "Indicator"]);

/** Each facet: whether a node has a value, and which values it has. */
const FACETS = {
  area: {
    label: "ui.area_filter",
    of: (i) => {
      const band = bandOf.get(i);
      return band && WORK.has(nodes[i].kind) && band.node !== null ? [nodes[band.node].id] : [];
    },
    name: (id) => title(indexOf.get(id)),
    values: () => layout.areas.filter((band) => band.node !== null).map((band) => nodes[band.node].id),
  },
  track: {
    label: "ui.track_filter",
    of: (i) => (WORK.has(nodes[i].kind) ? inheritedList(i, "tracks") : []),
    name: (value) => valueName(value),
  },
  dimension: { label: "ui.dimension_filter", of: (i) => nodes[i].dimensions || [], name: (value) => valueName(value) },
  unit: {
    label: "ui.unit_filter",
    of: (i) => ownersOf(i).map((j) => nodes[j].id),
    name: (id) => (indexOf.has(id) ? title(indexOf.get(id)) : id),
  },
  stakeholder: {
    label: "column.Stakeholder",
    of: (i) => outward[i].filter((edge) => edge.relation === "involves").map((edge) => nodes[edge.to].id),
    name: (id) => title(indexOf.get(id)),
  },
  result: {
    label: "ui.status_filter",
    of: (i) => (nodes[i].kind === "Indicator" ? [nodes[i].result] : []),
    name: (value) => t(`result.${value}`),
  },
  status: {
    label: "panel.status",
    of: (i) => (nodes[i].status ? [nodes[i].status] : []),
    name: (value) => valueName(value),
  },
  severity: {
    hidden: true,
    of: (i) => notesAt[i].map((note) => note.severity),
    name: (value) => t(`severity.${value}`, { n: 2 }),
  },
  rule: { label: "ui.rule_filter", of: (i) => notesAt[i].map((note) => note.code), name: ruleName },
};

function valueName(value) {
  if (plan.values[value]) return inWords(plan.values[value]);
  const word = (plan.words[state.lang] || {}).value;
  return (word && word[value]) || String(value).replaceAll("_", " ");
}

function ruleName(code) {
  const note = plan.notes.find((one) => one.code === code);
  if (!note) return code;
  const said = inWords(note.title) || note.name.replaceAll("-", " ");
  return `${code} ${said}`;
}

const facetCounts = new Map();

/** How many nodes have each value of a facet, commonest first unless the facet has an order of its own. */
function countFacet(name) {
  if (facetCounts.has(name)) return facetCounts.get(name);
  const counts = new Map((FACETS[name].values ? FACETS[name].values() : []).map((value) => [value, 0]));
  for (const node of nodes)
    for (const value of new Set(FACETS[name].of(node.i))) counts.set(value, (counts.get(value) || 0) + 1);
  const found = [...counts];
  if (!FACETS[name].values) found.sort((a, b) => b[1] - a[1]);
  facetCounts.set(name, found);
  return found;
}

/** Whether a node fits everything that the reader chose. */
function fits(i) {
  if (state.gap && !gapSets[state.gap].has(i)) return false;
  if (state.goal && goalNumber(i) !== state.goal && !(state.goal in (nodes[i].reach || {}))) return false;
  return Object.entries(state.filter).every(([name, value]) => !FACETS[name] || FACETS[name].of(i).includes(value));
}

/** The nodes that fit, and those that they hang from, so that each can be found; null where nothing is chosen. */
function litNodes() {
  if (!anyFilter()) return null;
  const hits = new Set(nodes.filter((node) => fits(node.i)).map((node) => node.i));
  const lit = new Set(hits);
  for (const i of hits) {
    for (let at = nodes[i].parent; at !== undefined; at = nodes[at].parent) lit.add(at);
    for (const edge of claimsOf(i)) {
      lit.add(edge.to);
      if (nodes[edge.to].parent !== undefined) lit.add(nodes[edge.to].parent);
    }
    if (state.goal && (nodes[i].kind === "Strategy" || nodes[i].kind === "Objective"))
      indicatorsOf(i).forEach((j) => lit.add(j));
  }
  return { hits, lit };
}

/** For assistive technology: how much is wrong with a node. */
function foundWords(i) {
  const findings = SEVERITIES.map((severity) => [
    severity,
    notesAt[i].filter((note) => note.severity === severity).length,
  ])
    .filter(([, count]) => count)
    .map(([severity, count]) => `${number(count)} ${t(`severity.${severity}`, { n: count })}`);
  return findings.length ? `, ${findings.join(", ")}` : "";
}

/** How wide the columns are at the level that shows the whole plan. */
const WIDTHS = {
  goals: 156,
  targets: 167,
  areas: 140,
  objectives: 228,
  strategies: 112,
  actions: 96,
  benefits: 72,
  indicators: 186,
};
const NARROW = {
  goals: 132,
  targets: 150,
  areas: 124,
  objectives: 168,
  strategies: 88,
  actions: 74,
  benefits: 60,
  indicators: 142,
};
const TIGHT = {
  goals: 104,
  targets: 122,
  areas: 104,
  objectives: 132,
  strategies: 74,
  actions: 70,
  benefits: 56,
  indicators: 112,
};
/** A tablet held upright. */
const SMALLEST = {
  goals: 108,
  targets: 116,
  areas: 98,
  objectives: 116,
  strategies: 58,
  actions: 58,
  benefits: 50,
  indicators: 92,
};
const CARDS = {
  goals: 168,
  targets: 190,
  areas: 168,
  objectives: 230,
  strategies: 230,
  actions: 96,
  benefits: 72,
  indicators: 210,
};
const GAPS = { areas: 16, objectives: 20, strategies: 40, actions: 40, benefits: 40 };
const NEAR = 14;
const MARGIN = 14;

/** However little room there is, goals and areas don't touch; the picture is then wider than its window. */
const LEAST_RIVER = 24;

/** Under this width actions stand in the indicators' column. */
const SHARED_BELOW = 1050;

/** Place the columns over a width. What is left over goes to titles that are cut, then to the river, then to all. */
function placeColumns(width, shown, cards, lines) {
  const names = ["goals", "targets", "areas", "objectives", "strategies", "actions", "benefits", "indicators"].filter(
    (name) => shown[name] && !(name === "actions" && shown.shared),
  );
  const tight = !cards && width < SHARED_BELOW;
  const gap = (name, place) =>
    name === "targets" || name === "goals"
      ? 0
      : place >= names.length - 1
        ? 0
        : ["actions", "benefits"].includes(names[place + 1])
          ? NEAR
          : (GAPS[name] || 0) * (tight ? 0.65 : 1);
  const gaps = names.reduce((sum, name, place) => sum + gap(name, place), 0) + 2 * MARGIN;
  const sum = (widths) => names.reduce((total, name) => total + widths[name], 0) + gaps;
  const widths = { ...(cards ? CARDS : WIDTHS) };
  if (shown.openStrategies && !cards) Object.assign(widths, { strategies: 210, objectives: 196, indicators: 160 });
  const least = !shown.goals ? 0 : cards ? 150 : tight ? 58 : 120;
  if (!cards && sum(widths) + least > width) {
    const steps = [SMALLEST, TIGHT, NARROW, { ...widths }];
    const at = Math.max(1, steps.findIndex((one) => sum(one) + least > width));
    const [less, more] = [steps[at - 1], steps[at]];
    const room = Math.max(0, width - least - sum(less)) / Math.max(1, sum(more) - sum(less));
    for (const name of names) widths[name] = Math.round(less[name] + (more[name] - less[name]) * Math.min(1, room));
  }
  let river = shown.goals ? Math.max(least, width - sum(widths)) : 0;
  if (!cards) {
    const open = names.filter((name) => name !== "strategies" || shown.openStrategies);
    widenForTitles(widths, river - (shown.goals ? Math.max(least, Math.min(240, width * 0.13)) : 0), open, lines);
    river = shown.goals ? Math.max(LEAST_RIVER, width - sum(widths)) : 0;
  }
  const over = river - (cards ? 240 : 330);
  if (over > 0 && shown.objectives) {
    widths.objectives += Math.min(150, Math.round(over * 0.45));
    if (shown.areas) widths.areas += Math.min(50, Math.round(over * 0.15));
    if (shown.indicators) widths.indicators += Math.min(90, Math.round(over * 0.2));
    river = width - sum(widths);
  }
  const column = {};
  let x = MARGIN;
  names.forEach((name, place) => {
    if (place > 0 && !["goals", "targets"].includes(name) && ["goals", "targets"].includes(names[place - 1]))
      x += river;
    column[name] = { x, w: widths[name] };
    x += widths[name] + gap(name, place);
  });
  column.width = x + MARGIN;
  column.river = column.targets
    ? column.targets.x + column.targets.w
    : column.goals
      ? column.goals.x + column.goals.w
      : MARGIN;
  return column;
}

/** A cubic curve between two points, its handles at half the gap. */
function curve(x1, y1, x2, y2) {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${round(y1)}C${middle} ${round(y1)} ${middle} ${round(y2)} ${x2} ${round(y2)}`;
}

/** The path of a thread: as it was given, or between its two points, perhaps leaning on two heights on the way. */
function pathOf({ d, at, via }) {
  if (d) return d;
  const [x1, y1, x2, y2] = at;
  if (via) {
    const middle = (x1 + x2) / 2;
    return `M${x1} ${round(y1)}C${middle} ${round(via[0])} ${middle} ${round(via[1])} ${x2} ${round(y2)}`;
  }
  return Math.abs(y1 - y2) < 0.05 ? `M${x1} ${round(y1)}H${x2}` : curve(x1, y1, x2, y2);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
