"""The free view's coordinates: clusters that never overlap, drawn together by what ties them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.view.facts import Facts
    from sdggraph.view.payload import Payload

__all__ = ["FREE_RADIUS", "lay_free"]

_GOLDEN = math.pi * (3 - math.sqrt(5))
FREE_RADIUS = {"Goal": 76.0, "TargetArea": 76.0, "NationalGoal": 76.0, "Target": 15.0, "Objective": 13.0}
"""The room that a node of a kind takes itself, with its name in it if it is always named; all others take the least."""
_SMALL, _AIR = 9.0, 5.0
_ONE_RING, _ROOM = 9, 1.012
_CENTRES = frozenset({"Goal", "TargetArea", "NationalGoal", "Objective"})
_CLOSE = 12
"""How many claims an objective's belonging to its area weighs."""
_SUNFLOWER = 0.62
"""How far apart seeds of a sunflower lie, in parts of the distance wanted between neighbours; found by trial."""


def lay_free(payload: Payload, facts: Facts) -> dict[int, tuple[float, float]]:
    """Give every node that has a thread a place: children around their parent, clusters by pull and push.

    Only clusters (goals, areas and what stands alone) move against each other, so that the cost is small
    however many nodes there are, and a node can never come to lie on another.
    """
    drawn = _drawn(payload, facts)
    hosts = {one: host for one, host in _hosts(payload, facts).items() if one in drawn and host in drawn}
    children: dict[int, list[int]] = defaultdict(list)
    roots = [position for position in drawn if position not in hosts]
    for position in drawn:
        if position in hosts:
            children[hosts[position]].append(position)
    radius, offsets = _pack(payload, roots, children)
    centres = _spread(roots, radius, _ties(payload, hosts, drawn))
    places: dict[int, tuple[float, float]] = {}
    waiting = [(root, *centres[root]) for root in roots]
    while waiting:
        position, x, y = waiting.pop()
        places[position] = (round(x, 1), round(y, 1))
        waiting.extend((child, x + offsets[child][0], y + offsets[child][1]) for child in children[position])
    return dict(sorted(places.items()))


def _drawn(payload: Payload, facts: Facts) -> dict[int, None]:
    """The work and what it serves: goals only where the plan does something with them."""
    kinds = ("Target", "NationalGoal", "TargetArea", "Objective", "Strategy", "Action", "Indicator", "Benefit")
    claimed = {edge.target for edge in payload.edges if edge.relation == "contributes_to"}
    busy = claimed | set(facts.parent.values())
    goals = [one for one in payload.of_kind("Goal") if one in busy or payload.nodes[one].more.get("prioritised")]
    return dict.fromkeys([*goals, *payload.of_kind(*kinds)])


def _hosts(payload: Payload, facts: Facts) -> dict[int, int]:
    """Give what each node stands around: targets a goal, objectives an area, the work and its measures an objective.

    Whatever hangs deeper stands around the same objective, so that clusters stay small and round.
    """
    above = {one: host for one, host in facts.parent.items() if payload.nodes[one].kind != "TargetArea"}
    for edge in payload.edges:
        if edge.relation == "measured_by" and payload.nodes[edge.target].kind == "Indicator":
            above.setdefault(edge.target, edge.source)
    return {one: _centre(payload, above, one) for one in above}


def _centre(payload: Payload, above: dict[int, int], position: int) -> int:
    """Find the nearest node above one that others stand around; objectives of every depth stand around their area."""
    at, seen = above[position], {position}
    centres = _CENTRES - {payload.nodes[position].kind}
    while payload.nodes[at].kind not in centres and at in above and at not in seen:
        seen.add(at)
        at = above[at]
    return at


def _pack(
    payload: Payload, roots: list[int], children: dict[int, list[int]]
) -> tuple[dict[int, float], dict[int, tuple[float, float]]]:
    """Work out from the leaves up how much room each cluster takes, and where in it each child stands."""
    order: list[int] = []
    waiting = list(roots)
    while waiting:
        position = waiting.pop()
        order.append(position)
        waiting.extend(children[position])
    radius: dict[int, float] = {}
    offsets: dict[int, tuple[float, float]] = {}
    for position in reversed(order):
        own = FREE_RADIUS.get(payload.nodes[position].kind, _SMALL)
        radius[position] = _around(children[position], own, radius, offsets) if children[position] else own
    return radius, offsets


def _around(below: list[int], own: float, radius: dict[int, float], offsets: dict[int, tuple[float, float]]) -> float:
    """Set children around their parent, few in one ring, many like a sunflower's seeds; give the cluster's radius."""
    widest = max(radius[child] for child in below)
    apart = 2 * widest + _AIR
    nearest = own + widest + _AIR
    if len(below) <= _ONE_RING:
        distance = max(nearest, apart / (2 * math.sin(math.pi / len(below)))) if len(below) > 1 else nearest
        for place, child in enumerate(below):
            turn = place * 2 * math.pi / len(below) + own
            offsets[child] = (distance * math.cos(turn), distance * math.sin(turn))
        return distance + widest
    step = apart * _SUNFLOWER
    first = math.ceil((nearest / step) ** 2)
    for place, child in enumerate(sorted(below, key=lambda child: radius[child]), first):
        distance = step * math.sqrt(place)
        offsets[child] = (distance * math.cos(place * _GOLDEN), distance * math.sin(place * _GOLDEN))
    return step * math.sqrt(first + len(below) - 1) + widest


def _ties(payload: Payload, hosts: dict[int, int], drawn: dict[int, None]) -> dict[tuple[int, int], int]:
    """Count how many relations tie two clusters together."""
    root: dict[int, int] = {}
    for position in drawn:
        at = position
        while at in hosts and at not in root:
            at = hosts[at]
        root[position] = root.get(at, at)
    ties: dict[tuple[int, int], int] = defaultdict(int)
    for edge in payload.edges:
        if edge.source in root and edge.target in root:
            one, other = sorted((root[edge.source], root[edge.target]))
            if one != other:
                ties[one, other] += _CLOSE if edge.relation == "part_of" else 1
    return ties


def _spread(
    roots: list[int], radius: dict[int, float], ties: dict[tuple[int, int], int]
) -> dict[int, tuple[float, float]]:
    """Let ties and the middle pull clusters together and room push them apart, from a spiral start."""
    tied = {one for pair in ties for one in pair}
    by_size = sorted(roots, key=lambda root: (root not in tied, -radius[root]))
    place: dict[int, list[float]] = {}
    area = 0.0
    for step, root in enumerate(by_size):
        area += (2 * radius[root] + _AIR) ** 2
        distance = math.sqrt(area) * 0.55
        place[root] = [1.3 * distance * math.cos(step * _GOLDEN), 0.7 * distance * math.sin(step * _GOLDEN)]
    turns = max(12, min(100, 6_000 // max(1, len(roots))))
    for turn in range(turns):
        strength = 0.2 * (1 - turn / turns)
        _pull(place, radius, ties, strength)
        for at in place.values():  # wider than high, as screens are
            at[0] *= 1 - 0.02 * strength
            at[1] *= 1 - 0.3 * strength
        _push(by_size, place, radius)
    while _push(by_size, place, radius):  # room grows until nothing lies on anything
        for at in place.values():
            at[0] *= _ROOM
            at[1] *= _ROOM
    return {root: (x, y) for root, (x, y) in place.items()}


def _pull(
    place: dict[int, list[float]], radius: dict[int, float], ties: dict[tuple[int, int], int], strength: float
) -> None:
    for (one, other), weight in ties.items():
        dx, dy = place[other][0] - place[one][0], place[other][1] - place[one][1]
        distance = math.hypot(dx, dy) or 1.0
        slack = distance - radius[one] - radius[other]
        if slack > 0:
            step = strength * min(1.0, 0.2 + weight / 20) * slack / distance / 2
            place[one][0] += dx * step
            place[one][1] += dy * step
            place[other][0] -= dx * step
            place[other][1] -= dy * step


def _push(roots: list[int], place: dict[int, list[float]], radius: dict[int, float]) -> bool:
    """Move overlapping clusters apart, looking only at neighbours in a sweep from left to right."""
    moved = False
    line = sorted(roots, key=lambda root: place[root][0] - radius[root])
    for start, one in enumerate(line):
        right = place[one][0] + radius[one] + 2 * _AIR
        for other in line[start + 1 :]:
            if place[other][0] - radius[other] > right:
                break
            dx, dy = place[other][0] - place[one][0], place[other][1] - place[one][1]
            distance = math.hypot(dx, dy)
            overlap = radius[one] + radius[other] + 2 * _AIR - distance
            if overlap > 0.01:
                if distance == 0:
                    dx, dy, distance = math.cos(other * _GOLDEN), math.sin(other * _GOLDEN), 1.0
                step = (overlap + 0.5) / distance / 2
                place[one][0] -= dx * step
                place[one][1] -= dy * step
                place[other][0] += dx * step
                place[other][1] += dy * step
                moved = True
    return moved
