"""Conditions on a node's attributes as constraints: what is there, and how it compares with a given value."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sdggraph.model.kinds import KINDS
from sdggraph.model.scalars import PlanDate
from sdggraph.rules.terms import Parameter
from sdggraph.semantic.fields import FieldForm, Form, forms
from sdggraph.semantic.queries.attributes import record_of
from sdggraph.semantic.queries.kinds import CATALOGUE
from sdggraph.semantic.shapes.kinds import of_kinds, with_codes
from sdggraph.semantic.shapes.parts import (
    ALWAYS,
    NEVER,
    SH,
    Constraints,
    Route,
    all_of,
    any_of,
    exists,
    negated,
    property_shape,
    route,
)
from sdggraph.semantic.terms import SG, XSD, Literal, decimal, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sdggraph.model.record import Record
    from sdggraph.rules.terms import Nodes, Where

__all__ = ["Beyond", "in_field", "meets", "nodes", "said_in"]

_SAID = ((SH.pattern, Literal("\\S")),)
"""A text that is more than white space."""

_LISTS = frozenset({Form.VALUES, Form.TEXTS, Form.ENTRIES, Form.INTERVAL, Form.INTERVALS, Form.RECORDS})
_RECORDS = frozenset({Form.RECORD, Form.RECORDS, Form.CLAIMS})
_REFERENCES = frozenset({Form.REFERENCE, Form.REFERENCES})
_LIMITS = {"<": SH.maxExclusive, "<=": SH.maxInclusive, ">": SH.minExclusive, ">=": SH.minInclusive}


Holder: TypeAlias = "str | type[Record]"
"""What has attributes: nodes of a kind, or the records below them."""


class Beyond(Exception):  # noqa: N818  # no error: it is said as a query then
    """What SHACL's core has no word for."""


class _Way(NamedTuple):
    """One way in which an attribute stands: the path to its values, its field, and what holds that."""

    path: tuple[Route, ...]
    form: FieldForm
    record: type[Record]


def nodes(wanted: Nodes, kinds: Iterable[str], parameters: Mapping[str, Any]) -> Constraints:
    """Ask that a node is one of a description; ``kinds`` are those that it may be of, where none are named."""
    typed = of_kinds(wanted.kinds) if wanted.kinds else ALWAYS
    asked = tuple(wanted.kinds) or tuple(kinds)
    if wanted.where and set(asked) <= CATALOGUE:
        typed = ALWAYS  # the codes say it all
    return all_of([typed, *(meets(one, asked, parameters) for one in wanted.where)])


def meets(condition: Where, kinds: Iterable[Holder], parameters: Mapping[str, Any]) -> Constraints:
    """Ask that a node of some kinds, or a record below one, meets a condition.

    Raises:
        Beyond: Core can't say it.
    """
    name, operator = condition.attribute, condition.operator
    asked = tuple(kinds) or tuple(KINDS)
    wanted = parameters[condition.value.name] if isinstance(condition.value, Parameter) else condition.value
    if operator == "absent":
        return negated(_present(name, asked))
    if operator == "!=":
        return negated(_compared(name, asked, "=", wanted))
    if operator == "present":
        return _present(name, asked)
    if operator == "given":
        return _of_each_way(asked, name, lambda way: exists(route(way.path)))
    return _compared(name, asked, operator, wanted)


def _fields(kinds: Iterable[Holder], name: str) -> list[tuple[FieldForm, type[Record], list[Holder]]]:
    """Give the ways in which a field stands, each with the kinds where it stands so."""
    found: dict[tuple[object, ...], tuple[FieldForm, type[Record], list[Holder]]] = {}
    for kind in kinds:
        record = record_of(kind) if isinstance(kind, str) else kind
        wanted = "text" if kind == "Precondition" and name == "title" else name
        form = next((one for one in forms(record) if one.name == wanted), None) if record is not None else None
        if form is not None and record is not None:
            joined = form.join.targets if form.join is not None else ()
            found.setdefault((form.form, form.iri, form.key, joined), (form, record, []))[2].append(kind)
    return list(found.values())


def _of_each_way(kinds: tuple[Holder, ...], name: str, said: Callable[[_Way], Constraints]) -> Constraints:
    """Ask something of an attribute, in whichever way it stands in a node of some kinds."""
    head, _, rest = name.partition(".")
    fields = _fields(kinds, head)
    made = []
    for form, record, named in fields:
        inner = any_of(said(way) for way in _ways((), form, record, rest))
        made.append(inner if len(fields) == 1 else all_of([of_kinds(str(kind) for kind in named), inner]))
    return any_of(made)


def _ways(before: tuple[Route, ...], form: FieldForm, record: type[Record], rest: str) -> list[_Way]:
    if not rest:
        return [_Way((*before, form.iri), form, record)]
    if form.form not in _RECORDS or form.record is None:
        raise Beyond
    head, _, more = rest.partition(".")
    inner = next((one for one in forms(form.record) if one.name == head), None)
    if inner is None:
        raise Beyond
    return _ways((*before, form.iri), inner, form.record, more)


# --- what is there ----------------------------------------------------------------------------------------------------


def _present(name: str, kinds: tuple[Holder, ...]) -> Constraints:
    if name == "code" and set(kinds) <= CATALOGUE:
        return of_kinds(str(kind) for kind in kinds)
    return _of_each_way(kinds, name, lambda way: _reached(way.path[:-1], said_in(way.form, way.record)))


def _reached(before: tuple[Route, ...], part: Constraints) -> Constraints:
    return exists(route(before), part) if before else part


def said_in(form: FieldForm, record: type[Record]) -> Constraints:
    """Ask that a field of a node says something."""
    word = exists(form.word) if form.word is not None else NEVER
    if form.form in _LISTS:
        return any_of((exists(form.iri), word))
    if form.form is Form.CLAIMS:
        return any_of((exists(form.iri, in_field(form)), word))
    if form.form is Form.RECORD and form.record is not None:
        inner = form.record
        return exists(form.iri, any_of(said_in(one, inner) for one in forms(inner)))
    if form.form in _REFERENCES:
        return _referred(form, record)
    if form.form is Form.SCALAR and str not in form.scalar:
        return exists(form.iri)
    return exists(form.iri, _SAID)


def _referred(form: FieldForm, record: type[Record]) -> Constraints:
    """Ask that a reference stands in a field, be it one that names nothing."""
    if form.join is None:
        raise Beyond
    alike = [one for one in forms(record) if one.iri == form.iri]
    shared = len(alike) > 1 or form.relation == "contributes_to"
    plain = exists(form.iri, of_kinds(form.join.targets) if shared else ALWAYS)
    field = exists(SG.field, ((SH.hasValue, Literal(form.key)),))
    return any_of((plain, exists(SG.hasWrittenReference, all_of((field, exists(SG.reference, _SAID))))))


def in_field(form: FieldForm) -> Constraints:
    """Ask of a claim that it stands in a field: in the one that its code tells, unless it says another."""
    written = exists(SG.field, ((SH.hasValue, Literal(form.key)),))
    target = exists(SG.code, ((SH.pattern, Literal("[.]")),))
    usual = target if form.name == "targets" else negated(target)
    return any_of((written, all_of((property_shape(SG.field, (SH.maxCount, whole(0))), usual))))


# --- how it compares --------------------------------------------------------------------------------------------------


def _compared(name: str, kinds: tuple[Holder, ...], operator: str, wanted: Any) -> Constraints:
    if name == "code" and set(kinds) <= CATALOGUE:
        return with_codes(map(str, kinds), _fitting(operator, str(wanted)))
    before, _, last = name.rpartition(".")
    if before and last == "length":
        return _of_each_way(kinds, before, lambda way: exists(_texts(way), _length(operator, int(wanted))))
    if before and last in ("count", "years"):
        raise Beyond
    return _of_each_way(kinds, name, lambda way: _one(way, operator, wanted))


def _fitting(operator: str, wanted: str) -> Callable[[str], bool]:
    if operator == "~":
        pattern = re.compile(wanted, re.IGNORECASE)
        return lambda code: pattern.search(code) is not None
    if operator == "=":
        return lambda code: code == wanted
    raise Beyond


def _texts(way: _Way) -> Route:
    """Give the path to the values themselves."""
    if way.form.form is Form.TEXTS:
        return route((*way.path, SG.text))
    if way.form.form is Form.ENTRIES:
        return route((*way.path, SG.entry))
    if way.form.form in (Form.TEXT, Form.SCALAR, Form.VALUES):
        return route(way.path)
    raise Beyond


def _length(operator: str, wanted: int) -> Constraints:
    low, high = {
        ">": (wanted + 1, None),
        ">=": (wanted, None),
        "<": (None, wanted - 1),
        "<=": (None, wanted),
        "=": (wanted, wanted),
    }.get(operator, (None, None))
    if low is None and high is None:
        raise Beyond
    said = [(SH.minLength, whole(max(low, 0)))] if low is not None else []
    if high is not None:
        if high < 0:
            return NEVER
        said.append((SH.maxLength, whole(high)))
    return tuple(said)


def _one(way: _Way, operator: str, wanted: Any) -> Constraints:
    if operator == "~":
        return exists(_texts(way), ((SH.pattern, Literal(_pattern(str(wanted)))), (SH.flags, Literal("i"))))
    form = way.form
    if form.form in _RECORDS and form.word is not None and operator == "=":
        return exists(route((*way.path[:-1], form.word)), ((SH.hasValue, Literal(str(wanted))),))
    if form.scalar == (PlanDate,):
        return _dated(way, operator, wanted)
    if form.form is Form.SCALAR and form.scalar in ((Decimal,), (int,)):
        return exists(route(way.path), _numbers(operator, wanted))
    if operator != "=" or form.form not in (Form.SCALAR, Form.VALUES) or not isinstance(wanted, str):
        raise Beyond
    if len(form.scalar) > 1:
        raise Beyond
    there = exists(route(way.path), ((SH.hasValue, Literal(wanted)),))
    if len(way.path) == 1 and way.record.model_fields[form.name].default == wanted:
        return any_of((there, property_shape(form.iri, (SH.maxCount, whole(0)))))
    return there


def _numbers(operator: str, wanted: Any) -> Constraints:
    try:
        number = decimal(Decimal(str(wanted)))
    except ArithmeticError:
        return NEVER
    if operator == "=":
        return ((SH.minInclusive, number), (SH.maxInclusive, number))
    return ((_LIMITS[operator], number),)


def _dated(way: _Way, operator: str, wanted: Any) -> Constraints:
    """Compare the end of a period with a day; its last day is said beside it."""
    names = [one.name for one in forms(way.record) if one.scalar == (PlanDate,)]
    early = operator in ("<", "<=")
    ends = names == [way.form.name] or (names == ["start", "end"] and way.form.name == ("end" if early else "start"))
    if not ends or operator not in _LIMITS or not isinstance(wanted, dt.date):
        raise Beyond
    day = Literal(wanted.isoformat(), "", XSD.date)
    inner = ((_LIMITS[operator], day),)
    return exists(route((*way.path[:-1], SG.dateEnd if early else SG.dateStart)), inner)


def _pattern(text: str) -> str:
    """Write a pattern as XPath has them, which know no edge of a word: it is the beginning, or no letter."""
    if re.search(r"\(\?|\\[1-9AZzBb]", text.replace("\\b", "")):
        raise Beyond
    return re.sub(r"\\b(?=\w)", r"(^|\\W)", text).replace("\\b", r"(\W|$)")
