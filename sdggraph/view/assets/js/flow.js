// The overview: every band in its place, at the level of detail that the reader chose.

const LEAF = hasStrategies ? "Strategy" : "Action";
const HEIGHTS = { gathered: 22, row: 17, card: 46, full: 98 };
/** Rows grow to this where the window has room for it; from TWO_LINES on a title takes two lines. */
const MOST_ROW = 46;
const TWO_LINES = 28;
const BAND_GAP = 6;
/** How many lines a title has in a row of a height. */
function linesIn(height) {
  return height < TWO_LINES ? 1 : height < 41 ? 2 : 3;
}
const WIDEST_GAP = 28;
const TOP = 8;

const fitted = { key: "", scale: 1 };

/** Things to draw and threads between them, for a width and a height to fit into. */
function overviewScene(width, height) {
  const key = [width, height, [...state.hidden], [...state.extra], state.lang].join(" ");
  if (state.level !== "row" || layout.folded) return overviewAt(width, fitScale(height));
  if (!sameSet(state.open, OPEN_AT_START))
    return overviewAt(width, fitted.key === key ? fitted.scale : fitScale(height)); // unfolding resizes nothing else
  return fitOverview(width, height, key);
}

/** Draw rows as high as leaves the whole plan in the window: what has a height of its own is known once it is placed. */
function fitOverview(width, height, key) {
  let scale = fitScale(height);
  let best = overviewAt(width, scale);
  Object.assign(fitted, { key, scale });
  for (let turn = 0; turn < 3; turn += 1) {
    const wanted = Math.min(MOST_ROW / HEIGHTS.row, Math.max(1, (scale * (height - 4)) / best.height));
    if (Math.abs(wanted - scale) < 0.01 * scale) break;
    const scene = overviewAt(width, wanted);
    if (scene.height > height && scene.height >= best.height) break;
    scale = wanted;
    best = scene;
    fitted.scale = scale;
  }
  return best;
}

function overviewAt(width, scale) {
  const cards = state.level === "card" || state.level === "full";
  const hidden = (kind) => state.hidden.has(kind);
  const shown = {
    goals: layout.goals.length > 0 && !hidden("Goal"),
    targets: layout.goals.some((band) => band.rows.length) && !hidden("Target") && !hidden("Goal"),
    areas: layout.areas.some((band) => band.node !== null) && !hidden("TargetArea"),
    objectives: layout.areas.some((band) => band.rows.length || band.direct) && !hidden("Objective"),
    strategies:
      (layout.orphans.length > 0 ||
        layout.areas.some((band) => strategiesOfBand(band).length || band.rows.some((row) => below(row, LEAF).length))) &&
      !hidden(LEAF),
    indicators: layout.areas.some((band) => band.indicators) && !hidden("Indicator"),
    actions: LEAF === "Strategy" && state.extra.has("Action") && ofKind("Action").length > 0,
    benefits: state.extra.has("Benefit") && ofKind("Benefit").length > 0,
    openStrategies: [...state.open].some((i) => nodes[i].kind === "Objective" && below(i, LEAF).length) || ALL_APART,
  };
  shown.shared = shown.actions && shown.indicators && !cards && width < SHARED_BELOW;
  const rowHeight = cards || state.level === "gathered" ? HEIGHTS[state.level] : HEIGHTS.row * scale;
  const column = placeColumns(width, shown, cards, rowHeight >= TWO_LINES ? 2 : 1);
  const initial = !ALL_APART && state.level === "row" && !state.hidden.size && sameSet(state.open, OPEN_AT_START);
  const scene = { things: [], links: [], column, shown, heads: overviewHeads(column, shown), rowOf: new Map() };
  const flow = {
    scene,
    column,
    shown,
    cards,
    initial,
    scale,
    rowHeight,
  };
  const right = flowAreas(flow);
  const work = scene.things;
  scene.things = [];
  const left = shown.goals ? flowGoals(flow, right) : TOP;
  for (const thing of scene.things) thing.side = "left";
  scene.things.push(...work);
  scene.sides = { left: shown.goals ? left : 0, right };
  scene.width = Math.max(width, column.width);
  scene.height = Math.max(left, right) + 2;
  drawRiver(flow);
  return scene;
}

/** How much larger than at their least rows are drawn, so that the whole plan fills the window. */
function fitScale(height) {
  const extras = TOP + (layout.unprioritised.length || layout.orphans.length ? 34 : 12);
  const fits = (height - extras) / Math.max(1, layout.height, ALL_APART ? UNFOLDED : 0);
  const goals = layout.goals.reduce((sum, band) => sum + Math.max(band.rows.length, 2) * HEIGHTS.row + BAND_GAP, 0);
  const beside = (height - extras - nationalsHeight() - 10) / Math.max(1, goals);
  return Math.min(MOST_ROW / HEIGHTS.row, Math.max(1, Math.min(fits, Math.max(24 / HEIGHTS.row, beside))));
}

function overviewHeads(column, shown) {
  const count = (kind) =>
    number(
      ofKind(kind).filter((node) => kind !== "Target" || layout.goals.some((band) => band.rows.includes(node.i)))
        .length,
    );
  const goals = ofKind("Goal");
  const chosen = layout.goals.length;
  const heads = [];
  const add = (name, key, total) => shown[name] && column[name] && heads.push({ x: column[name].x, key, total });
  add("goals", "column.Goal", chosen < goals.length && column.goals?.w > 125 ? `${chosen} ${t("ui.of")} ${goals.length}` : String(chosen));
  add("targets", "column.Target", count("Target"));
  add("areas", "column.TargetArea", count("TargetArea"));
  add("objectives", "column.Objective", count("Objective"));
  add("strategies", `column.${LEAF}`, count(LEAF));
  add("actions", "column.Action", count("Action"));
  add("benefits", "column.Benefit", count("Benefit"));
  if (shown.shared) add("indicators", "column.indicators_actions", String(ofKind("Indicator").length + ofKind("Action").length));
  else add("indicators", "column.Indicator", count("Indicator"));
  return heads;
}

function goalRoom(column, shown) {
  return column.goals.w + (shown.targets ? column.targets.w : 0);
}

/** How many lines the goals that are not prioritised take, with words of a width after them. */
function chipLines(room, words = 135) {
  return Math.ceil((layout.unprioritised.length * 21 + words) / room) + (room < words ? 1 : 0);
}

/** The words after those goals: in full where that takes no line more. */
function chipWords(room) {
  const n = layout.unprioritised.length;
  const key = isWaiting ? "ui.unselected" : "ui.unprioritised";
  const most = isWaiting ? 1 : chipLines(room);
  return t(chipLines(room, 190) > most ? `${key}_short` : key, { n });
}

/** Goals with their targets; gives the height they take. They end with the areas beside them where gaps allow it. */
function flowGoals(flow, right) {
  const { scene, column, shown, scale } = flow;
  const gathered = state.level === "gathered" || !shown.targets;
  const least = flow.cards ? 64 : state.level === "gathered" ? 30 : 34 * scale;
  const heights = layout.goals.map((band) =>
    flow.initial
      ? band.h * scale
      : Math.max(least, (gathered ? 0 : band.rows.length) * Math.min(flow.rowHeight, HEIGHTS.card)),
  );
  const taken = heights.reduce((sum, height) => sum + height, TOP + nationalsHeight());
  const gap = flow.cards
    ? BAND_GAP
    : Math.max(BAND_GAP, Math.min(WIDEST_GAP, (right - taken - 42) / Math.max(1, heights.length)));
  const asLaid = flow.initial && !nationalsHeight();
  let y = TOP;
  for (const [at, band] of layout.goals.entries()) {
    const rows = gathered ? 0 : band.rows.length;
    const height = heights[at];
    if (asLaid) y = TOP + band.y * scale;
    const width = column.goals.w + (shown.targets ? column.targets.w : 0);
    scene.things.push({
      key: `g${band.node}`,
      type: "goal",
      i: band.node,
      x: column.goals.x,
      y,
      w: width,
      h: height,
      head: column.goals.w,
      count: gathered ? band.rows.length : 0,
    });
    scene.rowOf.set(band.node, { y: y + height / 2, h: height, top: y });
    band.rows.forEach((row, place) => {
      const each = height / band.rows.length;
      if (rows) {
        scene.things.push({
          key: `n${row}`,
          type: "target",
          i: row,
          x: column.targets.x,
          y: y + place * each,
          w: column.targets.w,
          h: each,
          first: place === 0,
        });
        scene.rowOf.set(row, { y: y + (place + 0.5) * each, h: each });
      } else scene.rowOf.set(row, { y: y + height / 2, h: height });
    });
    y += height + (asLaid ? BAND_GAP : gap);
  }
  y = flowNationals(flow, y);
  if (layout.unprioritised.length) {
    const room = goalRoom(column, shown);
    const lines = chipLines(room);
    scene.things.push({
      key: "unprioritised",
      type: "chips",
      x: column.goals.x,
      y,
      w: room,
      h: lines * 21 - 3,
    });
    y += lines * 21 - 1;
  }
  return y;
}

function nationalsHeight() {
  const count = state.hidden.has("NationalGoal") ? 0 : ofKind("NationalGoal").length;
  return count ? 27 + 22 * count : 0;
}

/** National goals stand below the global ones, as what areas answer to as well. */
function flowNationals({ scene, column, shown }, top) {
  const nationals = ofKind("NationalGoal");
  if (!nationals.length || state.hidden.has("NationalGoal")) return top;
  const w = column.goals.w + (shown.targets ? column.targets.w : 0);
  let y = top + 2;
  scene.things.push({
    key: "nationals",
    type: "label",
    text: `${t("column.NationalGoal")} ${nationals.length}`,
    x: column.goals.x,
    y,
    w,
    h: 18,
  });
  y += 19;
  for (const { i } of nationals) {
    scene.things.push({ key: `n${i}`, type: "national", i, x: column.goals.x, y, w, h: 20 });
    scene.rowOf.set(i, { y: y + 10, h: 20 });
    y += 22;
  }
  return y + 6;
}
