"""Interactions: where the plan's work helps and hinders goals, and what is done about harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.charts.interactions import interactions_chart
from sdggraph.view.report.blocks import Column, Items, Paragraph, Section, Table
from sdggraph.view.report.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.interactions_links import Link
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["interactions"]

_MOST = 10


def interactions(context: Context) -> Section:
    """Give the section on interactions."""
    return Section(
        "interactions",
        context.say("Goals that help and hinder each other", "Bærekraftsmål som styrker og svekker hverandre"),
        tuple(_blocks(context)),
    )


def _blocks(context: Context) -> Iterator[Block]:
    found, say = context.interactions, context.say
    if not found.links and not found.declared:
        missing = say(
            "The plan weighs nowhere how goals help or hinder each other.",
            "Planen vurderer ingen steder hvordan bærekraftsmålene styrker eller svekker hverandre.",
        )
        yield Paragraph(missing, "missing")
        return
    if found.links:
        caption = say(
            f"Scores from {context.number(-3)} (cancels) to +3 (indivisible)",
            f"Fra {context.number(-3)} (opphever) til +3 (uløselig knyttet)",
        )
        yield figure_of(interactions_chart(found, context.lang), caption)
    if found.effects:
        columns = (
            Column(say("Goal", "Bærekraftsmål")),
            Column(say("Helps", "Styrker"), numbers=True),
            Column(say("Hinders", "Svekker"), numbers=True),
            Column(say("Net", "Netto"), numbers=True),
        )
        rows = tuple(
            (
                context.title(f"sdg:{one.code}"),
                context.number(one.plus),
                context.number(one.minus),
                context.number(one.net),
            )
            for one in found.effects
        )
        caption = say("What the plan pursues, summed by goal", "Det planen arbeider for, summert per bærekraftsmål")
        yield Table(caption, columns, rows, tuple(one.code for one in found.effects))
    if found.harms:
        yield Paragraph(say("What is hindered:", "Dette svekkes:"))
        yield Items(tuple(_harm(context, one) for one in found.harms[:_MOST]))
        if len(found.harms) > _MOST:
            rest = len(found.harms) - _MOST
            yield Paragraph(context.rest(rest), "note")
    if found.citation:
        yield Paragraph(say(f"Scores from: {found.citation}", f"Vurderinger fra: {found.citation}"), "note")


def _harm(context: Context, link: Link) -> str:
    score = context.number(link.score)
    if link.mitigated_by:
        answer = context.say("mitigated by ", "dempes av ") + context.titles(list(link.mitigated_by))
    else:
        answer = context.say("nothing mitigates it", "ingenting demper det")
    return f"{context.title(link.source)} → {context.title(link.target)} ({score}): {answer}"
