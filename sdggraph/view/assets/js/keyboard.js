// The keyboard: one node of the picture is in the tab order, arrows go to the nearest one that way.

let current = null;

/** The buttons of the picture, in reading order. */
function stops() {
  return [...frame.body.querySelectorAll(".plane button, .grid button, .tree [role=treeitem]")].filter(
    (one) => !one.disabled,
  );
}

function setCurrent(element) {
  if (current && current !== element) current.tabIndex = -1;
  current = element;
  if (current) current.tabIndex = 0;
}

/** After each drawing, the same node keeps the tab stop, and the focus if it had it. */
function restoreStop(key, hadFocus) {
  const all = stops();
  const same = key !== null ? all.find((one) => one.dataset.i === key) : null;
  setCurrent(same || all[0] || null);
  if (hadFocus && current) current.focus({ preventScroll: true });
}

function focusNode(i) {
  const element = stops().find((one) => one.dataset.i === String(i));
  if (!element) return;
  setCurrent(element);
  element.focus({ preventScroll: true });
  showInScroller(element);
}

/** Bring an element into the picture's window, clear of the titles above it. */
function showInScroller(element) {
  const scroller = element.closest(".scroller");
  if (!scroller) return;
  const box = element.getBoundingClientRect();
  const port = scroller.getBoundingClientRect();
  const margin = 60;
  let dy = 0;
  let dx = 0;
  if (box.top < port.top + margin) dy = box.top - port.top - margin;
  else if (box.bottom > port.bottom - 20) dy = Math.min(box.top - port.top - margin, box.bottom - port.bottom + 20);
  if (box.left < port.left + 10) dx = box.left - port.left - 20;
  else if (box.right > port.right - 10) dx = box.right - port.right + 20;
  if (columnsView.drifting?.contains(element)) dy /= driftRate();
  if (dx || dy) scroller.scrollBy(dx, dy);
}

function focusPicture() {
  if (!current || !current.isConnected) setCurrent(stops()[0] || null);
  (current || frame.stage).focus();
}

/** The nearest stop in a direction: along it first, aside of it as little as may be. */
function nearest(from, key) {
  const box = from.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  let best = null;
  let least = Infinity;
  for (const one of stops()) {
    if (one === from) continue;
    const other = one.getBoundingClientRect();
    const across = key === "ArrowLeft" || key === "ArrowRight";
    const ahead = {
      ArrowRight: other.left - box.right,
      ArrowLeft: box.left - other.right,
      ArrowDown: other.top - box.bottom,
      ArrowUp: box.top - other.bottom,
    }[key];
    if (ahead < -4) continue;
    const aside = across ? Math.max(0, other.top - y, y - other.bottom) : Math.max(0, other.left - x, x - other.right);
    const cost = Math.max(0, ahead) + aside * (across ? 2 : 8);
    if (cost < least) [best, least] = [one, cost];
  }
  return best;
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape" && !typing) {
    if (frame.app.classList.contains("rail-open")) return openRail(false);
    const back = state.node;
    drop();
    if (back !== null) focusNode(back);
    return;
  }
  if (typing) return;
  if (event.key === "/") {
    event.preventDefault();
    finder.input.focus();
    finder.input.select();
  } else if (
    event.key.startsWith("Arrow") &&
    frame.body.contains(event.target) &&
    event.target.tagName === "BUTTON" &&
    state.view !== "list"
  ) {
    const next = nearest(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    next.focus({ preventScroll: true });
    showInScroller(next);
  } else if ((event.key === "+" || event.key === "-") && state.view === "columns") {
    const level = LEVELS[LEVELS.indexOf(state.level) + (event.key === "+" ? 1 : -1)];
    if (level) update({ level });
  }
}
