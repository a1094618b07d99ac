"""Numbers and dates by grammars of our own, and how pydantic reads them.

Each grammar takes the text as it was written and gives the value or raises ``ValueError``. Plan readers and pydantic
use the same functions, so a plan that was read and one that was made in Python obey the same grammar.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = [
    "Grammar",
    "Number",
    "PlanDate",
    "PlanDateField",
    "Whole",
    "parse_date",
    "parse_decimal",
    "parse_whole",
]

_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|[QK]([1-4])))?", re.ASCII)
_LONGEST_NUMBER = 60


class PlanDate(str):
    """A year, quarter, month or day, kept as it was written: ``2019``, ``2019-Q2``, ``2019-06``, ``2019-06-09``."""

    __slots__ = ()

    @property
    def start(self) -> dt.date:
        """The first day."""
        return _span(self)[0]

    @property
    def end(self) -> dt.date:
        """The last day."""
        return _span(self)[1]

    @property
    def year(self) -> int:
        """The year."""
        return int(self[:4])


@lru_cache(maxsize=4096)  # the same few years and days stand in a plan again and again
def _span(text: str) -> tuple[dt.date, dt.date]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not a year, month or day: {text[:40]!r}")
    year = int(match[1])
    if match[4]:
        first, last = 3 * int(match[4]) - 2, 3 * int(match[4])
    else:
        first, last = (int(match[2]), int(match[2])) if match[2] else (1, 12)
    if match[3]:
        day = dt.date(year, first, int(match[3]))
        return day, day
    if not 1 <= first <= 12:
        raise ValueError(f"no such month: {text!r}")
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def parse_date(text: str) -> PlanDate:
    """Read a date; raise ``ValueError`` for what isn't one (``2019-13``, ``9.6.2020``)."""
    text = text.strip()
    _span(text)
    return PlanDate(text)


def parse_decimal(text: str) -> Decimal:
    """Read a decimal number; raise ``ValueError`` for ``1_000``, ``nan``, ``1,5`` and the like."""
    text = text.strip()
    if len(text) > _LONGEST_NUMBER or _DECIMAL.fullmatch(text) is None:
        raise ValueError(f"not a number: {text[:40]!r}")
    return Decimal(text)


def parse_whole(text: str) -> int:
    """Read a whole number; raise ``ValueError`` for anything else."""
    text = text.strip()
    if len(text) > _LONGEST_NUMBER or _WHOLE.fullmatch(text) is None:
        raise ValueError(f"not a whole number: {text[:40]!r}")
    return int(text)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Ties a type of a record's field to the function that reads it from text."""

    read: Callable[[str], Any]
    becomes: type

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read the field by the same function."""
        from pydantic_core import core_schema

        def check(value: Any) -> Any:
            if isinstance(value, self.becomes) and not isinstance(value, bool):
                return self.read(str(value)) if self.becomes is Decimal else value
            if isinstance(value, bool) or not isinstance(value, (str, int, float, dt.date)):
                raise ValueError(f"not a text, number or date: {value!r}")  # noqa: TRY004  # pydantic wants ValueError
            return self.read(str(value))

        written = {int: core_schema.int_schema(), Decimal: core_schema.float_schema()}
        return core_schema.no_info_plain_validator_function(
            check,
            serialization=core_schema.to_string_ser_schema() if self.becomes is not int else None,
            json_schema_input_schema=written.get(self.becomes, core_schema.str_schema()),
        )


Number: TypeAlias = Annotated[Decimal, Grammar(parse_decimal, Decimal)]
Whole: TypeAlias = Annotated[int, Grammar(parse_whole, int)]
PlanDateField: TypeAlias = Annotated[PlanDate, Grammar(parse_date, PlanDate)]
