"""A sound plan gets no noise: the good example, with its conventions changed one at a time, stays as quiet."""

from __future__ import annotations

import functools

import pytest

import sdggraph as sg
from sdggraph.model.nodes import Action, Indicator, Objective, Stakeholder, TargetArea
from sdggraph.model.parts import Claim

MOST = 10


@functools.cache
def sound():
    plan = sg.read_plan("examples/sound/plan.yaml")
    return plan.model_copy()


def changed(**sections):
    return type(sound()).trusted({**sound().__dict__, **sections})


def each(records, change, every=1):
    return tuple(
        record.model_copy(update=change(number, record)) if number % every == 0 else record
        for number, record in enumerate(records)
    )


def tracks_on_some():
    plan = sound()
    return changed(strategies=each(plan.strategies, lambda n, _: {"tracks": ("services", "community")[n % 2 :][:1]}, 3))


def stakeholders_on_some():
    plan = sound()
    people = tuple(Stakeholder(id=f"who{n}", title=f"Gruppe {n}", role="user") for n in range(6))
    return changed(
        stakeholders=people, strategies=each(plan.strategies, lambda n, _: {"stakeholders": (f"who{n % 6}",)}, 4)
    )


def targets_instead_of_goals():
    plan = sound()
    first = {"3": "3.4", "4": "4.1", "7": "7.3", "8": "8.5", "10": "10.2", "11": "11.3", "12": "12.5", "13": "13.2"}
    first |= {"15": "15.5", "17": "17.17"}

    def change(_, area):
        return {"goals": (), "targets": tuple(Claim(code=first[claim.code]) for claim in area.goals)}

    return changed(areas=each(plan.areas, change))


def tags_on_objectives():
    plan = sound()
    goals = {area.id: area.goals for area in plan.areas}
    return changed(
        areas=each(plan.areas, lambda _, area: {"goals": ()}),
        objectives=each(plan.objectives, lambda _, objective: {"goals": goals[objective.areas[0]]}),
    )


def sub_objectives():
    plan = sound()
    parts = tuple(
        Objective(id=f"part{n}", title=f"Delen av målet som gjelder bydel {n}", part_of=plan.objectives[n].id)
        for n in range(12)
    )
    moved = each(plan.strategies[:60], lambda n, _: {"objectives": (f"part{n % 12}",)})
    return changed(objectives=plan.objectives + parts, strategies=moved + plan.strategies[60:])


def actions_directly_under_objectives():
    plan = sound()
    unit = plan.units[0].id
    actions = tuple(
        Action.model_validate(
            {
                "id": f"act{n}",
                "title": f"Gjennomføre prosjekt {n}",
                "objectives": (objective.id,),
                "owner": unit,
                "period": {"start": "2025", "end": "2035"},
                "budget": "within_frame",
            }
        )
        for n, objective in enumerate(plan.objectives)
    )
    return changed(actions=actions)


def monitoring_indicators():
    extra = tuple(Indicator(id=f"watch{n}", title=f"Utvikling nummer {n}", role="monitoring") for n in range(60))
    return changed(indicators=sound().indicators + extra)


def organisation_areas_without_goals():
    plan = sound()
    area = TargetArea(id="house", title="Kommunen som organisasjon")
    measure = plan.indicators[0].id
    objectives = tuple(
        Objective(id=f"house{n}", title=f"Arbeidsmiljøet er godt, del {n}", areas=("house",), indicators=(measure,))
        for n in range(3)
    )
    own = tuple(
        plan.strategies[0].model_copy(
            update={
                "id": f"own{n}",
                "title": f"Følge opp lederne {n}",
                "objectives": (f"house{n % 3}",),
                "number": None,
            }
        )
        for n in range(9)
    )
    return changed(areas=(*plan.areas, area), objectives=plan.objectives + objectives, strategies=plan.strategies + own)


def meant_for_no_goal():
    plan = organisation_areas_without_goals()
    house = plan.areas[-1].model_copy(update={"goals": "none", "notes": "Gjelder kommunen som arbeidsgiver"})
    return type(plan).trusted({**plan.__dict__, "areas": (*plan.areas[:-1], house)})


def no_areas():
    plan = sound()
    goals = {area.id: area.goals for area in plan.areas}
    objectives = each(plan.objectives, lambda _, one: {"areas": (), "goals": goals[one.areas[0]]})
    first = plan.objectives[0].id
    return changed(
        areas=(), objectives=objectives, engagements=each(plan.engagements, lambda _, __: {"informs": (first,)})
    )


def measured_on_areas():
    plan = sound()
    measures = {}
    for objective in plan.objectives:
        measures.setdefault(objective.areas[0], []).extend(objective.indicators)
    return changed(
        areas=each(plan.areas, lambda _, area: {"indicators": tuple(measures[area.id])}),
        objectives=each(plan.objectives, lambda _, one: {"indicators": ()}),
    )


VARIANTS = [
    sound,
    tracks_on_some,
    stakeholders_on_some,
    targets_instead_of_goals,
    tags_on_objectives,
    sub_objectives,
    actions_directly_under_objectives,
    monitoring_indicators,
    organisation_areas_without_goals,
    meant_for_no_goal,
    no_areas,
    measured_on_areas,
]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_variant_is_quiet(variant):
    report = sg.lint(variant(), lang="en")
    assert report.summary.error == 0, str(report)
    assert len(report) <= MOST, str(report)
