"""Where the values of an attribute stand in RDF, by the kind of the node that has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.model.parts import Condition
from sdggraph.model.plan import SECTIONS, Plan
from sdggraph.semantic.fields import FieldForm, Form, class_iri, forms
from sdggraph.semantic.queries.kinds import CATALOGUE
from sdggraph.semantic.queries.terms import IN_PLAN, Unfit, Variables, kind_pattern, quoted, renamed, said, short
from sdggraph.semantic.terms import SG, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.model.record import Record

__all__ = ["Found", "found", "items", "presence", "record_of", "values"]


def _with_parts(record: type[Record]) -> Iterator[type[Record]]:
    """Give a record and the records that stand in its fields."""
    yield record
    for form in forms(record):
        if form.record is not None:
            yield from _with_parts(form.record)


_WHOLE: tuple[type[Record], ...] = (*SECTIONS.values(), Plan)
_RECORDS: dict[str, type[Record]] = {
    **{part.__name__: part for record in _WHOLE for part in _with_parts(record)},
    "Precondition": Condition,
}
_LISTS = frozenset({Form.VALUES, Form.TEXTS, Form.ENTRIES, Form.INTERVAL, Form.INTERVALS, Form.RECORDS})
_REFERENCES = frozenset({Form.REFERENCE, Form.REFERENCES})
_NUMBERS_ONLY = frozenset({("Decimal",), ("int",), ("PlanDate",)})
_WRITTEN, _FIELD, _REFERENCE, _CODE = (
    short(SG.hasWrittenReference),
    short(SG.field),
    short(SG.reference),
    short(SG.code),
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a value was found: the pattern that binds it, its variable, its field, and the node that holds it."""

    pattern: str
    variable: str
    form: FieldForm
    record: type[Record]
    holder: str


def record_of(kind: str) -> type[Record] | None:
    """Give the record that nodes of a kind are made of; the catalogue's have none."""
    return _RECORDS.get(kind)


@cache
def _field(record: type[Record], name: str) -> FieldForm | None:
    """Give a record's field; a precondition's title is its text."""
    wanted = "text" if record is Condition and name == "title" else name
    return next((form for form in forms(record) if form.name == wanted), None)


def _by_form(kinds: Iterable[str], name: str) -> list[tuple[FieldForm, type[Record], tuple[str, ...]]]:
    """Give the ways in which a field stands, each with the kinds where it stands so."""
    ways: dict[tuple[object, ...], tuple[FieldForm, type[Record], list[str]]] = {}
    for kind in kinds:
        record = record_of(kind)
        form = _field(record, name) if record is not None else None
        if record is not None and form is not None:
            kin = form.join.targets if form.join is not None else ()
            ways.setdefault((form.form, form.iri, form.key, kin), (form, record, []))[2].append(kind)
    return [(form, record, tuple(named)) for form, record, named in ways.values()]


def values(node: str, kinds: Iterable[str], name: str, variables: Variables) -> list[Found]:
    """Give every way in which a node has values of a dotted attribute: scalars, texts and words."""
    wanted = tuple(kinds)
    head, _, rest = name.partition(".")
    shared = tuple(kind for kind in wanted if kind in CATALOGUE)
    ways = _by_form(wanted, head)
    made: list[Found] = []
    if shared and name == "code":
        made.append(_notation(node, shared, variables, alone=not ways))
    if head in SECTIONS and "Plan" in wanted and rest:
        section = SECTIONS[head]
        at = variables.fresh("part")
        before = f"{at} {IN_PLAN} {node} ; a {short(class_iri(section))} ."
        made += [replace(one, pattern=f"{before} {one.pattern}") for one in _leaves(at, section, rest, variables)]
    for form, record, named in ways:
        typed = f"{kind_pattern(node, named, variables)} " if len(ways) > 1 else ""
        leaves = _below(node, form, record, rest, variables)
        made += [replace(one, pattern=typed + one.pattern) for one in leaves]
    return made


def found(node: str, kinds: Iterable[str], name: str, variables: Variables) -> Found:
    """Give the one pattern that binds every value of an attribute.

    Raises:
        Unfit: Nothing is called so, or its values stand in several ways.
    """
    ways = values(node, kinds, name, variables)
    if len({(way.form.iri, way.form.form) for way in ways}) != 1:
        raise Unfit(words(f"“{name}” stands in several ways in RDF", f"«{name}» står på flere måter i RDF"))
    if len(ways) == 1:
        return ways[0]
    value = ways[0].variable
    patterns = " UNION ".join(f"{{ {renamed(way.pattern, way.variable, value)} }}" for way in ways)
    return replace(ways[0], pattern=patterns)


def _notation(node: str, kinds: tuple[str, ...], variables: Variables, *, alone: bool) -> Found:
    value = variables.fresh("value")
    typed = "" if alone else f"{kind_pattern(node, kinds, variables)} "
    form = FieldForm("code", "code", Form.SCALAR, SKOS.notation, scalar=(str,))
    return Found(f"{typed}{node} skos:notation {value} .", value, form, Condition, node)


def _leaves(node: str, record: type[Record], name: str, variables: Variables) -> list[Found]:
    head, _, rest = name.partition(".")
    form = _field(record, head)
    return _below(node, form, record, rest, variables) if form is not None else []


def _below(node: str, form: FieldForm, record: type[Record], rest: str, variables: Variables) -> list[Found]:
    """Give the values of a field, or those that ``rest`` leads to below its records."""
    if form.form in (Form.RECORD, Form.RECORDS, Form.CLAIMS) and form.record is not None:
        if not rest:
            return _word(node, form, record, variables)
        at = variables.fresh(_stem(form))
        before = f"{node} {short(form.iri)} {at} ."
        more = _leaves(at, form.record, rest, variables)
        return [replace(one, pattern=f"{before} {one.pattern}") for one in more]
    if rest or form.form in _REFERENCES or form.form in (Form.INTERVAL, Form.INTERVALS):
        raise Unfit(words(f"“{form.name}” has no plain values", f"«{form.name}» har ingen enkle verdier"))
    value = variables.fresh("value")
    pattern = f"{node} {short(form.iri)} {value} ."
    if form.form in (Form.TEXTS, Form.ENTRIES):
        item = variables.fresh("item")
        inner = SG.text if form.form is Form.TEXTS else SG.entry
        pattern = f"{node} {short(form.iri)} {item} . {item} {short(inner)} {value} ."
    return [Found(pattern, value, form, record, node)]


def _word(node: str, form: FieldForm, record: type[Record], variables: Variables) -> list[Found]:
    """Give the word that stands for a list (``goals: none``)."""
    if form.word is None:
        raise Unfit(words(f"“{form.name}” is a list of records", f"«{form.name}» er en liste av poster"))
    value = variables.fresh("value")
    plain = FieldForm(form.name, form.key, Form.SCALAR, form.word, scalar=(str,))
    return [Found(f"{node} {short(form.word)} {value} .", value, plain, record, node)]


def _stem(form: FieldForm) -> str:
    return form.iri.rpartition("#has")[2].lower() or "part"


def items(node: str, kinds: Iterable[str], name: str, variables: Variables) -> tuple[str, str, type[Record]]:
    """Give the pattern that binds each record of a list, its variable, and what the records are.

    Raises:
        Unfit: It is no list of records.
    """
    ways = _by_form(kinds, name)
    if len(ways) != 1 or ways[0][0].record is None:
        raise Unfit(words(f"“{name}” is no list of records", f"«{name}» er ingen liste av poster"))
    form = ways[0][0]
    item = variables.fresh(_stem(form))
    pattern = f"{node} {short(form.iri)} {item} ."
    if form.form is Form.CLAIMS:
        pattern += f" {_in_field(item, form, variables)}"
    return pattern, item, form.record or Condition


def _in_field(claim: str, form: FieldForm, variables: Variables) -> str:
    """Say in which of the fields of claims a claim stands: the one that its code tells, unless it says another."""
    written, code = variables.fresh("field"), variables.fresh("code")
    usual = f'REGEX(STR({code}), "[.]")' if form.name == "targets" else f'!REGEX(STR({code}), "[.]")'
    return (
        f"{claim} {_CODE} {code} . OPTIONAL {{ {claim} {_FIELD} {written} }} "
        f"FILTER(IF(BOUND({written}), STR({written}) = {quoted(form.key)}, {usual}))"
    )


def presence(node: str, kinds: Iterable[str], name: str, variables: Variables) -> list[str]:
    """Give the patterns of which one is there if a node has something to say under an attribute."""
    wanted = tuple(kinds)
    head, _, rest = name.partition(".")
    if name == "code" and any(kind in CATALOGUE for kind in wanted):
        return [one.pattern for one in values(node, wanted, name, variables)]
    ways = _by_form(wanted, head)
    made: list[str] = []
    if head in SECTIONS and wanted == ("Plan",):
        at, section = variables.fresh("part"), SECTIONS[head]
        before = f"{at} {IN_PLAN} {node} ; a {short(class_iri(section))} ."
        inner = [form for form in forms(section) if form.name == rest]
        return [f"{before} {one}" for form in inner for one in _there(at, form, section, variables)] or [before]
    for form, record, named in ways:
        typed = f"{kind_pattern(node, named, variables)} " if len(ways) > 1 else ""
        made += [typed + one for one in _presence_below(node, form, record, rest, variables)]
    return made


def _presence_below(node: str, form: FieldForm, record: type[Record], rest: str, variables: Variables) -> list[str]:
    if not rest:
        return _there(node, form, record, variables)
    if form.record is None:
        return []
    head, _, more = rest.partition(".")
    inner = _field(form.record, head)
    if inner is None:
        return []
    at = variables.fresh(_stem(form))
    before = f"{node} {short(form.iri)} {at} ."
    return [f"{before} {one}" for one in _presence_below(at, inner, form.record, more, variables)]


def _there(node: str, form: FieldForm, record: type[Record], variables: Variables) -> list[str]:
    """Give the patterns that find something in a field."""
    value = variables.fresh("there")
    plain = f"{node} {short(form.iri)} {value} ."
    word = [f"{node} {short(form.word)} {variables.fresh('word')} ."] if form.word is not None else []
    if form.form in _LISTS:
        return [plain, *word]
    if form.form is Form.CLAIMS:
        return [f"{plain} {_in_field(value, form, variables)}", *word]
    if form.form is Form.RECORD and form.record is not None:
        inner = (_there(value, one, form.record, variables) for one in forms(form.record))
        return [f"{plain} {one}" for found_ in inner for one in found_]
    if form.form in _REFERENCES and form.join is not None:
        others = [one for one in forms(record) if one.iri == form.iri]
        shared = len(others) > 1 or form.relation == "contributes_to"
        typed = f" {kind_pattern(value, form.join.targets, variables)}" if shared else ""
        at, text = variables.fresh("written"), variables.fresh("text")
        written = f"{node} {_WRITTEN} {at} . {at} {_FIELD} {quoted(form.key)} ; {_REFERENCE} {text} . {said(text)}"
        return [plain + typed, written]
    if form.form is Form.SCALAR and tuple(kind.__name__ for kind in form.scalar) in _NUMBERS_ONLY:
        return [plain]
    return [f"{plain} {said(value)}"]
