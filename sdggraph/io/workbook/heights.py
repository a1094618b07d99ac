"""How high a row must be for its texts to be seen whole; a spreadsheet works it out for no merged cell."""

from __future__ import annotations

from math import ceil

__all__ = ["LINE", "height_of", "stretched"]

LINE = 15.0
"""The height of one line of text, in points."""

_HIGHEST = 409.0  # a row can't be higher


def height_of(text: str, width: float) -> float:
    """Give the height that a text needs in a column of a width, which counts characters."""
    lines = sum(max(1, ceil(len(line) / max(1.0, 0.9 * width))) for line in text.split("\n"))
    return min(_HIGHEST, LINE * lines + 3)


def stretched(heights: list[float], first: int, last: int, wanted: float) -> None:
    """Make the rows of a merged cell together as high as its text needs, each by as much."""
    missing = wanted - sum(heights[first : last + 1])
    if missing > 0:
        for row in range(first, last + 1):
            heights[row] = min(_HIGHEST, heights[row] + missing / (last - first + 1))
