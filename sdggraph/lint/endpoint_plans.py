"""The plans that a store holds: what decides which rules apply to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.model.plan import Plan
from sdggraph.semantic.queries.terms import prefixes

if TYPE_CHECKING:
    from sdggraph.io.rdf.endpoint import Endpoint

__all__ = ["StoredPlan", "stored_plans"]

_NAMES = ("plan", "id", "language", "kind", "status", "profile")
_FACTS = """SELECT DISTINCT ?plan ?id ?language ?kind ?status ?profile WHERE {
  ?plan a sg:Plan ; sg:id ?id ; sg:language ?language .
  OPTIONAL { ?plan sg:kind ?kind } OPTIONAL { ?plan sg:status ?status } OPTIONAL { ?plan sg:profile ?profile }
}"""
_FOLLOWS = "SELECT DISTINCT ?plan ?other WHERE { ?plan sg:followsUp ?other }"


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan in a store.

    Attributes:
        id: Its id.
        header: The plan without any nodes.
        beside: The kinds of the plans that are looked at together with it.
    """

    id: str
    header: Plan
    beside: tuple[str, ...]


def stored_plans(endpoint: Endpoint) -> dict[str, StoredPlan]:
    """Give the plans of a store by their IRIs.

    Raises:
        InputError: The endpoint doesn't answer as it should.
    """
    headers: dict[str, Plan] = {}
    for iri, *said in endpoint.rows(f"{prefixes()}\n{_FACTS}", _NAMES):
        values = {name: value for name, value in zip(_NAMES[1:], said, strict=True) if value is not None}
        headers[iri or ""] = Plan.trusted(values)
    near: dict[str, set[str]] = {iri: {iri} for iri in headers}
    for plan, other in endpoint.rows(f"{prefixes()}\n{_FOLLOWS}", ("plan", "other")):
        if plan in near and other in near:
            together = near[plan] | near[other]
            for one in together:
                near[one] = together
    return {
        iri: StoredPlan(header.id, header, tuple(sorted({headers[one].kind for one in near[iri]})))
        for iri, header in headers.items()
    }
