// What stands on level 3 while it is empty: what to do first, and room to do it in.

function waitingLevelThree(scene, column, bottom) {
  const { x, w } = column.level3;
  scene.things.push({ key: "await", type: "await", x, y: 8, w, h: 222 });
  const tracks = tracksOfPlan();
  const room = bottom - 8 - 222 - 12;
  const each = room / tracks.length - 6;
  tracks.forEach((track, place) =>
    scene.things.push({ key: `track-${place}`, type: "track", x, y: 242 + place * (each + 12), w, h: each, track }),
  );
}

function tracksOfPlan() {
  const found = [...new Set(nodes.flatMap((node) => node.tracks || []))];
  return (found.length ? found : ["services", "community"]).slice(0, 3);
}

const WAITING_MAKERS = {
  goal(thing) {
    const node = nodes[thing.i];
    const lines = Math.floor((thing.h - 22 - (title(thing.i).length > 22 ? 15 : 0)) / 14.6);
    const text = h("span", { class: "significance clamp" }, inWords(node.text));
    text.style.webkitLineClamp = String(Math.max(1, lines));
    const head = nodeButton(
      thing.i,
      "goal-head waiting-head",
      h("span", { class: "num" }, node.number),
      h("span", { class: "words" }, h("b", { class: "clamp" }, title(thing.i)), lines > 0 && node.text ? text : null),
    );
    head.style.width = `${thing.head}px`;
    return h("div", { class: `band ${goalClass(node.number)}` }, head);
  },
  slot: () => h("span", { class: "slot", "aria-hidden": "true" }),
  condition: (thing) => nodeButton(thing.i, "slot filled", kindMark("Precondition")),
  national: (thing) => nodeButton(thing.i, "card national", h("span", { class: "clamp three" }, title(thing.i))),
  await: () => awaitCard(),
  track(thing) {
    const words = [t("empty.slot_objective"), t("empty.slot_strategy"), t("empty.slot_interest")];
    return h(
      "div",
      { class: "track" },
      h("h3", {}, `${t("panel.track")}: ${capital(valueName(thing.track))}`),
      h(
        "div",
        { class: "slots", "aria-hidden": "true" },
        Array.from({ length: 9 }, (_, place) => h("span", {}, place < 3 ? words[place] : null)),
      ),
    );
  },
};

function awaitCard() {
  const targets = layout.goals.flatMap((band) => band.rows);
  const example = targets.find((i) => nodes[i].number === "11.2") ?? targets[0];
  const pickOne =
    example === undefined
      ? t("empty.step1_any")
      : t("empty.step1", { code: "\u0000" })
          .split("\u0000")
          .flatMap((part, place) => (place ? [h("strong", {}, nodes[example].number), part] : [part]));
  return h(
    "section",
    { class: "await" },
    h("h2", {}, t("empty.level3_title")),
    h("p", {}, targets.length ? t("empty.level3", { n: targets.length }) : t("empty.level3_goals")),
    h("ol", {}, h("li", {}, pickOne), h("li", {}, t("empty.step2")), h("li", {}, t("empty.step3"))),
    button("primary", saveEmptyTable, icon("download"), t("empty.save")),
  );
}

/** The table as far as it is written, with empty columns for level 3, ready for a spreadsheet. */
function saveEmptyTable() {
  const heads = [
    "column.Goal",
    "panel.significance",
    "column.Target",
    "panel.opportunities",
    "panel.challenges",
    "panel.track",
    "kind.Objective",
    "kind.Strategy",
    "column.interests",
  ];
  const rows = [heads.map((key) => capital(t(key, { n: 1 })))];
  for (const band of layout.goals) {
    const goal = nodes[band.node];
    for (const row of band.rows.length ? band.rows : [null]) {
      rows.push([
        `${goal.number} ${title(band.node)}`,
        inWords(goal.text),
        row === null ? "" : `${nodes[row].number} ${title(row)}`,
        "",
        "",
        "",
        "",
        "",
        "",
      ]);
    }
  }
  saveText(`${fileName()}.csv`, "text/csv", csvText(rows));
}
