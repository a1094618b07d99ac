"""The thread of each goal: why it is prioritised, which targets are selected, what is done, how it is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.codes import local_part, natural_key
from sdggraph.view.report.blocks import Column, Items, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.coverage import CoverageRow
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["goal_threads"]


def goal_threads(context: Context) -> Section:
    """Give a section for each goal that the plan names or does something for."""
    title = context.say("Goal by goal", "Ett bærekraftsmål om gangen")
    rows = [row for row in context.coverage.goals if not row.silent]
    if not rows:
        missing = context.say("The plan names no global goal.", "Planen nevner ingen bærekraftsmål.")
        return Section("goals", title, (Paragraph(missing, "missing"),))
    inner = tuple(_goal(context, row) for row in rows)
    return Section("goals", title, sections=inner)


def _goal(context: Context, row: CoverageRow) -> Section:
    return Section(f"goal-{row.code}", context.title(f"sdg:{row.code}"), tuple(_blocks(context, row)), goal=row.code)


def _blocks(context: Context, row: CoverageRow) -> Iterator[Block]:
    graph, node = context.graph, f"sdg:{row.code}"
    said = [(graph.record(one), graph.plan_of(one)) for one in graph.about(node)]
    if not row.named:
        yield Paragraph(context.say("Not prioritised, but served.", "Ikke prioritert, men fulgt opp."), "note")
    for record, plan in said:
        text = context.text(record.significance, plan)
        if text:
            yield Paragraph(text)
        promises = tuple(context.text(one, plan) for one in record.commitments)
        if promises:
            yield Paragraph(context.say("We commit ourselves to:", "Vi forplikter oss til:"))
            yield Items(promises)
    if row.named and not any(record.significance for record, _ in said):
        yield Paragraph(
            context.say(
                "What the goal means for the municipality is not written.",
                "Hva målet betyr for kommunen, er ikke skrevet.",
            ),
            "missing",
        )
    targets = tuple(_targets(context, row.code))
    if targets:
        yield Paragraph(context.say("Selected targets:", "Valgte delmål:"))
        yield Items(targets)
    yield from _work(context, row)


def _targets(context: Context, goal: str) -> Iterator[str]:
    graph = context.graph
    unfollowed = set(context.gaps.unfollowed)
    selected = [one for one in graph.sources_of(f"sdg:{goal}", "part_of") if graph.about(one)]
    for node in sorted(selected, key=lambda one: natural_key(local_part(one))):
        idle = context.say(": nobody follows it up", ": ingen følger det opp") if node in unfollowed else ""
        yield f"{context.title(node)}{idle}"


def _work(context: Context, row: CoverageRow) -> Iterator[Block]:
    tied, through_area = _strategies(context, f"sdg:{row.code}")
    if tied:
        yield _table(context, context.say("What is done for the goal", "Dette gjøres for bærekraftsmålet"), tied)
    if through_area:
        count = context.counted(len(through_area), ("strategy", "strategi"), ("strategies", "strategier"))
        reach = context.say(
            "reach the goal only because their target area is tied to it",
            "når bærekraftsmålet bare fordi målområdet er knyttet til det",
        )
        yield Paragraph(f"{count} {reach}: {context.titles(through_area, 6)}.", "note" if tied else "plain")
    if tied or through_area:
        return
    graph = context.graph
    objectives = [node for node in graph.nodes("Objective") if f"sdg:{row.code}" in graph.goals_of(node)]
    if objectives:
        named = context.titles(objectives, 6)
        yield Paragraph(context.say(f"No strategy yet for: {named}.", f"Ingen strategi ennå for: {named}."), "missing")
    else:
        none = context.say("No strategy reaches the goal.", "Ingen strategi når fram til bærekraftsmålet.")
        yield Paragraph(none, "missing")


def _strategies(context: Context, goal: str) -> tuple[list[str], list[str]]:
    """Give the strategies that reach a goal by what they or their objectives claim, and those only by their area."""
    graph = context.graph
    tied, through_area = [], []
    for strategy in graph.nodes("Strategy"):
        claims = [one for one in graph.contributions(strategy) if one.to == goal and one.role != "negative"]
        if any(graph.kind(one.via) != "TargetArea" for one in claims):
            tied.append(strategy)
        elif claims:
            through_area.append(strategy)
    return tied, through_area


def _table(context: Context, caption: str, strategies: list[str]) -> Table:
    columns = (
        Column(context.say("Strategy", "Strategi")),
        Column(context.say("Answers for it", "Ansvarlig")),
        Column(context.say("Measured by", "Måles av")),
    )
    rows = tuple((context.title(node), context.owner_shown(node), _measured(context, node)) for node in strategies)
    return Table(caption, columns, rows)


def _measured(context: Context, strategy: str) -> str:
    """Name what measures a strategy itself; else say that its objective or area is measured, or that nobody does."""
    own = context.measures_of(strategy)
    if own:
        return context.titles(own, 2)
    if strategy in context.gaps.unmeasured:
        return context.say("Nobody measures this", "Ingen måler dette")
    above = [node for node in context.above(strategy) for node in context.measures_of(node)]
    if above:
        return context.say("Through its objective: ", "Gjennom målet: ") + context.titles(list(dict.fromkeys(above)), 2)
    return context.say("Through what is done under it", "Gjennom tiltakene under den")
