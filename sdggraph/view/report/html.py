"""The report as one page that needs nothing else: no script, no address, readable on a phone and in print."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sdggraph.base.words import pick, words
from sdggraph.view.charts.svg import dark_text_on, goal_colour
from sdggraph.view.html_text import safe
from sdggraph.view.page_colours import page_colours
from sdggraph.view.report.blocks import Facts, Figure, Items, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.blocks import Block, Column, Document, Section

__all__ = ["report_page"]

_CONTENTS = words("Contents", "Innhold")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Drawings bring styles of their own; scripts, pictures from elsewhere and forms are shut out."""


def report_page(document: Document) -> str:
    """Give the report as HTML, in light or dark as the reader's device asks; every text of a plan is escaped."""
    sections = "".join(_section(one, 2) for one in document.sections)
    colophon = "".join(f"<p>{safe(line)}</p>" for line in document.colophon)
    return (
        f'<!doctype html>\n<html lang="{safe(document.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="sdggraph">\n<title>{safe(document.title)}</title>\n'
        f"<style>{_style()}</style>\n</head>\n<body>\n<header>\n"
        f'<h1 dir="auto">{safe(document.title)}</h1>\n'
        f'<p class="subtitle">{safe(document.subtitle)}</p>\n</header>\n'
        f"{_contents(document)}<main>\n{sections}</main>\n<footer>{colophon}</footer>\n</body>\n</html>\n"
    )


def _contents(document: Document) -> str:
    name = safe(pick(_CONTENTS, document.lang))
    links = "".join(
        f'<li><a href="#{safe(one.name)}">{safe(one.title)}</a>{_inner_links(one)}</li>' for one in document.sections
    )
    return f'<nav aria-label="{name}"><h2>{name}</h2><ol>{links}</ol></nav>\n'


def _inner_links(section: Section) -> str:
    if not section.sections:
        return ""
    links = (f'<li><a href="#{safe(one.name)}">{safe(one.title)}</a></li>' for one in section.sections)
    return f"<ol>{''.join(links)}</ol>"


def _section(section: Section, level: int) -> str:
    heading = min(level, 6)
    goal = section.goal
    look = f' class="goal" style="--goal:{goal_colour(goal)};--on-goal:{dark_text_on(goal)}"' if goal else ""
    blocks = "".join(_block(one) for one in section.blocks)
    inner = "".join(_section(one, level + 1) for one in section.sections)
    return (
        f'<section id="{safe(section.name)}"{look}>\n'
        f'<h{heading} dir="auto">{safe(section.title)}</h{heading}>\n{blocks}{inner}</section>\n'
    )


def _block(block: Block) -> str:
    match block:
        case Paragraph(text, tone):
            look = "" if tone == "plain" else f' class="{tone}"'
            return f'<p{look} dir="auto">{safe(text)}</p>\n'
        case Items():
            return _items(block)
        case Facts(figures):
            each = (f"<div><dt>{safe(what)}</dt><dd>{safe(value)}</dd></div>" for value, what in figures)
            return f'<dl class="facts">{"".join(each)}</dl>\n'
        case Table():
            return _table(block)
        case Figure(svg, caption, _):
            return f"<figure>{svg}<figcaption>{safe(caption)}</figcaption></figure>\n"


def _items(items: Items) -> str:
    tag = "ol" if items.numbered else "ul"
    goals = items.goals or (None,) * len(items.items)
    each = (
        f'<li dir="auto">{_chip(goal) if goal else ""}{safe(text)}</li>'
        for text, goal in zip(items.items, goals, strict=True)
    )
    return f"<{tag}>{''.join(each)}</{tag}>\n"


def _chip(goal: str) -> str:
    return f'<span class="chip" style="--goal:{goal_colour(goal)};--on-goal:{dark_text_on(goal)}"></span>'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col"{_look(column)}>{safe(column.title)}</th>' for column in table.columns)
    goals = table.goals or (None,) * len(table.rows)
    rows = "".join(_row(table, row, goal) for row, goal in zip(table.rows, goals, strict=True))
    total = f"<tfoot>{_row(table, table.total, None)}</tfoot>" if table.total else ""
    # A table that is wider than a phone scrolls by itself; so that the keyboard can scroll it, it takes the focus.
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{safe(table.caption)}"><table>'
        f"<caption>{safe(table.caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>{total}"
        "</table></div>\n"
    )


def _row(table: Table, row: tuple[str, ...], goal: str | None) -> str:
    look = f' class="goal" style="--goal:{goal_colour(goal)}"' if goal else ""
    return f"<tr>{''.join(_cells(table, row, look))}</tr>"


def _cells(table: Table, row: tuple[str, ...], look: str) -> Iterator[str]:
    for number, (column, text) in enumerate(zip(table.columns, row, strict=True)):
        if number == 0:
            yield f'<th scope="row" dir="auto"{look}>{safe(text)}</th>'
        else:
            yield f'<td dir="auto"{_look(column)}>{safe(text)}</td>'


def _look(column: Column) -> str:
    return ' class="number"' if column.numbers else ""


@cache
def _style() -> str:
    own = (resources.files("sdggraph.view") / "report" / "page.css").read_text(encoding="utf-8")
    return page_colours() + own
