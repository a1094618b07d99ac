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
      list, count: list.length, inherited: list.filter((i) => nodes[i].reach[goal] === "i").length,
      direct: list.filter((i) => nodes[i].measured === "d").length, measured: measured.length, dark: list.filter((i) => !isMeasured(i)),
    });
  }
  return matrix.cells.get(key);
}

/** Bounds between the five shades; stretched for plans with far more strategies than usual. */
function shadeBounds() {
  const most = Math.max(1, ...layout.goals.flatMap((band) => matrixAreas.map((area) => cellOf(nodes[band.node].number, area).count)));
  const scale = Math.max(1, most / 30);
  return [2, 5, 10, 18].map((bound) => Math.round(bound * scale));
}

function shade(count, bounds) {
  return count ? bounds.filter((bound) => count > bound).length + 1 : 0;
}

function goalTable() {
  const bounds = shadeBounds();
  const rest = layout.unprioritised.filter((i) => matrixAreas.some((band) => cellOf(nodes[i].number, band).count)
    || layout.unprioritised.length < 12);
  const most = Math.max(1, ...strategiesByGoal.values());
  const grid = h("div", { class: "grid goals-grid", role: "grid", "aria-label": t("matrix.goals_areas") },
    h("div", { class: "grid-row heads-row", role: "row" }, h("div", { class: "corner", role: "columnheader" }, h("h2", {}, t("column.Goal")), ` ${layout.goals.length} ${t("ui.of")} ${ofKind("Goal").length}`),
      matrixAreas.map(matrixAreaHead), h("div", { class: "total-head", role: "columnheader" }, h("b", {}, t("matrix.total")), h("span", {}, t("matrix.per_goal")))),
    layout.goals.map((band) => goalLine(band.node, bounds, most, false)),
    rest.length ? h("div", { class: "grid-row", role: "row" }, h("div", { class: "rest-head", role: "rowheader" }, t("matrix.unprioritised"))) : null,
    rest.map((i) => goalLine(i, bounds, most, true)));
  grid.style.setProperty("--columns", matrixAreas.length);
  return grid;
}

function matrixAreaHead(band) {
  const goals = stripeGoals(band.node);
  const count = strategiesOfBand(band).length;
  return h("div", { class: "area-head", role: "columnheader" }, h("b", { class: "clamp three" }, nodes[band.node].number ? `${nodes[band.node].number}\u2002` : "", short(band.node)), h("span", {}, countWords(LEAF, count)),
    h("span", { class: "rule", "aria-hidden": "true" }, (goals.length ? goals : [""]).map((goal) => h("i", { class: goalClass(goal) }))));
}

function goalLine(i, bounds, most, slim) {
  const goal = nodes[i].number;
  const total = strategiesByGoal.get(goal) || 0;
  const bar = h("i", { "aria-hidden": "true" });
  bar.style.width = `${Math.round(82 * total / most)}px`;
  return h("div", { class: `grid-row${slim ? " slim" : ""}`, role: "row" },
    h("div", { class: `goal-name ${goalClass(goal)}`, role: "rowheader" }, h("span", { class: "num" }, goal), h("b", { class: "clamp" }, title(i))),
    matrixAreas.map((band) => goalCell(i, band, bounds, slim)),
    h("div", { class: "total", role: "gridcell" }, h("b", {}, total || "–"), total ? bar : null));
}

function goalCell(i, band, bounds, slim) {
  const cell = cellOf(nodes[i].number, band);
  const label = `${nodes[i].number} ${title(i)}, ${title(band.node)}: ${cell.count ? t("matrix.pop", { n: cell.count, direct: cell.count - cell.inherited, inherited: cell.inherited, measured: cell.measured }) : t("matrix.none")}`;
  const share = cell.count ? Math.round(100 * cell.measured / cell.count) : 100;
  return h("div", { role: "gridcell", class: "holder" }, h("button", { type: "button", tabindex: "-1", class: `cell shade${shade(cell.count, bounds)}`, disabled: !cell.count, onclick: (event) => openPopover(event.currentTarget, i, band) },
    cell.count ? [h("b", {}, cell.count), !slim && cell.inherited ? h("span", { class: "inherited" }, t("matrix.inherited", { n: cell.inherited })) : null, !slim && share < 100 ? measureBar(cell, share) : null] : "–", unseen(` ${label}`)));
}

/** How much of a cell is measured: directly, through the objective, by nobody. */
function measureBar(cell, share) {
  const part = (cls, count) => {
    if (!count) return null;
    const one = h("i", { class: cls });
    one.style.flexGrow = count;
    return one;
  };
  return h("span", { class: "measure" }, h("span", { class: "parts" }, part("direct", cell.direct), part("through", cell.measured - cell.direct), part("dark", cell.count - cell.measured)), `${share} %`);
}

function openPopover(button, i, band) {
  const again = matrix.open && matrix.open.button === button;
  closePopover();
  if (again) return;
  const cell = cellOf(nodes[i].number, band);
  const area = `${nodes[band.node].number ? `${nodes[band.node].number}, ` : ""}${title(band.node)}`;
  const show = (view) => update({ view, goal: nodes[i].number, gap: null, filter: { area: nodes[band.node].id } });
  const box = h("div", { class: "popover", role: "dialog", "aria-label": title(i), onkeydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); closePopover(); button.focus(); } } },
    h("div", { class: "pop-head" }, h("span", { class: `pop-num ${goalClass(nodes[i].number)}` }, nodes[i].number), h("div", {}, h("b", {}, title(i)), h("p", {}, t("matrix.in_area", { what: area })))),
    h("p", {}, bold(t("matrix.pop", { n: cell.count, direct: cell.count - cell.inherited, inherited: cell.inherited, measured: cell.measured }))),
    cell.dark.length ? h("div", { class: "pop-list" }, h("p", { class: "nobody-head" }, severityBadge("error"), h("b", {}, t("matrix.pop_unmeasured", { n: cell.dark.length }))),
      cell.dark.slice(0, 5).map((j) => darkStrategy(j))) : null,
    h("div", { class: "pop-foot" }, primaryButton(t("matrix.show_threads"), () => show("columns")), h("button", { type: "button", class: "control", onclick: () => show("list") }, t("matrix.open_list"))));
  matrix.root.append(box);
  placePopover(box, button);
  matrix.open = { box, button };
  button.classList.add("chosen");
  box.querySelector(".primary").focus({ preventScroll: true });
}

function darkStrategy(j) {
  const mark = s("svg", { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" }, s("path", { d: KIND_PATHS.Strategy, fill: "none", stroke: "var(--error)", "stroke-width": 1.4 }));
  return h("button", { type: "button", class: "link", onclick: () => update({ view: "columns", node: j }) }, mark, h("span", { class: "one" }, nodes[j].number ? `${nodes[j].number} ` : "", short(j)));
}
function primaryButton(text, onclick) {
  return h("button", { type: "button", class: "primary", onclick }, text);
}

/** Below the cell or above it, never on it. */
function placePopover(box, button) {
  const root = matrix.root.getBoundingClientRect();
  const cell = button.getBoundingClientRect();
  const height = box.offsetHeight;
  const width = box.offsetWidth;
  const under = cell.bottom + 10 + height <= root.bottom || cell.top - root.top < height + 10;
  const top = under ? cell.bottom + 10 : cell.top - height - 10;
  const left = Math.min(Math.max(root.left + 8, cell.right - width), root.right - width - 14);
  box.style.top = `${top - root.top + matrix.root.scrollTop}px`;
  box.style.left = `${left - root.left + matrix.root.scrollLeft}px`;
}

function closePopover() {
  if (!matrix.open) return;
  matrix.open.box.remove();
  matrix.open.button.classList.remove("chosen");
  matrix.open = null;
}

/** Targets by objectives: a filled square for a claim, a ring where only its strategies claim. */
function targetTable() {
  const objectives = layout.areas.flatMap((band) => band.rows);
  const targets = layout.goals.flatMap((band) => band.rows);
  const grid = h("div", { class: "grid targets-grid", role: "grid", "aria-label": t("matrix.targets_objectives") },
    h("div", { class: "grid-row heads-row", role: "row" }, h("div", { class: "corner", role: "columnheader" }, h("h2", {}, t("column.Target")), ` ${targets.length}`),
      objectives.map((i) => h("div", { class: "objective-head", role: "columnheader", title: title(i) }, h("span", {}, nodes[i].number || short(i))))),
    targets.map((target) => {
      const claims = new Map(inward[target].filter((edge) => edge.relation === "contributes_to").map((edge) => [edge.from, edge.role || "primary"]));
      return h("div", { class: "grid-row slim", role: "row" }, h("div", { class: `goal-name ${goalClass(goalNumber(target))}`, role: "rowheader" }, h("span", { class: "num" }, nodes[target].number), h("span", { class: "one" }, short(target))),
        objectives.map((i) => targetCell(target, i, claims)));
    }));
  grid.style.setProperty("--columns", objectives.length);
  return grid;
}

function targetCell(target, objective, claims) {
  const role = claims.get(objective) || (below(objective, "Strategy").some((i) => claims.has(i)) ? "strategies" : "");
  const label = `${nodes[target].number} × ${nodes[objective].number || short(objective)}`;
  if (!role) return h("div", { class: "holder", role: "gridcell" });
  return h("div", { class: "holder", role: "gridcell" }, h("button", { type: "button", tabindex: "-1", class: `claim by-${role} ${goalClass(goalNumber(target))}`, title: `${title(target)} × ${title(objective)}`, "aria-label": `${label}: ${role === "strategies" ? t("column.Strategy") : t(`role.${role}`)}`, onclick: () => update({ view: "columns", node: objective }) }));
}

function matrixSentence() {
  if (state.table === "targets") {
    const targets = layout.goals.flatMap((band) => band.rows);
    return bold(t("matrix.target_objective_sentence", { n: targets.filter((i) => inward[i].some((edge) => nodes[edge.from].kind === "Objective")).length, all: targets.length }));
  }
  const served = layout.goals.filter((band) => strategiesByGoal.get(nodes[band.node].number)).length;
  const cells = layout.goals.flatMap((band) => matrixAreas.map((area) => cellOf(nodes[band.node].number, area)));
  const empty = cells.filter((cell) => !cell.count).length;
  const dark = cells.filter((cell) => cell.dark.length).length;
  const first = served === layout.goals.length ? t("matrix.all_have", { n: served, all: served }) : t("matrix.some_have", { n: served, all: layout.goals.length });
  return [h("strong", {}, first), ` ${t("matrix.cells", { n: empty, all: cells.length })}, ${dark ? t("matrix.unmeasured_cells", { n: dark }) : t("matrix.all_measured")}.`];
}

function matrixSwitch() {
  if (!layout.areas.some((band) => band.rows.length)) return null;
  return h("div", { class: "segments", role: "group" }, [["goals", "matrix.goals_areas"], ["targets", "matrix.targets_objectives"]].map(([table, key]) =>
    h("button", { type: "button", "aria-pressed": String(state.table === table), onclick: () => update({ table }) }, t(key))));
}

function matrixLegend() {
  if (state.table === "targets") {
    return ["primary", "secondary", "negative"].map((role) => h("li", {}, h("span", { class: `claim sample by-${role} g11` }), t(`role.${role}`))).concat(h("li", {}, h("span", { class: "claim sample by-strategies g11" }), t("column.Strategy")));
  }
  const bounds = shadeBounds();
  const words = bounds.map((bound, place) => `${(place ? bounds[place - 1] : 0) + 1}–${bound}`).concat(`${bounds[3] + 1}+`);
  return [h("li", {}, t("column.Strategy"), h("span", { class: "scale" }, words.map((text, place) => h("span", { class: `shade${place + 1}` }, text)))), h("li", {}, `– ${t("matrix.none")}`),
    h("li", {}, h("span", { class: "parts sample" }, h("i", { class: "direct" })), t("matrix.direct")), h("li", {}, h("span", { class: "parts sample" }, h("i", { class: "through" })), t("matrix.through")),
    h("li", {}, h("span", { class: "parts sample" }, h("i", { class: "dark" })), t("matrix.nobody_any")), h("li", { class: "push" }, t("matrix.hint"))];
}
