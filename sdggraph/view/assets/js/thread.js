// Following a thread: up to the goals, down to the work and its measurement, directly or by inheritance.

const UP = new Set([...plan.up, "measured_by"]);

/** Whether an edge leads up in the picture; measuring is followed against its arrow. */
function isUp(edge) {
  return UP.has(edge.relation) && edge.relation !== "measured_by";
}

/**
 * The thread of a node.
 * nodes: every node in it, with the number of steps to it.
 * claims: what ties it to goals and targets: {from, to, how: direct | inherited | negative, role, via}.
 */
function threadOf(origin, depth) {
  const limit = depth || Infinity;
  const steps = new Map([[origin, 0]]);
  const claims = [];
  walkUp(origin, limit, steps, claims);
  walkDown(origin, limit, steps, claims);
  for (const i of [...steps.keys()])
    if (nodes[i].kind === "Target" && nodes[i].parent !== undefined) keep(steps, nodes[i].parent, steps.get(i) + 1);
  return { origin, nodes: steps, claims };
}

function keep(steps, i, step) {
  if (!steps.has(i)) {
    steps.set(i, step);
    return true;
  }
  return false;
}

function walkUp(origin, limit, steps, claims) {
  const waiting = [origin];
  const through = nodes[origin].kind === "Strategy" && !indicatorsOf(origin).length; // measured by what is above it
  while (waiting.length) {
    const i = waiting.shift();
    const step = steps.get(i) + 1;
    if (step > limit) continue;
    for (const edge of outward[i]) {
      if (!isUp(edge)) continue;
      const toClaimed = CLAIMED.has(nodes[edge.to].kind) && edge.relation === "contributes_to";
      if (toClaimed && edge.role === "negative" && i !== origin) continue;
      if (toClaimed)
        claims.push({
          from: i,
          to: edge.to,
          role: edge.role,
          how: edge.role === "negative" ? "negative" : i === origin ? "direct" : "inherited",
        });
      if (keep(steps, edge.to, step) && !toClaimed) waiting.push(edge.to);
    }
    if (i !== origin && through && nodes[i].kind !== "Strategy") indicatorsOf(i).forEach((j) => keep(steps, j, step));
    if (nodes[i].kind === "Indicator") {
      for (const edge of inward[i]) {
        if (edge.relation === "measured_by" && keep(steps, edge.from, step)) waiting.push(edge.from);
      }
    }
  }
}

function walkDown(origin, limit, steps, claims) {
  const waiting = [origin];
  const seen = new Set(waiting);
  while (waiting.length) {
    const i = waiting.shift();
    const step = steps.get(i) + 1;
    if (step > limit) continue;
    for (const edge of inward[i]) {
      if (!isUp(edge) || (edge.role === "negative" && !CLAIMED.has(nodes[i].kind)) || seen.has(edge.from)) continue;
      if (edge.relation === "contributes_to" && CLAIMED.has(nodes[i].kind)) {
        claims.push({ from: edge.from, to: i, role: edge.role, how: edge.role === "negative" ? "negative" : "direct" });
        if (edge.role === "negative") {
          keep(steps, edge.from, step);
          continue;
        }
      }
      seen.add(edge.from);
      keep(steps, edge.from, step);
      waiting.push(edge.from);
    }
    for (const edge of outward[i]) {
      if (edge.relation === "measured_by") keep(steps, edge.to, step);
      else if (
        i !== origin &&
        edge.relation === "contributes_to" &&
        CLAIMED.has(nodes[edge.to].kind) &&
        !CLAIMED.has(nodes[origin].kind) &&
        edge.role !== "negative"
      ) {
        claims.push({ from: i, to: edge.to, role: edge.role, how: "direct" });
        keep(steps, edge.to, step);
      }
    }
  }
  // areas and objectives that hold what was found on the way down belong to the picture of it
  if (!CLAIMED.has(nodes[origin].kind)) return;
  for (const i of [...steps.keys()]) {
    let at = nodes[i].parent;
    while (at !== undefined && !CLAIMED.has(nodes[at].kind)) {
      keep(steps, at, steps.get(i));
      at = nodes[at].parent;
    }
  }
}

/** What a node contributes to: its own claims first, then what it inherits, each goal or target once. */
function contributions(i) {
  const { claims } = threadUp(i);
  const own = claims.filter((claim) => claim.from === i);
  const seen = new Set(own.map((claim) => claim.to));
  const inherited = claims.filter((claim) => claim.from !== i && !seen.has(claim.to) && seen.add(claim.to));
  return [...own, ...inherited];
}

function threadUp(i) {
  const steps = new Map([[i, 0]]);
  const claims = [];
  walkUp(i, Infinity, steps, claims);
  return { nodes: steps, claims };
}

/** The shortest thread between two nodes, over any of the relations that make threads; null if there is none. */
function shortestThread(from, to) {
  const before = new Map([[from, null]]);
  const waiting = [from];
  while (waiting.length) {
    const i = waiting.shift();
    if (i === to) break;
    const next = [
      ...outward[i].filter((e) => UP.has(e.relation)).map((e) => e.to),
      ...inward[i].filter((e) => UP.has(e.relation)).map((e) => e.from),
    ];
    for (const j of next)
      if (!before.has(j)) {
        before.set(j, i);
        waiting.push(j);
      }
  }
  if (!before.has(to)) return null;
  const path = [];
  for (let at = to; at !== null; at = before.get(at)) path.unshift(at);
  return path;
}

/** The thread that the picture shows now, or null. */
function currentThread() {
  if (state.node === null) return null;
  if (state.path !== null) {
    const path = shortestThread(state.node, state.path);
    if (path) return pathThread(path);
  }
  return threadOf(state.node, state.depth);
}

function pathThread(path) {
  const steps = new Map(path.map((i, step) => [i, step]));
  const claims = [];
  path.forEach((i, step) => {
    for (const edge of outward[i]) {
      if (edge.relation !== "contributes_to" || !CLAIMED.has(nodes[edge.to].kind)) continue;
      if (edge.to === path[step + 1] || edge.to === path[step - 1])
        claims.push({ from: i, to: edge.to, role: edge.role, how: edge.role === "negative" ? "negative" : "direct" });
    }
  });
  for (const i of path) if (nodes[i].kind === "Target") keep(steps, nodes[i].parent, steps.get(i));
  return { origin: path[0], nodes: steps, claims, path };
}
