"""Terms and triples of our own: light enough for millions, and independent of any RDF package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = [
    "NAMESPACES",
    "OWL",
    "RDF",
    "RDFS",
    "SG",
    "SKOS",
    "TYPE",
    "XSD",
    "Blank",
    "Collection",
    "Iri",
    "Literal",
    "Namespace",
    "Part",
    "Term",
    "Triple",
    "decimal",
    "is_iri",
    "tagged",
    "untag",
    "whole",
]

_TAG = re.compile(r"[a-z]{1,8}(?:-[a-z0-9]{1,8})*", re.ASCII)
_ODD_TAG = "und-x-"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]+")


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Namespace(str):
    """A namespace, of which an attribute is a name: ``SKOS.prefLabel``."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Iri:
        if name.startswith("__"):
            raise AttributeError(name)
        return Iri(self + name)


SG = Namespace("https://w3id.org/sdggraph/ns#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

NAMESPACES: dict[str, str] = {
    "sg": SG,
    "sdg": "http://metadata.un.org/sdg/",
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "xsd": XSD,
    "dcterms": "http://purl.org/dc/terms/",
    "sdgo": "http://metadata.un.org/sdg/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "sosa": "http://www.w3.org/ns/sosa/",
    "qb": "http://purl.org/linked-data/cube#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "cubes": "https://w3id.org/sdggraph/cubes#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "cids": "https://ontology.commonapproach.org/cids#",
    "sh": "http://www.w3.org/ns/shacl#",
}
"""The prefixes that are written where a namespace is used."""

TYPE = RDF.type
_STRING, _LANG_STRING = XSD.string, RDF.langString
_DECIMAL, _INTEGER = XSD.decimal, XSD.integer


class Literal(NamedTuple):
    """A literal: its lexical form, and its language or its datatype."""

    text: str
    language: str = ""
    datatype: Iri = _STRING


class Collection(NamedTuple):
    """A list of terms; with a kind and a property what OWL says by one: ``[ a owl:Class ; owl:unionOf ( … ) ]``."""

    members: tuple[Part, ...]
    kind: Iri | None = None
    by: Iri | None = None


class Blank(NamedTuple):
    """A node without a name, by what is said of it: ``[ sh:path sg:partOf ; sh:minCount 1 ]``."""

    said: tuple[tuple[Iri, Part], ...]


Part: TypeAlias = Iri | Literal | Collection | Blank
"""What may stand in a published file, which is written as Turtle only."""

Term: TypeAlias = Iri | Literal
Triple: TypeAlias = tuple[Iri, Iri, Term]


def is_iri(text: str) -> bool:
    """Say whether a text can stand as an absolute IRI."""
    return _ABSOLUTE.fullmatch(text) is not None


def tagged(text: str, language: str) -> Literal:
    """Give a text in a language; what is no language tag is kept in one for private use."""
    tag = language.lower()
    if _TAG.fullmatch(tag) is None or tag.startswith(_ODD_TAG):
        if not tag:
            return Literal(text)
        code = tag.encode("utf-8", "surrogatepass").hex()
        tag = _ODD_TAG + "-".join(code[at : at + 8] for at in range(0, len(code), 8))
    return Literal(text, tag, _LANG_STRING)


def untag(language: str) -> str:
    """Give the language that :func:`tagged` was given."""
    tag = language.lower()
    if tag.startswith(_ODD_TAG):
        try:
            return bytes.fromhex(tag[len(_ODD_TAG) :].replace("-", "")).decode("utf-8", "surrogatepass")
        except ValueError:
            return tag
    return tag


def decimal(number: Decimal) -> Literal:
    """Give a number as xsd:decimal in canonical form: ``78.0``, ``-0.25``."""
    text = format(number, "f")
    if "." not in text:
        text += ".0"
    else:
        text = text.rstrip("0")
        text += "0" if text.endswith(".") else ""
    return Literal("0.0" if text == "-0.0" else text, "", _DECIMAL)


def whole(number: int) -> Literal:
    """Give a whole number as xsd:integer."""
    return Literal(str(number), "", _INTEGER)
