// The claims of a followed thread: lanes past the cards, whole areas, and the faint rest of the river.

/** Whatever does not belong to the thread stays in the river as a breath of itself. */
function traceFadedClaims({ scene, column, thread }) {
  const seen = new Set();
  for (const band of layout.areas) {
    for (const i of [band.node, ...band.rows]) {
      if (i === null || !scene.rowOf.has(i) || (nodes[i].kind === "Objective" && scene.rowOf.get(i).top !== undefined))
        continue;
      for (const claim of claimsOf(i)) {
        const from = scene.rowOf.get(claim.to);
        const to = scene.rowOf.get(i);
        if (!from || (thread.nodes.has(claim.to) && thread.nodes.has(i))) continue;
        const key = `${round(from.y)}-${round(to.y)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        scene.links.push({
          at: [column.river, from.y, column.areas.x, to.y],
          sides: ["left", "right"],
          cls: "t dim",
          order: -1,
        });
      }
    }
  }
}

/** Each claim of the thread, drawn apart: direct, inherited, against. */
function traceClaims(flow) {
  const { scene, thread } = flow;
  const lanes = flow.lanes.filter((claim) => scene.rowOf.has(claim.to));
  const above = lanes
    .filter((claim) => claim.how !== "negative")
    .sort((a, b) => scene.rowOf.get(a.to).y - scene.rowOf.get(b.to).y);
  const under = lanes.filter((claim) => claim.how === "negative");
  const at = scene.rowOf.get(thread.origin);
  if (lanes.length && at) {
    const top = flow.laneTop ?? at.top - above.length * TRACE.lane;
    const bottom = flow.laneBottom ?? at.top + at.h;
    const slots = above.length + 1;
    above.forEach((claim, place) =>
      drawLane(flow, claim, top + place * TRACE.lane + 6, at.top + 16 + ((at.h - 40) * (place + 0.5)) / slots),
    );
    under.forEach((claim, place) =>
      drawLane(flow, claim, bottom + place * TRACE.lane, Math.min(at.top + at.h - 10, at.top + at.h - 14 + place * 5)),
    );
  }
  const own = new Set(thread.claims.filter((claim) => claim.from === thread.origin).map((claim) => claim.to));
  const rest = thread.claims.filter(
    (claim) => !lanes.includes(claim) && (claim.from === thread.origin || !own.has(claim.to)),
  );
  drawWholeClaims(flow, rest);
}

/** A lane: from the target over the river, level past area and objective, and down to the strategy. */
function drawLane({ scene, column }, claim, y, end) {
  const from = scene.rowOf.get(claim.to);
  const out = column.areas.x - 8;
  const inn = column.objectives.x + column.objectives.w - 2;
  const x1 = column.river;
  const m1 = (x1 + out) / 2;
  const m2 = (inn + column.strategies.x) / 2;
  const d = `M${x1} ${round(from.y)}C${m1} ${round(from.y)} ${m1} ${round(y)} ${out} ${round(y)}H${inn}C${m2} ${round(y)} ${m2} ${round(end)} ${column.strategies.x} ${round(end)}`;
  const against = claim.how === "negative";
  const cls = `t follow${claim.role === "secondary" ? " second" : ""}${against ? " against" : ""}`;
  const code = nodes[claim.to].number || "–";
  scene.links.push({
    d,
    cls,
    goal: goalNumber(claim.to),
    casing: true,
    order: 5,
    chip: { x: column.objectives.x + column.objectives.w - 62, y, text: against ? `− ${code}` : code },
  });
}

/** Claims of areas and objectives in the thread, and of strategies where there are too many for lanes. */
function drawWholeClaims(flow, claims) {
  const { scene, column, thread } = flow;
  if (CLAIMED.has(nodes[thread.origin].kind)) return drawServedClaims(flow, claims);
  const slots = new Map();
  const slot = (i) => {
    slots.set(i, (slots.get(i) || 0) + 1);
    return slots.get(i) - 1;
  };
  const seen = new Set();
  for (const claim of claims.sort((a, b) => (scene.rowOf.get(a.to)?.y || 0) - (scene.rowOf.get(b.to)?.y || 0))) {
    const from = scene.rowOf.get(claim.to);
    const host = claimHost(flow, claim.from);
    if (!from || host === null) continue;
    const to = scene.rowOf.get(host);
    const key = `${claim.to}-${host}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const area = nodes[host].kind === "TargetArea";
    const y = to.top + Math.min(to.h - 5, (area ? 16 : 12) + slot(host) * (area ? 14 : 7));
    const direct =
      claim.how === "direct" && (claim.from === thread.origin || CLAIMED.has(nodes[thread.origin].kind) || thread.path);
    const cls =
      claim.how === "negative"
        ? "t follow against"
        : direct
          ? `t follow${claim.role === "secondary" ? " second" : ""}`
          : claim.how === "direct"
            ? "t follow second thin"
            : "t follow inherit";
    const goal = goalNumber(claim.to);
    if (area)
      scene.links.push({
        d: curve(column.river, from.y, column.areas.x - 4, y),
        cls,
        goal,
        dot: [column.areas.x - 4, y],
        order: 4,
      });
    else scene.links.push({ d: throughLane(flow, from.y, y, host), cls, goal, order: 4 });
  }
}

/** The claims on one goal or target: a curve to each area that they come from, the wider the more they are. */
function drawServedClaims({ scene, column }, claims) {
  const curves = new Map();
  for (const claim of claims) {
    const band = bandOf.get(claim.from) || bandOf.get(nodes[claim.from].parent);
    const area = band && band.node !== null && scene.rowOf.has(band.node) ? band.node : claim.from;
    if (!scene.rowOf.has(area) || !scene.rowOf.has(claim.to)) continue;
    const key = `${claim.to}-${area}-${claim.how === "negative"}`;
    const found = curves.get(key) || { to: claim.to, area, against: claim.how === "negative", whole: false, count: 0 };
    found.count += 1;
    found.whole = found.whole || (claim.from === area && nodes[area].kind === "TargetArea");
    curves.set(key, found);
  }
  const slots = new Map();
  for (const { to, area, against, whole, count } of [...curves.values()].sort(
    (a, b) => scene.rowOf.get(a.to).y - scene.rowOf.get(b.to).y,
  )) {
    const at = scene.rowOf.get(area);
    const place = slots.get(area) || 0;
    slots.set(area, place + 1);
    const left =
      nodes[area].kind === "TargetArea"
        ? column.areas.x
        : nodes[area].kind === "Objective"
          ? column.objectives.x
          : column.strategies.x;
    const y = (at.top ?? at.y - at.h / 2) + Math.min(at.h - 5, 12 + place * 9);
    const cls = against ? "t follow against" : whole && count === 1 ? "t follow inherit" : "t follow second";
    scene.links.push({
      at: [column.river, scene.rowOf.get(to).y, left - (whole ? 4 : 0), y],
      sides: ["left", "right"],
      cls,
      width: against || (whole && count === 1) ? null : Math.min(4, 1.4 + Math.log2(count) * 0.6),
      goal: goalNumber(to),
      dot: whole ? [left - 4, y] : null,
      order: 4,
    });
  }
}

/** The node of the picture that a claim arrives at: the claimer itself, or the objective that gathers it. */
function claimHost({ scene, dense }, i) {
  const kind = nodes[i].kind;
  if (kind === "TargetArea" || kind === "Objective") return scene.rowOf.has(i) ? i : null;
  const parent = nodes[i].parent;
  if (parent !== undefined && scene.rowOf.has(parent) && kind === LEAF) return parent;
  return parent === undefined && scene.rowOf.has(i)
    ? i
    : parent !== undefined
      ? claimHost({ scene, dense }, parent)
      : null;
}

/** Past the area's card, below it where it would be in the way, to an objective's left edge. */
function throughLane({ scene, column }, from, to, host) {
  const band = bandOf.get(host);
  const area = band && band.node !== null ? scene.rowOf.get(band.node) : null;
  const left = nodes[host].kind === "Objective" ? column.objectives.x : column.strategies.x;
  const out = column.areas.x - 4;
  const m1 = (column.river + out) / 2;
  let y = to;
  if (area && y > area.top - 6 && y < area.top + area.h + 6)
    y = area.top + area.h + 6 + (to - scene.rowOf.get(host).top) / 6;
  const inn = Math.max(out, left - 14);
  const m2 = (inn + left) / 2;
  return `M${column.river} ${round(from)}C${m1} ${round(from)} ${m1} ${round(y)} ${out} ${round(y)}H${inn}C${m2} ${round(y)} ${m2} ${round(to)} ${left} ${round(to)}`;
}

const TRACE_MAKERS = {
  faintGoal: (thing) =>
    nodeButton(
      thing.i,
      `faint-row goal-faint ${goalClass(nodes[thing.i].number)}`,
      h("span", { class: "num" }, nodes[thing.i].number),
      h("span", { class: "one" }, title(thing.i)),
      thing.count ? h("span", {}, countWords("Target", thing.count)) : null,
    ),
  faintArea: (thing) =>
    thing.i === null
      ? h("div", { class: "faint-row" }, h("span", { class: "one" }, thing.name), thing.count)
      : nodeButton(
          thing.i,
          "faint-row",
          stripe(stripeGoals(thing.i)),
          h("span", { class: "one" }, nodes[thing.i].number ? `${nodes[thing.i].number}\u2002` : "", thing.name),
          thing.count,
        ),
  faintRow: (thing) =>
    nodeButton(
      thing.i,
      "faint-row",
      h("span", { class: "one" }, nodes[thing.i].number ? `${nodes[thing.i].number}\u2002` : "", short(thing.i)),
    ),
  faintCount: (thing) => h("div", { class: "faint-row stacked" }, h("span", { class: "one" }, thing.text)),
  rest: (thing) =>
    h("div", { class: `row target-row rest ${goalClass(thing.goal)}` }, h("span", { class: "one" }, thing.text)),
  restBox: (thing) => h("div", { class: "faint-row rest-box" }, thing.text),
  groupHead: (thing) => h("div", { class: "group-head" }, kindMark(thing.kind), t(`column.${thing.kind}`)),
  tracedTarget: (thing) =>
    nodeButton(
      thing.i,
      `traced-target ${goalClass(goalNumber(thing.i))}`,
      h("span", { class: "top-line" }, h("b", {}, nodes[thing.i].number), h("span", { class: "one" }, thing.role)),
      h("span", { class: "one name" }, short(thing.i)),
    ),
  tracedArea: (thing) =>
    nodeButton(
      thing.i,
      "card area traced",
      stripe(stripeGoals(thing.i)),
      h(
        "b",
        { class: "clamp three" },
        nodes[thing.i].number ? h("span", {}, nodes[thing.i].number, "\u2002") : null,
        title(thing.i),
      ),
    ),
  tracedCard(thing) {
    const node = nodes[thing.i];
    const leaves = leavesOf(thing.i, LEAF).length;
    const line =
      node.kind === "Objective" && leaves
        ? `${countWords(LEAF, leaves)} · ${isMeasured(thing.i) ? t("legend.measured") : t("legend.unmeasured")}`
        : null;
    return nodeButton(
      thing.i,
      "card small traced",
      stripe(node.kind === "Benefit" ? [] : stripeGoals(thing.i)),
      h("b", { class: "clamp three" }, node.number ? `${node.number}\u2002` : null, title(thing.i)),
      line ? h("span", { class: "line" }, line) : null,
    );
  },
  tracedAction(thing) {
    const node = nodes[thing.i];
    const period = node.period ? [...new Set([node.period.start, node.period.end].filter(Boolean))].join("–") : "";
    const money = node.budget ? millions(node.budget) : node.within_frame ? t("panel.within_frame") : "";
    return nodeButton(
      thing.i,
      "card small traced",
      h("b", { class: "clamp" }, title(thing.i)),
      h("span", { class: "line" }, [period, money].filter(Boolean).join(" · ")),
    );
  },
  origin(thing) {
    const node = nodes[thing.i];
    const counts = SEVERITIES.map((severity) => [
      severity,
      notesAt[thing.i].filter((note) => note.severity === severity).length,
    ]).filter(([, count]) => count);
    return nodeButton(
      thing.i,
      "card full",
      stripe(stripeGoals(thing.i)),
      node.number ? h("span", { class: "number" }, node.number) : null,
      h("b", { class: "clamp three" }, title(thing.i)),
      counts
        .slice(0, 1)
        .map(([severity, count]) =>
          h("span", { class: "line" }, severityBadge(severity), `${count} ${t(`severity.${severity}`, { n: count })}`),
        ),
    );
  },
};
