"""The sections of the ontology's page: one for each class and each property, at an anchor with its own name."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.io.rdf.ontology_page.example import example_of_class, example_of_property
from sdggraph.io.rdf.ontology_page.html import both, code_block, link, links, row
from sdggraph.model.kinds import KINDS
from sdggraph.model.plan import SECTIONS
from sdggraph.semantic.alignments import ALIGNED_CLASSES, ALIGNED_PROPERTIES
from sdggraph.semantic.fields import forms
from sdggraph.semantic.terms import RDFS, SG, Iri
from sdggraph.semantic.vocabulary import classes, local, properties, records
from sdggraph.semantic.words_of_classes import class_label, class_meaning
from sdggraph.semantic.words_of_properties import property_label, property_meaning

if TYPE_CHECKING:
    from sdggraph.base.words import Words
    from sdggraph.semantic.vocabulary import Property

__all__ = ["class_section", "index_of", "names_of_classes", "names_of_properties", "property_section"]

_EXAMPLE = words("Example", "Eksempel")
_NARROWER, _CLOSE = words("also a", "er også"), words("close to", "ligner på")


def names_of_classes() -> list[str]:
    """Give the names of all classes: the node of all, the kinds of node, their parts."""
    return ["Node", *classes()]


@cache
def names_of_properties(*, is_object: bool) -> list[str]:
    """Give the names of the properties whose values are nodes, or of those whose values are literals."""
    found = [local(iri) for iri, used in properties().items() if used.is_object == is_object and iri.startswith(SG)]
    return sorted(found, key=str.casefold)


def index_of(names: list[str], *, is_class: bool) -> str:
    """Give the list of links to some terms."""
    label = class_label if is_class else property_label
    return "".join(
        f'<li><a href="#{escape(name)}"><code>{escape(name)}</code> {both(label(name))}</a></li>' for name in names
    )


def class_section(name: str) -> str:
    """Say what a class is, what its nodes have, and where it meets others' vocabularies."""
    own = [used.iri for used in properties().values() if name in used.domains]
    used_by = [used.iri for used in properties().values() if name in used.ranges]
    rows = (
        row(words("Kind of", "Slags"), link(Iri(SG + "Node")) if name in KINDS else ""),
        row(_NARROWER, links(other for at, how, other in ALIGNED_CLASSES if at == name and how == RDFS.subClassOf)),
        row(_CLOSE, links(other for at, how, other in ALIGNED_CLASSES if at == name and how != RDFS.subClassOf)),
        row(words("Has", "Har"), links([RDFS.label, *own] if _has_title(name) else own)),
        row(words("Value of", "Verdi for"), links(used_by)),
        row(words("In a plan file", "I en planfil"), _section(name)),
    )
    example = example_of_class(name)
    return _term(name, class_label(name), class_meaning(name), "".join(rows), example)


def _has_title(name: str) -> bool:
    return any(form.iri == RDFS.label and name == record.__name__ for record in records() for form in forms(record))


def _section(name: str) -> str:
    found = [section for section, record in SECTIONS.items() if record.__name__ == name]
    return f"<code>{found[0]}:</code>" if found else ""


def property_section(name: str) -> str:
    """Say what a property says, of what, and of which kind its values are."""
    used = properties()[Iri(SG + name)]
    rows = (
        row(words("Of", "Om"), links(Iri(SG + one) for one in used.domains)),
        row(words("Values", "Verdier"), _values(used)),
        row(words("How many", "Hvor mange"), both(_number(used))),
        row(
            words("narrower than", "snevrere enn"),
            links(other for at, how, other in ALIGNED_PROPERTIES if at == name and how == RDFS.subPropertyOf),
        ),
        row(_CLOSE, links(other for at, how, other in ALIGNED_PROPERTIES if at == name and how != RDFS.subPropertyOf)),
        row(words("In a plan file", "I en planfil"), _fields(used)),
    )
    return _term(name, property_label(name), property_meaning(name), "".join(rows), example_of_property(used.iri))


def _number(used: Property) -> Words:
    return words("any number", "så mange det er") if used.many else words("at most one", "høyst én")


def _values(used: Property) -> str:
    if used.is_object:
        return links(Iri(SG + one) for one in used.ranges)
    if used.text:
        return both(words("text in a language", "tekst på et språk"))
    closed = set(used.words)
    if len(closed) == 1 and (listed := next(iter(closed))):
        return " ".join(f"<code>{escape(word)}</code>" for word in listed)
    return links(used.datatypes)


def _fields(used: Property) -> str:
    keys = {record.__name__: {form.name: form.key for form in forms(record)} for record in records()}
    named = dict.fromkeys(keys[kind].get(field, field) for kind, field in used.names)
    return " ".join(f"<code>{escape(key)}</code>" for key in named)


def _term(name: str, label: Words, meaning: Words, rows: str, example: str | None) -> str:
    shown = code_block(example, _EXAMPLE) if example else ""
    return (
        f'<article class="term" id="{escape(name)}"><h3><a href="#{escape(name)}">{both(label)}</a> '
        f"<code>sg:{escape(name)}</code></h3><p>{both(meaning)}</p><dl>{rows}</dl>{shown}</article>\n"
    )
