"""What shapes are put together from: constraints, as pairs of a property and a value, and how they are joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sdggraph.semantic.terms import NAMESPACES, SG, XSD, Blank, Collection, Iri, Literal, Namespace, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.semantic.terms import Part

__all__ = [
    "ALWAYS",
    "CLASS",
    "IN",
    "NEVER",
    "SH",
    "SHAPES_IRI",
    "Constraints",
    "Route",
    "all_of",
    "any_of",
    "at_most",
    "exists",
    "negated",
    "property_shape",
    "route",
    "true_word",
]

SHAPES_IRI = Iri("https://w3id.org/sdggraph/shapes")
"""The IRI of all shapes together, which says what prefixes their queries use."""

SH = Namespace(NAMESPACES["sh"])
IN, OR, AND, NOT, CLASS = (Iri(SH + name) for name in ("in", "or", "and", "not", "class"))
"""Those that Python has words for itself."""

Constraints: TypeAlias = "tuple[tuple[Iri, Part], ...]"
"""What a node must meet, all of it; nothing is always met."""

Route: TypeAlias = "Iri | Blank | Collection"
"""A SHACL path."""

ALWAYS: Constraints = ()
NEVER: Constraints = ((IN, Collection((SG.Nothing,))),)
"""Met by no node: only by a name that nothing has."""

_OFTEN = frozenset({SH.property, OR, NOT, AND, CLASS, SH.node, SH.sparql})
"""Constraints that may stand several times in one shape."""

true_word = Literal("true", "", XSD.boolean)


def all_of(parts: Iterable[Constraints]) -> Constraints:
    """Ask for all of some constraints."""
    listed = list(parts)
    if NEVER in listed:
        return NEVER
    joined = tuple(dict.fromkeys(one for part in listed for one in part))
    once = [name for name, _ in joined if name not in _OFTEN]
    if len(once) == len(set(once)):
        return joined
    return ((AND, Collection(tuple(Blank(part) for part in listed if part))),)


def any_of(parts: Iterable[Constraints]) -> Constraints:
    """Ask for one of some constraints."""
    listed = [part for part in dict.fromkeys(parts) if part != NEVER]
    if not listed:
        return NEVER
    if ALWAYS in listed:
        return ALWAYS
    if len(listed) == 1:
        return listed[0]
    members: list[Part] = []
    for part in listed:
        name, value = part[0]
        if len(part) == 1 and name == OR and isinstance(value, Collection):
            members += value.members
        else:
            members.append(Blank(part))
    return ((OR, Collection(tuple(members))),)


def negated(part: Constraints) -> Constraints:
    """Ask that some constraints are not met."""
    if part in (ALWAYS, NEVER):
        return NEVER if part == ALWAYS else ALWAYS
    if len(part) == 1 and part[0][0] == NOT and isinstance(part[0][1], Blank):
        return part[0][1].said
    return ((NOT, Blank(part)),)


def route(parts: Iterable[Route]) -> Route:
    """Write one path after the other."""
    flat: list[Part] = []
    for part in parts:
        if isinstance(part, Collection):
            flat += part.members
        else:
            flat.append(part)
    one = flat[0]
    return one if len(flat) == 1 and isinstance(one, (Iri, Blank)) else Collection(tuple(flat))


def property_shape(path: Route, *said: tuple[Iri, Part]) -> Constraints:
    """Ask something of the nodes at the end of a path."""
    return ((SH.property, Blank(((SH.path, path), *said))),)


def exists(path: Route, part: Constraints = ALWAYS) -> Constraints:
    """Ask that some node at the end of a path meets some constraints."""
    if part == NEVER:
        return NEVER
    if part == ALWAYS:
        return property_shape(path, (SH.minCount, whole(1)))
    if len(part) == 1 and part[0][0] == SH.hasValue:
        return property_shape(path, part[0])
    return property_shape(path, (SH.qualifiedValueShape, Blank(part)), (SH.qualifiedMinCount, whole(1)))


def at_most(path: Route, part: Constraints, number: int) -> Constraints:
    """Ask that no more than so many nodes at the end of a path meet some constraints."""
    if part == ALWAYS:
        return property_shape(path, (SH.maxCount, whole(number)))
    return property_shape(path, (SH.qualifiedValueShape, Blank(part)), (SH.qualifiedMaxCount, whole(number)))
