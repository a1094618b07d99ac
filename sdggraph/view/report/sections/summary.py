"""In short: how much hangs together, the figures that are read first, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.report.blocks import Facts, Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context, Noun

__all__ = ["summary"]

_AREA = (("target area", "målområde"), ("target areas", "målområder"))
_OBJECTIVE = (("objective", "mål"), ("objectives", "mål"))
_STRATEGY = (("strategy", "strategi"), ("strategies", "strategier"))
_GOAL = (("prioritised goal", "prioritert bærekraftsmål"), ("prioritised goals", "prioriterte bærekraftsmål"))
_TARGET = (("selected target", "valgt delmål"), ("selected targets", "valgte delmål"))


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
    graph, say = context.graph, context.say
    strategies, objectives = graph.nodes("Strategy"), graph.nodes("Objective")
    if strategies:
        return _whole(context, strategies, "strategi", ("strategy", "strategies"))
    if objectives:
        followed = [node for node in objectives if graph.sources_of(node, "implements")]
        if followed:
            none = say("The plan has no strategies. ", "Planen har ingen strategier. ")
            return none + _whole(context, objectives, "mål", ("objective", "objectives"))
        count = context.counted(len(objectives), *_OBJECTIVE)
        return say(
            f"The plan has {count}, but neither strategies nor actions for them.",
            f"Planen har {count}, men verken strategier eller tiltak for å nå dem.",
        )
    selected = len({one for node in graph.nodes("Selection") for one in graph.targets_of(node, "about")})
    if selected:
        count = context.counted(selected, ("target", "delmål"), ("targets", "delmål"))
        return say(
            f"The plan selects {count}, but has neither objectives nor strategies.",
            f"Planen velger ut {count}, men har verken mål eller strategier.",
        )
    return say("The plan has neither objectives nor strategies.", "Planen har verken mål eller strategier.")


def _whole(context: Context, nodes: list[str], norwegian: str, english: tuple[str, str]) -> str:
    """Say how many of some strategies or objectives hang together."""
    whole, every = len(context.gaps.whole(nodes)), len(nodes)
    say, one = context.say, every == 1
    thread = say("from global goal to measurement", "fra bærekraftsmål til måling")
    if one and whole:
        return say(
            f"The only {english[0]} hangs together, {thread}.", f"{_the_only(norwegian)} henger sammen, {thread}."
        )
    if one:
        return say(
            f"The only {english[0]} does not hang together, {thread}.",
            f"{_the_only(norwegian)} henger ikke sammen, {thread}.",
        )
    many = norwegian if norwegian == "mål" else f"{norwegian}er"
    if whole == every:
        those = "målene" if norwegian == "mål" else f"{norwegian}ene"
        return say(
            f"All {context.number(every)} {english[1]} hang together, {thread}.",
            f"Alle de {context.number(every)} {those} henger sammen, {thread}.",
        )
    hang = "hangs" if whole == 1 else "hang"
    return say(
        f"{context.number(whole)} of {context.number(every)} {english[1]} {hang} together, {thread}.",
        f"{context.number(whole)} av {context.number(every)} {many} henger sammen, {thread}.",
    )


def _the_only(norwegian: str) -> str:
    return "Det eneste målet" if norwegian == "mål" else f"Den eneste {norwegian}en"


def _figures(context: Context) -> Iterator[tuple[str, str]]:
    graph, say = context.graph, context.say
    prioritised = {one for node in graph.nodes("Prioritisation") for one in graph.targets_of(node, "about")}
    if prioritised:
        of_all = ("prioritised goal of 17", "prioritert bærekraftsmål av 17")
        yield (
            context.number(len(prioritised)),
            say(*of_all)
            if len(prioritised) == 1
            else say("prioritised goals of 17", "prioriterte bærekraftsmål av 17"),
        )
    strategies = graph.nodes("Strategy")
    if strategies:
        yield context.number(len(strategies)), say(*_STRATEGY[len(strategies) != 1])
        unmeasured = set(context.gaps.unmeasured)
        dark = sum(node in unmeasured for node in strategies)
        measured = context.share(len(strategies) - dark, len(strategies))
        yield measured, say("of the strategies are measured", "av strategiene måles")
    counts = context.status.counts
    judged = sum(counts[one] for one in ("achieved", "on_track", "lagging", "off"))
    if judged:
        good = counts["achieved"] + counts["on_track"]
        yield (
            say(f"{good} of {judged}", f"{good} av {judged}"),
            say("measured indicators are achieved or on track", "målte indikatorer er nådd eller i rute"),
        )
    if context.money.total:
        years = context.money.years
        when = str(years[0]) if len(years) == 1 else f"{years[0]}\N{EN DASH}{years[-1]}"
        what = context.currency or say("budgeted", "i budsjettet")
        yield context.money_text(context.money.total), say(f"{what} in {when}", f"{what} i {when}")


def _missing(context: Context) -> Iterator[str]:
    gaps, graph, say = context.gaps, context.graph, context.say
    dark = say("nobody measures this", "ingen måler dette"), say("nobody measures these", "ingen måler disse")
    lost = say("reaches no goal", "når ikke et bærekraftsmål"), say("reach no goal", "når ikke et bærekraftsmål")
    for kind, nouns in (("Strategy", _STRATEGY), ("Objective", _OBJECTIVE), ("TargetArea", _AREA)):
        for said, found in ((dark, gaps.unmeasured), (lost, gaps.unreached)):
            yield from _line(context, [node for node in found if graph.kind(node) == kind], nouns, said)
    leads = say("no strategy leads here", "ingen strategi fører hit")
    yield from _line(context, list(gaps.unserved), _GOAL, (leads, leads))
    idle = (
        say("nobody follows it up", "ingen følger det opp"),
        say("nobody follows them up", "ingen følger dem opp"),
    )
    yield from _line(context, list(gaps.unfollowed), _TARGET, idle)
    nothing = say("no strategy and no action yet", "verken strategi eller tiltak ennå")
    yield from _line(context, list(gaps.idle), _OBJECTIVE, (nothing, nothing))


def _line(context: Context, nodes: list[str], nouns: tuple[Noun, Noun], said: tuple[str, str]) -> Iterator[str]:
    """Say of some nodes what they lack, in the number that they are, and name the first of them."""
    if nodes:
        yield f"{context.counted(len(nodes), *nouns)}: {said[len(nodes) != 1]}. {context.titles(nodes)}."
