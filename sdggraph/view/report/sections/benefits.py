"""Benefits: who answers for each, by when, what it was to give and gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis import benefits_words as said
from sdggraph.base.words import pick
from sdggraph.view.charts.benefits_map import benefits_map
from sdggraph.view.report.blocks import NOTHING, Column, Paragraph, Section, Table
from sdggraph.view.report.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.benefits import BenefitRow
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["benefits"]


def benefits(context: Context) -> Section:
    """Give the section on benefits."""
    return Section("benefits", context.say("Benefits", "Gevinster"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    found, say = context.benefits, context.say
    if not found.benefits:
        yield Paragraph(say("The plan names no benefits.", "Planen nevner ingen gevinster."), "missing")
        return
    columns = (
        Column(say("Benefit", "Gevinst")),
        Column(say("Kind", "Type")),
        Column(say("Answers for it", "Ansvarlig")),
        Column(say("Due", "Frist")),
        Column(say("Status", "Status")),
        Column(say("Since the zero-point", "Siden nullpunktet")),
    )
    caption = say("The benefits realisation plan", "Gevinstrealiseringsplanen")
    yield Table(caption, columns, tuple(_row(context, one) for one in found.benefits))
    if found.links:
        yield figure_of(
            benefits_map(found, context.lang), say("How the benefits come about", "Slik oppstår gevinstene")
        )
    if found.sums:
        yield _sums(context)
        yield Paragraph(
            say(
                "Kinds of benefit are summed each for itself, and drawbacks apart from gains. Years are not added "
                "together: a benefit that lasts counts again each year.",
                "Hver type gevinst summeres for seg, og ulemper for seg. År legges ikke sammen: en varig gevinst "
                "telles på nytt hvert år.",
            ),
            "note",
        )


def _row(context: Context, one: BenefitRow) -> tuple[str, ...]:
    lang = context.lang
    kind = pick(said.KIND_WORDS[one.kind], lang) if one.kind in said.KIND_WORDS else str(one.kind)
    if one.effect == "negative":
        kind = f"{pick(said.EFFECTS['negative'], lang)}, {kind}"
    due = context.date(one.due) if one.due else NOTHING
    owner = context.owner_shown(one.node)
    return (
        context.title(one.node),
        kind,
        owner,
        due,
        said.status_word(one.status, lang) or NOTHING,
        pick(said.MOVED[one.moved], lang),
    )


def _sums(context: Context) -> Table:
    say, lang = context.say, context.lang
    columns = (
        Column(say("Kind", "Type")),
        Column(say("Year", "År"), numbers=True),
        Column(say("Planned", "Planlagt"), numbers=True),
        Column(say("Realised", "Tatt ut"), numbers=True),
    )
    rows = tuple(
        (
            f"{pick(said.KIND_WORDS[one.kind], lang)} ({pick(said.EFFECTS[one.effect], lang)})",
            str(one.year),
            context.money_text(one.planned),
            context.money_text(one.realised) if one.realised is not None else NOTHING,
        )
        for one in context.benefits.sums
    )
    return Table(say("Priced benefits by year", "Prissatte gevinster etter år"), columns, rows)
