"""Suppressions in a table's own column, headed "Ignore" or "Godtatte funn": ``SDG202 measured by the county``.

A cell of it covers what is found in its row, and all that is found of the nodes that begin there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from sdggraph.base.grids import cell_name
from sdggraph.base.places import Place
from sdggraph.lint.suppress import Suppression, row_of
from sdggraph.rules.rule_names import code_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdggraph.base.grids import Grid
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["table_suppressions"]

_CELL = re.compile(r"\s*\[?((?:[A-Za-z]+\d+)(?:[\s,;]+[A-Za-z]+\d+\b)*)\]?[\s:.\u2013\u2014-]*(.*)", re.DOTALL)
_CODE = re.compile(r"[A-Za-z]+\d+")


def table_suppressions(plan: Plan, rules: Mapping[str, Rule]) -> Iterator[Suppression]:
    """Give the suppressions in the columns of a plan's tables."""
    tables = plan.reading.tables if plan.reading is not None else {}
    found = [(name, grid, column) for name, grid in tables.items() for column in _columns(grid)]
    if not found:
        return
    nodes = _nodes_by_row(plan)
    for (file, sheet), grid, column in found:
        for row in range(len(grid.rows)):
            text = grid.cell(row, column).text
            match = _CELL.fullmatch(text)
            place = Place(file, sheet=sheet, cell=cell_name(row, column))
            line = row_of(place)
            if match is None:
                if text.strip() and not {plan.id}.issuperset(nodes.get(line, ())):  # the plan begins at its headings
                    yield Suppression("", plan.id, "comment", place)
                continue
            for written in _CODE.findall(match[1]):
                meant = code_meant(written, rules)
                code = meant if meant in rules and meant is not None else written
                covered = frozenset(nodes.get(line, ()))
                yield Suppression(code, plan.id, "comment", place, match[2].strip(), line, covered)


def _columns(grid: Grid) -> list[int]:
    """Give the columns that hold what is accepted."""
    from sdggraph.io.tables.vocabulary import meaning_of

    meanings = {column: meaning_of(heading) for column, heading in grid.headings.items()}
    return [column for column, meaning in meanings.items() if meaning is not None and meaning.column == "accepted"]


def _nodes_by_row(plan: Plan) -> dict[tuple[str, int] | None, list[str]]:
    nodes: dict[tuple[str, int] | None, list[str]] = defaultdict(list)
    for node, origin in (plan.reading.origins if plan.reading is not None else {}).items():
        place = origin.place()
        if place.cell is not None:
            nodes[row_of(place)].append(node)
    return nodes
