"""The thread of each goal: why it is prioritised, which targets are selected, what is done, how it is measured."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sdggraph.model.codes import local_part, natural_key
from sdggraph.view.report.blocks import Column, Items, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.coverage import CoverageRow
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context, Noun

__all__ = ["goal_threads"]

_MOST = 200
"""So many rows of a table are read; of a plan that is greater than any, the rest is counted."""


def goal_threads(context: Context) -> Section:
    """Give a section for each goal that the plan names or does something for."""
    title = context.say("Goal by goal", "Ett bærekraftsmål om gangen")
    rows = [row for row in context.coverage.goals if not row.silent]
    if not rows:
        missing = context.say("The plan names no global goal.", "Planen nevner ingen bærekraftsmål.")
        return Section("goals", title, (Paragraph(missing, "missing"),))
    work = _Work(context)
    inner = tuple(_goal(work, row) for row in rows)
    return Section("goals", title, sections=inner)


def _goal(work: _Work, row: CoverageRow) -> Section:
    title = work.context.title(f"sdg:{row.code}")
    return Section(f"goal-{row.code}", title, (*_said(work.context, row), *_done(work, row)), goal=row.code)


class _Work:
    """What is done for each goal, found in one walk over the strategies and objectives.

    Attributes:
        context: What the report is written from.
        tied: The strategies that reach a goal by what they or their objectives claim, by the goal.
        through_area: Those that reach it only by their target area.
        against: Those that say that they work against it.
        objectives: The objectives that reach it.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tied: dict[str, list[str]] = defaultdict(list)
        self.through_area: dict[str, list[str]] = defaultdict(list)
        self.against: dict[str, list[str]] = defaultdict(list)
        self.objectives: dict[str, list[str]] = defaultdict(list)
        graph = context.graph
        for strategy in graph.nodes("Strategy"):
            reached: dict[str, bool] = {}
            for claim in graph.contributions(strategy):
                if claim.role == "negative":
                    self.against[claim.to].append(strategy)
                else:
                    reached[claim.to] = reached.get(claim.to, False) or graph.kind(claim.via) != "TargetArea"
            for goal, itself in reached.items():
                (self.tied if itself else self.through_area)[goal].append(strategy)
        for objective in graph.nodes("Objective"):
            for goal in graph.goals_of(objective):
                self.objectives[goal].append(objective)
        self.unfollowed = set(context.gaps.unfollowed)
        self.unmeasured = set(context.gaps.unmeasured)


def _said(context: Context, row: CoverageRow) -> Iterator[Block]:
    """Say what the plans say of a goal; what two of them say in the same words stands once."""
    graph, node = context.graph, f"sdg:{row.code}"
    said = [(graph.record(one), graph.plan_of(one)) for one in graph.about(node)]
    if not row.named:
        yield Paragraph(
            context.say("Not prioritised, but the plan works for it.", "Ikke prioritert, men planen arbeider for det.")
            if row.strategies or row.objectives
            else context.say("Not prioritised.", "Ikke prioritert."),
            "note",
        )
    seen: set[str] = set()
    for record, plan in said:
        text = context.text(record.significance, plan)
        if text and text not in seen:
            seen.add(text)
            yield Paragraph(text)
        promises = tuple(
            one for one in (context.text(text, plan) for text in record.commitments) if one and one not in seen
        )
        seen.update(promises)
        if promises:
            yield Paragraph(context.say("We commit ourselves to:", "Vi forplikter oss til:"))
            yield Items(promises)
    if row.named and not any(record.significance for record, _ in said):
        yield Paragraph(
            context.say(
                "What the goal means for the municipality is not written.",
                "Hva bærekraftsmålet betyr for kommunen, er ikke skrevet.",
            ),
            "missing",
        )


def _done(work: _Work, row: CoverageRow) -> Iterator[Block]:
    """Say which targets of a goal are selected, and what is done."""
    context, goal = work.context, f"sdg:{row.code}"
    targets = tuple(_targets(work, goal))
    if targets:
        yield Paragraph(context.say("Selected targets:", "Valgte delmål:"))
        yield Items(targets)
    tied, through_area, objectives = work.tied[goal], work.through_area[goal], work.objectives[goal]
    if tied:
        caption = context.say("What is done for the goal", "Dette gjøres for bærekraftsmålet")
        yield from _table(work, caption, ("Strategy", "Strategi"), tied)
    if through_area:
        count = context.counted(
            len(through_area),
            (
                "strategy reaches the goal only because its target area is tied to it",
                "strategi når bærekraftsmålet bare fordi målområdet er knyttet til det",
            ),
            (
                "strategies reach the goal only because their target area is tied to it",
                "strategier når bærekraftsmålet bare fordi målområdet er knyttet til det",
            ),
        )
        yield Paragraph(f"{count}: {context.titles(through_area, 6)}.", "note" if tied else "plain")
    if not tied and not through_area:
        yield from _objectives(work, objectives)
    against = list(dict.fromkeys(work.against[goal]))
    if against:
        count = context.counted(
            len(against),
            ("strategy works against the goal", "strategi motvirker bærekraftsmålet"),
            ("strategies work against the goal", "strategier motvirker bærekraftsmålet"),
        )
        yield Paragraph(f"{count}: {context.titles(against, 6)}.", "missing")


def _targets(work: _Work, goal: str) -> Iterator[str]:
    graph, context = work.context.graph, work.context
    selected = [one for one in graph.sources_of(goal, "part_of") if graph.about(one)]
    for node in sorted(selected, key=lambda one: natural_key(local_part(one))):
        idle = context.say(": nobody follows it up", ": ingen følger det opp") if node in work.unfollowed else ""
        yield f"{context.title(node)}{idle}"


def _objectives(work: _Work, objectives: list[str]) -> Iterator[Block]:
    """Say, of a goal that no strategy reaches, which objectives do: those with actions of their own, and the others."""
    context = work.context
    if not objectives:
        none = context.say("No strategy reaches the goal.", "Ingen strategi når fram til bærekraftsmålet.")
        yield Paragraph(none, "missing")
        return
    acted = [node for node in objectives if context.graph.sources_of(node, "implements")]
    if acted:
        caption = context.say("Objectives with actions for the goal", "Mål med tiltak for bærekraftsmålet")
        yield from _table(work, caption, ("Objective", "Mål"), acted)
    idle = [node for node in objectives if node not in acted]
    if idle:
        named = context.titles(idle, 6)
        yield Paragraph(context.say(f"No strategy yet for: {named}.", f"Ingen strategi ennå for: {named}."), "missing")


def _table(work: _Work, caption: str, heading: Noun, nodes: list[str]) -> Iterator[Block]:
    context = work.context
    columns = (
        Column(context.say(*heading)),
        Column(context.say("Answers for it", "Ansvarlig")),
        Column(context.say("Measured by", "Måles av")),
    )
    rows = tuple((context.title(node), context.owner_shown(node), _measured(work, node)) for node in nodes[:_MOST])
    yield Table(caption, columns, rows)
    if len(nodes) > _MOST:
        yield Paragraph(context.rest(len(nodes) - _MOST), "note")


def _measured(work: _Work, node: str) -> str:
    """Name what measures a node itself; else say that its objective or area is measured, or that nobody does."""
    context = work.context
    own = context.measures_of(node)
    if own:
        return context.titles(own, 2)
    if node in work.unmeasured:
        return context.say("Nobody measures this", "Ingen måler dette")
    above = {over: found for over in context.above(node) if (found := context.measures_of(over))}
    if not above:
        return context.say("Through what is done under it", "Gjennom det som gjøres under")
    kinds = {context.graph.kind(over) for over in above}
    through = {
        ("Objective",): ("Through the objective: ", "Gjennom målet: "),
        ("TargetArea",): ("Through the target area: ", "Gjennom målområdet: "),
        ("Objective", "TargetArea"): ("Through the objective and target area: ", "Gjennom målet og målområdet: "),
    }[tuple(sorted(kinds))]
    indicators = list(dict.fromkeys(one for found in above.values() for one in found))
    return context.say(*through) + context.titles(indicators, 2)
