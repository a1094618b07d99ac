"""Tables for a terminal: one column gives way so that a line keeps to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph_cli.text_report import page_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

__all__ = ["amount", "capital", "cut", "speaker", "tabulated", "width_of_page", "wrapped"]

_WIDEST_PAGE = 100
_NARROWEST = 12
_GAP = 2


def width_of_page() -> int:
    """Give the width to write in: the terminal's, within reason."""
    return min(page_width(), _WIDEST_PAGE)


def cut(text: str, width: int) -> str:
    """Give a text that is no longer than ``width``, with an ellipsis where it had to be cut."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"


def amount(value: Decimal | int | None, lang: str) -> str:
    """Write an amount in whole units, thousands apart; nothing for None."""
    if value is None:
        return ""
    return f"{value:,.0f}".replace(",", "\N{NO-BREAK SPACE}" if lang == "nb" else ",").replace("-", "\u2212")


def tabulated(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    flexible: Sequence[int] = (0,),
    left: Sequence[int] = (0,),
) -> Iterator[str]:
    """Write a table with its headings; ``flexible`` columns are cut, the others are as wide as what stands in them.

    Columns are set to the right, but for those in ``left``. A row of one cell is a line over the whole width.
    """
    each = [headings, *rows]
    widths = [max(len(row[at]) for row in each if len(row) > 1) for at in range(len(headings))]
    room = width_of_page() - 1 - _GAP * (len(widths) - 1)
    while sum(widths) > room:
        widest = max(flexible, key=lambda at: widths[at])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    for row in each:
        if len(row) == 1:
            yield cut(row[0], width_of_page() - 1)
            continue
        cells = (
            cut(cell, width).ljust(width) if at in left else cut(cell, width).rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield (" " * _GAP).join(cells).rstrip()


def wrapped(text: str, indent: int = 0) -> Iterator[str]:
    """Break a text into lines of the page's width."""
    import textwrap

    space = " " * indent
    yield from textwrap.wrap(
        text, width_of_page() - 1, initial_indent=space, subsequent_indent=space, break_on_hyphens=False
    )


def speaker(lang: str) -> Callable[[str, str], str]:
    """Give what chooses between a text in English and one in bokmål for readers of a language."""
    return (lambda _en, nb: nb) if lang == "nb" else (lambda en, _nb: en)


def capital(text: str) -> str:
    """Give a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
