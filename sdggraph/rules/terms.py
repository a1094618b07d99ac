"""The terms that conditions are made of: attributes, sets of nodes, and paths over relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = [
    "ANY",
    "IN_PLAN",
    "Chain",
    "Either",
    "Nodes",
    "Operator",
    "Parameter",
    "Path",
    "Star",
    "Step",
    "Where",
    "back",
    "nodes",
    "step",
    "where",
]

IN_PLAN = "in_plan"
"""From a plan's node to the plan: the one relation that no field of a record holds."""

Operator: TypeAlias = Literal["=", "!=", "<", "<=", ">", ">=", "~", "present", "absent", "given"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number or date in a rule that settings may change; named in the rule's ``parameters``."""

    name: str

    def __str__(self) -> str:
        return f"${self.name}"


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on one attribute: ``source.system=KOSTRA``; of a list, that one item meets it.

    ``~`` looks for a pattern, without regard to case. ``present`` asks for something other than white space,
    ``given`` only that the plan says anything at all, be it an empty text. Three names give what isn't said but
    follows: ``period.years`` the whole years of a period, ``title.length`` the characters of a text,
    ``targets.count`` the number of values. The one attribute of a goal or target is its ``code``.
    """

    attribute: str
    operator: Operator
    value: str | int | Parameter | None = None

    def __str__(self) -> str:
        if self.operator == "present":
            return self.attribute
        if self.operator == "absent":
            return f"!{self.attribute}"
        if self.operator == "given":
            return f"?{self.attribute}"
        return f"{self.attribute}{self.operator}{self.value}"


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of some kinds (of any, if none is named) that meet every condition."""

    kinds: tuple[str, ...] = ()
    where: tuple[Where, ...] = ()

    def __str__(self) -> str:
        listed = ", ".join(str(one) for one in self.where)
        return ("|".join(self.kinds) or "*") + (f"[{listed}]" if listed else "")


ANY = Nodes()
"""Every node."""


@dataclass(frozen=True, slots=True)
class Step:
    """One relation, forwards or backwards.

    Attributes:
        to: Narrows the nodes that it may arrive at.
        role: Narrows the relation to claims of a role; what is no claim is left out.
    """

    relation: str
    backward: bool = False
    to: Nodes | None = None
    role: str | None = None

    def __str__(self) -> str:
        narrowed = f"({self.to})" if self.to else ""
        role = f"[{self.role}]" if self.role else ""
        return f"{'^' if self.backward else ''}{self.relation}{role}{narrowed}"


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
