"""The UN's nodes and the national goals: what plans contribute to and share."""

from __future__ import annotations

from pydantic import Field

from sdggraph.model.record import Record

__all__ = ["GlobalIndicator", "Goal", "NationalGoal", "Target"]


class Goal(Record):
    """One of the 17 Sustainable Development Goals."""

    code: str
    title: dict[str, str]
    color: str


class Target(Record):
    """One of the 169 targets, with a short label of our own words."""

    code: str
    goal: str
    label: dict[str, str]
    means_of_implementation: bool = False
    official: dict[str, str] = Field(default_factory=dict)


class GlobalIndicator(Record):
    """One of the 234 indicators of the UN's list; 13 of them stand under several targets.

    Attributes:
        canonical: The code under which the indicator is first listed; its own code if it stands once.
        permanent_code: The UN's code that survives renumbering (``C030801``), where known.
    """

    code: str
    target: str
    canonical: str
    label: dict[str, str]
    tier: str | None = None
    custodian: str | None = None
    permanent_code: str | None = None
    official: dict[str, str] = Field(default_factory=dict)


class NationalGoal(Record):
    """A national government's goal for its municipalities."""

    id: str
    country: str
    label: dict[str, str]
