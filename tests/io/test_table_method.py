"""The method table, row by row: goals, targets, preconditions, objectives and strategies in their tracks."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.io.table import plan_from_bytes

HEADINGS = (
    "Globalt mål\tKommunal betydning\tGlobalt delmål\tLokale forutsetninger\t\tTjenesteutvikling\t\t\tSamfunnsutvikling\t\t\n"
    "\t\t\tMuligheter\tUtfordringer\tMål\tStrategi\tInteresser\tMål\tStrategi\tInteresser\n"
)


def read(*rows, headings=HEADINGS, name="tabell.tsv"):
    text = headings + "".join("\t".join(row) + "\n" for row in rows)
    return plan_from_bytes(text.encode(), name)


def codes(claims):
    return [claim.code for claim in claims]


def found(plan):
    return [(one.code, one.place.cell, one.variant) for one in plan.reading.findings]


def test_a_row_says_level_one_to_three_in_both_tracks():
    plan = read(
        (
            "3 God helse",
            "Viktig.",
            "3.8",
            "Korte veier",
            "Få leger",
            "Trygg alderdom",
            "Bo hjemme",
            "Eldre, Pårørende",
            "Aktive bygder",
            "Møteplasser",
            "Lag",
        )
    )
    (goal,), (target,) = plan.goals, plan.targets
    assert (goal.code, goal.significance) == ("3", "Viktig.")
    assert [one.text for one in target.opportunities] == ["Korte veier"]
    assert [one.text for one in target.challenges] == ["Få leger"]
    services, community = plan.objectives
    assert (services.id, services.tracks, codes(services.targets)) == ("trygg-alderdom", ("services",), ["3.8"])
    assert community.tracks == ("community",)
    assert [(one.id, one.objectives, one.tracks) for one in plan.strategies] == [
        ("bo-hjemme", ("trygg-alderdom",), ("services",)),
        ("moteplasser", ("aktive-bygder",), ("community",)),
    ]
    assert [one.title for one in plan.stakeholders] == ["Eldre", "Pårørende", "Lag"]
    assert plan.strategies[0].stakeholders == ("eldre", "parorende")
    assert (plan.id, plan.language, found(plan)) == ("tabell", "nb", [])


def test_every_value_knows_its_cell():
    plan = read(("3", "Viktig.", "3.8", "Korte veier", "", "Trygg alderdom", "Bo hjemme", "Eldre"))
    cells = {
        ("tabell:goal-3", ("code",)): "A3",
        ("tabell:goal-3", ("significance",)): "B3",
        ("tabell:target-3.8", ()): "C3",
        ("tabell:opportunity-3.8-1", ("title",)): "D3",
        ("tabell:trygg-alderdom", ("title",)): "F3",
        ("tabell:trygg-alderdom", ("targets", 0, "code")): "C3",
        ("tabell:bo-hjemme", ("stakeholders", 0)): "H3",
        ("tabell:bo-hjemme", ("indicators",)): "G3",
    }
    for (node, path), cell in cells.items():
        assert plan.reading.origins[node].place(path).cell == cell
    assert plan.reading.origins["tabell:goal-3"].place(("challenges",), ("code",)).cell == "A3"


def test_empty_cells_go_on_from_the_row_above():
    plan = read(
        ("4", "", "4.1, 4.2", "", "", "Alle lærer", "Flere lærere"),
        ("", "", "", "", "", "", "Bedre bygg"),
        ("", "", "4.5", "", "", "Alle blir med", "Gratis buss"),
        ("11", "", "", "", "", "", "Flere trær"),
    )
    assert [(one.title, codes(one.targets)) for one in plan.objectives] == [
        ("Alle lærer", ["4.1", "4.2"]),
        ("Alle blir med", ["4.5"]),
    ]
    ties = {one.title: (one.objectives, codes(one.goals)) for one in plan.strategies}
    assert ties == {
        "Flere lærere": (("alle-laerer",), []),
        "Bedre bygg": (("alle-laerer",), []),
        "Gratis buss": (("alle-blir-med",), []),
        "Flere trær": ((), ["11"]),
    }


def test_equal_text_under_one_goal_and_track_is_one_objective():
    plan = read(
        ("4", "", "4.1", "", "", "Alle lærer", "A"),
        ("", "", "4.2", "", "", "alle  lærer.", "B"),
        ("11", "", "11.2", "", "", "Alle lærer", "C", "", "Alle lærer"),
    )
    assert [(one.id, codes(one.targets), one.tracks) for one in plan.objectives] == [
        ("alle-laerer", ["4.1", "4.2"], ("services",)),
        ("alle-laerer-2", ["11.2"], ("services",)),
        ("alle-laerer-3", ["11.2"], ("community",)),
    ]
    assert [one.objectives for one in plan.strategies] == [("alle-laerer",), ("alle-laerer",), ("alle-laerer-2",)]


def test_preconditions_of_several_targets_belong_to_the_goal():
    plan = read(("4", "", "4.1, 4.2", "Unge folk", '"- Lange veier\n- Få lærere"'))
    assert [one.text for one in plan.goals[0].opportunities] == ["Unge folk"]
    assert [one.text for one in plan.goals[0].challenges] == ["Lange veier", "Få lærere"]
    assert not any(one.opportunities for one in plan.targets)


def test_several_texts_and_their_numbers_in_one_cell():
    plan = read(
        ("4", "", "", "", "", '"1. Alle lærer\n2. Alle trives"', '"1.1 Flere lærere\n2.1 Færre mobiler\nog mer lek"')
    )
    assert [(one.number, one.title) for one in plan.objectives] == [("1", "Alle lærer"), ("2", "Alle trives")]
    assert [(one.number, one.title, one.objectives) for one in plan.strategies] == [
        ("1.1", "Flere lærere", ("alle-laerer",)),
        ("2.1", "Færre mobiler og mer lek", ("alle-trives",)),
    ]


def test_codes_are_repaired_refused_and_held_to_their_kind_at_their_cell():
    plan = read(("3", "", "3.9a; 3,8 og 3.99"), ("18", "", ""), ("4", "", "5"))
    assert [one.code for one in plan.targets] == ["3.a", "3.8"]
    assert [one.code for one in plan.goals] == ["3", "4"]
    assert found(plan) == [
        ("SDG002", "C3", None),
        ("SDG002", "C3", None),
        ("SDG001", "C3", "meant"),
        ("SDG001", "A4", None),
        ("SDG008", "C5", "code"),
    ]
    repaired, _, unknown, *_ = plan.reading.findings
    assert (repaired.values["code"], repaired.values["new"]) == ("3.9a", "3.a")
    assert unknown.values["code"] == "3.99"


def test_blank_total_and_repeated_heading_rows_say_nothing():
    again = HEADINGS.split("\n", maxsplit=1)[0].split("\t")
    plan = read(("3", "Viktig.", "3.8"), ("", "", ""), tuple(again), ("Sum", "", ""), ("4", "", "4.1"))
    assert [one.code for one in plan.goals] == ["3", "4"]
    assert found(plan) == []


def test_columns_that_nobody_knows_become_notes_and_misspelt_ones_are_understood():
    plan = read(
        ("3", "Viktig.", "3.8", "Trygghet", "E.H."),
        ("4", "", "4.1", "", "T.S."),
        headings="Globalt mål\tBetydning\tGlobalt delmål\tMålsettting\tSaksbehandler\n",
    )
    assert found(plan) == [("SDG005", "D1", "column_meant"), ("SDG005", "E1", "column")]
    assert plan.reading.findings[0].values == {"key": "Målsettting", "meant": "målsetting"}
    assert plan.objectives[0].notes == "Saksbehandler: E.H."
    assert plan.goals[1].notes == "Saksbehandler: T.S."


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        ("Goal\tMunicipal significance\tTarget\tOpportunities\tChallenges\n", "en"),
        ("Berekraftsmål\tKommunal betyding\tDelmål\tMoglegheiter\tUtfordringar\n", "nn"),
        ("Bærekraftsmål\tBetydning\tDelmål\tMuligheter\tUtfordringer\n", "nb"),
        ("Muligheter\tUtfordringer\tDelmål (FN)\tBetydning:\tFN-mål\n", "nb"),
    ],
)
def test_headings_in_three_languages_and_any_order(headings, language):
    order = headings.split("\t")
    row = ["3", "Viktig.", "3.8", "A", "B"] if "FN-mål" not in headings else ["A", "B", "3.8", "Viktig.", "3"]
    plan = read(tuple(row), headings=headings)
    assert len(order) == 5
    assert plan.language == language
    assert (plan.goals[0].code, plan.goals[0].significance) == ("3", "Viktig.")
    assert [one.text for one in plan.targets[0].opportunities] == ["A"]


def test_a_title_block_above_the_headings_names_the_plan():
    plan = read(("3", "Viktig.", "3.8"), headings="Overordnet metodeverktøy\n\n" + HEADINGS)
    assert plan.title == "Overordnet metodeverktøy"
    assert plan.reading.origins["tabell:goal-3"].place().cell == "A5"


def test_a_file_called_after_a_goal_gives_no_id_that_reads_as_a_code():
    plan = read(("3", "Viktig.", "3.8", "", "", "Mål 3"), name="SDG.tsv")
    assert plan.id == "plan-sdg"
    assert sg.lint(plan).of("SDG012") == []


def test_the_grid_shows_the_row_around_a_cell():
    plan = read(("3 God helse", "Viktig.", "3.9a", "", "Få leger"))
    grid = plan.reading.tables["tabell.tsv", None]
    around = [(cell.name, cell.heading, cell.text) for cell in grid.around("C3")]
    assert around == [
        ("A3", "Globalt mål", "3 God helse"),
        ("B3", "Kommunal betydning", "Viktig."),
        ("C3", "Globalt delmål", "3.9a"),
        ("E3", "Utfordringer", "Få leger"),
    ]
    assert grid.cell(99, 99).text == ""


def test_what_a_method_table_has_no_columns_for_is_kept_and_indicators_are_read():
    plan = read(
        ("3", "Viktig.", "3.8", "Trygghet", "Andel hjemme; Ventetid", "Kari", "2026"),
        headings="Globalt mål\tBetydning\tGlobalt delmål\tMål\tIndikator\tAnsvar\tFrist\n",
    )
    assert [one.title for one in plan.indicators] == ["Andel hjemme", "Ventetid"]
    assert plan.objectives[0].indicators == ("andel-hjemme", "ventetid")
    assert plan.objectives[0].notes == "Ansvar: Kari\nFrist: 2026"
    assert found(plan) == [("SDG005", "F1", "column"), ("SDG005", "G1", "column")]


def test_tracks_side_by_side_without_goals_are_a_method_table():
    plan = read(
        ("Trygghet", "Bo hjemme", "Aktive bygder"),
        headings="Tjenesteutvikling\t\tSamfunnsutvikling\nMål\tStrategi\tMål\n",
    )
    assert [(one.title, one.tracks) for one in plan.objectives] == [
        ("Trygghet", ("services",)),
        ("Aktive bygder", ("community",)),
    ]


def test_goals_and_targets_in_one_column():
    plan = read(("3.8, 3.9 og 11", "Viktig."), headings="FN-mål og delmål\tBetydning\n")
    assert [one.code for one in plan.goals] == ["3", "11"]
    assert [one.code for one in plan.targets] == ["3.8", "3.9"]
