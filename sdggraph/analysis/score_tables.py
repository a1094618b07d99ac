"""Tables of scores beside a plan (materiality, interactions): sheets, headings, numbers, and what is wrong in them.

A cell that can't be used is noted with its place and left out; everything else is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding
from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_in import read_bytes
from sdggraph.io.tables.code_cells import CodeCells
from sdggraph.io.tables.delimited import best_delimiter, decode_table, read_delimited
from sdggraph.io.tables.spreadsheet import is_spreadsheet, read_spreadsheet
from sdggraph.io.tables.vocabulary import folded
from sdggraph.lint.finish import diagnostics_of, in_order
from sdggraph.lint.system import PlanSystem
from sdggraph.model.scalars import parse_decimal
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal
    from pathlib import Path

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.base.words import Words
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.tables.sheet import Sheet

__all__ = ["HEAD_ROWS", "ScoreTable", "columns_of", "diagnostics_for", "heading_names", "sheets_in"]

HEAD_ROWS = 40
"""How far down headings are looked for."""

_SPACES = re.compile(r"[ \u00a0\u202f]")
_LONGEST_SHOWN = 40


def sheets_in(path: str | Path, score: Callable[[Sequence[Sequence[object]]], float]) -> list[Sheet]:
    """Give the sheets of a spreadsheet, or the one table of a text with delimiters.

    Args:
        path: The file.
        score: Says how much sense some rows make, to tell delimiters apart.

    Raises:
        InputError: It can't be read.
    """
    data, name = read_bytes(path), str(path)
    if not data.strip():
        raise InputError(words("the file is empty", "filen er tom"), place=Place(name))
    if is_spreadsheet(data):
        return read_spreadsheet(data, name)
    text = decode_table(data, name)
    return [read_delimited(text, name, best_delimiter(text, name, score))]


def heading_names(columns: Mapping[str, str]) -> dict[str, str]:
    """Turn each field's headings, written ``a|b``, into a table from folded heading to field."""
    return {folded(heading): name for name, listed in columns.items() for heading in listed.split("|")}


def columns_of(row: Sequence[object], known: Mapping[str, str]) -> dict[str, int]:
    """Give the column of each field whose heading stands in a row; the first of two counts."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        name = known.get(folded(cell)) if isinstance(cell, str) else None
        if name is not None:
            found.setdefault(name, at)
    return found


@dataclass(slots=True)
class ScoreTable:
    """One sheet of scores, and what was found wrong in it.

    Attributes:
        sheet: The sheet.
        subject: The id of the plan that it is read for.
        findings: What was noted.
        codes: Reads cells of codes, and notes unknown and odd ones.
    """

    sheet: Sheet
    subject: str
    findings: list[Finding] = field(default_factory=list)
    codes: CodeCells = field(init=False)

    def __post_init__(self) -> None:
        self.codes = CodeCells(self.subject, self.findings)

    def note(self, rule: str, row: int, column: int, variant: str | None = None, **values: Any) -> None:
        """Note what is wrong with a cell."""
        place = self.sheet.place(row, column)
        self.findings.append(Finding(rule, self.subject, (), values, (), place, None, None, variant))

    def wrong(self, row: int, column: int, name: Words, expected: Words) -> None:
        """Note a value that can't be used."""
        found = self.sheet.text(row, column)[:_LONGEST_SHOWN]
        self.note("SDG010", row, column, field=name, expected=expected, found=found)

    def number(self, row: int, column: int, name: Words, low: int, high: int, expected: Words) -> Decimal | None:
        """Give a number within its range; None for an empty cell, and, noted, for anything else."""
        text = _SPACES.sub("", self.sheet.text(row, column)).replace("\u2212", "-").replace(",", ".")
        if not text:
            return None
        try:
            value = parse_decimal(text)
        except ValueError:
            self.wrong(row, column, name, expected)
            return None
        if not low <= value <= high:
            self.wrong(row, column, name, expected)
            return None
        return value


def diagnostics_for(findings: Iterable[Finding], graph: PlanGraph, lang: str) -> list[Diagnostic]:
    """Give findings in tables beside the plans of a graph as diagnostics, by place."""
    rated = []
    for one in findings:
        rule = ALL_RULES[one.code]
        severity = rule.milder.get(one.variant or "", rule.level.default)
        if severity is not None:
            rated.append((one, severity))
    system = PlanSystem(graph.plans, graph.plans[:1], graph.index)
    return in_order(diagnostics_of(rated, {}, system, lang))
