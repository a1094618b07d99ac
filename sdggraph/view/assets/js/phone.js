// On a phone: areas as cards, in plain words, what is broken first; the picture is one tap away.

const phone = { open: new Set(), root: null };
const TABS = [["areas", "list"], ["goals", "matrix"], ["gaps", "broken"], ["threads", "tree"]];
ICONS.tree = "M2.5 6h4v4h-4zM10 2h3.5v3.5H10zM10 10.5h3.5V14H10zM6.5 8H8.5M8.5 3.8v8.5M8.5 3.8H10M8.5 12.3H10";

function drawPhone() {
  frame.app.classList.remove("rail", "rail-open");
  const shownTab = state.node !== null && state.tab === "threads" ? "threads" : state.tab;
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : null;
  const scroll = phone.root && phone.tab === shownTab ? phone.root.scrollTop : 0;
  drawPhoneTop();
  phone.tab = shownTab;
  frame.view = null;
  columnsView.elements.clear();
  frame.body.className = "body phone-body";
  const tabs = { areas: phoneAreas, goals: phoneGoals, gaps: phoneGaps, threads: phoneThreads };
  refill(frame.sentence);
  if (shownTab === "threads") {
    phone.root = phoneThreads();
    refill(frame.body, phone.root, state.node === null ? null : phoneThreadBar());
    columnsView.still = true;
    if (!isEmpty) drawColumns();
    columnsView.still = false;
    const picked = phone.root.querySelector(".picked");
    if (picked && phone.shown !== state.node) showInScroller(picked);
    phone.shown = state.node;
  } else {
    phone.root = h("div", { class: "phone-scroll" }, h("p", { class: "phone-sentence" }, headline()), isEmpty ? h("p", {}, t("empty.plan_help")) : tabs[shownTab]());
    refill(frame.body, phone.root);
    phone.root.scrollTop = scroll;
  }
  drawTabs(shownTab);
  drawPanel(frame.panel, state.node !== null && !phone.folded ? state.node : null);
  frame.panel.classList.toggle("sheet", true);
  if (focused) frame.app.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function drawPhoneTop() {
  finder.input.placeholder = t("ui.search");
  finder.input.setAttribute("aria-label", t("ui.search"));
  frame.skip.textContent = t("ui.skip");
  const searching = phone.searching;
  const bar = searching
    ? [frame.search, iconButton("close", t("ui.close"), () => { phone.searching = false; drawPhone(); })]
    : [h("div", { class: "brand" }, h("p", {}, inWords(plan.line).split(" · ")[0]), h("h1", { dir: "auto" }, inWords(plan.title))),
      iconButton("search", t("ui.search_short"), () => { phone.searching = true; drawPhone(); finder.input.focus(); }),
      iconButton("menu", t("ui.menu"), (event) => phoneMenu(event.currentTarget))];
  if (!(searching && frame.top.contains(frame.search))) refill(frame.top, bar);
}

function phoneMenu(opener) {
  const old = frame.app.querySelector(".menu");
  if (old) return old.remove();
  const item = (name, text, action) => h("button", { type: "button", role: "menuitem", onclick: () => { menu.remove(); action(); } }, name ? icon(name) : null, text);
  const dark = isDark();
  const menu = h("div", { class: "menu", role: "menu", onkeydown: (event) => menuKey(event, opener, menu) },
    Object.keys(plan.words).filter((lang) => lang !== state.lang).map((lang) => item(null, { nb: "Norsk bokmål", en: "English", nn: "Norsk nynorsk" }[lang] || lang, () => update({ lang }, false))),
    item(dark ? "sun" : "moon", t(dark ? "ui.theme_light" : "ui.theme_dark"), () => update({ theme: dark ? "light" : "dark" }, false)),
    item("list", t("ui.csv"), exportTable), item("link", t("ui.copy_link"), copyLink), item("print", t("ui.print"), () => window.print()));
  frame.app.append(menu);
  menu.firstChild.focus();
}

function drawTabs(shown) {
  refill(frame.foot, h("nav", { class: "tabs", "aria-label": t("view.label") }, TABS.map(([tab, name]) =>
    h("button", { type: "button", "data-key": `tab-${tab}`, "aria-current": shown === tab ? "page" : null, onclick: () => { phone.folded = false; update({ tab, node: tab === "threads" ? state.node : null }); } }, icon(name), h("span", {}, t(`phone.${tab}`))))));
}

/** Filter chips, then a card for each area. */
function phoneAreas() {
  const bands = layout.areas;
  const chips = [["", t("phone.all_areas", { n: bands.length }), null]];
  if (plan.gaps.unmeasured.length) chips.push(["unmeasured", t("gap.unmeasured"), plan.gaps.unmeasured.length]);
  if (plan.gaps.idle.length) chips.push(["idle", t("phone.without_strategy"), plan.gaps.idle.length]);
  if (plan.gaps.unreached.length) chips.push(["unreached", t("gap.unreached"), plan.gaps.unreached.length]);
  const row = h("div", { class: "phone-chips" }, chips.map(([gap, text, count]) =>
    h("button", { type: "button", "data-key": `chip-${gap}`, "aria-pressed": String((state.gap || "") === gap), onclick: () => update({ gap: gap || null }) }, gap ? icon(gap) : null, text, count === null ? null : h("span", {}, count))));
  const fits = (i) => !state.gap || gapSets[state.gap].has(i) || below(i, "Strategy").some((j) => gapSets[state.gap].has(j));
  const cards = bands.map((band) => phoneArea(band, band.rows.filter(fits))).filter(Boolean);
  return [row, isWaiting ? h("div", { class: "phone-await" }, awaitCard()) : null, cards.length ? cards : h("p", { class: "no-hit" }, t("gap.none")), state.gap ? null : phoneLoose()];
}

function phoneArea(band, rows) {
  if (state.gap && !rows.length && !(band.node !== null && gapSets[state.gap].has(band.node))) return null;
  const key = `area-${band.node}`;
  const open = phone.open.has(key) || (Boolean(state.gap) && rows.length > 0);
  const goals = band.node === null ? [] : stripeGoals(band.node);
  const dark = band.rows.filter((i) => gapSets.unmeasured.has(i)).length;
  const said = !band.rows.length ? t("phone.no_objectives") : [t("phone.objectives", { n: band.rows.length }), ", ", dark ? h("b", { class: "s-error" }, t("phone.unmeasured", { n: dark })) : t("phone.all_measured")];
  const name = band.node === null ? t("column.Objective") : title(band.node);
  const toggle = () => { if (!phone.open.delete(key)) phone.open.add(key); drawPhone(); };
  return h("section", { class: `area-card${open ? " open" : ""}` }, stripe(goals.length ? goals : [""]),
    h("button", { type: "button", class: "area-head-button", "data-key": key, "aria-expanded": String(open), onclick: toggle },
      h("span", { class: "number" }, band.node === null ? "" : nodes[band.node].number || ""), h("span", { class: "words" }, h("b", { dir: "auto" }, name), h("span", {}, said)),
      goals.slice(0, 2).map((goal) => h("span", { class: `tag ${goalClass(goal)}` }, goal)), icon(open ? "down" : "right")),
    open ? h("div", { class: "area-rows" }, orderByNeed(rows).map(phoneObjective), state.gap ? null : (band.direct || []).map(phoneObjective),
      band.node === null || state.gap ? null : h("button", { type: "button", class: "more", onclick: () => { phone.folded = true; update({ tab: "threads", node: band.node }); } }, icon("tree"), t("matrix.show_threads"))) : null);
}

/** Broken first, then results that are not accepted, then the rest; within each as the plan has them. */
function orderByNeed(rows) {
  const need = (i) => (gapSets.broken.has(i) ? 0 : { unaccepted: 1, acceptable: 2 }[worstResult(i)?.result] ?? 3);
  return [...rows].sort((a, b) => need(a) - need(b));
}

const NEED = ["unaccepted", "acceptable", "measured", "desired", "unmeasured"];

/** The indicator of a node that fares worst. */
function worstResult(i) {
  return indicatorsOf(i).map((j) => nodes[j]).sort((a, b) => NEED.indexOf(a.result) - NEED.indexOf(b.result))[0];
}

/** One objective in words: how it stands, why, who owns it. */
function phoneObjective(i) {
  const { mark, cls, head, why, broken } = standing(i);
  const strategies = below(i, LEAF).length;
  const owner = ownersOf(i).map(title).join(", ");
  const last = [strategies && !broken ? countWords(LEAF, strategies) : "", owner ? t("phone.owner", { who: owner }) : ""].filter(Boolean).join(" · ");
  return h("button", { type: "button", class: `objective-item${broken ? " broken" : ""}`, "data-key": `n-${i}`, onclick: () => { phone.folded = false; update({ node: i }); } }, mark,
    h("span", { class: "words" }, h("b", { dir: "auto" }, title(i)), h("span", { class: "why" }, h("b", { class: cls }, head), why ? ` ${why}` : ""), last ? h("span", { class: "who" }, last) : null), icon("right"));
}

function standing(i) {
  const strategies = below(i, "Strategy").length;
  if (gapSets.unreached.has(i)) return { mark: severityBadge("error"), cls: "s-error", head: t("phone.unreached"), why: t("phone.unreached_why"), broken: true };
  if (gapSets.unmeasured.has(i)) return { mark: severityBadge("error"), cls: "s-error", head: t("phone.nobody_measures"), why: strategies ? t("phone.nobody_why", { n: strategies }) : t("phone.nobody_why_none"), broken: true };
  if (gapSets.idle.has(i)) return { mark: severityBadge("warning"), cls: "s-warning", head: t("phone.idle"), why: t("phone.idle_why"), broken: false };
  const indicator = worstResult(i);
  const result = indicator ? indicator.result : "measured";
  if (!indicator) return { mark: resultBadge("measured"), cls: "", head: `${capital(t("matrix.through"))}.`, why: "" };
  const target = lastTarget(indicator);
  const values = { title: short(indicator.i), value: indicator.latest ? quantity(indicator.latest.value, indicator.unit) : "", target: target ? quantity(target.value, indicator.unit) : "" };
  const why = indicator.latest ? t(target ? "phone.result_target" : "phone.result_line", values) : `${short(indicator.i)}.`;
  return { mark: resultBadge(result), cls: `r-${result}`, head: `${capital(t(`result.${result}`))}.`, why };
}

function phoneLoose() {
  if (!layout.orphans.length) return null;
  return h("section", { class: "area-card loose" }, h("div", { class: "area-rows" }, layout.orphans.map(phoneObjective)));
}

function phoneGoals() {
  return layout.goals.map((band) => {
    const goal = nodes[band.node];
    const key = `goal-${band.node}`;
    const open = phone.open.has(key);
    const strategies = strategiesByGoal.get(goal.number) || 0;
    const said = [strategies ? countWords("Strategy", strategies) : "", band.rows.length ? countWords("Target", band.rows.length) : ""].filter(Boolean).join(", ") || t("panel.trace_nobody");
    const toggle = () => { if (!phone.open.delete(key)) phone.open.add(key); drawPhone(); };
    return h("section", { class: `area-card${open ? " open" : ""}` }, stripe([goal.number]),
      h("button", { type: "button", class: "area-head-button", "data-key": key, "aria-expanded": String(open), onclick: toggle }, h("span", { class: `tag ${goalClass(goal.number)}` }, goal.number), h("span", { class: "words" }, h("b", {}, title(band.node)), h("span", {}, said)), icon(open ? "down" : "right")),
      open ? h("div", { class: "area-rows" }, goal.text ? h("p", { class: "significance-text" }, inWords(goal.text)) : null,
        band.rows.map((i) => phoneTarget(i)), h("button", { type: "button", class: "more", onclick: () => { phone.folded = true; update({ tab: "threads", node: band.node }); } }, icon("tree"), t("matrix.show_threads"))) : null);
  });
}

function phoneTarget(i) {
  const followed = !gapSets.unfollowed.has(i);
  const count = inward[i].filter((edge) => edge.relation === "contributes_to").length;
  return h("button", { type: "button", class: "objective-item", "data-key": `n-${i}`, onclick: () => { phone.folded = false; update({ node: i }); } }, h("span", { class: `tag small-tag ${goalClass(goalNumber(i))}` }, nodes[i].number),
    h("span", { class: "words" }, h("b", {}, title(i)), h("span", { class: "why" }, followed ? (count ? t("phone.contributors", { n: count }) : "") : h("b", { class: "s-warning" }, t("gap.unfollowed")))), icon("right"));
}

function phoneGaps() {
  const list = gapList().filter(([name]) => name !== "broken");
  if (!list.length) return h("p", { class: "no-hit" }, t("gap.none"));
  return list.map(([name, count]) => {
    const key = `gap-${name}`;
    const open = phone.open.has(key);
    const toggle = () => { if (!phone.open.delete(key)) phone.open.add(key); drawPhone(); };
    return h("section", { class: `area-card plain${open ? " open" : ""}` }, h("button", { type: "button", class: "area-head-button", "data-key": key, "aria-expanded": String(open), onclick: toggle }, icon(name), h("span", { class: "words" }, h("b", {}, t(`gap.${name}`))), h("span", { class: "count" }, count), icon(open ? "down" : "right")),
      open ? h("div", { class: "area-rows" }, plan.gaps[name].slice(0, 200).map((i) => (nodes[i].kind === "Target" ? phoneTarget(i) : nodes[i].kind === "Objective" || nodes[i].kind === "Strategy" ? phoneObjective(i) : phonePlain(i)))) : null);
  });
}

function phonePlain(i) {
  return h("button", { type: "button", class: "objective-item", "data-key": `n-${i}`, onclick: () => { phone.folded = false; update({ node: i }); } }, kindMark(nodes[i].kind), h("span", { class: "words" }, h("b", { dir: "auto" }, title(i)), h("span", { class: "why" }, kindName(i))), icon("right"));
}

/** Whose thread is followed, for its details and to let go of it. */
function phoneThreadBar() {
  const open = () => { phone.folded = false; drawPhone(); };
  return h("div", { class: "thread-bar" }, h("button", { type: "button", class: "name", onclick: open }, kindMark(nodes[state.node].kind), h("span", { class: "one" }, title(state.node)), icon("right")),
    iconButton("close", t("ui.drop"), () => update({ node: null, path: null, depth: 0 })));
}

/** The picture itself, to be moved with a finger; the sheet folds away to show it. */
function phoneThreads() {
  const scroller = isEmpty ? h("p", { class: "phone-sentence" }, t("empty.plan")) : makeColumns();
  if (state.node === null) return scroller;
  phone.folded = phone.folded ?? true;
  return scroller;
}
