// The sentence above the picture: how much of the plan, or of a thread, hangs together.

function drawSentence() {
  const followed = state.node !== null && state.view !== "matrix";
  frame.sentence.classList.toggle("tall", followed);
  if (followed)
    return refill(
      frame.sentence,
      h("div", { class: "words" }, crumbs(), h("p", {}, threadSentence(state.node))),
      depthControl(),
      dropButton(),
    );
  if (state.view === "matrix" && !isEmpty)
    return refill(frame.sentence, h("div", { class: "words" }, h("p", {}, matrixSentence())), matrixSwitch());
  refill(frame.sentence, h("div", { class: "words" }, h("p", {}, headline())), severityPills());
}

function headline() {
  const parts = plan.headline[state.lang] || plan.headline[plan.lang];
  return parts.map((part) =>
    part.gap
      ? h(
          "button",
          {
            type: "button",
            "aria-pressed": String(state.gap === part.gap),
            onclick: () => update({ gap: state.gap === part.gap ? null : part.gap }),
          },
          part.text,
        )
      : part.bold
        ? h("strong", {}, part.text)
        : part.text,
  );
}

function severityPills() {
  const pills = SEVERITIES.map((severity) => {
    const count = plan.notes.filter((note) => note.severity === severity).length;
    if (!count) return null;
    const on = state.filter.severity === severity;
    return h(
      "button",
      {
        type: "button",
        class: `pill s-${severity}`,
        "aria-pressed": String(on),
        onclick: () => chooseFacet("severity", severity),
      },
      severityBadge(severity),
      `${number(count)} ${t(`severity.${severity}`, { n: count })}`,
    );
  });
  return h("div", { class: "pills" }, pills);
}

const MOST_CRUMBS = 6;

/** Where a node stands, each step a way back; of a long way the middle is one step, its names in a tooltip. */
function crumbs() {
  const chain = [];
  for (let at = state.node; at !== undefined; at = nodes[at].parent) chain.unshift(at);
  const skipped = chain.length > MOST_CRUMBS ? chain.splice(1, chain.length - 4) : [];
  const name = (i) =>
    `${nodes[i].number || ""} ${i === state.node && nodes[i].number && !CLAIMED.has(nodes[i].kind) ? "" : short(i)}`.trim();
  return h(
    "nav",
    { "aria-label": t("ui.overview") },
    h(
      "ol",
      { class: "crumbs" },
      h(
        "li",
        {},
        button("", () => update({ node: null, path: null }), t("ui.overview")),
      ),
      chain.map((i, place) => [
        place === 1 && skipped.length ? skippedCrumbs(skipped, name) : null,
        h(
          "li",
          {},
          icon("right"),
          place === chain.length - 1
            ? h("span", { "aria-current": "page" }, name(i))
            : button("", () => follow(i), name(i)),
        ),
      ]),
    ),
  );
}

/** The steps that have no room, as one that leads to the nearest of them. */
function skippedCrumbs(skipped, name) {
  const names = skipped.map(name).join(" › ");
  const go = () => follow(skipped[skipped.length - 1]);
  return h(
    "li",
    {},
    icon("right"),
    h("button", { type: "button", title: names, "aria-label": names, onclick: go }, "…"),
  );
}

function depthControl() {
  if (state.path !== null || state.view !== "columns" || isWaiting) return null;
  return [
    h("span", { class: "label", "aria-hidden": "true" }, t("ui.depth")),
    h(
      "div",
      { class: "segments depth", role: "group", "aria-label": t("ui.depth") },
      [1, 2, 0].map((depth) =>
        h(
          "button",
          { type: "button", "aria-pressed": String(state.depth === depth), onclick: () => update({ depth }) },
          depth || t("ui.all"),
        ),
      ),
    ),
  ];
}

function dropButton() {
  return h(
    "button",
    { type: "button", class: "control", onclick: () => update({ node: null, path: null, depth: 0 }) },
    icon("close"),
    t("ui.drop"),
    h("kbd", { "aria-hidden": "true" }, "Esc"),
  );
}

/** What a followed thread amounts to, in one sentence with its numbers in bold. */
function threadSentence(i) {
  const node = nodes[i];
  if (state.path !== null) {
    const path = shortestThread(state.node, state.path);
    return path
      ? path.map((j, place) => [place ? " → " : "", h("strong", {}, nodes[j].number || short(j))])
      : t("ui.path_none");
  }
  if (node.kind === "Goal" || node.kind === "Target" || node.kind === "NationalGoal") return goalSentence(i);
  if (node.kind === "TargetArea" && strategiesOfBand(bandOf.get(i) || { rows: [] }).length) return areaSentence(i);
  if (node.kind === "Indicator")
    return bold(t("panel.trace_measures", { n: inward[i].filter((edge) => edge.relation === "measured_by").length }));
  if (!["TargetArea", "Objective", "Strategy", "Action", "Benefit"].includes(node.kind)) return short(i);
  const claims = contributions(i);
  const negative = claims.filter((claim) => claim.role === "negative").length;
  const inherited = claims.filter((claim) => claim.from !== i).length;
  const direct = claims.length - negative - inherited;
  const goals = claims.filter(
    (claim) => claim.from === i && claim.role !== "negative" && nodes[claim.to].kind !== "Target",
  ).length;
  const directly = !direct
    ? ""
    : goals
      ? t("panel.trace_direct_goals", { n: direct })
      : t("panel.trace_direct", { n: direct });
  const said = [
    directly,
    inherited && t("panel.trace_inherited", { n: inherited }),
    negative && t("panel.trace_negative", { n: negative }),
  ].filter(Boolean);
  const first = said.length
    ? `${capital(said.slice(0, -1).join(", "))}${said.length > 1 ? t("panel.and") : ""}${said.length > 1 ? said[said.length - 1] : capital(said[0])}.`
    : t("panel.trace_title_none");
  const measured = indicatorsOf(i).length;
  const second = measured
    ? t("panel.trace_measured", { n: measured })
    : !["Strategy", "Objective"].includes(node.kind)
      ? ""
      : isMeasured(i)
        ? `${capital(t("matrix.through"))}.`
        : t("panel.trace_unmeasured");
  return bold(`${first} ${second}`);
}

function areaSentence(i) {
  const strategies = strategiesOfBand(bandOf.get(i));
  const goals = new Set(strategies.flatMap((j) => Object.keys(nodes[j].reach || {})));
  return bold(
    `${t("panel.trace_area", { n: strategies.length, goals: goals.size })} ${capital(t("ui.measured_of", { n: strategies.filter(isMeasured).length, all: strategies.length }))}.`,
  );
}

function goalSentence(i) {
  const node = nodes[i];
  const strategies =
    node.kind === "Goal"
      ? ofKind("Strategy")
          .filter((one) => node.number in (one.reach || {}))
          .map((one) => one.i)
      : [...threadOf(i, 0).nodes.keys()].filter((j) => nodes[j].kind === "Strategy");
  if (!strategies.length) return t("panel.trace_nobody");
  return bold(
    `${t("panel.trace_strategies", { n: strategies.length })}, ${t("panel.trace_strategies_of", { n: strategies.filter(isMeasured).length, all: strategies.length })}.`,
  );
}

/** The numbers of a sentence, each with the word after it, in bold. */
function bold(text) {
  return text.split(/(\d+ \p{L}+)/u).map((part) => (/^\d/.test(part) ? h("strong", {}, part) : part));
}
