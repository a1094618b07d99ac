"""What is wrong with the plan: findings for those who work with it, gaps in plain words for everybody else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Severity
from sdggraph.view.report.blocks import Column, Items, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["findings"]

_MOST, _LISTED = 200, 50
_WORDS = {
    Severity.ERROR: (("error", "feil"), ("errors", "feil")),
    Severity.WARNING: (("warning", "advarsel"), ("warnings", "advarsler")),
    Severity.INFO: (("note", "merknad"), ("notes", "merknader")),
}
_UNMEASURED = {
    "Strategy": ("Strategies that nobody measures", "Strategier ingen måler"),
    "Objective": ("Objectives that nobody measures", "Mål ingen måler"),
}
_UNREACHED = {
    "Strategy": ("Strategies that reach no global goal", "Strategier som ikke når et bærekraftsmål"),
    "Objective": ("Objectives that reach no global goal", "Mål som ikke når et bærekraftsmål"),
    "TargetArea": ("Target areas that reach no global goal", "Målområder som ikke når et bærekraftsmål"),
}


def findings(context: Context) -> Section:
    """Give the section on what is to be mended."""
    if context.open:
        return Section("gaps", context.say("Gaps in the thread", "Hull i tråden"), tuple(_gaps(context)))
    return Section("findings", context.say("What to mend", "Dette bør rettes"), tuple(_findings(context)))


def _findings(context: Context) -> Iterator[Block]:
    found = context.findings.diagnostics
    if not found:
        yield Paragraph(context.say("Nothing was found.", "Ingenting å rette."))
        return
    counts = Counter(one.severity for one in found)
    listed = [context.counted(counts[severity], *words) for severity, words in _WORDS.items() if counts[severity]]
    yield Paragraph(", ".join(listed) + ".")
    columns = (
        Column(context.say("Where", "Hvor")),
        Column(context.say("What", "Hva")),
        Column(context.say("How to mend it", "Slik retter du")),
        Column(context.say("Rule", "Regel")),
    )
    rows = tuple(
        (str(one.place or one.subject or ""), _message(context, one), one.help or "", one.code) for one in found[:_MOST]
    )
    yield Table(context.say("Findings", "Funn"), columns, rows)
    if len(found) > _MOST:
        yield Paragraph(context.rest(len(found) - _MOST), "note")


def _message(context: Context, one: Diagnostic) -> str:
    """Give what is wrong, and how many other findings only follow from it and go with it."""
    if not one.consequences:
        return one.message
    follows = context.counted(
        len(one.consequences),
        ("other finding follows from this", "annet funn følger av dette"),
        ("other findings follow from this", "andre funn følger av dette"),
    )
    return f"{one.message} ({follows})"


def _gaps(context: Context) -> Iterator[Block]:
    gaps, say = context.gaps, context.say
    if not gaps:
        yield Paragraph(say("No broken threads.", "Ingen brutte tråder."))
        return
    for title, nodes in (
        *((context.say(*title), _of_kind(context, kind, gaps.unmeasured)) for kind, title in _UNMEASURED.items()),
        *((context.say(*title), _of_kind(context, kind, gaps.unreached)) for kind, title in _UNREACHED.items()),
        (say("Prioritised goals without strategy", "Prioriterte bærekraftsmål uten strategi"), gaps.unserved),
        (say("Selected targets that nobody follows up", "Valgte delmål ingen følger opp"), gaps.unfollowed),
        (say("Objectives with neither strategy nor action", "Mål med verken strategi eller tiltak"), gaps.idle),
    ):
        if nodes:
            yield Paragraph(f"{title}:")
            yield Items(tuple(context.title(node) for node in nodes[:_LISTED]))
            if len(nodes) > _LISTED:
                yield Paragraph(context.rest(len(nodes) - _LISTED), "note")


def _of_kind(context: Context, kind: str, nodes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(node for node in nodes if context.graph.kind(node) == kind)
