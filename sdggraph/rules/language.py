"""The abstract syntax that rules are written in: nodes, paths over relations, and what must hold.

Built-in rules are made of these records directly; a user's own rules, written as text, are parsed to the same
records. Everything here is plain data, so that one declaration can be run natively, or be turned into SHACL or
SPARQL. The terms stand in ``terms.py``, the conditions that compare values in ``comparisons.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.rules.comparisons import Agree, Between, Compare, Covers, Each, Predicate, Translated, Unique
from sdggraph.rules.terms import (
    ANY,
    IN_PLAN,
    Chain,
    Either,
    Nodes,
    Operator,
    Parameter,
    Path,
    Star,
    Step,
    Where,
    back,
    nodes,
    step,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "ANY",
    "IN_PLAN",
    "Acyclic",
    "Agree",
    "AllOf",
    "AnyOf",
    "Between",
    "Chain",
    "Compare",
    "Condition",
    "Covers",
    "Each",
    "Either",
    "Every",
    "Has",
    "Labelled",
    "Nodes",
    "Not",
    "Operator",
    "Parameter",
    "Path",
    "Predicate",
    "Reach",
    "Spread",
    "Star",
    "Step",
    "Tied",
    "Translated",
    "Unique",
    "Where",
    "attributes_in",
    "back",
    "nodes",
    "paths_in",
    "step",
    "where",
]


@dataclass(frozen=True, slots=True)
class Reach:
    """Over ``path``, at least and at most so many nodes of ``to`` are reached."""

    path: Path
    to: Nodes = ANY
    at_least: int | Parameter = 1
    at_most: int | Parameter | None = None

    def __str__(self) -> str:
        return f"{self.path} -> {self.to}"


@dataclass(frozen=True, slots=True)
class Every:
    """Each node of ``to`` that is reached over ``path`` meets a condition of its own; so it holds where none is."""

    path: Path
    to: Nodes
    requires: Condition


@dataclass(frozen=True, slots=True)
class Spread:
    """The nodes reached over ``path`` have at least so many different values of an attribute, if they have any."""

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


Condition: TypeAlias = (
    Reach
    | Every
    | Spread
    | Has
    | Acyclic
    | Tied
    | AllOf
    | AnyOf
    | Not
    | Labelled
    | Compare
    | Each
    | Unique
    | Agree
    | Covers
    | Between
    | Translated
    | Predicate
)


def paths_in(condition: Condition | None) -> Iterator[Path]:
    """Give the paths that a condition looks along."""
    match condition:
        case Every(path, _, requires):
            yield path
            yield from paths_in(requires)
        case Reach(path) | Spread(path) | Acyclic(path) | Covers(path) | Between(path):
            yield path
        case Compare(over=path) if path is not None:
            yield path
        case Unique(within=path):
            yield path
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from paths_in(part)
        case Not(part) | Labelled(part):
            yield from paths_in(part)
        case _:
            return


def attributes_in(condition: Condition | None) -> Iterator[str]:
    """Give the attributes of the node itself that a condition asks for."""
    match condition:
        case Has(where):
            yield where.attribute
        case Compare(attribute):
            yield attribute
        case Unique(attributes=names) | Translated(attributes=names):
            yield from names
        case Each(items) | Agree(items):
            yield items
        case Covers(own=name):
            yield name
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from attributes_in(part)
        case Not(part) | Labelled(part):
            yield from attributes_in(part)
        case _:
            return
