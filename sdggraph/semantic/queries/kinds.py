"""Between which kinds of node a path can lead: from the relation table, without looking at any plan."""

from __future__ import annotations

from functools import cache

from sdggraph.graph.index import ABOUT, ACTS_FROM, ACTS_ON, NEGATIVE
from sdggraph.model.kinds import CATALOGUE_KINDS, KINDS
from sdggraph.model.relations import RELATIONS
from sdggraph.rules.terms import IN_PLAN, Chain, Either, Path, Star, Step

__all__ = ["CATALOGUE", "after_step", "crosses", "kinds_after", "steps_of"]

CATALOGUE = frozenset(CATALOGUE_KINDS)
"""The kinds of the nodes that all plans share."""

_CLAIMING = ("TargetArea", "Objective", "Strategy")


@cache
def _joins(relation: str) -> frozenset[tuple[str, str]]:
    """Give the pairs of kinds that a relation joins."""
    if relation == IN_PLAN:
        return frozenset((kind, "Plan") for kind in KINDS if kind not in CATALOGUE and kind != "Plan")
    if relation == ABOUT:
        return frozenset({("Prioritisation", "Goal"), ("Selection", "Target")})
    if relation in (ACTS_FROM, ACTS_ON):
        field = "source" if relation == ACTS_FROM else "target"
        joins = RELATIONS["interacts_with"].joins
        return frozenset((one.source, to) for one in joins if one.field == field for to in one.targets)
    if relation == NEGATIVE:
        return frozenset((kind, to) for kind in _CLAIMING for to in ("Goal", "Target"))
    if relation not in RELATIONS:
        return frozenset()
    return frozenset((one.source, to) for one in RELATIONS[relation].joins for to in one.targets)


def after_step(step: Step, kinds: frozenset[str]) -> frozenset[str]:
    """Give the kinds to which a step leads from some kinds."""
    pairs = ((b, a) if step.backward else (a, b) for a, b in _joins(step.relation))
    found = {there for here, there in pairs if here in kinds}
    return frozenset(found & set(step.to.kinds) if step.to is not None and step.to.kinds else found)


def kinds_after(path: Path, kinds: frozenset[str]) -> frozenset[str]:
    """Give the kinds to which a path leads from some kinds."""
    match path:
        case Step():
            return after_step(path, kinds)
        case Chain(parts):
            for part in parts:
                kinds = kinds_after(part, kinds)
            return kinds
        case Either(parts):
            return frozenset().union(*(kinds_after(part, kinds) for part in parts))
        case Star(part):
            while (more := kinds | kinds_after(part, kinds)) != kinds:
                kinds = more
            return kinds


def crosses(path: Path, kinds: frozenset[str]) -> bool:
    """Say whether a path may lead from one plan to another's nodes: back from what all plans share."""
    match path:
        case Step(backward=True):
            return any(after_step(path, frozenset({kind})) - CATALOGUE for kind in kinds & CATALOGUE)
        case Step():
            return False
        case Chain(parts):
            for part in parts:
                if crosses(part, kinds):
                    return True
                kinds = kinds_after(part, kinds)
            return False
        case Either(parts):
            return any(crosses(part, kinds) for part in parts)
        case Star(part):
            return crosses(part, kinds_after(path, kinds))


def steps_of(path: Path) -> list[Step] | None:
    """Give the steps between which a path chooses; None where it is more than one step."""
    if isinstance(path, Step):
        return [path]
    if isinstance(path, Either):
        parts = [steps_of(part) for part in path.parts]
        return None if None in parts else [step for part in parts if part for step in part]
    return None
