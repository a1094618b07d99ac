"""Finding room: discs that would cover each other are moved apart, labels are put where nothing stands."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin

__all__ = ["Box", "apart", "room_for"]

_ROUNDS = 400
_TURN = pi * (3 - 5**0.5)  # the angle at which no two of many directions are the same


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Say whether two have anything in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, other: Box) -> bool:
        """Say whether it lies in another."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )

    def struck(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Say whether a straight line from one point to another passes through it."""
        (ax, ay), (bx, by) = start, end
        enters, leaves = 0.0, 1.0
        for begin, way, low, size in ((ax, bx - ax, self.x, self.width), (ay, by - ay, self.y, self.height)):
            if way == 0:
                if not low < begin < low + size:
                    return False
                continue
            first, last = sorted(((low - begin) / way, (low + size - begin) / way))
            enters, leaves = max(enters, first), min(leaves, last)
        return enters < leaves


def apart(points: list[tuple[float, float]], distance: float, inside: Box) -> list[tuple[float, float]]:
    """Move points so far that any two are at least ``distance`` apart, and none leaves a box; the same each time."""
    found = list(points)
    for _ in range(_ROUNDS):
        moved = False
        for first in range(len(found)):
            for second in range(first + 1, len(found)):
                (ax, ay), (bx, by) = found[first], found[second]
                gap = hypot(bx - ax, by - ay)
                if gap >= distance - 0.01:
                    continue
                moved = True
                turn = _TURN * (first + second * 7)
                across, down = ((bx - ax) / gap, (by - ay) / gap) if gap > 0.01 else (cos(turn), sin(turn))
                push = (distance - gap) / 2 + 0.05
                found[first] = _kept(ax - across * push, ay - down * push, inside)
                found[second] = _kept(bx + across * push, by + down * push, inside)
        if not moved:
            break
    return found


def _kept(x: float, y: float, inside: Box) -> tuple[float, float]:
    return (
        min(max(x, inside.x), inside.x + inside.width),
        min(max(y, inside.y), inside.y + inside.height),
    )


def room_for(candidates: list[Box], taken: list[Box], inside: Box) -> Box | None:
    """Give the first box that lies inside and meets nothing that is there; None if there is none."""
    return next((box for box in candidates if box.within(inside) and not any(box.meets(one) for one in taken)), None)
