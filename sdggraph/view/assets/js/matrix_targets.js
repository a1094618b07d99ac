// Targets by objectives.

/** Targets by objectives: a filled square for a claim, a ring where only its strategies claim. */
function targetTable() {
  const objectives = layout.areas.flatMap((band) => band.rows);
  const targets = layout.goals.flatMap((band) => band.rows);
  const grid = h(
    "div",
    { class: "grid targets-grid", role: "grid", "aria-label": t("matrix.targets_objectives") },
    h(
      "div",
      { class: "grid-row heads-row", role: "row" },
      h("div", { class: "corner", role: "columnheader" }, h("h2", {}, t("column.Target")), ` ${targets.length}`),
      objectives.map((i) =>
        h(
          "div",
          { class: "objective-head", role: "columnheader", title: title(i) },
          h("span", {}, nodes[i].number || short(i)),
        ),
      ),
    ),
    targets.map((target) => {
      const claims = new Map(
        inward[target]
          .filter((edge) => edge.relation === "contributes_to")
          .map((edge) => [edge.from, edge.role || "primary"]),
      );
      return h(
        "div",
        { class: "grid-row slim", role: "row" },
        h(
          "div",
          { class: `goal-name ${goalClass(goalNumber(target))}`, role: "rowheader" },
          h("span", { class: "num" }, nodes[target].number),
          h("span", { class: "one" }, short(target)),
        ),
        objectives.map((i) => targetCell(target, i, claims)),
      );
    }),
  );
  grid.style.setProperty("--columns", objectives.length);
  return grid;
}

function targetCell(target, objective, claims) {
  const role = claims.get(objective) || (below(objective, "Strategy").some((i) => claims.has(i)) ? "strategies" : "");
  const label = `${nodes[target].number} × ${nodes[objective].number || short(objective)}`;
  if (!role) return h("div", { class: "holder", role: "gridcell" });
  return h(
    "div",
    { class: "holder", role: "gridcell" },
    h("button", {
      type: "button",
      tabindex: "-1",
      class: `claim by-${role} ${goalClass(goalNumber(target))}`,
      title: `${title(target)} × ${title(objective)}`,
      "aria-label": `${label}: ${role === "strategies" ? t("column.Strategy") : t(`role.${role}`)}`,
      onclick: () => update({ view: "columns", node: objective }),
    }),
  );
}
