"""The report as Markdown: a figure by its words, tables as pipes; no text of a plan becomes markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.markdown_text import plain
from sdggraph.view.report.blocks import Facts, Figure, Items, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block, Document

__all__ = ["report_markdown"]


def report_markdown(document: Document) -> str:
    """Give the report as Markdown."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"# {plain(document.title)}"
    yield ""
    yield plain(document.subtitle)
    for level, section in document.walk():
        yield ""
        yield f"{'#' * min(level, 6)} {plain(section.title)}"
        for block in section.blocks:
            yield ""
            yield from _block(block)
    if document.colophon:
        yield ""
        yield "---"
        yield ""
        yield from (f"{plain(line)}  " for line in document.colophon)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, tone):
            yield f"**{plain(text)}**" if tone == "lead" else f"*{plain(text)}*" if tone == "note" else plain(text)
        case Items(items, _, numbered):
            yield from (f"{f'{place}.' if numbered else '-'} {plain(text)}" for place, text in enumerate(items, 1))
        case Facts(figures):
            yield from (f"- **{plain(value)}** {plain(what)}" for value, what in figures)
        case Table():
            yield from _table(block)
        case Figure(_, caption, alternative):
            yield f"*{plain(caption)}* {plain(alternative)}"


def _table(table: Table) -> Iterator[str]:
    yield f"*{plain(table.caption)}*"
    yield ""
    yield _row(column.title for column in table.columns)
    yield "|" + "".join(" ---: |" if column.numbers else " --- |" for column in table.columns)
    yield from (_row(row) for row in table.rows)
    if table.total:
        yield _row(table.total, "**")


def _row(cells: Iterator[str] | tuple[str, ...], around: str = "") -> str:
    return "| " + " | ".join(f"{around}{plain(cell)}{around}" if cell else "" for cell in cells) + " |"
