"""The catalogue as SKOS concepts, at the UN's own IRIs, with our labels beside whatever the UN says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.base.version import VERSION
from sdggraph.catalogue import catalogue, codes, iri_of
from sdggraph.catalogue.iris import UN_BASE
from sdggraph.model.codes import goal_of, natural_key
from sdggraph.semantic.addresses import NATIONAL_BASE, encoded
from sdggraph.semantic.fields import class_iri, relation_iri
from sdggraph.semantic.terms import NAMESPACES, OWL, RDFS, SG, SKOS, TYPE, XSD, Iri, Literal, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdggraph.semantic.terms import Triple

__all__ = ["CATALOGUE_IRI", "catalogue_concepts"]

CATALOGUE_IRI = Iri("https://w3id.org/sdggraph/catalogue")

_UN = NAMESPACES["sdgo"]
_COMPACT, _PERMANENT = Iri(_UN + "SDGCodeCompact"), Iri(_UN + "SDGCodePerm")
_COLOR = Iri(NAMESPACES["schema"] + "color")
_TIER = re.compile(r"\bI{1,3}\b")
_TITLE = {"en": "Sustainable Development Goals and national goals", "nb": "Bærekraftsmål og nasjonale mål"}


def catalogue_concepts() -> Iterator[Triple]:
    """Give the goals, targets, indicators and national goals; an indicator of several targets is one concept."""
    yield CATALOGUE_IRI, TYPE, SKOS.ConceptScheme
    yield from _labelled(CATALOGUE_IRI, _TITLE)
    yield CATALOGUE_IRI, OWL.versionInfo, Literal(VERSION)
    found = catalogue()
    for code, goal in found.goals.items():
        iri = Iri(iri_of(code))
        yield from _concept(iri, "Goal", goal.title, code)
        yield iri, SKOS.topConceptOf, CATALOGUE_IRI
        yield iri, _COLOR, Literal(goal.color)
    for code, target in found.targets.items():
        iri = Iri(iri_of(code))
        yield from _concept(iri, "Target", target.label, code)
        yield iri, SKOS.broader, Iri(iri_of(goal_of(code)))
        yield iri, relation_iri("part_of"), Iri(iri_of(goal_of(code)))
        yield iri, SG.meansOfImplementation, Literal(str(target.means_of_implementation).lower(), "", XSD.boolean)
        for indicator in codes().children[code]:
            yield iri, relation_iri("measured_by"), Iri(iri_of(indicator))
    yield from _indicators()
    for name, national in found.national_goals.items():
        iri = Iri(NATIONAL_BASE + encoded(name))
        yield from _concept(iri, "NationalGoal", national.label, None)
        yield iri, SKOS.topConceptOf, CATALOGUE_IRI


def _indicators() -> Iterator[Triple]:
    listed: dict[str, list[str]] = {}
    for code in catalogue().indicators:
        listed.setdefault(codes().canonical[code], []).append(code)
    for first, every in sorted(listed.items(), key=lambda item: natural_key(item[0])):
        indicator = catalogue().indicators[first]
        iri = Iri(iri_of(first))
        yield from _concept(iri, "GlobalIndicator", indicator.label, *every)
        if iri.startswith(UN_BASE):
            yield iri, SKOS.notation, Literal(iri.removeprefix(UN_BASE), "", _PERMANENT)
        for code in every:
            yield iri, SKOS.broader, Iri(iri_of(code.rpartition(".")[0]))
        for tier in _TIER.findall(indicator.tier or ""):
            yield iri, Iri(_UN + "tier"), Iri(f"{_UN}tier_{tier}")
        if indicator.custodian:
            yield iri, Iri(_UN + "custodianAgency"), Literal(indicator.custodian)


def _concept(iri: Iri, kind: str, label: Mapping[str, str], *notations: str | None) -> Iterator[Triple]:
    yield iri, TYPE, class_iri(kind)
    yield iri, TYPE, SKOS.Concept
    yield iri, SKOS.inScheme, CATALOGUE_IRI
    yield from _labelled(iri, label)
    for code in notations:
        if code is not None:
            yield iri, SKOS.notation, Literal(code, "", _COMPACT)


def _labelled(iri: Iri, label: Mapping[str, str]) -> Iterator[Triple]:
    """Label a concept: what is the UN's gets alternative labels, since the UN has said which is preferred."""
    preferred = SKOS.altLabel if iri.startswith(UN_BASE) else SKOS.prefLabel
    for language, text in sorted(label.items()):
        yield iri, RDFS.label, tagged(text, language)
        yield iri, preferred, tagged(text, language)
