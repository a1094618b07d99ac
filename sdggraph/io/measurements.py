"""Measurements kept in a table of their own, one a row, tied to the plan's indicators by id."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding
from sdggraph.base.errors import InputError
from sdggraph.base.grids import Grid, cell_text
from sdggraph.base.nearby import nearest
from sdggraph.base.places import FieldPath, Origin, Place
from sdggraph.base.words import Words, same, words
from sdggraph.io.forms import EXPECTED_DATE, EXPECTED_NUMBER, one_of
from sdggraph.io.tables.delimited import best_delimiter, decode_table, rows_of
from sdggraph.io.tables.sheet import Sheet
from sdggraph.io.tables.spreadsheet import is_spreadsheet, read_spreadsheet
from sdggraph.io.tables.vocabulary import folded
from sdggraph.model.codes import node_id
from sdggraph.model.nodes import Indicator
from sdggraph.model.parts import Measurement
from sdggraph.model.plan import Plan
from sdggraph.model.scalars import PlanDate, parse_date, parse_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal


__all__ = ["MEASURED_HEADINGS", "MeasuredOrigin", "add_measured", "add_measurements", "heading_score"]

_COLUMNS = {
    "indicator": "indicator|indikator|indicator id|indikator id",
    "date": "period|periode|date|dato|år|year|tid|tidspunkt",
    "value": "value|verdi|måling",
    "status": "status",
    "unit": "unit|enhet|måleenhet|eining",
    "region": "region|kommune|kommunenummer|kommunenr|municipality",
    "district": "district|bydel|krets|grunnkrets|delområde|område",
    "sex": "sex|kjønn|gender",
    "age": "age|alder|aldersgruppe",
    "source": "source|kilde|kjelde",
    "note": "note|merknad|kommentar|notat|notes|comment",
}
MEASURED_HEADINGS = {folded(heading): name for name, listed in _COLUMNS.items() for heading in listed.split("|")}
"""What each heading of a table of measurements names, folded: indicator, date, value …"""

_REQUIRED = ("indicator", "date", "value")
_STATUSES = {
    "provisional": "provisional",
    "foreløpig": "provisional",
    "førebels": "provisional",
    "final": "final",
    "endelig": "final",
    "endeleg": "final",
    "missing": "missing",
    "mangler": "missing",
    "manglar": "missing",
}
_YES_NO = {"ja": "yes", "yes": "yes", "nei": "no", "no": "no"}
_HEAD_ROWS = 20
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class MeasuredOrigin:
    """Tells the places of an indicator, some of whose measurements stand in a table: each of them by its row."""

    origin: Origin
    sheet: Sheet
    rows: Mapping[int, int]
    columns: Mapping[str, int]

    def place(self, path: FieldPath = (), default: FieldPath = ()) -> Place:
        """Give the cell of a measurement's value; of anything else, the place that the plan file gives it."""
        if len(path) > 1 and path[0] == "measurements" and isinstance(path[1], int) and path[1] in self.rows:
            column = self.columns.get(str(path[2]) if len(path) > 2 else "value", 0)
            return self.sheet.place(self.rows[path[1]], column)
        return self.origin.place(path, default)


def add_measured(plan: Plan, data: bytes, name: str) -> Plan:
    """Give the plan with the measurements of a file added: delimited text in any encoding, or a spreadsheet.

    Raises:
        InputError: The file can't be read, or has no columns for indicator, period and value.
    """
    if not is_spreadsheet(data):
        return add_measurements(plan, decode_table(data, name), name)
    sheets = read_spreadsheet(data, name)
    if not sheets:
        raise _no_columns(name, list(_REQUIRED))
    return _added(plan, max(sheets, key=lambda sheet: heading_score(sheet.rows[:_HEAD_ROWS])))


def add_measurements(plan: Plan, text: str, name: str) -> Plan:
    """Give the plan with a table's measurements added to its indicators.

    A row whose indicator the plan hasn't, or whose date or value can't be understood, is noted and left out.

    Raises:
        InputError: The text has no columns for indicator, period and value.
    """
    return _added(plan, Sheet(name, None, rows_of(text, name, best_delimiter(text, name, heading_score))))


def _added(plan: Plan, sheet: Sheet) -> Plan:
    first = next((number for number, row in enumerate(sheet.rows) if any(map(cell_text, row))), 0)
    reader = _Reader(plan, sheet, first)
    for number in range(first + 1, len(sheet.rows)):
        reader.row(number)
    return reader.finished()


def _unit(text: str) -> str:
    """Give a unit in the form in which two are compared."""
    plain = " ".join(text.casefold().split())
    return "%" if plain in ("prosent", "per cent", "percent", "pst", "pst.") else plain


def heading_score(rows: Sequence[Sequence[object]]) -> int:
    """Count the headings of a table of measurements in the row that has most of them."""
    return max((sum(folded(cell_text(cell)) in MEASURED_HEADINGS for cell in row) for row in rows), default=0)


@dataclass(slots=True)
class _Reader:
    plan: Plan
    sheet: Sheet
    heading_row: int
    columns: dict[str, int] = field(default_factory=dict)
    others: list[tuple[int, str]] = field(default_factory=list)
    kinds: dict[str, Indicator] = field(default_factory=dict)
    read: dict[str, list[tuple[int, Measurement]]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kinds = {indicator.id: indicator for indicator in self.plan.indicators}
        headings = self.sheet.rows[self.heading_row] if self.sheet.rows else []
        for at, heading in enumerate(map(cell_text, headings)):
            name = MEASURED_HEADINGS.get(folded(heading))
            if name is not None and name not in self.columns:
                self.columns[name] = at
            elif heading:
                self.others.append((at, heading))
                self._note("SDG005", self.heading_row, at, "column", key=heading)
        missing = [name for name in _REQUIRED if name not in self.columns]
        if missing:
            raise _no_columns(self.sheet.file, missing)

    def _note(self, rule: str, row: int, column: int, variant: str | None = None, /, **values: Any) -> None:
        subject = values.pop("subject", self.plan.id)
        place = self.sheet.place(row, column)
        self.findings.append(Finding(rule, subject, (), values, (), place, None, None, variant))

    def _cell(self, row: int, name: str) -> str:
        return self.sheet.text(row, self.columns[name]) if name in self.columns else ""

    def row(self, number: int) -> None:
        """Read one row."""
        if not any(map(cell_text, self.sheet.rows[number])):
            return
        given = self._cell(number, "indicator")
        local = given.removeprefix(f"{self.plan.id}:")
        indicator = self.kinds.get(local)
        if indicator is None:
            if given not in self.unknown:
                self.unknown.add(given)
                self._note("SDG007", number, self.columns["indicator"], "measured", ref=given)
            return
        date = self._date(number, indicator)
        value, sound = self._value(number, indicator)
        if date is None or not sound or not self._unit_fits(number, indicator):
            return
        said = {"date": date, "value": value, "status": self._status(number, indicator, value)}
        said |= {
            name: text for name in ("region", "district", "sex", "age", "source") if (text := self._cell(number, name))
        }
        notes = [self._cell(number, "note"), *(self._other(number, at, heading) for at, heading in self.others)]
        if any(notes):
            said["note"] = "\n".join(note for note in notes if note)
        self.read.setdefault(local, []).append((number, Measurement.trusted(said)))

    def _other(self, row: int, column: int, heading: str) -> str:
        text = self.sheet.text(row, column)
        return f"{heading}: {text}" if text else ""

    def _wrong(self, row: int, name: str, indicator: Indicator, expected: Words, meant: str | None = None) -> None:
        values = {"field": name, "expected": expected, "found": self._cell(row, name)[:40], "meant": meant}
        subject = node_id(self.plan.id, indicator.id)
        self._note("SDG010", row, self.columns[name], "meant" if meant else None, subject=subject, **values)

    def _date(self, row: int, indicator: Indicator) -> PlanDate | None:
        text = self._cell(row, "date")
        day = _DAY.fullmatch(text)
        if day is not None:
            text = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
        try:
            return parse_date(text)
        except ValueError:
            self._wrong(row, "date", indicator, EXPECTED_DATE)
            return None

    def _value(self, row: int, indicator: Indicator) -> tuple[Decimal | str | None, bool]:
        """Give a row's value, and whether it can be understood; a decimal comma and spaces between thousands can."""
        text = self._cell(row, "value")
        if not text:
            return None, True
        if indicator.value_type == "yes_no":
            return _YES_NO.get(text.casefold(), text), True
        try:
            return parse_decimal(
                re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", text).replace("\u2212", "-").replace(",", ".")
            ), True
        except ValueError:
            pass
        if indicator.value_type == "number":
            self._wrong(row, "value", indicator, EXPECTED_NUMBER)
            return None, False
        return text, True

    def _unit_fits(self, row: int, indicator: Indicator) -> bool:
        """Say whether a row's unit is the indicator's; where either is silent, it is."""
        given = _unit(self._cell(row, "unit"))
        unit = indicator.unit
        own = list(unit.values()) if isinstance(unit, dict) else [unit or ""]
        if not given or not any(own) or given in map(_unit, own):
            return True
        self._wrong(row, "unit", indicator, same(" / ".join(dict.fromkeys(own))))
        return False

    def _status(self, row: int, indicator: Indicator, value: Decimal | str | None) -> str:
        text = self._cell(row, "status")
        if not text:
            return "missing" if value is None else "final"
        status = _STATUSES.get(text.casefold())
        if status is None:
            close = nearest(text, _STATUSES)
            self._wrong(
                row, "status", indicator, one_of(("provisional", "final", "missing")), close[0] if close else None
            )
        return status or "final"

    def finished(self) -> Plan:
        """Give the plan with what was read."""
        reading = self.plan.reading
        indicators = tuple(self._measured(indicator) for indicator in self.plan.indicators)
        said = {name: getattr(self.plan, name) for name in self.plan.model_fields_set}
        plan = Plan.trusted({**said, "indicators": indicators})
        if reading is None:
            return plan
        reading.findings += self.findings
        headings = {at: cell_text(cell) for at, cell in enumerate(self.sheet.rows[self.heading_row])}
        reading.tables[self.sheet.file, self.sheet.name] = Grid(self.sheet.rows, headings)
        return plan.read_as(reading)

    def _measured(self, indicator: Indicator) -> Indicator:
        added = self.read.get(indicator.id)
        if not added:
            return indicator
        before = len(indicator.measurements)
        self._know_places(indicator, {before + at: row for at, (row, _) in enumerate(added)})
        said = {name: getattr(indicator, name) for name in indicator.model_fields_set}
        return Indicator.trusted({**said, "measurements": (*indicator.measurements, *(one for _, one in added))})

    def _know_places(self, indicator: Indicator, rows: dict[int, int]) -> None:
        reading = self.plan.reading
        node = node_id(self.plan.id, indicator.id)
        if reading is not None and node in reading.origins:
            reading.origins[node] = MeasuredOrigin(reading.origins[node], self.sheet, rows, self.columns)


def _no_columns(name: str, missing: list[str]) -> InputError:
    shown = {"indicator": ("indicator", "indikator"), "date": ("period", "periode"), "value": ("value", "verdi")}
    en, nb = (", ".join(shown[one][language] for one in missing) for language in (0, 1))
    return InputError(
        words(f"the table has no column {en}", f"tabellen mangler kolonnen {nb}"),
        place=Place(name, cell="A1"),
        hint=words(
            "the first row names the columns: indicator, period, value, and more if needed",
            "første rad navngir kolonnene: indikator, periode, verdi, og flere om det trengs",
        ),
    )
