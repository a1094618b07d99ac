"""What changed since an earlier plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.view.comparison.outline import outline
from sdggraph.view.report.blocks import Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["changes"]

_MOST = 12


def changes(context: Context) -> Section | None:
    """Give the section on what changed; nothing where there is no earlier plan to compare with."""
    found = context.since
    if found is None:
        return None
    title = context.say("What has changed", "Hva er endret")
    since = context.say(f"Since {found.old.title}.", f"Siden {found.old.title}.")
    return Section("changes", title, (Paragraph(f"{since} {summary_of(found)}"), *_lists(context, found)))


def _lists(context: Context, found: Comparison) -> Iterator[Block]:
    for section in outline(found):
        entries = [entry for entry in section.entries if not (context.open and entry.mark == "!")]
        if not entries:
            continue
        texts = [entry.text for entry in entries[:_MOST]]
        if len(entries) > _MOST:
            rest = len(entries) - _MOST
            texts.append(context.say(f"and {rest} more", f"og {rest} til"))
        yield Paragraph(f"{section.title}:")
        yield Items(tuple(texts))
