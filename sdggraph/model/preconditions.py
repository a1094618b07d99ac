"""Local opportunities and challenges as nodes: the ids that they get, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sdggraph.model.nodes import Precondition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.places import FieldPath
    from sdggraph.model.nodes import Prioritisation, Selection

__all__ = ["preconditions_of"]

_FIELDS: tuple[tuple[str, Literal["opportunity", "challenge"]], ...] = (
    ("opportunities", "opportunity"),
    ("challenges", "challenge"),
)


def preconditions_of(record: Prioritisation | Selection) -> Iterator[tuple[Precondition, FieldPath]]:
    """Give each precondition that a plan states for a goal or target, and its path in the record.

    One without an id of its own is named for its place: ``opportunity-3.8-1``.
    """
    for field, kind in _FIELDS:
        for number, condition in enumerate(getattr(record, field)):
            local = condition.id or f"{kind}-{record.code}-{number + 1}"
            node = Precondition.trusted({"id": local, "title": condition.text, "type": kind, "of": record.code})
            yield node, (field, number)
