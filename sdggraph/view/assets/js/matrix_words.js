// The matrix in words: its sentence, its switch, its legend.

function matrixSentence() {
  if (state.table === "targets") {
    const targets = layout.goals.flatMap((band) => band.rows);
    return bold(
      t("matrix.target_objective_sentence", {
        n: targets.filter((i) => inward[i].some((edge) => nodes[edge.from].kind === "Objective")).length,
        all: targets.length,
      }),
    );
  }
  const served = layout.goals.filter((band) => strategiesByGoal.get(nodes[band.node].number)).length;
  const cells = layout.goals.flatMap((band) => matrixAreas.map((area) => cellOf(nodes[band.node].number, area)));
  const empty = cells.filter((cell) => !cell.count).length;
  const dark = cells.filter((cell) => cell.dark.length).length;
  const first = !layout.goals.some((band) => nodes[band.node].prioritised)
    ? t("matrix.none_prioritised", { n: served })
    : served === layout.goals.length
      ? t("matrix.all_have", { n: served, all: served })
      : t("matrix.some_have", { n: served, all: layout.goals.length });
  if (!cells.length) return h("strong", {}, first);
  const measured = empty < cells.length && ofKind("Strategy").every((one) => isMeasured(one.i));
  const said = [
    t("matrix.cells", { n: empty, all: cells.length }),
    dark ? t("matrix.unmeasured_cells", { n: dark }) : measured ? t("matrix.all_measured") : "",
  ].filter(Boolean);
  return [h("strong", {}, first), ` ${said.join(", ")}.`];
}

function matrixSwitch() {
  if (!layout.areas.some((band) => band.rows.length)) return null;
  return h(
    "div",
    { class: "segments", role: "group" },
    [
      ["goals", "matrix.goals_areas"],
      ["targets", "matrix.targets_objectives"],
    ].map(([table, key]) =>
      h(
        "button",
        { type: "button", "aria-pressed": String(state.table === table), onclick: () => update({ table }) },
        t(key),
      ),
    ),
  );
}

function matrixLegend() {
  if (state.table === "targets") {
    return ["primary", "secondary", "negative"]
      .map((role) => h("li", {}, h("span", { class: `claim sample by-${role} g11` }), t(`role.${role}`)))
      .concat(h("li", {}, h("span", { class: "claim sample by-strategies g11" }), t("column.Strategy")));
  }
  const bounds = shadeBounds();
  const words = bounds
    .map((bound, place) => `${(place ? bounds[place - 1] : 0) + 1}–${bound}`)
    .concat(`${bounds[3] + 1}+`);
  return [
    h(
      "li",
      {},
      t("column.Strategy"),
      h(
        "span",
        { class: "scale" },
        words.map((text, place) => h("span", { class: `shade${place + 1}` }, text)),
      ),
    ),
    h("li", {}, `– ${t("matrix.none")}`),
    h("li", {}, h("span", { class: "parts sample" }, h("i", { class: "direct" })), t("matrix.direct")),
    h("li", {}, h("span", { class: "parts sample" }, h("i", { class: "through" })), t("matrix.through")),
    h("li", {}, h("span", { class: "parts sample" }, h("i", { class: "dark" })), t("matrix.nobody_any")),
    h("li", { class: "push" }, t("matrix.hint")),
  ];
}
