"""Coverage: which goals and targets the plan takes up, through which areas, and how much of it is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.charts.coverage import coverage_chart
from sdggraph.view.report.blocks import NOTHING, Column, Paragraph, Section, Table
from sdggraph.view.report.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["coverage"]

_DIMENSIONS = {
    "environment": ("environment", "miljø"),
    "economy": ("economy", "økonomi"),
    "social": ("social", "sosiale forhold"),
}


def coverage(context: Context) -> Section:
    """Give the section on coverage."""
    return Section("coverage", context.say("What the plan covers", "Dette dekker planen"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    found, say = context.coverage, context.say
    everything = next(one for one in found.shares if one.name == "all")
    yield Paragraph(
        say(
            f"Of the UN's {everything.targets} targets the plan selects {everything.selected}, "
            f"and its strategies reach {everything.served}.",
            f"Av FNs {everything.targets} delmål velger planen ut {everything.selected}, "
            f"og strategiene når fram til {everything.served}.",
        )
    )
    shown = [row for row in found.goals if not row.silent]
    if not shown:
        yield Paragraph(say("The plan names no global goal.", "Planen nevner ingen bærekraftsmål."), "missing")
        return
    columns = (
        Column(say("Goal", "Bærekraftsmål")),
        Column(say("Prioritised", "Prioritert")),
        Column(say("Targets selected", "Valgte delmål"), numbers=True),
        Column(say("Strategies, direct", "Strategier, direkte"), numbers=True),
        Column(say("inherited", "arvet"), numbers=True),
        Column(say("measured", "måles"), numbers=True),
    )
    rows = tuple(
        (
            context.title(f"sdg:{row.code}"),
            say("yes", "ja") if row.named else NOTHING,
            context.number(row.selected),
            context.number(row.direct),
            context.number(row.inherited),
            context.share(row.measured, row.strategies),
        )
        for row in shown
    )
    caption = say(
        "Goals that the plan names or does something for", "Bærekraftsmål som planen nevner eller gjør noe for"
    )
    yield Table(caption, columns, rows, tuple(row.code for row in shown))
    silent = [f"sdg:{row.code}" for row in found.goals if row.silent]
    if silent:
        yield Paragraph(
            say("The plan says nothing of: ", "Planen sier ingenting om: ") + context.titles(silent, len(silent)) + ".",
            "note",
        )
    yield Paragraph(
        say(
            "A strategy counts once for each goal that it reaches, so the columns are not added up. Inherited means "
            "that it reaches the goal only through the objective or area that it belongs to. Measured is the share of "
            "the strategies that are measured.",
            "En strategi telles én gang for hvert bærekraftsmål den når, så kolonnene summeres ikke. Arvet betyr at "
            "den når bærekraftsmålet bare gjennom målet eller målområdet den hører til. Måles viser hvor stor del av "
            "strategiene som måles.",
        ),
        "note",
    )
    if found.areas and found.strategies:
        yield figure_of(
            coverage_chart(found, context.lang), say("Goals and target areas", "Bærekraftsmål og målområder")
        )
    yield from _balance(context)


def _balance(context: Context) -> Iterator[Block]:
    found = context.coverage
    if not found.strategies:
        return
    parts = ", ".join(
        f"{context.say(*words)} {context.number(found.by_dimension[name])}" for name, words in _DIMENSIONS.items()
    )
    yield Paragraph(
        context.say(
            f"Strategies by dimension (one may have several): {parts}.",
            f"Strategier etter dimensjon (en kan ha flere): {parts}.",
        )
    )
