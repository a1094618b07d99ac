"""The ontology, made from the model and the relation table: OWL 2 DL, in English and Norwegian."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.version import VERSION
from sdggraph.model.kinds import KINDS
from sdggraph.semantic.alignments import ALIGNED_CLASSES, ALIGNED_PROPERTIES, BESIDE_CLASSES, BESIDE_PROPERTIES
from sdggraph.semantic.terms import NAMESPACES, OWL, RDF, RDFS, SG, SKOS, TYPE, XSD, Collection, Iri, tagged
from sdggraph.semantic.terms import Literal as Text
from sdggraph.semantic.vocabulary import Property, classes, local, properties
from sdggraph.semantic.words_of_classes import class_label, class_meaning
from sdggraph.semantic.words_of_properties import property_label, property_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.words import Words
    from sdggraph.semantic.terms import Term

__all__ = ["ABOUT", "ONTOLOGY_IRI", "TITLE", "Statement", "ontology"]

ONTOLOGY_IRI = Iri("https://w3id.org/sdggraph/ns")

Statement = tuple[Iri, Iri, "Term | Collection"]
_LICENCE = Iri("https://spdx.org/licenses/MIT")
TITLE = {"en": "Goal hierarchies of municipalities", "nb": "Målhierarkier i kommuner"}
ABOUT = {
    "en": "From the Sustainable Development Goals to a municipality's strategies, actions and measured results.",
    "nb": "Fra FNs bærekraftsmål til kommunens strategier, tiltak og målte resultater.",
}


def ontology() -> Iterator[Statement]:
    """Give the ontology: its header, classes and properties, and how they meet other vocabularies."""
    yield from _header()
    yield from _classes()
    for used in properties().values():
        yield from _property(used)
    yield from _aligned()


def _header() -> Iterator[Statement]:
    licence = Iri(NAMESPACES["dcterms"] + "license")
    yield ONTOLOGY_IRI, TYPE, OWL.Ontology
    yield from _said(ONTOLOGY_IRI, TITLE, ABOUT)
    yield ONTOLOGY_IRI, OWL.versionInfo, Text(VERSION)
    yield ONTOLOGY_IRI, OWL.versionIRI, Iri(f"{ONTOLOGY_IRI}/{VERSION}")
    yield ONTOLOGY_IRI, licence, _LICENCE
    yield licence, TYPE, OWL.AnnotationProperty
    yield SKOS.closeMatch, TYPE, OWL.AnnotationProperty


def _classes() -> Iterator[Statement]:
    node = SG.Node
    yield node, TYPE, OWL.Class
    yield from _said(node, class_label("Node"), class_meaning("Node"))
    yield node, OWL.disjointUnionOf, Collection(tuple(Iri(SG + name) for name in KINDS))
    for name in classes():
        iri = Iri(SG + name)
        yield iri, TYPE, OWL.Class
        yield from _said(iri, class_label(name), class_meaning(name))
        if name in KINDS:
            yield iri, RDFS.subClassOf, node


def _property(used: Property) -> Iterator[Statement]:
    yield used.iri, TYPE, OWL.ObjectProperty if used.is_object else OWL.DatatypeProperty
    if not used.many:
        yield used.iri, TYPE, OWL.FunctionalProperty
    name = local(used.iri)
    yield from _said(used.iri, property_label(name), property_meaning(name))
    yield used.iri, RDFS.domain, _any_of(tuple(used.domains))
    yield used.iri, RDFS.range, _any_of(tuple(used.ranges)) if used.is_object else _datatype(used)


def _any_of(names: tuple[str, ...]) -> Term | Collection:
    iris = tuple(Iri(SG + name) for name in names)
    return iris[0] if len(iris) == 1 else Collection(iris, OWL.Class, OWL.unionOf)


def _datatype(used: Property) -> Term | Collection:
    """Give the range of literals, of the datatypes that OWL 2 knows; xsd:date isn't one of them."""
    if used.text:
        return RDF.PlainLiteral
    closed = set(used.words)
    if len(closed) == 1 and (listed := next(iter(closed))):
        return Collection(tuple(Text(word) for word in listed), RDFS.Datatype, OWL.oneOf)
    if len(used.datatypes) > 1:
        return Collection(tuple(used.datatypes), RDFS.Datatype, OWL.unionOf)
    return RDFS.Literal if used.datatypes[0] == XSD.date else used.datatypes[0]


def _aligned() -> Iterator[Statement]:
    for name, how, other in ALIGNED_CLASSES:
        if how == RDFS.subClassOf:
            yield other, TYPE, OWL.Class
        yield Iri(SG + name), how, other
    for name, how, other in ALIGNED_PROPERTIES:
        used = properties()[Iri(SG + name)]
        if how == RDFS.subPropertyOf:
            yield other, TYPE, OWL.ObjectProperty if used.is_object else OWL.DatatypeProperty
        yield used.iri, how, other
    for beside in BESIDE_CLASSES:
        yield beside, TYPE, OWL.Class
    for beside, is_object in BESIDE_PROPERTIES:
        yield beside, TYPE, OWL.ObjectProperty if is_object else OWL.DatatypeProperty


def _said(iri: Iri, label: Words, meaning: Words) -> Iterator[Statement]:
    for predicate, texts in ((RDFS.label, label), (RDFS.comment, meaning)):
        for language, text in sorted(texts.items()):
            yield iri, predicate, tagged(text, language)
    if iri != ONTOLOGY_IRI:
        yield iri, RDFS.isDefinedBy, ONTOLOGY_IRI
