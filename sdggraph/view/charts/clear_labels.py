"""Labels of a chart with lines: each stands where it covers no mark, no line and no other label."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sdggraph.view.charts.placing import Box
from sdggraph.view.charts.svg import label, path
from sdggraph.view.charts.text_width import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Point = tuple[float, float]

__all__ = ["ClearLabels", "around"]

_FAR = 14.0
"""A label farther than this from what it names is tied to it by a thin line."""
_COVERS, _STRUCK, _ON_GRID = 1000, 100, 8
"""What it costs to cover a mark or label, to be struck by a line, by one of the grid; each place further on costs 1."""
_ASIDE = {
    "N": (0, -1),
    "S": (0, 1),
    "E": (1, 0),
    "W": (-1, 0),
    "NE": (1, -1),
    "SE": (1, 1),
    "SW": (-1, 1),
    "NW": (-1, -1),
    "ENE": (1, -1),
    "ESE": (1, 1),
    "WSW": (-1, 1),
    "WNW": (-1, -1),
}
"""A label's way from what it names, across and down: NE begins right above it, ENE as far aside as above."""


def around(
    at: Point, reach: float, sides: Sequence[str], gaps: Sequence[float] = (4,)
) -> list[tuple[Point, str, float]]:
    """Give the places around a mark, the nearest first: its middle, the side, and how far from the middle."""
    others = [side for side in _ASIDE if side not in sides] if len(gaps) > 1 else []
    return [(at, side, reach + gap) for gap in gaps for side in (*sides, *others)]


@dataclass(slots=True)
class ClearLabels:
    """What stands on a chart already, and the labels that found room beside it.

    Attributes:
        inside: Where labels may stand.
        grid: How far down the grid has lines; a label avoids them if it can.
    """

    inside: Box
    grid: Sequence[float] = ()
    _taken: list[Box] = field(default_factory=list)
    _lines: list[tuple[Point, Point]] = field(default_factory=list)

    def mark(self, x: float, y: float, reach: float) -> None:
        """Say that a mark stands there."""
        self._taken.append(Box(x - reach, y - reach, 2 * reach, 2 * reach))

    def line(self, points: Iterable[Point]) -> None:
        """Say that a line runs through points."""
        way = list(points)
        self._lines += pairwise(way)

    def put(
        self,
        text: str,
        places: Sequence[tuple[Point, str, float]],
        *,
        size: float,
        fill: str = "ink",
        bold: bool = False,
        needed: bool = True,
    ) -> Iterator[str]:
        """Write a label at the best of its places; one that isn't ``needed`` is left out where none is clear."""
        width = text_width(text, size, bold=bold) + 2
        best: tuple[float, Box, Point] | None = None
        for rank, (at, side, reach) in enumerate(places):
            box = _beside(at, side, reach, width, size)
            if not box.within(self.inside):
                continue
            cost = rank + self._cost(box, at)
            if best is None or cost < best[0]:
                best = (cost, box, at)
        if best is None or (best[0] >= _STRUCK and not needed):
            return
        _, box, at = best
        self._taken.append(box)
        if tie := _tie(box, at):
            self._lines.append(tie)
            yield path(tie, stroke="ink3", stroke_width=0.75)
        yield label(
            box.x + box.width / 2,
            box.y + 0.85 * size,
            text,
            size=size,
            fill=fill,
            anchor="middle",
            font_weight=600 if bold else None,
        )

    def _cost(self, box: Box, at: Point) -> float:
        cost: float = _COVERS * sum(box.meets(one) for one in self._taken)
        cost += _STRUCK * sum(box.struck(*one) for one in self._lines)
        cost += _ON_GRID * any(box.y < y < box.y + box.height for y in self.grid)
        if tie := _tie(box, at):
            cost += _COVERS * sum(one.struck(*tie) and not _holds(one, at) for one in self._taken)
            cost += _FAR
        return cost


def _beside(at: Point, side: str, reach: float, width: float, size: float) -> Box:
    """Give the box of a text on a side of a point."""
    across, down = _ASIDE[side]
    height = 1.1 * size
    x = (
        at[0]
        + across * (2 if len(side) == len("NE") else reach)
        - (width if across < 0 else 0 if across else width / 2)
    )
    y = at[1] + down * reach - (height if down < 0 else 0 if down else height / 2)
    return Box(x, y, width, height)


def _tie(box: Box, at: Point) -> tuple[Point, Point] | None:
    """Give the line that ties a box to the point that it names, if it stands far from it."""
    near = (min(max(at[0], box.x), box.x + box.width), min(max(at[1], box.y), box.y + box.height))
    if (near[0] - at[0]) ** 2 + (near[1] - at[1]) ** 2 <= _FAR**2:
        return None
    return at, near


def _holds(box: Box, at: Point) -> bool:
    return box.x <= at[0] <= box.x + box.width and box.y <= at[1] <= box.y + box.height
