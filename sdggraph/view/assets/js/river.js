// The threads of the overview: claims across the river, and the short links from row to row.

function drawRiver(flow) {
  const { scene, column, shown } = flow;
  if (!shown.areas && !shown.objectives) return;
  const rightX = shown.areas ? column.areas.x : column.objectives.x;
  for (const band of layout.areas) {
    if (shown.goals) drawClaims(flow, band, rightX);
    if (isOpen(band)) drawRows(flow, band);
    else drawGatheredLinks(flow, band);
  }
  scene.links.sort((a, b) => (a.order || 0) - (b.order || 0));
}

/** The claims of a band: whole areas dashed with a dot, objectives' own and their strategies' as curves. */
function drawClaims(flow, band, rightX) {
  const { scene, column } = flow;
  const leftX = column.river;
  const area = band.node !== null ? scene.rowOf.get(band.node) : null;
  if (area) {
    claimsOf(band.node)
      .filter((claim) => scene.rowOf.has(claim.to))
      .forEach((claim, place) => {
        const y = area.top + 12 + place * 9;
        scene.links.push({
          at: [leftX, scene.rowOf.get(claim.to).y, rightX - 4, y],
          sides: ["left", "right"],
          cls: nodes[claim.to].kind === "NationalGoal" ? "t whole grey" : "t whole",
          goal: goalNumber(claim.to),
          dot: [rightX - 4, y],
          ends: [claim.to, band.node],
          order: 1,
        });
      });
  }
  if (!isOpen(band)) return drawGathered(flow, band, leftX, rightX);
  const byGoal = new Map();
  for (const claim of band.rows.flatMap((row) => rowClaims(flow, row))) {
    drawShort(flow, claim);
    const goal = goalNumber(claim.to);
    if (!byGoal.has(goal)) byGoal.set(goal, []);
    byGoal.get(goal).push(claim);
  }
  for (const claims of byGoal.values()) drawBundle(flow, claims, leftX, rightX);
}

/** What an objective claims, each claim at its height: its own, then faintly what only its strategies do. */
function rowClaims({ scene }, row) {
  const at = scene.rowOf.get(row);
  if (!at) return [];
  const own = claimsOf(row).filter((claim) => claim.role !== "negative" && scene.rowOf.has(claim.to));
  const known = new Set(own.map((claim) => claim.to));
  const more = new Set();
  for (const leaf of below(row, LEAF))
    for (const claim of claimsOf(leaf))
      if (claim.role !== "negative" && !known.has(claim.to) && scene.rowOf.has(claim.to)) more.add(claim.to);
  const others = [...more].slice(0, 6);
  return [
    ...own.map(({ to, role }, place) => ({
      to,
      row,
      y: at.top + (at.h * (place + 0.5)) / own.length,
      cls: role === "secondary" ? "t second" : "t",
    })),
    ...others.map((to, place) => ({ to, row, y: at.top + (at.h * (place + 1)) / (others.length + 1), cls: "t below" })),
  ];
}

/** On from the river, behind the area, to the objective. */
function drawShort({ scene, column, shown }, { to, row, y, cls }) {
  if (!shown.areas || !shown.objectives) return;
  const at = [column.areas.x + column.areas.w, y, column.objectives.x, y];
  scene.links.push({ at, sides: ["right", "right"], cls, goal: goalNumber(to), ends: [to, row] });
}

/** From this far apart the claims of one goal on one area cross the river as one bundle. */
const FAR = 110;
/** Nor does a thread lean farther towards its bundle than this. */
const LEAN = 48;

/** The claims of one goal on one area. Far ones lean on their middle, so that they part only near their ends. */
function drawBundle({ scene }, claims, leftX, rightX) {
  const middle = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const from = (claim) => scene.rowOf.get(claim.to).y;
  const [left, right] = [middle(claims.map(from)), middle(claims.map((claim) => claim.y))];
  const far = claims.length > 1 && Math.abs(left - right) > FAR;
  const lean = (y, to) => y + Math.max(-LEAN, Math.min(LEAN, to - y));
  for (const claim of claims)
    scene.links.push({
      at: [leftX, from(claim), rightX, claim.y],
      via: far ? [lean(from(claim), left), lean(claim.y, right)] : null,
      sides: ["left", "right"],
      cls: claim.cls,
      goal: goalNumber(claim.to),
      ends: [claim.to, claim.row],
    });
}

/** Of a gathered area's goals these many are drawn; the rest is a breath until it is pointed at. */
const STRONGEST = 4;
const MANY_AREAS = 30;

/** All claims of a gathered area: one curve for each goal, the wider the more there are. */
function drawGathered(flow, band, leftX, rightX) {
  const { scene } = flow;
  const area = band.node !== null ? scene.rowOf.get(band.node) : null;
  if (!area) return;
  const bundle = new Map();
  for (const i of [...band.rows, ...strategiesOfBand(band)]) {
    for (const claim of claimsOf(i)) {
      const goal = goalNumber(claim.to);
      if (claim.role === "negative" || !goal || !scene.rowOf.has(claim.to)) continue;
      const found = bundle.get(goal) || { count: 0, y: 0, to: claim.to };
      found.count += 1;
      found.y += scene.rowOf.get(claim.to).y;
      bundle.set(goal, found);
    }
  }
  const goals = [...bundle].sort((a, b) => Number(a[0]) - Number(b[0]));
  const strongest = new Set(
    [...bundle]
      .sort((a, b) => b[1].count - a[1].count)
      .slice(0, STRONGEST)
      .map(([goal]) => goal),
  );
  goals.forEach(([goal, { count, y, to }], place) => {
    if (layout.areas.length > MANY_AREAS && !strongest.has(goal)) return;
    const end = area.top + (area.h * (place + 0.5)) / goals.length;
    const width = Math.min(4, 0.8 + Math.log2(1 + count) * 0.5);
    scene.links.push({
      at: [leftX, y / count, rightX, end],
      sides: ["left", "right"],
      cls: strongest.has(goal) ? "t second" : "t breath",
      goal,
      width: strongest.has(goal) ? width : null,
      ends: [to, band.node],
    });
  });
}

/** From each objective to its strategies and on to what measures them; broken where nobody does. */
function drawRows(flow, band) {
  const { scene, column, shown } = flow;
  if (!shown.objectives || !shown.strategies) return;
  const from = column.objectives.x + column.objectives.w;
  const to = column.strategies.x;
  for (const row of band.rows) {
    const at = scene.rowOf.get(row);
    if (!at) continue;
    const leaves = leavesOf(row, LEAF);
    const goal = firstGoal(row);
    const y = at.top + Math.min(at.h, flow.rowHeight) / 2;
    const apart = (flow.cards || state.open.has(row)) && below(row, LEAF).length > 0;
    drawSecondAreas(flow, row, at);
    if (apart) {
      for (const leaf of leaves.filter((one) => scene.rowOf.has(one))) drawLeaf(flow, band, row, leaf, y, goal);
    } else if (leaves.length) {
      scene.links.push({ at: [from, y, to, y], cls: "t", goal, ends: [row] });
      drawMeasure(flow, band, leaves, y, goal, [row]);
    } else if (!below(row, "Objective").length) {
      scene.links.push({ at: [from, y, to, y], cls: "t nothing", ends: [row] });
    }
  }
}

/** An objective that belongs to several areas stands in the first; a thin line ties it to the others. */
function drawSecondAreas({ scene, column, shown }, row, at) {
  if (!shown.areas) return;
  for (const edge of outward[row]) {
    const area = edge.relation === "part_of" && nodes[edge.to].kind === "TargetArea" ? scene.rowOf.get(edge.to) : null;
    if (!area || edge.to === bandOf.get(row).node) continue;
    const line = [column.areas.x + column.areas.w, area.y, column.objectives.x, at.y];
    scene.links.push({ at: line, cls: "t second grey", ends: [edge.to, row] });
  }
}

function drawLeaf(flow, band, row, leaf, y, goal) {
  const { scene, column } = flow;
  const at = scene.rowOf.get(leaf);
  scene.links.push({
    at: [column.objectives.x + column.objectives.w, y, column.strategies.x, at.y],
    cls: "t",
    goal,
    ends: [row, leaf],
  });
  const placed = indicatorsOf(leaf).filter((i) => scene.rowOf.has(i));
  if (!flow.cards || !placed.length) return drawMeasure(flow, band, [leaf], at.y, goal, [leaf]);
  const from = column.strategies.x + column.strategies.w;
  for (const i of placed)
    scene.links.push({
      at: [from, at.y, column.indicators.x, scene.rowOf.get(i).y],
      cls: "t",
      goal,
      ends: [leaf, i],
    });
}

/** Straight on to the band's indicators where somebody measures, else a dash that ends in a cross. */
function drawMeasure(flow, band, leaves, y, goal, ends) {
  const { scene, column, shown } = flow;
  if (!shown.indicators) return;
  const from = column.strategies.x + column.strategies.w;
  if (leaves.every((leaf) => nodes[leaf].kind === "Strategy" && !isMeasured(leaf))) {
    const x = column.indicators.x - 12;
    scene.links.push({ at: [from + 2, y, x - 6, y], cls: "t stop", cross: [x, y], ends });
  } else if (band.indicators && (!flow.cards || leaves.some((leaf) => nodes[leaf].measured))) {
    if (!flow.cards) scene.links.push({ at: [from, y, column.indicators.x, y], cls: "t", goal, ends });
  }
}

function drawGatheredLinks(flow, band) {
  const { scene, column, shown } = flow;
  const at = band.node !== null ? scene.rowOf.get(band.node) : null;
  if (!at || !band.rows.length || !shown.objectives || !shown.areas) return;
  const line = (a, b) =>
    scene.links.push({
      at: [column[a].x + column[a].w, at.y, column[b].x, at.y],
      cls: "t grey",
      ends: [band.node],
    });
  line("areas", "objectives");
  if (shown.strategies && strategiesOfBand(band).length) line("objectives", "strategies");
  if (shown.strategies && shown.indicators && band.indicators) line("strategies", "indicators");
}

/** The colour that a node's links have: that of its first claim, its own or inherited. */
function firstGoal(i) {
  const own = claimsOf(i).find((claim) => goalNumber(claim.to));
  if (own) return goalNumber(own.to);
  return Object.keys(nodes[i].reach || {})[0] || "";
}

/** The colours of a node's stripe: its own claims, else what it reaches by inheritance. */
function stripeGoals(i) {
  const own = claimsOf(i)
    .filter((claim) => claim.role !== "negative" && goalNumber(claim.to))
    .map((claim) => goalNumber(claim.to));
  const found = own.length ? own : Object.keys(nodes[i].reach || {});
  return found.slice(0, 6);
}
