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
  const parts = [
    ...chartBands(node, axis, zero, taken),
    ...chartCourse(node, axis, zero, points, goal, last, taken),
    ...chartYears(axis, last, goal, zero),
  ];
  const label = t("panel.chart", { from: every[0].date, to: every[every.length - 1].date });
  return s(
    "svg",
    { class: "chart", viewBox: `0 0 ${CHART.w} ${CHART.h + 18}`, role: "img", "aria-label": label },
    parts,
  );
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
function chartBands(node, axis, zero, taken) {
  const parts = [];
  if (!(node.desired || node.acceptable)) return parts;
  const strip = (low, high, cls) => {
    const top = axis.y(Math.min(axis.high, high ?? axis.high));
    const bottom = axis.y(Math.max(axis.low, low ?? axis.low));
    if (bottom > top)
      parts.push(s("rect", { class: cls, x: 0, y: round(top), width: CHART.w, height: round(bottom - top - 1) }));
    return [top, bottom];
  };
  strip(null, null, "b-unaccepted");
  const labelled = (bands, name) =>
    (bands || []).forEach(([low, high]) => {
      const [top, bottom] = strip(low, high, `b-${name}`);
      if (bottom - top < 15) return;
      const words =
        low === null
          ? t("panel.at_most", { value: quantity(high, node.unit) })
          : high === null
            ? t("panel.at_least", { value: quantity(low, node.unit) })
            : `${number(low)}–${quantity(high, node.unit)}`;
      const text = `${capital(t(`result.${name}`))}, ${words}`;
      const width = textWidth(text) + 15;
      const places = [6, CHART.w / 2 - width / 2, CHART.w - width - 2];
      const x = places.find((left) => isFree(taken, left, width, top + 12.5)) ?? places[0];
      parts.push(
        s(
          "g",
          { class: `r-${name}`, transform: `translate(${round(x)} ${round(top + 3)}) scale(.72)` },
          resultParts(name),
        ),
      );
      parts.push(s("text", { x: round(x + 15), y: round(top + 12.5) }, text));
      taken.push({ left: x, right: x + 15 + textWidth(text), top: top + 2, bottom: top + 15 });
    });
  labelled(node.acceptable, "acceptable");
  labelled(node.desired, "desired");
  parts.push(...unacceptedLabel(node, axis, taken));
  return parts;
}

/** Where a result is not accepted: below all bands, or above them. */
function unacceptedLabel(node, axis, taken) {
  const bands = [...(node.desired || []), ...(node.acceptable || [])];
  const open = [bands.some(([low]) => low === null), bands.some(([, high]) => high === null)];
  if (open[0] === open[1]) return [];
  const edge = open[1] ? Math.min(...bands.map(([low]) => low)) : Math.max(...bands.map(([, high]) => high));
  const [top, bottom] = open[1] ? [axis.y(edge), CHART.h - CHART.bottom] : [CHART.top, axis.y(edge)];
  if (bottom - top < 16) return [];
  const text = `${capital(t("result.unaccepted"))}, ${t(open[1] ? "panel.under" : "panel.over", { value: quantity(edge, node.unit) })}`;
  const x = CHART.w - 6 - textWidth(text);
  const y = open[1] ? bottom - 5 : top + 12;
  taken.push({ left: x - 15, right: CHART.w, top: y - 10, bottom: y + 2 });
  return [
    s(
      "g",
      { class: "r-unaccepted", transform: `translate(${round(x - 15)} ${round(y - 9.5)}) scale(.68)` },
      resultParts("unaccepted"),
    ),
    s("text", { x: round(x), y: round(y) }, text),
  ];
}

function chartCourse(node, axis, zero, points, goal, last, taken) {
  const line = [zero, ...points].filter(Boolean).map((one) => `${round(axis.x(one.x))} ${round(axis.y(one.y))}`);
  const parts = [];
  if (goal && last)
    parts.push(
      s("path", {
        class: "hope",
        d: `M${round(axis.x(last.x))} ${round(axis.y(last.y))}L${round(axis.x(goal.x))} ${round(axis.y(goal.y))}`,
      }),
    );
  if (line.length > 1) parts.push(s("path", { class: "course", d: `M${line.join("L")}` }));
  points
    .slice(0, -1)
    .forEach((one) =>
      parts.push(s("circle", { class: "point", cx: round(axis.x(one.x)), cy: round(axis.y(one.y)), r: 2 })),
    );
  if (points.length) {
    const x = axis.x(last.x);
    parts.push(s("circle", { class: "point", cx: round(x), cy: round(axis.y(last.y)), r: 4 }));
    const text = quantity(last.y, node.unit);
    const width = text.length * 7;
    const left = Math.min(x + 8, CHART.w - 4 - width);
    parts.push(
      s(
        "text",
        {
          class: "now",
          x: round(left),
          y: round(freeLine(taken, left, width, axis.y(last.y) + 14, axis.y(last.y) - 7, axis.y(last.y) + 26, axis.y(last.y) - 18)),
        },
        text,
      ),
    );
  }
  if (zero) {
    parts.push(s("circle", { class: "zero", cx: round(axis.x(zero.x)), cy: round(axis.y(zero.y)), r: 4 }));
    const text = `${t("panel.baseline")} ${quantity(zero.y, node.unit)}`;
    parts.push(
      s(
        "text",
        {
          x: 4,
          y: round(
            freeLine(
              taken,
              4,
              textWidth(text),
              axis.y(zero.y) + 16,
              axis.y(zero.y) - 8,
              axis.y(zero.y) + 30,
              axis.y(zero.y) + 42,
            ),
          ),
        },
        text,
      ),
    );
  }
  if (goal) {
    const [x, y] = [axis.x(goal.x), axis.y(goal.y)];
    parts.push(s("path", { class: "goal", d: `M${round(x)} ${round(y - 6)}l6 6-6 6-6-6z` }));
    const text = t("panel.target", { value: quantity(goal.y, node.unit), date: goal.date });
    const width = textWidth(text);
    parts.push(
      s(
        "text",
        { x: CHART.w - 3, y: round(freeLine(taken, CHART.w - 3 - width, width, y - 9, y + 17, y - 20, y + 28)), "text-anchor": "end" },
        text,
      ),
    );
  }
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
  return boxes;
}

/** About how wide a text in the chart is. */
function textWidth(text) {
  return text.length * 5.6;
}

/** Whether a line of text lies on nothing. */
function isFree(taken, left, width, y) {
  return !taken.some((box) => left < box.right && left + width > box.left && y - 10 < box.bottom && y + 1 > box.top);
}

/** The first of some heights at which a line of text lies on no other and inside the chart; remembered as taken. */
function freeLine(taken, left, width, ...heights) {
  const y = heights.find((height) => height >= 11 && height <= CHART.h - 3 && isFree(taken, left, width, height)) ?? Math.min(Math.max(heights[0], 11), CHART.h - 3);
  taken.push({ left, right: left + width, top: y - 10, bottom: y + 2 });
  return y;
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
