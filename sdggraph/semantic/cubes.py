"""The structures of the data sets that measurements and materiality stand in, as the RDF Data Cube wants them.

A cube wants every dimension of each observation, and a measurement has a region, a district, a sex or an age only where
it is of a part. So there is one structure for each way of dividing: an observation stands in the data set that has the
dimensions that it has.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sdggraph.base.version import VERSION
from sdggraph.base.words import words
from sdggraph.semantic.terms import NAMESPACES, OWL, RDFS, SG, TYPE, XSD, Iri, Literal, Namespace, tagged
from sdggraph.semantic.words_of_properties import property_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.words import Words
    from sdggraph.model.parts import Materiality, Measurement
    from sdggraph.semantic.terms import Triple

__all__ = ["CUBES_IRI", "QB", "cube_label", "cubes", "materiality_cube", "measurement_cube", "structure_of"]

CUBES_IRI = Iri("https://w3id.org/sdggraph/cubes")
QB = Namespace(NAMESPACES["qb"])

_PARTS = ("region", "district", "sex", "age")
_FACES = ("stakeholders", "impact")
_SOSA = Namespace(NAMESPACES["sosa"])
_CONCEPT = Namespace("http://purl.org/linked-data/sdmx/2009/concept#")
_INDICATOR, _GOAL = _SOSA.observedProperty, _SOSA.hasFeatureOfInterest

_TITLE = {"en": "Structures of measurements and materiality", "nb": "Oppbyggingen av målinger og vesentlighet"}
_KINDS = {
    "measurements": words("Measurements", "Målinger"),
    "baselines": words("Baselines", "Nullpunktsmålinger"),
    "materiality": words("Materiality", "Vesentlighet"),
}
_LABELS = {
    _INDICATOR: words("indicator", "indikator"),
    _GOAL: words("goal", "bærekraftsmål"),
    **{
        Iri(SG + name): property_label(name) for name in ("date", "value", *_PARTS, *_FACES, "status", "source", "note")
    },
}
_DIMENSIONS = {
    _INDICATOR: (_SOSA.ObservableProperty, None),
    _GOAL: (_SOSA.FeatureOfInterest, None),
    SG.date: (XSD.string, _CONCEPT.refPeriod),
    SG.region: (XSD.string, _CONCEPT.refArea),
    SG.district: (XSD.string, _CONCEPT.refArea),
    SG.sex: (XSD.string, _CONCEPT.sex),
    SG.age: (XSD.string, _CONCEPT.age),
}
"""Each dimension with the range of its values and what SDMX calls it."""

_MEASURES = (SG.value, *(Iri(SG + name) for name in _FACES))
_ATTRIBUTES = (SG.status, SG.source, SG.note)


def measurement_cube(said: Measurement) -> str:
    """Give the name of the structure that a measurement has: ``measurements-by-sex``."""
    return _name("measurements", [name for name in _PARTS if getattr(said, name) is not None])


def materiality_cube(said: Materiality) -> str | None:
    """Give the name of the structure that a goal's materiality has; None if nothing is said."""
    faces = [name for name in _FACES if getattr(said, name) is not None]
    if not faces:
        return None
    return "materiality" if len(faces) > 1 else f"materiality-{faces[0]}"


def _name(kind: str, parts: list[str]) -> str:
    return f"{kind}-by-{'-'.join(parts)}" if parts else kind


def structure_of(name: str) -> Iri:
    """Give the IRI of a structure."""
    return Iri(f"{CUBES_IRI}#{name}")


def cube_label(name: str, kind: str) -> Words:
    """Say what a data set of a structure holds: ``Measurements by sex and age``."""
    said = _KINDS[kind]
    _, by, parts = name.partition("-by-")
    if by:
        labels = [_LABELS[Iri(SG + part)] for part in parts.split("-")]
        en, nb = (_listed([label[language] for label in labels], language) for language in ("en", "nb"))
        return words(f"{said['en']} by {en}", f"{said['nb']} etter {nb}")
    face = name.removeprefix("materiality-")
    if face in _FACES:
        label = _LABELS[Iri(SG + face)]
        return words(f"{said['en']}: {label['en']}", f"{said['nb']}: {label['nb']}")
    return said


def _listed(parts: list[str], language: str) -> str:
    *first, last = parts
    return f"{', '.join(first)} {'and' if language == 'en' else 'og'} {last}" if first else last


def cubes() -> Iterator[Triple]:
    """Give the structures with their components, and what each component is."""
    yield CUBES_IRI, TYPE, OWL.Ontology
    yield from _labelled(CUBES_IRI, _TITLE)
    yield CUBES_IRI, OWL.versionInfo, Literal(VERSION)
    for count in range(len(_PARTS) + 1):
        for parts in combinations(_PARTS, count):
            dimensions = (_INDICATOR, SG.date, *(Iri(SG + part) for part in parts))
            name = _name("measurements", list(parts))
            yield from _structure(name, "measurements", (*dimensions, SG.value, *_ATTRIBUTES))
    for faces in (_FACES, *((face,) for face in _FACES)):
        name = "materiality" if len(faces) > 1 else f"materiality-{faces[0]}"
        yield from _structure(name, "materiality", (_GOAL, *(Iri(SG + face) for face in faces)))
    yield from _components()


def _structure(name: str, kind: str, parts: tuple[Iri, ...]) -> Iterator[Triple]:
    iri = structure_of(name)
    yield iri, TYPE, QB.DataStructureDefinition
    yield from _labelled(iri, cube_label(name, kind))
    for part in parts:
        yield iri, QB.component, _component(part)


def _component(part: Iri) -> Iri:
    return Iri(f"{CUBES_IRI}#component-{part.rpartition('#')[2].rpartition('/')[2]}")


def _components() -> Iterator[Triple]:
    for iri, (values, concept) in _DIMENSIONS.items():
        yield from _part(iri, QB.dimension, QB.DimensionProperty)
        yield iri, RDFS.range, values
        if concept is not None:
            yield iri, QB.concept, concept
    for iri in _MEASURES:
        yield from _part(iri, QB.measure, QB.MeasureProperty)
    for iri in _ATTRIBUTES:
        yield from _part(iri, QB.attribute, QB.AttributeProperty)


def _part(iri: Iri, role: Iri, kind: Iri) -> Iterator[Triple]:
    component = _component(iri)
    yield component, TYPE, QB.ComponentSpecification
    yield component, role, iri
    yield iri, TYPE, kind
    yield from _labelled(iri, _LABELS[iri])


def _labelled(iri: Iri, label: Words | dict[str, str]) -> Iterator[Triple]:
    for language, text in sorted(label.items()):
        yield iri, RDFS.label, tagged(text, language)
