// On a phone: areas as cards, in plain words, what is broken first; the picture is one tap away.

const phone = { open: new Set(), root: null };
const TABS = [
  ["areas", "list"],
  ["goals", "matrix"],
  ["gaps", "broken"],
  ["threads", "tree"],
];
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
    phone.root = h(
      "div",
      { class: "phone-scroll" },
      h("p", { class: "phone-sentence" }, headline()),
      isEmpty ? h("p", {}, t("empty.plan_help")) : tabs[shownTab](),
    );
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
    ? [
        frame.search,
        iconButton("close", t("ui.close"), () => {
          phone.searching = false;
          drawPhone();
        }),
      ]
    : [
        h(
          "div",
          { class: "brand" },
          h("p", {}, inWords(plan.line).split(" · ")[0]),
          h("h1", { dir: "auto" }, inWords(plan.title)),
        ),
        iconButton("search", t("ui.search_short"), () => {
          phone.searching = true;
          drawPhone();
          finder.input.focus();
        }),
        iconButton("menu", t("ui.menu"), (event) => phoneMenu(event.currentTarget)),
      ];
  if (!(searching && frame.top.contains(frame.search))) refill(frame.top, bar);
}

function phoneMenu(opener) {
  const old = frame.app.querySelector(".menu");
  if (old) return old.remove();
  const item = (name, text, action) =>
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        onclick: () => {
          menu.remove();
          action();
        },
      },
      name ? icon(name) : null,
      text,
    );
  const dark = isDark();
  const menu = h(
    "div",
    { class: "menu", role: "menu", onkeydown: (event) => menuKey(event, opener, menu) },
    Object.keys(plan.words)
      .filter((lang) => lang !== state.lang)
      .map((lang) =>
        item(null, { nb: "Norsk bokmål", en: "English", nn: "Norsk nynorsk" }[lang] || lang, () =>
          update({ lang }, false),
        ),
      ),
    item(dark ? "sun" : "moon", t(dark ? "ui.theme_light" : "ui.theme_dark"), () =>
      update({ theme: dark ? "light" : "dark" }, false),
    ),
    item("list", t("ui.csv"), exportTable),
    item("link", t("ui.copy_link"), copyLink),
    item("print", t("ui.print"), () => window.print()),
  );
  frame.app.append(menu);
  menu.firstChild.focus();
}

function drawTabs(shown) {
  refill(
    frame.foot,
    h(
      "nav",
      { class: "tabs", "aria-label": t("view.label") },
      TABS.map(([tab, name]) =>
        h(
          "button",
          {
            type: "button",
            "data-key": `tab-${tab}`,
            "aria-current": shown === tab ? "page" : null,
            onclick: () => {
              phone.folded = false;
              update({ tab, node: tab === "threads" ? state.node : null });
            },
          },
          icon(name),
          h("span", {}, t(`phone.${tab}`)),
        ),
      ),
    ),
  );
}

/** Whose thread is followed, for its details and to let go of it. */
function phoneThreadBar() {
  const open = () => {
    phone.folded = false;
    drawPhone();
  };
  return h(
    "div",
    { class: "thread-bar" },
    h(
      "button",
      { type: "button", class: "name", onclick: open },
      kindMark(nodes[state.node].kind),
      h("span", { class: "one" }, title(state.node)),
      icon("right"),
    ),
    iconButton("close", t("ui.drop"), () => update({ node: null, path: null, depth: 0 })),
  );
}

/** The picture itself, to be moved with a finger; the sheet folds away to show it. */
function phoneThreads() {
  const scroller = isEmpty ? h("p", { class: "phone-sentence" }, t("empty.plan")) : makeColumns();
  if (state.node === null) return scroller;
  phone.folded = phone.folded ?? true;
  return scroller;
}
