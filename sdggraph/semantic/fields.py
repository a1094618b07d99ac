"""How each field of each record is written as triples: made from the records' annotations and the relation table."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import Any, Literal, get_args, get_origin

from sdggraph.graph.index import ACTS_FROM, ACTS_ON
from sdggraph.model.equality import COMPANIONS, UNORDERED
from sdggraph.model.parts import Interval
from sdggraph.model.plan import SECTIONS
from sdggraph.model.record import Record, singular
from sdggraph.model.relations import FIELDS, Join
from sdggraph.model.scalars import Grammar
from sdggraph.model.texts import Text
from sdggraph.semantic.terms import RDFS, SG, Iri

__all__ = ["FieldForm", "Form", "camel", "class_iri", "forms", "relation_iri"]


class Form(Enum):
    """The shape that a field's values have as triples."""

    TEXT = auto()
    """One text, a literal a language."""
    SCALAR = auto()
    """One literal: a string, number or date."""
    VALUES = auto()
    """A set of string literals."""
    TEXTS = auto()
    """Texts in order, a node each."""
    ENTRIES = auto()
    """Strings in order, a node each."""
    INTERVAL = auto()
    """One interval, a node."""
    INTERVALS = auto()
    """Intervals in order, a node each."""
    RECORD = auto()
    """One record, a node."""
    RECORDS = auto()
    """Records in order, a node each."""
    REFERENCE = auto()
    """One reference to another node."""
    REFERENCES = auto()
    """A set of references to other nodes."""
    CLAIMS = auto()
    """A set of claims, a node each beside the plain relation."""


_MANY = {
    Form.TEXT: Form.TEXTS,
    Form.SCALAR: Form.ENTRIES,
    Form.INTERVAL: Form.INTERVALS,
    Form.RECORD: Form.RECORDS,
}


@dataclass(frozen=True, slots=True)
class FieldForm:
    """How one field of a record is written.

    Attributes:
        name: The field's name in Python.
        key: Its key in a plan file.
        iri: The property that holds its values.
        record: The record that its nodes are made of.
        relation: The relation that its references state.
        join: What its references may name.
        word: The property that holds a word standing for the list (``none``, ``within_frame``).
        words: Those words, or the closed list of a scalar.
        scalar: What a scalar is: ``str``, ``int``, ``Decimal``, ``PlanDate``; both ``Decimal`` and ``str`` for a
            measured value.
        metadata: The limits of a scalar.
    """

    name: str
    key: str
    form: Form
    iri: Iri
    record: type[Record] | None = None
    relation: str = ""
    join: Join | None = None
    word: Iri | None = None
    words: tuple[str, ...] = ()
    scalar: tuple[type, ...] = ()
    metadata: tuple[Any, ...] = ()

    @property
    def is_node(self) -> bool:
        """Whether the values are nodes of their own."""
        return self.form in _NODES


_NODES = frozenset({*_MANY.values(), Form.INTERVAL, Form.RECORD, Form.CLAIMS})

_CLASSES = {"Claim": "Contribution", "Condition": "Precondition"}
"""Records that are called otherwise as nodes: a claim states a contribution, a condition is a precondition."""

_STANDARD: dict[tuple[str, ...], Iri] = {("title",): RDFS.label, ("Condition", "text"): RDFS.label}
"""Fields whose values other people's programs look for under a standard name."""

_ENDS = {("Interaction", "source"): ACTS_FROM, ("Interaction", "target"): ACTS_ON}


def camel(name: str) -> str:
    """Write ``baseline_year`` as ``baselineYear``."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(part.capitalize() for part in rest)


def class_iri(record: type[Record] | str) -> Iri:
    """Give the class of a record or node kind."""
    name = record if isinstance(record, str) else record.__name__
    return Iri(SG + _CLASSES.get(name, name))


def relation_iri(relation: str) -> Iri:
    """Give the property of a relation: ``sg:contributesTo``."""
    return Iri(SG + camel(relation))


@cache
def forms(record: type[Record]) -> tuple[FieldForm, ...]:
    """Give the fields of a record that are written, in order; a plan's sections and companion files are not."""
    kind = record.__name__
    keys = {name: key for key, name in record.keys().items()}
    left_out = frozenset(SECTIONS) | COMPANIONS if kind == "Plan" else frozenset()
    return tuple(
        _form(kind, name, keys[name], field.annotation, tuple(field.metadata))
        for name, field in record.model_fields.items()
        if name not in left_out
    )


def _form(kind: str, name: str, key: str, annotation: Any, metadata: tuple[Any, ...]) -> FieldForm:
    many, words, inner, limits = _taken_apart(annotation, metadata)
    relation, join = FIELDS.get((kind, name), ("", None))
    form, record, scalar = _plain_form(inner, limits)
    declared = SG + "declared" + _capital(camel(name)) if many and words else None
    word = Iri(declared) if declared else None
    if join is not None and join.claim:
        return FieldForm(name, key, Form.CLAIMS, SG.hasContribution, record, relation, join, word, words)
    if join is not None and record is None:
        iri = relation_iri(_ENDS.get((kind, name), relation))
        return FieldForm(name, key, Form.REFERENCES if many else Form.REFERENCE, iri, None, relation, join)
    if many and (name in UNORDERED and kind != "Plan"):
        return FieldForm(name, key, Form.VALUES, Iri(SG + camel(singular(name))), words=words, scalar=scalar)
    form = _MANY[form] if many else form
    iri = _STANDARD.get((name,)) or _STANDARD.get((kind, name)) or Iri(SG + camel(name))
    if form in _NODES:
        base = record.__name__ if relation and record else _capital(camel(singular(name)))
        iri = Iri(SG + "has" + base)
    return FieldForm(name, key, form, iri, record, relation, join, word, words, scalar, limits)


def _plain_form(inner: Any, metadata: tuple[Any, ...]) -> tuple[Form, type[Record] | None, tuple[type, ...]]:
    if inner == Text:
        return Form.TEXT, None, ()
    if inner == Interval:
        return Form.INTERVAL, None, ()
    if isinstance(inner, type) and issubclass(inner, Record):
        return Form.RECORD, inner, ()
    return Form.SCALAR, None, _scalar(inner, metadata)


def _scalar(inner: Any, metadata: tuple[Any, ...]) -> tuple[type, ...]:
    grammar = next((one for one in metadata if isinstance(one, Grammar)), None)
    if grammar is not None:
        return (grammar.becomes,)
    if get_origin(inner) in (typing.Union, types.UnionType):
        return (Decimal, str)
    return (str,)


def _taken_apart(annotation: Any, metadata: tuple[Any, ...]) -> tuple[bool, tuple[str, ...], Any, tuple[Any, ...]]:
    """Say of an annotation: is it a list, which words may stand, what one value is, and its limits."""
    if annotation in (Text, Text | None):
        return False, (), Text, ()
    if annotation in (Interval, Interval | None):
        return False, (), Interval, ()
    if get_origin(annotation) is typing.Annotated:
        inner, *more = get_args(annotation)
        return _taken_apart(inner, (*more, *metadata))
    if get_origin(annotation) is Literal:
        return False, get_args(annotation), str, ()
    if get_origin(annotation) is tuple:
        _, words, inner, limits = _taken_apart(get_args(annotation)[0], ())
        return True, words, inner, limits
    if get_origin(annotation) in (typing.Union, types.UnionType):
        parts = [part for part in get_args(annotation) if part is not type(None)]
        if len(parts) == 1:
            return _taken_apart(parts[0], metadata)
        word = next((part for part in parts if get_origin(part) is Literal), None)
        if word is not None:
            inner = _taken_apart(next(part for part in parts if part is not word), metadata)
            return inner[0], get_args(word), inner[2], inner[3]
    return False, (), annotation, metadata


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
