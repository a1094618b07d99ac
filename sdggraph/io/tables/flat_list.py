"""The flat list that planners keep: one row a strategy or action, its area and objective beside it, in any order.

An empty or merged cell goes on from the one above, as long as what stands to the left of it in the hierarchy (area,
objective, sub-objective, strategy, action) is the same. The same text in the same surroundings is one node. Then:

- Codes and indicators belong to the row's strategy; without one to its objective, action or area. Where a table has
  them only in the first row of each objective, or of each area, they belong to that.
- Owner, deadline, status, description and what stands in unknown columns belong to the narrowest node of the row.
- A goal is left out beside a target of its own in the same row: *3 | 3.8* claims 3.8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdggraph.io.tables.cell_texts import Item, items_of, key_of
from sdggraph.io.tables.code_cells import CodeCells
from sdggraph.io.tables.flat_details import Details, FlatTable
from sdggraph.io.tables.flat_measures import MEASURE_COLUMNS, Measures
from sdggraph.io.tables.flat_money import Money
from sdggraph.io.tables.kept_ids import KeptIds
from sdggraph.io.tables.rows import area_in_row, heading_again, is_blank, is_total
from sdggraph.model.codes import goal_of

if TYPE_CHECKING:
    from sdggraph.io.tables.drafts import Cell, Draft, Drafts
    from sdggraph.io.tables.headings import Headings
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column

__all__ = ["FLAT_COLUMNS", "is_flat_list", "read_flat_list"]

FLAT_COLUMNS: frozenset[Column] = frozenset(
    {
        *("area", "objective", "sub_objective", "strategy", "action", "goal", "target", "codes", "indicator"),
        *("stakeholders", "owner", "start", "due", "status", "partners", "number", "id", "description", "notes"),
        *("accepted", "ids", "budget", "budget_type", "owner_due", *MEASURE_COLUMNS),
    }
)
"""What a flat list has columns for."""

Level: TypeAlias = Literal["area", "objective", "sub_objective", "strategy", "action"]

_LEVELS: tuple[Level, ...] = ("area", "objective", "sub_objective", "strategy", "action")
_SECTION: dict[Level, str] = {
    "area": "areas",
    "objective": "objectives",
    "sub_objective": "objectives",
    "strategy": "strategies",
    "action": "actions",
}
_ABOVE: tuple[Level, ...] = ("area", "objective")
_CODES: tuple[Column, ...] = ("goal", "target", "codes")


def is_flat_list(headings: Headings) -> bool:
    """Say whether headings are those of a flat list: a strategy, action, objective or area, and something more."""
    return headings.known > 1 and headings.holds("strategy", "action", "objective", "sub_objective", "area")


def read_flat_list(sheet: Sheet, headings: Headings, drafts: Drafts) -> int:
    """Read the rows of a flat list into drafts; give the number of rows that say something."""
    table = FlatTable(sheet, headings)
    codes, kept = CodeCells(drafts.plan, drafts.findings), KeptIds.of(sheet, headings, drafts)
    details = Details(table, drafts)
    levels = tuple(level for level in _LEVELS if level in table.at)
    reader = _Reader(
        table, drafts, codes, details, kept, Measures(table, drafts, details), Money(table, drafts, details), levels
    )
    if not headings.holds("area"):
        above = (area_in_row(sheet, headings, number) for number in range(headings.top - 1, -1, -1))
        banner = next((one for one in above if one is not None), None)
        if banner is not None:
            headings.title = None if headings.title == sheet.text(*banner[1][1:]) else headings.title
            reader.begin_area(*banner)
    read = sum(reader.row(number) for number in range(headings.first_row, len(sheet.rows)))
    reader.settle()
    return read


@dataclass(slots=True)
class _Said:
    """What one row says for the node that it is about: codes, or indicators."""

    nodes: dict[Level, list[Draft]]
    begun: frozenset[Level]
    narrowest: list[Draft]
    values: dict[str, tuple[str, ...]]
    cell: Cell

    def of(self, *levels: Level) -> list[Draft]:
        """Give the nodes of the first of these levels that the row has."""
        return next((self.nodes[level] for level in levels if level in self.nodes), [])


@dataclass(slots=True)
class _Reader:
    """Goes down the rows and keeps what an empty cell goes on from."""

    table: FlatTable
    drafts: Drafts
    codes: CodeCells
    details: Details
    kept: KeptIds
    measured: Measures
    money: Money
    levels: tuple[Level, ...]
    current: dict[Level, list[Draft]] = field(default_factory=dict)
    names: dict[Level, list[str]] = field(default_factory=dict)
    texts: dict[Level, list[str]] = field(default_factory=dict)
    begun: set[Level] = field(default_factory=set)
    strategies: dict[Level, dict[str, set[str]]] = field(default_factory=dict)
    claims: list[_Said] = field(default_factory=list)
    measures: list[_Said] = field(default_factory=list)

    def row(self, number: int) -> bool:
        """Read one row; say whether there was anything in it."""
        sheet, headings = self.table.sheet, self.table.headings
        if is_blank(sheet, headings, number) or heading_again(sheet, headings, number):
            return False
        first = next(text for one in headings.columns if (text := sheet.text(number, one.column)))
        if is_total(first):
            return False
        if not headings.holds("area") and (banner := area_in_row(sheet, headings, number)) is not None:
            self.begin_area(*banner)
            return True
        self.begun.clear()
        narrowest: list[Draft] = []
        for level in self.levels:
            narrowest = self._level(number, level) or narrowest
        narrowest = narrowest or self._deepest()
        indicators = self._gather(number, narrowest)
        if self.measured.columns:
            self.measured.describe(number, indicators, narrowest)
        if "budget" in self.table.at:
            self.money.describe(number, narrowest)
        for node in narrowest:
            self.details.describe(number, node)
        return True

    def begin_area(self, item: Item, cell: Cell) -> None:
        """Begin the area that a row over the whole table names."""
        draft = self.drafts.node("areas", ("area",), item.title, cell)
        draft.say("number", item.number, cell)
        self.current, self.names = {"area": [draft]}, {"area": [draft.name]}

    def _cells(self, number: int, *columns: Column) -> list[tuple[str, Cell]]:
        return self.table.cells(number, *columns)

    def _level(self, number: int, level: Level) -> list[Draft]:
        """Read the nodes of one level that a row names itself; what is narrower begins anew where they are others."""
        said = [one for one in self.table.cells(number, level) if one[1][1] == number]
        if not said:  # a merged cell goes on from the row above as an empty one does
            return []
        texts = [text for text, _ in said]
        if self._is_repeated(level, texts):
            return self.current[level]
        self.texts[level] = texts
        nodes: list[Draft] = []
        for text, cell in said:
            items = items_of(text) if level != "area" else (_whole(text),)
            kept = self.kept.wanted(number, (level, None), items)
            nodes += [self._node(number, level, item, cell, name) for item, name in zip(items, kept, strict=True)]
        names = [one.name for one in nodes]
        if nodes and names != self._names(level):
            for narrower in _LEVELS[_LEVELS.index(level) + 1 :]:
                self.current.pop(narrower, None)
                self.names.pop(narrower, None)
            self.current[level], self.names[level] = nodes, names
            self.begun.add(level)
        for node in nodes:
            self._link(level, node)
        return nodes

    def _is_repeated(self, level: Level, texts: list[str]) -> bool:
        """Say whether a row repeats the texts of the one above, with the same around them: they are the same nodes."""
        return (
            not self.begun
            and level in self.current
            and self.texts.get(level) == texts
            and level != "action"
            and self.kept.column is None
            and self.drafts.rows is None
            and "id" not in self.table.at
        )

    def _node(self, number: int, level: Level, item: Item, cell: Cell, kept: str | None) -> Draft:
        within: tuple[Any, ...] = (level, *(self._names("area") if level != "area" else ()))
        if level == "sub_objective":
            within = (*within, *self._names("objective"))
        if level == "action":
            within = (*within, *(key_of(text) for text, _ in self._cells(number, "owner", "due", "owner_due")))
        given = self._cells(number, "id") if "id" in self.table.at and kept is None else []
        if given and self._is_narrowest(number, level):
            draft = self.drafts.node(_SECTION[level], within, item.title, cell, given[0][0])
        else:
            draft = self.drafts.kept(_SECTION[level], within, item.title, cell, kept)
            self.kept.note(number, (level, None), draft.name)
        draft.say("number", item.number, cell)
        return draft

    def _is_narrowest(self, number: int, level: Level) -> bool:
        return not any(self._cells(number, narrower) for narrower in _LEVELS[_LEVELS.index(level) + 1 :])

    def _names(self, level: Level) -> list[str]:
        return self.names.get(level, [])

    def _deepest(self) -> list[Draft]:
        return next((self.current[level] for level in reversed(_LEVELS) if level in self.current), [])

    def _link(self, level: Level, node: Draft) -> None:
        """Tie a node to the nearest one above it."""
        area, objective, below = self._names("area"), self._names("objective"), self._names("sub_objective")
        if level == "objective" and area:
            node.add("areas", area, node.home)
        elif level == "sub_objective":
            if objective:
                node.say("part_of", objective[0], node.home)
            elif area:
                node.add("areas", area, node.home)
        elif level == "strategy":
            above = below or objective
            node.add("objectives" if above else "areas", above or area, node.home)
        elif level == "action":
            strategies = self._names("strategy")
            node.add("strategies" if strategies else "objectives", strategies or below or objective, node.home)

    def _gather(self, number: int, narrowest: list[Draft]) -> list[Draft]:
        """Keep a row's codes and indicators until all rows are read; give the indicators."""
        strategies = self._names("strategy")
        for level in _ABOVE:
            below = self.strategies.setdefault(level, {})
            for above in self._names(level):
                below.setdefault(above, set()).update(strategies)
        nodes, begun = dict(self.current), frozenset(self.begun)
        indicators, at = self._indicators(number)
        names = {"indicators": tuple(one.name for one in indicators)}
        for gathered, (values, cell) in ((self.claims, self._codes(number)), (self.measures, (names, at))):
            if cell is not None:
                gathered.append(_Said(nodes, begun, narrowest, values, cell))
        return indicators

    def _codes(self, number: int) -> tuple[dict[str, tuple[str, ...]], Cell | None]:
        goals: list[str] = []
        targets: list[str] = []
        first: Cell | None = None
        for _, cell in self._cells(number, *_CODES):
            goal = goals[0] if len(goals) == 1 else None
            for code in self.codes.read(*cell, kinds=("goal", "target"), goal=goal):
                (targets if "." in code else goals).append(code)
            first = first or cell
        covered = {goal_of(code) for code in targets}
        return {"goals": tuple(code for code in goals if code not in covered), "targets": tuple(targets)}, first

    def _indicators(self, number: int) -> tuple[list[Draft], Cell | None]:
        found: list[Draft] = []
        first: Cell | None = None
        for text, cell in self._cells(number, "indicator"):
            items = items_of(text.replace(";", "\n"))
            for item, kept in zip(items, self.kept.wanted(number, ("indicator", None), items), strict=True):
                draft = self.drafts.kept("indicators", (), item.title, cell, kept)
                self.kept.note(number, ("indicator", None), draft.name)
                draft.say("number", item.number, cell)
                found.append(draft)
            first = first or cell
        return found, first

    def settle(self) -> None:
        """Give the codes and indicators of all rows to the nodes that they belong to."""
        level = self._spoken_of(self.claims)
        for said in self.claims:
            wanted = said.of(level) or said.of("strategy", "sub_objective", "objective", "area")
            _give(said, wanted)
            if not wanted:  # an action has no goals of its own
                for node in said.narrowest:
                    self.details.note(node, said.cell)
        level = self._spoken_of(self.measures)
        for said in self.measures:
            _give(said, said.of(level) or said.of("strategy", "sub_objective", "objective") or said.narrowest)

    def _spoken_of(self, said: list[_Said]) -> Level:
        """Say what a column speaks of: the areas or objectives, if only the first row of each says anything."""
        objectives = self.strategies.get("objective", {})
        for level in _ABOVE:
            if level == "area" and objectives and len(said) >= len(objectives):
                continue  # as many as there are objectives
            several = sum(len(names) > 1 for names in self.strategies.get(level, {}).values())
            if several > 1 and all(level in one.begun for one in said):
                return level
        return "strategy"


def _give(said: _Said, nodes: list[Draft]) -> None:
    for node in nodes:
        for name, values in said.values.items():
            if values:
                node.add(name, values, said.cell)


def _whole(text: str) -> Item:
    """Give an area's cell as one text, with its number."""
    joined = " ".join(text.split())
    return next(iter(items_of(joined)), Item(joined))
