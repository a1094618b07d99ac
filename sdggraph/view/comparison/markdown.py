"""A comparison as Markdown, to be pasted into a merge request or a case paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.view.comparison.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.view.comparison.outline import Detail

__all__ = ["comparison_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@!])")


def comparison_markdown(found: Comparison) -> str:
    """Give a comparison as Markdown; no text of a plan can become markup."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"# {_safe(found.old.title)} → {_safe(found.new.title)}"
    yield ""
    yield _safe(summary_of(found))
    for section in outline(found):
        yield ""
        yield f"## {_safe(section.title)}"
        yield ""
        for entry in section.entries:
            yield f"- {entry.mark if entry.mark not in '+-~!' else chr(92) + entry.mark} {_safe(entry.text)}"
            for detail in entry.details:
                yield f"  - {_detail(detail)}"
        if section.remark:
            yield from (["", _safe(section.remark)] if section.entries else [_safe(section.remark)])


def _detail(detail: Detail) -> str:
    pieces = []
    for piece in detail.pieces:
        text = _safe(piece.text)
        inner = text.strip()
        marked = {"-": f"~~{inner}~~", "+": f"**{inner}**"}.get(piece.mark, inner) if inner else ""
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if inner else ""
        pieces.append(f"{lead}{marked}{tail}")
    return f"{_safe(detail.label)}: {''.join(pieces)}" if pieces else _safe(detail.label)


def _safe(text: str) -> str:
    """Keep a text on one line and from being markup."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s*[\r\n]+\s*", " ", text))
