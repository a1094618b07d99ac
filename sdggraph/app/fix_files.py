"""Mends files: applies fixes, looks again, until nothing more can be mended; writes only when asked."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.app.lint_files import lint_files, plan_files
from sdggraph.base.errors import InputError, OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_in import STDIN, decode, encoding_of, read_bytes
from sdggraph.io.bytes_out import write_whole
from sdggraph.io.load import TABLE_SUFFIXES
from sdggraph.io.plan_file import parse_document
from sdggraph.lint.config import Configuration
from sdggraph.lint.fixes import apply_fixes, fixes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.diagnostics import Diagnostic, Edit
    from sdggraph.lint.report import Report

__all__ = ["MOST_PASSES", "Mending", "mend_files"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

MOST_PASSES = 20
"""After so many looks it stops, should two fixes undo each other."""


@dataclass(slots=True)
class Mending:
    """What mending came to: the last report, what was mended, and each file's bytes before and after.

    Attributes:
        report: What is left, found in the mended texts.
        mended: The diagnostics whose fixes were taken.
        tables: Named files that are tables, which are never changed.
        stdin: What standard input had, if it was named; mended where it could be.
    """

    report: Report
    mended: list[Diagnostic] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    stdin: bytes = b""

    @property
    def changed(self) -> list[str]:
        """The names of the files that are changed, or would be."""
        return [name for name, data in self.after.items() if data != self.before[name]]

    def diff(self) -> str:
        """Give what is changed, or would be, as one unified diff."""
        from difflib import unified_diff

        pieces: list[str] = []
        for name in self.changed:
            old, new = (_LINE.findall(decode(data[name], name)) for data in (self.before, self.after))
            shown = name.lstrip("/")
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
            if read_bytes(file) != self.before[name]:
                raise OutputError(
                    words("was changed by another program meanwhile", "er endret av et annet program imens"),
                    place=Place(name),
                )
        for name, file in files.items():
            write_whole(file, self.after[name])


def mend_files(
    paths: Iterable[str | Path],
    *,
    unsafe: bool = False,
    lang: str | None = None,
    configuration: Configuration | None = None,
    stdin_name: str | None = None,
) -> Mending:
    """Mend plan files as far as it is sure, or with ``unsafe`` likely; nothing is written yet.

    Raises:
        InputError: A file can't be read as a plan at all, or a folder has no plan in it.
    """
    files = plan_files(paths)
    mender = _Mender(stdin_name or STDIN)
    if STDIN in files:
        mender.unsaved[Path(STDIN)] = read_bytes(STDIN)

    configuration = configuration or Configuration(look_around=True)

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
    tables = [str(file) for file in files if Path(file).suffix.lower() in TABLE_SUFFIXES]
    return Mending(report, mended, tables, mender.before, mender.after, mender.unsaved.get(Path(STDIN), b""))


@dataclass(slots=True)
class _Mender:
    """Holds the bytes of the files that are being mended; ``refused`` are fixes that would spoil a file."""

    stdin_name: str
    unsaved: dict[Path, bytes] = field(default_factory=dict)
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    refused: set[tuple[Edit, ...]] = field(default_factory=set)

    def mend(self, mendable: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Apply fixes as far as they go together, and give the diagnostics that are mended by it."""
        wanted = [one for one in mendable if one.fix is not None and one.fix.edits not in self.refused]
        names = dict.fromkeys(edit.file for one in wanted if one.fix for edit in one.fix.edits)
        texts = {name: decode(self._bytes(name), name) for name in names}
        done = apply_fixes(texts, wanted)
        if not _readable(done.texts):
            # One of them spoils its file: try them one at a time, and leave out what can't be.
            good = [one for one in wanted if self._is_good(one, texts)]
            done = apply_fixes(texts, good)
            if not _readable(done.texts):
                done = apply_fixes(texts, good[:1])
        for name, text in done.texts.items():
            self._keep(name, text)
        return done.taken if done.texts else ()

    def _is_good(self, one: Diagnostic, texts: Mapping[str, str]) -> bool:
        good = _readable(apply_fixes(texts, [one]).texts)
        if not good and one.fix is not None:
            self.refused.add(one.fix.edits)
        return good

    def _key(self, name: str) -> Path:
        return Path(STDIN) if name == self.stdin_name and Path(STDIN) in self.unsaved else Path(name).resolve()

    def _bytes(self, name: str) -> bytes:
        key = self._key(name)
        return self.unsaved[key] if key in self.unsaved else read_bytes(name)

    def _keep(self, name: str, text: str) -> None:
        data = self._bytes(name)
        key = self._key(name)
        shown = STDIN if key == Path(STDIN) else name
        self.before.setdefault(shown, data)
        mark, encoding = encoding_of(data)
        self.after[shown] = self.unsaved[key] = mark + text.encode(encoding)


def _readable(texts: Mapping[str, str]) -> bool:
    for name, text in texts.items():
        try:
            parse_document(text, name)
        except InputError:
            return False
    return True
