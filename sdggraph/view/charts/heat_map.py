"""A heat map: rows against columns, a figure in each cell; colour only repeats what the figure says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.view.charts.svg import dark_text_on, drawing, element, goal_colour, group, label
from sdggraph.view.charts.text_width import fit, text_width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Cell", "Head", "HeatMap", "caption", "heat_step", "text_on"]

_PAD = 12
_ROW = 32
_CHIP = 34
_LEAST_COLUMN = 26
_MOST_COLUMN = 120
_LEVEL_TEXT = 66  # from this width on, a column's title is written level; below, upright
_UPRIGHT = 132
_SMALL, _BODY, _SENTENCE = 11, 12, 15


@dataclass(frozen=True, slots=True)
class Head:
    """What a row or column is: its title, the code of the goal or target it is about, and whether it stands out."""

    title: str
    code: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: its figure, its colour, a smaller figure beside it, and what a mouse over it shows."""

    text: str
    paint: str
    more: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All that a heat map shows.

    Attributes:
        name: What ids begin with.
        title: The sentence above it.
        description: What it shows, in words.
        rows: The rows.
        columns: The columns.
        cells: What stands in each cell that isn't empty, by row and column.
        legend: What each colour means.
        notes: What is said below.
        lang: The language.
    """

    name: str
    title: str
    description: str
    rows: Sequence[Head]
    columns: Sequence[Head]
    cells: Mapping[tuple[int, int], Cell]
    legend: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    lang: str = "en"

    def draw(self, width: int) -> str:
        """Draw it; it becomes wider than asked where the columns would else be too narrow for their figures."""
        heads = min(max(width * 0.3, 118), 300)
        column = (width - 2 * _PAD - heads) / max(len(self.columns), 1)
        column = min(max(column, _LEAST_COLUMN), _MOST_COLUMN)
        whole = max(width, round(2 * _PAD + heads + column * len(self.columns)))
        parts, y = caption(self.title, whole, _PAD)
        above = self._columns(column, _PAD + heads, y)
        parts += above[0]
        y = above[1]
        for number, head in enumerate(self.rows):
            parts += self._row(number, head, y + number * _ROW, heads, column)
        y += len(self.rows) * _ROW + 12
        below, y = self._below(whole, y)
        return drawing(
            whole, y, [*_ground(whole, y), *parts, *below],
            name=self.name, title=self.title, description=self.description, lang=self.lang,
            shrinks=whole == width,
        )  # fmt: skip

    def _columns(self, column: float, x: float, y: float) -> tuple[list[str], float]:
        """Write the titles of the columns: level where there is room, else upright."""
        parts = []
        if column >= _LEVEL_TEXT:
            lines = [wrap(_titled(head), column - 8, _SMALL, lines=4) for head in self.columns]
            height = 14 * max((len(one) for one in lines), default=0) + 6
            for number, one in enumerate(lines):
                for place, text in enumerate(one):
                    base = y + height - 8 - 14 * (len(one) - 1 - place)
                    middle = x + (number + 0.5) * column
                    parts.append(label(middle, base, text, size=_SMALL, fill="ink2", anchor="middle"))
            return parts, y + height
        titles = [fit(_titled(head), _UPRIGHT, _SMALL) for head in self.columns]
        tallest = max((text_width(text, _SMALL) for text in titles), default=0.0)
        upright = tallest + 12
        for number, text in enumerate(titles):
            at = f"translate({x + (number + 0.5) * column + 4:.1f} {y + upright - 6:.1f}) rotate(-90)"
            parts.append(label(0, 0, text, size=_SMALL, fill="ink2", transform=at))
        return parts, y + upright

    def _row(self, number: int, head: Head, y: float, heads: float, column: float) -> Iterator[str]:
        x = float(_PAD)
        if head.code is not None:
            yield element("rect", x=x, y=y + 6, width=_CHIP, height=_ROW - 12, rx=4, fill=goal_colour(head.code))
            ink = dark_text_on(head.code)
            middle = x + _CHIP / 2
            yield label(middle, y + _ROW / 2 + 4, head.code, size=_SMALL, fill=ink, anchor="middle", font_weight=600)
            x += _CHIP + 6
        lines = wrap(head.title, _PAD + heads - x - 8, _SMALL, lines=2, bold=head.strong)
        weight = 700 if head.strong else None
        for place, text in enumerate(lines):
            yield label(
                x, y + _ROW / 2 + 4 + 13 * (place - (len(lines) - 1) / 2), text, size=_SMALL, font_weight=weight
            )
        for at in range(len(self.columns)):
            yield self._cell(self.cells.get((number, at)), _PAD + heads + at * column, y, column)

    def _cell(self, cell: Cell | None, x: float, y: float, column: float) -> str:
        box = {"x": x + 1, "y": y + 1, "width": column - 2, "height": _ROW - 2, "rx": 3}
        if cell is None:
            return element("rect", **box, fill="sunk")
        ink, middle, base = text_on(cell.paint), x + column / 2, y + _ROW / 2 + 4
        room = text_width(f"{cell.text} {cell.more}", _BODY) + 6
        if cell.more and room <= column:
            shown = [
                label(middle - 2, base, cell.text, fill=ink, anchor="end", font_weight=600),
                label(middle + 2, base, cell.more, size=_SMALL, fill=ink),
            ]
        else:
            shown = [label(middle, base, cell.text, fill=ink, anchor="middle", font_weight=600)]
        return group([element("rect", **box, fill=cell.paint), *shown], title=cell.hint or None)

    def _below(self, whole: float, y: float) -> tuple[list[str], float]:
        """Draw the legend and the notes."""
        parts: list[str] = []
        x = float(_PAD)
        for paint, said in self.legend:
            room = 22 + text_width(said, _SMALL) + 14
            if x + room > whole - _PAD and x > _PAD:
                x, y = float(_PAD), y + 20
            parts.append(element("rect", x=x, y=y, width=16, height=14, rx=3, fill=paint))
            parts.append(label(x + 22, y + 11, said, size=_SMALL, fill="ink2"))
            x += room
        y += 24 if self.legend else 0
        for note in self.notes:
            for text in wrap(note, whole - 2 * _PAD, _SMALL, lines=6):
                parts.append(label(_PAD, y + 10, text, size=_SMALL, fill="ink3"))
                y += 15
        return parts, y + 8


def caption(text: str, width: float, y: float) -> tuple[list[str], float]:
    """Write the sentence above a chart; give where what follows may begin."""
    lines = wrap(text, width - 2 * _PAD, _SENTENCE, lines=5, bold=True)
    parts = [
        label(_PAD, y + 16 + 20 * place, line, size=_SENTENCE, font_weight=600) for place, line in enumerate(lines)
    ]
    return parts, y + 20 * len(lines) + 12


def _ground(width: float, height: float) -> Iterator[str]:
    yield element("rect", x=0, y=0, width=width, height=height, fill="surface")


def _titled(head: Head) -> str:
    return f"{head.code} {head.title}" if head.code else head.title


def text_on(paint: str) -> str:
    """Give the colour of text that can be read on a cell's colour."""
    return "on-heat-high" if paint in ("heat4", "heat5", "harm3") else "on-heat-low"


def heat_step(value: float, most: float) -> str:
    """Give the colour of a figure: the largest is the darkest."""
    if most <= 1:
        return "heat3"
    return f"heat{1 + min(4, int(5 * (value - 1) / most))}"
