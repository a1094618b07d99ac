"""Where paths can lead at all, by the relation table: a rule whose path leads nowhere is a mistake, not a rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sdggraph.model.kinds import KINDS
from sdggraph.model.relations import RELATIONS
from sdggraph.rules.terms import Chain, Either, Star, Step

if TYPE_CHECKING:
    from sdggraph.rules.terms import Path

__all__ = ["INNER", "ends", "relations_at"]

_GOALS = ("Goal", "Target")
INNER: dict[str, frozenset[tuple[str, str]]] = {
    "about": frozenset({("Prioritisation", "Goal"), ("Selection", "Target")}),
    "acts_from": frozenset(("Interaction", end) for end in (*_GOALS, "Strategy")),
    "acts_on": frozenset(("Interaction", end) for end in _GOALS),
    "works_against": frozenset((one, end) for one in ("TargetArea", "Objective", "Strategy") for end in _GOALS),
}
"""What the relations join that stand in no row of the table: between a plan's own node and what it speaks of."""


@cache
def _joined(relation: str) -> frozenset[tuple[str, str]]:
    if relation in INNER:
        return INNER[relation]
    if relation == "interacts_with":  # from end to end, over the interaction that holds both
        return frozenset((one, end) for one in (*_GOALS, "Strategy") for end in _GOALS)
    return frozenset((join.source, target) for join in RELATIONS[relation].joins for target in join.targets)


def ends(path: Path, kinds: frozenset[str]) -> frozenset[str]:
    """Give the kinds of node at which a path from some kinds can end."""
    match path:
        case Step(relation, backward, to):
            pairs = ((b, a) if backward else (a, b) for a, b in _joined(relation))
            reached = frozenset(end for start, end in pairs if start in kinds)
            return reached & frozenset(to.kinds) if to is not None and to.kinds else reached
        case Chain(parts):
            for part in parts:
                kinds = ends(part, kinds)
            return kinds
        case Either(parts):
            return frozenset[str]().union(*(ends(part, kinds) for part in parts))
        case Star(part):
            reached = kinds
            while (more := reached | ends(part, reached)) != reached:
                reached = more
            return reached


def relations_at(kinds: frozenset[str]) -> list[str]:
    """Give the relations that lead on from some kinds, as rules write them: ``measured_by``, ``^contributes_to``."""
    steps = [Step(name, backward) for backward in (False, True) for name in RELATIONS]
    return [str(one) for one in steps if ends(one, kinds & KINDS.keys())]
