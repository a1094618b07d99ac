"""Mends files: applies fixes, looks again, until nothing more can be mended; writes only when asked."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.app.lint_files import lint_files, plan_files
from sdggraph.base.collector import collector_paused
from sdggraph.base.errors import InputError, OutputError
from sdggraph.base.grids import cell_position
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_in import STDIN, decode, encoding_of, read_bytes
from sdggraph.io.bytes_out import write_whole
from sdggraph.io.load import TABLE_SUFFIXES, PlanLoader
from sdggraph.io.own_headings import headings_beside
from sdggraph.io.plan_file import parse_document
from sdggraph.io.tables.spreadsheet import is_spreadsheet
from sdggraph.lint.config import Configuration
from sdggraph.lint.fixes import apply_fixes, fixes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.diagnostics import Diagnostic, Edit, TextName
    from sdggraph.base.words import Words
    from sdggraph.io.tables.vocabulary import Column
    from sdggraph.lint.report import Report

__all__ = ["MOST_PASSES", "Mending", "mend_files"]

CellKey: TypeAlias = tuple[str | None, str]
"""A cell of a file: its sheet, if the file has sheets, and its name."""

CellTextChange: TypeAlias = tuple[str, str]
"""A cell's text before and after."""

_FIXED = frozenset({".ods", ".docx"})
_LINE = re.compile(r"[^\n]*\n|[^\n]+")

MOST_PASSES = 20
"""After so many looks it stops, should two fixes undo each other."""


@dataclass(slots=True)
class Mending:
    """What mending came to: the last report, what was mended, and each file's bytes before and after.

    Attributes:
        report: What is left, found in the mended texts.
        mended: The diagnostics whose fixes were taken.
        left: What was left alone, and why: computed cells, and tables of a kind that can't be changed in part.
        stdin: What standard input had, if it was named; mended where it could be.
        cells: Of each table that is changed, its cells' texts before and after.
        ids: Of each table that was to keep its ids, into how many rows they are written.
    """

    report: Report
    mended: list[Diagnostic] = field(default_factory=list)
    left: list[Words] = field(default_factory=list)
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    stdin: bytes = b""
    cells: dict[str, dict[CellKey, CellTextChange]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def changed(self) -> list[str]:
        """The names of the files that are changed, or would be."""
        return [name for name, data in self.after.items() if data != self.before[name]]

    def diff(self) -> str:
        """Give what is changed, or would be: of texts as one unified diff, of tables cell by cell."""
        from difflib import unified_diff

        pieces: list[str] = []
        for name in self.changed:
            shown = name.lstrip("/")
            if name in self.cells:
                pieces += (f"--- a/{shown}\n", f"+++ b/{shown}\n")
                pieces += (
                    _cell_change(key, *texts) for key, texts in sorted(self.cells[name].items(), key=_cell_order)
                )
                continue
            old, new = (_LINE.findall(decode(data[name], name)) for data in (self.before, self.after))
            lines = unified_diff(old, new, f"a/{shown}", f"b/{shown}", n=3)
            pieces += (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return "".join(pieces)

    def write(self) -> None:
        """Write the changed files in their places.

        Raises:
            OutputError: One can't be written, or somebody else has changed it since it was read.
        """
        files = {name: Path(name).resolve() for name in self.changed if name != STDIN}  # a link stays a link
        for name, file in files.items():
            if not os.access(file, os.W_OK):
                raise OutputError(words("may not be written", "kan ikke skrives: mangler tilgang"), place=Place(name))
            _refuse_open(file, name)
            if read_bytes(file) != self.before[name]:
                raise OutputError(
                    words("was changed by another program meanwhile", "er endret av et annet program imens"),
                    place=Place(name),
                )
        for name, file in files.items():
            write_whole(file, self.after[name])


@collector_paused()  # each table is read several times, and what is read stays
def mend_files(
    paths: Iterable[str | Path],
    *,
    unsafe: bool = False,
    ids: bool = False,
    lang: str | None = None,
    configuration: Configuration | None = None,
    stdin_name: str | None = None,
) -> Mending:
    """Mend plan files as far as it is sure, or with ``unsafe`` likely; nothing is written yet.

    With ``ids`` the tables among them keep the ids that are made for their rows, in a column of their own.

    Raises:
        InputError: A file can't be read as a plan at all, or a folder has no plan in it.
    """
    configuration = configuration or Configuration(look_around=True)
    headings = configuration.headings()
    files = plan_files(paths, PlanLoader(headings=headings))
    mender = _Mender(stdin_name or STDIN, headings)
    if STDIN in files:
        mender.unsaved[Path(STDIN)] = read_bytes(STDIN)

    def look() -> Report:
        return lint_files(files, lang=lang, configuration=configuration, stdin_name=stdin_name, unsaved=mender.unsaved)

    report = look()
    mended: list[Diagnostic] = []
    for _ in range(MOST_PASSES):
        taken = mender.mend(fixes_of(report.diagnostics, unsafe=unsafe))
        if not taken:
            break
        mended += taken
        report = look()
    if ids:
        for file in files:
            mender.keep_ids(str(file))
        report = look()
    left = [*mender.left, *(fixed_table(str(file)) for file in files if _is_fixed(file))]
    stdin = mender.unsaved.get(Path(STDIN), b"")
    return Mending(report, mended, left, mender.before, mender.after, stdin, mender.cells, mender.ids)


def _refuse_open(file: Path, name: str) -> None:
    """Refuse to write a workbook that somebody has open, and would save over what was mended.

    Raises:
        OutputError: Excel's or LibreOffice's mark of an open file stands beside it.
    """
    for mark in (file.with_name(f"~${file.name}"), file.with_name(f".~lock.{file.name}#")):
        if mark.exists():
            raise OutputError(
                words("is open in a spreadsheet program", "er åpen i et regnearkprogram"),
                place=Place(name),
                hint=words(
                    f"close it and try again; if nobody has it open, delete “{mark.name}”",
                    f"lukk den og prøv igjen; har ingen den åpen, slett «{mark.name}»",
                ),
            )


def _is_table(data: bytes, name: str) -> bool:
    return Path(name).suffix.lower() in TABLE_SUFFIXES or is_spreadsheet(data)


def _is_fixed(file: str | Path) -> bool:
    return Path(file).suffix.lower() in _FIXED


def fixed_table(name: str) -> Words:
    """Say that a table's file can't be changed in part."""
    return words(
        f"{name} is not changed: save it as .xlsx to have it mended, or mend it there",
        f"{name} blir ikke endret: lagre den som .xlsx for å få den rettet, eller rett den der",
    )


@dataclass(slots=True)
class _Mender:
    """Holds the bytes of the files that are being mended; ``refused`` are fixes that would spoil a file."""

    stdin_name: str
    headings: Mapping[str, Column] | None = None
    unsaved: dict[Path, bytes] = field(default_factory=dict)
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    refused: set[tuple[Edit, ...]] = field(default_factory=set)
    left: list[Words] = field(default_factory=list)
    locked: set[TextName] = field(default_factory=set)
    cells: dict[str, dict[CellKey, CellTextChange]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def mend(self, mendable: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Apply fixes as far as they go together, and give the diagnostics that are mended by it."""
        wanted = [one for one in mendable if one.fix is not None and one.fix.edits not in self.refused]
        texts = self._texts(edit for one in wanted if one.fix for edit in one.fix.edits)
        done = apply_fixes(texts, wanted)
        if not _readable(done.texts):
            # One of them spoils its file: try them one at a time, and leave out what can't be.
            good = [one for one in wanted if self._is_good(one, texts)]
            done = apply_fixes(texts, good)
            if not _readable(done.texts):
                done = apply_fixes(texts, good[:1])
        tables: dict[str, dict[CellKey, str]] = {}
        for name, text in done.texts.items():
            if isinstance(name, str):
                self._keep(name, _encoded(self._bytes(name), text))
            else:
                tables.setdefault(name[0], {})[name[1:]] = text
        for name, changes in tables.items():
            self._keep_cells(name, changes, {key: texts[name, *key] for key in changes})
        return done.taken if done.texts else ()

    def _texts(self, edits: Iterable[Edit]) -> dict[TextName, str]:
        """Give the texts that edits are in, by file or by cell; computed cells are left out, and said."""
        texts: dict[TextName, str] = {}
        cells: dict[str, list[CellKey]] = {}
        for edit in edits:
            if edit.cell is not None:
                cells.setdefault(edit.file, []).append((edit.sheet, edit.cell))
            elif edit.file not in texts:
                texts[edit.file] = decode(self._bytes(edit.file), edit.file)
        for name, keys in cells.items():
            from sdggraph.io.table_edit import cell_texts

            found = cell_texts(self._bytes(name), name, keys)
            texts.update({(name, *key): text for key, text in found.texts.items()})
            for (sheet, cell), why in found.locked.items():
                if (name, sheet, cell) in self.locked:
                    continue
                self.locked.add((name, sheet, cell))
                place = Place(name, sheet=sheet, cell=cell)
                self.left.append(words(f"{place} {why['en']}", f"{place} {why['nb']}"))
        return texts

    def _is_good(self, one: Diagnostic, texts: Mapping[TextName, str]) -> bool:
        good = _readable(apply_fixes(texts, [one]).texts)
        if not good and one.fix is not None:
            self.refused.add(one.fix.edits)
        return good

    def _key(self, name: str) -> Path:
        return Path(STDIN) if name == self.stdin_name and Path(STDIN) in self.unsaved else Path(name).resolve()

    def _bytes(self, name: str) -> bytes:
        key = self._key(name)
        return self.unsaved[key] if key in self.unsaved else read_bytes(name)

    def _shown(self, name: str) -> str:
        return STDIN if self._key(name) == Path(STDIN) else name

    def _keep(self, name: str, data: bytes) -> None:
        self.before.setdefault(self._shown(name), self._bytes(name))
        self.after[self._shown(name)] = self.unsaved[self._key(name)] = data

    def _keep_cells(
        self,
        name: str,
        changes: Mapping[CellKey, str],
        old: Mapping[CellKey, str],
        like: Mapping[CellKey, CellKey] | None = None,
    ) -> None:
        """Keep a table with changed cells, and what stood in them at first."""
        from sdggraph.io.table_edit import with_cells

        self._keep(name, with_cells(self._bytes(name), name, changes, like))
        known = self.cells.setdefault(self._shown(name), {})
        for key, text in changes.items():
            known[key] = (known[key][0] if key in known else old[key], text)

    def keep_ids(self, name: str) -> None:
        """Have a table keep the ids of its rows; other files have theirs already."""
        shown = self.stdin_name if name == STDIN else name
        data = self._bytes(shown)
        if not _is_table(data, shown):
            return
        from sdggraph.io.table_edit import cell_texts
        from sdggraph.io.table_ids import ids_to_write

        own = self.headings if self.headings is not None else headings_beside(Path(shown))
        found = ids_to_write(data, shown, own)
        if not found.mendable or not found.texts:
            self.ids[shown] = 0
            return
        old = cell_texts(data, shown, found.texts).texts
        texts = {key: text for key, text in found.texts.items() if key in old}
        self._keep_cells(shown, texts, old, found.like)
        self.ids[shown] = len(texts) - len(found.like)


def _encoded(before: bytes, text: str) -> bytes:
    """Give a text as bytes, with the mark and the encoding that the file had."""
    mark, encoding = encoding_of(before)
    return mark + text.encode(encoding)


def _readable(texts: Mapping[TextName, str]) -> bool:
    for name, text in texts.items():
        if not isinstance(name, str):
            continue  # a cell can't spoil its table
        try:
            parse_document(text, name)
        except InputError:
            return False
    return True


def _cell_change(key: CellKey, old: str, new: str) -> str:
    sheet, cell = key
    shown = (" ⏎ ".join(text.split("\n")) for text in (old, new))
    return f"{sheet}!{cell}: {' → '.join(shown)}\n" if sheet else f"{cell}: {' → '.join(shown)}\n"


def _cell_order(one: tuple[CellKey, CellTextChange]) -> tuple[str, tuple[int, int]]:
    (sheet, cell), _ = one
    return sheet or "", cell_position(cell)
