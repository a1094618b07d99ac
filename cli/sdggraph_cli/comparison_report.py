"""A comparison for the terminal: sections, words that went and came, never wider than the terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.analysis.comparison.wording import Piece
from sdggraph.base.words import pick, words
from sdggraph.view.comparison.outline import BROKEN, outline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.view.comparison.outline import Detail, Mark, Section

__all__ = ["comparison_lines", "detail_lines", "piece_lines"]

MOST = 30
"""How many changes of one sort are shown, unless all are asked for."""

_SHADES: dict[Mark, str] = {"+": "green", "-": "red", "~": "yellow", BROKEN: "red", "✓": "green", "!": "yellow"}


def comparison_lines(found: Comparison, *, color: bool, everything: bool = False) -> Iterator[str]:
    """Give the lines of a comparison."""
    width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
    old, new = (f"{one.title} ({one.name})" if one.name else one.title for one in (found.old, found.new))
    yield from piece_lines("", [Piece("=", f"{old} → {new}")], width, color=color)
    yield from piece_lines("", [Piece("=", summary_of(found))], width, color=color)
    for section in outline(found):
        yield ""
        yield click.style(section.title, bold=True) if color else section.title
        yield from _section(section, found.lang, width, color=color, most=len(section.entries) if everything else MOST)


def _section(section: Section, lang: str, width: int, *, color: bool, most: int) -> Iterator[str]:
    for entry in section.entries[:most]:
        mark = click.style(entry.mark, fg=_SHADES[entry.mark], bold=True) if color else entry.mark
        first, *rest = piece_lines("    ", [Piece("=", entry.text)], width, color=color)
        yield f"  {mark} {first[4:]}"
        yield from rest
        for detail in entry.details:
            yield from detail_lines("", detail, "      ", width, color=color)
    left = len(section.entries) - most
    if left > 0:
        said = words(f"{left} more; --all shows them", f"{left} til; --all viser dem")
        yield f"  … {pick(said, lang)}"
    if section.remark:
        yield from piece_lines("  ", [Piece("=", section.remark)], width, color=color)


def detail_lines(before: str, detail: Detail, indent: str, width: int, *, color: bool) -> Iterator[str]:
    """Give the lines of one detail, after what is to stand before its label."""
    label = f"{before}{detail.label}: " if detail.pieces else detail.label
    pieces = [Piece("=", label), *detail.pieces]
    plain = any(piece.mark == "=" and piece.text == " → " for piece in pieces)
    yield from piece_lines(indent, pieces, width, color=color, marked=not plain)


def piece_lines(indent: str, pieces: list[Piece], width: int, *, color: bool, marked: bool = True) -> Iterator[str]:
    """Break pieces of text into indented lines; without colour what went is in ``[- -]``, what came in ``{+ +}``."""
    line, room = indent, width - len(indent)
    for whole, mark, space in _words(pieces, marked=marked and not color):
        word = whole
        while len(word) > room and len(line) <= len(indent):  # a word wider than the terminal is cut
            yield indent + _painted(word[:room], mark, color=color)
            word = word[room:]
        if len(click.unstyle(line)) + len(word) > width:
            yield line.rstrip()
            line = indent
        line += _painted(word, mark, color=color) + space
    if line.strip():
        yield line.rstrip()


def _words(pieces: list[Piece], *, marked: bool) -> Iterator[tuple[str, str, str]]:
    """Give each word with its mark and the space after it."""
    for piece in pieces:
        opening, closing = {"-": ("[-", "-]"), "+": ("{+", "+}")}.get(piece.mark, ("", "")) if marked else ("", "")
        text = " ".join(piece.text.split()) if not piece.text.isspace() else ""
        lead = " " if piece.text[:1].isspace() else ""
        tail = " " if piece.text[-1:].isspace() and text else ""
        if lead:
            yield "", "=", lead
        words = text.split(" ") if text else []
        for number, word in enumerate(words):
            last = number == len(words) - 1
            whole = (opening if number == 0 else "") + word + (closing if last else "")
            yield whole, piece.mark, tail if last else " "


def _painted(text: str, mark: str, *, color: bool) -> str:
    if not color or mark == "=" or not text:
        return text
    return click.style(text, fg="red", strikethrough=True) if mark == "-" else click.style(text, fg="green", bold=True)
