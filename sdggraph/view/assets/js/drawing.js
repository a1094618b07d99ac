// The picture as one SVG: every box, line and text that the page shows, at the place where it shows it.

const DRAWN_STYLES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
];

/** What is drawn of the view: the whole of it, not only what is scrolled into sight. */
function drawnRoot() {
  const scroller = frame.body.querySelector(".scroller") || frame.body;
  const content = [...scroller.children].filter((one) => !one.classList.contains("popover"));
  return { scroller, content };
}

function drawingOfView() {
  if (state.view === "free" && free.net) return drawingOfFree();
  const { scroller, content } = drawnRoot();
  const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
  const partly = content.includes(columnsView.plane) && (columnsView.much || columnsView.painted);
  if (partly) {
    columnsView.still = true;
    drawWindow(true);
  }
  scroller.scrollTo(0, 0); // what sticks to an edge is drawn where it belongs
  const { drawing, draw, width, height } = emptyDrawing(
    scroller,
    Math.max(scroller.scrollWidth, scroller.clientWidth),
    scroller.scrollHeight,
  );
  copySentence(draw);
  content.forEach(draw);
  scroller.scrollTo(left, top);
  if (partly) {
    drawWindow();
    columnsView.still = false;
  }
  return { drawing, width, height };
}

/** What the window shows of the view, as it is scrolled: names that stick to an edge cover what lies behind them. */
function drawingOfWindow() {
  const { scroller, content } = drawnRoot();
  const { drawing, draw, head, width, height } = emptyDrawing(scroller, scroller.clientWidth, scroller.clientHeight);
  const sticks = (one) => getComputedStyle(one).position === "sticky";
  content.filter((one) => !sticks(one)).forEach(draw);
  const heads = content.filter(sticks);
  const covered = head + heads.reduce((sum, one) => sum + one.offsetHeight, 0);
  drawing.append(s("rect", { width, height: covered, fill: getComputedStyle(document.body).backgroundColor }));
  copySentence(draw);
  heads.forEach(draw);
  return { drawing, width, height };
}

function copySentence(draw) {
  [...(frame.sentence.querySelector(".words") || frame.sentence).children].forEach(draw);
}

/** A drawing with its title and ground, and what draws an element into it; the sentence has room at the top. */
function emptyDrawing(scroller, width, below) {
  const origin = scroller.getBoundingClientRect();
  const head = frame.sentence.offsetHeight;
  const height = below + head;
  const drawing = s(
    "svg",
    {
      xmlns: SVG,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": "Segoe UI, Roboto, Helvetica Neue, Arial, Liberation Sans, sans-serif",
    },
    s("title", {}, inWords(plan.title)),
    s("rect", { width, height, fill: getComputedStyle(document.body).backgroundColor }),
  );
  const draw = (element) => drawElement(drawing, element, origin.left, origin.top - head, null);
  return { drawing, draw, head, width, height };
}

/** An element: its ground and border, its texts, then its children; what it cuts off stays cut off. */
function drawElement(drawing, element, dx, dy, clip) {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || element.classList.contains("unseen")) return;
  const box = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) return drawSvg(drawing, element, box, dx, dy);
  if (element instanceof HTMLCanvasElement) return drawCanvas(drawing, element, box, dx, dy);
  drawBox(drawing, style, box, dx, dy);
  const cuts = style.overflow !== "visible" || style.display === "-webkit-box";
  const inner = cuts ? box : clip;
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) drawText(drawing, child, style, dx, dy, inner);
    else if (child.nodeType === Node.ELEMENT_NODE) drawElement(drawing, child, dx, dy, inner);
  }
}

const CLEAR = new Set(["rgba(0, 0, 0, 0)", "transparent"]);

function drawBox(drawing, style, box, dx, dy) {
  if (box.width < 0.5 || box.height < 0.5) return;
  const [x, y, width, height] = [round(box.left - dx), round(box.top - dy), round(box.width), round(box.height)];
  const rx = parseFloat(style.borderTopLeftRadius) || null;
  if (!CLEAR.has(style.backgroundColor))
    drawing.append(
      s("rect", {
        x,
        y,
        width,
        height,
        rx,
        fill: style.backgroundColor,
        opacity: style.opacity === "1" ? null : style.opacity,
      }),
    );
  const sides = ["Top", "Right", "Bottom", "Left"].map((side) => ({
    width: style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`]),
    color: style[`border${side}Color`],
    dashed: style[`border${side}Style`] === "dashed",
  }));
  const ring = /^(rgb[^)]+\)) 0px 0px 0px ([\d.]+)px/.exec(style.boxShadow);
  if (ring && Number(ring[2]) > 1.5)
    drawing.append(
      s("rect", {
        x: x - 1,
        y: y - 1,
        width: width + 2,
        height: height + 2,
        rx,
        fill: "none",
        stroke: ring[1],
        "stroke-width": ring[2],
      }),
    );
  if (sides.every((side) => side.width && side.color === sides[0].color && side.width === sides[0].width)) {
    const half = sides[0].width / 2;
    drawing.append(
      s("rect", {
        x: x + half,
        y: y + half,
        width: width - 2 * half,
        height: height - 2 * half,
        rx,
        fill: "none",
        stroke: sides[0].color,
        "stroke-width": sides[0].width,
        "stroke-dasharray": sides[0].dashed ? "3 2" : null,
      }),
    );
    return;
  }
  const paths = [
    [x, y, width, sides[0].width],
    [x + width - sides[1].width, y, sides[1].width, height],
    [x, y + height - sides[2].width, width, sides[2].width],
    [x, y, sides[3].width, height],
  ];
  sides.forEach((side, at) => {
    if (side.width && !CLEAR.has(side.color))
      drawing.append(
        s("rect", {
          x: paths[at][0],
          y: paths[at][1],
          width: at % 2 ? side.width : width,
          height: at % 2 ? height : side.width,
          fill: side.color,
        }),
      );
  });
}

/** A text line by line as it is broken on the page; what does not fit ends in an ellipsis as it does there. */
function drawText(drawing, node, style, dx, dy, clip) {
  if (!node.data.trim()) return;
  const size = parseFloat(style.fontSize);
  const right = clip ? clip.right : Infinity;
  for (const line of linesOf(node)) {
    if (clip && (line.top + line.height * 0.6 > clip.bottom || line.left > clip.right)) continue;
    let text = line.text.trimEnd();
    const room = right - line.left;
    if (line.width > room + 1)
      text = `${text.slice(0, Math.max(1, Math.floor((text.length * (room - size * 0.7)) / line.width)))}…`;
    drawing.append(
      s(
        "text",
        {
          x: round(line.left - dx),
          y: round(line.top - dy + line.height / 2 + size * 0.35),
          fill: style.color,
          "font-size": size,
          "font-weight": style.fontWeight === "400" ? null : style.fontWeight,
          "letter-spacing": style.letterSpacing === "normal" ? null : style.letterSpacing,
          "text-decoration": style.textDecorationLine === "line-through" ? "line-through" : null,
        },
        text,
      ),
    );
  }
}

function linesOf(node) {
  const range = document.createRange();
  const lines = [];
  const words = node.data.matchAll(/\S+\s*/g);
  for (const word of words) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const box = range.getBoundingClientRect();
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.top - box.top) < 3) {
      last.text += word[0];
      last.width = box.right - last.left;
    } else lines.push({ text: word[0], left: box.left, top: box.top, height: box.height, width: box.width });
  }
  return lines;
}

/** A drawing within the page, with the colours that its style sheet gave it. */
function drawSvg(drawing, element, box, dx, dy) {
  const copy = element.cloneNode(true);
  const from = [element, ...element.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((one, at) => {
    const style = getComputedStyle(from[at]);
    for (const name of DRAWN_STYLES) one.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "style", "aria-hidden"]) one.removeAttribute(name);
  });
  for (const [name, value] of Object.entries({
    x: round(box.left - dx),
    y: round(box.top - dy),
    width: round(box.width),
    height: round(box.height),
    overflow: "visible",
  }))
    copy.setAttribute(name, value);
  drawing.append(copy);
}

/** Threads that are painted. */
function drawCanvas(drawing, element, { left, top, width, height }, dx, dy) {
  if (width && height)
    drawing.append(s("image", { x: left - dx, y: top - dy, width, height, href: element.toDataURL() }));
}

function exportDrawing() {
  const { drawing } = drawingOfView();
  saveBlob(`${fileName()}.svg`, new Blob([new XMLSerializer().serializeToString(drawing)], { type: "image/svg+xml" }));
}

/** How much larger a picture can be than the drawing, so that browsers still hold it. */
function scaleOf({ width, height }) {
  return Math.min(2, 16000 / Math.max(width, height), Math.sqrt(60e6 / (width * height)));
}

/** The drawing as a picture, at twice its size; of one too large to be read in a picture, what the window shows. */
function exportPicture() {
  const { scroller } = drawnRoot();
  const whole = state.view === "free" || scaleOf({ width: scroller.scrollWidth, height: scroller.scrollHeight }) >= 1;
  const { drawing, width, height } = whole ? drawingOfView() : drawingOfWindow();
  const scale = scaleOf({ width, height });
  const image = new Image();
  image.onload = () => {
    const canvas = h("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => saveBlob(`${fileName()}.png`, blob), "image/png");
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
}
