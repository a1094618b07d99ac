"""Where the thread is broken, and the one sentence that says how much of the plan hangs together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.view.phrases import load_phrases, phrase

if TYPE_CHECKING:
    from sdggraph.view.facts import Facts
    from sdggraph.view.payload import Payload

__all__ = ["find_gaps", "headline"]


def find_gaps(payload: Payload, facts: Facts) -> dict[str, list[int]]:
    """Give the nodes of each kind of gap; ``broken`` is every strategy and objective whose thread stops."""
    exempt = _exempt(payload, facts)
    strategies, objectives = payload.of_kind("Strategy"), payload.of_kind("Objective")
    threaded = [position for position in (*objectives, *strategies) if position not in exempt]
    unmeasured = [position for position in (*objectives, *strategies) if not facts.measured.get(position)]
    busy = {facts.parent.get(position) for position in payload.of_kind("Strategy", "Action", "Objective")}
    served = busy | {edge.target for edge in payload.edges if edge.relation in {"contributes_to", "implements"}}
    carried = _carried_by_strategies(payload, facts)
    unreached = [position for position in threaded if not facts.reach[position] and position not in carried]
    idle = [position for position in objectives if position not in served]
    return {
        "broken": sorted({*unmeasured, *unreached, *idle}),
        "unmeasured": unmeasured,
        "unreached": [*_unreached_areas(payload, facts, exempt), *unreached],
        "idle": idle,
        "unfollowed": [
            position
            for position in payload.of_kind("Target")
            if payload.nodes[position].more.get("selected") and position not in facts.followed
        ],
        "empty_area": [position for position in payload.of_kind("TargetArea") if position not in busy],
        "repaired": [position for position, node in enumerate(payload.nodes) if node.more.get("written")],
    }


def _exempt(payload: Payload, facts: Facts) -> set[int]:
    """Nodes that are meant to reach no goal, and all under them."""
    meant = {position for position, node in enumerate(payload.nodes) if node.more.get("no_goals")}
    if not meant:
        return meant
    return meant | {position for position, above in facts.above.items() if not meant.isdisjoint(above)}


def _carried_by_strategies(payload: Payload, facts: Facts) -> set[int]:
    """Objectives whose strategies all reach a goal: the plan has its codes on the strategies."""
    reach: dict[int, bool] = {}
    for strategy in payload.of_kind("Strategy"):
        for higher in facts.above[strategy]:
            reach[higher] = reach.get(higher, True) and bool(facts.reach[strategy])
    return {position for position, all_do in reach.items() if all_do}


def _unreached_areas(payload: Payload, facts: Facts, exempt: set[int]) -> list[int]:
    """Areas of which neither they themselves nor anything in them reaches a goal."""
    alive: set[int] = set()
    for position, goals in facts.reach.items():
        if goals:
            alive.add(position)
        if "d" in goals.values():
            alive.update(facts.above[position])
    return [area for area in payload.of_kind("TargetArea") if area not in alive and area not in exempt]


def headline(payload: Payload, gaps: dict[str, list[int]], lang: str) -> list[dict[str, Any]]:
    """Say in one plain sentence what the plan holds, in parts: bold words, words, and words that link to a gap."""
    phrases = load_phrases(lang)

    def say(key: str, **values: object) -> str:
        return phrase(phrases, key, **values)

    strategies = payload.of_kind("Strategy")
    if strategies:
        return _strategy_sentence(strategies, gaps, lang)
    counts = {kind: len(payload.of_kind(kind)) for kind in ("Objective", "Action", "TargetArea")}
    targets = [row for row in payload.of_kind("Target") if payload.nodes[row].more.get("selected")]
    goals = [row for row in payload.of_kind("Goal") if payload.nodes[row].more.get("prioritised")]
    if counts["Action"]:
        parts = [_bold(say("headline.actions", n=counts["Action"])), _plain(say("headline.actions_rest"))]
        return [*parts, *_gap_links(gaps, ("unmeasured", "unreached"), say)]
    if counts["Objective"]:
        return [_bold(say("headline.objectives", n=counts["Objective"])), _plain(say("headline.objectives_rest"))]
    if targets:
        return [_bold(say("headline.level3", n=len(targets))), _plain(say("headline.level3_rest"))]
    if goals:
        return [_bold(say("headline.goals_only", n=len(goals))), _plain(say("headline.nothing_below"))]
    if counts["TargetArea"]:
        return [_bold(say("headline.areas", n=counts["TargetArea"])), _plain(say("headline.areas_rest"))]
    return [_bold(say("headline.empty"))]


def _strategy_sentence(strategies: list[int], gaps: dict[str, list[int]], lang: str) -> list[dict[str, Any]]:
    phrases = load_phrases(lang)
    chosen = set(strategies)
    lost = {position for position in gaps["unreached"] if position in chosen}
    dark = {position for position in gaps["unmeasured"] if position in chosen} - lost
    whole = len(chosen) - len(lost) - len(dark)
    key = "headline.all_hold" if whole == len(chosen) else "headline.whole"
    counts = {"n": whole, "all": len(chosen)}
    first, holds = _bold(phrase(phrases, key, **counts)), _plain(phrase(phrases, "headline.holds", **counts))
    links = [
        {"text": phrase(phrases, f"headline.{words}", n=len(nodes)), "gap": gap}
        for gap, words, nodes in (
            ("unmeasured", "unmeasured", dark),
            ("unreached", "unreached_short" if dark else "unreached", lost),
        )
        if nodes
    ]
    if not links:
        if not gaps["broken"]:
            return [first, holds, _plain(phrase(phrases, "headline.no_gap"))]
        elsewhere = {"text": phrase(phrases, "headline.broken", n=len(gaps["broken"])), "gap": "broken"}
        return [first, _plain(phrase(phrases, "headline.reach", **counts)), elsewhere, _plain(".")]
    parts = [first, holds]
    for place, link in enumerate(links):
        parts += [_plain(", "), link] if place else [link]
    return [*parts, _plain(".")]


def _gap_links(gaps: dict[str, list[int]], names: tuple[str, ...], say: Any) -> list[dict[str, Any]]:
    return [{"text": say(f"headline.{name}", n=len(gaps[name])), "gap": name} for name in names if gaps[name]][:1]


def _bold(text: str) -> dict[str, Any]:
    return {"text": text, "bold": True}


def _plain(text: str) -> dict[str, Any]:
    return {"text": text}
