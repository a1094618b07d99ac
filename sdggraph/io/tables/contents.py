"""What a column holds where its heading doesn't say: *Mål* and *Delmål* are the UN's or the municipality's own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.catalogue import read_code, split_codes
from sdggraph.io.tables.flat_measures import measured
from sdggraph.io.tables.flat_money import money_columns
from sdggraph.io.tables.spoilt import as_date
from sdggraph.io.tables.vocabulary import folded, forms_of

if TYPE_CHECKING:
    from collections.abc import Container

    from sdggraph.io.tables.headings import Heading, Headings
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column

__all__ = ["by_contents", "holds_codes"]

_EITHER: dict[str, tuple[Column, Column]] = {
    **dict.fromkeys(("mal", "hovedmal", "hovudmal"), ("goal", "objective")),
    **dict.fromkeys(("goal", "goals"), ("goal", "objective")),
    **dict.fromkeys(("delmal", "delmala", "delmalene", "target", "targets", "sub target"), ("target", "sub_objective")),
}
"""Headings that may mean either; first what they mean where the column holds codes."""

_WITH_YEAR: dict[str, Column] = {
    **dict.fromkeys(("mal", "hovedmal", "hovudmal", "resultatmal", "ambisjon", "malsetting"), "target_value"),
    **dict.fromkeys(("malsetjing", "goal", "objective", "target", "aim"), "target_value"),
    **dict.fromkeys(("status", "resultat", "malt", "malt verdi", "verdi", "niva", "tal", "tall"), "baseline"),
    **dict.fromkeys(("result", "actual", "measured", "value", "level"), "baseline"),
}
"""Headings that mean figures where a year stands beside them and there are indicators: *Status 2023*, *Mål 2030*."""

_SAMPLE = 40
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURES = re.compile(r"\d[\d.,\s]{0,6}[a-d]?")


def by_contents(sheet: Sheet, headings: Headings, own: Container[str] = ()) -> None:
    """Settle the headings that may mean either by what stands below them; the user's ``own`` are settled already."""
    with_figures = headings.holds("indicator")
    headings.columns = [
        heading
        if folded(heading.text) in own
        else (_of_year(sheet, headings, heading) if with_figures else None) or _settled(sheet, headings, heading)
        for heading in headings.columns
    ]
    if not headings.holds("indicator", "baseline", "target_value"):
        headings.columns = [_organisation(heading) for heading in headings.columns]
    money_columns(sheet, headings)


def _of_year(sheet: Sheet, headings: Headings, heading: Heading) -> Heading | None:
    """Take *Mål 2030* for a target value and *Status 2023* for what was measured, where figures stand below."""
    if len(_YEAR.findall(heading.text)) != 1 or (heading.slot is not None and heading.slot[1] is not None):
        return None
    meant = next((_WITH_YEAR[form] for form in forms_of(heading.text) if form in _WITH_YEAR), None)
    if meant is None:
        return None
    rows = range(headings.first_row, len(sheet.rows))
    values = [value for row in rows if sheet.text(row, heading.column) for value in (sheet.value(row, heading.column),)]
    sample = values[:_SAMPLE]
    if not sample or 2 * sum(measured(value) is not None for value in sample) < len(sample):
        return None
    return replace(heading, slot=(meant, None), meant=None)


def _organisation(heading: Heading) -> Heading:
    """Take *Enhet* for the unit that answers for something, where nothing is measured."""
    if heading.slot is None or heading.slot[0] != "unit":
        return heading
    return replace(heading, slot=("owner", heading.slot[1]))


def _settled(sheet: Sheet, headings: Headings, heading: Heading) -> Heading:
    either = next((_EITHER[form] for form in forms_of(heading.text) if form in _EITHER), None)
    if either is None or heading.slot is None or heading.slot[1] is not None:
        return heading
    with_codes = holds_codes(sheet, heading.column, headings.first_row)
    if with_codes is None:
        return heading
    return replace(heading, slot=(either[0] if with_codes else either[1], heading.slot[1]))


def holds_codes(sheet: Sheet, column: int, first_row: int) -> bool | None:
    """Say whether most cells of a column are codes; None where there is nothing to go by."""
    found = seen = 0
    for row in range(first_row, len(sheet.rows)):
        text = sheet.text(row, column)
        if not text:
            continue
        seen += 1
        found += _is_code(sheet.value(row, column), text)
        if seen == _SAMPLE:
            break
    return 2 * found >= seen if seen else None


def _is_code(value: object, text: str) -> bool:
    if not isinstance(value, str) or as_date(value) is not None:
        return True
    pieces = split_codes(text)
    return bool(pieces) and all(_reads_as_code(piece.text) for piece in pieces)


def _reads_as_code(text: str) -> bool:
    reading = read_code(text)
    return reading.code is not None or (reading.status == "ambiguous" and _FIGURES.fullmatch(text.strip()) is not None)
