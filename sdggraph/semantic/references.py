"""From a plan's references to IRIs: its own nodes, the catalogue's, and those of other plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sdggraph.catalogue import code_of_iri, codes, iri_of
from sdggraph.catalogue.tables import rows
from sdggraph.model.codes import goal_of, natural_key
from sdggraph.semantic.addresses import NATIONAL_BASE, Addresses, addresses, base_of, encoded
from sdggraph.semantic.fields import class_iri, relation_iri
from sdggraph.semantic.terms import SG, TYPE, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.model.plan import Plan
    from sdggraph.model.relations import Join
    from sdggraph.semantic.terms import Triple

__all__ = ["References", "Resolved"]

_KIND_OF_CODE = {"goal": "Goal", "target": "Target", "indicator": "GlobalIndicator"}


class Resolved(NamedTuple):
    """What a reference names: its IRI, its kind where it is known, and the text that leads to it."""

    iri: Iri
    kind: str | None
    text: str


class References:
    """Resolves the references of one plan, and remembers which nodes of other plans it has named.

    Other plans are those that it follows up, and those that stand ``beside`` it.
    """

    def __init__(self, plan: Plan, own: Addresses, beside: Iterable[Plan] = ()) -> None:
        self._plan = plan
        self._own = own
        self._others = {other.id: other for other in (*beside, *(plan.reading.followed if plan.reading else ()))}
        self._their: dict[str, Addresses] = {}
        self._iris = {follow.plan: follow.iri for follow in plan.follows_up}
        self._national = frozenset(row[0] for row in rows("national-goals"))
        self._named: dict[Iri, tuple[str | None, str, str]] = {}
        self._plans: dict[Iri, str] = {}
        self._codes: set[str] = set()

    def resolve(self, text: str, join: Join) -> Resolved | None:
        """Give what a reference names in a field that joins certain kinds; None if it names nothing or a wrong kind."""
        found = self._find(text, join)
        if found is None or (found.kind is not None and found.kind not in join.targets):
            return None
        return found

    def _find(self, text: str, join: Join) -> Resolved | None:
        if not text:
            return None
        if join.targets == ("Plan",):
            return Resolved(self.plan(text), "Plan", text)
        own = self._own.nodes.get(text)
        if own is not None:
            return Resolved(*own, text)
        if text in codes().kinds:
            return self._code(text)
        head, colon, rest = text.partition(":")
        if colon:
            return self._elsewhere(head, rest, text, join)
        if text in self._national:
            return Resolved(Iri(NATIONAL_BASE + encoded(text)), "NationalGoal", text)
        return None

    def shared(self, code: str) -> Iri:
        """Give the IRI of a goal, target or indicator of the UN's, and remember that the plan names it."""
        self._codes.add(code)
        return Iri(iri_of(code))

    def about_shared(self) -> Iterator[Triple]:
        """Say of each goal and target that was named what it is, so that a plan alone shows its thread."""
        targets = sorted((code for code in self._codes if codes().kinds[code] == "target"), key=natural_key)
        goals = {code for code in self._codes if codes().kinds[code] == "goal"} | {goal_of(code) for code in targets}
        for code in targets:
            yield Iri(iri_of(code)), TYPE, class_iri("Target")
            yield Iri(iri_of(code)), relation_iri("part_of"), Iri(iri_of(goal_of(code)))
        for code in sorted(goals, key=natural_key):
            yield Iri(iri_of(code)), TYPE, class_iri("Goal")

    def _code(self, code: str) -> Resolved:
        iri = self.shared(code)
        return Resolved(iri, _KIND_OF_CODE[codes().kinds[code]], code_of_iri(iri) or code)

    def _elsewhere(self, head: str, rest: str, text: str, join: Join) -> Resolved | None:
        if head == self._plan.id:
            own = self._own.nodes.get(rest)
            return Resolved(*own, rest) if own else None
        if head == "sdg":
            return self._code(rest) if rest in codes().kinds else None
        if head == "national":
            known = rest in self._national
            return Resolved(Iri(NATIONAL_BASE + encoded(rest)), "NationalGoal", rest) if known else None
        if not head or not rest:
            return None
        return self._of_other_plan(head, rest, text, join)

    def _of_other_plan(self, head: str, rest: str, text: str, join: Join) -> Resolved | None:
        iri: Iri | None
        kind: str | None
        if head in self._others:
            their = self._their.get(head)
            if their is None:
                their = self._their[head] = addresses(self._others[head])
            iri, kind = their.nodes.get(rest, (None, None))
            if iri is None:
                return None
        else:
            iri = Iri(base_of(head, self._iris.get(head))[1] + encoded(rest))
            kind = join.targets[0] if len(join.targets) == 1 else None
        if kind is None or kind in join.targets:
            self._named[iri] = (kind, head, rest)
            self.plan(head)
        return Resolved(iri, kind, text)

    def plan(self, name: str) -> Iri:
        """Give the IRI of a plan by its id, and remember it if it is another one."""
        if name == self._plan.id:
            return self._own.plan
        other = self._others.get(name)
        iri = base_of(name, other.base_iri if other else self._iris.get(name))[0]
        self._plans[iri] = name
        return iri

    def about_others(self) -> Iterator[Triple]:
        """Say of each other plan and its nodes that were named what they are: kind, id and plan."""
        for iri, name in sorted(self._plans.items()):
            yield iri, TYPE, class_iri("Plan")
            yield iri, SG.id, Literal(name)
        for iri, (kind, head, rest) in sorted(self._named.items()):
            if kind is not None:
                yield iri, TYPE, class_iri(kind)
            yield iri, SG.id, Literal(rest)
            yield iri, SG.inPlan, self.plan(head)
