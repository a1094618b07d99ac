"""The SPARQL engine: a plan system in a store of its own, and a query a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.io.rdf.store import OxigraphStore
from sdggraph.lint.system_data import SystemData
from sdggraph.semantic.queries.dialects import dialect_named
from sdggraph.semantic.queries.query import query_of
from sdggraph.semantic.queries.terms import Unfit
from sdggraph.semantic.terms import Iri

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sdggraph.io.rdf.store import Store
    from sdggraph.lint.system import PlanSystem
    from sdggraph.rules.rule import Rule
    from sdggraph.semantic.terms import Triple

__all__ = ["SparqlJudge", "judge"]


class SparqlJudge:
    """Asks a store which nodes break a rule."""

    name = "sparql"

    def __init__(self, system: PlanSystem, store_of: Callable[[Iterable[Triple]], Store] = OxigraphStore) -> None:
        self._data = SystemData(system)
        self._store = store_of(self._data.triples())

    def broken(self, rule: Rule, subjects: Sequence[int], parameters: Mapping[str, Any]) -> Collection[int] | None:
        """Give those of a rule's subjects that break it, or None where SPARQL can't express the rule."""
        try:
            found = self.found(rule, parameters)
        except Unfit:
            return None
        return found.intersection(subjects)

    def found(self, rule: Rule, parameters: Mapping[str, Any]) -> set[int]:
        """Give all nodes that break a rule, in whichever plan of the store.

        Raises:
            Unfit: SPARQL can't express the rule.
        """
        rows = self._store.select(query_of(rule, parameters, dialect_named(self._store.dialect)))
        numbers = self._data.numbers
        return {number for row in rows if (number := numbers.get(Iri(row[0] or ""))) is not None}


def judge(system: PlanSystem) -> SparqlJudge:
    """Make the judge of a plan system.

    Raises:
        NotFoundError: pyoxigraph isn't installed.
    """
    return SparqlJudge(system)
