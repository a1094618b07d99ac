"""Under which official number an organisation goes at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.model.plan import Organisation, OrganisationNumber, Plan

__all__ = ["number_on", "time_of"]


def time_of(plan: Plan) -> dt.date | None:
    """Give the day that a plan is of: its adoption, else when its period begins, else its baseline year."""
    for date in (
        plan.adopted.date if plan.adopted else None,
        plan.period.start if plan.period else None,
        plan.baseline_year,
    ):
        if date is not None:
            try:
                return date.start
            except (AttributeError, ValueError):  # made in Python, and no date
                continue
    return None


def number_on(organisation: Organisation, day: dt.date | None) -> str | None:
    """Give the number that was valid on a day; without a day, the one that has no end."""
    for number in organisation.numbers:
        if number.number and _covers(number, day):
            return number.number
    return None


def _covers(number: OrganisationNumber, day: dt.date | None) -> bool:
    if day is None:
        return number.end is None
    try:
        begins = number.start.start if number.start is not None else day
        ends = number.end.end if number.end is not None else day
    except (AttributeError, ValueError):  # made in Python, and no date
        return False
    return begins <= day <= ends
