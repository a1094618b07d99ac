"""Writing RDF/XML, for programs that read nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from sdggraph.base.errors import OutputError
from sdggraph.base.words import words
from sdggraph.base.xml_text import NO_XML
from sdggraph.io.rdf.characters import escaped
from sdggraph.semantic.terms import NAMESPACES, RDF, XSD, Iri, Literal
from sdggraph.semantic.triples import triples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Term, Triple

__all__ = ["rdfxml_text", "write_rdfxml"]

_NAME = re.compile(r"(.*[/#])([A-Za-z_][\w.\-]*)")
_PREFIX_OF = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


def write_rdfxml(plan: Plan) -> str:
    """Give a plan as RDF/XML.

    Raises:
        OutputError: A text holds a control character, which XML has no way to write.
    """
    return rdfxml_text(triples(plan))


def rdfxml_text(statements: Iterable[Triple]) -> str:
    """Give triples as RDF/XML, a description a subject.

    Raises:
        OutputError: A text holds what XML has no way to write, or a property has no name in it.
    """
    subjects: dict[Iri, dict[tuple[Iri, Term], None]] = {}
    for subject, predicate, value in statements:
        subjects.setdefault(subject, {})[predicate, value] = None
    used: set[str] = {"rdf"}
    blocks = [_block(subject, said, used) for subject, said in subjects.items()]
    declared = "".join(
        f"\n    xmlns:{prefix}={quoteattr(NAMESPACES[prefix])}" for prefix in NAMESPACES if prefix in used
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF{declared}>\n{"".join(blocks)}</rdf:RDF>\n'


def _block(subject: Iri, said: Iterable[tuple[Iri, Term]], used: set[str]) -> str:
    lines = [f"  <rdf:Description rdf:about={quoteattr(subject)}>\n"]
    lines += [f"    {_element(_name(predicate, used), value)}\n" for predicate, value in said]
    return "".join(lines) + "  </rdf:Description>\n"


def _name(iri: Iri, used: set[str]) -> str:
    match = _NAME.fullmatch(iri)
    prefix = _PREFIX_OF.get(match[1]) if match else None
    if match is None or prefix is None:
        raise OutputError(words(f"{iri} has no name in XML", f"{iri} har ikke noe navn i XML"))
    used.add(prefix)
    return f"{prefix}:{match[2]}"


def _element(name: str, value: Term) -> str:
    if not isinstance(value, Literal):
        return f"<{name} rdf:resource={quoteattr(value)}/>"
    escaped(value.text)  # refuses what can't be written in any encoding
    if NO_XML.search(value.text):
        raise OutputError(
            words(
                "a text holds a control character, which XML can't have; write another syntax",
                "en tekst har et kontrolltegn, som XML ikke kan ha; velg en annen syntaks",
            )
        )
    kind = ""
    if value.language:
        kind = f" xml:lang={quoteattr(value.language)}"
    elif value.datatype not in (XSD.string, RDF.langString):
        kind = f" rdf:datatype={quoteattr(value.datatype)}"
    text = escape(value.text, {"\r": "&#13;"})
    return f"<{name}{kind}>{text}</{name}>"
