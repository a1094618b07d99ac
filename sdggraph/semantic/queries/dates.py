"""The first and the last day of a date, as text that sorts by time: of ``2019``, ``2019-Q2``, ``2019-06``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.scalars import PlanDate
from sdggraph.semantic.fields import forms
from sdggraph.semantic.queries.terms import short
from sdggraph.semantic.terms import SG

if TYPE_CHECKING:
    from sdggraph.model.record import Record
    from sdggraph.semantic.fields import FieldForm

__all__ = ["first_day", "last_day", "spans", "whole_years"]

_LEAP = "^(..(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02"
_QUARTERS = (("1", "01", "03-31"), ("2", "04", "06-30"), ("3", "07", "09-30"), ("4", "10", "12-31"))


def spans(record: type[Record], form: FieldForm) -> tuple[str | None, str | None]:
    """Give the properties that already say the first and the last day of a field's date, where there are such."""
    dates = [one.name for one in forms(record) if one.scalar == (PlanDate,)]
    start, end = short(SG.dateStart), short(SG.dateEnd)
    if dates == [form.name]:
        return start, end
    if dates == ["start", "end"]:
        return (start, None) if form.name == "start" else (None, end)
    return None, None


def _quarter(text: str, place: int) -> str:
    digit = f"SUBSTR({text}, 7, 1)"
    *others, last = _QUARTERS
    made = f'"{last[place]}"'
    for one in reversed(others):
        made = f'IF({digit} = "{one[0]}", "{one[place]}", {made})'
    return made


def _chosen(text: str, year: str, quarter: str, month: str) -> str:
    """Choose by the form of a date: the year alone, a quarter, a month, a day."""
    length = f"STRLEN({text})"
    by_month = f"IF({length} = 7, CONCAT({text}, {month}), {text})"
    by_quarter = f'IF(REGEX({text}, "[QK]"), CONCAT(SUBSTR({text}, 1, 5), {quarter}), {by_month})'
    return f'IF({length} = 4, CONCAT({text}, "{year}"), {by_quarter})'


def first_day(variable: str) -> str:
    """Write the first day of a date."""
    text = f"STR({variable})"
    return _chosen(text, "-01-01", f'CONCAT({_quarter(text, 1)}, "-01")', '"-01"')


def last_day(variable: str) -> str:
    """Write the last day of a date."""
    text = f"STR({variable})"
    return _chosen(text, "-12-31", _quarter(text, 2), f'CONCAT("-", {_days(text)})')


def _days(text: str) -> str:
    """Write how many days the month of a date has."""
    february = f'IF(REGEX({text}, "{_LEAP}"), "29", "28")'
    others = f'IF(REGEX({text}, "^.....(04|06|09|11)"), "30", "31")'
    return f'IF(REGEX({text}, "^.....02"), {february}, {others})'


def whole_years(start: str, end: str) -> str:
    """Write the whole years from one day to another, both included; days are texts such as ``2020-01-01``."""
    day, month = f"SUBSTR({end}, 9, 2)", f"SUBSTR({end}, 6, 2)"
    following = _padded(f"xsd:integer({day}) + 1")
    next_month = f'CONCAT({_padded(f"xsd:integer({month}) + 1")}, "-01")'
    after = f'IF({day} = {_days(end)}, {next_month}, CONCAT({month}, "-", {following}))'
    begun = f"IF({after} < SUBSTR({start}, 6, 5), 1, 0)"
    years = f"xsd:integer(SUBSTR({end}, 1, 4)) - xsd:integer(SUBSTR({start}, 1, 4)) - {begun}"
    whole_last_year = f'IF(SUBSTR({end}, 6, 5) = "12-31" && SUBSTR({start}, 6, 5) = "01-01", 1, 0)'
    return f"({years} + {whole_last_year})"


def _padded(number: str) -> str:
    text = f'CONCAT("0", STR({number}))'
    return f"SUBSTR({text}, STRLEN({text}) - 1, 2)"
