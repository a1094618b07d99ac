"""Understanding what others wrote: their classes and properties put in our terms, before a plan is read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sdggraph.base.slugs import slug
from sdggraph.catalogue import code_of_iri
from sdggraph.model.codes import code_kind, is_local_id
from sdggraph.model.scalars import parse_date, parse_decimal
from sdggraph.semantic.addresses import PLAN_BASE, encoded
from sdggraph.semantic.fields import class_iri, relation_iri
from sdggraph.semantic.foreign_terms import (
    ABOUT_GOALS,
    BACKWARD,
    BASELINE,
    CLASSES,
    DESCRIPTIONS,
    ENDS,
    FORWARD,
    HOLDERS,
    IDENTIFIERS,
    NAMES,
    NUMBERS,
    OWNERS,
    STARTS,
    UNITS,
    VALUES,
)
from sdggraph.semantic.terms import RDFS, SG, TYPE, XSD, Iri, Literal
from sdggraph.semantic.un_nodes import with_un_iris
from sdggraph.semantic.vocabulary import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.semantic.terms import Term, Triple

__all__ = ["in_our_terms"]

_CLAIMING = frozenset({"TargetArea", "Objective", "Strategy"})
_PARTS = frozenset({"Measurement", "TargetValue"})


def in_our_terms(statements: Iterable[Triple], name: str) -> list[Triple]:
    """Give triples with what others mean in our terms; what isn't understood stays as it is.

    Args:
        statements: What was read.
        name: The name of the file, which a plan gets where others have none.
    """
    given = with_un_iris(statements)
    typed = [(at, kind) for at, said, kind in given if said == TYPE and isinstance(kind, Iri)]
    ours = {at: local(kind) for at, kind in typed if kind.startswith(SG)}
    foreign = {at: CLASSES[kind] for at, kind in typed if kind in CLASSES and at not in ours}
    return _Translation(given, foreign, ours).run(name) if foreign else given


class _Translation:
    """Puts the nodes of others, and what ties them together, in our terms."""

    def __init__(self, given: list[Triple], foreign: dict[Iri, str], ours: dict[Iri, str]) -> None:
        self._given = given
        self._foreign = foreign
        self._kinds = {**ours, **foreign}
        self._said: dict[Iri, dict[Iri, list[Term]]] = {}
        for at, predicate, value in given:
            self._said.setdefault(at, {}).setdefault(predicate, []).append(value)
        self._out: list[Triple] = []
        self._used: set[tuple[Iri, Iri, Term]] = set()

    def run(self, name: str) -> list[Triple]:
        """Give everything in our terms, as far as it is understood."""
        self._hold_together(name)
        for node, kind in list(self._foreign.items()):
            self._node(node, kind)
        for statement in self._given:
            self._tie(statement)
        return [*self._out, *(one for one in self._given if one not in self._used)]

    # --- what one node says ---------------------------------------------------------------------------------------

    def _node(self, node: Iri, kind: str) -> None:
        self._say(node, TYPE, class_iri(kind))
        if kind == "Organisation":
            self._literals(node, NAMES, SG.name)
            return
        if kind in _PARTS:
            self._measured(node)
            return
        self._literals(node, NAMES, RDFS.label)
        self._literals(node, DESCRIPTIONS, SG.description)
        for literal in self._taken(node, IDENTIFIERS):
            if isinstance(literal, Literal) and is_local_id(literal.text) and SG.id not in self._said[node]:
                self._say(node, SG.id, Literal(literal.text))
        if kind == "Indicator":
            self._unit(node)

    def _literals(self, node: Iri, predicates: tuple[Iri, ...], ours: Iri) -> None:
        """Take the first of some properties that a node has as one of ours, unless it has that one."""
        if ours in self._said[node]:
            return
        found = next((one for one in predicates if self._literals_of(node, one)), None)
        if found is not None:
            for literal in self._literals_of(node, found):
                self._say(node, ours, literal)
                self._used.add((node, found, literal))

    def _literals_of(self, node: Iri, predicate: Iri) -> list[Literal]:
        return [one for one in self._said[node].get(predicate, ()) if isinstance(one, Literal)]

    def _taken(self, node: Iri, predicates: tuple[Iri, ...]) -> list[Term]:
        """Give the values of some properties, and tick them off."""
        found = [(one, value) for one in predicates for value in self._said.get(node, {}).get(one, ())]
        self._used.update((node, predicate, value) for predicate, value in found)
        return [value for _, value in found]

    def _measured(self, node: Iri) -> None:
        """Say the value and the date of a measurement or of a value to be reached."""
        if SG.value not in self._said.get(node, {}):
            for value in self._taken(node, (*VALUES, *NUMBERS))[:1]:
                inner = self._taken(value, NUMBERS)[:1] if isinstance(value, Iri) else [value]
                for number in inner:
                    if isinstance(number, Literal):
                        self._say(node, SG.value, _number(number))
        date = _date_of(*(self._taken(node, predicates) for predicates in (STARTS, ENDS)))
        if date and SG.date not in self._said.get(node, {}):
            self._say(node, SG.date, Literal(date))
        if self._foreign.get(node) == "TargetValue":
            return
        self._taken(node, (*NAMES, *OWNERS))  # a report's own name says nothing that its indicator doesn't

    def _unit(self, node: Iri) -> None:
        for unit in self._taken(node, UNITS)[:1]:
            text = unit.text if isinstance(unit, Literal) else local(unit).rpartition("/")[2]
            self._say(node, SG.unit, Literal(text))

    # --- what ties nodes together ---------------------------------------------------------------------------------

    def _tie(self, statement: Triple) -> None:
        at, predicate, value = statement
        kind = self._kinds.get(at)
        if kind is None or not isinstance(value, Iri):
            if kind == "Indicator" and predicate == BASELINE and isinstance(value, Literal):
                self._bare_baseline(statement, Iri(f"{at}/baseline"), value)
            return
        code = code_of_iri(value) if predicate in ABOUT_GOALS else None
        if code is not None:
            self._tie_to_un(statement, kind, code)
            return
        if predicate == BASELINE and value not in self._kinds:
            self._foreign[value] = self._kinds[value] = "Measurement"
            self._node(value, "Measurement")
        ends = kind, self._kinds.get(value, "")
        if (ours := FORWARD.get(predicate, {}).get(ends)) is not None:
            self._say(at, ours, value)
            self._used.add(statement)
        elif (ours := BACKWARD.get(predicate, {}).get(ends)) is not None:
            self._say(value, ours, at)
            self._used.add(statement)
        elif kind in ("Organisation", "Plan") and ends[1]:
            self._used.add(statement)  # that a plan holds them goes without saying

    def _tie_to_un(self, statement: Triple, kind: str, code: str) -> None:
        at, _, value = statement
        if code_kind(code) == "indicator":
            relation = "aligns_with" if kind == "Indicator" else None
        else:
            relation = "contributes_to" if kind in _CLAIMING else None
        if relation is not None and isinstance(value, Iri):
            self._say(at, relation_iri(relation), value)
            self._used.add(statement)

    def _bare_baseline(self, statement: Triple, node: Iri, value: Literal) -> None:
        self._used.add(statement)
        self._say(statement[0], SG.hasBaseline, node)
        self._say(node, TYPE, class_iri("Measurement"))
        self._say(node, SG.value, _number(value))

    def _say(self, at: Iri, predicate: Iri, value: Term) -> None:
        self._out.append((at, predicate, value))

    # --- the plan that holds them ---------------------------------------------------------------------------------

    def _hold_together(self, name: str) -> None:
        """Find the plan, or what others hold a plan's nodes together by; else make one of the file's name."""
        plans = [node for node, kind in self._kinds.items() if kind == "Plan"]
        if not plans:
            holders = [at for at, predicate, kind in self._given if predicate == TYPE and kind in HOLDERS]
            plan = holders[0] if holders else Iri(PLAN_BASE + encoded(_stem(name)))
            self._said.setdefault(plan, {})
            self._foreign[plan] = self._kinds[plan] = "Plan"
            plans = [plan]
        for plan in plans:
            self._with_header(plan)

    def _with_header(self, plan: Iri) -> None:
        if SG.language not in self._said[plan]:
            self._say(plan, SG.language, Literal(self._commonest_language()))
        if SG.hasOrganisation in self._said[plan]:
            return
        owners = [one for one in self._taken(plan, OWNERS) if isinstance(one, Iri)]
        known = [node for node, kind in self._foreign.items() if kind == "Organisation"]
        for owner in (owners or (known if len(known) == 1 else []))[:1]:
            self._say(plan, SG.hasOrganisation, owner)

    def _commonest_language(self) -> str:
        met = Counter(value.language for _, _, value in self._given if isinstance(value, Literal) and value.language)
        return met.most_common(1)[0][0] if met else "en"


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return slug(last.partition(".")[0], "plan")


def _number(literal: Literal) -> Literal:
    """Give a number as one, however it was typed."""
    try:
        parse_decimal(literal.text)
    except ValueError:
        return Literal(literal.text)
    return Literal(literal.text.strip(), "", XSD.decimal)


def _date_of(starts: list[Term], ends: list[Term]) -> str:
    """Give the time of a measurement: a whole year as that, else its last day."""
    start, end = (next((one.text[:10] for one in found if isinstance(one, Literal)), "") for found in (starts, ends))
    if start[:4] == end[:4] and start[4:] == "-01-01" and end[4:] == "-12-31":
        return end[:4]
    date = end or start
    try:
        return parse_date(date)
    except ValueError:
        return ""
