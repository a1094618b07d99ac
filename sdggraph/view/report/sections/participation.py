"""Participation: who took part in what, what it informed, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.report.blocks import NOTHING, Column, Items, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["participation"]


def participation(context: Context) -> Section:
    """Give the section on participation."""
    return Section("participation", context.say("Participation", "Medvirkning"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    graph, say = context.graph, context.say
    engagements, stakeholders = graph.nodes("Engagement"), graph.nodes("Stakeholder")
    if not engagements:
        yield Paragraph(
            say("The plan tells of no participation.", "Planen forteller ikke om noen medvirkning."), "missing"
        )
    else:
        columns = (
            Column(say("What", "Hva")),
            Column(say("When", "Når")),
            Column(say("Took part", "Deltok"), numbers=True),
            Column(say("What came of it", "Hva det førte til")),
        )
        rows = tuple(_row(context, node) for node in engagements)
        yield Table(say("How people took part", "Slik medvirket folk"), columns, rows)
    if stakeholders:
        involved = tuple(context.title(node) for node in stakeholders if graph.sources_of(node, "involves"))
        if involved:
            yield Paragraph(say("Concerned by the plan's work:", "Berørt av arbeidet i planen:"))
            yield Items(involved)


def _row(context: Context, node: str) -> tuple[str, ...]:
    record, plan = context.graph.record(node), context.graph.plan_of(node)
    informed = context.graph.targets_of(node, "informs")
    outcome = context.text(record.outcome, plan)
    if not outcome and informed:
        outcome = context.say("Informed: ", "Innspill til: ") + context.titles(informed)
    return (
        context.title(node),
        context.date(record.date) if record.date else NOTHING,
        context.number(record.participants) if record.participants is not None else NOTHING,
        outcome or context.say("The plan doesn't say", "Planen sier det ikke"),
    )
