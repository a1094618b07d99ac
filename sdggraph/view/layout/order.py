"""The order of nodes in a column: the plan's own numbers first, else by what they are tied to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["barycentre", "natural_key", "ordered"]

_PART = re.compile(r"\d+|[^\d.\s]+")


def natural_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Give the key under which 3.2 comes before 3.10 and that before 3.a."""
    parts = _PART.findall(number)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def barycentre(anchors: Iterable[float], otherwise: float) -> float:
    """Give the middle of the places that a node is tied to, or ``otherwise`` if it is tied to none."""
    places = list(anchors)
    return sum(places) / len(places) if places else otherwise


def ordered(
    positions: Sequence[int], number: Callable[[int], str], anchors: Mapping[int, Sequence[float]]
) -> list[int]:
    """Order by the plan's numbers where all have one, else by barycentre, first come first where equal."""
    if all(number(position) for position in positions):
        return sorted(positions, key=lambda position: natural_key(number(position)))
    rank = {position: float(place) for place, position in enumerate(positions)}
    last = float(len(rank))
    return sorted(positions, key=lambda position: (barycentre(anchors.get(position, ()), last), rank[position]))
