"""The JSON-LD context: each property by its short name, with what its values are."""

from __future__ import annotations

from typing import Any

from sdggraph.semantic.terms import NAMESPACES, RDFS, SG, XSD
from sdggraph.semantic.vocabulary import Property, classes, local, properties

__all__ = ["CONTEXT_IRI", "LABEL", "context"]

CONTEXT_IRI = "https://w3id.org/sdggraph/context.jsonld"
"""Where the context is published; documents of ours hold it themselves."""

LABEL = "label"
"""The short name of rdfs:label, which holds titles."""

_PREFIXES = ("sg", "sdg", "rdfs", "xsd", "dcterms", "prov", "org", "schema", "sosa", "qb", "cubes")


def context() -> dict[str, Any]:
    """Give the context: prefixes, classes and properties."""
    terms: dict[str, Any] = {"@version": 1.1}
    terms |= {prefix: NAMESPACES[prefix] for prefix in _PREFIXES}
    terms |= {name: f"sg:{name}" for name in classes()}
    terms[LABEL] = {"@id": "rdfs:label", "@container": "@language"}
    for iri, used in properties().items():
        if iri.startswith(SG) and iri != RDFS.label:
            terms[local(iri)] = _term(used)
    return terms


def _term(used: Property) -> dict[str, str]:
    said = {"@id": f"sg:{local(used.iri)}"}
    if used.is_object:
        said["@type"] = "@id"
    elif used.text:
        said["@container"] = "@language"
    elif len(used.datatypes) == 1 and used.datatypes[0] != XSD.string:
        said["@type"] = f"xsd:{local(used.datatypes[0])}"
    if used.many and not used.text:
        said["@container"] = "@set"
    return said
