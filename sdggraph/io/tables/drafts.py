"""Records in the making: rows add to them, each value with its cell, and at the end they become a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.base.diagnostics import Finding
from sdggraph.base.slugs import slug, unused
from sdggraph.catalogue import is_code_like
from sdggraph.io.tables.cell_texts import key_of
from sdggraph.model.codes import is_local_id, node_id
from sdggraph.model.nodes import Prioritisation, Selection
from sdggraph.model.parts import BudgetLine, Claim, Condition, Measurement, Period, Source, TargetValue
from sdggraph.model.plan import SECTIONS, Plan
from sdggraph.model.preconditions import preconditions_of
from sdggraph.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import FieldPath, Origin, Place
    from sdggraph.io.tables.headings import Slot
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.model.record import Record

__all__ = ["Cell", "Draft", "Drafts", "TableOrigin"]

Cell: TypeAlias = "tuple[Sheet, int, int]"
"""A cell: its sheet, and its 0-based row and column."""

_INNER = frozenset({"code", "text"})
_SCOPED = {"goals": "goal", "targets": "target"}


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """Tells the cells of a record that was read from a table."""

    home: Cell
    cells: dict[FieldPath, Cell]

    def place(self, path: FieldPath = (), default: FieldPath = ()) -> Place:
        """Give the cell of the value at ``path``; else at ``default``; else of the nearest value around it."""
        cell = self._exactly(path) or (self._exactly(default) if default else None)
        while cell is None and path:
            path = path[:-1]
            cell = self.cells.get(path)
        sheet, row, column = cell or self.home
        return sheet.place(row, column)

    def _exactly(self, path: FieldPath) -> Cell | None:
        found = self.cells.get(path)
        if found is None and len(path) > 1 and path[-1] in _INNER:
            found = self.cells.get(path[:-1])
        return found


@dataclass(slots=True, eq=False)
class Draft:
    """A record in the making: its section and id, what is said of it, and the cell of each value."""

    section: str
    name: str
    home: Cell
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[FieldPath, Cell] = field(default_factory=dict)

    def say(self, name: str, value: Any, cell: Cell) -> None:
        """Say a value once; what was said before stays."""
        if value and name not in self.values:
            self.values[name] = value
            self.cells[name,] = cell

    def add(self, name: str, items: Iterable[Any], cell: Cell) -> None:
        """Add to a list what isn't in it yet."""
        listed = self.values.setdefault(name, [])
        for item in items:
            if item not in listed:
                self.cells[name, len(listed)] = cell
                listed.append(item)

    def append_text(self, name: str, text: str, cell: Cell) -> None:
        """Add a line to a text, unless it is there already."""
        before = self.values.get(name, "")
        if text and text not in before.split("\n"):
            self.values[name] = f"{before}\n{text}" if before else text
            self.cells.setdefault((name,), cell)


@dataclass(slots=True)
class Drafts:
    """All records of a plan in the making, by section and key, in the order in which they were met."""

    plan: str
    findings: list[Finding] = field(default_factory=list)
    sections: dict[str, dict[Any, Draft]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    rows: dict[tuple[str | None, int], dict[Slot, list[str]]] | None = None
    """Which nodes each row of each sheet names, if somebody wants to know."""
    _kept: dict[str, Draft] = field(default_factory=dict)

    def scoped(self, section: str, code: str, cell: Cell) -> Draft:
        """Give the draft of a prioritised goal or a selected target."""
        known = self.sections.setdefault(section, {})
        draft = known.get(code)
        if draft is None:
            draft = known[code] = Draft(section, f"{_SCOPED[section]}-{code}", cell, {"code": code}, {("code",): cell})
        return draft

    def node(self, section: str, within: tuple[Any, ...], title: str, cell: Cell, wanted: str | None = None) -> Draft:
        """Give the draft of the node with a title among those within the same surroundings.

        Its id is the one that is wanted, if it can be one and isn't taken; else it is made of the title.
        """
        known = self.sections.setdefault(section, {})
        key = (*within, key_of(title))
        draft = known.get(key)
        if draft is None:
            if wanted and is_local_id(wanted) and not is_code_like(wanted) and wanted not in self.taken:
                self.taken.add(wanted)
            else:
                wanted = None
            name = wanted or self.mint(title, SECTIONS[section].__name__.lower())
            draft = known[key] = Draft(section, name, cell, {"id": name, "title": title}, {("title",): cell})
        return draft

    def kept(self, section: str, within: tuple[Any, ...], title: str, cell: Cell, name: str | None) -> Draft:
        """Give the draft of the node whose id the table keeps, whatever its title is now; without an id, as ``node``.

        An id that stands beside two different titles is noted: a row was copied, and is another node.
        """
        usable = name is not None and is_local_id(name) and not is_code_like(name)
        if name is None or not usable:
            return self.node(section, within, title, cell)
        known = self.sections.setdefault(section, {})
        key = (*within, key_of(title))
        draft = self._kept.get(name)
        if draft is not None and draft.section == section and key_of(draft.values["title"]) == key[-1]:
            known.setdefault(key, draft)
            return draft
        if draft is not None:
            place = cell[0].place(cell[1], cell[2])
            self.findings.append(Finding("SDG006", self.plan, (), {"id": name}, (), place))
            return self.node(section, within, title, cell)
        if key in known:
            key = (*key, name)  # the same title, but a node of its own
        draft = known[key] = Draft(section, name, cell, {"id": name, "title": title}, {("title",): cell})
        self._kept[name] = draft
        return draft

    def mint(self, title: str, kind: str) -> str:
        """Make an id of a title: readable, not taken, and not to be taken for a code."""
        wanted = slug(title, kind)
        if is_code_like(wanted) or wanted.partition("-")[0] in ("goal", "target"):
            wanted = f"{kind}-{wanted}"
        made = unused(wanted, self.taken)
        self.made.add(made)
        return made

    def plan_of(self, header: dict[str, Any], name: str) -> Plan:
        """Make the plan of what was drafted, with its places and findings."""
        origins: dict[str, Origin] = {}
        values: dict[str, Any] = dict(header)
        for section, kind in SECTIONS.items():
            drafts = self.sections.get(section, {}).values()
            values[section] = tuple(self._record(kind, draft, origins) for draft in drafts)
        reading = Reading(name, origins, self.findings, made=self.made)
        return Plan.trusted(values).read_as(reading)

    def _record(self, kind: type[Record], draft: Draft, origins: dict[str, Origin]) -> Record:
        scoped = issubclass(kind, (Prioritisation, Selection))
        values = {
            name: value if value.__class__ is str else _final(name, value, scoped=scoped)
            for name, value in draft.values.items()
            if value or value is None
        }
        record = kind.trusted(values)
        origin = TableOrigin(draft.home, draft.cells)
        origins[node_id(self.plan, draft.name)] = origin
        if isinstance(record, (Prioritisation, Selection)):
            for node, path in preconditions_of(record):
                origins[node_id(self.plan, node.id)] = TableOrigin(draft.cells.get(path, draft.home), {})
        return record


def _final(name: str, value: Any, *, scoped: bool) -> Any:
    """Give a drafted value in its record's type."""
    if name in ("opportunities", "challenges"):
        return tuple(Condition.trusted({"text": text}) for text in value)
    if name in ("goals", "targets") and not scoped:
        return tuple(_claim(code) for code in value)
    if name in _PARTS:
        return _PARTS[name].trusted(value)
    if name in _LISTED_PARTS:
        return tuple(_LISTED_PARTS[name].trusted(one) for one in value)
    return tuple(value) if isinstance(value, list) else value


_PARTS: dict[str, type[Record]] = {"period": Period, "baseline": Measurement, "source": Source}
_LISTED_PARTS: dict[str, type[Record]] = {
    "target_values": TargetValue,
    "measurements": Measurement,
    "budget": BudgetLine,
}
_CLAIMS: dict[str, Claim] = {}


def _claim(code: str) -> Claim:
    """Give the claim that says nothing but the code; the same one each time."""
    if code not in _CLAIMS:
        _CLAIMS[code] = Claim.trusted({"code": code})
    return _CLAIMS[code]
