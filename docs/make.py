"""Writes the pages of docs/ that are made from the code; a test finds drift."""

from __future__ import annotations

from pathlib import Path

from sdggraph.app.engines_page import engines_page
from sdggraph.app.plan_reference import plan_reference

HOME = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Give every generated page by its file."""
    made = {"plan-file": plan_reference, "engines": engines_page}
    return {HOME / f"{name}.{lang}.md": make(lang) for name, make in made.items() for lang in ("en", "nb")}


if __name__ == "__main__":
    for file, text in pages().items():
        file.write_text(text, encoding="utf-8")
        print(file)
