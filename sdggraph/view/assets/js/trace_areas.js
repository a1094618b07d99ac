// The right side of a followed thread: areas, objectives and strategies, the traced ones as cards.

function traceAreas(flow) {
  const { scene, column, has } = flow;
  let y = 12;
  for (const band of layout.areas) {
    const inside = [
      band.node,
      ...band.rows,
      ...ownStrategiesOf(band),
      ...band.rows.flatMap((row) => below(row)),
    ].filter((i) => i !== null && has(i));
    const measured = (band.indicators || []).filter(has);
    if (!inside.length) y = faintArea(flow, band, y);
    else y = tracedArea(flow, band, y, measured);
  }
  const orphans = layout.orphans.filter(has);
  if (orphans.length) y = traceOrphans(flow, orphans, y);
  return y;
}

function faintArea(flow, band, y) {
  const { scene, column } = flow;
  const wide = column.objectives.x + column.objectives.w - column.areas.x;
  const strategies = strategiesOfBand(band).length;
  const middle = y + TRACE.row / 2;
  const name = band.node === null ? t("phone.no_area") : title(band.node);
  scene.things.push({
    key: `n${band.node}`,
    type: "faintArea",
    i: band.node,
    name,
    x: column.areas.x,
    y,
    w: wide,
    h: TRACE.row,
    count: band.rows.length ? countWords("Objective", band.rows.length) : "",
  });
  for (const i of [band.node, ...band.rows, ...ownStrategiesOf(band)])
    if (i !== null) scene.rowOf.set(i, { y: middle, h: TRACE.row, faint: true });
  if (strategies) {
    scene.things.push({
      key: `s${band.node}`,
      type: "faintCount",
      text: countWords("Strategy", strategies),
      x: column.strategies.x,
      y,
      w: column.strategies.w,
      h: TRACE.row,
    });
    scene.links.push({ d: `M${column.areas.x + wide} ${middle}H${column.strategies.x}`, cls: "t dim" });
  }
  if (band.indicators) {
    scene.things.push({
      key: `i${band.node}`,
      type: "faintCount",
      text: countWords("Indicator", band.indicators.length),
      x: column.indicators.x,
      y,
      w: column.indicators.w,
      h: TRACE.row,
    });
    if (strategies)
      scene.links.push({
        d: `M${column.strategies.x + column.strategies.w} ${middle}H${column.indicators.x}`,
        cls: "t dim",
      });
  }
  return y + TRACE.pitch;
}

/** An area that the thread runs through: its card, its objectives in order, and beside each its strategies. */
function tracedArea(flow, band, top, measured) {
  const { scene, column, has } = flow;
  const holdsOrigin = flow.lanes.length && ownStrategiesOf(band).includes(flow.thread.origin);
  const above = holdsOrigin ? flow.lanes.filter((claim) => claim.how !== "negative") : [];
  let y = top + 6;
  let anchor = null;
  for (const [place, row] of band.rows.entries()) {
    const block = tracedBlock(flow, row, y, holdsOrigin && below(row, LEAF).includes(flow.thread.origin) ? above : []);
    if (has(row) && anchor === null) anchor = block.cardY;
    y = block.end + (place < band.rows.length - 1 ? 3 : 0);
  }
  if (band.direct) y = tracedStrategies(flow, band.node, band.direct, y, null).end;
  const areaY = anchor ?? top + 6;
  let right = areaY;
  if (band.node !== null) {
    const lines = Math.ceil((title(band.node).length + 3) / Math.max(8, column.areas.w / 7.2));
    const height = has(band.node) ? Math.max(62, 14 + Math.min(3, lines) * 15 + 20) : TRACE.row;
    scene.things.push({
      key: `n${band.node}`,
      type: has(band.node) ? "tracedArea" : "faintArea",
      i: band.node,
      name: title(band.node),
      x: column.areas.x,
      y: areaY,
      w: column.areas.w,
      h: height,
    });
    scene.rowOf.set(band.node, { y: areaY + height / 2, top: areaY, h: height });
    right = areaY + height;
    const above = nodes[band.node].parent;
    const upper = above !== undefined && has(above) && has(band.node) ? scene.rowOf.get(above) : null;
    if (upper && upper.top !== undefined)
      scene.links.push({
        d: `M${column.areas.x + 16} ${round(upper.top + upper.h)}V${round(areaY)}`,
        cls: "t ink",
        order: 2,
      });
  }
  for (const row of band.rows)
    if (has(row) && band.node !== null && has(band.node)) linkAreaToObjective(flow, band.node, row);
  const measures = traceMeasures(flow, band, top, measured);
  return Math.max(y, right, measures) + TRACE.gap + 6;
}

function linkAreaToObjective({ scene, column }, area, row) {
  const from = scene.rowOf.get(area);
  const to = scene.rowOf.get(row);
  const near = Math.min(Math.max(to.top + Math.min(30, to.h / 2), from.top + 8), from.top + from.h - 8);
  scene.links.push({
    d: curve(column.areas.x + column.areas.w, near, column.objectives.x, to.top + Math.min(30, to.h / 2)),
    cls: "t ink",
    order: 3,
  });
}

/** One objective with its strategies; lanes for the origin's claims are kept free above its card. */
function tracedBlock(flow, row, top, lanes) {
  const { scene, column, has } = flow;
  const leaves = below(row, LEAF);
  if (!has(row) && !leaves.some(has)) {
    scene.things.push({
      key: `n${row}`,
      type: "faintRow",
      i: row,
      x: column.objectives.x,
      y: top,
      w: column.objectives.w,
      h: TRACE.sibling,
    });
    scene.rowOf.set(row, { y: top + TRACE.sibling / 2, top, h: TRACE.sibling, faint: true });
    if (leaves.length) {
      scene.things.push({
        key: `s${row}`,
        type: "faintCount",
        text: countWords(LEAF, leaves.length),
        x: column.strategies.x,
        y: top,
        w: column.strategies.w,
        h: TRACE.sibling,
      });
      scene.links.push({
        d: `M${column.objectives.x + column.objectives.w} ${top + 13}H${column.strategies.x}`,
        cls: "t dim",
      });
    }
    return { cardY: top, end: top + TRACE.sibling };
  }
  const full = has(row) && !(flow.dense && row !== flow.thread.origin);
  const height = !full
    ? TRACE.sibling
    : row === flow.thread.origin
      ? 100
      : cardHeight(row, column.objectives.w, leaves.length > 0);
  const start = top + (lanes.length ? 4 : 0);
  const stack = tracedStrategies(flow, row, leaves, start, lanes);
  const cardY = Math.max(start + lanes.length * TRACE.lane, stack.originY ?? start);
  const type = row === flow.thread.origin ? "origin" : full ? "tracedCard" : has(row) ? "objective" : "faintRow";
  scene.things.push({
    key: `n${row}`,
    type,
    i: row,
    x: column.objectives.x,
    y: cardY,
    w: column.objectives.w,
    h: height,
    first: true,
    last: true,
  });
  scene.rowOf.set(row, { y: cardY + height / 2, top: cardY, h: height });
  linkStrategies(flow, row, leaves, cardY + Math.min(30, height / 2));
  if (lanes.length)
    Object.assign(flow, {
      laneTop: cardY - lanes.length * TRACE.lane + 2,
      laneBottom: cardY + Math.max(height, 62) + 27,
    });
  const against = flow.lanes.filter((claim) => claim.how === "negative").length;
  return {
    cardY,
    end: Math.max(stack.end, cardY + height + (lanes.length && against ? 18 + against * TRACE.lane : 0)),
  };
}

/** About how high a card must be for its title. */
function cardHeight(i, width, withCount) {
  const lines = Math.min(3, Math.ceil((title(i).length + (nodes[i].number || "").length + 2) / ((width - 24) / 6.3)));
  return 13 + lines * 15.5 + (withCount ? 17 : 0);
}

function tracedStrategies(flow, owner, leaves, top, lanes) {
  const { scene, column, has, thread } = flow;
  const { x, w } = column.strategies;
  const traced = leaves.filter(has);
  if (!leaves.length) return { end: top };
  if (flow.dense && traced.length) {
    scene.things.push({ key: `s${owner}`, type: "strategies", i: owner, leaves: traced, x, y: top + 2, w, h: 22 });
    for (const leaf of leaves) scene.rowOf.set(leaf, { y: top + 13, h: 22, top });
    return { end: top + TRACE.sibling, gathered: true };
  }
  let y = top;
  let originY = null;
  let rest = 0;
  const showRest = leaves.length - traced.length <= 8;
  for (const leaf of leaves) {
    if (!has(leaf) && !showRest) {
      rest += 1;
      scene.rowOf.set(leaf, { y: y + 13, h: 26, faint: true });
      continue;
    }
    const origin = leaf === thread.origin;
    const height = origin
      ? Math.max(86, Math.min(120, cardHeight(leaf, w, true) + 32))
      : has(leaf)
        ? cardHeight(leaf, w, false)
        : TRACE.sibling;
    if (origin && lanes) y = Math.max(y + 8, top + lanes.length * TRACE.lane + 2);
    if (origin) originY = y;
    scene.things.push({
      key: `n${leaf}`,
      type: origin ? "origin" : has(leaf) ? "tracedCard" : "faintRow",
      i: leaf,
      x,
      y,
      w,
      h: height,
    });
    scene.rowOf.set(leaf, { y: y + height / 2, top: y, h: height, faint: !has(leaf) });
    if (has(leaf) && nodes[leaf].kind === "Strategy" && !isMeasured(leaf))
      scene.links.push({
        d: `M${x + w + 3} ${round(y + height / 2)}h15`,
        cls: "t stop",
        cross: [x + w + 24, round(y + height / 2)],
        order: 4,
      });
    y += height + (origin ? 10 : 4);
  }
  if (rest) {
    scene.things.push({
      key: `x${owner}`,
      type: "faintCount",
      text: t("ui.other_strategies", { n: rest }),
      x,
      y,
      w,
      h: TRACE.sibling,
    });
    y += TRACE.sibling + 4;
  }
  return { end: y - 4, originY };
}

function linkStrategies(flow, row, leaves, y) {
  const { scene, column, has } = flow;
  const from = column.objectives.x + column.objectives.w;
  const seen = new Set();
  for (const leaf of leaves) {
    const at = scene.rowOf.get(leaf);
    const to = has(leaf) && at.h > 60 ? Math.min(Math.max(y, at.top + 14), at.top + at.h - 14) : at.y;
    if (seen.has(round(to))) continue;
    seen.add(round(to));
    const ink = has(leaf) && has(row);
    scene.links.push({ d: curve(from, y, column.strategies.x, to), cls: ink ? "t ink" : "t dim", order: ink ? 3 : 0 });
  }
}
