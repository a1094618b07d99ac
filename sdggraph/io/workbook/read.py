"""The workbook to a plan: each sheet to its section, each row to a record, read as plan files are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sdggraph.base.cell_edits import full_text, span_in
from sdggraph.base.diagnostics import Finding
from sdggraph.base.grids import Grid, cell_position, cell_text
from sdggraph.base.nearby import nearest
from sdggraph.base.slugs import slug, unused
from sdggraph.base.words import words
from sdggraph.catalogue import is_code_like, read_code, split_codes
from sdggraph.io.plan_file import plan_from_document
from sdggraph.io.tables.spoilt import as_date, unspoilt
from sdggraph.io.workbook.schema import CHILDREN, SHEETS, Child, Column
from sdggraph.io.workbook.sheets import Table, table_of
from sdggraph.io.workbook.tree import Branch, Leaf, Tree, laid_out
from sdggraph.io.workbook.values import value_called
from sdggraph.io.workbook.words import called, keys_called, sheet_called, sheet_title
from sdggraph.model.codes import code_kind
from sdggraph.model.plan import SECTIONS

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Fix
    from sdggraph.io.tables.drafts import Cell
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.model.plan import Plan

__all__ = ["ids_made", "plan_from_workbook"]

_SPLIT = re.compile(r"[,;\n\r]+")


def plan_from_workbook(sheets: list[Sheet], name: str, plan_id: str) -> Plan:
    """Read the sheets of a workbook to a plan.

    Args:
        sheets: The workbook's sheets; those that are none of its own are left alone.
        name: The file's name.
        plan_id: The plan's id where the workbook doesn't say it.

    Raises:
        InputError: The sheets can't be read as a plan at all.
    """
    reader, tables = _read_sections(sheets, plan_id)
    for table in tables:
        if table.name in CHILDREN:
            reader.children(table, CHILDREN[table.name])
    reader.misspelt_sheets({table.sheet.name for table in tables})
    plan = plan_from_document(laid_out(reader.root(), name))
    reading = plan.reading
    if reading is not None:
        own = [replace(finding, subject=finding.subject or plan.id) for finding in reader.findings]
        titles = {sheet.name: sheet for sheet in sheets}
        reading.findings[:] = [*own, *(replace(one, fix=_in_cell(one, titles)) for one in reading.findings)]
        reading.made |= reader.made
        reading.files.clear()
        reading.tables = {(name, table.sheet.name): _grid(table) for table in tables}
        reading.understood = _understood(tables)
    return plan


def _read_sections(sheets: list[Sheet], plan_id: str) -> tuple[_Reader, list[Table]]:
    """Read the sheets of the plan and of its sections; a row without an id gets one."""
    reader = _Reader(plan_id, sheets)
    tables = [table for sheet in sheets if (table := table_of(sheet)) is not None]
    for table in sorted(tables, key=lambda one: (one.name != "plan", one.name != "tracks")):
        if table.name == "plan":
            reader.plan(table)
        elif table.name not in CHILDREN:
            reader.section(table)
    reader.mint_ids()
    return reader, tables


def ids_made(sheets: list[Sheet], plan_id: str) -> list[tuple[Cell, str]]:
    """Give the ids that are made for rows without one, each with the cell that it belongs in."""
    reader, tables = _read_sections(sheets, plan_id)
    columns = {
        table.name: at for table in tables for at, (column, _) in table.columns.items() if column.path == ("id",)
    }
    return [
        ((row.cell[0], row.cell[1], columns[section]), said.text)
        for section, rows in reader.sections.items()
        for row in rows
        if section in columns and isinstance(said := row.values.get("id"), Leaf) and said.text in reader.made
    ]


def _in_cell(finding: Finding, sheets: dict[str | None, Sheet]) -> Fix | None:
    """Give a fix as it is in the workbook: of a code, where it stands in its cell's text."""
    place, fix = finding.place, finding.fix
    sheet = sheets.get(place.sheet) if place is not None else None
    if fix is None or place is None or place.cell is None or sheet is None:
        return None
    row, column = cell_position(place.cell)
    wrong = finding.values.get("code") or finding.values.get("found") or ""
    span = span_in(full_text(sheet.value(row, column)), str(wrong))
    return sheet.fix(row, column, fix.edits[0].text, span, safe=fix.safe) if span is not None else None


def _grid(table: Table) -> Grid:
    if table.name == "plan":
        return Grid(table.sheet.rows, mendable=table.sheet.mendable)
    headings = {at: cell_text(value) for at, value in enumerate(table.sheet.rows[table.heading_row])}
    return Grid(table.sheet.rows, headings, table.sheet.mendable)


def _understood(tables: list[Table]) -> dict[str, str]:
    shown = ", ".join(f"«{table.sheet.name}»" for table in tables)
    return dict(words(f"read as a workbook, sheets {shown}", f"lest som arbeidsbok, ark {shown}"))


@dataclass(slots=True)
class _Reader:
    """Makes a tree of the sheets' rows."""

    plan_id: str
    sheets: list[Sheet] = field(default_factory=list)
    header: Branch | None = None
    sections: dict[str, list[Branch]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    own_tracks: set[str] = field(default_factory=set)

    def note(self, rule: str, cell: Cell, variant: str | None = None, fix: Fix | None = None, **values: Any) -> None:
        """Note a finding at a cell."""
        sheet, row, column = cell
        place = sheet.place(row, column)
        self.findings.append(Finding(rule, None, (), values, (), place, fix, None, variant))

    def root(self) -> Branch:
        """Give the whole tree; a plan whose sheet is missing gets its id, and its language from the sheets' titles."""
        first: Cell = (self.sheets[0], 0, 0)
        header = self.header or Branch(first)
        for key, value in (("id", self.plan_id), ("language", self._language())):
            if key not in header.values:
                header.values = {key: Leaf(value, header.cell), **header.values}
        values: dict[str, Tree] = {"plan": header}
        values.update({name: list(rows) for name, rows in self.sections.items()})
        return Branch(first, values)

    def _language(self) -> str:
        names = [(sheet.name or "", name) for sheet in self.sheets if (name := sheet_called(sheet.name or ""))]
        norwegian = sum(title == sheet_title(name, "nb") for title, name in names)
        return "nb" if 2 * norwegian >= len(names) else "en"

    def _own_language(self) -> str:
        said = self.header.values.get("language") if self.header else None
        return (said.text if isinstance(said, Leaf) else None) or self._language()

    def plan(self, table: Table) -> None:
        """Read the plan's own sheet."""
        self.header = Branch((table.sheet, 0, 0))
        for row, (column, language) in sorted(table.columns.items(), key=lambda one: one[1][0].path != ("language",)):
            self._put(self.header, "plan", column, language, (table.sheet, row, 1), table.sheet.value(row, 1))
        for row, heading in table.others.items():
            self.note("SDG005", (table.sheet, row, 0), "column", key=heading)
            self._remark(self.header, heading, (table.sheet, row, 1))

    def section(self, table: Table) -> None:
        """Read the rows of a section's sheet."""
        rows = self.sections.setdefault(table.name, [])
        self._note_columns(table)
        for number in table.rows():
            branch = Branch((table.sheet, number, min(table.columns)))
            self._fill(branch, table, number)
            rows.append(branch)
        ids = {said.text for row in rows if isinstance(said := row.values.get("id"), Leaf) and said.text}
        self.taken |= ids
        if table.name == "tracks":
            self.own_tracks = ids

    def mint_ids(self) -> None:
        """Give an id, made of its title, to each row that has none."""
        for section, rows in self.sections.items():
            for row in rows:
                if "id" in row.values or section in ("goals", "targets"):
                    continue
                title = row.values.get("title")
                while isinstance(title, Branch):
                    title = next(iter(title.values.values()), None)
                made = slug(title.text or "" if isinstance(title, Leaf) else "", SECTIONS[section].__name__.lower())
                made = f"{section}-{made}" if is_code_like(made) else made
                made = unused(made, self.taken)
                self.made.add(made)
                row.values = {"id": Leaf(made, row.cell), **row.values}

    def _note_columns(self, table: Table) -> None:
        for at, heading in table.others.items():
            meant = table.near.get(at)
            variant = "column_meant" if meant else "column"
            fix = table.sheet.fix(table.heading_row, at, meant) if meant else None
            self.note("SDG005", (table.sheet, table.heading_row, at), variant, fix, key=heading, meant=meant or "")
            if meant:
                column = next(
                    one
                    for one in (CHILDREN[table.name].columns if table.name in CHILDREN else SHEETS[table.name])
                    if meant in (called(one.path, "en"), called(one.path, "nb"))
                )
                table.columns.setdefault(at, (column, None))
        for at in table.near:
            table.others.pop(at, None)

    def _fill(self, branch: Branch, table: Table, number: int, remarks: str = "notes") -> None:
        values = table.sheet.rows[number]
        for at, (column, language) in table.columns.items():
            if at < len(values) and values[at] != "":  # most cells are empty
                self._put(branch, table.name, column, language, (table.sheet, number, at), values[at])
        for at, heading in table.others.items():
            self._remark(branch, heading, (table.sheet, number, at), remarks)

    def _remark(self, branch: Branch, heading: str, cell: Cell, key: str = "notes") -> None:
        """Keep what stands in a column that nobody knows as notes."""
        text = cell[0].text(cell[1], cell[2])
        before = branch.values.get(key)
        if text and (before is None or isinstance(before, Leaf)):
            said = f"{before.text}\n" if before else ""
            branch.values[key] = Leaf(f"{said}{heading}: {text}", cell)

    def _put(self, branch: Branch, name: str, column: Column, language: str | None, cell: Cell, value: Any) -> None:
        """Put a cell's value where it belongs."""
        text = cell_text(value)
        if not text:
            return
        path = column.path
        if column.shape == "text":
            branch.say(path, Leaf(value if isinstance(value, str) else text, cell), language, self._own_language())
        elif column.shape in ("texts", "files", "list"):
            parts = _SPLIT.split(text) if column.shape == "list" else text.splitlines()
            said = [part.strip() for part in parts if part.strip()]
            named = [part if part in self.own_tracks else value_called(name, path, part) for part in said]
            branch.put(path, [Leaf(part, cell) for part in named], cell)
        elif column.shape == "codes":
            codes = [Leaf(code, cell) for code in self._codes(value, cell)]
            branch.put(path, codes[0] if codes[0].text == "none" else list(codes), cell)
        else:
            one = self._codes(value, cell)[0] if column.shape == "code" else value_called(name, path, text)
            branch.put(path, Leaf(one, cell), cell)

    def _codes(self, value: Any, cell: Cell) -> list[str]:
        """Give the codes of a cell as texts, unspoilt; what is wrong with a text is the plan reader's to say."""
        sheet, row, column = cell
        if isinstance(value, str) and as_date(value) is None:
            return [piece.text for piece in split_codes(value)] or [value.strip()]
        number_format = sheet.number_format(row, column) if not isinstance(value, str) else None
        text, oddity = unspoilt(value, number_format)
        if oddity is not None:
            self.note(oddity[0], cell, fix=sheet.fix(row, column, text, safe=oddity[0] == "SDG002"), **oddity[1])
        return [text]

    def children(self, table: Table, child: Child) -> None:
        """Read the rows of a sheet for what records have many of, each into its record."""
        self._note_columns(table)
        owners = self._owners(child)
        for number in table.rows():
            row = Branch((table.sheet, number, min(table.columns)))
            self._fill(row, table, number, "note")
            owner = self._owner(table, child, number, owners)
            item = row.values.get("text") if child.bare else _interval(row) if child.sheet == "bands" else row
            inner = row.values.get("range")
            if isinstance(inner, Branch):
                row.values["range"] = _interval(inner)
            if owner is not None and item is not None:
                owner.list_at(self._field(table, child, number, row), row.cell).append(item)

    def _owner(self, table: Table, child: Child, number: int, owners: dict[str, Branch]) -> Branch | None:
        """Give the record that a row belongs to; note it where there is none."""
        cell: Cell = (table.sheet, number, table.marks.get("of", 0))
        if child.owners == ("plan",):
            self.header = self.header or Branch(cell)
            return self.header
        name = table.text(number, "of")
        if name not in owners:  # an id is mostly there as it stands; a code may be written in other ways
            name = read_code(name).code or name
        if name not in owners:
            self.note("SDG007", cell, field=table.text(table.heading_row, "of") or "of", ref=name)
        return owners.get(name)

    def _owners(self, child: Child) -> dict[str, Branch]:
        found: dict[str, Branch] = {}
        for section in child.owners:
            for branch in self.sections.get(section, ()):
                key, code = branch.values.get("id"), branch.values.get("code")
                if isinstance(key, Leaf) and key.text:
                    found.setdefault(key.text, branch)
                elif isinstance(code, Leaf) and code.text:
                    found.setdefault(read_code(code.text).code or code.text, branch)
        return found

    def _field(self, table: Table, child: Child, number: int, row: Branch) -> tuple[str, ...]:
        """Say which list of its record a row goes into."""
        if child.sheet == "claims":
            code = row.values.get("code")
            meant = read_code(code.text).code if isinstance(code, Leaf) and code.text else None
            return ("goals",) if code_kind(meant or "") == "goal" else ("targets",)
        if len(child.fields) == 1:
            return child.fields[0]
        for key in keys_called(table.text(number, "field")):
            if (key,) in child.fields:
                return (key,)
        listed = ", ".join(path[0] for path in child.fields)
        cell: Cell = (table.sheet, number, table.marks.get("field", 0))
        expected = words(f"one of {listed}", f"en av {listed}")
        self.note("SDG010", cell, field="field", expected=expected, found=table.text(number, "field"))
        return child.fields[0]

    def misspelt_sheets(self, read: set[str | None]) -> None:
        """Note sheets whose titles come near to one that the workbook has."""
        titles = [sheet_title(name, lang) for name in (*SHEETS, *CHILDREN) for lang in ("en", "nb")]
        for sheet in self.sheets:
            close = nearest(sheet.name or "", titles) if sheet.name not in read else []
            if close and close[0] not in read:
                self.note("SDG005", (sheet, 0, 0), "meant", key=sheet.name, meant=close[0])


def _interval(row: Branch) -> Tree:
    """Give an interval as the list of its two ends."""
    return [row.values.get("low") or Leaf(None, row.cell), row.values.get("high") or Leaf(None, row.cell)]
