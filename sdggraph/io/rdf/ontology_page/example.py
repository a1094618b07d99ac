"""The examples on the ontology's page: a small plan that has something of every class, as our writer writes it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf.turtle import turtle_text
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.catalogue_concepts import catalogue_concepts
from sdggraph.semantic.terms import SG, TYPE, Iri
from sdggraph.semantic.triples import triples

if TYPE_CHECKING:
    from sdggraph.semantic.terms import Triple

__all__ = ["example_of_class", "example_of_property", "prefixes"]

_PLAN = Path(__file__).with_name("example.yaml")


@cache
def _statements() -> tuple[list[Triple], str]:
    plan = plan_from_document(parse_document(_PLAN.read_text(encoding="utf-8"), _PLAN.name))
    return list(triples(plan)), base_of(plan.id, None)[1]


@cache
def _catalogue() -> list[Triple]:
    return list(catalogue_concepts())


@cache
def _blocks() -> dict[str, str]:
    """Give the block of the first node of each class."""
    found: dict[str, str] = {}
    for statements, base in (_statements(), (_catalogue(), "")):
        said: dict[Iri, list[Triple]] = {}
        for one in statements:
            said.setdefault(one[0], []).append(one)
        kinds = [(at, value) for at, predicate, value in statements if predicate == TYPE and isinstance(value, Iri)]
        for at, kind in sorted(kinds, key=lambda one: len(said[one[0]]), reverse=True):
            if kind.startswith(SG):
                found.setdefault(kind.removeprefix(SG), _block(said[at], base))
    return found


def _block(said: list[Triple], base: str) -> str:
    return _lines(turtle_text(said, base))


def _lines(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if line and not line.startswith("@"))


def example_of_class(name: str) -> str | None:
    """Give a node of a class as Turtle; None if the example has none."""
    return _blocks().get(name)


@cache
def example_of_property(iri: Iri) -> str | None:
    """Give a statement with a property as Turtle; None if the example has none."""
    for statements, base in (_statements(), (_catalogue(), "")):
        for one in statements:
            if one[1] == iri:
                return _block([one], base)
    return None


def prefixes() -> str:
    """Give the lines that all the examples begin with."""
    statements, base = _statements()
    text = turtle_text([*statements, *_catalogue()], base)
    return "\n".join(line for line in text.splitlines() if line.startswith("@"))
