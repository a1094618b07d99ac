// The left side: gaps in the thread, kinds, goals and facets, each with its count.

const SIDE_KINDS = [
  "Goal",
  "Target",
  "NationalGoal",
  "TargetArea",
  "Precondition",
  "Objective",
  "Strategy",
  "Indicator",
  "Action",
  "Benefit",
  "Stakeholder",
];
const ALWAYS_LISTED = new Set(["Goal", "Target", "TargetArea", "Objective", "Strategy", "Indicator"]);

function drawSide(side, narrow) {
  const scroll = side.scrollTop;
  if (narrow) return refill(side, railList());
  const opened = new Set([...side.querySelectorAll("details[open]")].map((one) => one.dataset.facet));
  refill(
    side,
    sideGaps(),
    sideKinds(),
    sideGoals(),
    sideFacets(opened),
    anyFilter()
      ? button("control clear", () => update({ gap: null, goal: null, filter: {} }), icon("close"), t("ui.clear"))
      : null,
  );
  side.scrollTop = scroll;
  return side;
}

function gapList() {
  const list = Object.entries(plan.gaps)
    .filter(([, found]) => found.length)
    .map(([name, found]) => [name, found.length]);
  if (isWaiting) return list.filter(([name]) => name !== "broken").sort((a, b) => b[1] - a[1]);
  return list
    .filter(([name]) => name !== "repaired" && name !== "empty_area")
    .concat(list.filter(([name]) => name === "repaired" || name === "empty_area"));
}

/** A gap's name for where there is little room. */
function gapName(name) {
  return t(name === "unreached" ? "gap.unreached_short" : `gap.${name}`);
}

function gapButton(name, count) {
  return h(
    "button",
    {
      type: "button",
      class: "choice gap",
      "aria-pressed": String(state.gap === name),
      title: t(`gap.${name}`),
      onclick: () => update({ gap: state.gap === name ? null : name }),
    },
    icon(name),
    h("span", { class: "name" }, gapName(name)),
    h("span", { class: "count" }, number(count)),
  );
}

function sideGaps() {
  const list = gapList();
  if (!list.length && (isWaiting || isEmpty)) return null;
  return h(
    "section",
    {},
    h("h2", {}, t("gap.title")),
    list.length
      ? list.map(([name, count]) => gapButton(name, count))
      : h("p", { class: "choice" }, icon("check"), t("gap.none")),
  );
}

function sideKinds() {
  const toggle = (kind, set) => {
    const changed = new Set(state[set]);
    if (!changed.delete(kind)) changed.add(kind);
    update({ [set]: changed });
  };
  const rows = SIDE_KINDS.map((kind) => {
    const count = kind === "Goal" && isWaiting ? layout.goals.length : ofKind(kind).length;
    if (!count && !ALWAYS_LISTED.has(kind) && !isWaiting) return null;
    const optional = (kind === "Action" && LEAF === "Strategy") || kind === "Benefit";
    const drawn = !["Precondition", "Stakeholder"].includes(kind);
    const shown = drawn && count > 0 && (optional ? state.extra.has(kind) : !state.hidden.has(kind));
    const content = [
      kindMark(kind),
      h("span", { class: "name" }, t(`column.${isWaiting && kind === "Stakeholder" ? "interests" : kind}`)),
      h("span", { class: "count" }, number(count)),
    ];
    if (isWaiting || !drawn || !count)
      return h(
        "button",
        { type: "button", class: `choice${count && isWaiting ? "" : " off"}`, onclick: () => update({ view: "list" }) },
        ...content,
      );
    return h(
      "button",
      {
        type: "button",
        class: `choice${shown ? "" : " off"}`,
        "aria-pressed": String(shown),
        onclick: () => toggle(kind, optional ? "extra" : "hidden"),
      },
      ...content,
    );
  });
  return h("section", {}, h("h2", {}, t("ui.show")), rows);
}

function sideGoals() {
  const goals = ofKind("Goal");
  if (!goals.length) return null;
  const byTargets = !hasStrategies;
  const tiles = goals.map((node) => {
    const band = layout.goals.find((one) => one.node === node.i);
    const count = byTargets ? (band ? band.rows.length : 0) : strategiesByGoal.get(node.number) || 0;
    const cls = `tile ${goalClass(node.number)}${band ? "" : " bare"}${state.goal && state.goal !== node.number ? " unpicked" : ""}`;
    return h(
      "button",
      {
        type: "button",
        class: cls,
        "aria-pressed": String(state.goal === node.number),
        title: title(node.i),
        onclick: () => update({ goal: state.goal === node.number ? null : node.number }),
      },
      h("b", {}, node.number),
      count || "–",
      unseen(` ${t(byTargets ? "kind.Target" : "kind.Strategy", { n: count })}, ${title(node.i)}`),
    );
  });
  tiles.push(
    h(
      "button",
      {
        type: "button",
        class: "tile every",
        "aria-pressed": String(!state.goal),
        onclick: () => update({ goal: null }),
      },
      t("ui.all"),
    ),
  );
  if (!state.goal) tiles[tiles.length - 1].removeAttribute("aria-pressed");
  return h(
    "section",
    {},
    h("h2", {}, t("column.Goal"), h("span", {}, t(byTargets ? "kind.Target" : "kind.Strategy", { n: 2 }))),
    h("div", { class: "tiles" }, tiles),
  );
}

function sideFacets(opened) {
  return h(
    "div",
    { class: "folds" },
    Object.entries(FACETS)
      .filter(([, facet]) => !facet.hidden)
      .map(([name, facet]) => {
        const values = countFacet(name);
        if (!values.length) return null;
        const open = opened.has(name) || name in state.filter;
        return h(
          "details",
          { "data-facet": name, open },
          h("summary", {}, h("span", {}, t(facet.label)), h("span", { class: "count" }, values.length), icon("right")),
          values.map(([value, count]) =>
            h(
              "button",
              {
                type: "button",
                class: "choice gap",
                "aria-pressed": String(state.filter[name] === value),
                onclick: () => chooseFacet(name, value),
              },
              h("span", { class: "name", title: facet.name(value) }, facet.name(value)),
              h("span", { class: "count" }, number(count)),
            ),
          ),
        );
      }),
  );
}

function chooseFacet(name, value) {
  const filter = { ...state.filter };
  if (filter[name] === value) delete filter[name];
  else filter[name] = value;
  update({ filter });
}

/** The side while a thread is followed: a button for the filters, and the two gaps that matter most. */
function railList() {
  return h(
    "div",
    { class: "rail-list" },
    h(
      "button",
      { type: "button", "aria-label": t("ui.filters"), title: t("ui.filters"), onclick: () => openRail(true) },
      icon("filter"),
    ),
    gapList()
      .slice(0, 2)
      .map(([name, count]) =>
        h(
          "button",
          { type: "button", title: t(`gap.${name}`), onclick: () => update({ node: null, gap: name }) },
          icon(name),
          count,
          unseen(` ${t(`gap.${name}`)}`),
        ),
      ),
  );
}
