"""What a row of a flat list says of its indicators: unit, baseline, what was measured since, target values, source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding
from sdggraph.io.tables.number_formats import is_percent
from sdggraph.model.parts import Reference
from sdggraph.model.scalars import PlanDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.io.tables.drafts import Cell, Draft, Drafts
    from sdggraph.io.tables.flat_details import Details, FlatTable
    from sdggraph.io.tables.vocabulary import Column

__all__ = ["MEASURE_COLUMNS", "Measured", "Measures", "measured"]

MEASURE_COLUMNS: tuple[Column, ...] = ("unit", "baseline", "target_value", "source")
"""The columns that speak of the row's indicators."""

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_NUMBER = re.compile(
    r"(?:ca\.?|minst|over|under|≥|≤|>|<)?\s*([-\u2212]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+|[-\u2212]?\d+)([.,]\d+)?"
    r"\s*(%|[^\W\d_][^\d]{0,30})?",
    re.IGNORECASE,
)
_AROUND_YEAR = re.compile(
    r"\(\s*\)|^(?:(?:i|in|innen|by|per)\s*(?=[:,]))?[\s:,;]+|[\s:,;]+$|\b(?:i|in|innen|by|per)\s*$", re.IGNORECASE
)
_TABLE = re.compile(r"(?:,?\s*\b(?:tabell|table)\s*)?\b(\d{5})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measured:
    """A value, the year that stands beside it, and the unit that does."""

    value: Decimal
    year: PlanDate | None = None
    unit: str | None = None


def measured(value: object, *, percent: bool = False) -> Measured | None:
    """Read a value as planners write it: ``78``, ``41,3 %``, ``78 (2019)``, ``2030: 90``; None for anything else.

    With ``percent`` a number stands for a hundred times as many per cent, as a spreadsheet keeps it.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = Decimal(repr(value))
        number = (number * 100 if percent else number).normalize()
        return Measured(Decimal(format(number, "f")), None, "%" if percent else None)
    text = str(value).strip()
    years = _YEAR.findall(text)
    year = years[0] if len(years) == 1 and text != years[0] else None
    rest = text.replace(year, "", 1).strip() if year else text
    before = ""
    while before != rest:
        before, rest = rest, _AROUND_YEAR.sub("", rest).strip()
    match = _NUMBER.fullmatch(rest)
    if match is None:
        return None
    whole = re.sub(r"[ \u00a0\u202f]", "", match[1]).replace("\u2212", "-")
    number = Decimal(whole + (match[2] or "").replace(",", "."))
    return Measured(number, PlanDate(year) if year else None, match[3].strip() if match[3] else None)


@dataclass(slots=True)
class Measures:
    """Reads these columns; what can't be understood, or speaks of no indicator, is kept as notes."""

    table: FlatTable
    drafts: Drafts
    details: Details
    columns: tuple[Column, ...] = ()
    _without_year: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find the columns that the table has."""
        self.columns = tuple(column for column in MEASURE_COLUMNS if column in self.table.at)

    def describe(self, number: int, indicators: Sequence[Draft], others: Sequence[Draft]) -> None:
        """Say of a row's indicators what the row says of them; without one it is said in the notes of the others."""
        cells = [(column, cell) for column in self.columns for _, cell in self.table.cells(number, column)]
        for column, cell in cells:
            if not indicators:
                for node in others:
                    self.details.note(node, cell)
            for at, indicator in enumerate(indicators):
                self._say(column, indicator, cell, at, len(indicators))

    def _say(self, column: Column, indicator: Draft, cell: Cell, at: int, of: int) -> None:
        sheet, row, place = cell
        text = sheet.text(row, place)
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        own = lines[at] if len(lines) == of > 1 else None
        if column == "unit":
            indicator.say("unit", own or text, cell)
        elif column == "source":
            indicator.say("source", _source(own or " ".join(lines)), cell)
        elif own is None and of > 1:
            self.details.note(indicator, cell)
        else:
            self._value(column, indicator, cell, own)

    def _value(self, column: Column, indicator: Draft, cell: Cell, own: str | None) -> None:
        sheet, row, place = cell
        value = sheet.value(row, place) if own is None else own
        is_number = isinstance(value, (int, float))
        read = measured(value, percent=is_number and is_percent(sheet.number_format(row, place)))
        heading = self.table.shown.get(place, "")
        in_heading = _YEAR.findall(heading)
        if read is None:
            self.details.note(indicator, cell)
            return
        date = read.year or (PlanDate(in_heading[0]) if len(in_heading) == 1 else None)
        share = read.unit == "%" != indicator.values.get("unit", "%")
        base = indicator.values.get("baseline")
        if share and (column != "target_value" or read.value >= 0 or base is None):
            self.details.note(indicator, cell)  # 20 % of what is counted in tonnes may be more, less or all there is
            return
        if read.unit is not None:
            indicator.say("unit", read.unit, cell)
        if column == "target_value":
            item = {"date": date} if date else {}
            relative = {"relative_to": Reference.trusted({"date": base["date"]})} if share and base is not None else {}
            _add(indicator, "target_values", {**item, "value": read.value, **relative}, cell)
        elif date is not None:
            self._at(date, read.value, indicator, cell)
        else:
            self.details.note(indicator, cell)
            self._note_year(heading, place, cell)

    def _at(self, date: PlanDate, value: Decimal, indicator: Draft, cell: Cell) -> None:
        """Say what was measured at a date: the earliest value is the baseline, the others were measured since."""
        new, known = {"date": date, "value": value}, indicator.values.get("baseline")
        if known is None:
            indicator.say("baseline", new, cell)
        elif date.start > known["date"].start:
            _add(indicator, "measurements", new, cell)
        elif date.start < known["date"].start:
            _add(indicator, "measurements", known, indicator.cells["baseline",])
            indicator.values["baseline"], indicator.cells["baseline",] = new, cell
        elif known != new:
            self.details.note(indicator, cell)

    def _note_year(self, heading: str, column: int, cell: Cell) -> None:
        """Note once for a column that its values have no year."""
        if column in self._without_year:
            return
        self._without_year.add(column)
        row = next((one.row for one in self.table.headings.columns if one.column == column), cell[1])
        place = cell[0].place(row, column)
        self.drafts.findings.append(
            Finding("SDG009", self.drafts.plan, (), {"key": heading}, (), place, None, None, "year")
        )


def _add(indicator: Draft, name: str, item: dict[str, Any], cell: Cell) -> None:
    """Add to what an indicator has several of, unless another row has said it."""
    indicator.add(name, [item], cell)
    indicator.cells.setdefault((name,), cell)


def _source(text: str) -> dict[str, Any]:
    """Take a source apart: ``SSB tabell 12345`` is a table of a system."""
    match = _TABLE.search(text)
    system = _TABLE.sub("", text, count=1).strip(" ,:;") if match else text
    return {"system": system or text, **({"table": match[1]} if match else {})}
