// The right side of the overview: areas with all that hangs in them.

/** Areas with all that hangs in them; gives the height they take. */
function flowAreas(flow) {
  let y = TOP;
  for (const band of layout.areas) {
    const open = isOpen(band);
    const blocks = open ? bandBlocks(flow, band) : [];
    const inner = blocks.reduce((sum, block) => sum + block.h, 0);
    const height = flow.initial
      ? band.h * flow.scale
      : Math.max(inner, areaHeight(flow, band), indicatorHeight(flow, band));
    if (flow.initial) y = TOP + band.y * flow.scale;
    if (flow.shown.areas && band.node !== null) {
      flow.scene.things.push({
        key: `n${band.node}`,
        type: "area",
        i: band.node,
        x: flow.column.areas.x,
        y,
        w: flow.column.areas.w,
        h: height,
        band,
        open,
      });
      flow.scene.rowOf.set(band.node, { y: y + height / 2, h: height, top: y });
    }
    if (open && layout.folded && band.node !== null && !showsCards())
      flow.scene.things.push({
        key: `f${band.node}`,
        type: "fold",
        i: band.node,
        x: flow.column.areas.x + flow.column.areas.w - 20,
        y: y + 3,
        w: 16,
        h: 16,
      });
    if (open) flowObjectives(flow, band, blocks, y);
    else flowGathered(flow, band, y, height);
    flowIndicators(flow, band, y, height);
    y += height + BAND_GAP;
  }
  if (layout.orphans.length && flow.shown.strategies) {
    const from = flow.column.objectives || flow.column.areas || flow.column.strategies;
    const x = from.x + Math.min(60, from.w / 4);
    const w = Math.max(240, flow.column.strategies.x + flow.column.strategies.w - x);
    flow.scene.things.push({ key: "orphans", type: "tray", x, y, w, h: 22 });
    y += 22;
  }
  return y;
}

function isOpen(band) {
  if (state.level === "gathered" || state.hidden.has("Objective")) return false;
  return band.node === null || state.open.has(band.node) || showsCards();
}

function showsCards() {
  return state.level === "card" || state.level === "full";
}

/** Each objective with the height that it and its strategies need. */
function bandBlocks(flow, band) {
  const blocks = band.rows.map((row, place) => {
    const leaves = below(row, LEAF);
    const every = leavesOf(row, LEAF);
    const apart = flow.cards || state.open.has(row);
    const each = flow.cards ? flow.rowHeight + 4 : flow.rowHeight;
    return {
      i: row,
      leaves,
      every,
      apart,
      each,
      indent: (band.indents || [])[place] || 0,
      h: Math.max(flow.cards ? flow.rowHeight + 4 : flow.rowHeight, apart ? leaves.length * each : 0),
    };
  });
  if (band.direct) {
    const apart = flow.cards || ALL_APART;
    const each = flow.cards ? flow.rowHeight + 4 : flow.rowHeight;
    blocks.push({
      i: null,
      leaves: band.direct,
      every: band.direct,
      apart,
      each,
      indent: 0,
      h: apart ? band.direct.length * each : flow.rowHeight,
    });
  }
  return blocks;
}

function areaHeight(flow, band) {
  if (band.node === null) return flow.rowHeight;
  return flow.cards ? 76 : isOpen(band) ? Math.min(band.h, 54) * flow.scale : 50;
}

function indicatorHeight(flow, band) {
  if (!flow.shown.indicators || !band.indicators) return 0;
  if (flow.cards) return band.indicators.length * (Math.min(flow.rowHeight, 58) + 4);
  return (isOpen(band) ? 51 : 22) + (flow.shown.shared ? 25 : 0);
}

/** How far each level stands in from the one above: the deepest still keeps most of its column. */
function indentStep(width, blocks) {
  const deepest = Math.max(1, ...blocks.map((block) => block.indent));
  return Math.min(12, (0.3 * width) / deepest);
}

function flowObjectives(flow, band, blocks, top) {
  const { scene, column, shown } = flow;
  const step = indentStep(column.objectives ? column.objectives.w : 0, blocks);
  let y = top;
  blocks.forEach((block, place) => {
    const height = flow.cards ? flow.rowHeight : block.h;
    const width = column.objectives ? column.objectives.w : 0;
    if (shown.objectives) {
      const kind = { first: place === 0, last: place === blocks.length - 1, cards: flow.cards };
      if (block.i === null)
        scene.things.push({
          key: `d${band.node}`,
          type: "direct",
          x: column.objectives.x,
          y,
          w: width,
          h: flow.rowHeight,
          ...kind,
        });
      else
        scene.things.push({
          key: `n${block.i}`,
          type: "objective",
          i: block.i,
          x: column.objectives.x + block.indent * step,
          y,
          w: width - block.indent * step,
          h: height,
          ...kind,
        });
      if (block.i !== null) scene.rowOf.set(block.i, { y: y + height / 2, h: height, top: y });
    }
    if (shown.strategies) flowStrategies(flow, band, block, y);
    flowExtras(flow, block, y);
    y += block.h;
  });
}

/** The place of what is gathered on a line of a height: in its middle, however high it is. */
function inLine(y, height) {
  const h = Math.min(height - 4, 20);
  return { y: y + (height - h) / 2 - 0.5, h };
}

function flowStrategies(flow, band, block, y) {
  const { scene, column } = flow;
  const { x, w } = column.strategies;
  const owner = block.i ?? band.node;
  if (block.apart && block.leaves.length) {
    if (!flow.cards && block.i !== null)
      scene.things.push({ key: `f${owner}`, type: "fold", i: owner, x: x - 18, y: y + (block.each - 15) / 2, w: 15, h: 15 });
    block.leaves.forEach((leaf, place) => {
      const top = y + place * block.each;
      const height = flow.cards ? flow.rowHeight : block.each;
      scene.things.push({
        key: `n${leaf}`,
        type: "strategy",
        i: leaf,
        x,
        y: top,
        w,
        h: height,
        cards: flow.cards,
        first: place === 0,
        last: place === block.leaves.length - 1,
      });
      scene.rowOf.set(leaf, { y: top + height / 2, h: height });
    });
  } else if (block.every.length) {
    scene.things.push({
      key: `s${owner}`,
      type: "strategies",
      i: block.i,
      leaves: block.every,
      x,
      w,
      ...inLine(y, Math.min(flow.rowHeight, block.h)),
    });
  } else if (block.i !== null && !below(block.i, "Objective").length) {
    scene.things.push({ key: `s${owner}`, type: "nothing", x, w, ...inLine(y, flow.rowHeight) });
  }
}

/** Actions and benefits, where they are asked for: gathered on the line of their objective. */
function flowExtras({ scene, column, shown, rowHeight }, block, y) {
  for (const [name, kind] of [
    ["actions", "Action"],
    ["benefits", "Benefit"],
  ]) {
    if (!shown[name] || !column[name] || block.i === null) continue;
    const list = everythingBelow(block.i).filter((i) => nodes[i].kind === kind);
    if (list.length)
      scene.things.push({
        key: `${name}${block.i}`,
        type: "gathered",
        kind,
        list,
        i: list[0],
        x: column[name].x,
        w: column[name].w,
        ...inLine(y, rowHeight),
      });
  }
}

/** All nodes under one, without objectives of their own line. */
function everythingBelow(i) {
  const found = [];
  const waiting = [...below(i)].filter((j) => nodes[j].kind !== "Objective");
  while (waiting.length) {
    const j = waiting.pop();
    found.push(j);
    waiting.push(...below(j));
  }
  return found;
}

/** An area whose objectives are gathered into a count. */
function flowGathered(flow, band, y, height) {
  const { scene, column, shown } = flow;
  const at = y + height / 2 - 11;
  if (shown.objectives && band.rows.length) {
    scene.things.push({
      key: `o${band.node}`,
      type: "objectives",
      i: band.node,
      count: band.rows.length,
      x: column.objectives.x,
      y: at,
      w: column.objectives.w,
      h: 22,
      band,
    });
  }
  for (const row of band.rows) scene.rowOf.set(row, { y: y + height / 2, h: height, gathered: true });
  const leaves = LEAF === "Strategy" ? strategiesOfBand(band) : band.rows.flatMap((row) => leavesOf(row, LEAF));
  if (shown.strategies && leaves.length)
    scene.things.push({
      key: `s${band.node}`,
      type: "strategies",
      i: band.node,
      leaves,
      x: column.strategies.x,
      y: at,
      w: column.strategies.w,
      h: 22,
    });
}

/** Where actions share the indicators' column, they stand above them, gathered for the whole band. */
function flowSharedActions({ scene, column }, band, y) {
  const list = [...new Set(band.rows.flatMap(everythingBelow))].filter((i) => nodes[i].kind === "Action");
  const { x, w } = column.indicators;
  if (!list.length) return 0;
  scene.things.push({ key: `a${band.node}`, type: "gathered", kind: "Action", list, i: list[0], x, y, w, h: 20 });
  return 25;
}

function flowIndicators(flow, band, top, whole) {
  const { scene, column, shown } = flow;
  const taken = shown.shared ? flowSharedActions(flow, band, top) : 0;
  const [y, height] = [top + taken, whole - taken];
  if (!shown.indicators || !band.indicators) return;
  const { x, w } = column.indicators;
  if (!flow.cards) {
    scene.things.push({
      key: `i${band.node}`,
      type: "indicators",
      i: band.node,
      list: band.indicators,
      x,
      y,
      w,
      h: height,
    });
    return;
  }
  const each = Math.min(flow.rowHeight, 58) + 4;
  band.indicators.forEach((i, place) => {
    const top = y + place * each;
    scene.things.push({ key: `n${i}@${band.node}`, type: "indicator", i, x, y: top, w, h: each - 4 });
    scene.rowOf.set(i, { y: top + each / 2 - 2, h: each });
  });
}
