"""What somebody has reviewed: relations, and what both ends of each said at the time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

__all__ = ["Content", "Link", "ReviewLock", "Reviewed"]

Link: TypeAlias = tuple[str, str, str]
"""A relation: the node that it leads from, its name, and the node that it leads to."""

Content: TypeAlias = dict[str, Any]
"""What a node says, field by field, in the forms that JSON has."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """That a relation was reviewed: the fingerprints of its ends, when, by whom, and what was remarked.

    The end that the UN owns has no fingerprint: the UN doesn't reword its goals from day to day.
    """

    source: str
    target: str
    on: str | None = None
    by: str | None = None
    note: str | None = None


@dataclass(slots=True)
class ReviewLock:
    """All relations of a plan that were reviewed, and what their ends said then, by node and fingerprint."""

    relations: dict[Link, Reviewed] = field(default_factory=dict)
    contents: dict[tuple[str, str], Content] = field(default_factory=dict)
    file: str = ""
