"""A plan system as triples, for the engines that judge RDF: the nodes that the index has, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.kinds import CATALOGUE_KINDS
from sdggraph.semantic.addresses import NATIONAL_BASE, addresses, encoded
from sdggraph.semantic.catalogue_concepts import catalogue_concepts
from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.terms import SG, SKOS, TYPE, Iri, Literal
from sdggraph.semantic.triples import triples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.lint.system import PlanSystem
    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Triple

__all__ = ["SystemData"]

_ASKED = frozenset({TYPE, relation_iri("part_of"), relation_iri("measured_by"), SKOS.notation})
"""What rules ask of the catalogue; its labels and the like are left out."""

_OTHERS = frozenset({SKOS.Concept, SKOS.ConceptScheme})


class SystemData:
    """The triples of a plan system with the catalogue, and which node of the index each IRI means.

    A reference to a plan that isn't at hand is left out, as it is in the index; a node of a library that several plans
    use is one node here too.

    Attributes:
        iris: The IRI of each node of the index, by its number.
        numbers: The number of each IRI.
    """

    def __init__(self, system: PlanSystem) -> None:
        self._plans = system.plans
        index = system.index
        self.iris: dict[int, Iri] = {}
        self.numbers: dict[Iri, int] = {}
        self._same: dict[Iri, Iri] = {}
        self._own: dict[str, set[Iri]] = {}
        for plan in system.plans:
            found = addresses(plan)
            names = {plan.id: found.plan} | {f"{plan.id}:{name}": iri for name, (iri, _) in found.nodes.items()}
            self._own[plan.id] = {found.plan, *names.values()}
            for name, iri in names.items():
                number = index.number.get(name)
                if number is None:
                    continue
                first = self.iris.setdefault(number, iri)
                if first != iri:
                    self._same[iri] = first
                self.numbers.setdefault(iri, number)
        for number, kind in enumerate(index.kinds):
            if kind in CATALOGUE_KINDS:
                iri = _shared_iri(index.ids[number])
                self.iris[number] = iri
                self.numbers[iri] = number

    def triples(self) -> Iterator[Triple]:
        """Give the triples of the catalogue and of all plans."""
        yield from (one for one in catalogue_concepts() if one[1] in _ASKED and one[2] not in _OTHERS)
        yield from self.of_plans()

    def of_plans(self) -> Iterator[Triple]:
        """Give the triples of all plans."""
        for plan in self._plans:
            yield from self._of_plan(plan)

    def _of_plan(self, plan: Plan) -> Iterator[Triple]:
        statements = list(triples(plan, self._plans))
        known = set().union(*self._own.values())
        own = self._own[plan.id]
        iri = addresses(plan).plan
        plans = {addresses(one).plan for one in self._plans}
        strangers = {
            subject
            for subject, predicate, value in statements
            if (predicate == SG.inPlan and value != iri and subject not in known)
            or (predicate == TYPE and value == SG.Plan and subject not in plans)
        }
        named = {subject for subject, _, _ in statements if subject in known and subject not in own}
        same = self._same
        for subject, predicate, value in statements:
            if subject in strangers or subject in named or value in strangers:
                continue
            end = value if isinstance(value, Literal) else same.get(value, value)
            yield same.get(subject, subject), predicate, end


def _shared_iri(name: str) -> Iri:
    from sdggraph.catalogue import iri_of

    base, _, rest = name.partition(":")
    return Iri(iri_of(rest)) if base == "sdg" else Iri(NATIONAL_BASE + encoded(rest))
