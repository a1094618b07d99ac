// A method table whose third level nobody has written yet: what is there, and the room for what comes.

/** Goals with their significance, targets with room for preconditions, national goals, areas, and level 3. */
function waitingScene(width, height) {
  const nationals = ofKind("NationalGoal");
  const areas = layout.areas.filter((band) => band.node !== null);
  const goals = layout.goals.length > 0;
  const column = waitingColumns(width, nationals.length > 0, areas.length > 0, goals);
  const scene = {
    things: [],
    links: [],
    column,
    makers: WAITING_MAKERS,
    heads: [],
    levels: [],
    width: Math.max(width, column.width),
  };
  const bottom = Math.max(
    goals ? waitingGoals(scene, column, height) : 0,
    waitingHierarchy(scene, column, nationals, areas, height),
  );
  waitingLevelThree(scene, column, Math.max(bottom, 560));
  waitingHeads(scene, column, nationals, areas, goals);
  scene.height = Math.max(bottom, 560) + 12;
  return scene;
}

function waitingColumns(width, nationals, areas, goals) {
  const column = {};
  let x = MARGIN;
  const put = (name, w, gap) => {
    column[name] = { x, w };
    x += w + gap;
  };
  const spare = Math.max(0, Math.min(160, width - 1224));
  if (goals) {
    put("goals", 190 + spare * 0.3, 0);
    put("targets", 200 + spare * 0.2, 4);
    put("slots", 86, 38);
  }
  if (nationals) put("nationals", 136 + spare * 0.1, 32);
  if (areas) put("areas", 154 + spare * 0.15, 50);
  put("level3", Math.max(306, Math.min(areas || nationals ? 420 : 720, width - x - MARGIN)), MARGIN);
  column.width = x;
  return column;
}

function waitingHeads(scene, column, nationals, areas, goals) {
  const head = (name, key, total, shift = 0) => scene.heads.push({ x: column[name].x + shift, key, total });
  const level = (name, text, w) => scene.levels.push({ x: column[name].x, w, text });
  if (goals) {
    level("goals", t("column.level", { n: 1 }), column.goals.w - 8);
    level("targets", t("column.level", { n: 2 }), column.targets.w + 56);
    head("goals", "column.Goal", `${layout.goals.length} ${t("ui.of")} ${ofKind("Goal").length}`);
    head(
      "targets",
      "column.Target",
      layout.goals.reduce((sum, band) => sum + band.rows.length, 0),
    );
    head("slots", "column.Precondition", ofKind("Precondition").length);
  }
  const first = nationals.length ? "nationals" : areas.length ? "areas" : null;
  if (first) {
    const end = areas.length ? column.areas.x + column.areas.w : column.nationals.x + column.nationals.w;
    level(first, t("column.hierarchy"), end - column[first].x);
    if (nationals.length) head("nationals", "column.NationalGoal", nationals.length);
    if (areas.length) head("areas", "column.TargetArea", areas.length);
  }
  level("level3", t("column.level", { n: 3 }), column.level3.w);
  const third = (column.level3.w - 24) / 3;
  head("level3", "column.Objective", 0, 12);
  head("level3", "column.Strategy", 0, 12 + third + 4);
  head("level3", "column.interests", ofKind("Stakeholder").length, 12 + 2 * third + 6);
}

function waitingGoals(scene, column, height) {
  const rows = layout.goals.reduce((sum, band) => sum + Math.max(band.rows.length, 2), 0);
  const room = height - 8 - 30 - 14 * layout.goals.length - 12;
  const each = Math.min(28, Math.max(19, room / Math.max(1, rows)));
  let y = 8;
  for (const band of layout.goals) {
    const h = Math.max(band.rows.length, 2) * each;
    const goal = nodes[band.node].number;
    scene.things.push({
      key: `g${band.node}`,
      type: "goal",
      i: band.node,
      x: column.goals.x,
      y,
      w: column.goals.w + column.targets.w,
      h,
      head: column.goals.w,
    });
    band.rows.forEach((row, place) => {
      const step = h / band.rows.length;
      const middle = y + (place + 0.5) * step;
      scene.things.push({
        key: `n${row}`,
        type: "target",
        i: row,
        x: column.targets.x,
        y: y + place * step,
        w: column.targets.w,
        h: step,
        first: place === 0,
      });
      if (gapSets.unfollowed.has(row)) {
        const conditions = inward[row].filter((edge) => edge.relation === "conditions");
        const from = column.targets.x + column.targets.w;
        scene.links.push({
          d: `M${from} ${round(middle)}H${column.slots.x + 68}`,
          cls: "t wait",
          goal,
          ring: [column.slots.x + 72, middle],
          ends: [row],
        });
        [0, 1].forEach((slot) =>
          scene.things.push({
            key: `w${row}.${slot}`,
            type: conditions[slot] ? "condition" : "slot",
            i: conditions[slot] ? conditions[slot].from : row,
            x: column.slots.x + 4 + slot * 24,
            y: middle - 7,
            w: 20,
            h: 14,
          }),
        );
      }
    });
    y += h + 14;
  }
  if (layout.unprioritised.length)
    scene.things.push({
      key: "unprioritised",
      type: "chips",
      x: column.goals.x,
      y,
      w: column.goals.w + column.targets.w,
      h: 18,
    });
  return y + 22;
}

/** Each area in its own place, each national goal beside the first area that it is served by. */
function waitingHierarchy(scene, column, nationals, areas, height) {
  if (!areas.length && !nationals.length) return 0;
  const count = Math.max(areas.length, nationals.length);
  const pitch = Math.min(98, Math.max(54, (height - 24) / count));
  const h = Math.min(66, pitch - 10);
  const placeOf = new Map();
  areas.forEach((band, place) => {
    const y = 8 + place * pitch;
    placeOf.set(band.node, y);
    scene.things.push({
      key: `n${band.node}`,
      type: "area",
      i: band.node,
      x: column.areas.x,
      y,
      w: column.areas.w,
      h,
      band,
    });
    const right = column.areas.x + column.areas.w;
    scene.links.push({
      d: `M${right} ${y + h / 2}H${right + 22}`,
      cls: "t wait grey",
      ring: [right + 26, y + h / 2],
      ends: [band.node],
    });
    const claims = claimsOf(band.node).filter((claim) => nodes[claim.to].kind === "NationalGoal");
    if (!claims.length && column.nationals)
      scene.links.push({
        d: `M${column.areas.x} ${y + h / 2}H${column.areas.x - 24}`,
        cls: "t wait grey",
        ring: [column.areas.x - 28, y + h / 2],
        ends: [band.node],
      });
  });
  const taken = new Set();
  nationals.forEach((node, place) => {
    const served = inward[node.i]
      .filter((edge) => edge.relation === "contributes_to" && placeOf.has(edge.from))
      .map((edge) => edge.from);
    let y =
      served
        .map((i) => placeOf.get(i))
        .sort((a, b) => a - b)
        .find((wanted) => !taken.has(wanted)) ?? 8 + place * pitch;
    while (taken.has(y)) y += pitch;
    taken.add(y);
    scene.things.push({
      key: `n${node.i}`,
      type: "national",
      i: node.i,
      x: column.nationals.x,
      y,
      w: column.nationals.w,
      h,
    });
    for (const i of served)
      scene.links.push({
        d: curve(column.nationals.x + column.nationals.w, y + h / 2, column.areas.x, placeOf.get(i) + h / 2),
        cls: "t ink",
        ends: [node.i, i],
      });
  });
  return Math.max(8 + areas.length * pitch, ...[...taken].map((y) => y + h + 10));
}
