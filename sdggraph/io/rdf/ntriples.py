"""Writing N-Triples and N-Quads, statement by statement, so that plans of any size pass through."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from sdggraph.io.rdf.characters import escaped
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.terms import XSD, Iri
from sdggraph.semantic.triples import triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Literal, Term, Triple

__all__ = ["lines_of", "nquads_lines", "ntriples_lines", "write_nquads", "write_ntriples"]

_STRING = XSD.string


def ntriples_lines(plan: Plan) -> Iterator[str]:
    """Give the lines of a plan as N-Triples, each with its line end."""
    return lines_of(triples(plan))


def lines_of(statements: Iterable[Triple]) -> Iterator[str]:
    """Give triples as lines of N-Triples, each with its line end."""
    for subject, predicate, value in statements:
        yield f"{_iri(subject)} {_name(predicate)} {_term(value)} .\n"


def nquads_lines(plans: Iterable[Plan]) -> Iterator[str]:
    """Give the lines of several plans as N-Quads, each plan in a graph that has the plan's own IRI."""
    listed = list(plans)
    for plan in listed:
        graph = _iri(base_of(plan.id, plan.base_iri)[0])
        for subject, predicate, value in triples(plan, listed):
            yield f"{_iri(subject)} {_name(predicate)} {_term(value)} {graph} .\n"


def write_ntriples(plan: Plan) -> str:
    """Give a plan as N-Triples."""
    return "".join(ntriples_lines(plan))


def write_nquads(plans: Iterable[Plan]) -> str:
    """Give several plans as N-Quads, a named graph each."""
    return "".join(nquads_lines(plans))


def _iri(iri: str) -> str:
    return f"<{iri}>"


_name = lru_cache(maxsize=1024)(_iri)


def _term(term: Term) -> str:
    if term.__class__ is Iri:
        return f"<{term}>"
    text, language, datatype = cast("Literal", term)
    quoted = f'"{escaped(text)}"'
    if language:
        return f"{quoted}@{language}"
    return quoted if datatype == _STRING else f"{quoted}^^<{datatype}>"
