"""The references of a plan's nodes, each with where it stands in its record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sdggraph.graph.index import NEGATIVE
from sdggraph.model.codes import code_kind, node_id
from sdggraph.model.relations import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.places import FieldPath
    from sdggraph.graph.index import Index

__all__ = ["Reference", "references_of"]


class Reference(NamedTuple):
    """One reference: its relation, the path in the record, and the whole id of the node that it names."""

    relation: str
    path: FieldPath
    target: str


def references_of(index: Index, node: int) -> Iterator[Reference]:
    """Give the references of one of a plan's nodes that lead somewhere, in the order of its fields."""
    kind, record = index.kinds[node], index.records[node]
    plan = index.plans[index.owners[node]].id
    for (source, name), (relation, join) in FIELDS.items():
        value = getattr(record, name, None) if source == kind else None
        if not value or value == "none":
            continue
        listed = value if isinstance(value, tuple) else (value,)
        for position, one in enumerate(listed):
            path: FieldPath = (name, position) if isinstance(value, tuple) else (name,)
            text = one.code if join.claim else str(one)
            over = NEGATIVE if join.claim and one.role == "negative" else relation
            target = _named(index, plan, text)
            if target is not None:
                yield Reference(over, path, target)


def _named(index: Index, plan: str, text: str) -> str | None:
    for name in (node_id(plan, text), text, f"national:{text}"):
        number = index.number.get(name)
        if number is not None:
            return index.ids[number]
    return f"sdg:{text}" if code_kind(text) else None
