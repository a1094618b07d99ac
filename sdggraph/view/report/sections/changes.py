"""What changed since an earlier plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.analysis.people import UNNAMED, seems_a_person
from sdggraph.base.words import pick
from sdggraph.io.field_words import field_name
from sdggraph.lint.phrases import capitalised
from sdggraph.view.comparison.outline import outline
from sdggraph.view.report.blocks import Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison, FieldChange, RelationChange
    from sdggraph.view.comparison.outline import Entry
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["changes"]

_MOST = 12
_NOUNS = (("item", "items"), ("punkt", "punkter"))
"""Readers outside know no nodes."""
_OF_THE_FILE = frozenset(
    {"base_iri", "follows_up", "language", "languages", "measurements", "profile", "replaces", "use"}
)
"""Fields of the plan that are about its file, and nothing to readers outside."""
_TIED = {"+": ("New", "Ny"), "-": ("Gone", "Borte"), "~": ("Changed", "Endret")}


def changes(context: Context) -> Section | None:
    """Give the section on what changed; nothing where there is no earlier plan to compare with."""
    if context.since is None:
        return None
    found = _in_one_language(context.since)
    if context.open:
        found = _seen_from_outside(found)
    title = context.say("What has changed", "Hva er endret")
    since = context.say(f"Since {found.old.title}:", f"Siden {found.old.title}:")
    told = summary_of(found, _NOUNS) if context.open else summary_of(found)
    return Section("changes", title, (Paragraph(f"{since} {told}"), *_lists(context, found)))


def _lists(context: Context, found: Comparison) -> Iterator[Block]:
    for section in outline(found, ids=not context.open):
        texts = [text for entry in section.entries if (text := _text(context, section.name, entry))]
        rest = len(texts) - _MOST
        if rest > 0:
            texts = [*texts[:_MOST], context.say(f"and {rest} more", f"og {rest} til")]
        if texts:
            yield Paragraph(f"{section.title}:")
            yield Items(tuple(texts))


def _text(context: Context, section: str, entry: Entry) -> str:
    """Say what became of a node, in which respects, and of its title what it was; nothing if only its id changed."""
    if section == "relations":
        return f"{context.say(*_TIED[entry.mark])}: {entry.text}"
    if entry.mark != "~":
        return capitalised(entry.text)
    labels = []
    for detail in entry.details:
        before = "".join(piece.text for piece in detail.pieces if piece.mark in "-=").strip()
        if detail.label == field_name("title", context.lang) and before:
            labels.append(context.say(f"{detail.label} (was: {before})", f"{detail.label} (før: {before})"))
        elif detail.label != "id" or not context.open:
            labels.append(detail.label)
    return f"{capitalised(entry.text)}: {', '.join(dict.fromkeys(labels))}" if labels else ""


def _in_one_language(found: Comparison) -> Comparison:
    """Leave out what changed in other languages, of texts that changed in the report's own as well."""

    def own(fields: tuple[FieldChange, ...]) -> tuple[FieldChange, ...]:
        here = {one.field for one in fields if one.language == found.lang}
        return tuple(one for one in fields if one.language in (None, found.lang) or one.field not in here)

    nodes = tuple(replace(one, fields=own(one.fields)) for one in found.nodes)
    return replace(found, header=own(found.header), nodes=nodes)


def _seen_from_outside(found: Comparison) -> Comparison:
    """Leave out what readers outside don't see: findings with their rules, the file's own, and names of persons."""
    header = tuple(one for one in found.header if one.field not in _OF_THE_FILE)
    nodes = tuple(one for one in found.nodes if one.kind != "Unit" or not seems_a_person(one.title))
    relations = tuple(_unnamed(one, found.lang) for one in found.relations)
    return replace(found, findings=(), header=header, nodes=nodes, relations=relations)


def _unnamed(one: RelationChange, lang: str) -> RelationChange:
    if one.relation == "owned_by" and seems_a_person(one.target_title):
        return replace(one, target_title=pick(UNNAMED, lang))
    return one
