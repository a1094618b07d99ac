"""What a row of a flat list says of its narrowest node: who answers for it, by when, who is concerned, and the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding
from sdggraph.base.grids import cell_text
from sdggraph.io.fields import ends_too_early
from sdggraph.io.forms import EXPECTED_NO_EARLIER
from sdggraph.io.tables.cell_texts import names_of
from sdggraph.io.tables.flat_values import owner_and_due, owners_of, period_of, status_of
from sdggraph.io.tables.rows import notes_of
from sdggraph.model.codes import node_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdggraph.io.tables.drafts import Cell, Draft, Drafts
    from sdggraph.io.tables.headings import Headings
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column

__all__ = ["Details", "FlatTable"]


@dataclass(slots=True)
class FlatTable:
    """A sheet, its headings, and where the text of each merged cell stands."""

    sheet: Sheet
    headings: Headings
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    at: dict[Column, list[int]] = field(default_factory=dict)
    shown: Mapping[int, str] = field(default_factory=dict)
    _read: int = -1
    _row: dict[Column, list[tuple[str, Cell]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        last = len(self.sheet.rows) - 1
        for (top, left), (bottom, _) in self.sheet.merges:
            if top >= self.headings.first_row and (top, left) not in self.merged:
                self.merged |= {(row, left): (top, left) for row in range(top + 1, min(bottom, last) + 1)}
        for heading in self.headings.columns:
            if heading.slot is not None:
                self.at.setdefault(heading.slot[0], []).append(heading.column)
        self.shown = self.headings.by_column()

    def cells(self, number: int, *columns: Column) -> list[tuple[str, Cell]]:
        """Give the texts of a row's cells that hold something, with the cells; in a merged cell, its text."""
        if number != self._read:
            self._read, self._row = number, self._cells_of(number)
        if len(columns) == 1:
            return self._row.get(columns[0], [])
        return [one for column in columns for one in self._row.get(column, ())]

    def _cells_of(self, number: int) -> dict[Column, list[tuple[str, Cell]]]:
        found: dict[Column, list[tuple[str, Cell]]] = {}
        sheet, merged, values = self.sheet, self.merged, self.sheet.rows[number]
        for column, places in self.at.items():
            for at in places:
                row, left = merged.get((number, at), (number, at)) if merged else (number, at)
                if row == number:
                    value = values[at] if at < len(values) else ""
                    text = value.strip() if value.__class__ is str else cell_text(value)
                else:
                    text = sheet.text(row, left)
                if text:
                    found.setdefault(column, []).append((text, (sheet, row, left)))
        return found


_DESCRIBING: frozenset[Column] = frozenset(
    {"number", "description", "stakeholders", "owner", "partners", "start", "due", "status", "owner_due"}
)


@dataclass(slots=True)
class Details:
    """Reads the columns that describe a row's narrowest node; what has no field there is kept as notes."""

    table: FlatTable
    drafts: Drafts
    says: bool = False

    def __post_init__(self) -> None:
        """Find out whether the table has any of these columns."""
        self.says = not _DESCRIBING.isdisjoint(self.table.at)

    def describe(self, number: int, node: Draft) -> None:
        """Say of a node what its row says."""
        if self.says:
            for text, cell in self.table.cells(number, "number"):
                node.say("number", text.rstrip("."), cell)
            for text, cell in self.table.cells(number, "description"):
                node.append_text("description", text, cell)
            self._stakeholders(number, node)
            self._owner(number, node)
            self._time(number, node)
            self._status(number, node)
        for text, column in notes_of(self.table.sheet, self.table.headings, number):
            node.append_text("notes", text, (self.table.sheet, number, column))

    def _stakeholders(self, number: int, node: Draft) -> None:
        for text, cell in self.table.cells(number, "stakeholders"):
            if node.section == "areas":
                self.note(node, cell)
                continue
            named = [self.drafts.node("stakeholders", (), name, cell) for name in names_of(text)]
            node.add("stakeholders", [one.name for one in named], cell)

    def _owner(self, number: int, node: Draft) -> None:
        """Read who answers for the node: the first named owns it, the others are an action's partners."""
        for text, cell in self._said_owners(number):
            first, *rest = owners_of(text) or [""]
            if first:
                node.say("owner", self.drafts.node("units", (), first, cell).name, cell)
            if rest and node.section == "actions":
                node.add("partners", rest, cell)
            elif rest:
                self.note(node, cell)
        for text, cell in self.table.cells(number, "partners"):
            if node.section == "actions":
                node.add("partners", names_of(text), cell)
            else:
                self.note(node, cell)

    def _said_owners(self, number: int) -> Iterator[tuple[str, Cell]]:
        """Give who answers for a row, with the cells; where a column also has the deadline, without it."""
        yield from self.table.cells(number, "owner")
        for text, cell in self.table.cells(number, "owner_due"):
            both = owner_and_due(text)
            if both is not None and both[0]:
                yield both[0], cell

    def _deadlines(self, number: int, node: Draft) -> Iterator[tuple[tuple[Any, Any], Cell]]:
        """Give a row's deadlines; what isn't understood, or is no action's, is kept as notes."""
        for _, cell in self.table.cells(number, "due"):
            read = self._period(node, cell)
            if read is not None:
                yield read, cell
        for text, cell in self.table.cells(number, "owner_due"):
            both = owner_and_due(text)
            read = period_of(both[1]) if both is not None and both[1] and node.section == "actions" else None
            if read is not None:
                yield read, cell
            elif both is None or both[1]:
                self.note(node, cell)

    def _time(self, number: int, node: Draft) -> None:
        """Read start and deadline; what isn't understood, or is no action's, is kept as notes."""
        period: dict[str, Any] = {}
        for _, cell in self.table.cells(number, "start"):
            read = self._period(node, cell)
            if read is not None:
                period.setdefault("start", read[0] or read[1])
        for days, cell in self._deadlines(number, node):
            period |= {name: day for name, day in zip(("start", "end"), days, strict=True) if day is not None}
            node.cells.setdefault(("period",), cell)
        if ends_too_early(**period):
            self._too_early(node, str(period.pop("end")), node.cells["period",])
        if period:
            node.values.setdefault("period", period)

    def _too_early(self, node: Draft, end: str, cell: Cell) -> None:
        """Note that a row is over before it has begun, as in a plan file; the end is kept as notes."""
        values = {"field": self.table.shown.get(cell[2], ""), "expected": EXPECTED_NO_EARLIER, "found": end}
        place = cell[0].place(cell[1], cell[2])
        subject = node_id(self.drafts.plan, node.name)
        self.drafts.findings.append(Finding("SDG010", subject, ("period", "end"), values, (), place))
        self.note(node, cell)

    def _period(self, node: Draft, cell: Cell) -> tuple[Any, Any] | None:
        read = period_of(cell[0].value(cell[1], cell[2])) if node.section == "actions" else None
        if read is None:
            self.note(node, cell)
        return read

    def _status(self, number: int, node: Draft) -> None:
        for text, cell in self.table.cells(number, "status"):
            status = status_of(text) if node.section == "actions" else None
            if status is None:
                self.note(node, cell)
            else:
                node.say("status", status, cell)

    def note(self, node: Draft, cell: Cell) -> None:
        """Keep a cell as notes, with its heading."""
        heading = self.table.shown.get(cell[2], "")
        node.append_text("notes", f"{heading}: {cell[0].text(cell[1], cell[2])}", cell)
