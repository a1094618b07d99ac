"""Conditions as patterns: one that binds the nodes for which a condition holds, one for those that it fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import words
from sdggraph.model.kinds import KINDS
from sdggraph.model.relations import RELATIONS
from sdggraph.rules.language import (
    Acyclic,
    Agree,
    AllOf,
    AnyOf,
    Between,
    Every,
    Has,
    Labelled,
    Not,
    Predicate,
    Reach,
    Spread,
    Tied,
    Unique,
)
from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.queries.alike import disagreeing, repeating
from sdggraph.semantic.queries.arithmetic import PREDICATES
from sdggraph.semantic.queries.attributes import found
from sdggraph.semantic.queries.comparing import COMPARING, between_holds
from sdggraph.semantic.queries.kinds import CATALOGUE, crosses, kinds_after, steps_of
from sdggraph.semantic.queries.terms import IN_PLAN, Unfit, Variables, kind_pattern, short, value_of
from sdggraph.semantic.queries.walks import Walks, fans_out, property_path
from sdggraph.semantic.queries.wheres import Wheres, any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.rules.language import Condition, Nodes, Path
    from sdggraph.semantic.queries.dialects import Dialect

__all__ = ["Conditions", "Place"]

FAMILY = "(sg:followsUp|^sg:followsUp)*"
"""From a plan to all that are looked at together: those that follow up one another."""


@dataclass(frozen=True, slots=True)
class Place:
    """The node that something is asked of.

    Attributes:
        node: Its variable.
        kinds: Of which kinds it may be.
        subject: The pattern that binds it.
        plan: The variable of the plan in which it is looked at, where ``subject`` binds one; else it is found.
    """

    node: str
    kinds: frozenset[str]
    subject: str
    plan: str | None = None

    @property
    def keys(self) -> str:
        """The variables that say which node is meant."""
        return f"{self.node} {self.plan}" if self.plan else self.node


class Conditions:
    """Writes conditions for one store, with a rule's parameters as constants."""

    def __init__(self, dialect: Dialect, parameters: Mapping[str, Any], variables: Variables | None = None) -> None:
        self.dialect = dialect
        self.parameters = parameters
        self.variables = variables or Variables()
        self.wheres = Wheres(dialect, parameters, self.variables)
        self.walks = Walks(self.wheres)

    # --- nodes for which a condition fails -------------------------------------------------------------------------

    def fails(self, condition: Condition, place: Place, subject: str | None = None) -> str:
        """Give the pattern of the nodes for which a condition fails; ``subject`` binds those that are asked."""
        asked = subject or place.subject
        match condition:
            case Labelled(part):
                return self.fails(part, place, asked)
            case Not(AnyOf(parts)):
                return any_of(self.fails(Not(part), place, asked) for part in parts)
            case Not(part):
                held = self.holds(part, place)
                return f"{asked} {held}" if "{ " not in held else f"{asked} {{ {held} }}"
            case AllOf(parts):
                return any_of(self.fails(part, place, asked) for part in parts)
            case AnyOf(parts):
                positive = [part for part in parts if not isinstance(part, Not)]
                for part in parts:
                    if isinstance(part, Not):
                        asked = f"{asked} {{ {self.holds(part.part, place)} }}"
                return " ".join([asked, *(self._without(self.holds(part, place)) for part in positive)])
            case Reach(at_most=most) if most is not None:
                return self._counted_fails(condition, place, asked)
            case _ if type(condition) in COMPARING:
                return COMPARING[type(condition)](self, condition, place, asked)
            case _ if (found_ := self._found(condition, place)) is not None:
                return f"{asked} {found_}"
            case _:
                return f"{asked} {self._without(self.holds(condition, place))}"

    def _found(self, condition: Condition, place: Place) -> str | None:
        """Give the pattern of what makes a condition fail, where it is that which is looked for."""
        match condition:
            case Every(path, to, requires):
                return f"{{ {self._some_fails(path, to, requires, place)} }}"
            case Spread():
                return self._spread(condition, place)
            case Acyclic(path):
                return self._cycle(path, place)
            case Predicate(name=name):
                return self._predicate(name, place)
            case Unique():
                return repeating(self, condition, place)
            case Agree():
                return disagreeing(self, condition, place)
            case _:
                return None

    def _without(self, pattern: str) -> str:
        return self.dialect.without(pattern)

    def _predicate(self, name: str, place: Place) -> str:
        if name not in PREDICATES:
            raise Unfit(words("it is a Python function", "den er en Python-funksjon"))
        return PREDICATES[name](self, place)

    # --- nodes for which it holds ----------------------------------------------------------------------------------

    def holds(self, condition: Condition, place: Place) -> str:
        """Give the pattern that binds the nodes for which a condition holds."""
        match condition:
            case Labelled(part):
                return self.holds(part, place)
            case Not(part):
                return self.fails(part, place)
            case AllOf(parts):
                return " ".join(f"{{ {self.holds(part, place)} }}" for part in parts)
            case AnyOf(parts):
                return any_of(self.holds(part, place) for part in parts)
            case Has(where):
                inner = self.wheres.where(place.node, tuple(place.kinds), where)
                return f"{place.subject} {{ {inner} }}" if " UNION " in inner else f"{place.subject} {inner}"
            case Reach(at_least=1, at_most=None):
                return f"{place.subject} {self.reaches(condition.path, condition.to, place)}"
            case Reach():
                return self._counted(condition, place)
            case Between():
                return between_holds(self, condition, place)
            case Tied():
                return f"{place.subject} {{ {self._tied(place.node)} }}"
            case _:
                return f"{place.subject} {self._without(self.fails(condition, place))}"

    def reaches(self, path: Path, to: Nodes, place: Place, end: str | None = None) -> str:
        """Say that a path leads to a node of a description, in a plan that is looked at together with the node's."""
        end = end or self.variables.fresh("end")
        walk = self.walks.walk(path, place.node, end, place.kinds, frozenset(to.kinds))
        ends = kinds_after(path, place.kinds)
        wanted = self.wheres.nodes(end, to)
        kinds = ends & frozenset(to.kinds) if to.kinds else ends
        together = self.together(end, kinds, place) if crosses(path, place.kinds) else ""
        walk = f"{{ {walk} }}" if " UNION " in walk else walk
        if together and wanted and fans_out(path):
            # Else a store looks from every node of the kinds that are wanted whether it lies on the way.
            walk = f"{{ SELECT DISTINCT {place.keys} {end} WHERE {{ {place.subject} {walk} }} }}"
        inner = " ".join(one for one in (walk, wanted) if one)
        if not together:
            return inner
        # The ways first: else a store looks for one between every two nodes of plans that belong together.
        return f"{{ SELECT DISTINCT {place.keys} {end} WHERE {{ {place.subject} {inner} }} }} {together}"

    def together(self, other: str, kinds: frozenset[str], place: Place) -> str:
        """Say that another node belongs to a plan that is looked at together with the node's; the catalogue does."""
        if kinds <= CATALOGUE:
            return ""
        plan, near = place.plan, self.variables.fresh("plan")
        before = ""
        if place.kinds == {"Plan"}:
            plan = place.node
        elif plan is None:
            plan = self.variables.fresh("plan")
            before = f"{place.node} {IN_PLAN} {plan} . "
        if kinds == {"Plan"}:
            return f"{before}{plan} {FAMILY} {other} ."
        return f"{before}{other} {IN_PLAN} {near} . {plan} {FAMILY} {near} ."

    def _tied(self, node: str) -> str:
        relations = [short(relation_iri(name)) for name in (*RELATIONS, "works_against", "about")]
        acts = [short(relation_iri(name)) for name in ("acts_from", "acts_on")]
        every = "|".join(dict.fromkeys((*relations, *acts)))
        other, near = self.variables.fresh("other"), self.variables.fresh("other")
        return f"{{ {node} {every} {other} }} UNION {{ {near} {every} {node} }}"

    def _counted(self, condition: Reach, place: Place) -> str:
        """Give the nodes that reach so many others."""
        if condition.at_most is not None or value_of(condition.at_least, self.parameters) == 0:
            failing = self._counted_fails(condition, place, place.subject)
            return f"{place.subject} {self._without(failing)}"
        least = value_of(condition.at_least, self.parameters)
        return f"{place.subject} {self._having(condition, place, f'>= {least}')}"

    def _counted_fails(self, condition: Reach, place: Place, asked: str) -> str:
        most, least = condition.at_most, value_of(condition.at_least, self.parameters)
        made = []
        if most is not None:
            made.append(f"{asked} {self._having(condition, place, f'> {value_of(most, self.parameters)}')}")
        if least > 0:
            made.append(f"{asked} {self._without(self._having(condition, place, f'>= {least}'))}")
        return any_of(made)

    def _having(self, condition: Reach, place: Place, wanted: str) -> str:
        end = self.variables.fresh("end")
        inner = self.reaches(condition.path, condition.to, place, end)
        keys = place.keys
        return (
            f"{{ SELECT {keys} WHERE {{ {place.subject} {inner} }} GROUP BY {keys} "
            f"HAVING (COUNT(DISTINCT {end}) {wanted}) }}"
        )

    def _some_fails(self, path: Path, to: Nodes, requires: Condition, place: Place) -> str:
        end = self.variables.fresh("end")
        way = self.reaches(path, to, place, end)
        kinds = kinds_after(path, place.kinds) & frozenset(to.kinds or KINDS)
        there = Place(end, kinds, kind_pattern(end, sorted(kinds), self.variables))
        inner = self.fails(requires, there)
        return f"{place.subject} {way} {{ {inner} }}"

    def _spread(self, condition: Spread, place: Place) -> str:
        end = self.variables.fresh("end")
        way = self.reaches(condition.path, condition.to, place, end)
        kinds = condition.to.kinds or tuple(kinds_after(condition.path, place.kinds))
        value = found(end, kinds, condition.attribute, self.variables)
        return (
            f"{{ SELECT {place.keys} WHERE {{ {place.subject} {way} {value.pattern} }} GROUP BY {place.keys} "
            f"HAVING (COUNT(DISTINCT STR({value.variable})) < {condition.at_least}) }}"
        )

    def _cycle(self, path: Path, place: Place) -> str:
        """Say that a node is on a cycle; asked only of kinds from which the path leads back to the kind."""
        steps = steps_of(path)
        plain = property_path(path)
        if steps is None or plain is None:
            raise Unfit(words("the path of a cycle has conditions", "stien i en ring har vilkår"))
        round_ = [kind for kind in sorted(place.kinds) if kind in _beyond(path, kind)]
        if not round_:
            return "FILTER(false)"
        typed = kind_pattern(place.node, round_, self.variables)
        if self.dialect.cycles:
            return f"{typed} {place.node} {plain}+ {place.node} ."
        following, last, itself = (self.variables.fresh(name) for name in ("next", "last", "itself"))
        alone = f"{place.node} {plain} {itself} . FILTER({itself} = {place.node})"
        around = f"{place.node} {plain} {following} . {following} {plain}+ {last} . FILTER({last} = {place.node})"
        return f"{typed} {{ {alone} }} UNION {{ {around} }}"


def _beyond(path: Path, kind: str) -> frozenset[str]:
    """Give the kinds to which a path leads from a kind, taken once or more."""
    kinds = kinds_after(path, frozenset({kind}))
    while (more := kinds | kinds_after(path, kinds)) != kinds:
        kinds = more
    return kinds
