"""Codes that a spreadsheet has turned into numbers or dates: what they may have been.

``8.10`` typed as a number is 8.1, which is another target. A Norwegian Excel makes 3 May of ``3.5`` and an American one
makes 5 March of ``3/5``; ``3.8.1`` becomes 3 August 2001.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from sdggraph.catalogue import exists
from sdggraph.io.tables.number_formats import day_first, decimals, shows_year
from sdggraph.model.codes import goal_of

__all__ = ["Spoilt", "as_date", "date_reading", "number_reading", "unspoilt"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar|mars", "apr", "mai|may", "jun", "jul", "aug", "sep|sept", "okt|oct", "nov", "des|dec"),
        start=1,
    )
    for name in names.split("|")
}
_DAY_MONTH = re.compile(r"(\d{1,2})[. -]{1,2}([a-zA-Z]{3,4})\.?(?:[ -.]?(\d{2}|\d{4}))?", re.ASCII)
_MONTH_DAY = re.compile(r"([a-zA-Z]{3,4})[. -]{1,2}(\d{1,2})", re.ASCII)
_WRITTEN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_FIRST_DAY = dt.date(1899, 12, 30)
_SERIALS = range(36526, 73415)  # the years 2000 to 2100, as spreadsheets count days


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What a number or a date is read as, and what else it may have been.

    Attributes:
        shown: The text that the cell shows, or nearly.
        code: The code, if one fits.
        others: Other codes that it may have been.
    """

    shown: str
    code: str | None
    others: tuple[str, ...] = ()


def unspoilt(
    value: object, number_format: str | None, goal: str | None = None
) -> tuple[str, tuple[str, dict[str, str]] | None]:
    """Give the text that a number or date was, and the rule and values of what is to be noted about it."""
    dated = as_date(value)
    if dated is not None:
        reading = date_reading(dated[0], dated[1] or number_format, goal)
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        reading = Spoilt(str(value), None)
    else:
        reading = number_reading(value, number_format)
    if reading.code is None:
        return reading.shown, None
    if reading.others:
        return reading.code, ("SDG003", {"code": reading.code, "other": ", ".join(reading.others)})
    return reading.code, ("SDG002", {"code": reading.shown, "new": reading.code}) if dated is not None else None


def number_reading(value: float, number_format: str | None) -> Spoilt:
    """Read a number that stands where a code belongs."""
    text = str(int(value)) if float(value).is_integer() else repr(float(value))
    places = decimals(number_format)
    if places == 2 and exists(f"{value:.2f}"):
        return Spoilt(f"{value:.2f}", f"{value:.2f}")
    if not exists(text):
        return Spoilt(text, None)
    longer = f"{text}0" if "." in text else ""
    doubtful = bool(longer) and exists(longer) and places != 1
    return Spoilt(text, text, (longer,) if doubtful else ())


def as_date(value: object) -> tuple[dt.date, str | None] | None:
    """Give the date that a cell's value is, or that its text shows, with a format for text; None if it is none."""
    if isinstance(value, dt.datetime):
        return value.date(), None
    if isinstance(value, dt.date):
        return value, None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return (
            (_FIRST_DAY + dt.timedelta(days=int(value)), None)
            if float(value).is_integer() and _SERIALS[0] <= value <= _SERIALS[-1]
            else None
        )
    return _date_in_text(value.strip()) if isinstance(value, str) and len(value) <= 24 else None


def _date_in_text(text: str) -> tuple[dt.date, str | None] | None:
    match = _DAY_MONTH.fullmatch(text)
    if match is not None and match[2].lower() in _MONTHS:
        year = int(match[3]) if match[3] else 2000
        return _day(
            year if year > 99 else 2000 + year,
            _MONTHS[match[2].lower()],
            int(match[1]),
            "d.mmm.yy" if match[3] else "d.mmm",
        )
    match = _MONTH_DAY.fullmatch(text)
    if match is not None and match[1].lower() in _MONTHS:
        return _day(2000, _MONTHS[match[1].lower()], int(match[2]), "mmm.d")
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    if match[3]:
        return _day(int(match[3]), int(match[2]), int(match[1]), "dd.mm.yyyy")
    return _day(int(match[4]), int(match[5]), int(match[6]), None)


def _day(year: int, month: int, day: int, shown: str | None) -> tuple[dt.date, str | None] | None:
    try:
        return dt.date(year, month, day), shown
    except ValueError:
        return None


def date_reading(day: dt.date, number_format: str | None, goal: str | None) -> Spoilt:
    """Read a date that stands where a code belongs: the row's goal first, then the order that the cell shows."""
    orders = [f"{day.day}.{day.month}", f"{day.month}.{day.day}"]
    if not day_first(number_format):
        orders.reverse()
    if shows_year(number_format) and 2001 <= day.year <= 2009:
        orders.insert(0, f"{day.day}.{day.month}.{day.year - 2000}")
    found = [code for code in dict.fromkeys(orders) if exists(code)]
    found.sort(key=lambda code: goal is not None and goal_of(code) != goal)
    return Spoilt(_shown(day, number_format), found[0] if found else None, tuple(found[1:]))


def _shown(day: dt.date, number_format: str | None) -> str:
    if number_format is None or shows_year(number_format):
        return day.isoformat()
    return f"{day.day}.{day.month}." if day_first(number_format) else f"{day.month}/{day.day}"
