"""The SHACL engine: a plan system as a graph, and a shape a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.io.rdf.shacl import ShaclData
from sdggraph.lint.system_data import SystemData
from sdggraph.semantic.queries.terms import Unfit
from sdggraph.semantic.shapes.rules import rule_shape, shape_iri, shapes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sdggraph.lint.system import PlanSystem
    from sdggraph.rules.rule import Rule

__all__ = ["ShaclJudge", "judge"]


class ShaclJudge:
    """Has a SHACL processor say which nodes break a rule."""

    name = "shacl"

    def __init__(self, system: PlanSystem) -> None:
        self._system_data = SystemData(system)
        self._data = ShaclData(self._system_data.triples())

    def broken(self, rule: Rule, subjects: Sequence[int], parameters: Mapping[str, Any]) -> Collection[int] | None:
        """Give those of a rule's subjects that break it, or None where SHACL can't say the rule."""
        try:
            shapes = shapes_of([(rule, rule_shape(rule, parameters))], all_on=True)
            found = self._data.breaking(shapes).get(shape_iri(rule.code), set())
        except Unfit:
            return None
        numbers = self._system_data.numbers
        return {number for iri in found if (number := numbers.get(iri)) is not None}.intersection(subjects)


def judge(system: PlanSystem) -> ShaclJudge:
    """Make the judge of a plan system.

    Raises:
        NotFoundError: pySHACL isn't installed.
    """
    return ShaclJudge(system)
