// Areas on a phone: each objective in words, how it stands, why, and who owns it.

/** Filter chips, then a card for each area. */
function phoneAreas() {
  const bands = layout.areas;
  const areas = bands.filter((band) => band.node !== null).length;
  const chips = [["", areas ? t("phone.all_areas", { n: areas }) : t("ui.all"), null]];
  if (plan.gaps.unmeasured.length) chips.push(["unmeasured", t("gap.unmeasured"), plan.gaps.unmeasured.length]);
  if (plan.gaps.idle.length) chips.push(["idle", t("phone.without_strategy"), plan.gaps.idle.length]);
  if (plan.gaps.unreached.length) chips.push(["unreached", t("gap.unreached_short"), plan.gaps.unreached.length]);
  const row = h(
    "div",
    { class: "phone-chips" },
    (chips.length > 1 || areas ? chips : []).map(([gap, text, count]) =>
      h(
        "button",
        {
          type: "button",
          "data-key": `chip-${gap}`,
          "aria-pressed": String((state.gap || "") === gap),
          onclick: () => update({ gap: gap || null }),
        },
        gap ? icon(gap) : null,
        text,
        count === null ? null : h("span", {}, count),
      ),
    ),
  );
  const fits = (i) =>
    !state.gap || gapSets[state.gap].has(i) || below(i, "Strategy").some((j) => gapSets[state.gap].has(j));
  const direct = (band) => (band.direct || []).filter(fits);
  const cards = bands.map((band) => phoneArea(band, band.rows.filter(fits), direct(band))).filter(Boolean);
  const loose = phoneLoose(layout.orphans.filter(fits));
  return [
    row,
    isWaiting ? h("div", { class: "phone-await" }, awaitCard()) : null,
    cards,
    loose,
    state.gap && !cards.length && !loose ? phoneLoose(plan.gaps[state.gap]) : null,
  ];
}

function phoneArea(band, rows, direct) {
  if (state.gap && !rows.length && !direct.length && !(band.node !== null && gapSets[state.gap].has(band.node))) return null;
  const key = `area-${band.node}`;
  const open = phone.open.has(key) || (Boolean(state.gap) && rows.length + direct.length > 0);
  const goals = band.node === null ? [] : stripeGoals(band.node);
  const dark = band.rows.filter((i) => gapSets.unmeasured.has(i)).length;
  const said = !band.rows.length
    ? t("phone.no_objectives")
    : [
        t("phone.objectives", { n: band.rows.length }),
        ", ",
        dark ? h("b", { class: "s-error" }, t("phone.unmeasured", { n: dark })) : t("phone.all_measured"),
      ];
  const name = band.node === null ? t("phone.no_area") : title(band.node);
  return h(
    "section",
    { class: `area-card${open ? " open" : ""}` },
    stripe(goals.length ? goals : [""]),
    phoneHead(
      key,
      open,
      h("span", { class: "number" }, band.node === null ? "" : nodes[band.node].number || ""),
      h("span", { class: "words" }, h("b", { dir: "auto" }, name), h("span", {}, said)),
      goals.slice(0, 2).map((goal) => h("span", { class: `tag ${goalClass(goal)}` }, goal)),
    ),
    open
      ? h(
          "div",
          { class: "area-rows" },
          orderByNeed(rows).map(phoneObjective),
          direct.map(phoneObjective),
          band.node === null || state.gap
            ? null
            : showThreadsOf(band.node),
        )
      : null,
  );
}

/** Broken first, then results that are not accepted, then the rest; within each as the plan has them. */
function orderByNeed(rows) {
  const need = (i) => (gapSets.broken.has(i) ? 0 : ({ unaccepted: 1, acceptable: 2 }[worstResult(i)?.result] ?? 3));
  return [...rows].sort((a, b) => need(a) - need(b));
}

const NEED = ["unaccepted", "acceptable", "measured", "desired", "unmeasured"];

/** The indicator of a node that fares worst. */
function worstResult(i) {
  return indicatorsOf(i)
    .map((j) => nodes[j])
    .sort((a, b) => NEED.indexOf(a.result) - NEED.indexOf(b.result))[0];
}

/** A line of a phone's card: touching it opens the sheet of its node. */
function phoneItem(i, cls, ...content) {
  const open = () => {
    phone.folded = false;
    update({ node: i });
  };
  return h(
    "button",
    { type: "button", class: `objective-item${cls}`, "data-key": `n-${i}`, onclick: open },
    ...content,
    icon("right"),
  );
}

/** From a card to the picture of its thread. */
function showThreadsOf(i) {
  const show = () => {
    phone.folded = true;
    update({ tab: "threads", node: i });
  };
  return h("button", { type: "button", class: "more", onclick: show }, icon("tree"), t("matrix.show_threads"));
}

/** The head of a card, which opens and closes it. */
function phoneHead(key, open, ...content) {
  const toggle = () => {
    if (!phone.open.delete(key)) phone.open.add(key);
    drawPhone();
  };
  return h(
    "button",
    { type: "button", class: "area-head-button", "data-key": key, "aria-expanded": String(open), onclick: toggle },
    ...content,
    icon(open ? "down" : "right"),
  );
}

/** One objective in words: how it stands, why, who owns it. */
function phoneObjective(i) {
  const { mark, cls, head, why, broken } = standing(i);
  const strategies = leavesOf(i, LEAF).length;
  const owner = ownersOf(i).map(title).join(", ");
  const last = [
    strategies && !broken ? countWords(LEAF, strategies) : "",
    owner ? t("phone.owner", { who: owner }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
  return phoneItem(
    i,
    broken ? " broken" : "",
    mark,
    h(
      "span",
      { class: "words" },
      h("b", { dir: "auto" }, title(i)),
      h("span", { class: "why" }, h("b", { class: cls }, head), why ? ` ${why}` : ""),
      last ? h("span", { class: "who" }, last) : null,
    ),
  );
}

function standing(i) {
  const strategies = leavesOf(i, "Strategy").length;
  if (gapSets.unreached.has(i))
    return {
      mark: severityBadge("error"),
      cls: "s-error",
      head: t("phone.unreached"),
      why: t("phone.unreached_why"),
      broken: true,
    };
  if (gapSets.unmeasured.has(i))
    return {
      mark: severityBadge("error"),
      cls: "s-error",
      head: t("phone.nobody_measures"),
      why: strategies ? t("phone.nobody_why", { n: strategies }) : t("phone.nobody_why_none"),
      broken: true,
    };
  if (gapSets.idle.has(i))
    return {
      mark: severityBadge("warning"),
      cls: "s-warning",
      head: t("phone.idle"),
      why: t("phone.idle_why"),
      broken: false,
    };
  const indicator = worstResult(i);
  const result = indicator ? indicator.result : "measured";
  if (!indicator) return { mark: resultBadge("measured"), cls: "", head: `${capital(t("matrix.through"))}.`, why: "" };
  const target = lastTarget(indicator);
  const values = {
    title: short(indicator.i),
    value: indicator.latest ? quantity(indicator.latest.value, indicator.unit) : "",
    target: target ? quantity(target.value, indicator.unit) : "",
  };
  const why = indicator.latest
    ? t(target ? "phone.result_target" : "phone.result_line", values)
    : `${short(indicator.i)}.`;
  return { mark: resultBadge(result), cls: `r-${result}`, head: `${capital(t(`result.${result}`))}.`, why };
}

/** What stands in no area, each as its kind is shown. */
function phoneLoose(found) {
  if (!found.length) return null;
  return h(
    "section",
    { class: "area-card loose" },
    h("div", { class: "area-rows" }, found.map(phoneGap)),
  );
}
