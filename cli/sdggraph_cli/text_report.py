"""A report as text: what, where with the source underlined, how to mend it, and what only follows from it."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from sdggraph.base.words import Words, pick, words
from sdggraph_cli.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.diagnostics import Consequence, Diagnostic
    from sdggraph.base.places import Place
    from sdggraph.lint.report import Report

__all__ = ["SEVERITY_WORDS", "TextReport", "page_width"]

_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}
SEVERITY_WORDS = {
    "error": words("error", "feil"),
    "warning": words("warning", "advarsel"),
    "info": words("info", "merknad"),
}
_HELP = words("help", "slik retter du")
_HENCE = words("hence also", "derfor også")
_SEE = words("see also", "se også")
_SHOWN = 4


def page_width() -> int:
    """Give the width to write for: the terminal's, at most 120; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    return max(40, min(120, shutil.get_terminal_size((80, 24)).columns))


@dataclass(slots=True)
class TextReport:
    """Writes a report for people, in the report's own language."""

    report: Report
    width: int = 80
    color: bool = False
    _helped: set[str] = field(default_factory=set)

    def lines(self) -> Iterator[str]:
        """Give the whole report, line by line."""
        for one in self.report.diagnostics:
            yield from self.diagnostic(one)
            yield ""
        yield from self.summary()

    def diagnostic(self, one: Diagnostic) -> Iterator[str]:
        """Give one diagnostic, line by line."""
        word = self._say(SEVERITY_WORDS[one.severity.word])
        head = self._paint(f"{word}[{one.code}]", fg=_COLORS[one.severity.word], bold=True)
        mark = self._paint(" [*]", fg="cyan") if one.fix is not None and one.fix.safe else ""
        yield f"{head}{mark}{self._paint(':', bold=True)} {self._paint(one.message, bold=True)}"
        gutter = "  "
        if one.place is not None:
            gutter = " " * len(str(one.place.line or 0)) + " "
            yield f"{gutter}{self._dim('-->')} {one.place}"
            yield from self._source(one.place, gutter, _COLORS[one.severity.word])
        for related in one.related[:3]:
            where = f" ({related.place})" if related.place else ""
            yield f"{gutter}{self._dim('=')} {self._say(_SEE)}: {related.subject}{where}"
        if one.help and one.help not in self._helped:  # once is enough: the same advice forty times is noise
            self._helped.add(one.help)
            yield from self._wrapped(f"{self._say(_HELP)}: {one.help}", gutter, painted=self._say(_HELP))
        if one.consequences:
            listed = self._consequences(one.consequences)
            yield from self._wrapped(f"{self._say(_HENCE)}: {listed}", gutter, painted=self._say(_HENCE))

    def _source(self, place: Place, gutter: str, color: str) -> Iterator[str]:
        if place.cell is not None:
            yield from self._table(place, gutter, color)
            return
        file = self.report.files.get(place.file or "")
        if file is None or place.line is None:
            return
        line = file.line(place.line)
        start = (place.column or 1) - 1
        end = len(line) if place.end_line != place.line else (place.end_column or start + 1) - 1
        shown, start, end = _window(line, start, max(end, start + 1), self.width - len(gutter) - 4)
        bar = self._dim("|")
        yield f"{gutter}{bar}"
        yield f"{self._dim(str(place.line).rjust(len(gutter) - 1))} {bar} {shown}"
        carets = self._paint("^" * max(1, _cells(shown[start:end])), fg=color, bold=True)
        yield f"{gutter}{bar} {' ' * _cells(shown[:start])}{carets}"

    def _table(self, place: Place, gutter: str, color: str) -> Iterator[str]:
        """Show the cell with its neighbours in the row, each with the heading of its column."""
        grid = self.report.tables.get((place.file or "", place.sheet))
        if grid is None or place.cell is None:
            return
        cells = grid.around(place.cell)
        headings = max((_cells(cell.heading[:24]) for cell in cells), default=0)
        bar = self._dim("|")
        yield f"{gutter}{bar}"
        for cell in cells:
            label = f"{cell.name:<4} {cell.heading[:24]:<{headings}}  "
            text = " ".join(cell.text.split())
            shown, start, end = _window(text, 0, len(text), self.width - len(gutter) - len(label) - 3)
            yield f"{gutter}{bar} {self._dim(label)}{shown}"
            if cell.name == place.cell:
                carets = self._paint("^" * max(1, _cells(shown[start:end])), fg=color, bold=True)
                yield f"{gutter}{bar} {' ' * len(label)}{carets}"

    def _consequences(self, consequences: tuple[Consequence, ...]) -> str:
        by_code: dict[str, list[str]] = {}
        for one in consequences:
            local = one.subject.rpartition(":")[2].removeprefix("goal-").removeprefix("target-")
            by_code.setdefault(one.code, []).append(local)
        pieces = []
        for code, subjects in sorted(by_code.items()):
            more = f" +{len(subjects) - _SHOWN}" if len(subjects) > _SHOWN else ""
            pieces.append(f"{code} {', '.join(subjects[:_SHOWN])}{more}")
        return "; ".join(pieces)

    def _wrapped(self, text: str, gutter: str, painted: str) -> Iterator[str]:
        room = max(30, self.width - len(gutter) - 2)
        for number, line in enumerate(textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)):
            if number:
                yield f"{gutter}  {line}"
            else:
                yield f"{gutter}{self._dim('=')} {self._paint(painted, bold=True)}{line[len(painted) :]}"

    def summary(self) -> Iterator[str]:
        """Give the closing lines: how many of what, in how much, and what can be mended."""
        summary, lang = self.report.summary, self.report.lang
        for said in self.report.understood:
            yield from textwrap.wrap(self._say(said), self.width, break_long_words=False, break_on_hyphens=False)
        sizes = (("file", summary.files), ("node", summary.nodes), ("edge", summary.edges))
        size = ", ".join(counted(word, number, lang) for word, number in sizes)
        found = [
            counted(word, number, lang)
            for word, number in (
                ("error", summary.error),
                ("warning", summary.warning),
                ("info", summary.info),
            )
            if number
        ]
        last = self._say(words(" and ", " og "))
        listed = last.join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)
        nothing = self._paint(self._say(words("No findings", "Ingen funn")), fg="green", bold=True)
        yield f"{self._paint(listed, bold=True) if found else nothing} ({size})"
        if summary.consequences:
            yield counted("consequence", summary.consequences, lang)
        if self.report.suppressed:
            accepted = counted("accepted", len(self.report.suppressed), lang)
            where = words("in comments, settings or the baseline", "i kommentarer, innstillinger eller grunnlinjen")
            yield f"{accepted}, {self._say(where)}"
        yield from self._fixable()

    def _fixable(self) -> Iterator[str]:
        sure = self.report.summary.fixable
        likely = sum(one.fix is not None and not one.fix.safe for one in self.report.diagnostics)
        if sure:
            more = words(f"; {likely} more with --unsafe-fixes", f"; {likely} til med --unsafe-fixes")
            said = words(f"[*] {sure} can be mended with --fix", f"[*] {sure} kan rettes med --fix")
            yield self._say(said) + (self._say(more) if likely else "")
        elif likely:
            yield self._say(
                words(
                    f"{likely} can probably be mended with --fix --unsafe-fixes; look first with --diff",
                    f"{likely} kan trolig rettes med --fix --unsafe-fixes; se først med --diff",
                )
            )

    def _say(self, texts: Words) -> str:
        return pick(texts, self.report.lang)

    def _paint(self, text: str, fg: str | None = None, *, bold: bool = False) -> str:
        return click.style(text, fg=fg, bold=bold or None) if self.color else text

    def _dim(self, text: str) -> str:
        return self._paint(text, fg="blue")


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Cut a long line to what fits around a span; give it with the span's new place."""
    room = max(room, 20)
    if len(line) <= 4 * room and _cells(line) <= room:  # a line of a megabyte isn't counted for each finding in it
        return line.replace("\t", " "), start, min(end, len(line)) if len(line) > start else start + 1
    end = min(end, start + room - 10)
    first = max(0, min(start - room // 3, len(line) - room + 2))
    cut = line[first : first + room - 2].replace("\t", " ")
    left = "…" if first else ""
    right = "…" if first + room - 2 < len(line) else ""
    return f"{left}{cut}{right}", start - first + len(left), end - first + len(left)


def _cells(text: str) -> int:
    """Count the columns that a text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
