// Goals by areas and targets by objectives: how many strategies, how many of them inherited, how many measured.

const matrix = { root: null, cells: new Map(), open: null };

function makeMatrix() {
  matrix.root = h("div", { class: "scroller matrix", tabindex: "0", role: "group", onscroll: closePopover });
  return matrix.root;
}

function drawMatrix() {
  matrix.root.setAttribute("aria-label", t("view.matrix"));
  closePopover();
  refill(matrix.root, state.table === "targets" ? targetTable() : goalTable());
  return null;
}

const matrixAreas = layout.areas.filter((band) => band.node !== null);

/** The strategies of a band that reach a goal, and how. */
function cellOf(goal, band) {
  const key = `${goal}/${band.node}`;
  if (!matrix.cells.has(key)) {
    const list = strategiesOfBand(band).filter((i) => goal in (nodes[i].reach || {}));
    const measured = list.filter(isMeasured);
    matrix.cells.set(key, {
      list,
      count: list.length,
      inherited: list.filter((i) => nodes[i].reach[goal] === "i").length,
      direct: list.filter((i) => nodes[i].measured === "d").length,
      measured: measured.length,
      dark: list.filter((i) => !isMeasured(i)),
    });
  }
  return matrix.cells.get(key);
}

/** Bounds between the five shades; stretched for plans with far more strategies than usual. */
function shadeBounds() {
  const most = Math.max(
    1,
    ...layout.goals.flatMap((band) => matrixAreas.map((area) => cellOf(nodes[band.node].number, area).count)),
  );
  const scale = Math.max(1, most / 30);
  return [2, 5, 10, 18].map((bound) => Math.round(bound * scale));
}

function shade(count, bounds) {
  return count ? bounds.filter((bound) => count > bound).length + 1 : 0;
}

function goalTable() {
  const bounds = shadeBounds();
  const rest = layout.unprioritised.filter((i) => strategiesByGoal.has(nodes[i].number));
  const most = Math.max(1, ...strategiesByGoal.values());
  const grid = h(
    "div",
    { class: "grid goals-grid", role: "grid", "aria-label": t("matrix.goals_areas") },
    h(
      "div",
      { class: "grid-row heads-row", role: "row" },
      h(
        "div",
        { class: "corner", role: "columnheader" },
        h("h2", {}, t("column.Goal")),
        ` ${layout.goals.length} ${t("ui.of")} ${ofKind("Goal").length}`,
      ),
      matrixAreas.map(matrixAreaHead),
      h(
        "div",
        { class: "total-head", role: "columnheader" },
        h("b", {}, t("matrix.total")),
        h("span", {}, t("matrix.per_goal")),
      ),
    ),
    layout.goals.map((band) => goalLine(band.node, bounds, most, false)),
    rest.length
      ? h(
          "div",
          { class: "grid-row", role: "row" },
          h("div", { class: "rest-head", role: "rowheader" }, t("matrix.unprioritised")),
        )
      : null,
    rest.map((i) => goalLine(i, bounds, most, true)),
  );
  grid.style.setProperty("--columns", matrixAreas.length);
  return grid;
}

function matrixAreaHead(band) {
  const goals = stripeGoals(band.node);
  const count = strategiesOfBand(band).length;
  return h(
    "div",
    { class: "area-head", role: "columnheader" },
    h(
      "b",
      { class: "clamp three" },
      nodes[band.node].number ? `${nodes[band.node].number}\u2002` : "",
      short(band.node),
    ),
    h("span", {}, countWords(LEAF, count)),
    h(
      "span",
      { class: "rule", "aria-hidden": "true" },
      (goals.length ? goals : [""]).map((goal) => h("i", { class: goalClass(goal) })),
    ),
  );
}

function goalLine(i, bounds, most, slim) {
  const goal = nodes[i].number;
  const total = strategiesByGoal.get(goal) || 0;
  const bar = h("i", { "aria-hidden": "true" });
  bar.style.width = `${Math.round((82 * total) / most)}px`;
  return h(
    "div",
    { class: `grid-row${slim ? " slim" : ""}`, role: "row" },
    h(
      "div",
      { class: `goal-name ${goalClass(goal)}`, role: "rowheader" },
      h("span", { class: "num" }, goal),
      h("b", { class: "clamp" }, title(i)),
    ),
    matrixAreas.map((band) => goalCell(i, band, bounds, slim)),
    h("div", { class: "total", role: "gridcell" }, h("b", {}, total || "–"), total ? bar : null),
  );
}

function goalCell(i, band, bounds, slim) {
  const cell = cellOf(nodes[i].number, band);
  const label = `${nodes[i].number} ${title(i)}, ${title(band.node)}: ${cell.count ? t("matrix.pop", { n: cell.count, direct: cell.count - cell.inherited, inherited: cell.inherited, measured: cell.measured }) : t("matrix.none")}`;
  const share = cell.count ? Math.round((100 * cell.measured) / cell.count) : 100;
  return h(
    "div",
    { role: "gridcell", class: "holder" },
    h(
      "button",
      {
        type: "button",
        tabindex: "-1",
        class: `cell shade${shade(cell.count, bounds)}`,
        disabled: !cell.count,
        onclick: (event) => openPopover(event.currentTarget, i, band),
      },
      cell.count
        ? [
            h("b", {}, cell.count),
            !slim && cell.inherited
              ? h("span", { class: "inherited" }, t("matrix.inherited", { n: cell.inherited }))
              : null,
            !slim && share < 100 ? measureBar(cell, share) : null,
          ]
        : "–",
      unseen(` ${label}`),
    ),
  );
}

/** How much of a cell is measured: directly, through the objective, by nobody. */
function measureBar(cell, share) {
  const part = (cls, count) => {
    if (!count) return null;
    const one = h("i", { class: cls });
    one.style.flexGrow = count;
    return one;
  };
  return h(
    "span",
    { class: "measure" },
    h(
      "span",
      { class: "parts" },
      part("direct", cell.direct),
      part("through", cell.measured - cell.direct),
      part("dark", cell.count - cell.measured),
    ),
    `${share} %`,
  );
}
