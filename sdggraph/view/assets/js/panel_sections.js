// The panel's longer parts: measurements, findings, relations.

/** What measures a node, with a chart of the first, or of the indicator itself. */
function panelMeasures(i) {
  const node = nodes[i];
  if (!["TargetArea", "Objective", "Strategy", "Action", "Benefit", "Target"].includes(node.kind)) return null;
  const list = indicatorsOf(i);
  if (!list.length) {
    const through = ["Strategy", "Objective"].includes(node.kind) && isMeasured(i);
    if (!["Strategy", "Objective"].includes(node.kind)) return null;
    return section(
      "panel.measured_by",
      null,
      through
        ? h("p", { class: "text" }, capital(t("matrix.through")))
        : h("p", { class: "nobody" }, severityBadge("error"), t("panel.nobody")),
    );
  }
  const [first, ...rest] = list;
  return section(
    "panel.measured_by",
    countWords("Indicator", list.length),
    nodeLink(first, null, [resultBadge(nodes[first].result), capital(t(`result.${nodes[first].result}`))]),
    indicatorChart(nodes[first]),
    rest.map((j) =>
      nodeLink(
        j,
        resultBadge(nodes[j].result),
        nodes[j].latest ? h("strong", {}, quantity(nodes[j].latest.value, nodes[j].unit)) : t("result.unmeasured"),
      ),
    ),
  );
}

/** An indicator's own values and what it measures. */
function panelValues(i) {
  const node = nodes[i];
  if (node.kind !== "Indicator") return null;
  const measured = inward[i].filter((edge) => edge.relation === "measured_by").map((edge) => edge.from);
  const value = node.latest
    ? `${quantity(node.latest.value, node.unit)}, ${t(`result.${node.result}`)}`
    : t("result.unmeasured");
  return [
    section("panel.status", [resultBadge(node.result), capital(value)], indicatorChart(node)),
    measured.length
      ? section(
          "panel.measures",
          String(measured.length),
          measured.map((j) => nodeLink(j, kindMark(nodes[j].kind), nodes[j].number)),
        )
      : null,
  ];
}

function panelFindings(i) {
  const notes = [...notesAt[i]].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (!notes.length) return null;
  return section(
    "panel.findings",
    String(notes.length),
    notes.map((note) =>
      h(
        "div",
        { class: "finding" },
        severityBadge(note.severity),
        h(
          "div",
          {},
          h("span", { class: "unseen" }, `${t(`severity.${note.severity}`, { n: 1 })}: `),
          findingWords(inWords(note.message)),
          note.help
            ? h(
                "p",
                {},
                h("b", {}, `${t("panel.mend")} `),
                coded(inWords(note.help)),
                h("span", { class: "meta" }, ` ${note.code}`),
              )
            : h("p", { class: "meta" }, note.code),
          note.consequences ? h("p", { class: "meta" }, t("panel.consequences", { n: note.consequences })) : null,
        ),
      ),
    ),
  );
}

/** The first sentence of a message is its heading. */
function findingWords(message) {
  const [, head, rest] = /^(.*?[.!?])(?:\s+(.*))?$/s.exec(message) || [null, message, ""];
  return [
    h("b", { dir: "auto" }, coded(capital(rest ? head.replace(/\.$/, "") : head))),
    rest ? h("p", { dir: "auto" }, coded(rest)) : null,
  ];
}

/** What a message has between backticks is set as code. */
function coded(text) {
  return text.split(/`([^`]+)`/).map((part, place) => (place % 2 ? h("code", {}, part) : part));
}

const SAID = new Set(["contributes_to", "measured_by", "owned_by", "involves"]);

/** All other relations as links, by what they say. */
function panelRelations(i) {
  const groups = new Map();
  const add = (key, j) => groups.set(key, [...new Set([...(groups.get(key) || []), j])]);
  for (const edge of outward[i])
    if (!SAID.has(edge.relation) || (edge.relation === "contributes_to" && !CLAIMED.has(nodes[edge.to].kind)))
      add(edge.relation, edge.to);
  for (const edge of inward[i])
    if (
      !(CLAIMED.has(nodes[i].kind) && edge.relation === "contributes_to") &&
      !(nodes[i].kind === "Indicator" && edge.relation === "measured_by")
    )
      add(`${edge.relation}_inverse`, edge.from);
  if (!groups.size) return null;
  return section(
    "panel.relations",
    null,
    [...groups].map(([key, list]) => [
      h("p", { class: "meta" }, capital(t(`relation.${key}`))),
      list.slice(0, 25).map((j) => nodeLink(j, kindMark(nodes[j].kind), nodes[j].number)),
      list.length > 25 ? h("p", { class: "meta" }, `+${list.length - 25}`) : null,
    ]),
  );
}
