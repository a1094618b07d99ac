// Making elements. Text goes in as text nodes only, so that nothing in a plan can become markup.

const SVG = "http://www.w3.org/2000/svg";

function fillElement(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.setAttribute("class", value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/** An HTML element. */
function h(tag, attributes, ...children) {
  return fillElement(document.createElement(tag), attributes, children);
}

/** An SVG element. */
function s(tag, attributes, ...children) {
  return fillElement(document.createElementNS(SVG, tag), attributes, children);
}

/** Put new children in the place of all old ones. */
function refill(element, ...children) {
  element.replaceChildren();
  return fillElement(element, null, children);
}

/** A button with a function. */
function button(className, onclick, ...children) {
  return h("button", { type: "button", class: className, onclick }, ...children);
}

/** Words for assistive technology only. */
function unseen(text) {
  return text ? h("span", { class: "unseen" }, text) : null;
}

/** The words under "section.name" in the page's language, in the number that n (or all) asks for. */
function t(key, values = {}) {
  const [section, name] = key.split(/\.(.*)/s);
  const words = (plan.words[state.lang] || plan.words.en)[section];
  const text = words && words[name];
  if (text === undefined) return name.replaceAll("_", " ");
  const [one, many] = text.split("|");
  const count = values.all ?? values.n ?? 1;
  const chosen = many === undefined || Number(count) === 1 ? one : many;
  return chosen.replace(/\{(\w+)\}/g, (whole, field) => (field in values ? number(values[field] ?? whole) : whole));
}

/** A text in the page's language, else in the nearest language that it exists in. */
function inWords(texts) {
  if (!texts) return "";
  if (typeof texts === "string") return texts;
  const near = { nn: ["nn", "nb"], nb: ["nb", "nn"], en: ["en"] }[state.lang] || [state.lang];
  for (const lang of [...near, plan.lang, "en"]) if (texts[lang]) return texts[lang];
  return Object.values(texts)[0] || "";
}

/** The title of a node. */
function title(i) {
  return inWords(nodes[i].title) || nodes[i].id;
}

/** The short form of a title, where the plan has one. */
function short(i) {
  return inWords(nodes[i].short) || title(i);
}

/** A node's kind, with its number if it has one: "strategi 6.1.2". */
function kindName(i) {
  const { kind, number } = nodes[i];
  const word = t(`kind.${kind}`, { n: 1 });
  return capital(number ? `${word} ${number}` : word);
}

function sameSet(one, other) {
  return one.size === other.size && [...one].every((value) => other.has(value));
}

function capital(text) {
  return text.charAt(0).toLocaleUpperCase(state.lang) + text.slice(1);
}

/** A number as the language writes it. */
function number(value) {
  if (typeof value !== "number") return String(value ?? "");
  return value.toLocaleString(state.lang === "en" ? "en" : "nb", { maximumFractionDigits: 2 });
}

/** A day as the language writes it; a year, quarter or month stays as it is. */
function dateWords(date) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date || "")) return date;
  const lang = state.lang === "en" ? "en-GB" : "nb";
  return new Date(`${date}T12:00`).toLocaleDateString(lang, { day: "numeric", month: "long", year: "numeric" });
}

/** An amount of money in millions, with one decimal. */
function millions(amount) {
  const written = (amount / 1e6).toLocaleString(state.lang === "en" ? "en" : "nb", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return t("panel.budget_millions", { n: written });
}

/** A value with its unit. */
function quantity(value, unit) {
  if (typeof value === "boolean") return value ? "✓" : "–";
  if (value === "yes" || value === "no") return t(`value.${value}`);
  const said = inWords(unit);
  const spaced = said ? `\u00a0${said}` : "";
  return number(value) + spaced;
}
