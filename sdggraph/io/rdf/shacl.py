"""Running SHACL shapes over triples with pySHACL, of the extra ``[shacl]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import words
from sdggraph.io.rdf.rdflib_graph import graph_of
from sdggraph.io.rdf.turtle import turtle_text
from sdggraph.semantic.queries.terms import Unfit
from sdggraph.semantic.shapes.parts import SH
from sdggraph.semantic.terms import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.semantic.terms import Part, Triple

__all__ = ["ShaclData"]

_DEPTH = 40
"""How deep shapes may stand within shapes; ours need a third of it."""


class ShaclData:
    """Triples that shapes are run over, one set of shapes after the other.

    Nothing is fetched, inferred or imported.

    Raises:
        NotFoundError: pySHACL isn't installed.
    """

    def __init__(self, statements: Iterable[Triple]) -> None:
        try:
            import pyshacl
        except ModuleNotFoundError as error:
            raise NotFoundError(
                words("the SHACL engine needs pySHACL", "SHACL-motoren trenger pySHACL"),
                hint=words("pip install 'sdggraph[shacl]'", "kjør: pip install 'sdggraph[shacl]'"),
            ) from error
        self._validate: Any = pyshacl.validate
        self._graph = _asked_again(statements)

    def breaking(self, shapes: Iterable[tuple[Iri, Iri, Part]]) -> dict[Iri, set[Iri]]:
        """Give, by the shape's IRI, the nodes that have a result of it; whether the graph conforms is not asked.

        Raises:
            Unfit: The processor can't run them.
        """
        import rdflib

        shapes_graph = rdflib.Graph(bind_namespaces="none").parse(data=turtle_text(shapes), format="turtle")
        _, report, _ = self._validate(
            self._graph,
            shacl_graph=shapes_graph,
            inference="none",
            do_owl_imports=False,
            inplace=True,
            advanced=True,
            max_validation_depth=_DEPTH,
        )
        if not isinstance(report, rdflib.Graph):
            raise Unfit(words(f"pySHACL can't run it: {report}", f"pySHACL kan ikke kjøre den: {report}"))
        focus, source, severity = (rdflib.URIRef(SH + name) for name in ("focusNode", "sourceShape", "resultSeverity"))
        found: dict[Iri, set[Iri]] = {}
        for result in report.subjects(severity):
            shape, node = report.value(result, source), report.value(result, focus)
            found.setdefault(Iri(str(shape)), set()).add(Iri(str(node)))
        return found


def _asked_again(statements: Iterable[Triple]) -> Any:
    """Give triples as a graph that parses a query once, however many nodes it is asked of."""
    import rdflib
    from rdflib.plugins.sparql import prepareQuery

    class Asked(rdflib.Graph):
        """A graph that remembers what queries mean."""

        def __init__(self) -> None:
            super().__init__(bind_namespaces="none")
            self._parsed: dict[str, Any] = {}

        def query(self, query_object: Any, *args: Any, **named: Any) -> Any:
            """Answer a query."""
            if isinstance(query_object, str):
                query_object = self._parsed.get(query_object) or self._parsed.setdefault(
                    query_object, prepareQuery(query_object, initNs=dict(self.namespaces()))
                )
            return super().query(query_object, *args, **named)

    return graph_of(statements, Asked())
