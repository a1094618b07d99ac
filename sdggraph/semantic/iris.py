"""The IRIs of plans, their nodes, and of the classes and properties of the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from sdggraph.catalogue.iris import iri_of
from sdggraph.model.codes import code_kind

if TYPE_CHECKING:
    from sdggraph.model.plan import Plan

__all__ = [
    "NAMESPACE",
    "NATIONAL_BASE",
    "PLAN_BASE",
    "PREFIXES",
    "camel",
    "node_iri",
    "plan_iri",
    "property_iri",
    "reference_iri",
]

NAMESPACE = "https://w3id.org/sdggraph/ns#"
PLAN_BASE = "https://w3id.org/sdggraph/plan/"
NATIONAL_BASE = "https://w3id.org/sdggraph/national/"

PREFIXES = {
    "sg": NAMESPACE,
    "sdg": "http://metadata.un.org/sdg/",
    "sdgo": "http://metadata.un.org/sdg/ontology#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes that written files use."""

_SAFE = "-._~!$&'()*+,;=:@"


def camel(name: str) -> str:
    """Give a relation's or field's name as properties are written: ``contributes_to`` is ``contributesTo``."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(part.capitalize() for part in rest)


def property_iri(name: str) -> str:
    """Give the IRI of a relation or field."""
    return NAMESPACE + camel(name)


def plan_iri(plan: Plan) -> str:
    """Give a plan's IRI: under its own base, if it has one."""
    return f"{plan.base_iri.rstrip('/#')}/{_part(plan.id)}" if plan.base_iri else PLAN_BASE + _part(plan.id)


def node_iri(plan: Plan, local: str) -> str:
    """Give the IRI of a node of a plan; what can't stand in an IRI is percent-encoded."""
    return f"{plan_iri(plan)}/{_part(local)}"


def reference_iri(plan: Plan, reference: str, others: dict[str, Plan]) -> str:
    """Give the IRI of what a reference of a plan names: a node of its own or of another plan, or a shared one."""
    if code_kind(reference) is not None:
        return iri_of(reference)
    owner, colon, local = reference.rpartition(":")
    if not colon:
        return node_iri(plan, reference)
    if owner == "sdg":
        return iri_of(local)
    if owner == "national":
        return NATIONAL_BASE + _part(local)
    return node_iri(others[owner], local) if owner in others else f"{PLAN_BASE}{_part(owner)}/{_part(local)}"


def _part(text: str) -> str:
    return quote(text, safe=_SAFE)
