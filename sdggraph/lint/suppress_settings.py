"""Findings that settings accept, under ``ignore``: ``{rule: SDG202, node: s7, reason: Measured by the county}``.

In a plan's own ``lint:`` section, and in a file of settings for plans that can hold no comments, such as tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.lint.suppress import Suppression, whole_plan
from sdggraph.model.codes import code_kind, node_id

if TYPE_CHECKING:
    from sdggraph.base.places import FieldPath, Place

__all__ = ["Accepted", "suppression_of"]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A rule that is accepted at a node, or in the whole plan where there is none, why, and where that is said."""

    code: str
    node: str | None
    reason: str
    path: FieldPath


def suppression_of(accepted: Accepted, plan: str, place: Place | None) -> Suppression:
    """Give what is accepted as a suppression in a plan."""
    nodes = frozenset({whole_plan(plan)}) if accepted.node is None else _nodes(accepted.node, plan)
    return Suppression(accepted.code, plan, "settings", place, accepted.reason, nodes=nodes)


def _nodes(written: str, plan: str) -> frozenset[str]:
    """Give the nodes that a local id, a whole id or a bare code (what the plan says of it, and itself) stands for."""
    if written == plan or ":" in written:
        return frozenset({written})
    kind = code_kind(written)
    if kind is None:
        return frozenset({node_id(plan, written)})
    return frozenset({node_id(plan, f"{kind}-{written}"), node_id("sdg", written)})
