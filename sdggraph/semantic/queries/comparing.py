"""The conditions that compare values, as patterns of the nodes that they fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.model.kinds import KINDS
from sdggraph.model.plan import Plan
from sdggraph.model.scalars import PlanDate
from sdggraph.rules.comparisons import Between, Compare, Covers, Each, Translated
from sdggraph.semantic.fields import Form, forms
from sdggraph.semantic.queries.attributes import Found, found, items, presence, record_of
from sdggraph.semantic.queries.kinds import kinds_after
from sdggraph.semantic.queries.terms import IN_PLAN, kind_pattern, quoted, renamed, said, short
from sdggraph.semantic.queries.wheres import any_of, ends_of
from sdggraph.semantic.terms import SG

if TYPE_CHECKING:
    from sdggraph.rules.terms import Operator
    from sdggraph.semantic.queries.conditions import Conditions, Place

__all__ = ["COMPARING", "between_holds"]


def _compare(made: Conditions, condition: Compare, place: Place, asked: str) -> str:
    """Give the nodes whose values don't compare as they should; of dates that overlap either may come first."""
    own = found(place.node, place.kinds, condition.attribute, made.variables)
    left, right, together = _sides(made, condition, place, own)
    fine = _ordered(left, condition.operator, right)
    if condition.pairs == "all":
        return f"{asked} {left.pattern} {together} FILTER(!({fine}))"
    others = found(place.node, place.kinds, condition.attribute, made.variables)
    again, beside, way = _sides(made, condition, place, others)
    if condition.pairs == "any":
        inner = f"{place.subject} {again.pattern} {way} FILTER({_ordered(again, condition.operator, beside)})"
        return f"{asked} {left.pattern} {together} {made.dialect.without(inner)}"
    same = f"FILTER({left.variable} = {again.variable})"
    inner_fine = _ordered(again, condition.operator, beside)
    if made.dialect.minus:
        value = left.variable
        pattern = renamed(again.pattern, again.variable, value)
        inner = f"{place.subject} {pattern} {way} FILTER({renamed(inner_fine, again.variable, value)})"
    else:
        inner = f"{place.subject} {again.pattern} {way} {same} FILTER({inner_fine})"
    return f"{asked} {left.pattern} {together} {made.dialect.without(inner)}"


class _Side:
    """One side of a comparison: its pattern, its value, and of a date its first and last day."""

    def __init__(self, one: Found, made: Conditions) -> None:
        self.variable = one.variable
        self.date = one.form.scalar == (PlanDate,)
        self.number = bool(one.form.scalar) and all(kind.__name__ in ("Decimal", "int") for kind in one.form.scalar)
        self.pattern, self.first, self.last = one.pattern, "", ""
        if self.date:
            self.pattern, self.first, self.last = ends_of(one, made.variables)


def _sides(made: Conditions, condition: Compare, place: Place, own: Found) -> tuple[_Side, _Side, str]:
    """Give both sides, and the pattern that binds the other one."""
    left = _Side(own, made)
    if condition.over is None:
        right = _Side(found(place.node, place.kinds, condition.other, made.variables), made)
        return left, right, right.pattern
    end = made.variables.fresh("end")
    way = made.reaches(condition.over, condition.to, place, end)
    kinds = kinds_after(condition.over, place.kinds) & frozenset(condition.to.kinds or KINDS)
    having = frozenset(kind for kind in kinds if _has(kind, condition.other)) or kinds
    right = _Side(found(end, having, condition.other, made.variables), made)
    return left, right, f"{way} {right.pattern}"


def _has(kind: str, attribute: str) -> bool:
    record = record_of(kind)
    return record is not None and any(form.name == attribute.partition(".")[0] for form in forms(record))


def _ordered(left: _Side, operator: Operator, right: _Side) -> str:
    """Write that two values compare so, or may."""
    if left.date or right.date:
        if operator in ("<", "<="):
            return f"{left.first} {operator} {right.last}"
        if operator in (">", ">="):
            return f"{left.last} {operator} {right.first}"
        return f"CONCAT({left.first}, {left.last}) {operator} CONCAT({right.first}, {right.last})"
    if left.number and right.number:
        return f"{left.variable} {operator} {right.variable}"
    return f"STR({left.variable}) {operator} STR({right.variable})"


def _covers(made: Conditions, condition: Covers, place: Place, asked: str) -> str:
    """Give the nodes with a wanted value that no node at the end of the path has."""
    variables = made.variables
    own = found(place.node, place.kinds, condition.own, variables)
    value = own.variable
    usual = " ".join(quoted(one) for one in condition.values)
    none = made.dialect.without(
        f"{place.subject} {any_of(presence(place.node, place.kinds, condition.own, variables))}"
    )
    wanted = f"{{ {own.pattern} }} UNION {{ {place.subject} VALUES {value} {{ {usual} }} {none} }}"
    end = variables.fresh("end")
    way = made.walks.walk(condition.path, place.node, end, place.kinds)
    kinds = kinds_after(condition.path, place.kinds)
    there = found(end, kinds, condition.attribute, variables)
    pattern = renamed(there.pattern, there.variable, value)
    return f"{asked} {wanted} {made.dialect.without(f'{place.subject} {way} {pattern}')}"


def _between(made: Conditions, condition: Between, place: Place, asked: str) -> str:
    """Give the nodes that reach both ends of no link."""
    return f"{asked} {made.dialect.without(between_holds(made, condition, place))}"


def between_holds(made: Conditions, condition: Between, place: Place) -> str:
    """Give the nodes that reach both ends of some link of the plans that are looked at together.

    Where the node leads is a sub-select each: rdflib else goes every way from every end of every link.
    """
    variables = made.variables
    link = variables.fresh("link")
    ends = []
    for path in condition.ends:
        end = variables.fresh("end")
        ends.append(made.walks.walk(path, link, end, frozenset(condition.links.kinds)))
        way = made.walks.walk(condition.path, place.node, end, place.kinds)
        ends.append(f"{{ SELECT DISTINCT {place.node} {end} WHERE {{ {way} }} }}")
    together = made.together(link, frozenset(condition.links.kinds), place)
    links = f"{{ {made.wheres.nodes(link, condition.links)} }}"
    return f"{place.subject} {links} {' '.join(ends)} {together}"


def _each(made: Conditions, condition: Each, place: Place, asked: str) -> str:
    """Give the nodes with an item that meets the one set of conditions and not the other."""
    pattern, item, record = items(place.node, place.kinds, condition.items, made.variables)
    kind = record.__name__
    asked_of = " ".join(_item_where(made, item, kind, one) for one in condition.where)
    lacking = any_of(
        f"{pattern} {asked_of} {made.dialect.without(f'{pattern} {_item_where(made, item, kind, one)}')}"
        for one in condition.requires
    )
    return f"{asked} {{ {lacking} }}"


def _item_where(made: Conditions, item: str, kind: str, where: Any) -> str:
    return made.wheres.where(item, (kind,), where)


def _translated(made: Conditions, condition: Translated, place: Place, asked: str) -> str:
    """Give the nodes with a text that is not there in a language that their plan promises."""
    variables = made.variables
    plan = variables.fresh("plan")
    parts = []
    if place.kinds - {"Plan"}:
        parts.append(f"{place.node} {IN_PLAN} {plan} .")
    if "Plan" in place.kinds:
        parts.append(f"{kind_pattern(place.node, ('Plan',), variables)} BIND({place.node} AS {plan})")
    language = {form.name: form.iri for form in forms(Plan)}
    names = [variables.fresh(name) for name in ("own", "entry", "promised", "tag", "other", "another")]
    own, entry, promised, tag, other, another = names
    promise = (
        f"{plan} {short(language['languages'])} {entry} . {entry} {short(SG.entry)} {promised} . "
        f"{plan} {short(language['language'])} {own} . BIND(LCASE({promised}) AS {tag}) "
        f"FILTER EXISTS {{ {plan} {short(language['languages'])} {other} . {other} {short(SG.entry)} {another} . "
        f"{plan} {short(language['language'])} {own} FILTER(LCASE({another}) != LCASE({own})) }}"
    )
    holder, text, there = (variables.fresh(name) for name in ("holder", "text", "there"))
    lacking = []
    for pattern in _texts(place, condition, holder):
        spoken = f"{pattern.replace('?said', text)} {said(text)}"
        translated = f"{pattern.replace('?said', there)} {said(there)} BIND(LCASE(LANG({there})) AS {tag})"
        lacking.append(f"{place.subject} {any_of(parts)} {promise} {spoken} {made.dialect.without(translated)}")
    return f"{asked} {{ {any_of(lacking)} }}"


def _texts(place: Place, condition: Translated, holder: str) -> list[str]:
    """Give the patterns that bind a text as ``?said``, and what holds it, by the property."""
    made: dict[str, str] = {}
    for kind in sorted(place.kinds):
        record = record_of(kind)
        for form in forms(record) if record is not None else ():
            if form.name in condition.attributes or (form.name == "text" and kind == "Precondition"):
                iri = short(form.iri)
                if form.form is Form.TEXT:
                    made[iri] = f"{place.node} {iri} ?said ."
                elif form.form is Form.TEXTS:
                    made[iri] = f"{place.node} {iri} {holder} . {holder} {short(SG.text)} ?said ."
    return list(made.values())


Comparing: TypeAlias = Callable[[Any, Any, Any, str], str]

COMPARING: Mapping[type, Comparing] = {
    Compare: _compare,
    Covers: _covers,
    Between: _between,
    Each: _each,
    Translated: _translated,
}
"""What writes each condition."""
