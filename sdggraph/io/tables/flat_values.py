"""What stands in the narrower columns of a flat list: deadlines, periods, statuses, owners."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from sdggraph.io.tables.cell_texts import names_of
from sdggraph.model.scalars import PlanDate, parse_date

if TYPE_CHECKING:
    from sdggraph.model.vocabularies import ActionStatus

__all__ = ["owner_and_due", "owners_of", "period_of", "status_of"]

_STATUSES: dict[str, ActionStatus] = {
    **dict.fromkeys(("planned", "planlagt", "ikke startet", "ikkje starta", "not started", "ny", "nytt"), "planned"),
    **dict.fromkeys(
        ("ongoing", "pågår", "i gang", "igangsatt", "igangsett", "påbegynt", "under arbeid", "started", "in progress"),
        "ongoing",
    ),
    **dict.fromkeys(
        ("done", "ferdig", "fullført", "gjennomført", "utført", "avsluttet", "avslutta", "completed", "finished"),
        "done",
    ),
    **dict.fromkeys(("stopped", "stoppet", "stansa", "stanset", "avlyst", "utgår", "cancelled"), "stopped"),
}
_DATE = (
    r"(?:(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?:(?P<quarter>[1-4])\. ?(?:kvartal|quarter)|[QK](?P<q>[1-4])) ?(?P<quarter_year>\d{4})"
    r"|(?P<half>[12])\. ?(?:halvår|half)(?: of)? ?(?P<half_year>\d{4})|(?P<only>\d{4}))"
)
_ONE = re.compile(rf"(?:innen|før|by|utgangen av|i løpet av|ila\.?|end of|slutten av|\s|:)*{_DATE}", re.IGNORECASE)
_TWO = re.compile(r"(\d{4})\s*(?:[-\u2013\u2014/]|til|to)\s*(\d{4}|\d{2})", re.IGNORECASE)
_FROM = re.compile(r"(?:fra|from)\s+(\d{4})", re.IGNORECASE)
_PARTING = re.compile(r"\s*[,;/(\n\u2013-]\s*|\s+")
_HAS_DIGIT = re.compile(r"\d")
_ALWAYS = frozenset(
    {"løpende", "fortløpende", "kontinuerlig", "årlig", "årleg", "hele perioden", "ongoing", "annually"}
)
_BEFORE_CAPITAL = re.compile(r"\s*,\s*(?=[A-ZÆØÅ])")


def period_of(value: Any) -> tuple[PlanDate | None, PlanDate | None] | None:
    """Give the start and end that a deadline or period means; None where it can't be told."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return None, PlanDate(value.isoformat())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip().rstrip(".")
    try:
        return _period(text)
    except ValueError:
        return None


def _period(text: str) -> tuple[PlanDate | None, PlanDate | None] | None:
    years = _TWO.fullmatch(text)
    if years is not None:
        last = years[2] if len(years[2]) == 4 else years[1][:2] + years[2]
        return (parse_date(years[1]), parse_date(last)) if last >= years[1] else None
    since = _FROM.fullmatch(text)
    if since is not None:
        return parse_date(since[1]), None
    one = _ONE.fullmatch(text)
    if one is None:
        return None
    if one["day"]:
        return None, parse_date(f"{one['year']}-{int(one['month']):02}-{int(one['day']):02}")
    if one["half"]:
        return None, parse_date(f"{one['half_year']}-Q{2 * int(one['half'])}")
    if one["quarter_year"]:
        return None, parse_date(f"{one['quarter_year']}-Q{one['quarter'] or one['q']}")
    return None, parse_date(one["iso"] or one["only"])


def status_of(text: str) -> ActionStatus | None:
    """Give the status of an action that a word means; None for a word that says something else."""
    return _STATUSES.get(text.casefold().strip(" ."))


def owners_of(text: str) -> list[str]:
    """Give those who answer for something, the first first; a comma parts them only before a capital letter.

    *Kultur, idrett og frivillighet* is one unit; *Helse, Skole* are two.
    """
    joined = _BEFORE_CAPITAL.sub(";", text).replace(",", "\u2063")
    return [name.replace("\u2063", ",") for name in names_of(joined)]


def owner_and_due(text: str) -> tuple[str, str] | None:
    """Take apart who answers for something and by when: *Kommunedirektøren, 2027*; one of them may be missing.

    None where it can't be told for sure: the one must read as a deadline, and the other have no number in it.
    """
    text = text.strip()
    if _is_time(text):
        return "", text
    if not _HAS_DIGIT.search(text) and not any(_is_time(piece) for piece in re.split(r"[,;/(\n]", text.rstrip(")"))):
        return text, ""
    found = {
        (who, when)
        for match in _PARTING.finditer(text)
        for who, when in _both_ways(text[: match.start()], text[match.end() :])
        if who and _is_time(when) and not _HAS_DIGIT.search(who)
    }
    return min(found, key=lambda one: len(one[0])) if found else None


def _both_ways(before: str, after: str) -> tuple[tuple[str, str], tuple[str, str]]:
    one, two = _bare(before), _bare(after)
    return (one, two), (two, one)


def _bare(text: str) -> str:
    """Give a text without the signs that part it from another, and without half a pair of brackets."""
    text = text.strip(" ,;:/\n\u2013-")
    return text.strip("() ") if text.count("(") != text.count(")") else text


def _is_time(text: str) -> bool:
    text = text.strip(" .()")
    return text.casefold() in _ALWAYS or period_of(text) is not None
