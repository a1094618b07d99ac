"""The years of an økonomiplan beside the actions of a flat list: each amount is a line of its action's budget.

A column is one of money if its heading has one year, and what it says, what stands over it or a line above the table
speaks of money; a bare year also where the table has actions and nothing that is measured. What the table doesn't say
(drift or investering, kroner or thousands) is taken for the nearest at hand, and that is noted once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding
from sdggraph.base.words import words
from sdggraph.io.tables.amounts import amount_of, budget_type_of, is_within_frame, scale_of, speaks_of_money
from sdggraph.model.scalars import PlanDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.base.words import Words
    from sdggraph.io.tables.drafts import Cell, Draft, Drafts
    from sdggraph.io.tables.flat_details import Details, FlatTable
    from sdggraph.io.tables.headings import Heading, Headings
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column
    from sdggraph.model.vocabularies import BudgetType

__all__ = ["Money", "money_columns"]

_YEAR = re.compile(r"(?<![\d.,])20\d\d(?![\d.,]*\d)")
_LINES_ABOVE = 10
_SAMPLE = 60
_NOTHING = frozenset({"", "-", "\u2013", "\u2014", "?"})
_MEASURED: tuple[Column, ...] = ("indicator", "baseline", "target_value", "unit")


def money_columns(sheet: Sheet, headings: Headings) -> None:
    """Settle which columns of a table with actions hold money: those with a year, if what stands below are amounts."""
    if not headings.holds("action"):
        return
    about_money = any(map(speaks_of_money, _lines_above(sheet, headings)))
    bare = about_money or not headings.holds(*_MEASURED)
    may_be = {one.column for one in headings.columns if _may_be_money(sheet, headings, one, bare=bare)}
    amounts = {column: _holds_amounts(sheet, headings, column) for column in may_be}
    if not any(amounts.values()):
        return
    headings.columns = [
        replace(one, slot=("budget", None)) if amounts.get(one.column, False) is not False else one
        for one in headings.columns
    ]


def _may_be_money(sheet: Sheet, headings: Headings, heading: Heading, *, bare: bool) -> bool:
    """Say whether a heading that nobody else knows has one year, and may be about money."""
    years = set(_YEAR.findall(heading.text))
    if heading.slot is not None or len(years) != 1:
        return False
    is_bare = bare and heading.text.strip() in years
    return is_bare or speaks_of_money(f"{_over(sheet, headings, heading)} {heading.text}")


def _holds_amounts(sheet: Sheet, headings: Headings, column: int) -> bool | None:
    """Say whether most of what stands in a column are amounts; None for an empty one, which may be like the others."""
    found = seen = 0
    for row in range(headings.first_row, len(sheet.rows)):
        text = sheet.text(row, column)
        if text in _NOTHING:
            continue
        seen += 1
        found += is_within_frame(text) or amount_of(sheet.value(row, column), 1) is not None
        if seen == _SAMPLE:
            break
    return 2 * found > seen if seen else None


def _lines_above(sheet: Sheet, headings: Headings) -> list[str]:
    """Give the texts of the rows above a table, the nearest first."""
    rows = range(headings.top - 1, max(-1, headings.top - 1 - _LINES_ABOVE), -1)
    return [text for row in rows for column in range(len(sheet.rows[row])) if (text := sheet.text(row, column))]


def _over(sheet: Sheet, headings: Headings, heading: Heading) -> str:
    """Give what stands over a heading in the upper of two rows of headings."""
    if heading.row == headings.top:
        return ""
    for column in range(heading.column, -1, -1):
        text = sheet.text(headings.top, column)
        if text:
            is_group = column == heading.column or bool(sheet.text(heading.row, column))
            return text if is_group else ""
    return ""


@dataclass(frozen=True, slots=True)
class _Year:
    """What a column says of its amounts: the year, and as far as it is said their type and unit."""

    year: str
    type: BudgetType | None
    scale: int | None


@dataclass(slots=True)
class Money:
    """Reads these columns; what can't be understood, or is no single action's, is kept as notes."""

    table: FlatTable
    drafts: Drafts
    details: Details
    columns: dict[int, _Year] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find out what the columns say, and note what they don't."""
        at = self.table.at.get("budget", [])
        if not at:
            return
        sheet, headings = self.table.sheet, self.table.headings
        above = next((scale for line in _lines_above(sheet, headings) if (scale := scale_of(line))), None)
        for heading in headings.columns:
            years = set(_YEAR.findall(heading.text)) if heading.column in at else set()
            if len(years) == 1:
                over = _over(sheet, headings, heading)
                said = re.sub(r"20\d\d", " ", heading.text)
                scale = scale_of(said) or scale_of(over) or above
                kind = budget_type_of(said) or budget_type_of(over)
                self.columns[heading.column] = _Year(years.pop(), kind, scale)
            elif heading.column in at:
                self._note("SDG009", heading, "year", {"key": heading.text})
        self._note_readings()

    def _note_readings(self) -> None:
        """Note once for all columns alike how they are read, where they don't say it themselves."""
        alike: dict[tuple[BudgetType | None, int | None], list[Heading]] = {}
        has_type = "budget_type" in self.table.at
        for heading in self.table.headings.columns:
            year = self.columns.get(heading.column)
            if year is not None and (year.scale is None or (year.type is None and not has_type)):
                alike.setdefault((year.type, year.scale), []).append(heading)
        for (kind, scale), headings in alike.items():
            key = ", ".join(" ".join(one.text.split()) for one in headings)
            self._note("SDG005", headings[0], "money", {"key": key, "meant": _called(kind, scale, by_row=has_type)})

    def _note(self, rule: str, heading: Heading, variant: str, values: dict[str, Any]) -> None:
        place = self.table.sheet.place(heading.row, heading.column)
        self.drafts.findings.append(Finding(rule, self.drafts.plan, (), values, (), place, None, None, variant))

    def describe(self, number: int, nodes: Sequence[Draft]) -> None:
        """Give the row's amounts to its one action; else they are said in the notes of its nodes."""
        cells = [
            cell for text, cell in self.table.cells(number, "budget") if cell[1] == number and text not in _NOTHING
        ]
        action = nodes[0] if len(nodes) == 1 and nodes[0].section == "actions" else None
        within = [cell for cell in cells if is_within_frame(cell[0].text(cell[1], cell[2]))]
        if action is not None and within and len(within) == len(cells) and "budget" not in action.values:
            action.say("budget", "within_frame", cells[0])
            return
        for cell in cells:
            line = self._line(number, cell) if action is not None and not self._is_shared(cell) else None
            if action is None or line is None or not _add(action, line, cell):
                for node in nodes:
                    self.details.note(node, cell)

    def _is_shared(self, cell: Cell) -> bool:
        """Say whether a cell is merged with those of other rows, so that its amount is that of several actions."""
        return (cell[1], cell[2]) in self.table.merged.values()

    def _line(self, number: int, cell: Cell) -> dict[str, Any] | None:
        said = self.columns.get(cell[2])
        amount = amount_of(cell[0].value(cell[1], cell[2]), said.scale or 1) if said is not None else None
        if said is None or amount is None:
            return None
        kind = said.type
        for text, _ in self.table.cells(number, "budget_type"):
            kind = kind or budget_type_of(text)
        return {"year": PlanDate(said.year), "amount": amount, "type": kind or "operating"}


def _add(action: Draft, line: dict[str, Any], cell: Cell) -> bool:
    """Add a line to an action's budget, unless one of the same year and type is there already."""
    lines = action.values.setdefault("budget", [])
    if isinstance(lines, str) or any((one["year"], one["type"]) == (line["year"], line["type"]) for one in lines):
        return False
    action.cells["budget", len(lines)] = cell
    lines.append(line)
    return True


def _called(kind: BudgetType | None, scale: int | None, *, by_row: bool) -> Words:
    """Say how amounts are read, and which of it the table doesn't say."""
    unit = {1: words("kroner", "kroner"), 1_000: words("1,000 kroner", "1 000 kroner")}.get(
        scale or 1, words("million kroner", "millioner kroner")
    )
    assumed = words(" (not said)", " (ikke oppgitt)")
    unsaid_kind, unsaid_unit = kind is None and not by_row, scale is None
    name = words("investment", "investering") if kind == "investment" else words("operating budget", "driftsbudsjett")
    if kind is None and by_row:
        name = words("budget", "budsjett")
    return words(
        name["en"] + assumed["en"] * unsaid_kind + " in " + unit["en"] + assumed["en"] * unsaid_unit,
        name["nb"] + assumed["nb"] * unsaid_kind + " i " + unit["nb"] + assumed["nb"] * unsaid_unit,
    )
