"""Stores of triples that can be asked in this process: pyoxigraph's, and rdflib's graphs as a second opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import words
from sdggraph.io.rdf.ntriples import lines_of
from sdggraph.io.rdf.rdflib_graph import graph_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.semantic.terms import Triple

__all__ = ["OxigraphStore", "RdflibStore", "Store"]


class Store(Protocol):
    """What answers queries."""

    @property
    def dialect(self) -> str:
        """The dialect in which it wants to be asked."""

    def select(self, query: str) -> list[tuple[str | None, ...]]:
        """Give the rows of an answer as text, None where a variable has no value."""


class OxigraphStore:
    """A store in memory, of the extra ``[store]``.

    Raises:
        NotFoundError: pyoxigraph isn't installed.
    """

    dialect = "oxigraph"

    def __init__(self, statements: Iterable[Triple]) -> None:
        try:
            from pyoxigraph import RdfFormat
            from pyoxigraph import Store as Embedded
        except ModuleNotFoundError as error:
            raise NotFoundError(
                words("the SPARQL engine needs pyoxigraph", "SPARQL-motoren trenger pyoxigraph"),
                hint=words("pip install 'sdggraph[store]'", "kjør: pip install 'sdggraph[store]'"),
            ) from error
        self.store: Any = Embedded()
        self.store.bulk_load("".join(lines_of(statements)).encode("utf-8", "replace"), RdfFormat.N_TRIPLES)

    def select(self, query: str) -> list[tuple[str | None, ...]]:
        """Give the rows of an answer."""
        return [tuple(None if term is None else term.value for term in row) for row in self.store.query(query)]


class RdflibStore:
    """A graph of rdflib: slow, and made by other people."""

    dialect = "rdflib"

    def __init__(self, statements: Iterable[Triple]) -> None:
        self.graph = graph_of(statements)

    def select(self, query: str) -> list[tuple[str | None, ...]]:
        """Give the rows of an answer."""
        rows: Any = self.graph.query(query)
        return [tuple(None if term is None else str(term) for term in row) for row in rows]
