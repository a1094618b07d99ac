"""How often an indicator is to be measured, and whether it has been."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sdggraph.model.progress import moment

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.analysis.status.records import Point

__all__ = ["is_overdue", "years_of"]

_YEARS = {
    "weekly": Fraction(1, 52),
    "monthly": Fraction(1, 12),
    "every two months": Fraction(1, 6),
    "quarterly": Fraction(1, 4),
    "every four months": Fraction(1, 3),
    "half-yearly": Fraction(1, 2),
    "yearly": Fraction(1),
    "every two years": Fraction(2),
    "every three years": Fraction(3),
    "every four years": Fraction(4),
    "every five years": Fraction(5),
}
_WORDS = {
    "weekly": "weekly|every week|ukentlig|hver uke",
    "monthly": "monthly|every month|månedlig|månadleg|hver måned",
    "every two months": "every two months|bimonthly|annenhver måned|hver andre måned",
    "quarterly": "quarterly|every quarter|kvartalsvis|hvert kvartal|kvartal",
    "every four months": "every four months|tertialvis|hvert tertial|tertial",
    "half-yearly": "half-yearly|half yearly|twice a year|biannual|biannually|semiannual|halvårlig|hvert halvår|halvår",
    "yearly": "yearly|annual|annually|every year|year|årlig|årleg|hvert år|år",
    "every two years": "every two years|every second year|every other year|biennial|biennially|annethvert år|"
    "hvert annet år|hvert andre år",
    "every three years": "every three years|every third year|triennial|hvert tredje år",
    "every four years": "every four years|every fourth year|once a term|hvert fjerde år|hver valgperiode|valgperiode",
    "every five years": "every five years|every fifth year|hvert femte år",
}
_KNOWN = {said: _YEARS[name] for name, listed in _WORDS.items() for said in listed.split("|")}

_LATE = Fraction(1, 2)
"""How late a figure may come after its time, as a share of its frequency: statistics are published afterwards."""


def years_of(frequency: str | None) -> Fraction | None:
    """Give the years between two measurements; None if nothing is said or it can't be understood."""
    return _KNOWN.get(" ".join(frequency.casefold().split())) if frequency else None


def is_overdue(last: Point | None, frequency: str | None, as_of: dt.date) -> bool:
    """Say whether a measurement is missing: more than one and a half times its frequency have gone since the last."""
    years = years_of(frequency)
    if years is None or last is None:
        return False
    return moment(as_of) - moment(last.date.end) > years * (1 + _LATE)
