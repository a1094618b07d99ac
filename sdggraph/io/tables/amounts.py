"""Money as planners write it: how large the unit is that a heading speaks of, and the amount in a cell."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.model.vocabularies import BudgetType

__all__ = ["amount_of", "budget_type_of", "is_within_frame", "scale_of", "speaks_of_money"]

_SPACE = "[ .,\u00a0\u202f]"
_MILLIONS = re.compile(r"\bmill?(?:\.|\b|ion)|\bmnok\b|\bmkr\b", re.IGNORECASE)
_COUNTED = re.compile(r"\d[ \u00a0\u202f]?(?:mill|tusen|thousand|kr|nok|€|eur)", re.IGNORECASE)
"""An amount, and no unit: *45 mill. kr*; what a thousand kroner are is said with a number, though."""

_ONE_THOUSAND = re.compile(rf"(?<![\d.,])(?<!\d )1{_SPACE}?000(?![\d.,]*\d)|['\u2019]000")
_THOUSANDS = re.compile(r"\btusen|\bthousand|\b[tk]nok\b|\b[tk]kr\b", re.IGNORECASE)
_CURRENCY = re.compile(r"\b(?:kr|kroner|nok|[tkm]nok|[tkm]kr|eur|euro|euros|sek|dkk|usd|gbp)\b|[€$£]", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:budsjett\w*|økonomi\w*|kostnad\w*|utgift\w*|beløp|finansier\w*|drifts?\w*|investering\w*|driftsramme|ramme|"
    r"(?:alle )?tall i|budget\w*|costs?|amounts?|operating|operations|investments?|capital|expenditure|funding)\b",
    re.IGNORECASE,
)
_INVESTMENT = re.compile(r"\binvest|\bcapital\b|^i$", re.IGNORECASE)
_OPERATING = re.compile(r"\bdrift|\boperat|\brunning\b|^d$", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:dekkes |løses )?(?:innenfor|innanfor|innen)(?: \w+)? (?:ramm\w*|budsjett\w*)|i ramm(?:a|en)|"
    r"within (?:the |existing |ordinary )?(?:frame|budget)s?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:kr\.?|nok|€)?\s*(?P<sign>[-\u2212\u2013+])?\s*"
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)"
    r"(?P<part>[.,]\d+)?\s*(?P<unit>[^\d]{0,24})",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?:,-|,\u2013|kr\.?|kroner|nok|tkr|tnok|mnok|mkr|tusen|mill?\.?|millioner|million|€|eur|thousand|\s)*",
    re.IGNORECASE,
)
_DOTTED_ONCE = re.compile(r"[.,]\d{3}")


def scale_of(text: str) -> int | None:
    """Give how many kroner one stands for, as a heading or a line says: 1, 1 000 or 1 000 000; None where none does."""
    text = _ONE_THOUSAND.sub(" tusen ", text)
    if _COUNTED.search(text):
        return None
    if _MILLIONS.search(text) and (_CURRENCY.search(text) or _MONEY.search(text) or "(" in text):
        return 1_000_000
    if _THOUSANDS.search(text) and (_CURRENCY.search(text) or _MONEY.search(text)):
        return 1_000
    return 1 if _CURRENCY.search(text) else None


def speaks_of_money(text: str) -> bool:
    """Say whether a heading or a line is about money."""
    return bool(_MONEY.search(text) or _CURRENCY.search(text))


def budget_type_of(text: str) -> BudgetType | None:
    """Give the type of the money that a text speaks of; None where it speaks of none, or of both."""
    operating, investment = bool(_OPERATING.search(text)), bool(_INVESTMENT.search(text))
    if operating == investment:
        return None
    return "investment" if investment else "operating"


def is_within_frame(text: str) -> bool:
    """Say whether a cell says that the money is part of the ordinary budget."""
    return _WITHIN.fullmatch(text.strip(" .()")) is not None


def amount_of(value: object, scale: int) -> Decimal | None:
    """Read an amount in units of ``scale`` kroner; a unit of its own goes first. None for what may mean two things.

    ``1 500``, ``1,5 mill.``, ``-200`` and ``1.500.000`` are read; ``1.500`` may be a decimal number, so it is only read
    where it counts single kroner.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _plain(Decimal(repr(value)) * scale)
    match = _AMOUNT.fullmatch(str(value).strip())
    if match is None or not _UNITS.fullmatch(match["unit"].strip()):
        return None
    own = _own_scale(match["unit"])
    part = match["part"] or ""
    whole = re.sub(r"[ .\u00a0\u202f]", "", match["whole"])
    if _DOTTED_ONCE.fullmatch(part):
        if (own or scale) != 1 or part[0] == ",":
            return None
        whole, part = whole + part[1:], ""
    amount = Decimal(whole + part.replace(",", ".")) * (own or scale)
    return _plain(-amount if match["sign"] in ("-", "\u2212", "\u2013") else amount)


def _own_scale(unit: str) -> int | None:
    if _MILLIONS.search(unit):
        return 1_000_000
    if _THOUSANDS.search(unit):
        return 1_000
    return 1 if _CURRENCY.search(unit) or unit.strip().startswith((",-", ",\u2013")) else None


def _plain(amount: Decimal) -> Decimal:
    """Give an amount without an exponent, and without zeros after the point."""
    return Decimal(format(amount.normalize(), "f"))
