"""Files that are to change: what stood there, what shall stand there, the difference, and the writing."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_in import read_bytes
from sdggraph.io.bytes_out import write_whole
from sdggraph.io.tables.delimited import decode_table
from sdggraph.io.tables.spreadsheet import is_spreadsheet

__all__ = ["FileChanges"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(slots=True)
class FileChanges:
    """Each file's bytes before and after, by name; None before is a new file."""

    before: dict[str, bytes | None] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)

    def now(self, name: str) -> bytes:
        """Give a file's bytes as they are to be; as they are, if nothing was changed yet.

        Raises:
            InputError: It can't be read.
        """
        if name not in self.after:
            self.before[name] = self.after[name] = read_bytes(name)
        return self.after[name]

    def put(self, name: str, data: bytes) -> None:
        """Say what a file shall hold."""
        if name not in self.before:
            self.before[name] = read_bytes(name) if Path(name).exists() else None
        self.after[name] = data

    @property
    def changed(self) -> list[str]:
        """The names of the files that change."""
        return [name for name, data in self.after.items() if data != self.before[name]]

    def diff(self) -> str:
        """Give what changes as one unified diff; of a workbook that it does."""
        from difflib import unified_diff

        pieces: list[str] = []
        for name in self.changed:
            shown, old, new = name.lstrip("/"), self.before[name], self.after[name]
            if is_spreadsheet(new):
                pieces.append(f"Binary files a/{shown} and b/{shown} differ\n")
                continue
            was, now = (_LINE.findall(decode_table(data, name)) if data else [] for data in (old, new))
            lines = unified_diff(was, now, "/dev/null" if old is None else f"a/{shown}", f"b/{shown}", n=3)
            pieces += (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return "".join(pieces)

    def write(self) -> None:
        """Write the files in their places.

        Raises:
            OutputError: One can't be written, or somebody else has changed it since it was read.
        """
        for name in self.changed:
            file, old = Path(name), self.before[name]
            if file.exists() and not os.access(file, os.W_OK):
                raise OutputError(words("may not be written", "kan ikke skrives: mangler tilgang"), place=Place(name))
            if (read_bytes(name) if file.exists() else None) != old:
                raise OutputError(
                    words("was changed by another program meanwhile", "er endret av et annet program imens"),
                    place=Place(name),
                )
        for name in self.changed:
            write_whole(name, self.after[name])
