// The list: the same plan as a tree of rows, for the keyboard, the screen reader and whoever likes lists.

const list = {
  open: new Set(layout.areas.length * 12 < 300 ? layout.areas.map((band) => band.node) : []),
  root: null,
  rows: [],
};
const SKIPPED_ROOTS = new Set(["GlobalIndicator"]);

function makeList() {
  list.root = h("div", { class: "scroller tree-scroller" });
  return list.root;
}

/** The nodes that the list starts from: areas in their order, what stands alone, goals, and all else by kind. */
function listRoots() {
  const areas = layout.areas.map((band) => band.node).filter((i) => i !== null && nodes[i].parent === undefined);
  const placed = new Set(areas);
  const loose = ["Objective", "Strategy", "Action"]
    .flatMap(ofKind)
    .filter((node) => node.parent === undefined)
    .map((node) => node.i);
  const goals = [...layout.goals.map((band) => band.node), ...layout.unprioritised];
  goals.forEach((i) => placed.add(i));
  const rest = nodes.filter(
    (node) =>
      node.parent === undefined &&
      !placed.has(node.i) &&
      !["Objective", "Strategy", "Action", "TargetArea", "Goal"].includes(node.kind) &&
      !SKIPPED_ROOTS.has(node.kind),
  );
  const groups = new Map();
  const add = (kind, i) => groups.set(kind, [...(groups.get(kind) || []), i]);
  areas.forEach((i) => add("TargetArea", i));
  loose.forEach((i) => add(nodes[i].kind, i));
  goals.forEach((i) => add("Goal", i));
  rest.forEach((node) => add(node.kind, node.i));
  return groups;
}

function drawList() {
  const thread = currentThread();
  const lit = thread ? null : litNodes();
  const wanted = thread ? (i) => thread.nodes.has(i) : lit ? (i) => lit.lit.has(i) : () => true;
  const everything = Boolean(thread || lit);
  list.rows = [];
  const body = h("div", { class: "tree", role: "tree", "aria-label": t("view.list"), onkeydown: listKey });
  body.append(
    h(
      "div",
      { class: "tree-head", role: "presentation" },
      ["", t("panel.contributes"), t("panel.measured_by"), t("panel.owner"), showsFindings ? t("panel.findings") : ""].map((text) =>
        h("span", {}, text),
      ),
    ),
  );
  for (const [kind, roots] of listRoots()) {
    if (state.hidden.has(kind)) continue;
    const shown = roots.filter((i) => wanted(i) || below(i).some((j) => hasWanted(j, wanted)));
    if (!shown.length) continue;
    body.append(
      h("h2", { class: "tree-group", role: "presentation" }, t(`column.${kind}`), h("span", {}, ` ${shown.length}`)),
    );
    for (const i of shown) listBranch(body, i, 1, wanted, everything);
  }
  if (!list.rows.length) body.append(h("p", { class: "no-hit" }, t("empty.search")));
  refill(list.root, body);
  return null;
}

function hasWanted(i, wanted) {
  const waiting = [i];
  while (waiting.length) {
    const j = waiting.pop();
    if (wanted(j)) return true;
    waiting.push(...below(j));
  }
  return false;
}

/** One row and, where it is open, all below it; deep plans are walked without recursion. */
function listBranch(body, root, level, wanted, everything) {
  const waiting = [[root, level]];
  while (waiting.length) {
    const [i, depth] = waiting.pop();
    const kids = below(i).filter((j) => !state.hidden.has(nodes[j].kind) && (!everything || hasWanted(j, wanted)));
    const open = kids.length > 0 && (everything || list.open.has(i));
    body.append(listRow(i, depth, kids.length, open));
    list.rows.push(i);
    if (open) for (const j of [...kids].reverse()) waiting.push([j, depth + 1]);
  }
}

function listRow(i, depth, kids, open) {
  const node = nodes[i];
  const claims = claimsOf(i);
  const indicators = indicatorsOf(i);
  const dark = gapSets.unmeasured.has(i);
  const row = h(
    "div",
    {
      class: `tree-row${state.node === i ? " chosen" : ""}`,
      role: "treeitem",
      "data-i": i,
      tabindex: "-1",
      "aria-level": depth,
      "aria-expanded": kids ? String(open) : null,
      "aria-selected": String(state.node === i),
      onclick: (event) => (event.target.closest(".twist") ? toggleRow(i) : follow(i)),
    },
    h(
      "span",
      { class: "name" },
      h("span", { class: "twist", "aria-hidden": "true" }, kids ? icon(open ? "down" : "right") : null),
      unseen(`${capital(t(`kind.${node.kind}`, { n: 1 }))} `),
      goalNumber(i)
        ? h("span", { class: `chip ${goalClass(goalNumber(i))}` }, node.number)
        : [kindMark(node.kind), node.number ? h("span", { class: "num" }, node.number) : null],
      h("span", { class: "one", title: title(i), dir: "auto" }, title(i)),
      kids && !open ? h("span", { class: "meta" }, kids) : null,
    ),
    h(
      "span",
      { class: "claims" },
      claims
        .slice(0, 4)
        .map((claim) =>
          goalNumber(claim.to)
            ? h(
                "span",
                { class: `chip ${goalClass(goalNumber(claim.to))}` },
                `${claim.role === "negative" ? "− " : ""}${nodes[claim.to].number}`,
              )
            : h("span", { title: title(claim.to) }, kindMark(nodes[claim.to].kind)),
        ),
      claims.length > 4 ? `+${claims.length - 4}` : null,
    ),
    h(
      "span",
      { class: "measured" },
      node.kind === "Indicator"
        ? [resultBadge(node.result), node.latest ? quantity(node.latest.value, node.unit) : t("result.unmeasured")]
        : indicators.length
          ? [
              resultMarks(
                indicators.map((j) => nodes[j].result),
                5,
              ),
              indicators.length === 1 ? h("span", { class: "one" }, short(indicators[0])) : null,
            ]
          : dark
            ? h("span", { class: "s-error" }, t("gap.unmeasured"))
            : null,
    ),
    h("span", { class: "one" }, ownersOf(i).map(title).join(", ")),
    h(
      "span",
      { class: "found" },
      worst(i)
        ? [
            severityBadge(worst(i)),
            h(
              "span",
              { class: "clamp", title: notesAt[i].map((note) => inWords(note.message)).join("\n") },
              faultWords(i, worstNote(i)),
            ),
          ]
        : null,
    ),
  );
  row.style.setProperty("--depth", depth - 1);
  return row;
}

/** The first of the gravest findings at a node. */
function worstNote(i) {
  return notesAt[i].find((note) => note.severity === worst(i));
}

/** A finding without its subject, which the row is named by already: "Reaches no goal". */
function faultWords(i, note) {
  const node = nodes[i];
  const said = inWords(note.message);
  const kind = `${capital(t(`kind.${node.kind}`, { n: 1 }))} `;
  const name = [node.id.split(":").pop(), node.number].find((one) => one && said.startsWith(`${kind}${one} `));
  if (!name) return capital(said);
  let rest = said.slice(kind.length + name.length + 1);
  for (const text of Object.values(node.title))
    for (const quoted of [`«${text}» `, `“${text}” `]) if (rest.startsWith(quoted)) rest = rest.slice(quoted.length);
  return capital(rest);
}

function toggleRow(i) {
  if (!list.open.delete(i)) list.open.add(i);
  const focused = document.activeElement && document.activeElement.dataset.i === String(i);
  drawList();
  restoreStop(String(i), focused);
}

function listKey(event) {
  const row = event.target.closest("[role=treeitem]");
  if (!row) return;
  const i = Number(row.dataset.i);
  const at = list.rows.indexOf(i);
  const expanded = row.getAttribute("aria-expanded");
  const go = (j) => {
    const next = j === undefined ? null : list.root.querySelector(`[data-i="${j}"]`);
    if (next) {
      setCurrent(next);
      next.focus();
    }
  };
  const actions = {
    ArrowDown: () => go(list.rows[at + 1]),
    ArrowUp: () => go(list.rows[at - 1]),
    Home: () => go(list.rows[0]),
    End: () => go(list.rows[list.rows.length - 1]),
    ArrowRight: () => (expanded === "false" ? toggleRow(i) : expanded === "true" ? go(list.rows[at + 1]) : null),
    ArrowLeft: () => (expanded === "true" ? toggleRow(i) : go(nodes[i].parent)),
    Enter: () => follow(i),
    " ": () => follow(i),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
}
