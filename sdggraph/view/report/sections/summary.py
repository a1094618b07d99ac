"""In short: how much hangs together, the figures that are read first, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.report.blocks import Facts, Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["summary"]


def summary(context: Context) -> Section:
    """Give the summary."""
    blocks: list[Block] = [Paragraph(_sentence(context), "lead")]
    figures = tuple(_figures(context))
    if figures:
        blocks.append(Facts(figures))
    missing = tuple(_missing(context))
    if missing:
        blocks += [Paragraph(context.say("What is missing:", "Dette mangler:")), Items(missing)]
    return Section("summary", context.say("In short", "Kort sagt"), tuple(blocks))


def _sentence(context: Context) -> str:
    strategies = context.graph.nodes("Strategy")
    objectives = context.graph.nodes("Objective")
    if strategies:
        whole = len(context.gaps.whole(strategies))
        if whole == len(strategies):
            return context.say(
                f"All {whole} strategies hang together, from global goal to measurement.",
                f"Alle {whole} strategiene henger sammen, fra bærekraftsmål til måling.",
            )
        return context.say(
            f"{whole} of {len(strategies)} strategies hang together, from global goal to measurement.",
            f"{whole} av {len(strategies)} strategier henger sammen, fra bærekraftsmål til måling.",
        )
    if objectives:
        return context.say(
            f"The plan has {len(objectives)} objectives, and no strategies yet.",
            f"Planen har {len(objectives)} mål, men ingen strategier ennå.",
        )
    selected = len(context.graph.nodes("Selection"))
    if selected:
        return context.say(
            f"The plan has selected {selected} targets. Objectives and strategies are still to come.",
            f"Planen har valgt {selected} delmål. Mål og strategier gjenstår.",
        )
    return context.say("The plan has neither objectives nor strategies.", "Planen har verken mål eller strategier.")


def _figures(context: Context) -> Iterator[tuple[str, str]]:
    graph = context.graph
    prioritised = {one for node in graph.nodes("Prioritisation") for one in graph.targets_of(node, "about")}
    if prioritised:
        yield (
            context.number(len(prioritised)),
            context.say("prioritised goals of 17", "prioriterte bærekraftsmål av 17"),
        )
    strategies = graph.nodes("Strategy")
    if strategies:
        yield context.number(len(strategies)), context.say("strategies", "strategier")
        dark = sum(node in set(context.gaps.unmeasured) for node in strategies)
        measured = context.share(len(strategies) - dark, len(strategies))
        yield measured, context.say("of the strategies are measured", "av strategiene måles")
    counts = context.status.counts
    judged = sum(counts[one] for one in ("achieved", "on_track", "lagging", "off"))
    if judged:
        good = counts["achieved"] + counts["on_track"]
        yield (
            context.say(f"{good} of {judged}", f"{good} av {judged}"),
            context.say("measured indicators are achieved or on track", "målte indikatorer er nådd eller i rute"),
        )
    if context.money.total:
        years = context.money.years
        when = str(years[0]) if len(years) == 1 else f"{years[0]}\N{EN DASH}{years[-1]}"
        yield context.money_text(context.money.total), context.say(f"kroner in {when}", f"kroner i {when}")


def _missing(context: Context) -> Iterator[str]:
    gaps, graph, say = context.gaps, context.graph, context.say
    dark, lost = say("nobody measures this", "ingen måler dette"), say("reaches no goal", "når ikke et bærekraftsmål")
    for kind, one, many in (
        ("Strategy", ("strategy", "strategi"), ("strategies", "strategier")),
        ("Objective", ("objective", "mål"), ("objectives", "mål")),
    ):
        for said, found in ((dark, gaps.unmeasured), (lost, gaps.unreached)):
            yield from _line(context, [node for node in found if graph.kind(node) == kind], one, many, said)
    goal, goals = ("prioritised goal", "prioritert bærekraftsmål"), ("prioritised goals", "prioriterte bærekraftsmål")
    unserved = say("no strategy leads here", "ingen strategi fører hit")
    yield from _line(context, list(gaps.unserved), goal, goals, unserved)
    target, targets = ("selected target", "valgt delmål"), ("selected targets", "valgte delmål")
    yield from _line(
        context, list(gaps.unfollowed), target, targets, say("nobody follows it up", "ingen følger det opp")
    )
    idle = say("no strategy and no action yet", "verken strategi eller tiltak ennå")
    yield from _line(context, list(gaps.idle), ("objective", "mål"), ("objectives", "mål"), idle)


def _line(context: Context, nodes: list[str], one: tuple[str, str], many: tuple[str, str], said: str) -> Iterator[str]:
    if nodes:
        yield f"{context.counted(len(nodes), one, many)}: {said}. {context.titles(nodes)}."
