"""The method table: from goals and their targets to objectives, strategies and interests in two tracks, row by row.

A row is about a goal: the one in its goal cell, or the goal of the row above where that cell is empty or merged. In
the same way an empty target cell goes on from the targets above it, and an empty objective cell, beside a strategy,
from the objective above it. So:

- An objective contributes to the targets of its row; to the goal, where there are none.
- A strategy contributes to the objectives of its row and track; where there are none, to what they would contribute to.
- Opportunities and challenges belong to the row's target if it has exactly one, else to the row's goal.
- The same text under one goal and track is one objective, or one strategy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.io.tables.cell_texts import items_of, names_of
from sdggraph.io.tables.code_cells import CodeCells
from sdggraph.io.tables.kept_ids import KeptIds
from sdggraph.io.tables.rows import heading_again, is_blank, is_total, notes_of
from sdggraph.model.codes import goal_of

if TYPE_CHECKING:
    from sdggraph.io.tables.drafts import Cell, Draft, Drafts
    from sdggraph.io.tables.headings import Headings
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column, Group

__all__ = ["METHOD_COLUMNS", "is_method_table", "read_method_table"]

METHOD_COLUMNS: frozenset[Column] = frozenset(
    {
        *("goal", "target", "codes", "significance", "opportunities", "challenges"),
        *("objective", "strategy", "stakeholders", "indicator", "notes", "accepted", "ids"),
    }
)
"""What a method table has columns for."""

_PRECONDITIONS: tuple[Column, ...] = ("opportunities", "challenges")
_TRACKS: tuple[Group | None, ...] = ("services", "community", "organisation", None)


def is_method_table(headings: Headings) -> bool:
    """Say whether headings are those of a method table: goals or targets with what they mean here, or with tracks."""
    if any(group is not None for _, group in headings.slots()):
        return True
    if not headings.holds("goal", "target", "codes"):
        return False
    others = headings.holds("significance", "opportunities", "challenges")
    beyond = headings.holds("area", "action", "owner", "due", "strategy", "objective")
    return others or not beyond


def read_method_table(sheet: Sheet, headings: Headings, drafts: Drafts) -> int:
    """Read the rows of a method table into drafts; give the number of rows that say something."""
    codes, kept = CodeCells(drafts.plan, drafts.findings), KeptIds.of(sheet, headings, drafts)
    reader = _Reader(sheet, headings, drafts, codes, kept)
    return sum(reader.row(number) for number in range(headings.first_row, len(sheet.rows)))


@dataclass(slots=True)
class _Reader:
    """Goes down the rows and keeps what an empty cell goes on from."""

    sheet: Sheet
    headings: Headings
    drafts: Drafts
    codes: CodeCells
    kept: KeptIds
    goals: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    goal_cell: Cell | None = None
    target_cell: Cell | None = None
    objectives: dict[Group | None, list[Draft]] = field(default_factory=dict)

    def row(self, number: int) -> bool:
        """Read one row; say whether there was anything in it."""
        if is_blank(self.sheet, self.headings, number) or heading_again(self.sheet, self.headings, number):
            return False
        if any(is_total(self.sheet.text(number, at)) for at in self.headings.at("goal")):
            return False
        self._goal(number)
        self._targets(number)
        self._preconditions(number)
        narrowest: list[Draft] = []
        for track in _TRACKS:
            narrowest += self._track(number, track)
        goal = [self.drafts.scoped("goals", code, self._goal_at()) for code in self.goals[:1]]
        for node in narrowest or goal:
            for text, column in notes_of(self.sheet, self.headings, number):
                node.append_text("notes", text, (self.sheet, number, column))
        return True

    def _cells(self, number: int, column: Column, track: Group | None = None) -> list[tuple[str, Cell]]:
        """Give the texts of a row's cells that hold something, with the cells."""
        texts = ((self.sheet.text(number, at), (self.sheet, number, at)) for at in self.headings.at(column, track))
        return [(text, cell) for text, cell in texts if text]

    def _goal(self, number: int) -> None:
        for _, cell in self._cells(number, "goal"):
            found = self.codes.read(*cell, kinds=("goal",))
            if not found or found != self.goals:
                self.targets, self.target_cell = (), None
                self.objectives.clear()
            self.goals, self.goal_cell = found, cell
        for code in self.goals:
            goal = self.drafts.scoped("goals", code, self._goal_at())
            for text, cell in self._cells(number, "significance"):
                goal.append_text("significance", " ".join(text.split()), cell)

    def _goal_at(self) -> Cell:
        return self.goal_cell or (self.sheet, self.headings.first_row, 0)

    def _targets(self, number: int) -> None:
        goal = self.goals[0] if len(self.goals) == 1 else None
        mixed = [cell for _, cell in self._cells(number, "codes")]
        cells = [*(cell for _, cell in self._cells(number, "target")), *mixed]
        if cells:
            self.targets = ()
        for cell in cells:
            kinds = ("goal", "target") if cell in mixed and not self.headings.holds("goal") else ("target",)
            found = tuple(code for code in self.codes.read(*cell, kinds=kinds, goal=goal) if "." in code)
            self.targets = tuple(dict.fromkeys((*self.targets, *found)))
            self.target_cell = cell
            for code in found:
                self.drafts.scoped("targets", code, cell)
        if self.headings.holds("goal") or not cells:
            return
        alone = (code for cell in mixed for code in self.codes.read(*cell, kinds=("goal", "target")))
        self.goals = tuple(dict.fromkeys(goal_of(code) for code in (*self.targets, *alone)))
        self.goal_cell = self.target_cell
        for code in self.goals:
            self.drafts.scoped("goals", code, self._goal_at())

    def _preconditions(self, number: int) -> None:
        for column in _PRECONDITIONS:
            for text, cell in self._cells(number, column):
                texts = [item.title for item in items_of(text)]
                if len(self.targets) == 1:
                    self.drafts.scoped("targets", self.targets[0], cell).add(column, texts, cell)
                else:
                    for code in self.goals:
                        self.drafts.scoped("goals", code, self._goal_at()).add(column, texts, cell)

    def _track(self, number: int, track: Group | None) -> list[Draft]:
        """Read a row's objectives, strategies and interests in one track; give the narrowest of them."""
        within = (self.goals, track)
        objectives = self._nodes(number, "objectives", "objective", track, within)
        strategies = self._nodes(number, "strategies", "strategy", track, within)
        if objectives:
            self.objectives[track] = objectives
        for objective in objectives:
            self._contribute(objective)
        above = self.objectives.get(track, [])
        for strategy in strategies:
            if above:
                strategy.add("objectives", [one.name for one in _numbered_above(strategy, above)], strategy.home)
            else:
                self._contribute(strategy)
        self._stakeholders(number, track, strategies or objectives or above)
        self._indicators(number, track, strategies or objectives or above)
        return strategies or objectives

    def _nodes(
        self, number: int, section: str, column: Column, track: Group | None, within: tuple[object, ...]
    ) -> list[Draft]:
        found = []
        for text, cell in self._cells(number, column, track):
            items = items_of(text)
            for item, kept in zip(items, self.kept.wanted(number, (column, track), items), strict=True):
                draft = self.drafts.kept(section, within, item.title, cell, kept)
                self.kept.note(number, (column, track), draft.name)
                draft.say("number", item.number, cell)
                if track is not None:
                    draft.add("tracks", [track], cell)
                found.append(draft)
        return found

    def _contribute(self, draft: Draft) -> None:
        """Tie an objective or strategy to the row's targets, or to its goal."""
        if self.targets and self.target_cell is not None:
            draft.add("targets", self.targets, self.target_cell)
        elif self.goals:
            draft.add("goals", self.goals, self._goal_at())

    def _stakeholders(self, number: int, track: Group | None, nodes: list[Draft]) -> None:
        for text, cell in self._cells(number, "stakeholders", track):
            drafts = [self.drafts.node("stakeholders", (), name, cell) for name in names_of(text)]
            for node in nodes:
                node.add("stakeholders", [one.name for one in drafts], cell)

    def _indicators(self, number: int, track: Group | None, nodes: list[Draft]) -> None:
        for text, cell in self._cells(number, "indicator", track):
            items = items_of(text.replace(";", "\n"))
            for item, kept in zip(items, self.kept.wanted(number, ("indicator", track), items), strict=True):
                draft = self.drafts.kept("indicators", (), item.title, cell, kept)
                self.kept.note(number, ("indicator", track), draft.name)
                draft.say("number", item.number, cell)
                for node in nodes:
                    node.add("indicators", [draft.name], cell)


def _numbered_above(strategy: Draft, objectives: list[Draft]) -> list[Draft]:
    """Give the objectives whose number a strategy's goes on from (2.1 from 2); all, where none is."""
    number = strategy.values.get("number")
    own = [one for one in objectives if number and number.startswith(f"{one.values.get('number')}.")]
    return own or objectives
