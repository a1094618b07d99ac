"""An indicator's progress drawn: baseline, measurements, the way that was expected, the target value, the bands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from sdggraph.analysis.status.words import BANDS, aim_text, result_text, value_text
from sdggraph.base.words import pick, words
from sdggraph.model.progress import band_of, moment
from sdggraph.view.charts.svg import drawing, element, group, label, path
from sdggraph.view.charts.text_width import fit, text_width
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
_EXPECTED = words("expected", "ventet")
_BASELINE = words("baseline", "nullpunkt")
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
            return [ground, *self._words()]
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
            return [ground, *self._words()]
        space = self._space(points + aims + series)
        return [
            ground,
            *self._bands(space),
            *self._grid(space),
            *self._parts_of_series(space),
            *self._expected(space),
            *self._measured(space),
            *self._aims(space),
            *self._start(space),
        ]

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
        for name in ("acceptable", "desired"):
            for low, high in getattr(self.one.indicator, name):
                bottom = space.values[0] if low is None else max(float(low), space.values[0])
                top = space.values[1] if high is None else min(float(high), space.values[1])
                if top <= bottom:
                    continue
                y, end = space.y(top), space.y(bottom)
                yield element(
                    "rect", x=_LEFT, y=y, width=self.width - _LEFT - _RIGHT, height=end - y, fill=f"{name}-ground"
                )
                if end - y >= 16:
                    text = pick(BANDS[name], self.lang)
                    middle = (y + end) / 2
                    struck = any(
                        abs(space.y(line) - middle) < 7 for line in self._lines(space)
                    )  # by a line of the grid
                    down = 15 if struck and end - middle >= 20 else 4
                    yield label(self.width - _RIGHT - 12, middle + down, text, size=_SMALL, fill=name, anchor="end")

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

    def _parts_of_series(self, space: Space) -> Iterator[str]:
        """Draw parts as thin lines, each named at its end."""
        taken: list[float] = []
        for some in self._series():
            pairs = [space.at(pair) for pair in numbers_of(list(some.points))]
            if not pairs:
                continue
            yield path(pairs, stroke="ink3", stroke_width=1) if len(pairs) > 1 else ""
            x, y = pairs[-1]
            yield element("circle", cx=x, cy=y, r=2, fill="ink3")
            beside = y + 4
            while any(abs(beside - other) < 12 for other in taken):
                beside += 12
            taken.append(beside)
            yield label(x + 7, beside, fit(str(some.part), 110, _SMALL), size=_SMALL, fill="ink3")

    def _expected(self, space: Space) -> Iterator[str]:
        way = self.one.path
        if way is None:
            return
        pairs = [space.at((float(at), float(value))) for at, value in zip(way.moments, way.values, strict=True)]
        yield path(pairs, stroke="ink3", stroke_width=1.5, stroke_dasharray="5 3.5")
        begun = float(moment(self.one.latest.date.end)) if self.one.latest else space.times[0]
        ahead = begun + 0.45 * (float(way.moments[-1]) - begun)
        x, y = space.at((ahead, float(way.at(Fraction(ahead)))))
        yield label(
            x, y + (16 if way.values[-1] > way.values[0] else -8), pick(_EXPECTED, self.lang), size=_SMALL, fill="ink3"
        )

    def _measured(self, space: Space) -> Iterator[str]:
        known = list(numbers_of(list(self.one.points)))
        start = list(numbers_of([self.one.baseline])) if self.one.baseline else []
        if len(start + known) > 1:
            yield path(map(space.at, start + known), stroke="ink2", stroke_width=2)
        for point, pair in zip((one for one in self.one.points if isinstance(one.value, Decimal)), known, strict=True):
            yield self._dot(point, *space.at(pair))
        if known and self.one.latest is not None:
            x, y = space.at(known[-1])
            text = value_text(self.one.latest.value, self.lang, self._unit())
            before = (start + known)[-2][1] if len(start + known) > 1 else known[-1][1]
            yield label(
                x, y + (-11 if known[-1][1] >= before else 21), text, size=_TEXT, anchor="middle", font_weight=600
            )

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

    def _aims(self, space: Space) -> Iterator[str]:
        dated = [aim for aim in self.one.aims if aim.date and aim.ends]
        for number, aim in enumerate(dated):
            last = number == len(dated) - 1
            yield from self._aim(space, aim, 6 if last else 4.5, named=last)

    def _aim(self, space: Space, aim: Aim, size: float, *, named: bool) -> Iterator[str]:
        if aim.date is None or aim.ends is None:
            return
        low, high = (space.values[side] if end is None else float(end) for side, end in enumerate(aim.ends))
        x = space.x(float(moment(aim.date.end)))
        if high > low:
            yield path([(x, space.y(low)), (x, space.y(high))], stroke="ink", stroke_width=2.5)
        way = self.one.path
        wanted = float(way.at(moment(aim.date.end))) if way is not None else (low + high) / 2
        y = space.y(min(max(wanted, low), high))
        text = aim_text(self.one, aim, self.lang, self._unit())
        diamond = path([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], closed=True, fill="ink")
        yield group([diamond], title=f"{aim.date}: {text}")
        if named:
            shown = fit(f"{pick(_TARGET, self.lang)} {text}", _RIGHT - 18, _TEXT, bold=True)
            yield label(x + size + 6, y + 4, shown, size=_TEXT, font_weight=600)

    def _start(self, space: Space) -> Iterator[str]:
        pairs = list(numbers_of([self.one.baseline])) if self.one.baseline else []
        for pair in pairs:
            x, y = space.at(pair)
            text = (
                f"{pick(_BASELINE, self.lang)} {value_text(self.one.baseline.value, self.lang, self._unit())}"
                if self.one.baseline
                else ""
            )
            yield element("circle", cx=x, cy=y, r=5, fill="surface", stroke="mark", stroke_width=2)
            first = next(numbers_of(list(self.one.points)), pair)
            falling = first[1] < pair[1] or (first == pair and self.one.direction == "decrease")
            yield label(
                x + 2, y - 10 if falling else min(self.height - _BOTTOM - 4, y + 20), text, size=_SMALL, fill="ink2"
            )

    def _words(self) -> Iterator[str]:
        """Draw what is told in words on a line of time."""
        points = [*([self.one.baseline] if self.one.baseline else []), *self.one.points]
        y = self.height / 2
        if not points:
            yield label(
                self.width / 2, y, result_text("not_measured", self.lang), size=_TEXT, fill="faded", anchor="middle"
            )
            return
        room = (self.width - 48) / len(points)
        yield path([(24, y), (self.width - 24, y)], stroke="strong", stroke_width=1.5)
        for number, point in enumerate(points):
            x = 24 + room * (number + 0.5)
            first = point is self.one.baseline
            yield element("circle", cx=x, cy=y, r=5, fill="surface" if first else "ink2", stroke="mark", stroke_width=2)
            text = fit(value_text(point.value, self.lang), room - 8, _TEXT)
            yield label(x, y - 14, text, size=_TEXT, anchor="middle")
            below = f"{point.date} {pick(_BASELINE, self.lang)}" if first else str(point.date)
            if text_width(below, _SMALL) > room:
                below = str(point.date)
            yield label(x, y + 24, below, size=_SMALL, fill="ink3", anchor="middle")
