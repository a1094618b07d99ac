"""Finding the heading rows of a table, and what each column holds.

A heading may stand in one row, or in two: a track over its objective, strategy and interests. A title block may stand
above. The rows that make most sense as headings are taken.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.base.grids import cell_text
from sdggraph.base.nearby import Names
from sdggraph.io.tables.vocabulary import Column, Group, Meaning, folded, meaning_of, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sdggraph.io.tables.sheet import Sheet

__all__ = ["Heading", "Headings", "Slot", "find_headings"]

_SEARCHED_ROWS = 40
_SEARCHED_COLUMNS = 100
_SHORTEST_MISSPELT = 5
_YEAR = re.compile(r"20\d\d")

Slot: TypeAlias = tuple[Column, Group | None]
"""What a column holds, and the track or group it stands under."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one column, where it stands, and what it means.

    Attributes:
        meant: The known heading that a misspelt one was read as.
        raw: The cell's value as it stands.
    """

    text: str
    row: int
    column: int
    slot: Slot | None = None
    meant: str | None = None
    raw: object = None


@dataclass(slots=True)
class Headings:
    """The headings of a table: one a column, the first row of them (``top``), and the first row below them."""

    columns: list[Heading]
    first_row: int
    languages: Counter[str] = field(default_factory=Counter)
    title: str | None = None
    top: int = 0

    @property
    def known(self) -> int:
        """The number of columns whose headings are known."""
        return sum(heading.slot is not None for heading in self.columns)

    def slots(self) -> set[Slot]:
        """Give what the columns hold."""
        return {heading.slot for heading in self.columns if heading.slot is not None}

    def holds(self, *columns: Column) -> bool:
        """Say whether there is a column for any of these."""
        return any(column in columns for column, _ in self.slots())

    def keep(self, columns: frozenset[Column]) -> None:
        """Let go of what a layout has no use for: such a column is one that nobody knows, and is kept as notes."""
        self.columns = [
            heading if heading.slot is None or heading.slot[0] in columns else replace(heading, slot=None, meant=None)
            for heading in self.columns
        ]

    def at(self, column: Column, group: Group | None = None) -> list[int]:
        """Give the numbers of the columns that hold something, under a group or under none."""
        return [heading.column for heading in self.columns if heading.slot == (column, group)]

    def by_column(self) -> Mapping[int, str]:
        """Give each column's heading."""
        return {heading.column: heading.text for heading in self.columns}

    @property
    def language(self) -> str:
        """The language of the headings: nynorsk only if more of them are nynorsk alone than bokmål alone."""
        norwegian = self.languages["nb"] + self.languages["nn"]
        if self.languages["en"] > norwegian:
            return "en"
        return "nn" if self.languages["nn"] > self.languages["nb"] else "nb"


def find_headings(sheet: Sheet, own: Mapping[str, Column] | None = None) -> Headings | None:
    """Find the headings of a sheet; None where no row makes sense as such. ``own`` are known besides, and first."""
    known = _Known(own or {})
    rows = [[cell_text(value) for value in row[:_SEARCHED_COLUMNS]] for row in sheet.rows[: _SEARCHED_ROWS + 1]]
    best: tuple[float, int, int] | None = None
    for number in range(min(len(rows), _SEARCHED_ROWS)):
        for depth in (1, 2):
            score = _score(rows[number : number + depth], depth, known)
            if depth == 2 and score <= _score(rows[number + 1 : number + 2], 1, known):
                continue  # the upper row says nothing of the columns
            if score >= 2 and (best is None or score > best[0]):
                best = (score, number, depth)
    if best is None:
        return None
    _, number, depth = best
    headings = _headings(rows[number : number + depth], number, sheet, known)
    above = [text for row in rows[:number] for text in row if text]
    headings.top = number
    headings.title = above[0] if above and len(above[0]) <= 200 else None
    return headings


@dataclass(slots=True)
class _Known:
    """The headings that are known: the user's own, by their folded form, and those that everybody uses."""

    own: Mapping[str, Column]
    _names: Names | None = None

    def meaning(self, text: str) -> Meaning | None:
        column = self.own.get(folded(text)) if self.own and text else None
        return Meaning(column, None, frozenset(), text) if column is not None else meaning_of(text)

    def near(self, text: str) -> Meaning | None:
        """Give what a misspelt heading probably means."""
        if self._names is None:
            self._names = Names((*self.own, *phrases()))
        close = self._names.nearest(folded(text))
        if not close:
            return None
        own = self.own.get(close[0])
        return Meaning(own, None, frozenset(), close[0]) if own is not None else phrases()[close[0]]


def _score(rows: Sequence[Sequence[str]], depth: int, known: _Known) -> float:
    """Count what makes sense in a heading of one or two rows; a group over its columns counts half."""
    if len(rows) < depth:
        return 0
    own, over = _two_rows(rows)
    years = {text for text in own if _YEAR.fullmatch(text)}
    score = 0.0
    for at, text in enumerate(own):
        if text in years and len(years) > 1:  # two years may be a heading; one stands in many a row
            above = known.meaning(over.get(at, ""))
            score += 0.5 + (0.5 if above is not None and above.column == "budget" else 0)
            continue
        found = known.meaning(text)
        if found is not None and found.column is not None:
            score += 1
            above = known.meaning(over.get(at, ""))
            score += 0.5 if above is not None and above.group is not None else 0
        elif text and depth == 2 and at < len(rows[0]) and at < len(rows[1]) and rows[0][at] and rows[1][at]:
            score -= 1  # text below a heading is data, unless it is a heading itself
    return score


def _two_rows(rows: Sequence[Sequence[str]]) -> tuple[list[str], dict[int, str]]:
    """Give each column's own heading, and the heading that stands over it, which reaches to the next one's column."""
    if len(rows) == 1:
        return list(rows[0]), {}
    top, below = rows
    own: list[str] = []
    over: dict[int, str] = {}
    group = ""
    for at in range(max(len(top), len(below))):
        above = top[at] if at < len(top) else ""
        text = below[at] if at < len(below) else ""
        group = above or group
        own.append(text or above)
        if text:
            over[at] = group
    return own, over


def _headings(rows: Sequence[Sequence[str]], first: int, sheet: Sheet, known: _Known) -> Headings:
    own, over = _two_rows(rows)
    found = Headings([], first + len(rows))
    for at, text in enumerate(own):
        if not text:
            continue
        row = first + len(rows) - 1
        while row > first and not sheet.text(row, at):
            row -= 1
        group = _group(over.get(at, ""), sheet, first, at)
        heading = _heading(text, row, at, group, known, found.languages)
        found.columns.append(replace(heading, raw=sheet.value(row, at)))
    return found


def _group(text: str, sheet: Sheet, row: int, column: int) -> Group | None:
    """Give the group over a column; one whose merged cells end before the column doesn't reach it."""
    meaning = meaning_of(text)
    if meaning is None:
        return None
    start = _latest(sheet, row, column)
    ends = next((last for first, (_, last) in sheet.merges if first == (row, start)), column)
    return meaning.group if ends >= column else None


def _latest(sheet: Sheet, row: int, column: int) -> int:
    """Give the column of the nearest text to the left in a row."""
    while column >= 0 and not sheet.text(row, column):
        column -= 1
    return column


def _heading(text: str, row: int, column: int, group: Group | None, known: _Known, languages: Counter[str]) -> Heading:
    meaning = known.meaning(text)
    meant = None
    if (meaning is None or meaning.column is None) and len(text) >= _SHORTEST_MISSPELT:
        close = known.near(text)
        if close is not None and close.column is not None:
            meaning, meant = close, close.said
    if meaning is None or meaning.column is None:
        return Heading(text, row, column)
    languages.update(meaning.languages)
    held = _in_group(meaning.column, group)
    return Heading(text, row, column, (held, group if group != "preconditions" else None), meant)


def _in_group(column: Column, group: Group | None) -> Column:
    """Give what a column holds under a track: a goal there is the municipality's own."""
    return "objective" if column == "goal" and group not in (None, "preconditions") else column
