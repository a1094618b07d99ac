"""A matrix of interactions that the user brings: long, a pair a row, or square, codes above and beside.

Nothing of it is taken over silently: a code that isn't known, or a score that is no whole number from -3 to 3, is noted
with its cell and left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.analysis.interactions_links import Link
from sdggraph.analysis.score_tables import HEAD_ROWS, ScoreTable, columns_of, heading_names, sheets_in
from sdggraph.base.errors import InputError
from sdggraph.base.grids import cell_text
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.catalogue import read_code

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sdggraph.base.diagnostics import Finding
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["Matrix", "read_matrix"]

_FIELDS = heading_names(
    {
        "source": "source|from|fra|kilde mål|påvirker|virker fra|source goal|source target|fra mål|fra delmål",
        "target": "target|to|til|påvirkes|target goal|mottaker|til mål|til delmål|on",
        "score": "score|skår|poeng|poengsum|verdi|value|samspill|interaction",
        "note": "note|notat|merknad|kommentar|comment|why|begrunnelse",
        "evidence": "evidence|kunnskapsgrunnlag|kilde|source of score|citation|reference|referanse|henvisning",
    }
)
_LONG = ("source", "target", "score")
_SCORE, _TARGET, _CODE = words("score", "poengsum"), words("target", "til"), words("code", "kode")
_EXPECTED = words("a whole number from -3 to 3", "et heltall fra -3 til 3")
_OTHER = words("another goal or target than the source", "et annet mål eller delmål enn det som virker")
_CITED = re.compile(r"\s*(?:source|citation|reference|kilde|referanse)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_FEWEST_CODES = 2


@dataclass(frozen=True, slots=True)
class Matrix:
    """What was read of a matrix."""

    links: tuple[Link, ...]
    citation: str | None
    findings: tuple[Finding, ...]


def read_matrix(path: str | Path, graph: PlanGraph, citation: str | None = None) -> Matrix:
    """Read a matrix of scores between goals and targets; empty cells say nothing.

    A cell above or below it that begins with ``Source:`` or ``Kilde:`` is its citation.

    Raises:
        InputError: It can't be read, or is neither long nor square.
    """
    best = max(sheets_in(path, _sense), key=lambda sheet: _sense(sheet.rows[:HEAD_ROWS]), default=None)
    if best is None or not _sense(best.rows[:HEAD_ROWS]):
        raise InputError(
            words("this is no matrix of interactions", "dette er ingen samspillsmatrise"),
            place=Place(str(path)),
            hint=words(
                "give it the columns source, target and score, or codes in its first row and first column",
                "gi den kolonnene fra, til og poengsum, eller koder i første rad og første kolonne",
            ),
        )
    reader = _Reader(ScoreTable(best, graph.plans[0].id if graph.plans else ""), citation or _citation(best.rows))
    head = max(range(min(len(best.rows), HEAD_ROWS)), key=lambda row: _sense([best.rows[row]]))
    columns = columns_of(best.rows[head], _FIELDS)
    if all(name in columns for name in _LONG):
        for row in range(head + 1, len(best.rows)):
            reader.pair(row, columns)
    else:
        reader.square(head)
    return Matrix(tuple(reader.links.values()), reader.citation, tuple(reader.table.findings))


def _citation(rows: Sequence[Sequence[object]]) -> str | None:
    cells = (cell for row in (*rows[:HEAD_ROWS], *rows[-HEAD_ROWS:]) for cell in row[:HEAD_ROWS])
    found = (_CITED.fullmatch(cell) for cell in cells if isinstance(cell, str))
    return next((" ".join(match[1].split()) for match in found if match), None)


def _sense(rows: Sequence[Sequence[object]]) -> int:
    """Say how much a row looks like the head of a matrix: the columns of a long one, or codes beside each other."""
    return max((max(_long_sense(row), _codes_in(row)) for row in rows), default=0)


def _long_sense(row: Sequence[object]) -> int:
    columns = columns_of(row, _FIELDS)
    return 1000 + len(columns) if all(name in columns for name in _LONG) else 0


def _codes_in(row: Sequence[object]) -> int:
    """Count the codes of a row after its first cell, if they are most of it; a row of scores begins with a code."""
    if row and cell_text(row[0])[:1].isdigit():
        return 0
    said = [text for cell in row[1:] if (text := cell_text(cell))]
    codes = sum(read_code(text).kind in ("goal", "target") for text in said)
    return codes if codes >= _FEWEST_CODES and 2 * codes > len(said) else 0


@dataclass(slots=True)
class _Reader:
    table: ScoreTable
    citation: str | None
    links: dict[tuple[str, str], Link] = field(default_factory=dict)

    def pair(self, row: int, columns: dict[str, int]) -> None:
        """Read a row of a long matrix."""
        sheet = self.table.sheet
        if not any(sheet.text(row, columns[name]) for name in _LONG) or self._is_citation(row):
            return
        ends = [self._code(row, columns[name]) for name in ("source", "target")]
        said = {name: sheet.text(row, columns[name]) or None for name in ("note", "evidence") if name in columns}
        if not sheet.text(row, columns["score"]):
            self.table.wrong(row, columns["score"], _SCORE, _EXPECTED)
            return
        score = self._score(row, columns["score"])
        if score is None or ends[0] is None or ends[1] is None:
            return
        if ends[0] == ends[1]:
            self.table.wrong(row, columns["target"], _TARGET, _OTHER)
        else:
            self._add(ends[0], ends[1], score, row, columns["score"], **said)

    def square(self, head: int) -> None:
        """Read a square matrix: each row acts on each column."""
        sheet = self.table.sheet
        across = [(at, self._code(head, at)) for at in range(1, len(sheet.rows[head])) if sheet.text(head, at)]
        targets = [(at, code) for at, code in across if code is not None]
        for row in range(head + 1, len(sheet.rows)):
            if not sheet.text(row, 0) or self._is_citation(row):
                continue
            source = self._code(row, 0)
            for at, target in targets:
                if source is not None and sheet.text(row, at) and (score := self._score(row, at)) is not None:
                    if source != target:
                        self._add(source, target, score, row, at)
                    elif score:
                        self.table.wrong(row, at, _SCORE, words("nothing on the diagonal", "ingenting i diagonalen"))

    def _is_citation(self, row: int) -> bool:
        return any(isinstance(cell, str) and _CITED.fullmatch(cell) for cell in self.table.sheet.rows[row])

    def _code(self, row: int, column: int) -> str | None:
        """Give the one code of a cell; one that isn't known is noted."""
        codes = self.table.codes.read(self.table.sheet, row, column, ("goal", "target"))
        if len(codes) > 1:
            self.table.wrong(row, column, _CODE, words("one goal or target", "ett bærekraftsmål eller delmål"))
        return codes[0] if len(codes) == 1 else None

    def _score(self, row: int, column: int) -> int | None:
        value = self.table.number(row, column, _SCORE, -3, 3, _EXPECTED)
        if value is None:
            return None
        if value != int(value):
            self.table.wrong(row, column, _SCORE, _EXPECTED)
            return None
        return int(value)

    def _add(self, source: str, target: str, score: int, row: int, column: int, **said: str | None) -> None:
        pair = f"sdg:{source}", f"sdg:{target}"
        if pair in self.links:
            self.table.note("SDG006", row, column, "code", id=f"{source} → {target}")
            return
        evidence = said.get("evidence") or self.citation
        self.links[pair] = Link(*pair, score, said.get("note"), evidence)
