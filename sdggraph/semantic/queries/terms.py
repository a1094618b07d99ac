"""How terms, texts and numbers are written in SPARQL, and variables that nothing else has."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.semantic.fields import class_iri
from sdggraph.semantic.terms import NAMESPACES, SG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.words import Words

__all__ = [
    "ID",
    "IN_PLAN",
    "POSITION",
    "Unfit",
    "Variables",
    "constant",
    "kind_pattern",
    "normal",
    "number",
    "prefixes",
    "quoted",
    "renamed",
    "said",
    "short",
    "value_of",
]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_USED = ("sg", "sdg", "rdf", "rdfs", "skos", "xsd")


class Unfit(Exception):  # noqa: N818  # no error: the rule is run by another engine then
    """A condition that SPARQL can't express, with the reason."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason["en"])
        self.reason = reason


class Variables:
    """Gives variables that stand nowhere else in the query."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def fresh(self, name: str) -> str:
        """Give a variable whose name begins so."""
        number_ = self._given[name] = self._given.get(name, 0) + 1
        return f"?{name}{number_}"


def prefixes() -> str:
    """Declare the prefixes that the queries use."""
    return "\n".join(f"PREFIX {prefix}: <{NAMESPACES[prefix]}>" for prefix in _USED)


def short(iri: str) -> str:
    """Write an IRI by its prefix, where that can be done."""
    for prefix in _USED:
        namespace = NAMESPACES[prefix]
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.isalnum() and rest[0].isalpha():
            return f"{prefix}:{rest}"
    return f"<{iri}>"


def quoted(text: str) -> str:
    """Write a text as a string."""
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'


def number(value: Any) -> str | None:
    """Write a number, or a text that is one; None where it is none."""
    try:
        read = Decimal(str(value))
    except ArithmeticError:
        return None
    return format(read, "f") if read.is_finite() else None


def constant(value: Any) -> str:
    """Write a value of a rule."""
    if isinstance(value, dt.date):
        return quoted(value.isoformat())
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return number(value) or quoted(str(value))
    return quoted(str(value))


def kind_pattern(variable: str, kinds: Iterable[str], variables: Variables) -> str:
    """Say that a node is of one of some kinds."""
    classes = [short(class_iri(kind)) for kind in kinds]
    if len(classes) == 1:
        return f"{variable} a {classes[0]} ."
    kind = variables.fresh("kind")
    return f"VALUES {kind} {{ {' '.join(classes)} }} {variable} a {kind} ."


def renamed(pattern: str, variable: str, other: str) -> str:
    """Give a pattern with another term for a variable."""
    return re.sub(rf"{re.escape(variable)}(?!\w)", lambda _: other, pattern)


def said(variable: str) -> str:
    """Say that a text is more than white space."""
    return f'FILTER(REGEX(STR({variable}), "\\\\S"))'


def normal(variable: str) -> str:
    """Write a text without regard to case and white space."""
    return f'LCASE(REPLACE(REPLACE(STR({variable}), "^\\\\s+|\\\\s+$", ""), "\\\\s+", " "))'


def value_of(wanted: Any, parameters: Mapping[str, Any]) -> Any:
    """Give a value, or that of a parameter."""
    from sdggraph.rules.terms import Parameter

    return parameters[wanted.name] if isinstance(wanted, Parameter) else wanted


IN_PLAN, POSITION, ID = short(SG.inPlan), short(SG.position), short(SG.id)
