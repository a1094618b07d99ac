"""Conditions as constraints: in SHACL's core where that has the words, else each as a query of its own."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sdggraph.model.relations import RELATIONS
from sdggraph.rules.language import (
    Acyclic,
    Agree,
    AllOf,
    AnyOf,
    Chain,
    Compare,
    Each,
    Every,
    Has,
    Labelled,
    Not,
    Parameter,
    Reach,
    Star,
    Step,
    Tied,
    Unique,
    back,
)
from sdggraph.semantic.fields import Form, forms, relation_iri
from sdggraph.semantic.queries.attributes import record_of
from sdggraph.semantic.queries.conditions import Conditions, Place
from sdggraph.semantic.queries.dialects import Dialect
from sdggraph.semantic.queries.kinds import CATALOGUE, crosses, kinds_after
from sdggraph.semantic.queries.terms import kind_pattern, short
from sdggraph.semantic.queries.walks import Walks, property_path
from sdggraph.semantic.queries.wheres import Wheres
from sdggraph.semantic.shapes.attributes import Beyond, in_field, meets, nodes
from sdggraph.semantic.shapes.parts import (
    SH,
    SHAPES_IRI,
    Constraints,
    all_of,
    any_of,
    at_most,
    exists,
    negated,
    property_shape,
    route,
)
from sdggraph.semantic.shapes.walks import leads, shacl_path
from sdggraph.semantic.terms import TYPE, Blank, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.rules.language import Condition, Nodes, Operator, Path

__all__ = ["condition"]

_VALUES_OF_KIND = re.compile(r"VALUES (\?kind\d+) \{ ([^}]*) \}")
_VALUES = re.compile(r"VALUES (\?\w+) \{ ([^}]*) \}")
_TAG = re.compile(r"BIND\((LCASE\(LANG\(\?\w+\)\)) AS (\?\w+)\)")
_ENDS = re.compile(r"( \.|\{|\}) (?=[^.;]*[.{}(])")
_WORDS = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')

_MOST_COUNTED = 4


class _Constraint(Dialect):
    """How a constraint on one node is asked: SHACL forbids ``MINUS``."""

    def without(self, pattern: str) -> str:
        """Write that a pattern must not be there."""
        return f"FILTER NOT EXISTS {{ {pattern} }}"


_ONE_NODE = _Constraint("shacl", minus=False)


class _Wheres(Wheres):
    """Writes conditions without selections inside, of which SHACL would want that they give the node."""

    def _count(self, node: str, kinds: tuple[str, ...], name: str, operator: Operator, given: str) -> str:
        """Say that there are so many items: that there are items of which each is another one."""
        record = record_of(kinds[0]) if len(kinds) == 1 else None
        head, _, rest = name.partition(".")
        path: list[Iri] = []
        for one in (head, *([rest] if rest else [])):
            form = next((form for form in forms(record) if form.name == one), None) if record is not None else None
            if form is None or not form.is_node:
                raise Beyond
            path.append(form.iri)
            record = form.record
        number = int(float(given)) + (operator == ">")
        if operator not in (">", ">=") or not 0 < number <= _MOST_COUNTED:
            raise Beyond
        items = [self.variables.fresh("item") for _ in range(number)]
        way = "/".join(map(short, path))
        apart = [f"FILTER({one} != {other})" for one, other in combinations(items, 2)]
        return " ".join([*(f"{node} {way} {item} ." for item in items), *apart])


def condition(asked: Condition, kinds: frozenset[str], parameters: Mapping[str, Any]) -> Constraints:
    """Ask that a condition holds for a node of some kinds.

    Raises:
        Beyond: No constraint on one node says it, not by a query either.
        Unfit: No query at all does.
    """
    match asked:
        case Labelled(part):
            return condition(part, kinds, parameters)
        case AllOf(parts):
            return all_of(condition(part, kinds, parameters) for part in parts)
        case AnyOf(parts):
            return any_of(condition(part, kinds, parameters) for part in parts)
        case Not(part):
            return negated(condition(part, kinds, parameters))
    try:
        return _in_core(asked, kinds, parameters)
    except Beyond:
        return _as_query(asked, kinds, parameters)


def _in_core(asked: Condition, kinds: frozenset[str], parameters: Mapping[str, Any]) -> Constraints:
    match asked:
        case Has(where):
            return meets(where, sorted(kinds), parameters)
        case Reach():
            return _reach(asked, kinds, parameters)
        case Every(path, to, requires) if not crosses(path, kinds):
            ends = kinds_after(path, kinds) & frozenset(to.kinds or kinds_after(path, kinds))
            inner = any_of((negated(nodes(to, ends, parameters)), condition(requires, ends, parameters)))
            plain = shacl_path(path)
            if plain is not None:
                return property_shape(plain, (SH.node, Blank(inner)))
        case Tied():
            return _tied()
        case Each():
            return _each(asked, kinds, parameters)
        case Compare():
            return _shares(asked, kinds)
    raise Beyond


def _reach(asked: Reach, kinds: frozenset[str], parameters: Mapping[str, Any]) -> Constraints:
    """Ask for nodes at the end of a path; where it may lead into another plan, core can't tell which it is."""
    path = _without_tail(asked.path, asked.to)
    if crosses(path, kinds):
        raise Beyond
    ends = kinds_after(path, kinds)
    end = nodes(asked.to, ends, parameters)
    least = int(parameters[asked.at_least.name]) if isinstance(asked.at_least, Parameter) else asked.at_least
    most = parameters[asked.at_most.name] if isinstance(asked.at_most, Parameter) else asked.at_most
    if least == 1 and most is None:
        wanted = ends & frozenset(asked.to.kinds) if asked.to.kinds else ends
        return leads(path, kinds, end, parameters, wanted)
    plain = shacl_path(path)
    if plain is None or least > 0 or most is None:
        raise Beyond
    return at_most(plain, end, int(most))


def _without_tail(path: Path, to: Nodes) -> Path:
    """Leave out a last step, any number of times, to what plans say of goals, where goals are what is asked for."""
    if (
        isinstance(path, Chain)
        and path.parts[-1] == Star(back("about"))
        and to.kinds
        and CATALOGUE.issuperset(to.kinds)
    ):
        return Chain(path.parts[:-1])
    return path


def _tied() -> Constraints:
    """Ask for any relation to or from any other node."""
    names = (*RELATIONS, "works_against", "about", "acts_from", "acts_on")
    iris = sorted({relation_iri(name) for name in names})
    made = [exists(iri) for iri in iris]
    back = [exists(Blank(((SH.inversePath, iri),))) for iri in iris]
    return any_of((*made, *back))


def _each(asked: Each, kinds: frozenset[str], parameters: Mapping[str, Any]) -> Constraints:
    """Ask that each item of a list that meets some conditions meets others as well."""
    fields = {(one.form, one.iri, one.key): one for kind in kinds for one in _forms(kind) if one.name == asked.items}
    if len(fields) != 1:
        raise Beyond
    (form,) = fields.values()
    if form.record is None:
        raise Beyond
    wheres = [meets(one, (form.record,), parameters) for one in asked.where]
    required = all_of(meets(one, (form.record,), parameters) for one in asked.requires)
    within = [in_field(form)] if form.form is Form.CLAIMS else []
    inner = any_of((*(negated(one) for one in (*within, *wheres)), required))
    return property_shape(form.iri, (SH.node, Blank(inner)))


def _forms(kind: str) -> tuple[Any, ...]:
    record = record_of(kind)
    return forms(record) if record is not None else ()


def _shares(asked: Compare, kinds: frozenset[str]) -> Constraints:
    """Ask that two sets of words have one in common, if neither is empty."""
    if asked.over is None or asked.operator != "=" or asked.pairs != "any" or asked.to.kinds or asked.to.where:
        raise Beyond
    bare = _without_kinds(asked.over)
    path = shacl_path(bare)
    mine = {form.iri for kind in kinds for form in _forms(kind) if form.name == asked.attribute}
    meant, met = (kinds_after(one, kinds) for one in (asked.over, bare))
    theirs = {form.iri for kind in met for form in _forms(kind) if form.name == asked.other}
    having = {kind for kind in met for form in _forms(kind) if form.name == asked.other}
    alike = all(
        form.form is Form.VALUES
        for kind in (*kinds, *met)
        for form in _forms(kind)
        if form.name in (asked.attribute, asked.other)
    )
    if path is None or crosses(bare, kinds) or len(mine) != 1 or len(theirs) != 1 or not alike or not having <= meant:
        raise Beyond
    (own,), (other,) = mine, theirs
    over = route((path, other))
    apart = property_shape(over, (SH.disjoint, own))
    return any_of((negated(exists(own)), negated(exists(over)), negated(apart)))


def _without_kinds(path: Path) -> Path:
    """Take from a single step what it asks of the kind that it leads to; what has no such value adds none."""
    if isinstance(path, Step) and path.to is not None and not path.to.where and path.role is None:
        return Step(path.relation, path.backward)
    return path


def _as_query(asked: Condition, kinds: frozenset[str], parameters: Mapping[str, Any]) -> Constraints:
    """Ask by a query that finds the node where the condition fails."""
    if isinstance(asked, (Unique, Agree)):
        raise Beyond
    if isinstance(asked, Acyclic) and (round_ := property_path(asked.path)) is not None:
        return _query(f"$this {round_}+ $this .")
    made = Conditions(_ONE_NODE, parameters)
    made.wheres = _Wheres(_ONE_NODE, parameters, made.variables)
    made.walks = Walks(made.wheres)
    place = Place("$this", kinds, kind_pattern("$this", sorted(kinds), made.variables))
    return _query(_allowed(made.fails(asked, place)))


def _query(pattern: str) -> Constraints:
    query = Blank(
        (
            (TYPE, SH.SPARQLConstraint),
            (SH.prefixes, SHAPES_IRI),
            (SH.select, Literal(f"SELECT $this WHERE {{ {_laid_out(pattern)} }}")),
        )
    )
    return ((SH.sparql, query),)


def _laid_out(pattern: str) -> str:
    """Write a pattern on several lines: one for each statement."""
    return "\n" + _ENDS.sub(r"\1\n", pattern).strip() + "\n"


def _allowed(pattern: str) -> str:
    """Write a pattern without ``VALUES``, which constraints may not hold, and with tags compared, not bound again."""

    def of_kind(found: re.Match[str]) -> str:
        return f"FILTER({found[1]} IN ({', '.join(_WORDS.findall(found[2]))}))"

    def of_values(found: re.Match[str]) -> str:
        return " UNION ".join(f"{{ BIND({word} AS {found[1]}) }}" for word in _WORDS.findall(found[2]))

    compared = _TAG.sub(r"FILTER(\1 = \2)", pattern)
    return _VALUES.sub(of_values, _VALUES_OF_KIND.sub(of_kind, compared)).replace("?this", "$this")
