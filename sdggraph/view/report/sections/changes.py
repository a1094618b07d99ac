"""What changed since an earlier plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.analysis.people import UNNAMED, seems_a_person
from sdggraph.base.words import pick
from sdggraph.io.field_words import field_name
from sdggraph.view.comparison.outline import outline
from sdggraph.view.report.blocks import Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison, RelationChange
    from sdggraph.view.comparison.outline import Entry
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["changes"]

_MOST = 12
_NOUNS = (("item", "items"), ("punkt", "punkter"))
"""Readers outside know no nodes."""


def changes(context: Context) -> Section | None:
    """Give the section on what changed; nothing where there is no earlier plan to compare with."""
    if context.since is None:
        return None
    found = _seen_from_outside(context.since) if context.open else context.since
    title = context.say("What has changed", "Hva er endret")
    since = context.say(f"Since {found.old.title}:", f"Siden {found.old.title}:")
    told = summary_of(found, _NOUNS) if context.open else summary_of(found)
    return Section("changes", title, (Paragraph(f"{since} {told}"), *_lists(context, found)))


def _lists(context: Context, found: Comparison) -> Iterator[Block]:
    for section in outline(found, ids=not context.open):
        if not section.entries:
            continue
        texts = [_text(context, entry) for entry in section.entries[:_MOST]]
        rest = len(section.entries) - _MOST
        if rest > 0:
            texts.append(context.say(f"and {rest} more", f"og {rest} til"))
        yield Paragraph(f"{section.title}:")
        yield Items(tuple(texts))


def _text(context: Context, entry: Entry) -> str:
    """Say what became of a node, and in which respects; of its title what it was."""
    if entry.mark != "~":
        return entry.text
    labels = []
    for detail in entry.details:
        before = "".join(piece.text for piece in detail.pieces if piece.mark in "-=").strip()
        if detail.label.startswith(field_name("title", context.lang)) and before:
            labels.append(context.say(f"{detail.label} (was: {before})", f"{detail.label} (før: {before})"))
        elif detail.label != "id" or not context.open:
            labels.append(detail.label)
    return f"{entry.text}: {', '.join(dict.fromkeys(labels))}" if labels else entry.text


def _seen_from_outside(found: Comparison) -> Comparison:
    """Leave out what readers outside don't see: findings with their rules, and the names of persons."""
    nodes = tuple(one for one in found.nodes if one.kind != "Unit" or not seems_a_person(one.title))
    relations = tuple(_unnamed(one, found.lang) for one in found.relations)
    return replace(found, findings=(), nodes=nodes, relations=relations)


def _unnamed(one: RelationChange, lang: str) -> RelationChange:
    if one.relation == "owned_by" and seems_a_person(one.target_title):
        return replace(one, target_title=pick(UNNAMED, lang))
    return one
