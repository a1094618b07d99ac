// The frame: top bar, the sentence above the picture, the legend and the size below it.

const frame = {};
const VIEWS = ["columns", "free", "matrix", "list"];
const VIEW_ICONS = { columns: "columns", free: "free", matrix: "matrix", list: "list" };

function makeFrame(app) {
  Object.assign(frame, {
    app,
    top: h("header", { class: "top" }),
    side: h("nav", { class: "side" }),
    stage: h("main", { class: "stage", id: "stage", tabindex: "-1" }),
    panel: h("aside", { class: "panel", hidden: true }),
    sentence: h("div", { class: "sentence" }),
    body: h("div", { class: "body" }),
    foot: h("footer", { class: "foot" }),
    toast: h("div", { class: "toast", role: "status", hidden: true }),
    search: makeSearch(),
    brand: h("div", { class: "brand" }),
    tools: h("div", { class: "tools" }),
  });
  dragSheet(frame.panel);
  frame.stage.append(frame.sentence, frame.body, frame.foot);
  const skip = h("a", {
    class: "skip",
    href: "#stage",
    onclick: (event) => {
      event.preventDefault();
      focusPicture();
    },
  });
  frame.skip = skip;
  app.append(skip, frame.top, frame.side, frame.stage, frame.panel, frame.toast);
}

function drawTop() {
  const { top } = frame;
  const views = h(
    "div",
    { class: "segments views", role: "group", "aria-label": t("view.label") },
    VIEWS.map((view) =>
      h(
        "button",
        { type: "button", "aria-pressed": String(state.view === view), onclick: () => update({ view }) },
        icon(VIEW_ICONS[view]),
        h("span", {}, t(`view.${view}`)),
      ),
    ),
  );
  const langs = Object.keys(plan.words);
  const languages =
    langs.length > 1
      ? h(
          "div",
          { class: "segments langs", role: "group", "aria-label": t("ui.language") },
          langs.map((lang) =>
            h(
              "button",
              {
                type: "button",
                lang,
                "aria-pressed": String(state.lang === lang),
                onclick: () => update({ lang }, false),
              },
              lang.toUpperCase(),
            ),
          ),
        )
      : null;
  const dark = isDark();
  const theme = h(
    "button",
    {
      type: "button",
      class: "control square theme",
      "aria-label": t(dark ? "ui.theme_light" : "ui.theme_dark"),
      title: t(dark ? "ui.theme_light" : "ui.theme_dark"),
      onclick: () => update({ theme: dark ? "light" : "dark" }, false),
    },
    icon(dark ? "sun" : "moon"),
  );
  const exporting = h(
    "button",
    {
      type: "button",
      class: "control export",
      "aria-label": t("ui.export"),
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      onclick: (event) => exportMenu(event.currentTarget),
    },
    icon("download"),
    h("span", {}, t("ui.export")),
  );
  finder.input.placeholder = t("ui.search");
  finder.input.setAttribute("aria-label", t("ui.search"));
  frame.skip.textContent = t("ui.skip");
  refill(
    frame.brand,
    h("p", {}, inWords(plan.line)),
    h("h1", { dir: "auto", title: inWords(plan.title) }, inWords(plan.title)),
  );
  refill(frame.tools, views, languages, theme, exporting);
  if (top.children[1] !== frame.search || top.children[2] !== frame.tools)
    refill(top, frame.brand, frame.search, frame.tools); // else the search keeps its focus
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
  frame.toastTimer = setTimeout(() => {
    frame.toast.hidden = true;
  }, 3500);
}
