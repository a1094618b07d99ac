// Objectives, strategies and indicators: as rows and as cards of two sizes.

function workRow(thing) {
  const node = nodes[thing.i];
  const broken = gapSets.unmeasured.has(thing.i) && node.kind !== "Action";
  const lines = linesIn(thing.h);
  const badge = worstBadge(thing.i) || (broken ? severityBadge("error") : null);
  const beside = 14 + (node.number ? Math.max(26, node.number.length * 6 + 6) : 0) + (badge ? 17 : 0);
  const cls = `row objective-row${thing.first ? " first" : ""}${thing.last ? " last" : ""}${broken ? " broken" : ""}`;
  return nodeButton(
    thing.i,
    cls,
    stripe(stripeGoals(thing.i)),
    node.number ? h("span", { class: "num" }, node.number) : null,
    h("span", { class: LINED[lines] }, fittedTitle(thing.i, thing.w - beside, lines)),
    badge,
  );
}

/** What is wrong, in a card's corner. */
function cornerBadge(i) {
  const severity = worst(i) || (gapSets.broken.has(i) ? "error" : "");
  return severity ? h("span", { class: "corner-badge" }, severityBadge(severity)) : null;
}

function workCard(thing) {
  const node = nodes[thing.i];
  const full = thing.h > 80;
  const findings = SEVERITIES.map((severity) => [
    severity,
    notesAt[thing.i].filter((note) => note.severity === severity).length,
  ]).find(([, count]) => count);
  const results = indicatorsOf(thing.i).map((i) => nodes[i].result);
  if (!full) {
    return nodeButton(
      thing.i,
      "card small",
      stripe(stripeGoals(thing.i)),
      h("b", { class: "clamp" }, node.number ? `${node.number}\u2002` : null, title(thing.i)),
      cornerBadge(thing.i),
    );
  }
  const leaves = leavesOf(thing.i, LEAF).length;
  const line = findings
    ? [severityBadge(findings[0]), `${findings[1]} ${t(`severity.${findings[0]}`, { n: findings[1] })}`]
    : node.kind === "Objective" && leaves
      ? countWords(LEAF, leaves)
      : results.length
        ? [resultMarks(results, 6)]
        : !isMeasured(thing.i)
          ? h("span", { class: "s-error" }, t("gap.unmeasured"))
          : null;
  return nodeButton(
    thing.i,
    "card full",
    stripe(stripeGoals(thing.i)),
    node.number ? h("span", { class: "number" }, node.number) : null,
    h("b", { class: "clamp three" }, title(thing.i)),
    line ? h("span", { class: "line" }, line) : null,
  );
}

function indicatorCard(thing) {
  const node = nodes[thing.i];
  const target = lastTarget(node);
  return nodeButton(
    thing.i,
    "card small traced",
    h("b", { class: "one", style: null }, short(thing.i)),
    h(
      "span",
      { class: "line" },
      resultBadge(node.result),
      node.latest ? h("strong", {}, quantity(node.latest.value, node.unit)) : t("result.unmeasured"),
      target && node.latest
        ? h("span", { class: "push" }, t("panel.target_short", { value: quantity(target.value, node.unit) }))
        : null,
    ),
  );
}

/** The target value with the latest date. */
function lastTarget(node) {
  return (
    [...(node.target_values || [])]
      .filter((one) => one.value !== null && one.value !== undefined)
      .sort((a, b) => String(a.date).localeCompare(String(b.date)))
      .pop() || null
  );
}

const bandsOfIndicator = new Map();
for (const band of layout.areas)
  for (const i of band.indicators || []) bandsOfIndicator.set(i, (bandsOfIndicator.get(i) || 0) + 1);

function sharedBy(i) {
  return bandsOfIndicator.get(i) || 0;
}

/** Unfold gathered strategies where they have a place of their own, else follow one or list them all. */
function openStrategies({ i, leaves }) {
  if (i !== null && (nodes[i].kind === "TargetArea" || below(i, LEAF).length)) toggleOpen(i);
  else if (leaves.length === 1) follow(leaves[0]);
  else if (i !== null) follow(i);
  else update({ view: "list", filter: { area: FACETS.area.of(leaves[0])[0] } });
}

function toggleOpen(i) {
  const open = new Set(state.open);
  if (!open.delete(i)) open.add(i);
  update({ open });
}
