"""What a plan's file is as open data: a DCAT data set with its distribution, as DCAT-AP and DCAT-AP-NO want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sdggraph.base.words import words
from sdggraph.catalogue import codes, iri_of
from sdggraph.model.kinds import KINDS
from sdggraph.model.plan import SECTIONS
from sdggraph.model.texts import by_language, in_language
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.ontology import ONTOLOGY_IRI
from sdggraph.semantic.organisations import number_on, time_of
from sdggraph.semantic.terms import NAMESPACES, TYPE, XSD, Iri, Literal, Namespace, tagged

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Triple

__all__ = ["LICENCES", "PublishedFile", "dcat_description"]

_DCAT, _FOAF, _ORG = (Namespace(NAMESPACES[prefix]) for prefix in ("dcat", "foaf", "org"))
_TERMS = NAMESPACES["dcterms"]
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = {"nb": "NOB", "nn": "NNO", "no": "NOR", "en": "ENG", "se": "SME", "sv": "SWE", "da": "DAN", "fi": "FIN"}
_COUNTED = ("goals", "areas", "objectives", "strategies", "actions", "indicators")

LICENCES = {
    name: Iri(f"{_AUTHORITY}licence/{code}")
    for name, code in (("cc-by-4.0", "CC_BY_4_0"), ("cc0-1.0", "CC0"), ("nlod-2.0", "NLOD_2_0"))
}
"""Licences by the names that people use."""


class PublishedFile(NamedTuple):
    """A plan's file as it is published.

    Attributes:
        url: Where it is: an IRI, or a name beside the description.
        media_type: As IANA lists it.
        size: In bytes.
        licence: Under which it may be used, if that is said.
        is_rdf: Whether it is in the terms of the ontology.
    """

    url: Iri
    media_type: str
    size: int
    licence: Iri | None = None
    is_rdf: bool = False


def _term(name: str) -> Iri:
    return Iri(_TERMS + name)


def dcat_description(plan: Plan, file: PublishedFile, as_of: dt.date) -> Iterator[Triple]:
    """Describe a plan's file: what it holds, whose it is, which time and which goals it is about.

    Args:
        plan: The plan.
        file: The file.
        as_of: The day on which the publisher's number is to be valid.
    """
    iri = base_of(plan.id, plan.base_iri)[0]
    dataset = Iri(f"{iri}/-/dataset")
    yield dataset, TYPE, _DCAT.Dataset
    for language, text in sorted(_titles(plan).items()):
        yield dataset, _term("title"), tagged(text, language)
    for language, text in sorted(_description(plan).items()):
        yield dataset, _term("description"), tagged(text, language)
    yield dataset, _term("identifier"), Literal(str(dataset), "", XSD.anyURI)
    yield dataset, _FOAF.primaryTopic, iri
    for code in _languages(plan):
        yield dataset, _term("language"), Iri(f"{_AUTHORITY}language/{code}")
    yield dataset, _DCAT.theme, Iri(f"{_AUTHORITY}data-theme/GOVE")
    for goal in plan.goals:
        if goal.code in codes().kinds:
            yield dataset, _DCAT.theme, Iri(iri_of(goal.code))
    yield dataset, _term("accessRights"), Iri(f"{_AUTHORITY}access-right/PUBLIC")
    if plan.adopted is not None and plan.adopted.date is not None:
        yield dataset, _term("issued"), _day(plan.adopted.date.start)
    parts = (_publisher(plan, iri, dataset, as_of), _period(plan, iri, dataset), _distribution(dataset, iri, file))
    for part in parts:
        yield from part


def _titles(plan: Plan) -> dict[str, str]:
    said = by_language(plan.title, plan.language.lower())
    name = in_language(plan.title, plan.language) or plan.id
    return {"en": f"The plan “{name}”", "nb": f"Planen «{name}»", **said}


def _description(plan: Plan) -> Words:
    owner = in_language(plan.organisation.name, plan.language) if plan.organisation is not None else ""
    counted = [(len(getattr(plan, section)), SECTIONS[section].__name__) for section in _COUNTED]
    en, nb = (
        ", ".join(f"{number} {_counted(kind, number, language)}" for number, kind in counted if number)
        for language in ("en", "nb")
    )
    made = words(
        f"A plan{f' of {owner}' if owner else ''} as a goal hierarchy that is tied to the Sustainable Development Goals"
        f"{f': {en}' if en else ''}.",
        f"En plan{f' for {owner}' if owner else ''} som målhierarki, knyttet til FNs bærekraftsmål"
        f"{f': {nb}' if nb else ''}.",
    )
    return {**made, **by_language(plan.description, plan.language.lower())}


def _counted(kind: str, number: int, language: str) -> str:
    return (KINDS[kind].one if number == 1 else KINDS[kind].many)[language]


def _languages(plan: Plan) -> list[str]:
    said = dict.fromkeys((plan.language, *plan.languages))
    return [_LANGUAGES[one[:2].lower()] for one in said if one[:2].lower() in _LANGUAGES]


def _publisher(plan: Plan, iri: Iri, dataset: Iri, as_of: dt.date) -> Iterator[Triple]:
    if plan.organisation is None or not plan.organisation.name:
        return
    owner = Iri(f"{iri}/-/organisation")
    yield dataset, _term("publisher"), owner
    yield owner, TYPE, _FOAF.Agent
    yield owner, TYPE, _ORG.Organization
    for language, name in sorted(by_language(plan.organisation.name, plan.language.lower()).items()):
        yield owner, _FOAF.name, tagged(name, language)
    number = number_on(plan.organisation, as_of) or number_on(plan.organisation, time_of(plan))
    if number is not None:
        yield owner, _term("identifier"), Literal(number)


def _period(plan: Plan, iri: Iri, dataset: Iri) -> Iterator[Triple]:
    if plan.period is None or not (plan.period.start or plan.period.end):
        return
    period = Iri(f"{iri}/-/period")
    yield dataset, _term("temporal"), period
    yield period, TYPE, _term("PeriodOfTime")
    if plan.period.start is not None:
        yield period, _DCAT.startDate, _day(plan.period.start.start)
    if plan.period.end is not None:
        yield period, _DCAT.endDate, _day(plan.period.end.end)


def _distribution(dataset: Iri, iri: Iri, file: PublishedFile) -> Iterator[Triple]:
    at = Iri(f"{iri}/-/distribution")
    yield dataset, _DCAT.distribution, at
    yield at, TYPE, _DCAT.Distribution
    yield at, _DCAT.accessURL, file.url
    yield at, _DCAT.downloadURL, file.url
    yield at, _DCAT.mediaType, Iri(_MEDIA + file.media_type)
    yield at, _term("format"), Iri(_MEDIA + file.media_type)
    yield at, _DCAT.byteSize, Literal(str(file.size), "", XSD.nonNegativeInteger)
    if file.licence is not None:
        yield at, _term("license"), file.licence
    if file.is_rdf:
        yield at, _term("conformsTo"), ONTOLOGY_IRI


def _day(day: dt.date) -> Literal:
    return Literal(day.isoformat(), "", XSD.date)
