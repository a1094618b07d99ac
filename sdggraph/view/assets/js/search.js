// Search while typing, over titles in every language, numbers, codes and ids.

const searchIndex = nodes.map((node) => ({
  i: node.i,
  words: [...Object.values(node.title), ...Object.values(node.short || {})].map(fold),
  number: fold(node.number || ""),
  id: fold(node.id.split(":").pop()),
}));

/** Letters without case; æ, ø and å stay letters of their own, other accents go. */
function fold(text) {
  return String(text)
    .toLocaleLowerCase("nb")
    .replace(/[^\u0000-\u007fæøå]/g, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
}

/** The best hits first: a number or code, the start of a title, the start of a word, anywhere. */
function search(query, most = 30) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return { hits: [], total: 0 };
  const found = [];
  for (const entry of searchIndex) {
    const score = words.reduce((sum, word) => sum + scoreOf(entry, word), 0);
    if (Number.isFinite(score)) found.push({ i: entry.i, score });
  }
  found.sort((a, b) => a.score - b.score || a.i - b.i);
  return { hits: found.slice(0, most).map((one) => one.i), total: found.length };
}

function scoreOf(entry, word) {
  if (entry.number === word) return 0;
  if (entry.id === word) return 1;
  if (entry.number && entry.number.startsWith(word)) return 2;
  let best = Infinity;
  for (const text of entry.words) {
    const at = text.indexOf(word);
    if (at === 0) best = Math.min(best, 3);
    else if (at > 0) best = Math.min(best, /[\s\-–(]/.test(text[at - 1]) ? 4 : 6);
  }
  return Math.min(best, entry.id.includes(word) ? 7 : Infinity);
}

const finder = { at: -1, hits: [] };

function makeSearch() {
  const input = h("input", {
    type: "search",
    id: "find",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-controls": "hits",
    "aria-autocomplete": "list",
    oninput: () => showHits(),
    onkeydown: searchKey,
    onfocus: () => input.value && showHits(),
    onblur: () => setTimeout(hideHits, 150),
  });
  const list = h("div", { class: "hits", id: "hits", role: "listbox", hidden: true });
  Object.assign(finder, { input, list, status: h("span", { class: "unseen", role: "status" }) });
  return h(
    "div",
    { class: "search", role: "search" },
    icon("search"),
    input,
    h("kbd", { "aria-hidden": "true" }, "/"),
    list,
    finder.status,
  );
}

function showHits() {
  const query = finder.input.value.trim();
  if (!query) return hideHits();
  const { hits, total } = search(query);
  Object.assign(finder, { hits, at: hits.length ? 0 : -1 });
  refill(
    finder.list,
    hits.length ? hits.map((i, place) => hitRow(i, place, query)) : h("div", { class: "no-hit" }, t("empty.search")),
  );
  finder.list.hidden = false;
  finder.input.setAttribute("aria-expanded", "true");
  finder.status.textContent = t("ui.result_count", { n: total });
  markHit();
}

function hitRow(i, place, query) {
  const node = nodes[i];
  const from = node.parent === undefined ? "" : short(node.parent);
  const lead = goalNumber(i)
    ? h("span", { class: `chip ${goalClass(goalNumber(i))}` }, node.number)
    : kindMark(node.kind);
  return h(
    "div",
    {
      class: "hit",
      role: "option",
      id: `hit-${place}`,
      "aria-selected": "false",
      onpointerdown: (event) => {
        event.preventDefault();
        pickHit(place);
      },
    },
    lead,
    h(
      "span",
      { class: "what" },
      node.number && !goalNumber(i) ? h("b", {}, node.number) : null,
      marked(title(i), query),
    ),
    h("span", { class: "meta" }, from || t(`kind.${node.kind}`, { n: 1 })),
  );
}

/** A title with the part that was found underlined. */
function marked(text, query) {
  const word = fold(query).split(/\s+/)[0];
  const at = fold(text).indexOf(word);
  if (at < 0 || fold(text).length !== text.length) return text;
  return [text.slice(0, at), h("u", {}, text.slice(at, at + word.length)), text.slice(at + word.length)];
}

function markHit() {
  [...finder.list.querySelectorAll(".hit")].forEach((row, place) => {
    row.setAttribute("aria-selected", String(place === finder.at));
    if (place === finder.at) row.scrollIntoView({ block: "nearest" });
  });
  if (finder.at >= 0) finder.input.setAttribute("aria-activedescendant", `hit-${finder.at}`);
  else finder.input.removeAttribute("aria-activedescendant");
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && finder.hits.length) {
    event.preventDefault();
    finder.at = (finder.at + step + finder.hits.length) % finder.hits.length;
    markHit();
  } else if (event.key === "Enter" && finder.at >= 0) {
    event.preventDefault();
    pickHit(finder.at);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (finder.input.value) {
      finder.input.value = "";
      hideHits();
    } else focusPicture();
  }
}

function pickHit(place) {
  const i = finder.hits[place];
  hideHits();
  finder.input.value = "";
  follow(i);
  focusNode(i);
}

function hideHits() {
  finder.list.hidden = true;
  finder.input.setAttribute("aria-expanded", "false");
  finder.input.removeAttribute("aria-activedescendant");
}
