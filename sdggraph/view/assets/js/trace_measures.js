// What a followed thread ends in: actions, benefits and indicators; and strategies that hang under nothing.

/** Actions, benefits and indicators of the thread, under small headings; the rest as a count. */
function traceMeasures(flow, band, top, measured) {
  const { scene, column, has } = flow;
  const { x, w } = column.indicators;
  const owners = new Set([...ownStrategiesOf(band), ...band.rows]);
  const work = (kind) =>
    [...flow.thread.nodes.keys()].filter(
      (i) => nodes[i].kind === kind && kind !== LEAF && owners.has(anchorOf(i, owners)),
    );
  const first = measured.filter((i) => !flow.scene.rowOf.has(i));
  let y = top;
  const put = (kind, list, type, height) => {
    if (!list.length) return;
    scene.things.push({ key: `h${kind}${band.node}`, type: "groupHead", kind, x, y, w, h: 22 });
    y += 24;
    for (const i of list) {
      const h = height(i);
      scene.things.push({ key: `n${i}`, type, i, x, y, w, h });
      scene.rowOf.set(i, { y: y + h / 2, top: y, h });
      y += h + 6;
    }
    y += 4;
  };
  const most = flow.dense ? 0 : 14;
  const actions = flow.dense ? [] : work("Action");
  const benefits = flow.dense ? [] : work("Benefit");
  put("Action", actions, "tracedAction", (i) => 25 + 15 * Math.min(2, Math.ceil(title(i).length / ((w - 20) / 6.4))));
  put("Benefit", benefits, "tracedCard", (i) => cardHeight(i, w, false));
  put("Indicator", first.slice(0, most), "indicator", () => 44);
  const rest = (band.indicators || []).length - Math.min(most, first.length);
  if (flow.dense && first.length) {
    scene.things.push({ key: `i${band.node}`, type: "indicators", i: band.node, list: first, x, y: top + 6, w, h: 26 });
    y = top + 36;
  } else if (rest > 0) {
    const text = first.length ? t("ui.other_indicators", { n: rest }) : countWords("Indicator", rest);
    scene.things.push({
      key: `i${band.node}`,
      type: "faintCount",
      text,
      x,
      y: y + (first.length ? 0 : 6),
      w,
      h: TRACE.sibling,
    });
    y += TRACE.sibling + 8;
  }
  if (flow.dense)
    for (const kind of ["Action", "Benefit"]) {
      const gathered = work(kind).length;
      if (!gathered) continue;
      const words = countWords(kind, gathered);
      scene.things.push({ key: `${kind}${band.node}`, type: "faintCount", text: words, x, y, w, h: TRACE.sibling });
      y += TRACE.sibling + 8;
    }
  linkMeasures(flow, [...actions, ...benefits, ...first.slice(0, most)]);
  return y;
}

/** The strategy or objective of a band that an action or benefit hangs under. */
function anchorOf(i, owners) {
  let at = nodes[i].parent;
  while (at !== undefined && !owners.has(at)) at = nodes[at].parent;
  return at;
}

function linkMeasures(flow, list) {
  const { scene, column, has } = flow;
  const to = column.indicators.x;
  for (const i of list) {
    const sources =
      nodes[i].kind === "Indicator"
        ? inward[i].filter((edge) => edge.relation === "measured_by").map((edge) => edge.from)
        : outward[i]
            .filter((edge) => edge.relation === "implements" || edge.relation === "results_from")
            .map((edge) => edge.to);
    for (const from of sources.filter((j) => has(j) && scene.rowOf.has(j))) {
      const at = scene.rowOf.get(from);
      const end = scene.rowOf.get(i).y;
      if (nodes[from].kind === LEAF)
        scene.links.push({
          d: curve(column.strategies.x + column.strategies.w, at.y, to, end),
          cls: "t ink",
          order: 3,
        });
      else if (
        nodes[from].kind === "Objective" &&
        (flow.thread.origin === from || !indicatorsOf(flow.thread.origin).length)
      )
        scene.links.push({
          d: curve(column.objectives.x + column.objectives.w, at.y, to, end),
          cls: "t ink",
          order: 1,
          casing: false,
        });
    }
  }
}

function traceOrphans(flow, orphans, top) {
  const { scene, column } = flow;
  let y = top;
  for (const i of orphans) {
    const h = i === flow.thread.origin ? 100 : TRACE.target;
    scene.things.push({
      key: `n${i}`,
      type: i === flow.thread.origin ? "origin" : "tracedCard",
      i,
      x: column.strategies.x,
      y,
      w: column.strategies.w,
      h,
    });
    scene.rowOf.set(i, { y: y + h / 2, top: y, h });
    linkOrphan(flow, i);
    y += h + 6;
  }
  return y;
}

/** A strategy under nothing: its thread stops on both sides unless it claims or is measured itself. */
function linkOrphan({ scene, column, lanes }, i) {
  const at = scene.rowOf.get(i);
  if (!lanes.length)
    scene.links.push({
      d: `M${column.strategies.x - 4} ${at.y}H${column.strategies.x - 52}`,
      cls: "t stop",
      cross: [column.strategies.x - 58, at.y],
      order: 4,
    });
  if (!isMeasured(i))
    scene.links.push({
      d: `M${column.strategies.x + column.strategies.w + 4} ${at.y}h18`,
      cls: "t stop",
      cross: [column.strategies.x + column.strategies.w + 28, at.y],
      order: 4,
    });
}
