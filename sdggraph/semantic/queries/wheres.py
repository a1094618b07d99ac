"""Conditions on one attribute of a node as patterns: each binds the node, and holds for it or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import words
from sdggraph.model.kinds import KINDS
from sdggraph.model.scalars import PlanDate
from sdggraph.semantic.fields import Form
from sdggraph.semantic.queries.attributes import Found, found, items, presence, values
from sdggraph.semantic.queries.dates import first_day, last_day, spans, whole_years
from sdggraph.semantic.queries.terms import Unfit, Variables, constant, kind_pattern, number, quoted, renamed, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.rules.terms import Nodes, Operator, Where
    from sdggraph.semantic.queries.dialects import Dialect

__all__ = ["Wheres", "any_of", "ends_of"]

_NEVER = "FILTER(false)"


def any_of(patterns: Iterable[str]) -> str:
    """Write that one of some patterns is there."""
    listed = list(patterns)
    if len(listed) == 1:
        return listed[0]
    return " UNION ".join(f"{{ {one} }}" for one in listed) if listed else _NEVER


def ends_of(one: Found, variables: Variables) -> tuple[str, str, str]:
    """Give a pattern that binds a date, and what its first and its last day are."""
    start, end = spans(one.record, one.form)
    pattern, first, last = one.pattern, first_day(one.variable), last_day(one.variable)
    if start is not None:
        day = variables.fresh("first")
        pattern, first = f"{pattern} {one.holder} {start} {day} .", f"STR({day})"
    if end is not None:
        day = variables.fresh("last")
        pattern, last = f"{pattern} {one.holder} {end} {day} .", f"STR({day})"
    return pattern, first, last


class Wheres:
    """Writes conditions on attributes, with a rule's parameters as constants."""

    def __init__(self, dialect: Dialect, parameters: Mapping[str, Any], variables: Variables) -> None:
        self.dialect = dialect
        self.parameters = parameters
        self.variables = variables

    def nodes(self, node: str, wanted: Nodes) -> str:
        """Say that a node is of a description; of no kind and without conditions nothing is said."""
        typed = kind_pattern(node, wanted.kinds, self.variables) if wanted.kinds else ""
        return " ".join(one for one in (typed, self.conditions(node, wanted)) if one)

    def conditions(self, node: str, wanted: Nodes) -> str:
        """Say that a node, of whose kind is said already, meets the conditions of a description."""
        kinds = wanted.kinds or tuple(KINDS)
        parts = (self.where(node, kinds, part) for part in wanted.where)
        return " ".join(
            f"{{ {part} }}" if " UNION " in part and not part.startswith(("MINUS", "FILTER")) else part
            for part in parts
        )

    def where(self, node: str, kinds: tuple[str, ...], condition: Where) -> str:
        """Say that a node, which is bound, meets a condition."""
        if condition.operator in ("absent", "!="):
            return self.dialect.without(self._positive(node, kinds, condition))
        return self._positive(node, kinds, condition)

    def _positive(self, node: str, kinds: tuple[str, ...], condition: Where) -> str:
        """Find what a condition asks for; of ``absent`` and ``!=`` what must not be there."""
        name, operator = condition.attribute, condition.operator
        if operator in ("present", "absent", "given"):
            patterns = (
                [one.pattern for one in values(node, kinds, name, self.variables)]
                if operator == "given"
                else presence(node, kinds, name, self.variables)
            )
            return any_of(patterns)
        wanted = value_of(condition.value, self.parameters)
        before, _, last = name.rpartition(".")
        if before and last in ("count", "length", "years"):
            return self._derived(node, kinds, before, last, operator, wanted)
        ways = values(node, kinds, name, self.variables)
        return any_of(self.compared(one, "=" if operator == "!=" else operator, wanted) for one in ways)

    def compared(self, one: Found, operator: Operator, wanted: Any) -> str:
        """Say that a value surely compares so with a given one."""
        if operator == "~":
            return f'{one.pattern} FILTER(REGEX(STR({one.variable}), {quoted(_pattern(str(wanted)))}, "i"))'
        if one.form.scalar == (PlanDate,):
            pattern, first, last = ends_of(one, self.variables)
            return (
                f"{pattern} FILTER({last if operator in ('<', '<=') else first} {operator} {_day(wanted, first=True)})"
            )
        numeric = one.form.scalar and all(kind.__name__ in ("Decimal", "int") for kind in one.form.scalar)
        if numeric:
            given = number(wanted)
            return f"{one.pattern} FILTER({one.variable} {operator} {given})" if given is not None else _NEVER
        if operator == "=" and one.form.form is not Form.TEXT and isinstance(wanted, str) and len(one.form.scalar) < 2:
            if one.form.iri.endswith("notation"):
                return f"{one.pattern} FILTER(STR({one.variable}) = {quoted(wanted)})"
            return renamed(one.pattern, one.variable, quoted(wanted))
        return f"{one.pattern} FILTER({_plain(one.variable, wanted)} {operator} {constant(wanted)})"

    def _derived(  # what is said and what follows from it
        self, node: str, kinds: tuple[str, ...], name: str, what: str, operator: Operator, wanted: Any
    ) -> str:
        variables, given = self.variables, number(wanted)
        if given is None:
            return _NEVER
        if what == "length":
            ways = values(node, kinds, name, variables)
            return any_of(f"{one.pattern} FILTER(STRLEN(STR({one.variable})) {operator} {given})" for one in ways)
        if what == "count":
            return self._count(node, kinds, name, operator, given)
        start, end = (found(node, kinds, f"{name}.{one}", variables) for one in ("start", "end"))
        before, first, _ = ends_of(start, variables)
        after, _, last = ends_of(end, variables)
        return f"{before} {after} FILTER({whole_years(first, last)} {operator} {given})"

    def _count(self, node: str, kinds: tuple[str, ...], name: str, operator: Operator, given: str) -> str:
        variables = self.variables
        head, _, rest = name.partition(".")
        if rest:
            one = found(node, kinds, name, variables)
            counted = re.findall(r"\?item\d+", one.pattern)
            pattern, item = one.pattern, counted[-1] if counted else one.variable
        else:
            pattern, item, _ = items(node, kinds, head, variables)
        typed = kind_pattern(node, kinds, variables)
        total = variables.fresh("count")
        return (
            f"{{ SELECT {node} (COUNT(DISTINCT {item}) AS {total}) WHERE {{ {typed} OPTIONAL {{ {pattern} }} }} "
            f"GROUP BY {node} }} FILTER({total} {operator} {given})"
        )


def _day(wanted: Any, *, first: bool) -> str:
    """Write a given date as the text of a day."""
    text = str(wanted)
    try:
        date = PlanDate(text)
        return quoted((date.start if first else date.end).isoformat())
    except ValueError:
        raise Unfit(words(f"“{text}” is no date", f"«{text}» er ingen dato")) from None


def _plain(variable: str, wanted: Any) -> str:
    """Write a value so that it can be compared with a given one: a number as it is, else its text."""
    return f"STR({variable})" if isinstance(wanted, str) else variable


def _pattern(text: str) -> str:
    """Write a pattern as SPARQL has them, which know no edge of a word: it is the beginning, or no letter."""
    if re.search(r"\(\?|\\[1-9AZzBb]", text.replace("\\b", "")):
        raise Unfit(words("the pattern has parts that SPARQL lacks", "mønsteret har deler som SPARQL mangler"))
    return re.sub(r"\\b(?=\w)", r"(^|\\W)", text).replace("\\b", r"(\W|$)")
