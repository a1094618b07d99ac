// Shapes: one for each kind, severity and result, so that nothing is said by colour alone.

const KIND_PATHS = {
  Goal: "M1 1h10v10H1z",
  Target: "M0.5 6L4 2h7.5v8H4z",
  NationalGoal: "M1 1h10v6.5L6 11 1 7.5z",
  TargetArea: "M3.2 1h5.6L12 6 8.8 11H3.2L0 6z",
  Objective: "M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z",
  Strategy: "M0.5 1.5H6L11 6 6 10.5H0.5L4 6z",
  Action: "M1.5 1L11 6 1.5 11z",
  Indicator: "M6 .5L11.5 6 6 11.5.5 6z",
  Benefit: "M6 .6l1.6 3.6 3.9.4-2.9 2.6.8 3.9L6 9.1l-3.4 2 .8-3.9L.5 4.6l3.9-.4z",
  Stakeholder: "M6 .8a2.7 2.7 0 1 1 0 5.4A2.7 2.7 0 0 1 6 .8zM.8 11.4c0-3 2-4.4 5.2-4.4s5.2 1.4 5.2 4.4z",
  Precondition: "M3.2 2L6 8H.4zM8.8 10L6 4h5.6z",
  Engagement: "M1 1.5h10v7H6L3 11V8.5H1z",
  Unit: "M1 11V3l5-2 5 2v8z",
  Plan: "M2 .8h6l2.5 2.5v8H2z",
  GlobalIndicator: "M6 .5L11.5 6 6 11.5.5 6z",
};

const SEVERITY_PATHS = {
  error: ["M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"],
  warning: ["M8 1.2L15.4 14.5H.6z", "M8 6v4M8 12.3v.1"],
  info: ["M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8z", "M8 7.4v4M8 4.7v.1"],
};

const RESULT_PATHS = {
  desired: ["M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z", "M5 8.3l2.2 2.2 4-4.6"],
  acceptable: ["M8 2a6 6 0 0 0 0 12z"],
  unaccepted: ["M.8 1.6h14.4L8 15z"],
  measured: ["M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z"],
  unmeasured: [],
};

const ICONS = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3.5 3.5",
  columns: "M2 3h3v10H2zM6.5 3h3v10h-3zM11 3h3v10h-3z",
  free: "M4 5.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM12 6.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6zM8 14a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 8 14zM5.8 4h4.4M5 5.4l2.2 5M11 6.3l-2.1 4.2",
  matrix: "M2 2.5h12v11H2zM2 6.2h12M2 9.8h12M6 2.5v11M10 2.5v11",
  list: "M2 3.5h2M6 3.5h8M4.5 8h2M8.5 8H14M4.5 12.5h2M8.5 12.5H14",
  moon: "M13.5 9.5A6 6 0 1 1 6.5 2.5a4.8 4.8 0 0 0 7 7z",
  sun: "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1v1.8M8 13.2V15M1 8h1.8M13.2 8H15M3 3l1.3 1.3M11.7 11.7L13 13M13 3l-1.3 1.3M4.3 11.7L3 13",
  download: "M8 2v8M4.8 7L8 10.2 11.2 7M2.5 13.5h11",
  link: "M6.5 9.5l3-3M7 5l1.8-1.8a2.6 2.6 0 0 1 3.9 3.9L11 9M9 11l-1.8 1.8a2.6 2.6 0 0 1-3.9-3.9L5 7",
  close: "M4 4l8 8M12 4l-8 8",
  right: "M6 3.5L10.5 8 6 12.5",
  down: "M3.5 6L8 10.5 12.5 6",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  menu: "M2 4h12M2 8h12M2 12h12",
  filter: "M2 4h12M4.5 8h7M7 12h2",
  path: "M3 13V9.5a3 3 0 0 1 3-3h4a3 3 0 0 0 3-3V3M3 13h0M11 5l2-2 2 2",
  print: "M4.5 6V2h7v4M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7V14h-7z",
  check: "M2.5 8.5l3.5 3.5 7.5-8",
  broken: "M1 8h4.5M10.5 8H15M6.2 5l3.6 6",
  unmeasured: "M3 10L10 3l3 3-7 7zM5.5 8l1.2 1.2M7.5 6l1.2 1.2M2.5 3l11 10.5",
  unreached: "M3 2.5h10M8 14V5.5M4.8 8.5L8 5.3l3.2 3.2",
  idle: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
  unfollowed: "M5.5 2.5H2.5v11h3M5.5 8h3M11 8h.1M13.5 8h.1",
  empty_area: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
  repaired: "M2.5 8.5l3.5 3.5 7.5-8",
};
const DASHED_ICONS = new Set(["idle", "empty_area"]);

function icon(name) {
  const dashes = DASHED_ICONS.has(name) ? "3.2 2.5" : null;
  return s(
    "svg",
    { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" },
    s("path", { d: ICONS[name], "stroke-dasharray": dashes }),
  );
}

function kindMark(kind) {
  return s(
    "svg",
    { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" },
    s("path", { d: KIND_PATHS[kind] || KIND_PATHS.Objective }),
  );
}

function badgeParts(paths) {
  return paths.map((d, part) => s("path", { d, class: part ? "hole" : null }));
}

function severityBadge(severity) {
  return s(
    "svg",
    { class: `badge s-${severity}`, viewBox: "0 0 16 16", "aria-hidden": "true" },
    badgeParts(SEVERITY_PATHS[severity]),
  );
}

function resultParts(result) {
  if (result === "unmeasured")
    return [s("circle", { cx: 8, cy: 8, r: 6.2, fill: "none", "stroke-width": 1.6, "stroke-dasharray": "2.3 2.5" })];
  const parts = badgeParts(RESULT_PATHS[result]);
  if (result === "acceptable")
    parts.push(s("circle", { cx: 8, cy: 8, r: 6.2, fill: "none", stroke: "currentColor", "stroke-width": 1.6 }));
  return parts;
}

function resultBadge(result) {
  return s("svg", { class: `badge r-${result}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, resultParts(result));
}

const MARK_PITCH = 13.2;

/** Up to `most` results in a line, as gathered indicators show them. */
function resultMarks(results, most = 10) {
  const shown = [...results].sort((a, b) => RESULTS.indexOf(a) - RESULTS.indexOf(b)).slice(0, most);
  return s(
    "svg",
    { class: "marks", viewBox: `0 0 ${shown.length * 18} 16`, width: shown.length * MARK_PITCH, "aria-hidden": "true" },
    shown.map((result, place) =>
      s(
        "g",
        { class: `r-${result}`, transform: `translate(${place * 18} 0)` },
        resultParts(result).map((part) => {
          if (part.getAttribute("class") === "hole") part.setAttribute("stroke", "var(--surface)");
          return part;
        }),
      ),
    ),
  );
}

/** Up to seven chevrons for gathered strategies; the open, red ones are measured by nobody. */
function strategyMarks(strategies, most = 7) {
  const shown = [...strategies].sort((a, b) => isMeasured(b) - isMeasured(a));
  const cut = shown.length > most ? [...shown.slice(0, most - 1), shown[shown.length - 1]] : shown;
  return s(
    "svg",
    { class: "marks", viewBox: `0 0 ${cut.length * 15} 12`, width: cut.length * 12.5, "aria-hidden": "true" },
    cut.map((i, place) =>
      s("path", {
        class: isMeasured(i) ? "chev" : "chev open",
        d: KIND_PATHS.Strategy,
        transform: `translate(${place * 15} 0)`,
      }),
    ),
  );
}

/** Up to seven marks of one kind. */
function kindMarks(kind, count, most = 7) {
  const shown = Math.min(count, most);
  return s(
    "svg",
    { class: "marks", viewBox: `0 0 ${shown * 14} 12`, width: shown * 11.7, "aria-hidden": "true" },
    Array.from({ length: shown }, (_, place) =>
      s("path", { class: "dot", d: KIND_PATHS[kind], transform: `translate(${place * 14} 0)` }),
    ),
  );
}
