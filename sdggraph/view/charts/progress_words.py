"""An indicator whose values are words, or too great to draw: each told at its time on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.status.words import result_text, value_text
from sdggraph.base.words import pick, words
from sdggraph.view.charts.svg import element, label, path
from sdggraph.view.charts.text_width import fit, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.status.records import IndicatorStatus

__all__ = ["BASELINE", "word_line"]

BASELINE = words("baseline", "nullpunkt")
_SMALL, _TEXT = 11, 12


def word_line(one: IndicatorStatus, lang: str, width: float, height: float) -> Iterator[str]:
    """Draw what is told in words on a line of time."""
    points = [*([one.baseline] if one.baseline else []), *one.points]
    y = height / 2
    if not points:
        yield label(width / 2, y, result_text("not_measured", lang), size=_TEXT, fill="faded", anchor="middle")
        return
    room = (width - 48) / len(points)
    yield path([(24, y), (width - 24, y)], stroke="strong", stroke_width=1.5)
    for number, point in enumerate(points):
        x = 24 + room * (number + 0.5)
        first = point is one.baseline
        yield element("circle", cx=x, cy=y, r=5, fill="surface" if first else "ink2", stroke="mark", stroke_width=2)
        text = fit(value_text(point.value, lang), room - 8, _TEXT)
        yield label(x, y - 14, text, size=_TEXT, anchor="middle")
        below = f"{point.date} {pick(BASELINE, lang)}" if first else str(point.date)
        if text_width(below, _SMALL) > room:
            below = str(point.date)
        yield label(x, y + 24, below, size=_SMALL, fill="ink3", anchor="middle")
