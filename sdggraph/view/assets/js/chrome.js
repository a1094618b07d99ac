// The frame: top bar, the sentence above the picture, the legend and the size below it.

const frame = {};
const VIEWS = ["columns", "free", "matrix", "list"];
const VIEW_ICONS = { columns: "columns", free: "free", matrix: "matrix", list: "list" };

function makeFrame(app) {
  Object.assign(frame, {
    app, top: h("header", { class: "top" }), side: h("nav", { class: "side" }), stage: h("main", { class: "stage", id: "stage", tabindex: "-1" }),
    panel: h("aside", { class: "panel", hidden: true }), sentence: h("div", { class: "sentence" }), body: h("div", { class: "body" }), foot: h("footer", { class: "foot" }),
    toast: h("div", { class: "toast", role: "status", hidden: true }), search: makeSearch(), brand: h("div", { class: "brand" }), tools: h("div", { class: "tools" }),
  });
  frame.stage.append(frame.sentence, frame.body, frame.foot);
  const skip = h("a", { class: "skip", href: "#stage", onclick: (event) => { event.preventDefault(); focusPicture(); } });
  frame.skip = skip;
  app.append(skip, frame.top, frame.side, frame.stage, frame.panel, frame.toast);
}

function drawTop() {
  const { top } = frame;
  const views = h("div", { class: "segments views", role: "group", "aria-label": t("view.label") }, VIEWS.map((view) =>
    h("button", { type: "button", "aria-pressed": String(state.view === view), onclick: () => update({ view }) }, icon(VIEW_ICONS[view]), h("span", {}, t(`view.${view}`)))));
  const langs = Object.keys(plan.words);
  const languages = langs.length > 1 ? h("div", { class: "segments langs", role: "group", "aria-label": t("ui.language") }, langs.map((lang) =>
    h("button", { type: "button", lang, "aria-pressed": String(state.lang === lang), onclick: () => update({ lang }, false) }, lang.toUpperCase()))) : null;
  const dark = isDark();
  const theme = h("button", { type: "button", class: "control square theme", "aria-label": t(dark ? "ui.theme_light" : "ui.theme_dark"), title: t(dark ? "ui.theme_light" : "ui.theme_dark"), onclick: () => update({ theme: dark ? "light" : "dark" }, false) }, icon(dark ? "sun" : "moon"));
  const exporting = h("button", { type: "button", class: "control export", "aria-haspopup": "menu", "aria-expanded": "false", onclick: (event) => exportMenu(event.currentTarget) }, icon("download"), h("span", {}, t("ui.export")));
  finder.input.placeholder = t("ui.search");
  finder.input.setAttribute("aria-label", t("ui.search"));
  frame.skip.textContent = t("ui.skip");
  refill(frame.brand, h("p", {}, inWords(plan.line)), h("h1", { dir: "auto", title: inWords(plan.title) }, inWords(plan.title)));
  refill(frame.tools, views, languages, theme, exporting);
  if (top.children[1] !== frame.search || top.children[2] !== frame.tools) refill(top, frame.brand, frame.search, frame.tools); // else the search keeps its focus
}

function drawSentence() {
  const followed = state.node !== null && state.view !== "matrix";
  frame.sentence.classList.toggle("tall", followed);
  if (followed) return refill(frame.sentence, h("div", { class: "words" }, crumbs(), h("p", {}, threadSentence(state.node))), depthControl(), dropButton());
  if (state.view === "matrix" && !isEmpty) return refill(frame.sentence, h("div", { class: "words" }, h("p", {}, matrixSentence())), matrixSwitch());
  refill(frame.sentence, h("div", { class: "words" }, h("p", {}, headline())), severityPills());
}

function headline() {
  const parts = plan.headline[state.lang] || plan.headline[plan.lang];
  return parts.map((part) => (part.gap ? h("button", { type: "button", "aria-pressed": String(state.gap === part.gap), onclick: () => update({ gap: state.gap === part.gap ? null : part.gap }) }, part.text) : part.bold ? h("strong", {}, part.text) : part.text));
}

function severityPills() {
  const pills = SEVERITIES.map((severity) => {
    const count = plan.notes.filter((note) => note.severity === severity).length;
    if (!count) return null;
    const on = state.filter.severity === severity;
    return h("button", { type: "button", class: `pill s-${severity}`, "aria-pressed": String(on), onclick: () => chooseFacet("severity", severity) }, severityBadge(severity), `${count} ${t(`severity.${severity}`, { n: count })}`);
  });
  return h("div", { class: "pills" }, pills);
}

/** Where a node stands, each step a way back. */
function crumbs() {
  const chain = [];
  for (let at = state.node; at !== undefined; at = nodes[at].parent) chain.unshift(at);
  const name = (i) => `${nodes[i].number || ""} ${i === state.node && nodes[i].number && !CLAIMED.has(nodes[i].kind) ? "" : short(i)}`.trim();
  return h("nav", { "aria-label": t("ui.overview") }, h("ol", { class: "crumbs" }, h("li", {}, button("", () => update({ node: null, path: null }), t("ui.overview"))),
    chain.map((i, place) => h("li", {}, icon("right"), place === chain.length - 1 ? h("span", { "aria-current": "page" }, name(i)) : button("", () => follow(i), name(i))))));
}

function depthControl() {
  if (state.path !== null || state.view !== "columns" || isWaiting) return null;
  return [h("span", { class: "label", "aria-hidden": "true" }, t("ui.depth")), h("div", { class: "segments depth", role: "group", "aria-label": t("ui.depth") }, [1, 2, 0].map((depth) =>
    h("button", { type: "button", "aria-pressed": String(state.depth === depth), onclick: () => update({ depth }) }, depth || t("ui.all"))))];
}

function dropButton() {
  return h("button", { type: "button", class: "control", onclick: () => update({ node: null, path: null, depth: 0 }) }, icon("close"), t("ui.drop"), h("kbd", { "aria-hidden": "true" }, "Esc"));
}

/** What a followed thread amounts to, in one sentence with its numbers in bold. */
function threadSentence(i) {
  const node = nodes[i];
  if (state.path !== null) {
    const path = shortestThread(state.node, state.path);
    return path ? path.map((j, place) => [place ? " → " : "", h("strong", {}, nodes[j].number || short(j))]) : t("ui.path_none");
  }
  if (node.kind === "Goal" || node.kind === "Target" || node.kind === "NationalGoal") return goalSentence(i);
  if (node.kind === "TargetArea" && strategiesOfBand(bandOf.get(i) || { rows: [] }).length) return areaSentence(i);
  if (node.kind === "Indicator") return bold(t("panel.trace_measures", { n: inward[i].filter((edge) => edge.relation === "measured_by").length }));
  if (!["TargetArea", "Objective", "Strategy", "Action", "Benefit"].includes(node.kind)) return short(i);
  const claims = contributions(i);
  const negative = claims.filter((claim) => claim.role === "negative").length;
  const inherited = claims.filter((claim) => claim.from !== i).length;
  const direct = claims.length - negative - inherited;
  const goals = claims.filter((claim) => claim.from === i && claim.role !== "negative" && nodes[claim.to].kind !== "Target").length;
  const directly = !direct ? "" : goals ? t("panel.trace_direct_goals", { n: direct }) : t("panel.trace_direct", { n: direct });
  const said = [directly, inherited && t("panel.trace_inherited", { n: inherited }), negative && t("panel.trace_negative", { n: negative })].filter(Boolean);
  const first = said.length ? `${capital(said.slice(0, -1).join(", "))}${said.length > 1 ? t("panel.and") : ""}${said.length > 1 ? said[said.length - 1] : capital(said[0])}.` : t("panel.trace_title_none");
  const measured = indicatorsOf(i).length;
  const second = measured ? t("panel.trace_measured", { n: measured }) : !["Strategy", "Objective"].includes(node.kind) ? "" : isMeasured(i) ? `${capital(t("matrix.through"))}.` : t("panel.trace_unmeasured");
  return bold(`${first} ${second}`);
}

function areaSentence(i) {
  const strategies = strategiesOfBand(bandOf.get(i));
  const goals = new Set(strategies.flatMap((j) => Object.keys(nodes[j].reach || {})));
  return bold(`${t("panel.trace_area", { n: strategies.length, goals: goals.size })} ${capital(t("ui.measured_of", { n: strategies.filter(isMeasured).length, all: strategies.length }))}.`);
}

function goalSentence(i) {
  const node = nodes[i];
  const strategies = node.kind === "Goal" ? ofKind("Strategy").filter((one) => node.number in (one.reach || {})).map((one) => one.i)
    : [...threadOf(i, 0).nodes.keys()].filter((j) => nodes[j].kind === "Strategy");
  if (!strategies.length) return t("panel.trace_nobody");
  return bold(`${t("panel.trace_strategies", { n: strategies.length })}, ${t("panel.trace_strategies_of", { n: strategies.filter(isMeasured).length, all: strategies.length })}.`);
}

/** The numbers of a sentence, each with the word after it, in bold. */
function bold(text) {
  return text.split(/(\d+ \p{L}+)/u).map((part) => (/^\d/.test(part) ? h("strong", {}, part) : part));
}

function lineSample(cls, goal, end) {
  return s("svg", { class: "line", viewBox: "0 0 27 10", "aria-hidden": "true" }, s("path", { class: `${cls} ${goalClass(goal)}`, d: end ? "M0 5H18" : "M0 5H27" }),
    end === "cross" ? s("path", { class: "cross", d: "M21 2l6 6M27 2l-6 6" }) : end === "ring" ? s("circle", { class: `ring ${goalClass(goal)}`, cx: 22, cy: 5, r: 3.6 }) : null);
}

function drawFoot(scene) {
  const entry = (mark, key, values) => h("li", {}, mark, t(key, values));
  const some = scene && scene.thread && firstGoal(scene.thread.origin) ? firstGoal(scene.thread.origin) : layout.goals.length ? nodes[layout.goals[Math.min(5, layout.goals.length - 1)].node].number : "11";
  let items = [];
  if (state.view === "columns" && isWaiting) items = [entry(lineSample("t wait", "4", "ring"), "legend.waiting"), layout.goals.length ? entry(h("span", { class: "slot sample" }), "empty.slot_precondition") : null, plan.gaps.repaired.length ? entry([severityBadge("info"), h("s", {}, nodes[plan.gaps.repaired[0]].written)], "legend.repaired") : null];
  else if (state.view === "columns" && scene && scene.thread) items = [entry(lineSample("t follow", some), "legend.direct"), entry(lineSample("t follow inherit", some), "legend.inherited"), entry(lineSample("t follow against", "15"), "legend.negative"), entry(lineSample("t ink"), "legend.belongs")];
  else if (state.view === "columns" && !isEmpty) items = overviewLegend(entry, some);
  else if (state.view === "matrix") items = matrixLegend();
  else if (state.view === "free") items = [h("li", {}, t("free.hint"))];
  refill(frame.foot, h("ul", { class: "legend" }, items), h("span", { class: "shown", role: "status" }, shownWords(scene)), state.view === "columns" && !isWaiting && !(scene && scene.thread) ? zoomControl() : null);
}

function overviewLegend(entry, some) {
  const chevron = (open) => s("svg", { class: "mark", viewBox: "0 0 12 12" }, s("path", { d: KIND_PATHS.Strategy, fill: open ? "none" : null, stroke: open ? "var(--error)" : null, "stroke-width": open ? 1.4 : null }));
  const results = ofKind("Indicator").length ? ["desired", "acceptable", "unaccepted", "unmeasured"].map((result) => entry(resultBadge(result), `result.${result}`)) : [];
  return [entry(lineSample("t", some), "legend.direct"), entry(lineSample("t whole", some), "legend.inherited_area"), plan.gaps.unmeasured.length ? entry(lineSample("t stop", "", "cross"), "legend.broken") : null,
    hasStrategies ? [entry(chevron(false), "legend.measured"), entry(chevron(true), "legend.unmeasured")] : null, results];
}

function shownWords(scene) {
  const all = nodes.length;
  if (state.view !== "columns" || !scene) return "";
  if (scene.thread) return t("ui.traced", { n: scene.thread.nodes.size, rest: Math.max(0, all - scene.thread.nodes.size) });
  if (columnsView.lit) return t("ui.filtered", { n: columnsView.lit.hits.size });
  const shown = new Set(scene.things.flatMap((thing) => (thing.type === "indicators" ? [] : thing.i ?? []))).size;
  return t("ui.shown", { n: Math.min(shown, all), all }) + (shown < all && !isWaiting ? t("ui.gathered") : "");
}

function zoomControl() {
  const at = LEVELS.indexOf(state.level);
  const step = (by, name, label) => h("button", { type: "button", "aria-label": t(label), title: t(label), disabled: !LEVELS[at + by], onclick: () => update({ level: LEVELS[at + by] }) }, icon(name));
  const words = { gathered: "40 %", row: t("ui.fitted"), card: "100 %", full: "150 %" };
  return h("div", { class: "zoom", role: "group", "aria-label": t("ui.zoom") }, step(-1, "minus", "ui.zoom_out"), button("", () => update({ level: "row", open: new Set(OPEN_AT_START) }), words[state.level]), step(1, "plus", "ui.zoom_in"));
}

function openRail(open) {
  frame.app.classList.toggle("rail-open", open);
  drawSide(frame.side, !open && frame.app.classList.contains("rail"));
}

/** Say something short at the bottom, also to a screen reader. */
function say(text) {
  frame.toast.textContent = text;
  frame.toast.hidden = false;
  clearTimeout(frame.toastTimer);
  frame.toastTimer = setTimeout(() => { frame.toast.hidden = true; }, 3500);
}
