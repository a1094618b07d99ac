"""An indicator's progress drawn: baseline, measurements, the way that was expected, the target value, the bands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from sdggraph.analysis.status.words import BANDS, aim_text, result_text, value_text
from sdggraph.base.words import pick, words
from sdggraph.model.progress import band_of, moment
from sdggraph.view.charts.clear_labels import ClearLabels, around
from sdggraph.view.charts.placing import Box
from sdggraph.view.charts.progress_words import BASELINE, word_line
from sdggraph.view.charts.svg import drawing, element, group, label, path
from sdggraph.view.charts.text_width import fit
from sdggraph.view.charts.time_space import Space, numbers_of, scale_step, too_great

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.status.records import Aim, IndicatorStatus, Point, Series
    from sdggraph.model.scalars import PlanDate

__all__ = ["progress_chart", "sparkline_chart"]

_LEFT, _RIGHT, _TOP, _BOTTOM = 58.0, 132.0, 26.0, 30.0
_SMALL, _TEXT = 11, 12
_COLOURS = {"desired": "desired", "acceptable": "acceptable", "not_accepted": "unaccepted", None: "ink2"}
_MOST_PARTS = 4
_GAPS = (4, 12, 22, 34, 48, 66, 88, 115, 150, 190)
"""How far from what it names a label may be moved, step by step."""
_EXPECTED = words("expected", "ventet")
_TARGET = words("target", "mål")


def progress_chart(
    one: IndicatorStatus, lang: str, *, name: str | None = None, width: float = 640, height: float | None = None
) -> str:
    """Draw one indicator as SVG, with what it shows in words for those who hear it.

    Args:
        one: How the indicator stands.
        lang: The language of its words.
        name: What its ids begin with; by default made of the indicator's id.
        width: Its width in pixels.
        height: Its height in pixels; by default less where there are words only.
    """
    if height is None:
        height = 260 if any(isinstance(point.value, Decimal) for point in one.points) or one.path else 110
    chart = _Chart(one, lang, width, height)
    return drawing(
        width,
        height,
        chart.parts(),
        name=name or _id(one),
        title=f"{one.title(lang)}: {result_text(one.result, lang)}",
        description=one.explain(lang),
        lang=lang,
    )


def sparkline_chart(
    one: IndicatorStatus, lang: str, *, name: str | None = None, width: float = 96, height: float = 24
) -> str:
    """Draw one indicator's measurements as a small line, the latest marked; beside it dashed what was expected."""
    points = [(at, value) for at, value in numbers_of([*([one.baseline] if one.baseline else []), *one.points])]
    parts: list[str] = []
    if points and not too_great(one):
        last = points[-1][0]
        way = [(at, float(one.path.at(moment(date.end)))) for at, date in _dates(one)] if one.path else []
        space = Space.around(points + way, (4, width - 5), (4, height - 4))
        shown = [(at, value) for at, value in way if at <= last]
        if len(shown) > 1:
            parts.append(path(map(space.at, shown), stroke="ink3", stroke_width=1, stroke_dasharray="3 2.5"))
        if len(points) > 1:
            parts.append(path(map(space.at, points), stroke="ink2", stroke_width=1.6))
        x, y = space.at(points[-1])
        parts.append(element("circle", cx=x, cy=y, r=2.6, fill=_COLOURS[one.band]))
    return drawing(
        width,
        height,
        parts,
        name=name or f"{_id(one)}-line",
        title=f"{one.title(lang)}: {result_text(one.result, lang)}",
        description=one.explain(lang),
        lang=lang,
    )


def _id(one: IndicatorStatus) -> str:
    return "progress-" + "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in one.node)


def _dates(one: IndicatorStatus) -> Iterator[tuple[float, PlanDate]]:
    for point in ([one.baseline] if one.baseline else []) + list(one.points):
        yield float(moment(point.date.end)), point.date


@dataclass(slots=True)
class _Chart:
    one: IndicatorStatus
    lang: str
    width: float
    height: float

    def parts(self) -> list[str]:
        ground = element("rect", width=self.width, height=self.height, rx=4, fill="surface")
        if too_great(self.one):
            return [ground, *word_line(self.one, self.lang, self.width, self.height)]
        points = list(numbers_of([*([self.one.baseline] if self.one.baseline else []), *self.one.points]))
        aims = [
            (float(moment(aim.date.end)), float(end))
            for aim in self.one.aims
            if aim.date and aim.ends
            for end in aim.ends
            if end is not None
        ]
        series = [pair for some in self._series() for pair in numbers_of(list(some.points))]
        if not (points or aims):
            return [ground, *word_line(self.one, self.lang, self.width, self.height)]
        space = self._space(points + aims + series)
        room = Box(_LEFT + 2, 2, self.width - _LEFT - 4, self.height - _BOTTOM + 6)  # down to the years
        labels = ClearLabels(room, [space.y(value) for value in self._lines(space)])
        return [
            ground,
            *self._bands(space),
            *self._grid(space),
            *self._parts_of_series(space, labels),
            *self._way(space, labels),
            *self._measured(space, labels),
            *self._aims(space, labels),
            *self._start(space, labels),
            *self._named(space, labels),
        ]

    def _named(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Write the labels, now that all that they must not cover is known; what matters most chooses first."""
        yield from self._aim_label(space, labels)
        yield from self._latest_label(space, labels)
        yield from self._start_label(space, labels)
        yield from self._series_labels(space, labels)
        yield from self._way_label(space, labels)
        yield from self._band_labels(space, labels)

    def _series(self) -> list[Series]:
        return list(self.one.series[:_MOST_PARTS])

    def _space(self, points: list[tuple[float, float]]) -> Space:
        """Make room for all points, a little air, and whole steps of the scale."""
        across, down = (_LEFT, self.width - _RIGHT), (_TOP, self.height - _BOTTOM)
        space = Space.around(points, across, down)
        low, high = space.values
        step = scale_step((high - low) / 4)
        bottom, top = step * (low // step), step * -(-high // step)
        if low >= 0 and bottom < 0:
            bottom = 0.0
        return Space(space.times, (bottom, top), across, down)

    def _bands(self, space: Space) -> Iterator[str]:
        for name, y, end in self._band_places(space):
            width = self.width - _LEFT - _RIGHT
            yield element("rect", x=_LEFT, y=y, width=width, height=end - y, fill=f"{name}-ground")

    def _band_places(self, space: Space) -> Iterator[tuple[str, float, float]]:
        """Give each band that is seen: its name, and how far down it begins and ends."""
        for name in ("acceptable", "desired"):
            for low, high in getattr(self.one.indicator, name):
                bottom = space.values[0] if low is None else max(float(low), space.values[0])
                top = space.values[1] if high is None else min(float(high), space.values[1])
                if top > bottom:
                    yield name, space.y(top), space.y(bottom)

    def _band_labels(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Name each band inside it, to the right if there is room, else further to the left."""
        right = self.width - _RIGHT - 12
        for name, y, end in self._band_places(space):
            if end - y < 16:
                continue
            heights = sorted({(y + end) / 2, y + 9, end - 9}, key=lambda at: (abs(at - (y + end) / 2), at))
            places = [((right - 40 * step, at), "W", 0.0) for step in range(9) for at in heights]
            yield from labels.put(pick(BANDS[name], self.lang), places, size=_SMALL, fill=name, needed=False)

    def _lines(self, space: Space) -> list[float]:
        """Give the values at which the grid has a line."""
        low, high = space.values
        step = scale_step((high - low) / 4)
        return [low + at * step for at in range(round((high - low) / step) + 1)]

    def _grid(self, space: Space) -> Iterator[str]:
        unit = self._unit()
        for value in self._lines(space):
            y = space.y(value)
            yield path([(_LEFT, y), (self.width - _RIGHT, y)], stroke="line", stroke_width=1)
            text = value_text(Decimal(str(round(value, 6))), self.lang, unit)
            yield label(_LEFT - 8, y + 4, text, size=_SMALL, fill="ink3", anchor="end")
        first, last = (round(at) for at in space.times)
        every = max(1, -(-(last - first) // 8))
        for year in range(first, last + 1, every):
            x = space.x(year)
            yield label(x, self.height - 10, str(year - 1), size=_SMALL, fill="ink3", anchor="middle")

    def _parts_of_series(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Draw parts as thin lines."""
        for _, pairs in self._ways_of_series(space):
            labels.line(pairs)
            labels.mark(*pairs[-1], 2)
            yield path(pairs, stroke="ink3", stroke_width=1) if len(pairs) > 1 else ""
            x, y = pairs[-1]
            yield element("circle", cx=x, cy=y, r=2, fill="ink3")

    def _ways_of_series(self, space: Space) -> Iterator[tuple[str, list[tuple[float, float]]]]:
        for some in self._series():
            pairs = [space.at(pair) for pair in numbers_of(list(some.points))]
            if pairs:
                yield str(some.part), pairs

    def _series_labels(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Name each part at its end."""
        for name, pairs in self._ways_of_series(space):
            places = around(pairs[-1], 2, ("E", "NE", "SE"), _GAPS)
            yield from labels.put(fit(name, 110, _SMALL), places, size=_SMALL, fill="ink3")

    def _way(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Draw the way that is expected."""
        way = self.one.path
        if way is None:
            return
        pairs = [space.at((float(at), float(value))) for at, value in zip(way.moments, way.values, strict=True)]
        labels.line(pairs)
        yield path(pairs, stroke="ink3", stroke_width=1.5, stroke_dasharray="5 3.5")

    def _way_label(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Say beside the way what it is, as near to the middle of what lies ahead as there is room."""
        way = self.one.path
        if way is None:
            return
        first, last = float(way.moments[0]), float(way.moments[-1])
        latest = float(moment(self.one.latest.date.end)) if self.one.latest else first
        begun = latest if first < latest < last else first
        places = []
        for share in (0.45, 0.55, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85):
            ahead = begun + share * (last - begun)
            at = space.at((ahead, float(way.at(Fraction(ahead)))))
            places += around(at, 1, ("SE", "NW") if way.values[-1] > way.values[0] else ("NE", "SW"))
        yield from labels.put(pick(_EXPECTED, self.lang), places, size=_SMALL, fill="ink3", needed=False)

    def _measured(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        known, start = self._known()
        if len(start + known) > 1:
            pairs = [space.at(pair) for pair in start + known]
            labels.line(pairs)
            yield path(pairs, stroke="ink2", stroke_width=2)
        for point, pair in zip((one for one in self.one.points if isinstance(one.value, Decimal)), known, strict=True):
            labels.mark(*space.at(pair), 5)
            yield self._dot(point, *space.at(pair))

    def _known(self) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        """Give the time and value of each measurement, and of the baseline."""
        start = list(numbers_of([self.one.baseline])) if self.one.baseline else []
        return list(numbers_of(list(self.one.points))), start

    def _latest_label(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Write the last measurement's value on the side from which its line does not come."""
        known, start = self._known()
        if not known or self.one.latest is None:
            return
        before = (start + known)[-2][1] if len(start + known) > 1 else known[-1][1]
        sides = ("N", "S") if known[-1][1] >= before else ("S", "N")
        text = value_text(self.one.latest.value, self.lang, self._unit())
        places = around(space.at(known[-1]), 4, (*sides, "E"), _GAPS)
        yield from labels.put(text, places, size=_TEXT, bold=True)

    def _unit(self) -> str:
        return "%" if self.one.unit(self.lang) == "%" else ""

    def _dot(self, point: Point, x: float, y: float) -> str:
        """Draw a measurement in the colour of its band; a provisional one is hollow, one not accepted points down."""
        value = point.value if isinstance(point.value, Decimal) else Decimal(0)
        band = band_of(value, self.one.indicator.desired, self.one.indicator.acceptable)
        colour = _COLOURS[band]
        paint = {"fill": "surface", "stroke": colour, "stroke_width": 2} if point.provisional else {"fill": colour}
        if band == "not_accepted":
            shape = path([(x - 5, y - 4), (x + 5, y - 4), (x, y + 5)], closed=True, **paint)
        else:
            shape = element("circle", cx=x, cy=y, r=4, **paint)
        return group([shape], title=f"{point.date}: {value_text(point.value, self.lang, self._unit())}")

    def _aims(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Draw the target values, the last of them largest; one that is a range as a line as well."""
        dated = self._dated()
        for aim in dated:
            size = 6 if aim is dated[-1] else 4.5
            low, high = self._ends(space, aim)
            x, y = self._place(space, aim)
            if high > low:
                ends = [(x, space.y(low)), (x, space.y(high))]
                labels.line(ends)
                yield path(ends, stroke="ink", stroke_width=2.5)
            labels.mark(x, y, size)
            diamond = path([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], closed=True, fill="ink")
            yield group([diamond], title=f"{aim.date}: {aim_text(self.one, aim, self.lang, self._unit())}")

    def _dated(self) -> list[Aim]:
        return [aim for aim in self.one.aims if aim.date and aim.ends]

    def _ends(self, space: Space, aim: Aim) -> tuple[float, float]:
        low, high = aim.ends or (None, None)
        return (space.values[0] if low is None else float(low), space.values[1] if high is None else float(high))

    def _place(self, space: Space, aim: Aim) -> tuple[float, float]:
        """Give where a target value's mark stands: as near to the expected way as what fulfils it allows."""
        low, high = self._ends(space, aim)
        at = moment(aim.date.end) if aim.date else Fraction(space.times[1])
        way = self.one.path
        wanted = float(way.at(at)) if way is not None else (low + high) / 2
        return space.x(float(at)), space.y(min(max(wanted, low), high))

    def _aim_label(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Write the last target value, to the right of its mark if there is room."""
        for aim in self._dated()[-1:]:
            text = f"{pick(_TARGET, self.lang)} {aim_text(self.one, aim, self.lang, self._unit())}"
            places = around(self._place(space, aim), 6, ("E", "NE", "SE"), _GAPS)
            yield from labels.put(fit(text, _RIGHT - 20, _TEXT, bold=True), places, size=_TEXT, bold=True)

    def _start(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        for pair in self._known()[1]:
            x, y = space.at(pair)
            labels.mark(x, y, 6)
            yield element("circle", cx=x, cy=y, r=5, fill="surface", stroke="mark", stroke_width=2)

    def _start_label(self, space: Space, labels: ClearLabels) -> Iterator[str]:
        """Write the baseline's value on the side to which its line does not go."""
        known, start = self._known()
        for pair in start:
            first = (known or start)[0]
            falling = first[1] < pair[1] or (first == pair and self.one.direction == "decrease")
            value = value_text(self.one.baseline.value, self.lang, self._unit()) if self.one.baseline else ""
            places = around(space.at(pair), 5, ("NE", "SE") if falling else ("SE", "NE"), _GAPS)
            yield from labels.put(f"{pick(BASELINE, self.lang)} {value}", places, size=_SMALL, fill="ink2")
