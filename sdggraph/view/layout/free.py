"""The free view's coordinates: clusters that never overlap, drawn together by what ties them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.view.facts import Facts
    from sdggraph.view.payload import Payload

__all__ = ["lay_free"]

_GOLDEN = math.pi * (3 - math.sqrt(5))
_RADIUS = {"Goal": 34.0, "TargetArea": 30.0, "NationalGoal": 26.0, "Target": 17.0, "Objective": 16.0}
_SMALL = 11.0
_TURNS = 60


def lay_free(payload: Payload, facts: Facts) -> list[tuple[float, float]]:
    """Give every node a place: children around their parent like seeds, clusters by pull and push.

    Only clusters (goals, areas and what stands alone) move against each other, so that the cost is small
    however many nodes there are, and a node can never come to lie on another.
    """
    children: dict[int, list[int]] = defaultdict(list)
    roots: list[int] = []
    hosts = _hosts(payload, facts)
    for position in range(len(payload.nodes)):
        if position in hosts:
            children[hosts[position]].append(position)
        else:
            roots.append(position)
    radius, offsets = _pack(payload, roots, children)
    centres = _spread(roots, radius, _ties(payload, hosts, set(roots)))
    places: list[tuple[float, float]] = [(0.0, 0.0)] * len(payload.nodes)
    waiting = [(root, *centres[root]) for root in roots]
    while waiting:
        position, x, y = waiting.pop()
        places[position] = (round(x, 1), round(y, 1))
        waiting.extend((child, x + offsets[child][0], y + offsets[child][1]) for child in children[position])
    return places


def _hosts(payload: Payload, facts: Facts) -> dict[int, int]:
    """Give what each node stands around: its parent, or what an indicator measures first."""
    hosts = dict(facts.parent)
    for edge in payload.edges:
        if edge.relation == "measured_by" and payload.nodes[edge.target].kind == "Indicator":
            hosts.setdefault(edge.target, edge.source)
    return hosts


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
        own = _RADIUS.get(payload.nodes[position].kind, _SMALL)
        radius[position] = _ring(children[position], own, radius, offsets)
    return radius, offsets


def _ring(below: list[int], own: float, radius: dict[int, float], offsets: dict[int, tuple[float, float]]) -> float:
    """Set children in rings around their parent, the smallest inside; give the whole cluster's radius."""
    reach, angle = own, 0.0
    waiting = sorted(below, key=lambda child: radius[child])
    while waiting:
        widest = radius[waiting[min(len(waiting) - 1, 12)]]
        distance = reach + widest + 8
        room = max(1, int(math.pi / math.asin(min(1.0, (widest + 4) / distance))))
        ring = [child for child in waiting[:room] if radius[child] <= widest]
        waiting = waiting[len(ring) :]
        angle += _GOLDEN
        for place, child in enumerate(ring):
            turn = angle + place * 2 * math.pi / max(len(ring), 1)
            offsets[child] = (distance * math.cos(turn), distance * math.sin(turn))
        reach = distance + widest
    return reach + 6


def _ties(payload: Payload, hosts: dict[int, int], roots: set[int]) -> dict[tuple[int, int], int]:
    """Count how many relations tie two clusters together."""

    def root(position: int) -> int:
        seen = set()
        while position in hosts and position not in seen:
            seen.add(position)
            position = hosts[position]
        return position

    found = {position: root(position) for position in range(len(payload.nodes))}
    ties: dict[tuple[int, int], int] = defaultdict(int)
    for edge in payload.edges:
        one, other = sorted((found[edge.source], found[edge.target]))
        if one != other and one in roots and other in roots:
            ties[one, other] += 1
    return ties


def _spread(
    roots: list[int], radius: dict[int, float], ties: dict[tuple[int, int], int]
) -> dict[int, tuple[float, float]]:
    """Let ties pull clusters together and room push them apart, from a spiral start."""
    by_size = sorted(roots, key=lambda root: -radius[root])
    place: dict[int, list[float]] = {}
    area = 0.0
    for step, root in enumerate(by_size):
        area += (2 * radius[root]) ** 2
        distance = math.sqrt(area) * 0.75
        place[root] = [distance * math.cos(step * _GOLDEN), distance * math.sin(step * _GOLDEN)]
    for turn in range(_TURNS):
        strength = 0.12 * (1 - turn / _TURNS)
        _pull(place, radius, ties, strength)
        _push(by_size, place, radius)
    for _ in range(200):
        if not _push(by_size, place, radius):
            break
    return {root: (x, y) for root, (x, y) in place.items()}


def _pull(
    place: dict[int, list[float]], radius: dict[int, float], ties: dict[tuple[int, int], int], strength: float
) -> None:
    for (one, other), weight in ties.items():
        dx, dy = place[other][0] - place[one][0], place[other][1] - place[one][1]
        distance = math.hypot(dx, dy) or 1.0
        slack = distance - radius[one] - radius[other]
        if slack > 0:
            step = strength * min(1.0, 0.3 + weight / 20) * slack / distance / 2
            place[one][0] += dx * step
            place[one][1] += dy * step
            place[other][0] -= dx * step
            place[other][1] -= dy * step


def _push(roots: list[int], place: dict[int, list[float]], radius: dict[int, float]) -> bool:
    """Move overlapping clusters apart, looking only at neighbours in a sweep from left to right."""
    moved = False
    line = sorted(roots, key=lambda root: place[root][0] - radius[root])
    for start, one in enumerate(line):
        right = place[one][0] + radius[one]
        for other in line[start + 1 :]:
            if place[other][0] - radius[other] > right:
                break
            dx, dy = place[other][0] - place[one][0], place[other][1] - place[one][1]
            distance = math.hypot(dx, dy)
            overlap = radius[one] + radius[other] + 10 - distance
            if overlap > 0:
                if distance == 0:
                    dx, dy, distance = math.cos(other * _GOLDEN), math.sin(other * _GOLDEN), 1.0
                step = (overlap + 0.5) / distance / 2
                place[one][0] -= dx * step
                place[one][1] -= dy * step
                place[other][0] += dx * step
                place[other][1] += dy * step
                moved = True
    return moved
