// Below the picture: the legend, how much is shown, and how large.

function lineSample(cls, goal, end) {
  return s(
    "svg",
    { class: "line", viewBox: "0 0 27 10", "aria-hidden": "true" },
    s("path", { class: `${cls} ${goalClass(goal)}`, d: end ? "M0 5H18" : "M0 5H27" }),
    end === "cross"
      ? s("path", { class: "cross", d: "M21 2l6 6M27 2l-6 6" })
      : end === "ring"
        ? s("circle", { class: `ring ${goalClass(goal)}`, cx: 22, cy: 5, r: 3.6 })
        : null,
  );
}

function drawFoot(scene) {
  const entry = (mark, key, values) => h("li", {}, mark, t(key, values));
  const some =
    scene && scene.thread && firstGoal(scene.thread.origin)
      ? firstGoal(scene.thread.origin)
      : layout.goals.length
        ? nodes[layout.goals[Math.min(5, layout.goals.length - 1)].node].number
        : "11";
  let items = [];
  if (state.view === "columns" && isWaiting)
    items = [
      entry(lineSample("t wait", "4", "ring"), "legend.waiting"),
      layout.goals.length ? entry(h("span", { class: "slot sample" }), "empty.slot_precondition") : null,
      plan.gaps.repaired.length
        ? entry([severityBadge("info"), h("s", {}, nodes[plan.gaps.repaired[0]].written)], "legend.repaired")
        : null,
    ];
  else if (state.view === "columns" && scene && scene.thread)
    items = [
      entry(lineSample("t follow", some), "legend.direct"),
      entry(lineSample("t follow inherit", some), "legend.inherited"),
      entry(lineSample("t follow against", "15"), "legend.negative"),
      entry(lineSample("t ink"), "legend.belongs"),
    ];
  else if (state.view === "columns" && !isEmpty) items = overviewLegend(entry, some);
  else if (state.view === "matrix") items = matrixLegend();
  else if (state.view === "free") items = [h("li", {}, t("free.hint"))];
  refill(
    frame.foot,
    h("ul", { class: "legend" }, items),
    h("span", { class: "shown", role: "status" }, shownWords(scene)),
    state.view === "columns" && !isWaiting && !isEmpty && !(scene && scene.thread) ? zoomControl() : null,
  );
}

function overviewLegend(entry, some) {
  const chevron = (open) =>
    s(
      "svg",
      { class: "mark", viewBox: "0 0 12 12" },
      s("path", {
        d: KIND_PATHS.Strategy,
        fill: open ? "none" : null,
        stroke: open ? "var(--error)" : null,
        "stroke-width": open ? 1.4 : null,
      }),
    );
  const results = ofKind("Indicator").length
    ? ["desired", "acceptable", "unaccepted", "unmeasured"].map((result) =>
        entry(resultBadge(result), `result.${result}`),
      )
    : [];
  return [
    entry(lineSample("t", some), "legend.direct"),
    entry(lineSample("t whole", some), "legend.inherited_area"),
    plan.gaps.unmeasured.length ? entry(lineSample("t stop", "", "cross"), "legend.broken") : null,
    hasStrategies ? [entry(chevron(false), "legend.measured"), entry(chevron(true), "legend.unmeasured")] : null,
    results,
  ];
}

function shownWords(scene) {
  const all = nodes.length;
  if (state.view !== "columns" || !scene) return "";
  if (scene.thread)
    return t("ui.traced", { n: scene.thread.nodes.size, rest: Math.max(0, all - scene.thread.nodes.size) });
  if (columnsView.lit) return t("ui.filtered", { n: columnsView.lit.hits.size });
  const shown = new Set(scene.things.flatMap((thing) => (thing.type === "indicators" ? [] : (thing.i ?? [])))).size;
  return t("ui.shown", { n: Math.min(shown, all), all }) + (shown < all && !isWaiting ? t("ui.gathered") : "");
}

function zoomControl() {
  const at = LEVELS.indexOf(state.level);
  const step = (by, name, label) =>
    h(
      "button",
      {
        type: "button",
        "aria-label": t(label),
        title: t(label),
        disabled: !LEVELS[at + by],
        onclick: () => update({ level: LEVELS[at + by] }),
      },
      icon(name),
    );
  const words = { gathered: "40 %", row: t("ui.fitted"), card: "100 %", full: "150 %" };
  return h(
    "div",
    { class: "zoom", role: "group", "aria-label": t("ui.zoom") },
    step(-1, "minus", "ui.zoom_out"),
    button("", () => update({ level: "row", open: new Set(OPEN_AT_START) }), words[state.level]),
    step(1, "plus", "ui.zoom_in"),
  );
}
