"""A comparison as Markdown, to be pasted into a merge request or a case paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.view.comparison.outline import outline
from sdggraph.view.markdown_text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.view.comparison.outline import Detail

__all__ = ["comparison_markdown"]


def comparison_markdown(found: Comparison) -> str:
    """Give a comparison as Markdown; no text of a plan can become markup."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"# {plain(found.old.title)} → {plain(found.new.title)}"
    yield ""
    yield plain(summary_of(found))
    for section in outline(found):
        yield ""
        yield f"## {plain(section.title)}"
        yield ""
        for entry in section.entries:
            yield f"- {entry.mark if entry.mark not in '+-~!' else chr(92) + entry.mark} {plain(entry.text)}"
            for detail in entry.details:
                yield f"  - {_detail(detail)}"
        if section.remark:
            yield from (["", plain(section.remark)] if section.entries else [plain(section.remark)])


def _detail(detail: Detail) -> str:
    pieces = []
    for piece in detail.pieces:
        text = plain(piece.text)
        inner = text.strip()
        marked = {"-": f"~~{inner}~~", "+": f"**{inner}**"}.get(piece.mark, inner) if inner else ""
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if inner else ""
        pieces.append(f"{lead}{marked}{tail}")
    return f"{plain(detail.label)}: {''.join(pieces)}" if pieces else plain(detail.label)
