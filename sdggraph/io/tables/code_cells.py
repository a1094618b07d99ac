"""The codes in a cell, each read or repaired, and what was odd about them noted at the cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.base.diagnostics import Finding
from sdggraph.catalogue import read_code, split_codes
from sdggraph.io.tables.spoilt import as_date, unspoilt
from sdggraph.io.tables.vocabulary import meaning_of
from sdggraph.model.codes import code_kind, target_of
from sdggraph.model.kinds import kinds_phrase, one_of_kind

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Fix
    from sdggraph.catalogue import CodePiece, CodeReading
    from sdggraph.io.tables.sheet import Sheet

__all__ = ["CodeCells"]

_KINDS = {"goal": "Goal", "target": "Target", "indicator": "GlobalIndicator"}
_LONGEST_SHOWN = 60
_LAST_GOAL = 17
_COMMA = re.compile(r"(\d{1,2}),(\d{1,2})", re.ASCII)

Span: TypeAlias = tuple[int, int]
_RANGED: Span = (-1, -1)
"""Stands for the place of a code that a range was written out to."""

_NOTHING = frozenset({"", "-", "\u2013", "\u2014", "?", "n/a", "x", "ingen", "none", "ikke aktuelt", "ikkje aktuelt"})


@dataclass(slots=True)
class CodeCells:
    """Reads the cells of codes of one sheet; what it notes is about the plan as a whole."""

    plan: str
    findings: list[Finding]
    _cells: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    _plain: dict[tuple[str, str | None, tuple[str, ...]], tuple[str, ...]] = field(default_factory=dict)

    def read(
        self, sheet: Sheet, row: int, column: int, kinds: tuple[str, ...], goal: str | None = None
    ) -> tuple[str, ...]:
        """Give the codes in a cell that are of the kinds wanted; note the others, and what had to be repaired.

        A cell that is asked for again, as a merged one is, is read once.

        Args:
            sheet: The sheet.
            row: The cell's row.
            column: Its column.
            kinds: ``goal`` and ``target``: which of them belong here. An indicator stands for its target.
            goal: The goal that the row is about, which decides where several may be meant.
        """
        codes = self._cells.get((row, column))
        if codes is None:
            codes = self._cells[row, column] = self._read(sheet, row, column, kinds, goal)
        return codes

    def _read(self, sheet: Sheet, row: int, column: int, kinds: tuple[str, ...], goal: str | None) -> tuple[str, ...]:
        value = sheet.value(row, column)
        if value.__class__ in (int, float) and 0 < value <= _LAST_GOAL and value == int(value):
            value = str(int(value))  # a goal, whatever the cell's format
        known = self._plain.get((value, goal, kinds)) if value.__class__ is str else None
        if known is not None:
            return known
        if value.__class__ is str and (value.strip().lower() in _NOTHING):
            return ()
        spot = _Spot(self, sheet, row, column, kinds, goal)
        if value.__class__ is not str or as_date(value) is not None:
            return spot.odd_value(value)
        before = len(self.findings)
        codes = spot.text(value)
        if len(self.findings) == before:
            self._plain[value, goal, kinds] = codes
        return codes


@dataclass(slots=True)
class _Spot:
    """One cell of codes."""

    cells: CodeCells
    sheet: Sheet
    row: int
    column: int
    kinds: tuple[str, ...]
    goal: str | None

    def note(self, rule: str, variant: str | None = None, fix: Fix | None = None, **values: Any) -> None:
        place = self.sheet.place(self.row, self.column)
        self.cells.findings.append(Finding(rule, self.cells.plan, (), values, (), place, fix, None, variant))

    def _written(self, new: str, span: Span | None, *, safe: bool) -> Fix | None:
        """Give the fix that writes a code where another text stands; one of a range isn't mended by itself."""
        return self.sheet.fix(self.row, self.column, new, span, safe=safe) if span != _RANGED else None

    def odd_value(self, value: Any) -> tuple[str, ...]:
        """Read a number or a date."""
        number_format = self.sheet.number_format(self.row, self.column) if value.__class__ is not str else None
        text, oddity = unspoilt(value, number_format, self.goal)
        if oddity is None:
            return self._joined_or_nothing(text, None)
        self.note(oddity[0], fix=self._written(text, None, safe=oddity[0] == "SDG002"), **oddity[1])
        return self._joined(text)

    def text(self, text: str) -> tuple[str, ...]:
        """Read a text of one code or several."""
        found: dict[str, None] = {}
        for piece in split_codes(text):
            if piece.text.strip().lower() in _NOTHING:
                continue
            span = _RANGED if piece.ranged else _stripped(piece)
            found.update(dict.fromkeys(self._joined_or_nothing(piece.text, span)))
        return tuple(found)

    def _joined_or_nothing(self, text: str, span: Span | None) -> tuple[str, ...]:
        reading = _read(text, self.goal)
        goals = _two_goals(text)
        if goals and self.kinds == ("goal",):
            return goals
        if goals and reading.code is not None and self._is_of_goals():
            self.note("SDG003", code=reading.code, other=", ".join(goals))
            return self._joined(reading.code)
        shown = text.strip()[:_LONGEST_SHOWN]
        if reading.status == "withdrawn":
            new = reading.candidates[0] if reading.candidates else ""
            fix = self._written(new, span, safe=False) if new else None
            self.note("SDG004", "renumbered" if new else None, fix, code=shown, new=new)
        elif reading.code is None:
            meant = ", ".join(reading.candidates[:3])
            fix = self._written(meant, span, safe=False) if len(reading.candidates) == 1 else None
            self.note("SDG001", "meant" if meant else None, fix, code=shown, meant=meant)
        elif not _is_plainly(text, reading):
            fix = self._written(reading.code, span, safe=reading.sure)
            self.note("SDG002", fix=fix, code=shown, new=reading.code)
        return self._joined(reading.code) if reading.code is not None else ()

    def _is_of_goals(self) -> bool:
        meaning = meaning_of(_heading(self))
        return meaning is not None and meaning.column == "goal"

    def _joined(self, code: str) -> tuple[str, ...]:
        """Give the code if it is of a kind that belongs here."""
        kind = code_kind(code) or "goal"
        if kind == "indicator":
            code, kind = target_of(code), "target"
        if kind in self.kinds:
            return (code,)
        wanted = kinds_phrase([_KINDS[one] for one in self.kinds])
        self.note("SDG008", "code", field=_heading(self), ref=code, found_kind=one_of_kind(_KINDS[kind]), wanted=wanted)
        return ()


def _two_goals(text: str) -> tuple[str, ...]:
    """Give the two goals that ``3,8`` may be as well as target 3.8; nothing for anything else, nor for ``17,17``."""
    match = _COMMA.fullmatch(text.strip())
    goals = (match[1], match[2]) if match is not None and match[1] != match[2] else ()
    return goals if goals and all(0 < int(goal) <= _LAST_GOAL for goal in goals) else ()


def _stripped(piece: CodePiece) -> Span:
    """Give where a piece stands, without the spaces around it."""
    start = piece.start + len(piece.text) - len(piece.text.lstrip())
    return start, start + len(piece.text.strip())


def _heading(spot: _Spot) -> str:
    """Give the nearest text above the cell that is no code: its column's heading, or nearly."""
    for row in range(spot.row - 1, -1, -1):
        text = spot.sheet.text(row, spot.column)
        if text and not text[0].isdigit():
            return text[:_LONGEST_SHOWN]
    return ""


@lru_cache(maxsize=8192)
def _read(text: str, goal: str | None) -> CodeReading:
    """Read a code; the row's goal decides among several, and says what ``38`` and ``a`` are, but not ``3.99``."""
    alone = read_code(text)
    if goal is None:
        return alone
    beside = read_code(text, goal=goal)
    if alone.status != "unknown" or beside.code is None:
        return beside
    written = "".join(filter(str.isalnum, text)).casefold()
    return beside if written in (beside.code.replace(".", ""), beside.code.rpartition(".")[2]) else alone


def _is_plainly(text: str, reading: CodeReading) -> bool:
    """Say whether a code is written as it should be: alone, or with its name beside it; a goal also by name alone."""
    if reading.status == "canonical" or reading.code is None:
        return True
    if not reading.sure:
        return False
    if reading.kind == "goal" and not re.match(r"0\d", text.strip()):
        return True
    return (
        re.match(re.escape(reading.code) + r"(?:[.:)]?\s+[^\W\d]|[.:)]?\s*[-\u2013\u2014:]\s*[^\W\d])", text.strip())
        is not None
    )
