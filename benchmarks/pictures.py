"""Takes the pictures of the explorer that stand in the documentation, from the examples that ship with it.

python benchmarks/pictures.py [FOLDER]        (default docs/pictures)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from planmaker import grow, plant, write

import sdggraph as sg
from sdggraph.view.explorer import explorer_html

ROOT = Path(__file__).parents[1]
WIDE, PHONE = (1440, 900), (390, 844)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]

PICTURES: list[tuple[str, str, str, tuple[int, int], str]] = [
    ("overview", "complete/handlingsdel.yaml", "", WIDE, "light"),
    ("sound", "sound/plan.yaml", "", WIDE, "light"),
    ("thread", "complete/plan.yaml", "node=nesvag-samfunnsdel:rehabilitering", WIDE, "light"),
    ("thread-dark", "complete/plan.yaml", "node=nesvag-samfunnsdel:rehabilitering", WIDE, "dark"),
    ("gaps", "broken/plan.yaml", "gap=broken", WIDE, "light"),
    ("matrix", "sound/plan.yaml", "view=matrix", WIDE, "light"),
    ("list", "sound/plan.yaml", "view=list", WIDE, "light"),
    ("free", "sound/plan.yaml", "view=free", WIDE, "dark"),
    ("cards", "complete/plan.yaml", "level=card", WIDE, "light"),
    ("english", "complete/plan.yaml", "lang=en", WIDE, "light"),
    ("narrow", "complete/handlingsdel.yaml", "", (1000, 700), "light"),
    ("large", "1000", "level=card", WIDE, "light"),
    ("large-filtered", "1000", "goal=13", WIDE, "dark"),
    ("phone-sheet", "broken/plan.yaml", "tab=gaps", PHONE, "dark"),
    ("asker-2018", "asker-2018/plan.yaml", "", WIDE, "light"),
    ("phone", "broken/plan.yaml", "", PHONE, "light"),
]


def take(browser: Any, html: str, fragment: str, size: tuple[int, int], target: Path) -> None:
    """Open a page and take its picture."""
    width, height = size
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "explorer.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True)
        page = context.new_page()
        page.goto(f"{file.as_uri()}#{fragment}")
        page.wait_for_timeout(700)
        page.screenshot(path=str(target))
        context.close()


def plan_of(example: str) -> sg.Plan:
    """Read an example, or grow a plan of about as many nodes as the name says, with some defects."""
    if not example.isdecimal():
        return sg.read_plan(ROOT / "examples" / example)
    grown = grow(int(int(example) * 0.68), seed=1, kind="community")
    plant(grown, 30, ["SDG201", "SDG202"])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.yaml"
        file.write_text(write(grown), encoding="utf-8")
        return sg.read_plan(file)


def main() -> None:
    """Take every picture."""
    from playwright.sync_api import sync_playwright

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, example, fragment, size, theme in PICTURES:
            target = folder / f"explorer-{name}.png"
            take(browser, explorer_html(plan_of(example), theme=theme), fragment, size, target)
            print(f"{target.name}: {target.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
