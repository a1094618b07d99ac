// What each thing in the picture looks like. Every maker gives one element that fills its place.

function stripe(goals) {
  if (!goals.length) return null;
  return h(
    "span",
    { class: "stripe", "aria-hidden": "true" },
    goals.map((goal) => h("i", { class: goalClass(goal) })),
  );
}

/** A button that stands for a node: it opens its thread, and is found again by its position. */
function nodeButton(i, className, ...children) {
  const picked = state.node === i ? " picked" : "";
  return h(
    "button",
    {
      type: "button",
      class: `${className}${picked}`,
      "data-i": i,
      tabindex: "-1",
      title: title(i),
      onclick: () => follow(i),
    },
    unseen(`${capital(t(`kind.${nodes[i].kind}`, { n: 1 }))} `),
    ...children,
    unseen(foundWords(i)),
  );
}

function worstBadge(i) {
  const severity = worst(i);
  return severity ? severityBadge(severity) : null;
}

function countWords(kind, count) {
  return `${number(count)} ${t(`kind.${kind}`, { n: count })}`;
}

const MAKERS = {
  goal(thing) {
    const node = nodes[thing.i];
    const strategies = strategiesByGoal.get(node.number);
    const size = thing.h < 32 ? " tiny short" : thing.h < 42 ? " short" : "";
    const count = thing.count
      ? countWords("Target", thing.count)
      : strategies
        ? countWords("Strategy", strategies)
        : "";
    const lines = Math.max(1, Math.floor((thing.h - 5) / 13.5));
    const words = h(
      "span",
      { class: "words" },
      h("b", { class: lines < 2 ? "clamp single" : lines > 3 ? "clamp three" : "clamp" }, title(thing.i)),
      count && !thing.plain && thing.h > 46 ? h("span", { class: "meta" }, count) : null,
    );
    const head = nodeButton(thing.i, "goal-head", h("span", { class: "num" }, node.number), words);
    head.style.width = `${thing.head}px`;
    return h("div", { class: `band ${goalClass(node.number)}${size}${state.node === thing.i ? " picked" : ""}` }, head);
  },

  target(thing) {
    const node = nodes[thing.i];
    const lines = linesIn(thing.h);
    const written = node.written ? [severityBadge("info"), h("s", {}, node.written)] : worstBadge(thing.i);
    return nodeButton(
      thing.i,
      `row target-row ${goalClass(goalNumber(thing.i))}${thing.first ? " first" : ""}`,
      h("span", { class: "num" }, node.number),
      h("span", { class: LINED[lines] }, fittedTitle(thing.i, thing.w - (written ? 70 : 52), lines)),
      written,
    );
  },

  area(thing) {
    const node = nodes[thing.i];
    const strategies = strategiesOfBand(thing.band);
    const measured = strategies.filter(isMeasured).length;
    const lines = Math.min(
      3,
      Math.ceil((((node.number || "").length + 2 + title(thing.i).length) * 6.9) / (thing.w - 17)),
    );
    const roomy = thing.h >= 38 + lines * 14.5;
    const count = strategies.length
      ? countWords("Strategy", strategies.length)
      : thing.band.rows.length
        ? countWords("Objective", thing.band.rows.length)
        : t("empty.no_objective");
    const bar = h("span", { class: "bar" }, h("i"));
    bar.firstChild.style.width = `${strategies.length ? (100 * measured) / strategies.length : 0}%`;
    return nodeButton(
      thing.i,
      isWaiting ? "card area roomy" : "card area",
      stripe(stripeGoals(thing.i)),
      h(
        "span",
        { class: "stick" },
        h(
          "b",
          { class: thing.h < 76 ? "clamp" : "clamp three" },
          node.number ? h("span", {}, node.number, "\u2002") : null,
          title(thing.i),
        ),
        thing.h >= 20 + Math.min(lines, thing.h < 76 ? 2 : 3) * 14.5
          ? h("span", { class: "meta one", style: null }, count)
          : null,
        roomy && strategies.length
          ? [bar, h("span", { class: "meta" }, t("ui.measured_of", { n: measured, all: strategies.length }))]
          : null,
      ),
    );
  },

  objective(thing) {
    return thing.cards ? workCard(thing) : workRow(thing);
  },

  strategy(thing) {
    return thing.cards ? workCard(thing) : workRow(thing);
  },

  direct(thing) {
    return h(
      "div",
      { class: `row objective-row${thing.first ? " first" : ""}${thing.last ? " last" : ""}` },
      h("span", { class: "one meta" }, t("ui.without_objective")),
    );
  },

  strategies(thing) {
    const room = Math.max(1, Math.min(7, Math.floor((thing.w - 42) / 12.5)));
    const label = t("ui.open", { what: countWords(LEAF, thing.leaves.length) });
    return h(
      "button",
      { type: "button", class: "gather", tabindex: "-1", title: label, onclick: () => openStrategies(thing) },
      h("b", {}, thing.leaves.length),
      unseen(` ${t(`kind.${LEAF}`, { n: thing.leaves.length })}`),
      strategyMarks(thing.leaves, room),
    );
  },

  objectives(thing) {
    const label = t("ui.open", { what: countWords("Objective", thing.count) });
    const severity = SEVERITIES.find((one) => thing.band.rows.some((row) => worst(row) === one));
    return h(
      "button",
      { type: "button", class: "gather", tabindex: "-1", title: label, onclick: () => toggleOpen(thing.i) },
      h("b", {}, countWords("Objective", thing.count)),
      kindMarks("Objective", thing.count),
      severity ? severityBadge(severity) : null,
    );
  },

  nothing() {
    return h("div", { class: "dashed" }, t("empty.no_strategy"));
  },

  indicators(thing) {
    const results = thing.list.map((i) => nodes[i].result);
    const room = thing.h - 33.5;
    const each = room >= 29 * thing.list.length ? 29 : 16.8; // two lines where all of them have room for it
    const rows = Math.floor(room / each);
    const shown = rows > 0 ? thing.list.slice(0, rows) : [];
    const rest = thing.list.length - shown.length;
    if (thing.h < 34) {
      return h(
        "div",
        { class: "gather", title: countWords("Indicator", results.length) },
        h("b", {}, results.length),
        resultMarks(results, 9),
      );
    }
    return h(
      "div",
      { class: "card indicators" },
      h("b", {}, countWords("Indicator", results.length)),
      resultMarks(results, Math.floor((thing.w - 24) / MARK_PITCH)),
      shown.map((i, place) =>
        nodeButton(
          i,
          each > 20 ? "item high" : "item",
          resultBadge(nodes[i].result),
          h("span", { class: each > 20 ? "clamp" : "one" }, fittedTitle(i, thing.w - 40, each > 20 ? 2 : 1)),
          sharedBy(i) > 1 ? h("span", { class: "meta", title: t("panel.measures") }, `×${sharedBy(i)}`) : null,
          rest && place === shown.length - 1 ? h("span", { class: "meta" }, `+${rest}`) : null,
        ),
      ),
    );
  },

  indicator(thing) {
    return indicatorCard(thing);
  },

  gathered(thing) {
    const room = Math.max(1, Math.min(7, Math.floor((thing.w - 38) / 11.7)));
    const label = `${countWords(thing.kind, thing.list.length)}: ${thing.list.slice(0, 6).map(title).join(", ")}`;
    return h(
      "button",
      {
        type: "button",
        class: "gather",
        tabindex: "-1",
        "data-i": thing.i,
        title: label,
        onclick: () => follow(nodes[thing.i].parent ?? thing.i),
      },
      h("b", {}, thing.list.length),
      unseen(` ${t(`kind.${thing.kind}`, { n: thing.list.length })}`),
      kindMarks(thing.kind, thing.list.length, room),
    );
  },

  fold(thing) {
    const label = t("ui.fold", { what: title(thing.i) });
    return h(
      "button",
      {
        type: "button",
        class: "fold",
        tabindex: "-1",
        "aria-label": label,
        title: label,
        onclick: () => toggleOpen(thing.i),
      },
      icon("minus"),
    );
  },

  national(thing) {
    return nodeButton(
      thing.i,
      "row national-row",
      kindMark("NationalGoal"),
      h("span", { class: "one" }, title(thing.i)),
      worstBadge(thing.i),
    );
  },

  label(thing) {
    return h("div", { class: "group-label" }, thing.text);
  },

  chips(thing) {
    return h(
      "div",
      { class: "chips" },
      layout.unprioritised.map((i) =>
        h(
          "button",
          { type: "button", tabindex: "-1", "data-i": i, title: title(i), onclick: () => follow(i) },
          h("i", { class: goalClass(nodes[i].number) }, nodes[i].number),
          unseen(` ${title(i)}`),
        ),
      ),
      h("span", { class: "one" }, chipWords(thing.w)),
    );
  },

  tray() {
    const list = layout.orphans;
    const open = () =>
      list.length === 1
        ? follow(list[0])
        : update({ view: "list", gap: gapSets.unreached.has(list[0]) ? "unreached" : "broken" });
    return h(
      "button",
      { type: "button", class: "tray", tabindex: "-1", onclick: open },
      severityBadge("error"),
      h("span", { class: "one" }, orphanWords(list.length)),
      strategyMarks(list, 3),
    );
  },
};

function orphanWords(count) {
  const text = t("ui.orphans", { n: count });
  const words = text.match(/^\d+ \S+/);
  return words ? [h("strong", {}, words[0]), text.slice(words[0].length)] : text;
}
