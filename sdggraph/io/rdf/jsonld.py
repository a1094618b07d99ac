"""Writing JSON-LD 1.1 with the project's own context, which stands in the document: nothing has to be fetched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sdggraph.io.rdf.characters import escaped
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.context import LABEL, context
from sdggraph.semantic.terms import NAMESPACES, RDFS, SG, TYPE, XSD, Iri, Literal
from sdggraph.semantic.triples import triples
from sdggraph.semantic.vocabulary import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Term, Triple

__all__ = ["jsonld_document", "write_jsonld"]

_PREFIX_OF = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


def write_jsonld(plan: Plan) -> str:
    """Give a plan as JSON-LD."""
    document = jsonld_document(triples(plan), base_of(plan.id, plan.base_iri)[1])
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def jsonld_document(statements: Iterable[Triple], base: str = "") -> dict[str, Any]:
    """Give triples as a JSON-LD document: the context, and a node object a subject."""
    terms = context()
    head = {**terms, "@base": base} if base.startswith("http") and base.endswith("/") else terms
    nodes: dict[Iri, dict[str, Any]] = {}
    for subject, predicate, value in statements:
        node = nodes.setdefault(subject, {"@id": _relative(subject, base, head)})
        _put(node, predicate, value, terms, base, head)
    return {"@context": head, "@graph": list(nodes.values())}


def _relative(iri: str, base: str, head: dict[str, Any]) -> str:
    if "@base" in head and iri.startswith(base) and len(iri) > len(base) and ":" not in iri[len(base) :]:
        return iri[len(base) :]
    return iri


def _put(
    node: dict[str, Any], predicate: Iri, value: Term, terms: dict[str, Any], base: str, head: dict[str, Any]
) -> None:
    """Put one triple into its subject's node object."""
    if predicate == TYPE:
        _add_type(node, value, terms)
        return
    name = LABEL if predicate == RDFS.label else _short(predicate, terms)
    term = terms.get(name, {})
    container = term.get("@container")
    if isinstance(value, Literal) and container == "@language":
        node.setdefault(name, {})[value.language or "@none"] = _checked(value.text)
        return
    shown = _value(value, term, base, head)
    if container == "@set":
        if shown not in (held := node.setdefault(name, [])):
            held.append(shown)
    else:
        node[name] = shown


def _add_type(node: dict[str, Any], value: Term, terms: dict[str, Any]) -> None:
    """Add a type: a text while there is one, then a list."""
    name = _short(value, terms) if isinstance(value, Iri) else value.text
    held = node.get("@type")
    node["@type"] = name if held is None else [*([held] if isinstance(held, str) else held), name]


def _short(iri: Iri, terms: dict[str, Any]) -> str:
    """Give the name of a class or property: a term of the context, or with one of its prefixes."""
    if iri.startswith(SG):
        return local(iri)
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix in terms else iri


def _value(value: Term, term: dict[str, Any], base: str, head: dict[str, Any]) -> Any:
    if isinstance(value, Iri):
        iri = _relative(value, base, head)
        return iri if term.get("@type") == "@id" else {"@id": iri}
    if value.language:
        return {"@value": _checked(value.text), "@language": value.language}
    coerced = term.get("@type", "xsd:string")
    if value.datatype != XSD + local(coerced.replace(":", "#")):
        return {"@value": value.text, "@type": f"xsd:{local(value.datatype)}"}
    return int(value.text) if value.datatype == XSD.integer else _checked(value.text)


def _checked(text: str) -> str:
    escaped(text)  # refuses what can't be written in any encoding
    return text
