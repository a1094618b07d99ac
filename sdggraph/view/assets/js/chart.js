// A small chart of one indicator: its bands, its course from the baseline, and the target.

const CHART = { w: 306, h: 110, left: 6, right: 6, top: 4, bottom: 4 };

/** The year, with its fraction, that an ISO date or a period stands for. */
function yearOf(date) {
  const quarter = /^(\d{4})-[QK]([1-4])$/.exec(String(date ?? ""));
  if (quarter) return Number(quarter[1]) + (Number(quarter[2]) - 1) / 4;
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(String(date ?? ""));
  return found ? Number(found[1]) + (Number(found[2] || 1) - 1) / 12 + (Number(found[3] || 1) - 1) / 365 : null;
}

function chartPoints(list) {
  return (list || [])
    .map((one) => ({ x: yearOf(one.date), y: one.value, date: one.date }))
    .filter((one) => one.x !== null && typeof one.y === "number")
    .sort((a, b) => a.x - b.x);
}

/** The chart of an indicator, or nothing where there is no number to draw. */
function indicatorChart(node) {
  const zero = chartPoints(node.baseline ? [node.baseline] : [])[0];
  const points = chartPoints(node.measurements);
  const goal = chartPoints(node.target_values).pop();
  const every = [zero, ...points, goal].filter(Boolean);
  if (every.length < 2) return null;
  const axis = chartAxis(node, every);
  const last = points[points.length - 1] || zero;
  const taken = lineBoxes(axis, [zero, ...points].filter(Boolean), last, goal);
  const unit = chartUnit(node);
  const parts = [
    ...chartBands(node, axis),
    ...chartCourse(axis, zero, points, goal, last),
    ...chartValues({ unit, axis, zero, points, goal, last, taken }),
    ...bandLabels(node, unit, axis, taken),
    ...chartYears(axis, last, goal, zero),
  ];
  const label = t("panel.chart", { from: every[0].date, to: every[every.length - 1].date });
  const chart = s(
    "svg",
    { class: "chart", viewBox: `0 0 ${CHART.w} ${CHART.h + 18}`, role: "img", "aria-label": label },
    parts,
  );
  return unit || !inWords(node.unit) ? chart : [chart, h("p", { class: "meta" }, inWords(node.unit))];
}

/** The unit where it is short enough to stand with every value; else it stands once below the chart. */
function chartUnit(node) {
  return inWords(node.unit).length <= 7 ? node.unit : "";
}

function chartAxis(node, every) {
  const edges = [...(node.desired || []), ...(node.acceptable || [])].flat().filter((edge) => typeof edge === "number");
  const ys = [...every.map((one) => one.y), ...edges];
  const xs = every.map((one) => one.x);
  const spread = Math.max(...ys) - Math.min(...ys) || 1;
  const low = Math.min(...ys) - spread * 0.25;
  const high = Math.max(...ys) + spread * 0.3;
  const first = Math.min(...xs);
  const wide = Math.max(...xs) - first || 1;
  return {
    low,
    high,
    x: (value) => CHART.left + 8 + ((value - first) / wide) * (CHART.w - CHART.left - CHART.right - 16),
    y: (value) => CHART.top + ((high - value) / (high - low)) * (CHART.h - CHART.top - CHART.bottom),
  };
}

/** Horizontal strips for each band; what is in neither is not accepted. */
function chartBands(node, axis) {
  if (!(node.desired || node.acceptable)) return [];
  const strip = ([low, high], cls) => {
    const [top, bottom] = stripOf(axis, low, high);
    return bottom > top
      ? s("rect", { class: cls, x: 0, y: round(top), width: CHART.w, height: round(bottom - top - 1) })
      : null;
  };
  return [
    strip([null, null], "b-unaccepted"),
    ...(node.acceptable || []).map((band) => strip(band, "b-acceptable")),
    ...(node.desired || []).map((band) => strip(band, "b-desired")),
  ];
}

function stripOf(axis, low, high) {
  return [axis.y(Math.min(axis.high, high ?? axis.high)), axis.y(Math.max(axis.low, low ?? axis.low))];
}

/** What each band means, where there is room for it. */
function bandLabels(node, unit, axis, taken) {
  const parts = [];
  const add = (name, [top, bottom], words) => {
    if (bottom - top < 15) return;
    const text = `${capital(t(`result.${name}`))}, ${words}`;
    const width = textWidth(text) + 15;
    const spots = [6, (CHART.w - width) / 2, CHART.w - width - 4].flatMap((x) => [
      [x, top + 12.5],
      [x, bottom - 5],
    ]);
    const spot = freeSpot(taken, width, spots);
    if (!spot) return;
    const [x, y] = spot;
    const mark = { class: `r-${name}`, transform: `translate(${round(x)} ${round(y - 9.5)}) scale(.72)` };
    parts.push(s("g", mark, resultParts(name)), s("text", { x: round(x + 15), y: round(y) }, text));
  };
  for (const name of ["desired", "acceptable"])
    for (const [low, high] of node[name] || []) add(name, stripOf(axis, low, high), bandWords(low, high, unit));
  const bands = [...(node.desired || []), ...(node.acceptable || [])];
  const open = [bands.some(([low]) => low === null), bands.some(([, high]) => high === null)];
  if (open[0] === open[1]) return parts;
  const edge = open[1] ? Math.min(...bands.map(([low]) => low)) : Math.max(...bands.map(([, high]) => high));
  const words = t(open[1] ? "panel.under" : "panel.over", { value: quantity(edge, unit) });
  add("unaccepted", open[1] ? stripOf(axis, null, edge) : stripOf(axis, edge, null), words);
  return parts;
}

function bandWords(low, high, unit) {
  if (low === null) return t("panel.at_most", { value: quantity(high, unit) });
  if (high === null) return t("panel.at_least", { value: quantity(low, unit) });
  return `${number(low)}–${quantity(high, unit)}`;
}

/** The course from the baseline, and the way that is left to the target. */
function chartCourse(axis, zero, points, goal, last) {
  const at = (one) => `${round(axis.x(one.x))} ${round(axis.y(one.y))}`;
  const line = [zero, ...points].filter(Boolean).map(at);
  const dot = (one, r, cls = "point") =>
    s("circle", { class: cls, cx: round(axis.x(one.x)), cy: round(axis.y(one.y)), r });
  return [
    goal && last ? s("path", { class: "hope", d: `M${at(last)}L${at(goal)}` }) : null,
    line.length > 1 ? s("path", { class: "course", d: `M${line.join("L")}` }) : null,
    ...points.slice(0, -1).map((one) => dot(one, 2)),
    points.length ? dot(last, 4) : null,
    zero ? dot(zero, 4, "zero") : null,
    goal ? s("path", { class: "goal", d: `M${round(axis.x(goal.x))} ${round(axis.y(goal.y) - 6)}l6 6-6 6-6-6z` }) : null,
  ];
}

/** The values that matter: the target, the latest one, the baseline; the last is left out where there is no room. */
function chartValues({ unit, axis, zero, points, goal, last, taken }) {
  const parts = [];
  const around = (one, width) => {
    const [x, y] = [axis.x(one.x), axis.y(one.y)];
    const inside = (left) => Math.min(Math.max(left, 3), CHART.w - 3 - width);
    const heights = [y + 16, y - 7, y + 4, y - 18, y + 28, y - 30, y + 40];
    const far = ([left, height]) => Math.hypot(Math.max(0, left - x, x - left - width), 1.5 * (height - 4 - y));
    return [x + 8, x - width / 2, x - width - 8]
      .flatMap((left) => heights.map((height) => [inside(left), height]))
      .sort((a, b) => far(a) - far(b));
  };
  const add = (one, text, cls, needed) => {
    const width = textWidth(text) * (cls === "now" ? 1.2 : 1);
    const spots = around(one, width);
    const spot = freeSpot(taken, width, spots) || (needed ? spots[0] : null);
    if (spot) parts.push(s("text", { class: cls, x: round(spot[0]), y: round(spot[1]) }, text));
  };
  if (points.length) add(last, quantity(last.y, unit), "now", true);
  if (goal) add(goal, t("panel.target", { value: quantity(goal.y, unit), date: goal.date }), "", true);
  if (zero) add(zero, `${t("panel.baseline")} ${quantity(zero.y, unit)}`, "", false);
  return parts;
}

/** The course and the way to the target as small boxes, so that no label is put across them. */
function lineBoxes(axis, course, last, goal) {
  const boxes = [];
  const add = (from, to) => {
    const [x1, y1, x2, y2] = [axis.x(from.x), axis.y(from.y), axis.x(to.x), axis.y(to.y)];
    const steps = Math.max(1, Math.round(Math.hypot(x2 - x1, y2 - y1) / 5));
    for (let step = 0; step <= steps; step += 1) {
      const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
      boxes.push({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 });
    }
  };
  course.slice(1).forEach((one, place) => add(course[place], one));
  if (goal && last) add(last, goal);
  for (const one of [...course, goal].filter(Boolean))
    boxes.push({
      left: axis.x(one.x) - 4,
      right: axis.x(one.x) + 4,
      top: axis.y(one.y) - 4,
      bottom: axis.y(one.y) + 4,
    });
  return boxes;
}

/** How wide a text in the chart is. */
function textWidth(text) {
  textWidth.pen ??= h("canvas", {}).getContext("2d");
  textWidth.pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  return textWidth.pen.measureText(text).width + 2;
}

/** The first of some places at which a line of text lies on nothing and inside the chart; remembered as taken. */
function freeSpot(taken, width, spots) {
  const lies = ([left, y], box) =>
    left < box.right && left + width > box.left && y - 10 < box.bottom && y + 2 > box.top;
  const spot = spots.find(
    ([left, y]) =>
      y >= 11 && y <= CHART.h - 3 && left >= 0 && left + width <= CHART.w && !taken.some((box) => lies([left, y], box)),
  );
  if (spot) taken.push({ left: spot[0], right: spot[0] + width, top: spot[1] - 10, bottom: spot[1] + 2 });
  return spot || null;
}

function chartYears(axis, last, goal, zero) {
  const shown = new Map();
  for (const one of [zero, goal, last]) {
    if (one && ![...shown.keys()].some((x) => Math.abs(x - axis.x(one.x)) < 30))
      shown.set(axis.x(one.x), Math.floor(one.x));
  }
  return [...shown].map(([x, year]) =>
    s("text", { x: round(Math.min(Math.max(x, 14), CHART.w - 14)), y: CHART.h + 13, "text-anchor": "middle" }, year),
  );
}
