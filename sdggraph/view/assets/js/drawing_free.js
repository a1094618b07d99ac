// The free view as a drawing, from its coordinates.

/** The free view from its coordinates. */
function drawingOfFree() {
  const palette = colours();
  const looks = new Map(
    free.data.nodes
      .get()
      .filter((node) => !node.hidden)
      .map((node) => [node.id, node]),
  );
  const xs = [...looks.values()].map((node) => node.x);
  const ys = [...looks.values()].map((node) => node.y);
  const [left, top] = [Math.min(...xs) - 120, Math.min(...ys) - 60];
  const [width, height] = [Math.max(...xs) - left + 120, Math.max(...ys) - top + 60];
  const drawing = s(
    "svg",
    {
      xmlns: SVG,
      width: round(width),
      height: round(height),
      viewBox: `${round(left)} ${round(top)} ${round(width)} ${round(height)}`,
      "font-family": palette.font,
    },
    s("title", {}, inWords(plan.title)),
    s("rect", { x: round(left), y: round(top), width: round(width), height: round(height), fill: palette.ground }),
  );
  for (const edge of free.data.edges.get()) {
    const [from, to] = [looks.get(edge.from), looks.get(edge.to)];
    if (from && to)
      drawing.append(
        s("path", {
          d: `M${from.x} ${from.y}L${to.x} ${to.y}`,
          stroke: edge.color.color,
          "stroke-opacity": edge.color.opacity,
          "stroke-width": edge.width,
        }),
      );
  }
  for (const node of looks.values()) drawing.append(...freeShape(node));
  return { drawing, width, height };
}

function freeShape(node) {
  const lines = node.label ? node.label.split("\n") : [];
  const size = node.font.size;
  const text = (y) =>
    lines.map((line, at) =>
      s(
        "text",
        {
          x: node.x,
          y: round(y + at * size * 1.15),
          "text-anchor": "middle",
          "font-size": size,
          fill: node.font.color,
        },
        line,
      ),
    );
  const paint = {
    fill: node.color.background,
    stroke: node.borderWidth ? node.color.border : null,
    "stroke-width": node.borderWidth || null,
  };
  if (node.shape === "box") {
    const width = Math.max(...lines.map((line) => line.length), 1) * size * 0.54 + 16;
    const height = lines.length * size * 1.15 + 14;
    return [
      s("rect", {
        x: round(node.x - width / 2),
        y: round(node.y - height / 2),
        width: round(width),
        height: round(height),
        rx: 5,
        ...paint,
      }),
      ...text(node.y - height / 2 + 7 + size * 0.85),
    ];
  }
  const scale = round(node.size / 5.5);
  return [
    s("path", {
      d: KIND_PATHS[nodes[node.id].kind],
      transform: `translate(${round(node.x - 6 * scale)} ${round(node.y - 6 * scale)}) scale(${scale})`,
      ...paint,
    }),
    ...text(node.y + node.size + size),
  ];
}
