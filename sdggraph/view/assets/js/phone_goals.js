// Global goals and gaps on a phone.

function phoneGoals() {
  return layout.goals.map((band) => {
    const goal = nodes[band.node];
    const key = `goal-${band.node}`;
    const open = phone.open.has(key);
    const strategies = strategiesByGoal.get(goal.number) || 0;
    const said =
      [
        strategies ? countWords("Strategy", strategies) : "",
        band.rows.length ? countWords("Target", band.rows.length) : "",
      ]
        .filter(Boolean)
        .join(", ") || t("panel.trace_nobody");
    return h(
      "section",
      { class: `area-card${open ? " open" : ""}` },
      stripe([goal.number]),
      phoneHead(
        key,
        open,
        h("span", { class: `tag ${goalClass(goal.number)}` }, goal.number),
        h("span", { class: "words" }, h("b", {}, title(band.node)), h("span", {}, said)),
      ),
      open
        ? h(
            "div",
            { class: "area-rows" },
            goal.text ? h("p", { class: "significance-text" }, inWords(goal.text)) : null,
            band.rows.map((i) => phoneTarget(i)),
            showThreadsOf(band.node),
          )
        : null,
    );
  });
}

function phoneTarget(i) {
  const followed = !gapSets.unfollowed.has(i);
  const count = inward[i].filter((edge) => edge.relation === "contributes_to").length;
  return phoneItem(
    i,
    "",
    h("span", { class: `tag small-tag ${goalClass(goalNumber(i))}` }, nodes[i].number),
    h(
      "span",
      { class: "words" },
      h("b", {}, title(i)),
      h(
        "span",
        { class: "why" },
        followed
          ? count
            ? t("phone.contributors", { n: count })
            : ""
          : h("b", { class: "s-warning" }, t("gap.unfollowed")),
      ),
    ),
  );
}

function phoneGaps() {
  const list = gapList().filter(([name]) => name !== "broken");
  if (!list.length) return h("p", { class: "no-hit" }, t(isWaiting ? "empty.level3_goals" : "gap.none"));
  return list.map(([name, count]) => {
    const key = `gap-${name}`;
    const open = phone.open.has(key);
    return h(
      "section",
      { class: `area-card plain${open ? " open" : ""}` },
      phoneHead(
        key,
        open,
        icon(name),
        h("span", { class: "words" }, h("b", {}, t(`gap.${name}`))),
        h("span", { class: "count" }, count),
      ),
      open
        ? h(
            "div",
            { class: "area-rows" },
            plan.gaps[name].slice(0, 200).map(phoneGap),
          )
        : null,
    );
  });
}

/** One node of a gap, as its kind is shown. */
function phoneGap(i) {
  if (nodes[i].kind === "Target") return phoneTarget(i);
  return ["Objective", "Strategy"].includes(nodes[i].kind) ? phoneObjective(i) : phonePlain(i);
}

function phonePlain(i) {
  return phoneItem(
    i,
    "",
    kindMark(nodes[i].kind),
    h("span", { class: "words" }, h("b", { dir: "auto" }, title(i)), h("span", { class: "why" }, kindName(i))),
  );
}
