"""How the vocabulary meets others': by their IRIs, and none of their words."""

from __future__ import annotations

from sdggraph.semantic.terms import NAMESPACES, RDFS, SKOS, Iri

__all__ = ["ALIGNED_CLASSES", "ALIGNED_PROPERTIES", "BESIDE_CLASSES", "BESIDE_PROPERTIES"]

_SUB_CLASS, _SUB_PROPERTY, _CLOSE = RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch


def _iri(name: str) -> Iri:
    prefix, _, local = name.partition(":")
    return Iri(NAMESPACES[prefix] + local)


ALIGNED_CLASSES: tuple[tuple[str, Iri, Iri], ...] = tuple(
    (name, how, _iri(other))
    for name, how, other in (
        ("Goal", _SUB_CLASS, "sdgo:Goal"),
        ("Target", _SUB_CLASS, "sdgo:Target"),
        ("GlobalIndicator", _SUB_CLASS, "sdgo:Indicator"),
        ("Plan", _SUB_CLASS, "prov:Plan"),
        ("Plan", _CLOSE, "eli:LegalResource"),
        ("Organisation", _SUB_CLASS, "org:Organization"),
        ("Organisation", _CLOSE, "schema:AdministrativeArea"),
        ("Unit", _SUB_CLASS, "org:OrganizationalUnit"),
        ("TargetArea", _CLOSE, "cids:Theme"),
        ("Objective", _CLOSE, "cids:Outcome"),
        ("Action", _CLOSE, "prov:Activity"),
        ("Action", _CLOSE, "cids:Activity"),
        ("Indicator", _CLOSE, "cids:Indicator"),
        ("Measurement", _CLOSE, "cids:IndicatorReport"),
        ("Measurement", _CLOSE, "sosa:Observation"),
        ("Measurement", _CLOSE, "qb:Observation"),
        ("Materiality", _CLOSE, "qb:Observation"),
        ("TargetValue", _CLOSE, "cids:Target"),
        ("Stakeholder", _CLOSE, "cids:Stakeholder"),
        ("Engagement", _CLOSE, "prov:Activity"),
    )
)
"""Class, how it is aligned, and the other vocabulary's class; what CIDS calls Target is a target value."""

ALIGNED_PROPERTIES: tuple[tuple[str, Iri, Iri], ...] = tuple(
    (name, how, _iri(other))
    for name, how, other in (
        ("id", _SUB_PROPERTY, "dcterms:identifier"),
        ("description", _SUB_PROPERTY, "dcterms:description"),
        ("inPlan", _SUB_PROPERTY, "dcterms:isPartOf"),
        ("partOf", _SUB_PROPERTY, "dcterms:isPartOf"),
        ("replaces", _SUB_PROPERTY, "dcterms:replaces"),
        ("about", _SUB_PROPERTY, "dcterms:subject"),
        ("hasSource", _CLOSE, "dcterms:source"),
        ("hasBaseline", _CLOSE, "cids:hasBaseline"),
        ("alignsWith", _CLOSE, "skos:closeMatch"),
    )
)
"""Property, how it is aligned, and the other vocabulary's property."""

BESIDE_CLASSES = tuple(
    _iri(name)
    for name in (
        "prov:Plan",
        "org:Organization",
        "schema:AdministrativeArea",
        "sosa:Observation",
        "qb:Observation",
        "qb:DataSet",
    )
)
"""Classes of others that nodes of a plan are given beside their own."""

BESIDE_PROPERTIES: tuple[tuple[Iri, bool], ...] = tuple(
    (_iri(name), is_object)
    for name, is_object in (
        ("prov:wasAttributedTo", True),
        ("org:identifier", False),
        ("qb:dataSet", True),
        ("qb:structure", True),
        ("sosa:observedProperty", True),
        ("sosa:hasFeatureOfInterest", True),
        ("sosa:hasSimpleResult", False),
        ("dcterms:isPartOf", True),
    )
)
"""Properties of others that nodes of a plan have beside their own, and whether their values are nodes."""
