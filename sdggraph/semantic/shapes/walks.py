"""Ways from a node to others as constraints: property paths, and shapes within shapes where a node on the way is asked.

A property path can't ask anything of the nodes inside a star. Where a rule does, the star is written out by kinds: the
relation table says from which kind a step leads to which, and that goes round only within one kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.rules.terms import IN_PLAN, Chain, Either, Path, Star, Step
from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.queries.kinds import after_step, kinds_after, steps_of
from sdggraph.semantic.shapes.attributes import Beyond, nodes
from sdggraph.semantic.shapes.kinds import of_kinds
from sdggraph.semantic.shapes.parts import NEVER, SH, Constraints, Route, all_of, any_of, exists, route
from sdggraph.semantic.terms import SG, Blank, Collection, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["leads", "shacl_path"]


def shacl_path(path: Path) -> Route | None:
    """Write a path as SHACL does; None where it asks something of the nodes on the way."""
    match path:
        case Step(to=None, role=None):
            iri = SG.inPlan if path.relation == IN_PLAN else relation_iri(path.relation)
            return Blank(((SH.inversePath, iri),)) if path.backward else iri
        case Step():
            return None
        case Star(part):
            inner = shacl_path(part)
            return None if inner is None else Blank(((SH.zeroOrMorePath, inner),))
        case Chain(parts) | Either(parts):
            made = [shacl_path(part) for part in parts]
            written = [one for one in made if one is not None]
            if len(written) < len(made):
                return None
            if isinstance(path, Chain):
                return route(written)
            return Blank(((SH.alternativePath, Collection(tuple(written))),))


def leads(  # a way has two ends, and what is known of them
    path: Path,
    kinds: frozenset[str],
    end: Constraints,
    parameters: Mapping[str, Any],
    wanted: frozenset[str] = frozenset(),
) -> Constraints:
    """Ask that a path leads from a node of some kinds to one that meets ``end``, which only ``wanted`` kinds can.

    Raises:
        Beyond: Core can't say it.
    """
    plain = shacl_path(path)
    if plain is not None:
        return exists(plain, end)
    match path:
        case Step():
            return _over_step(path, kinds, end, parameters)
        case Chain(parts):
            first, rest = _split(parts)
            inner = leads(Chain(rest), kinds_after(first, kinds), end, parameters, wanted) if rest else end
            return leads(first, kinds, inner, parameters, frozenset() if rest else wanted)
        case Either(parts):
            return any_of(leads(part, kinds, end, parameters, wanted) for part in parts)
        case Star(part):
            steps = steps_of(part)
            if steps is None or any(step.role or (step.to is not None and step.to.where) for step in steps):
                raise Beyond
            ways = [_by_kind(steps, kind, (end, wanted), ()) for kind in sorted(kinds)]
            if len(ways) == 1:
                return ways[0]
            return any_of(all_of((of_kinds([kind]), way)) for kind, way in zip(sorted(kinds), ways, strict=True))
    raise TypeError(f"no such path: {path!r}")


def _split(parts: tuple[Path, ...]) -> tuple[Path, tuple[Path, ...]]:
    """Take from a chain as much as one property path can say, or else one part."""
    size = next((n for n in range(len(parts), 1, -1) if shacl_path(Chain(parts[:n])) is not None), 1)
    return (Chain(parts[:size]) if size > 1 else parts[0]), parts[size:]


def _over_step(step: Step, kinds: frozenset[str], end: Constraints, parameters: Mapping[str, Any]) -> Constraints:
    arrived = end
    if step.to is not None:
        arrived = all_of((nodes(step.to, after_step(step, kinds), parameters), end))
    if step.role is None:
        plain = shacl_path(Step(step.relation, step.backward))
        return exists(plain, arrived) if plain is not None else NEVER
    if step.relation != "contributes_to" or step.backward:
        raise Beyond
    if step.role == "negative":
        return NEVER
    role = exists(SG.role, ((SH.hasValue, Literal(step.role)),))
    return exists(SG.hasContribution, all_of((role, exists(SG.about, arrived))))


def _by_kind(
    steps: list[Step], kind: str, end: tuple[Constraints, frozenset[str]], seen: tuple[str, ...]
) -> Constraints:
    """Ask of a node of a kind that steps lead to the end: here, round within the kind, or on to another kind."""
    here = frozenset({kind})
    if kind in seen or any(kind in _beyond(step, kind) for step in steps):
        raise Beyond
    part, wanted = end
    made = [part] if not wanted or kind in wanted else []
    for step in steps:
        others = after_step(step, here) - here
        plain = shacl_path(Step(step.relation, step.backward))
        if plain is None:
            raise Beyond
        for other in sorted(others):
            onward = _by_kind(steps, other, end, (*seen, kind))
            made.append(exists(plain, all_of((of_kinds([other]), onward))))
    inner = any_of(made)
    round_ = [Step(step.relation, step.backward) for step in steps if kind in after_step(step, here)]
    if not round_:
        return inner
    circle = shacl_path(Star(round_[0] if len(round_) == 1 else Either(tuple(round_))))
    return inner if circle is None else exists(circle, all_of((of_kinds(here), inner)))


def _beyond(step: Step, kind: str) -> frozenset[str]:
    """Give the kinds to which a step leads once it has left a kind, whatever is asked of the nodes."""
    bare = Step(step.relation, step.backward)
    kinds = after_step(bare, frozenset({kind})) - {kind}
    while (more := kinds | after_step(bare, kinds)) != kinds:
        kinds = more
    return kinds
