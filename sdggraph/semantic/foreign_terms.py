"""What the terms of others mean in ours: classes and properties of the Common Impact Data Standard and its like.

Beware: what CIDS calls Target is the value that an indicator is to reach, never a target of a goal.
"""

from __future__ import annotations

from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.terms import NAMESPACES, RDFS, SG, SKOS, Iri, Namespace

__all__ = [
    "ABOUT_GOALS",
    "BACKWARD",
    "BASELINE",
    "CLASSES",
    "DESCRIPTIONS",
    "ENDS",
    "FORWARD",
    "HOLDERS",
    "IDENTIFIERS",
    "NAMES",
    "NUMBERS",
    "OWNERS",
    "SILENT",
    "STARTS",
    "UNITS",
    "VALUES",
]

_CIDS, _PROV, _SOSA = (Namespace(NAMESPACES[prefix]) for prefix in ("cids", "prov", "sosa"))
_DCTERMS, _QB, _ORG = (Namespace(NAMESPACES[prefix]) for prefix in ("dcterms", "qb", "org"))
_SCHEMA = (Namespace(NAMESPACES["schema"]), Namespace("https://schema.org/"))
_TOVE = Namespace("http://ontology.eil.utoronto.ca/tove/organization#")
_I72 = Namespace("http://ontology.eil.utoronto.ca/ISO21972/iso21972#")

CLASSES: dict[Iri, str] = {
    _PROV.Plan: "Plan",
    _CIDS.Theme: "TargetArea",
    _CIDS.Outcome: "Objective",
    _CIDS.Activity: "Action",
    _CIDS.Indicator: "Indicator",
    _CIDS.IndicatorReport: "Measurement",
    _CIDS.Target: "TargetValue",
    _CIDS.Stakeholder: "Stakeholder",
    _CIDS.Organization: "Organisation",
    _ORG.Organization: "Organisation",
    _ORG.OrganizationalUnit: "Unit",
    _SOSA.Observation: "Measurement",
    _QB.Observation: "Measurement",
}
"""Which of our classes a class of others is."""

HOLDERS = frozenset({_CIDS.ImpactModel, _CIDS.Program, _CIDS.ImpactReport, _CIDS.LogicModel})
"""Classes that hold the others together, as a plan does."""

NAMES = (
    _TOVE.hasName,
    _TOVE.hasLegalName,
    _CIDS.hasName,
    SKOS.prefLabel,
    Iri(_DCTERMS + "title"),
    *(one.name for one in _SCHEMA),
    *(one.legalName for one in _SCHEMA),
)
DESCRIPTIONS = (_CIDS.hasDescription, _DCTERMS.description, *(one.description for one in _SCHEMA), RDFS.comment)
IDENTIFIERS = (_TOVE.hasIdentifier, _DCTERMS.identifier, *(one.identifier for one in _SCHEMA))
OWNERS = (_CIDS.forOrganization, _PROV.wasAttributedTo, _DCTERMS.creator, _DCTERMS.publisher)
VALUES = (_I72.value, _SOSA.hasSimpleResult, *(one.value for one in _SCHEMA))
NUMBERS = (_I72.hasNumericalValue, _I72.numerical_value)
STARTS = (_PROV.startedAtTime, *(one.startDate for one in _SCHEMA))
ENDS = (_PROV.endedAtTime, _DCTERMS.date, *(one.endDate for one in _SCHEMA))
UNITS = (_CIDS.unitDescription, _I72.unit_of_measure, *(one.unitText for one in _SCHEMA))

BASELINE = _CIDS.hasBaseline
"""May lead to a report, to a bare measure, or to a number."""

_MEASURED, _INVOLVES, _PART = relation_iri("measured_by"), relation_iri("involves"), relation_iri("part_of")

FORWARD: dict[Iri, dict[tuple[str, str], Iri]] = {
    _CIDS.forTheme: {("Objective", "TargetArea"): _PART, ("TargetArea", "TargetArea"): _PART},
    _CIDS.relatesTo: {("TargetArea", "TargetArea"): _PART},
    _CIDS.hasIndicator: {(kind, "Indicator"): _MEASURED for kind in ("Objective", "TargetArea", "Action")},
    _CIDS.hasIndicatorReport: {("Indicator", "Measurement"): SG.hasMeasurement},
    BASELINE: {("Indicator", "Measurement"): SG.hasBaseline},
    _CIDS.hasTarget: {("Indicator", "TargetValue"): SG.hasTargetValue},
    _CIDS.hasOutcome: {("Action", "Objective"): relation_iri("implements")},
    _CIDS.hasOutput: {("Action", "Objective"): relation_iri("implements")},
    **{
        iri: {(kind, "Stakeholder"): _INVOLVES for kind in ("Objective", "Action")}
        for iri in (
            _CIDS.hasStakeholder,
            _CIDS.hasBeneficialStakeholder,
            _CIDS.hasContributingStakeholder,
            _CIDS.forStakeholder,
        )
    },
}
"""What a property of others says, by the kinds that it joins."""

BACKWARD: dict[Iri, dict[tuple[str, str], Iri]] = {
    _CIDS.forOutcome: {("Indicator", "Objective"): _MEASURED},
    _CIDS.usedByIndicator: {("Objective", "Indicator"): _MEASURED},
    _CIDS.forIndicator: {
        ("Measurement", "Indicator"): SG.hasMeasurement,
        ("TargetValue", "Indicator"): SG.hasTargetValue,
    },
    _SOSA.observedProperty: {("Measurement", "Indicator"): SG.hasMeasurement},
    _CIDS.hasOutcome: {("TargetArea", "Objective"): _PART},
}
"""What a property of others says the other way round."""

ABOUT_GOALS = (
    _CIDS.forTheme,
    _CIDS.hasCode,
    _CIDS.relatesTo,
    _CIDS.alignsWith,
    _DCTERMS.subject,
    SKOS.relatedMatch,
    SKOS.broadMatch,
    SKOS.closeMatch,
    SKOS.exactMatch,
    *(one.about for one in _SCHEMA),
)
"""Properties by which others tie a node to a goal, target or indicator of the UN's."""

SILENT = (
    *(NAMESPACES[prefix] for prefix in ("rdf", "rdfs", "owl", "skos", "qb", "sdgo", "schema", "dcterms")),
    "http://www.w3.org/ns/dcat#",
    "http://xmlns.com/foaf/0.1/",
    "http://www.w3.org/2006/vcard/ns#",
    "http://www.w3.org/2006/time#",
    "http://ontology.eil.utoronto.ca/",
)
"""Namespaces whose classes nobody expects a plan to be made of."""
