// A followed thread: what belongs to it as cards, all else gathered to faded lines, the order unchanged.

const TRACE = { row: 30, pitch: 40, target: 46, rest: 24, sibling: 26, gap: 10, lane: 18, few: 12 };
const ROOMY = { row: 30, pitch: 40, gap: 10 };
const CLOSE = { row: 22, pitch: 26, gap: 6 };

/** The thread with the faded rest around it; that stands closer where it would else leave the window. */
function traceScene(width, height) {
  const scene = traceWith(ROOMY, width);
  return scene.height > height && scene.height < 1.6 * height ? traceWith(CLOSE, width) : scene;
}

function traceWith(measures, width) {
  Object.assign(TRACE, measures);
  const thread = currentThread();
  const column = traceColumns(width);
  const scene = {
    things: [],
    links: [],
    column,
    thread,
    makers: TRACE_MAKERS,
    rowOf: new Map(),
    heads: traceHeads(column),
    width: Math.max(width, column.width),
  };
  const flow = { scene, column, thread, has: (i) => thread.nodes.has(i), dense: countIn(thread, LEAF) > TRACE.few };
  flow.lanes = laneClaims(flow);
  const left = traceGoals(flow);
  const right = traceAreas(flow);
  scene.height = Math.max(left, right) + 16;
  traceFadedClaims(flow);
  traceClaims(flow);
  return scene;
}

function countIn(thread, kind) {
  return [...thread.nodes.keys()].filter((i) => nodes[i].kind === kind).length;
}

function traceColumns(width) {
  const spare = Math.max(0, Math.min(640, width - 1040));
  const squeeze = Math.min(1, Math.max(0.8, (width - 164) / 875));
  const parts = [
    ["goals", 154 + spare * 0.12, 0],
    ["targets", 142 + spare * 0.18, 61],
    ["areas", 112 + spare * 0.1, 12],
    ["objectives", 154 + spare * 0.2, 26],
    ["strategies", 164 + spare * 0.2, 36],
    ["indicators", 149 + spare * 0.2, 0],
  ];
  const column = {};
  let x = MARGIN;
  for (const [name, w, gap] of parts) {
    column[name] = { x, w: w * squeeze };
    x += w * squeeze + gap;
  }
  column.width = x + MARGIN;
  column.river = column.targets.x + column.targets.w;
  return column;
}

function traceHeads(column) {
  const total = (kind) => ofKind(kind).length;
  const last = total("Action") && LEAF === "Strategy" ? "column.indicators_actions" : "column.Indicator";
  return [
    ["goals", "column.Goal", layout.goals.length],
    ["targets", "column.Target", layout.goals.reduce((sum, band) => sum + band.rows.length, 0)],
    ["areas", "column.TargetArea", total("TargetArea")],
    ["objectives", "column.Objective", total("Objective")],
    ["strategies", `column.${LEAF}`, total(LEAF)],
    ["indicators", last, total("Indicator") + (LEAF === "Strategy" ? total("Action") : 0)],
  ].map(([name, key, count]) => ({ x: column[name].x, key, total: count }));
}

/** Claims of the origin that get a lane of their own past area and objective. */
function laneClaims({ thread }) {
  if (nodes[thread.origin].kind !== LEAF || thread.path) return [];
  const own = thread.claims.filter((claim) => claim.from === thread.origin);
  return own.length <= 8 ? own : [];
}

/** What a target in the thread is to its origin, for its card. */
function targetRole({ thread }, i) {
  const claims = thread.claims.filter((claim) => claim.to === i);
  const claim = claims.find((one) => one.from === thread.origin) || claims[0];
  if (!claim) return "";
  if (claim.how === "negative") return `− ${t("role.works_against")}`;
  if (claim.from === thread.origin)
    return claim.role ? `${t("role.direct")}, ${t(`role.${claim.role}`)}` : t("role.direct");
  if (claim.how === "inherited") return t("role.via", { what: nodes[claim.from].number || short(claim.from) });
  return claims.length > 1 ? `×${claims.length}` : t("role.direct");
}

function traceGoals(flow) {
  const { scene, column, has } = flow;
  const width = column.goals.w + column.targets.w;
  let y = 12;
  const tracedLoose = layout.unprioritised.filter(has);
  for (const band of [...layout.goals, ...tracedLoose.map((node) => ({ node, rows: below(node, "Target") }))]) {
    const rows = band.rows.filter(has);
    if (!has(band.node) && !rows.length) {
      scene.things.push({
        key: `g${band.node}`,
        type: "faintGoal",
        i: band.node,
        x: column.goals.x,
        y,
        w: width,
        h: TRACE.row,
        count: band.rows.length,
      });
      for (const i of [band.node, ...band.rows]) scene.rowOf.set(i, { y: y + TRACE.row / 2, h: TRACE.row, faint: true });
      y += TRACE.pitch;
      continue;
    }
    const rest = band.rows.length - rows.length;
    const each = rows.length > 8 ? 20 : TRACE.target;
    const height = Math.max(band.rows.length ? 70 : 44, rows.length * each + (rest ? TRACE.rest : 0));
    scene.things.push({
      key: `g${band.node}`,
      type: "goal",
      i: band.node,
      x: column.goals.x,
      y,
      w: width,
      h: height,
      head: column.goals.w,
      plain: true,
    });
    scene.rowOf.set(band.node, { y: y + height - (rest ? TRACE.rest / 2 : height / 2), h: height, top: y });
    rows.forEach((row, place) => {
      scene.things.push({
        key: `n${row}`,
        type: each < 30 ? "target" : "tracedTarget",
        i: row,
        x: column.targets.x,
        y: y + place * each,
        w: column.targets.w,
        h: each,
        role: targetRole(flow, row),
        first: place === 0,
      });
      scene.rowOf.set(row, { y: y + (place + 0.5) * each, h: each });
    });
    if (rest)
      scene.things.push({
        key: `r${band.node}`,
        type: "rest",
        text: t("ui.others", { n: rest }),
        goal: nodes[band.node].number,
        x: column.targets.x,
        y: y + rows.length * each,
        w: column.targets.w,
        h: height - rows.length * each,
      });
    for (const row of band.rows)
      if (!scene.rowOf.has(row)) scene.rowOf.set(row, { y: y + height - 12, h: 20, faint: true });
    y += height + TRACE.gap;
  }
  const others = layout.unprioritised.length - tracedLoose.length;
  if (others) {
    scene.things.push({
      key: "unprioritised",
      type: "restBox",
      text: t("ui.unprioritised", { n: others }),
      x: column.goals.x,
      y,
      w: width,
      h: TRACE.row,
    });
    y += TRACE.pitch;
  }
  return y;
}
