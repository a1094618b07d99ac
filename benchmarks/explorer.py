"""How soon the explorer shows its first picture, and how smoothly it moves, in headless Chromium.

    python benchmarks/explorer.py [--stock] [NODES …]

While the page is moved, while it is moved with every node as a card, and while one zooms through all levels: the frames
a second (nine of ten come at that rate or faster; zooming, the average), and the processor's milliseconds for one. The
latter hardly depend on what else the machine does.
``--stock`` also lets pyvis' own page settle 300 nodes, for comparison (some twenty seconds).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from sdggraph.view.explorer import explorer_html
from tests.view import explorer_samples as samples

if TYPE_CHECKING:
    from collections.abc import Callable

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
BUDGET = {300: 0.6, 1000: 1.0, 5000: 1.5}

PAINTED = """
new Promise((done) => new PerformanceObserver(
  (list) => list.getEntriesByName('first-contentful-paint').length && done()
)
  .observe({ type: 'paint', buffered: true }))
"""

FRAMES = """
async ([selector, distance]) => {
  const scroller = document.querySelector(selector);
  const times = [];
  let last = performance.now();
  for (let step = 0; step < 60; step += 1) {
    scroller.scrollTop = distance * (step / 60);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  return 1000 / times[Math.floor(times.length * 0.9)];
}
"""


ZOOM = """
async () => {
  const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const begun = performance.now();
  let frames = 0;
  for (const key of ['+', '+', '-', '-', '-', '+', '+', '+', '-', '-']) {
    press(key);
    for (let step = 0; step < 12; step += 1, frames += 1) await new Promise(requestAnimationFrame);
  }
  return (1000 * frames) / (performance.now() - begun);
}
"""


def first_picture(browser: Any, file: Path) -> tuple[float, float]:
    """Give the seconds from opening a page to its first paint, and to the end of its load event."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    page.goto(file.as_uri())
    page.wait_for_selector(".plane .thing")
    page.evaluate(PAINTED)
    paint, load = page.evaluate(
        "[performance.getEntriesByName('first-contentful-paint')[0].startTime,"
        " performance.getEntriesByType('navigation')[0].loadEventEnd]"
    )
    page.context.close()
    return paint / 1000, load / 1000


def processor_time() -> float:
    """Give the milliseconds of processor time that this process's descendants have used so far; Linux only."""
    parents: dict[int, tuple[int, int]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        parents[int(file.parent.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))

    def is_ours(process: int) -> bool:
        while process in parents and process != os.getpid():
            process = parents[process][0]
        return process == os.getpid()

    ticks = sum(used for process, (_, used) in parents.items() if is_ours(process) and process != os.getpid())
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def motion(browser: Any, file: Path, fragment: str, script: str, given: object, count: int) -> tuple[float, float]:
    """Give the frames a second, and the processor's milliseconds for each, while a page is moved or zoomed."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    page.goto(f"{file.as_uri()}#{fragment}")
    page.wait_for_selector(".plane .thing")
    page.wait_for_timeout(300)
    before = processor_time()
    rate = page.evaluate(script, given)
    used = processor_time() - before
    page.context.close()
    return float(rate), used / count


def middle(runs: int, measure: Callable[[], tuple[float, float]]) -> str:
    """Run a measurement several times and write its median."""
    found = [measure() for _ in range(runs)]
    rate, cost = (sorted(values)[len(values) // 2] for values in zip(*found, strict=True))
    return f"{rate:>4.0f} {cost:>3.0f} ms"


def stock(browser: Any, file: Path) -> float:
    """Give the seconds that pyvis' own page needs until its layout of 300 nodes has settled."""
    from pyvis.network import Network

    payload = samples.generated(300)
    net = Network(directed=True, cdn_resources="in_line")
    for position, node in enumerate(payload.nodes):
        net.add_node(position, label=node.title["nb"])
    for edge in payload.edges:
        net.add_edge(edge.source, edge.target)
    html = net.generate_html().replace("network = new vis.Network(", "window.net = network = new vis.Network(")
    file.write_text(html, encoding="utf-8")
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    begun = time.perf_counter()
    page.goto(file.as_uri(), wait_until="domcontentloaded")
    page.evaluate("new Promise((done) => window.net.once('stabilizationIterationsDone', done))")
    seconds = time.perf_counter() - begun
    page.context.close()
    return seconds


def main() -> None:
    """Measure and print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", nargs="*", type=int, default=[300, 1000, 5000])
    parser.add_argument("--stock", action="store_true", help="measure pyvis' own page at 300 nodes as well")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is opened; the median counts")
    given = parser.parse_args()

    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        heads = [f"{'nodes':>6}", *(f"{name:>7}" for name in ("made", "size ", "paint", "loaded", "budget"))]
        print(" ".join(heads), *(f"{name:>11}" for name in ("move", "cards", "zoom")))
        for count in given.nodes:
            file = Path(folder) / f"{count}.html"
            begun = time.perf_counter()
            file.write_text(explorer_html(samples.generated(count)), encoding="utf-8")
            made = time.perf_counter() - begun
            times = sorted(first_picture(browser, file) for _ in range(given.runs))
            paint, load = times[len(times) // 2]
            budget = f"{BUDGET[count]:.1f} s" if count in BUDGET else "-"
            size = f"{file.stat().st_size / 1e6:.1f} MB"
            line = f"{count:>6} {made:>5.2f} s {size:>8} {paint:>5.2f} s {load:>5.2f} s {budget:>7}"
            for fragment, script, argument, number in (
                ("", FRAMES, [".scroller", 4000], 60),
                ("level=card", FRAMES, [".scroller", 4000], 60),
                ("", ZOOM, None, 120),
            ):
                measure = partial(motion, browser, file, fragment, script, argument, number)
                line += f" {middle(given.runs, measure):>11}"
            print(line, flush=True)
        if given.stock:
            print(f"pyvis' own page at 300 nodes: {stock(browser, Path(folder) / 'stock.html'):.1f} s")
        browser.close()


if __name__ == "__main__":
    main()
