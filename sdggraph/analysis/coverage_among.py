"""The targets that somebody answers for, as a list of one's own.

Which of the UN's 169 targets are a municipality's to reach depends on its country's laws; there is no open list of
them, so none is shipped. The user brings one: codes, one or several a line, or a table with a column of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.analysis.score_tables import ScoreTable, sheets_in
from sdggraph.base.errors import InputError
from sdggraph.base.grids import cell_text
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.catalogue import codes, read_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sdggraph.base.diagnostics import Finding

__all__ = ["TargetList", "read_targets", "targets_among"]

_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class TargetList:
    """Targets, in SDG order, and what was wrong in the list that they come from."""

    targets: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def targets_among(wanted: Iterable[str]) -> tuple[str, ...]:
    """Give the targets that codes stand for, in SDG order: a goal stands for all of its targets.

    Raises:
        NotFoundError: There is no such goal or target.
    """
    known = codes()
    found: set[str] = set()
    for code in wanted:
        kind = known.kinds.get(code)
        if kind not in ("goal", "target"):
            from sdggraph.catalogue.records import no_such_code

            raise no_such_code(code)
        found.update((code,) if kind == "target" else known.children[code])
    return tuple(code for code, kind in known.kinds.items() if kind == "target" and code in found)


def read_targets(path: str | Path, subject: str = "") -> TargetList:
    """Read a list of targets from the column of a file that has most codes; what stands above the first is a heading.

    Raises:
        InputError: It can't be read, or has no codes.
    """
    sheets = sheets_in(path, lambda rows: max(_codes_by_column(rows), default=0))
    sheet = max(sheets, key=lambda one: max(_codes_by_column(one.rows[:_LOOKED_AT]), default=0), default=None)
    counts = _codes_by_column(sheet.rows[:_LOOKED_AT]) if sheet is not None else []
    if sheet is None or not any(counts):
        raise InputError(
            words("there are no codes of goals or targets", "her er ingen koder på bærekraftsmål eller delmål"),
            place=Place(str(path)),
            hint=words("write one code a line: 3.8", "skriv én kode per linje: 3.8"),
        )
    column = counts.index(max(counts))
    table = ScoreTable(sheet, subject)
    begun = False
    found: list[str] = []
    for row in range(len(sheet.rows)):
        begun = begun or _is_code(sheet.text(row, column))
        if begun and sheet.text(row, column):
            found += table.codes.read(sheet, row, column, ("goal", "target"))
    return TargetList(targets_among(found), tuple(table.findings))


def _codes_by_column(rows: Sequence[Sequence[object]]) -> list[int]:
    width = max(map(len, rows), default=0)
    return [sum(_is_code(cell_text(row[at])) for row in rows if at < len(row)) for at in range(width)]


def _is_code(text: str) -> bool:
    return bool(text) and text[0].isascii() and read_code(text.partition(",")[0].strip()).kind in ("goal", "target")
