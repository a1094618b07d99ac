// What a cell of the matrix holds, and the way from it to its threads.

function openPopover(button, i, band) {
  const again = matrix.open && matrix.open.button === button;
  closePopover();
  if (again) return;
  const cell = cellOf(nodes[i].number, band);
  const area = `${nodes[band.node].number ? `${nodes[band.node].number}, ` : ""}${title(band.node)}`;
  const show = (view) => update({ view, goal: nodes[i].number, gap: null, filter: { area: nodes[band.node].id } });
  const box = h(
    "div",
    {
      class: "popover",
      role: "dialog",
      "aria-label": title(i),
      onkeydown: (event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          closePopover();
          button.focus();
        }
      },
    },
    h(
      "div",
      { class: "pop-head" },
      h("span", { class: `pop-num ${goalClass(nodes[i].number)}` }, nodes[i].number),
      h("div", {}, h("b", {}, title(i)), h("p", {}, t("matrix.in_area", { what: area }))),
    ),
    h(
      "p",
      {},
      bold(
        t("matrix.pop", {
          n: cell.count,
          direct: cell.count - cell.inherited,
          inherited: cell.inherited,
          measured: cell.measured,
        }),
      ),
    ),
    cell.dark.length
      ? h(
          "div",
          { class: "pop-list" },
          h(
            "p",
            { class: "nobody-head" },
            severityBadge("error"),
            h("b", {}, t("matrix.pop_unmeasured", { n: cell.dark.length })),
          ),
          cell.dark.slice(0, 5).map((j) => darkStrategy(j)),
        )
      : null,
    h(
      "div",
      { class: "pop-foot" },
      primaryButton(t("matrix.show_threads"), () => show("columns")),
      h("button", { type: "button", class: "control", onclick: () => show("list") }, t("matrix.open_list")),
    ),
  );
  matrix.root.append(box);
  placePopover(box, button);
  matrix.open = { box, button };
  button.classList.add("chosen");
  box.querySelector(".primary").focus({ preventScroll: true });
}

function darkStrategy(j) {
  const mark = s(
    "svg",
    { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" },
    s("path", { d: KIND_PATHS.Strategy, fill: "none", stroke: "var(--error)", "stroke-width": 1.4 }),
  );
  return h(
    "button",
    { type: "button", class: "link", onclick: () => update({ view: "columns", node: j }) },
    mark,
    h("span", { class: "one" }, nodes[j].number ? `${nodes[j].number} ` : "", short(j)),
  );
}
function primaryButton(text, onclick) {
  return h("button", { type: "button", class: "primary", onclick }, text);
}

/** Below the cell or above it, never on it. */
function placePopover(box, button) {
  const root = matrix.root.getBoundingClientRect();
  const cell = button.getBoundingClientRect();
  const height = box.offsetHeight;
  const width = box.offsetWidth;
  const under = cell.bottom + 10 + height <= root.bottom || cell.top - root.top < height + 10;
  const top = under ? cell.bottom + 10 : cell.top - height - 10;
  const left = Math.min(Math.max(root.left + 8, cell.right - width), root.right - width - 14);
  box.style.top = `${top - root.top + matrix.root.scrollTop}px`;
  box.style.left = `${left - root.left + matrix.root.scrollLeft}px`;
}

function closePopover() {
  if (!matrix.open) return;
  matrix.open.box.remove();
  matrix.open.button.classList.remove("chosen");
  matrix.open = null;
}
