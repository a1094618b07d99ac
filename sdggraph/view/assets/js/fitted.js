// How much of a title there is room for: the title itself where it fits, else its short form.

/** About how wide a letter of a row is. */
const LETTER = 5.9;
/** What a title loses where its lines break. */
const BROKEN_LINE = 0.86;

/** The class of a title of so many lines. */
const LINED = ["", "one", "clamp", "clamp three"];

function roomFor(width, lines) {
  return lines > 1 ? lines * width * BROKEN_LINE : width;
}

/** The title in so many lines of a width; where it doesn't fit, the short form that the plan gives it. */
function fittedTitle(i, width, lines) {
  const whole = title(i);
  return whole.length * LETTER <= roomFor(width, lines) ? whole : short(i);
}

/** The kinds whose titles stand in a column as rows, and what of its width the number and a badge take. */
const TITLED = { targets: ["Target", 62], objectives: ["Objective", 62], strategies: [LEAF, 70], indicators: ["Indicator", 46] };

/** So wide a column at most becomes for the sake of its titles. */
const WIDEST = { targets: 270, objectives: 400, strategies: 340, indicators: 320 };

const lengths = new Map();

/** The length that nine of ten titles of a kind don't exceed. */
function usualLength(kind) {
  const key = `${kind} ${state.lang}`;
  if (!lengths.has(key)) {
    const all = ofKind(kind).map((node) => short(node.i).length);
    lengths.set(key, all.sort((a, b) => a - b)[Math.floor(0.9 * (all.length - 1))] || 0);
  }
  return lengths.get(key);
}

/** How wide a column is to be so that nearly all its titles can be read whole. */
function wantedWidth(name, lines) {
  const [kind, beside] = TITLED[name];
  const inOne = usualLength(kind) * LETTER;
  return Math.min(WIDEST[name], beside + (lines > 1 && name !== "indicators" ? inOne / lines / BROKEN_LINE : inOne));
}

/** Of the room that nothing else needs, give columns what their titles lack. */
function widenForTitles(widths, spare, names, lines) {
  const lacking = names
    .filter((name) => TITLED[name])
    .map((name) => [name, Math.max(0, wantedWidth(name, lines) - widths[name])]);
  const all = lacking.reduce((sum, [, lack]) => sum + lack, 0);
  const share = Math.min(1, Math.max(0, spare) / Math.max(1, all));
  for (const [name, lack] of lacking) widths[name] += Math.floor(lack * share);
}
