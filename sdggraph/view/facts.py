"""What follows from a payload's edges: which goals each node reaches, who measures it, what hangs below."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.rules.paths import UPWARD
from sdggraph.rules.terms import Star, Step

if TYPE_CHECKING:
    from sdggraph.rules.terms import Path
    from sdggraph.view.payload import Payload

__all__ = ["UP", "Facts", "find_facts"]


def _relations(path: Path) -> frozenset[str]:
    """Give the relations that a path of the rules runs over."""
    if isinstance(path, Step):
        return frozenset({path.relation})
    parts = (path.part,) if isinstance(path, Star) else path.parts
    return frozenset().union(*map(_relations, parts))


UP = _relations(UPWARD)
"""The relations that lead up the thread, as the rules have them."""
_CLAIMED = frozenset({"Goal", "Target", "NationalGoal"})
_CLAIMING = frozenset({"TargetArea", "Objective", "Strategy", "Action", "Benefit"})


@dataclass(slots=True)
class Facts:
    """Facts by the node's position.

    Attributes:
        reach: The goals that a node reaches, by number: ``d`` directly, ``i`` by inheritance only.
        measured: ``d`` by an indicator of its own, ``t`` through what is above or below it, else nothing.
        parent: The node that a node stands under in its column.
        followed: Targets that an objective, strategy or action claims.
        above: Everything up the thread from a node, goals and targets left out.
    """

    reach: dict[int, dict[str, str]]
    measured: dict[int, str]
    parent: dict[int, int]
    followed: set[int]
    above: dict[int, set[int]]


def find_facts(payload: Payload) -> Facts:
    """Work out a payload's facts in one walk up from each node that can claim."""
    up, claims, measures = _sort_edges(payload)
    reach: dict[int, dict[str, str]] = {}
    measured: dict[int, str] = {}
    followed: set[int] = set()
    above: dict[int, set[int]] = {}
    for position in payload.of_kind(*_CLAIMING):
        above[position] = _above(position, up)
        reach[position] = _reach(payload, position, above[position], claims)
        measured[position] = "d" if position in measures else "t" if measures & above[position] else ""
        if payload.nodes[position].kind != "TargetArea":
            followed.update(claim for claim in claims[position] if payload.nodes[claim].kind == "Target")
    _measure_from_below(payload, above, measures, measured)
    return Facts(reach, measured, _parents(payload, up), followed, above)


def _sort_edges(payload: Payload) -> tuple[dict[int, list[int]], dict[int, list[int]], set[int]]:
    up: dict[int, list[int]] = defaultdict(list)
    claims: dict[int, list[int]] = defaultdict(list)
    measures: set[int] = set()
    for edge in payload.edges:
        if edge.relation == "measured_by":
            if payload.nodes[edge.target].kind == "Indicator":
                measures.add(edge.source)
        elif edge.relation not in UP or edge.role == "negative":
            continue
        elif payload.nodes[edge.target].kind in _CLAIMED and edge.relation == "contributes_to":
            claims[edge.source].append(edge.target)
        else:
            up[edge.source].append(edge.target)
    return up, claims, measures


def _above(start: int, up: dict[int, list[int]]) -> set[int]:
    seen: set[int] = set()
    waiting = list(up.get(start, ()))
    while waiting:
        position = waiting.pop()
        if position not in seen and position != start:
            seen.add(position)
            waiting.extend(up.get(position, ()))
    return seen


def _reach(payload: Payload, start: int, above: set[int], claims: dict[int, list[int]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for position in above:
        for claim in claims.get(position, ()):
            if number := _goal_of(payload, claim):
                found[number] = "i"
    for claim in claims.get(start, ()):
        if number := _goal_of(payload, claim):
            found[number] = "d"
    return found


def _goal_of(payload: Payload, claim: int) -> str:
    node = payload.nodes[claim]
    return "" if node.kind == "NationalGoal" else node.number.partition(".")[0]


def _measure_from_below(
    payload: Payload, above: dict[int, set[int]], measures: set[int], measured: dict[int, str]
) -> None:
    """A strategy counts as measured by its actions' and benefits' indicators, an objective by all below it."""
    for position in payload.of_kind("Strategy", "Objective", "Action", "Benefit"):
        if position not in measures:
            continue
        for higher in above[position]:
            kind = payload.nodes[higher].kind
            if not measured.get(higher) and (kind in {"Objective", "Strategy"}):
                measured[higher] = "t"


def _parents(payload: Payload, up: dict[int, list[int]]) -> dict[int, int]:
    wanted = {
        "Target": ("Goal",),
        "TargetArea": ("TargetArea",),
        "Objective": ("Objective", "TargetArea"),
        "Strategy": ("Objective", "TargetArea"),
        "Action": ("Strategy", "Objective"),
        "Benefit": ("Strategy", "Action", "Benefit"),
    }
    parent: dict[int, int] = {}
    for position, node in enumerate(payload.nodes):
        for kind in wanted.get(node.kind, ()):
            higher = next((place for place in up.get(position, ()) if payload.nodes[place].kind == kind), None)
            if higher is not None and not _would_turn(position, higher, parent):
                parent[position] = higher
                break
    return parent


def _would_turn(position: int, higher: int, parent: dict[int, int]) -> bool:
    """Tell whether a node would come to stand under itself, as it would in a cyclic plan."""
    at: int | None = higher
    while at is not None:
        if at == position:
            return True
        at = parent.get(at)
    return False
