"""Conditions that compare values: of one node, of a node and others, or of several nodes with each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sdggraph.rules.terms import ANY, Nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdggraph.rules.terms import Operator, Path, Where

__all__ = ["Agree", "Between", "Compare", "Covers", "Each", "Predicate", "Translated", "Unique"]


@dataclass(frozen=True, slots=True)
class Compare:
    """Values of an attribute compare so with those of another, of the node itself or of those ``over`` leads to.

    It fails only where it is sure to: of two dates that are given by the year, either may come first. Where one
    of the sides has no value there is nothing to compare, and the condition holds.

    Attributes:
        pairs: ``all``: every pair must compare so; ``each``: every own value with at least one of the others;
            ``any``: at least one pair.
    """

    attribute: str
    operator: Operator
    other: str
    over: Path | None = None
    to: Nodes = ANY
    pairs: Literal["all", "each", "any"] = "all"


@dataclass(frozen=True, slots=True)
class Each:
    """Every item of a list that meets some conditions meets others as well."""

    items: str
    where: tuple[Where, ...]
    requires: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Unique:
    """No node before it, among some and with the same node at the end of ``within``, has the same values.

    Texts are compared without regard to case and white space. A node that has no value of the first attribute
    is compared with none. Nodes from which ``within`` leads nowhere are compared with each other in their plan.
    The order is that of the plans, with those that are followed up before those that follow them.
    """

    attributes: tuple[str, ...]
    among: Nodes
    within: Path


@dataclass(frozen=True, slots=True)
class Agree:
    """Items of a list with the same ``by`` say the same ``values``, in the node and in all that have its ``key``.

    A node that has no value of the last attribute of the key stands for itself alone. Of nodes that disagree,
    the later one is at fault; a plan comes after those that it follows up.
    """

    items: str
    by: tuple[str, ...]
    values: tuple[str, ...]
    among: Nodes
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Covers:
    """Each value of a list is the value of an attribute of some node that ``path`` leads to.

    Attributes:
        own: The attribute of the node that holds the list; where it holds nothing, ``values`` stand for it.
    """

    path: Path
    attribute: str
    own: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """Some node of ``links`` has each of its ends among the nodes that ``path`` leads to."""

    path: Path
    links: Nodes
    ends: tuple[Path, Path]


@dataclass(frozen=True, slots=True)
class Translated:
    """Texts of the node are there in every language that its plan promises; a plain text is in the plan's own."""

    attributes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """What no other condition can say: a named function of a record and its plan."""

    name: str
    function: Callable[[Any, Any], bool]
