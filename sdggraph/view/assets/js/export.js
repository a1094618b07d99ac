// Out of the page: a table, a drawing, a picture, a link. Files are made here and never sent anywhere.

function saveBlob(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(t("ui.saved", { name }));
}

function saveText(name, type, text) {
  saveBlob(name, new Blob(["\ufeff", text], { type: `${type};charset=utf-8` }));
}

function fileName() {
  return (
    fold(inWords(plan.title))
      .replace(/[^a-z0-9æøå]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "plan"
  );
}

/** A table with semicolons; what a spreadsheet would take for a formula is defused. */
function csvText(rows) {
  const cell = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[";,\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(cell).join(";")).join("\r\n") + "\r\n";
}

/** What the picture shows now, one node a row. */
function shownNodes() {
  const thread = currentThread();
  if (thread) return [...thread.nodes.keys()];
  const lit = litNodes();
  return nodes.map((node) => node.i).filter((i) => (lit ? lit.hits.has(i) : true) && !state.hidden.has(nodes[i].kind));
}

function exportTable() {
  const titles = (list) => list.map((i) => `${nodes[i].number || ""} ${title(i)}`.trim()).join(", ");
  const rows = [
    [
      t("panel.kind"),
      t("panel.number"),
      "id",
      t("panel.title"),
      t("relation.part_of"),
      t("panel.contributes"),
      t("panel.measured_by"),
      t("panel.owner"),
      ...(showsFindings ? [t("panel.findings")] : []),
    ].map((text) => capital(text)),
  ];
  for (const i of shownNodes()) {
    const node = nodes[i];
    rows.push([
      t(`kind.${node.kind}`, { n: 1 }),
      node.number || "",
      node.id,
      title(i),
      node.parent === undefined ? "" : titles([node.parent]),
      titles(claimsOf(i).map((claim) => claim.to)),
      titles(indicatorsOf(i)),
      titles(ownersOf(i)),
      ...(showsFindings ? [notesAt[i].map((note) => inWords(note.message)).join(" ")] : []),
    ]);
  }
  saveText(`${fileName()}.csv`, "text/csv", csvText(rows));
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    say(t("ui.copied"));
  } catch {
    say(location.href);
  }
}

function exportMenu(opener) {
  const old = frame.app.querySelector(".menu");
  if (old) return closeMenu(opener, old);
  const item = (name, key, action) =>
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        onclick: () => {
          closeMenu(opener, menu);
          action();
        },
      },
      icon(name),
      t(key),
    );
  const menu = h(
    "div",
    { class: "menu", role: "menu", onkeydown: (event) => menuKey(event, opener, menu) },
    item("download", "ui.png", exportPicture),
    item("download", "ui.svg", exportDrawing),
    item("list", "ui.csv", exportTable),
    item("link", "ui.copy_link", copyLink),
    item("print", "ui.print", () => window.print()),
  );
  frame.app.append(menu);
  opener.setAttribute("aria-expanded", "true");
  menu.firstChild.focus();
  setTimeout(() =>
    document.addEventListener("pointerdown", function away(event) {
      if (!menu.contains(event.target) && !opener.contains(event.target)) closeMenu(opener, menu, false);
      if (!menu.isConnected) document.removeEventListener("pointerdown", away);
    }),
  );
}

function closeMenu(opener, menu, focus = true) {
  menu.remove();
  opener.setAttribute("aria-expanded", "false");
  if (focus) opener.focus();
}

function menuKey(event, opener, menu) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    items[(at + step + items.length) % items.length].focus();
  }
  if (event.key === "Escape") {
    event.stopPropagation();
    closeMenu(opener, menu);
  }
}
