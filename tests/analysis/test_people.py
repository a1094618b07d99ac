"""Units whose titles are persons' names, and those whose titles only look like it."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.analysis.people import people_among, seems_a_person
from sdggraph.model.nodes import Unit


@pytest.mark.parametrize(
    "title",
    [
        "Kari Nordmann",
        "Ole-Jørgen Åsen",
        "Per A. van der Berg",
        "Nordmann, Kari",
        "Kari Nordmann, kommunalsjef",
        "Kari Nordmann (oppvekst)",
        "Sinéad O'Connor",
        "K. Nordmann",
        "kari.nordmann@eksempel.no",
        " Anne  Berit Li ",
    ],
)
def test_names_of_persons(title):
    assert seems_a_person(title)


@pytest.mark.parametrize(
    "title",
    [
        "Plan og teknisk",
        "Helse, omsorg og velferd",
        "Helse Omsorg",
        "Agder Fylkeskommune",
        "NAV Asker",
        "Bane NOR",
        "Røde Kors",
        "Kommunedirektøren",
        "Oppvekst",
        "Seksjon B",
        "Vann Avløp",
        "IT",
        "",
        "Health Services",
        "Strategi, plan",
        "Skole 1",
        "en person",
    ],
)
def test_names_of_units(title):
    assert not seems_a_person(title)


def test_a_unit_with_units_in_it_is_no_person():
    plan = sg.Plan(
        id="p",
        language="nb",
        units=(
            Unit(id="u1", title="Kari Nordmann"),
            Unit(id="u2", title="Store Standard"),
            Unit(id="u3", title="Vakt", part_of="u2"),
        ),
    )
    assert people_among(sg.PlanGraph.of(plan)) == {"p:u1"}
