"""How soon the explorer shows its first picture, and how smoothly it moves, in headless Chromium.

    python benchmarks/explorer.py [--stock] [NODES …]

Frames a second are those of the opened page, and after the bar those with every node as a card.
``--stock`` also lets pyvis' own page settle 300 nodes, for comparison (some twenty seconds).
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from sdggraph.view.explorer import explorer_html
from tests.view import explorer_samples as samples

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


def frames(browser: Any, file: Path, fragment: str = "") -> float:
    """Give the frames a second that nine of ten frames reach while the picture is moved."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    page.goto(f"{file.as_uri()}#{fragment}")
    page.wait_for_selector(".plane .thing")
    rate = page.evaluate(FRAMES, [".scroller", 4000])
    page.context.close()
    return float(rate)


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
        print(f"{'nodes':>6} {'made':>7} {'size':>8} {'paint':>7} {'loaded':>7} {'budget':>7} {'frames':>7}")
        for count in given.nodes:
            file = Path(folder) / f"{count}.html"
            begun = time.perf_counter()
            file.write_text(explorer_html(samples.generated(count)), encoding="utf-8")
            made = time.perf_counter() - begun
            times = sorted(first_picture(browser, file) for _ in range(given.runs))
            paint, load = times[len(times) // 2]
            budget = f"{BUDGET[count]:.1f} s" if count in BUDGET else "-"
            size = f"{file.stat().st_size / 1e6:.1f} MB"
            rate = (
                f"{frames(browser, file):.0f}/{frames(browser, file, 'level=card'):.0f}"
                if count <= 1000
                else f"{frames(browser, file):.0f}"
            )
            print(f"{count:>6} {made:>5.2f} s {size:>8} {paint:>5.2f} s {load:>5.2f} s {budget:>7} {rate:>7}")
        if given.stock:
            print(f"pyvis' own page at 300 nodes: {stock(browser, Path(folder) / 'stock.html'):.1f} s")
        browser.close()


if __name__ == "__main__":
    main()
