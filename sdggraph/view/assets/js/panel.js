// Everything about one node, in words: what it is, what it serves, who measures it, what is wrong with it.

/** Fill the panel with a node, or close it. */
function drawPanel(panel, i) {
  if (i === null) {
    panel.hidden = true;
    return refill(panel);
  }
  const changed = panel.shownNode !== i || panel.shownLang !== state.lang;
  Object.assign(panel, { hidden: false, shownNode: i, shownLang: state.lang });
  const scroll = h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": title(i) },
    h("h2", { dir: "auto" }, title(i)),
    panelText(i),
    panelFacts(i),
    panelContributions(i),
    panelContributors(i),
    panelMeasures(i),
    panelValues(i),
    panelFindings(i),
    panelRelations(i),
  );
  refill(
    panel,
    h(
      "div",
      { class: "panel-top" },
      kindMark(nodes[i].kind),
      h("span", { class: "kind" }, kindName(i)),
      iconButton("path", t("ui.path_from"), () => {
        pathFrom = i;
        say(t("ui.path_pick"));
      }),
      iconButton("link", t("ui.copy_link"), copyLink),
      iconButton("close", t("ui.close"), drop),
    ),
    scroll,
    PHONE.matches
      ? button(
          "panel-foot",
          () => {
            phone.folded = true;
            update({ tab: "threads" });
          },
          icon("tree"),
          h("span", {}, t("matrix.show_threads")),
          icon("right"),
        )
      : button(
          "panel-foot",
          () => update({ view: "list" }),
          icon("list"),
          h("span", {}, t("panel.thread")),
          threadOf(i, 0).nodes.size,
          icon("right"),
        ),
  );
  if (changed) scroll.scrollTop = 0;
  return panel;
}

function iconButton(name, label, onclick) {
  return h("button", { type: "button", "aria-label": label, title: label, onclick }, icon(name));
}

function section(key, side, ...children) {
  return h("section", {}, h("h3", {}, t(key), side ? h("span", {}, side) : null), ...children);
}

/** A node as a link, with what it is to this one at the end of the line. */
function nodeLink(i, lead, how) {
  return button(
    "link",
    () => follow(i),
    lead,
    h("span", { class: "one", title: title(i), dir: "auto" }, short(i)),
    how ? h("span", { class: "how" }, how) : null,
  );
}

function panelText(i) {
  const node = nodes[i];
  const text = inWords(node.text);
  return [
    node.written ? h("p", { class: "text" }, t("panel.repaired", { written: node.written, code: node.number })) : null,
    text && node.kind === "Goal" ? h("p", { class: "meta" }, t("panel.significance")) : null,
    text ? h("p", { class: "text", dir: "auto" }, text) : null,
    ...["commitments", "opportunities", "challenges", "outcome"].map((key) => panelList(node, key)),
  ];
}

function panelList(node, key) {
  const list = [node[key] || []].flat();
  if (!list.length) return null;
  return section(
    `panel.${key}`,
    null,
    h(
      "ul",
      { class: "list" },
      list.map((one) => h("li", { dir: "auto" }, inWords(one))),
    ),
  );
}

function panelFacts(i) {
  const node = nodes[i];
  const names = (relation) =>
    outward[i]
      .filter((edge) => edge.relation === relation)
      .map((edge) => title(edge.to))
      .join(", ");
  const tracks = inheritedList(i, "tracks").map(valueName).join(", ");
  const period = node.period ? [node.period.start, node.period.end].filter(Boolean).join("–") : "";
  const facts = [
    ["owner", names("owned_by")],
    ["track", WORK.has(node.kind) ? capital(tracks) : ""],
    ["dimension", capital((node.dimensions || []).map(valueName).join(", "))],
    ["involves", names("involves")],
    ["period", period],
    ["status", node.status ? capital(valueName(node.status)) : ""],
    ["budget", node.budget ? millions(node.budget) : node.within_frame ? t("panel.within_frame") : ""],
    ["kind", node.sort ? capital(valueName(node.sort)) : ""],
    ["role", node.role ? capital(valueName(node.role)) : ""],
    ["due", dateWords(node.due)],
    ["date", dateWords(node.date)],
    ["groups", (node.groups || []).map(inWords).join(", ")],
    ["participants", node.participants && number(node.participants)],
    ["frequency", node.frequency ? capital(valueName(node.frequency)) : ""],
    ["source", inWords(node.source)],
    [
      "materiality",
      node.materiality
        ? t("panel.materiality_value", {
            stakeholders: number(node.materiality.stakeholders ?? "–"),
            impact: number(node.materiality.impact ?? "–"),
          })
        : "",
    ],
  ].filter(([, value]) => value);
  return facts.length
    ? h(
        "dl",
        {},
        facts.map(([key, value]) => h("div", {}, h("dt", {}, t(`panel.${key}`)), h("dd", { dir: "auto" }, value))),
      )
    : null;
}

function claimHow(claim, origin) {
  if (claim.role === "negative") return [severityBadge("warning"), t("role.negative")];
  if (claim.from === origin) return t(`role.${claim.role || "direct"}`);
  const via = nodes[claim.from];
  return t(via.kind === "TargetArea" ? "role.via_area" : "role.via", { what: via.number || short(claim.from) });
}

function panelContributions(i) {
  if (
    CLAIMED.has(nodes[i].kind) ||
    !["TargetArea", "Objective", "Strategy", "Action", "Benefit"].includes(nodes[i].kind)
  )
    return null;
  const claims = contributions(i);
  if (!claims.length)
    return section("panel.contributes", null, h("p", { class: "nobody" }, severityBadge("error"), t("gap.unreached")));
  const negative = claims.filter((claim) => claim.role === "negative").length;
  const inherited = claims.filter((claim) => claim.from !== i).length;
  const counts =
    t("panel.contributes_count", { direct: claims.length - negative - inherited, inherited }) +
    (negative ? t("panel.contributes_negative", { n: negative }) : "");
  const name = (j) => (nodes[j].kind === "Goal" ? t("ui.whole_goal", { code: nodes[j].number }) : null);
  return section(
    "panel.contributes",
    counts,
    claims.map((claim) => {
      const chip = goalNumber(claim.to)
        ? h(
            "span",
            { class: `chip ${goalClass(goalNumber(claim.to))}${claim.from === i ? "" : " inherit"}` },
            nodes[claim.to].number,
          )
        : kindMark(nodes[claim.to].kind);
      const link = nodeLink(claim.to, chip, claimHow(claim, i));
      if (name(claim.to)) link.querySelector(".one").textContent = name(claim.to);
      return [link, claim.why ? h("p", { class: "text" }, claim.why) : null];
    }),
  );
}

/** Who contributes to a goal or target, strategies by the objective that they hang under. */
function panelContributors(i) {
  if (!CLAIMED.has(nodes[i].kind)) return null;
  const number = nodes[i].number;
  const found = [
    ...new Set(
      [i, ...below(i, "Target")].flatMap((j) =>
        inward[j].filter((edge) => edge.relation === "contributes_to").map((edge) => edge.from),
      ),
    ),
  ];
  const reached = nodes[i].kind === "Goal" ? strategiesByGoal.get(number) || 0 : 0;
  const side = reached ? countWords("Strategy", reached) : String(found.length);
  if (!found.length)
    return section(
      "panel.contributed_by",
      null,
      h(
        "p",
        { class: "nobody" },
        severityBadge("warning"),
        t(nodes[i].kind === "Target" ? "gap.unfollowed" : "panel.trace_nobody"),
      ),
    );
  return section(
    "panel.contributed_by",
    side,
    found.slice(0, 40).map((j) => nodeLink(j, kindMark(nodes[j].kind), nodes[j].number)),
    found.length > 40 ? h("p", { class: "meta" }, `+${found.length - 40}`) : null,
  );
}
