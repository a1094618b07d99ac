"""The abstract syntax that rules are written in: nodes, paths over relations, and what must hold.

Built-in rules are made of these records directly; a user's own rules, written as text, are parsed to the same records.
Everything here is plain data, so that one declaration can be run natively, or be turned into SHACL or SPARQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "Acyclic",
    "AllOf",
    "AnyOf",
    "Chain",
    "Condition",
    "Either",
    "Has",
    "Labelled",
    "Nodes",
    "Not",
    "Operator",
    "Parameter",
    "Path",
    "Reach",
    "Spread",
    "Star",
    "Step",
    "Tied",
    "Where",
    "back",
    "nodes",
    "relations_in",
    "step",
    "where",
]

Operator: TypeAlias = Literal["=", "!=", "<", "<=", ">", ">=", "present", "absent"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number or date in a rule that settings may change; named in the rule's ``parameters``."""

    name: str

    def __str__(self) -> str:
        return f"${self.name}"


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on one attribute: ``source.system=KOSTRA``; of a list, that one item meets it."""

    attribute: str
    operator: Operator
    value: str | int | Parameter | None = None

    def __str__(self) -> str:
        if self.operator == "present":
            return self.attribute
        if self.operator == "absent":
            return f"!{self.attribute}"
        return f"{self.attribute}{self.operator}{self.value}"


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of some kinds (of any, if none is named) that meet every condition."""

    kinds: tuple[str, ...] = ()
    where: tuple[Where, ...] = ()

    def __str__(self) -> str:
        listed = ", ".join(str(one) for one in self.where)
        return ("|".join(self.kinds) or "*") + (f"[{listed}]" if listed else "")


@dataclass(frozen=True, slots=True)
class Step:
    """One relation, forwards or backwards; ``to`` narrows the nodes that it may arrive at."""

    relation: str
    backward: bool = False
    to: Nodes | None = None

    def __str__(self) -> str:
        narrowed = f"({self.to})" if self.to else ""
        return f"{'^' if self.backward else ''}{self.relation}{narrowed}"


@dataclass(frozen=True, slots=True)
class Chain:
    """Paths one after the other."""

    parts: tuple[Path, ...]

    def __str__(self) -> str:
        return " / ".join(str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Either:
    """Any one of some paths."""

    parts: tuple[Path, ...]

    def __str__(self) -> str:
        return "(" + " | ".join(str(part) for part in self.parts) + ")"


@dataclass(frozen=True, slots=True)
class Star:
    """A path any number of times, none included."""

    part: Path

    def __str__(self) -> str:
        inner = str(self.part)
        return f"{inner}*" if inner.endswith(")") or " " not in inner else f"({inner})*"


Path: TypeAlias = Step | Chain | Either | Star


@dataclass(frozen=True, slots=True)
class Reach:
    """Over ``path``, at least and at most so many nodes of ``to`` are reached."""

    path: Path
    to: Nodes = Nodes()
    at_least: int | Parameter = 1
    at_most: int | Parameter | None = None

    def __str__(self) -> str:
        return f"{self.path} -> {self.to}"


@dataclass(frozen=True, slots=True)
class Spread:
    """The nodes reached over ``path`` have at least so many different values of an attribute, if any is reached."""

    path: Path
    to: Nodes
    attribute: str
    at_least: int = 2


@dataclass(frozen=True, slots=True)
class Has:
    """The node's own attribute meets a condition."""

    where: Where


@dataclass(frozen=True, slots=True)
class Acyclic:
    """The node is on no cycle of the path."""

    path: Path


@dataclass(frozen=True, slots=True)
class Tied:
    """The node has a relation to or from any other."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the parts holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part doesn't hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Labelled:
    """A part with words for what is missing where it doesn't hold; messages name them as ``{missing}``."""

    part: Condition
    en: str
    nb: str


Condition: TypeAlias = Reach | Spread | Has | Acyclic | Tied | AllOf | AnyOf | Not | Labelled


def where(attribute: str, operator: Operator = "present", value: str | int | Parameter | None = None) -> Where:
    """Write a condition on an attribute; alone, that it is there."""
    return Where(attribute, operator, value)


def nodes(kinds: str = "", *conditions: Where) -> Nodes:
    """Write a set of nodes: ``nodes("Strategy Action", where("owner"))``."""
    return Nodes(tuple(kinds.split()), conditions)


def step(relation: str, to: str = "") -> Step:
    """Write a step forwards, perhaps to some kinds only."""
    return Step(relation, to=nodes(to) if to else None)


def back(relation: str, to: str = "") -> Step:
    """Write a step backwards, perhaps to some kinds only."""
    return Step(relation, backward=True, to=nodes(to) if to else None)


def relations_in(part: Path | Condition) -> frozenset[tuple[str, bool]]:
    """Give the relations that a path or condition runs over, each with whether it is taken backwards."""
    match part:
        case Step(relation, backward):
            return frozenset({(relation, backward)})
        case Star(inner) | Not(inner) | Labelled(inner):
            return relations_in(inner)
        case Reach(path) | Spread(path) | Acyclic(path):
            return relations_in(path)
        case Chain(parts) | Either(parts) | AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(relations_in(one) for one in parts))
        case _:
            return frozenset()
