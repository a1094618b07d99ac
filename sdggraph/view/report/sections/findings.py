"""What is wrong with the plan: findings for those who work with it, gaps in plain words for everybody else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Severity
from sdggraph.view.report.blocks import Column, Items, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["findings"]

_MOST = 200
_WORDS = {
    Severity.ERROR: (("error", "feil"), ("errors", "feil")),
    Severity.WARNING: (("warning", "advarsel"), ("warnings", "advarsler")),
    Severity.INFO: (("note", "merknad"), ("notes", "merknader")),
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
    rows = tuple((str(one.place or one.subject or ""), one.message, one.help or "", one.code) for one in found[:_MOST])
    yield Table(context.say("Findings", "Funn"), columns, rows)
    if len(found) > _MOST:
        rest = len(found) - _MOST
        yield Paragraph(context.say(f"And {rest} more.", f"Og {rest} til."), "note")


def _gaps(context: Context) -> Iterator[Block]:
    gaps, say = context.gaps, context.say
    if not gaps:
        yield Paragraph(say("No broken threads.", "Ingen brutte tråder."))
        return
    for title, nodes in (
        (say("Nobody measures this", "Ingen måler dette"), gaps.unmeasured),
        (say("Reaches no global goal", "Når ikke et bærekraftsmål"), gaps.unreached),
        (say("Prioritised goal without strategy", "Prioritert bærekraftsmål uten strategi"), gaps.unserved),
        (say("Target nobody follows up", "Delmål ingen følger opp"), gaps.unfollowed),
        (say("Objective without strategy", "Mål uten strategi"), gaps.idle),
    ):
        if nodes:
            yield Paragraph(f"{title}:")
            yield Items(tuple(context.title(node) for node in nodes))
