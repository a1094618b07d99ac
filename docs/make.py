"""Writes the pages of docs/ that are made from the code; a test finds drift."""

from __future__ import annotations

from pathlib import Path

from sdggraph.app.plan_reference import plan_reference

HOME = Path(__file__).parent


def pages() -> dict[Path, str]:
    """Give every generated page by its file."""
    return {HOME / f"plan-file.{lang}.md": plan_reference(lang) for lang in ("en", "nb")}


if __name__ == "__main__":
    for file, text in pages().items():
        file.write_text(text, encoding="utf-8")
        print(file)
