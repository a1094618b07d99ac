"""What other people's programs look for beside our own terms: a plan's observations as cubes, its owner as an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.parts import Measurement
from sdggraph.model.plan import Organisation
from sdggraph.model.texts import by_language
from sdggraph.semantic.cubes import QB, cube_label, materiality_cube, measurement_cube, structure_of
from sdggraph.semantic.organisations import number_on, time_of
from sdggraph.semantic.terms import NAMESPACES, RDFS, TYPE, Iri, Literal, decimal, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.parts import Materiality
    from sdggraph.model.plan import Plan
    from sdggraph.model.record import Record
    from sdggraph.semantic.terms import Triple

__all__ = ["DATASET_TERMS", "DERIVED", "StandardTerms"]

_SOSA, _ORG, _PROV = NAMESPACES["sosa"], NAMESPACES["org"], NAMESPACES["prov"]
_OBSERVATION, _QB_OBSERVATION, _DATASET = Iri(_SOSA + "Observation"), QB.Observation, QB.dataSet
_PROPERTY, _RESULT = Iri(_SOSA + "observedProperty"), Iri(_SOSA + "hasSimpleResult")
_FEATURE = Iri(_SOSA + "hasFeatureOfInterest")
_ORGANIZATION, _IDENTIFIER = Iri(_ORG + "Organization"), Iri(_ORG + "identifier")
_AREA = Iri(NAMESPACES["schema"] + "AdministrativeArea")
_ATTRIBUTED = Iri(_PROV + "wasAttributedTo")
_PART_OF = Iri(NAMESPACES["dcterms"] + "isPartOf")
_AREAS = frozenset(
    {"municipality", "kommune", "county", "fylkeskommune", "fylke", "region", "state", "country", "stat"}
)
_OF_PUBLISHERS = (Iri(NAMESPACES["foaf"] + "name"), Iri(NAMESPACES["dcterms"] + "identifier"))

DERIVED: dict[str, tuple[Iri, ...]] = {
    "Plan": (_ATTRIBUTED,),
    "Organisation": (RDFS.label, _IDENTIFIER, *_OF_PUBLISHERS),
    "Period": tuple(Iri(NAMESPACES["dcat"] + name) for name in ("startDate", "endDate")),
    "Measurement": (_DATASET, _PROPERTY, _FEATURE, _RESULT),
    "Materiality": (_DATASET, _FEATURE),
}
"""The properties that each record's node has beside its fields: what they say follows from those, also where a
DCAT description stands in the same file."""

DATASET_TERMS = (TYPE, QB.structure, _PART_OF, RDFS.label)
"""What is said of the data sets that a plan's observations stand in."""


class StandardTerms:
    """Says of a plan's nodes what follows from their fields, in the terms of others."""

    def __init__(self, plan: Plan, iri: Iri) -> None:
        self._plan = plan
        self._iri = iri
        self._parts = f"{iri}/-/"
        self._organisation = Iri(f"{self._parts}organisation") if plan.organisation is not None else None
        numbers = plan.organisation.numbers if plan.organisation is not None else ()
        self._regions = frozenset({None, *(number.number for number in numbers)})
        self._cubes: dict[tuple[str, str], Iri] = {}

    def of_plan(self) -> Iterator[Triple]:
        """Say of the plan that it is one, and whose."""
        yield self._iri, TYPE, Iri(_PROV + "Plan")
        if self._organisation is not None:
            yield self._iri, _ATTRIBUTED, self._organisation

    def of_part(self, at: Iri, field: str, iri: Iri, record: Record) -> Iterator[Triple]:
        """Say what a part, which stands in a field of a node, is to others."""
        if isinstance(record, Measurement):
            yield from self._measured(at, field, iri, record)
        elif isinstance(record, Organisation):
            yield from self._owner(iri, record)

    def _measured(self, indicator: Iri, field: str, iri: Iri, said: Measurement) -> Iterator[Triple]:
        if said.value is None:
            return
        cube = self._cube("baselines" if field == "baseline" else "measurements", measurement_cube(said))
        yield iri, TYPE, _QB_OBSERVATION
        yield iri, TYPE, _OBSERVATION
        yield iri, _DATASET, cube
        yield iri, _PROPERTY, indicator
        if self._organisation is not None and said.district is None and said.region in self._regions:
            yield iri, _FEATURE, self._organisation
        yield iri, _RESULT, Literal(said.value) if isinstance(said.value, str) else decimal(said.value)

    def of_materiality(self, iri: Iri, said: Materiality, goal: Iri) -> Iterator[Triple]:
        """Say what the materiality of a goal is to others."""
        name = materiality_cube(said)
        if name is not None:
            yield iri, TYPE, _QB_OBSERVATION
            yield iri, _DATASET, self._cube("materiality", name)
            yield iri, _FEATURE, goal

    def _owner(self, iri: Iri, said: Organisation) -> Iterator[Triple]:
        yield iri, TYPE, _ORGANIZATION
        if said.type is not None and said.type.strip().lower() in _AREAS:
            yield iri, TYPE, _AREA
        for language, name in sorted(by_language(said.name, self._plan.language.lower()).items() if said.name else ()):
            yield iri, RDFS.label, tagged(name, language)
        number = number_on(said, time_of(self._plan))
        if number is not None:
            yield iri, _IDENTIFIER, Literal(number)

    def _cube(self, kind: str, name: str) -> Iri:
        cube = self._cubes.get((kind, name))
        if cube is None:
            divided = name.removeprefix("measurements").removeprefix("materiality")
            cube = self._cubes[kind, name] = Iri(self._parts + kind + divided)
        return cube

    def of_cubes(self) -> Iterator[Triple]:
        """Say of each data set that observations were put in what its structure is."""
        for (kind, name), cube in sorted(self._cubes.items()):
            yield cube, TYPE, QB.DataSet
            yield cube, QB.structure, structure_of(name)
            yield cube, _PART_OF, self._iri
            for language, text in sorted(cube_label(name, kind).items()):
                yield cube, RDFS.label, tagged(text, language)
