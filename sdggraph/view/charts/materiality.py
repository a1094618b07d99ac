"""The materiality matrix drawn: each goal a disc, its name where there is room, and the list of all of them beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdggraph.analysis.materiality import QUADRANTS
from sdggraph.analysis.materiality_words import AXES, QUADRANT_WORDS
from sdggraph.base.words import pick
from sdggraph.view.charts.heat_map import caption
from sdggraph.view.charts.placing import Box, apart, room_for
from sdggraph.view.charts.svg import dark_text_on, drawing, element, goal_colour, group, label, path
from sdggraph.view.charts.text_width import fit, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from sdggraph.analysis.materiality import GoalMateriality, Materiality
    from sdggraph.analysis.materiality_scores import Score

__all__ = ["materiality_chart"]

_PAD = 12
_RADIUS = 11
_TOP = 5  # the axes go from 0 to 5
_WIDE = 640  # from this width on, the list stands beside the matrix
_LARGEST = 560
_ROW = 22
_SMALL = 11
_HALO: dict[str, Any] = {"stroke": "ground", "stroke_width": 3, "stroke_linejoin": "round", "paint_order": "stroke"}
"""What keeps a text readable where a line runs under it."""


def materiality_chart(found: Materiality, lang: str, *, width: int = 960) -> str:
    """Draw the matrix, and the list behind it.

    Args:
        found: The matrix.
        lang: The language.
        width: In pixels; from 640 on, the list stands beside the matrix, else below.
    """
    parts, top = caption(_sentence(found, lang), width, _PAD)
    wide = width >= _WIDE
    side = min(_LARGEST, width * 0.58 if wide else width - 2 * _PAD) - 34
    plot = Box(_PAD + 34, top + 4, side, side)
    matrix = _Matrix(found, lang, plot)
    parts += matrix.parts()
    foot = plot.y + side + 48
    x, y, room = (plot.x + side + 28, plot.y, width - plot.x - side - 28 - _PAD) if wide else (_PAD, foot, width - 24)
    listed, end = _list(found, lang, Box(x, y, room, 0))
    height = max(foot, end) + 4
    ground = element("rect", x=0, y=0, width=width, height=height, fill="surface")
    return drawing(
        width, height, [ground, *parts, *listed],
        name="materiality", title=_sentence(found, lang), description=_described(found, lang), lang=lang,
    )  # fmt: skip


def _sentence(found: Materiality, lang: str) -> str:
    nb = lang == "nb"
    if not found.placed:
        return "Ingen bærekraftsmål er vurdert på begge akser." if nb else "No goal has been assessed on both axes."
    count, whole = len(found.in_quadrant("act")), len(found.placed)
    limit = _figure(found.threshold, lang)
    if nb:
        return f"{count} av {whole} vurderte bærekraftsmål er både viktige og mulige å påvirke ({limit} eller mer)."
    return f"{count} of {whole} assessed goals both matter and can be moved ({limit} or more)."


def _described(found: Materiality, lang: str) -> str:
    """Say all of the drawing in words."""
    said = []
    for quadrant in QUADRANTS:
        goals = found.in_quadrant(quadrant)
        if goals:
            each = "; ".join(
                f"{one.code} {found.graph.title(f'sdg:{one.code}', lang)} ({_pair(one, lang)})" for one in goals
            )
            said.append(f"{pick(QUADRANT_WORDS[quadrant], lang)}: {each}.")
    axes = " / ".join(pick(words, lang) for words in AXES.values())
    return f"{axes}. " + " ".join(said)


@dataclass(slots=True)
class _Matrix:
    """The square with its quadrants, axes, discs and names."""

    found: Materiality
    lang: str
    plot: Box

    def at(self, impact: Decimal | float, stakeholders: Decimal | float) -> tuple[float, float]:
        """Give where a pair of figures stands."""
        scale = self.plot.width / _TOP
        return self.plot.x + float(impact) * scale, self.plot.y + self.plot.height - float(stakeholders) * scale

    def parts(self) -> list[str]:
        """Draw everything."""
        return [*self._quadrants(), *self._axes(), *self._goals()]

    def _quadrants(self) -> Iterator[str]:
        plot, limit = self.plot, float(self.found.threshold)
        x, y = self.at(limit, limit)
        yield element("rect", x=plot.x, y=plot.y, width=plot.width, height=plot.height, fill="ground", stroke="strong")
        yield element("rect", x=x, y=plot.y, width=plot.x + plot.width - x, height=y - plot.y, fill="note-ground")
        for ends in (((x, plot.y), (x, plot.y + plot.height)), ((plot.x, y), (plot.x + plot.width, y))):
            yield path(ends, stroke="strong", stroke_dasharray="4 3")

    def _corners(self, taken: list[Box]) -> Iterator[tuple[str, Box]]:
        """Give where the name of each quadrant stands: in a corner of it where nothing else does."""
        plot, limit = self.plot, float(self.found.threshold)
        x, y = self.at(limit, limit)
        right, bottom = plot.x + plot.width, plot.y + plot.height
        spans = {
            "act": Box(x, plot.y, right - x, y - plot.y),
            "join": Box(plot.x, plot.y, x - plot.x, y - plot.y),
            "run": Box(x, y, right - x, bottom - y),
            "watch": Box(plot.x, y, x - plot.x, bottom - y),
        }
        for quadrant, span in spans.items():
            width = text_width(pick(QUADRANT_WORDS[quadrant], self.lang), _SMALL, bold=True) + 4
            sides = [span.x + 4, span.x + span.width - width - 4]
            levels = [span.y + 4, span.y + span.height - 20]
            if quadrant in ("act", "run"):
                sides.reverse()
            if quadrant in ("run", "watch"):
                levels.reverse()
            box = room_for([Box(side, level, width, 16) for level in levels for side in sides], taken, span)
            if box is not None:
                yield quadrant, box

    def _axes(self) -> Iterator[str]:
        plot = self.plot
        for value in range(_TOP + 1):
            x, y = self.at(value, value)
            text = str(value)
            yield label(x, plot.y + plot.height + 15, text, size=_SMALL, fill="ink3", anchor="middle")
            yield label(plot.x - 7, y + 4, text, size=_SMALL, fill="ink3", anchor="end")
        middle = plot.x + plot.width / 2
        across = fit(pick(AXES["impact"], self.lang) + " →", plot.width, 12)
        up = fit(pick(AXES["stakeholders"], self.lang) + " →", plot.height, 12)
        yield label(middle, plot.y + plot.height + 34, across, fill="ink2", anchor="middle")
        turned = f"translate({plot.x - 22:.1f} {plot.y + plot.height / 2:.1f}) rotate(-90)"
        yield label(0, 0, up, fill="ink2", anchor="middle", transform=turned)

    def _goals(self) -> Iterator[str]:
        """Draw each goal's disc, moved aside if it would cover another, and its name where there is room."""
        placed = [(one, one.stakeholders, one.impact) for one in self.found.placed]
        true = [self.at(impact.mean, said.mean) for _, said, impact in placed if said and impact]
        inner = Box(
            self.plot.x + _RADIUS + 1,
            self.plot.y + _RADIUS + 1,
            self.plot.width - 2 * _RADIUS - 2,
            self.plot.height - 2 * _RADIUS - 2,
        )
        held = [
            (min(max(x, inner.x), inner.x + inner.width), min(max(y, inner.y), inner.y + inner.height)) for x, y in true
        ]
        centres = apart(held, 2 * _RADIUS + 3, inner)
        for (one, said, impact), point in zip(placed, true, strict=True):
            yield from self._spread(one, said, impact, point)
        for point, centre in zip(true, centres, strict=True):
            if abs(point[0] - centre[0]) + abs(point[1] - centre[1]) > 3:
                yield path([point, centre], stroke="mark")
                yield element("circle", cx=point[0], cy=point[1], r=2.5, fill="mark")
        taken = [Box(x - _RADIUS - 2, y - _RADIUS - 2, 2 * _RADIUS + 4, 2 * _RADIUS + 4) for x, y in centres]
        for quadrant, box in self._corners(taken):
            taken.append(box)
            text = pick(QUADRANT_WORDS[quadrant], self.lang)
            middle = box.x + box.width / 2
            yield label(middle, box.y + 12, text, size=_SMALL, fill="ink3", anchor="middle", font_weight=600, **_HALO)
        for (one, _, _), (x, y) in zip(placed, centres, strict=True):
            hint = f"{one.code} {self._title(one)}: {_pair(one, self.lang)}"
            disc = [
                element(
                    "circle", cx=x, cy=y, r=_RADIUS, fill=goal_colour(one.code), stroke="surface", stroke_width=1.5
                ),
                label(x, y + 4, one.code, size=_SMALL, fill=dark_text_on(one.code), anchor="middle", font_weight=600),
            ]
            yield group(disc, title=hint)
            yield from self._name(one, x, y, taken)

    def _spread(
        self, one: GoalMateriality, said: Score | None, impact: Score | None, point: tuple[float, float]
    ) -> Iterator[str]:
        """Draw one standard deviation to each side."""
        scale = self.plot.width / _TOP
        plot, colour = self.plot, goal_colour(one.code)
        if impact is not None and impact.spread:
            reach = float(impact.spread) * scale
            left, right = max(point[0] - reach, plot.x), min(point[0] + reach, plot.x + plot.width)
            yield path([(left, point[1]), (right, point[1])], stroke=colour, stroke_opacity=0.55, stroke_width=1.5)
        if said is not None and said.spread:
            reach = float(said.spread) * scale
            top, bottom = max(point[1] - reach, plot.y), min(point[1] + reach, plot.y + plot.height)
            yield path([(point[0], top), (point[0], bottom)], stroke=colour, stroke_opacity=0.55, stroke_width=1.5)

    def _name(self, one: GoalMateriality, x: float, y: float, taken: list[Box]) -> Iterator[str]:
        text = fit(self._title(one), 150, _SMALL)
        width = text_width(text, _SMALL) + 4
        aside, half = _RADIUS + 4, width / 2
        candidates = [
            Box(x + aside, y - 8, width, 16),
            Box(x - aside - width, y - 8, width, 16),
            Box(x - half, y - _RADIUS - 19, width, 16),
            Box(x - half, y + _RADIUS + 3, width, 16),
        ]
        box = room_for(candidates, taken, self.plot)
        if box is not None:
            taken.append(box)
            yield label(box.x + 2, box.y + 12, text, size=_SMALL, fill="ink2", **_HALO)

    def _title(self, one: GoalMateriality) -> str:
        return self.found.graph.title(f"sdg:{one.code}", self.lang)


def _list(found: Materiality, lang: str, room: Box) -> tuple[list[str], float]:
    """Write the goals by quadrant, the most material first, with both figures; give where it ends."""
    parts: list[str] = []
    y = room.y
    for quadrant in (*QUADRANTS, None):
        goals = found.in_quadrant(quadrant) if quadrant else tuple(one for one in found.goals if one.quadrant is None)
        if not goals:
            continue
        heading = pick(QUADRANT_WORDS[quadrant], lang)
        parts.append(label(room.x, y + 14, heading[0].upper() + heading[1:], font_weight=600))
        y += 20
        for one in goals:
            figures = _pair(one, lang)
            box = element("rect", x=room.x, y=y + 2, width=24, height=_ROW - 5, rx=4, fill=goal_colour(one.code))
            code = label(
                room.x + 12,
                y + 14.5,
                one.code,
                size=_SMALL,
                fill=dark_text_on(one.code),
                anchor="middle",
                font_weight=600,
            )
            taken = text_width(figures, _SMALL) + 10
            title = fit(found.graph.title(f"sdg:{one.code}", lang), room.width - 32 - taken, 12)
            parts += [box, code, label(room.x + 32, y + 15, title)]
            parts.append(label(room.x + room.width, y + 15, figures, size=_SMALL, fill="ink2", anchor="end"))
            y += _ROW
        y += 10
    return parts, y


def _pair(one: GoalMateriality, lang: str) -> str:
    """Give both figures: importance / impact."""
    return " / ".join(
        "\N{EN DASH}" if score is None else _figure(score.mean, lang) for score in (one.stakeholders, one.impact)
    )


def _figure(value: Decimal, lang: str) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if lang == "nb" else text
