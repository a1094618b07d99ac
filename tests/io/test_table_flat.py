"""The flat list as planners keep it: columns in any order, merged cells, own numbers, owners and deadlines."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

import sdggraph as sg
from sdggraph.io.table import plan_from_bytes

HEADINGS = ("Område", "Mål", "Strategi", "FN-mål", "Delmål", "Indikator", "Tiltak", "Ansvar", "Frist")


def read(*rows, headings=HEADINGS):
    return plan_from_bytes("\n".join("\t".join(row) for row in (headings, *rows)).encode(), "liste.tsv")


def read_workbook(*rows, merges=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merges:
        book.active.merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    return plan_from_bytes(file.getvalue(), "liste.xlsx")


def codes(node):
    return [claim.code for claim in (*node.goals, *node.targets)]


def found(plan):
    return [(one.code, one.place.cell, one.variant) for one in plan.reading.findings]


def test_one_row_says_all_from_area_to_deadline():
    plan = read(
        (
            "1 Oppvekst",
            "1.2 Alle trives",
            "1.2.1 Trygge veier",
            "3, 11 og 13",
            "11.2",
            "Andel som går",
            "Gangfelt",
            "Teknisk, Politiet",
            "31.12.2026",
        )
    )
    (area,), (objective,), (strategy,), (action,) = plan.areas, plan.objectives, plan.strategies, plan.actions
    assert [(one.number, one.title) for one in (area, objective, strategy)] == [
        ("1", "Oppvekst"),
        ("1.2", "Alle trives"),
        ("1.2.1", "Trygge veier"),
    ]
    assert (objective.areas, strategy.objectives, action.strategies) == (
        ("oppvekst",),
        ("alle-trives",),
        ("trygge-veier",),
    )
    assert codes(strategy) == ["3", "13", "11.2"]  # 11 is said by its own target
    assert strategy.indicators == ("andel-som-gar",)
    assert (action.owner, action.partners, action.period.end) == ("teknisk", ("Politiet",), "2026-12-31")
    assert (plan.language, found(plan)) == ("nb", [])
    assert plan.reading.understood["nb"] == "lest som flat liste: 9 kolonner, 1 rader"


def test_places_are_the_cells():
    plan = read(("Oppvekst", "Alle trives", "Trygge veier", "3", "", "Andel som går", "Gangfelt", "Teknisk", "2026"))
    cells = {
        ("oppvekst", ()): "A2",
        ("trygge-veier", ("goals", 0, "code")): "D2",
        ("trygge-veier", ("indicators", 0)): "F2",
        ("trygge-veier", ("objectives", 0)): "C2",
        ("gangfelt", ("owner",)): "H2",
        ("gangfelt", ("period", "end")): "I2",
    }
    assert {key: plan.reading.origins[f"liste:{key[0]}"].place(key[1]).cell for key in cells} == cells


def test_empty_cells_go_on_from_above_until_something_broader_changes():
    plan = read(
        ("A", "M1", "S1", "3", "", "", "T1"),
        ("", "", "", "", "", "", "T2"),
        ("", "", "S2", "4"),
        ("", "M2", "", "", "", "", "T3"),
        ("B", "", "S3", "5"),
        ("B", "", "S4", "6"),
    )
    assert [(one.title, one.areas) for one in plan.objectives] == [("M1", ("a",)), ("M2", ("a",))]
    assert [(one.title, one.objectives, one.areas) for one in plan.strategies] == [
        ("S1", ("m1",), ()),
        ("S2", ("m1",), ()),
        ("S3", (), ("b",)),
        ("S4", (), ("b",)),
    ]
    assert [(one.title, one.strategies, one.objectives) for one in plan.actions] == [
        ("T1", ("s1",), ()),
        ("T2", ("s1",), ()),
        ("T3", (), ("m2",)),
    ]


def test_repeated_texts_are_the_same_node():
    plan = read(
        ("Helse", "Gode liv", "Samarbeid", "3", "", "Andel", "Møte", "Helse", "2026"),
        ("Helse", "Gode liv", "Bo hjemme", "3", "", "Andel", "Møte", "Helse", "2026"),
        ("Skole", "Gode liv", "Samarbeid", "4", "", "Andel", "Møte", "Skole", "2026"),
    )
    assert [one.id for one in plan.areas] == ["helse", "skole"]
    assert [(one.id, one.areas) for one in plan.objectives] == [("gode-liv", ("helse",)), ("gode-liv-2", ("skole",))]
    assert [one.id for one in plan.strategies] == ["samarbeid", "bo-hjemme", "samarbeid-2"]
    assert [one.strategies for one in plan.actions] == [("samarbeid", "bo-hjemme"), ("samarbeid-2",)]
    assert len(plan.indicators) == 1


def test_codes_only_in_the_first_row_of_each_objective_belong_to_it():
    plan = read(
        ("A", "M1", "S1", "3", "", "I1"),
        ("", "", "S2", "", "", ""),
        ("", "M2", "S3", "4", "", "I2"),
        ("", "", "S4", "", "", "I3"),
    )
    assert [codes(one) for one in plan.objectives] == [["3"], ["4"]]
    assert [codes(one) for one in plan.strategies] == [[], [], [], []]
    assert [one.indicators for one in plan.strategies] == [("i1",), (), ("i2",), ("i3",)]


def test_codes_only_in_the_first_row_of_each_area_belong_to_it():
    plan = read(("A", "M1", "S1", "3"), ("", "M2", "S2"), ("B", "M3", "S3", "4"), ("", "M4", "S4"))
    assert [codes(one) for one in plan.areas] == [["3"], ["4"]]
    assert not any(codes(one) for one in (*plan.objectives, *plan.strategies))


def test_merged_cells_of_codes_belong_to_every_row_they_reach_and_are_noted_once():
    rows = (("Mål", "Strategi", "FN-mål"), ("M1", "S1", "3.9a"), (None, "S2", None), ("M2", "S3", "18"))
    plan = read_workbook(*rows, merges=("A2:A3", "C2:C3"))
    assert [codes(one) for one in plan.strategies] == [["3.a"], ["3.a"], []]
    assert [(code, cell) for code, cell, _ in found(plan)] == [("SDG002", "C2"), ("SDG001", "C4")]
    assert plan.reading.origins["liste:s2"].place(("targets", 0)).cell == "C2"


def test_goals_and_targets_of_the_municipality_s_own_are_known_by_what_stands_below():
    plan = read(
        ("Gode liv", "Flere i arbeid", "Lærlinger", "8"),
        ("", "Færre utenfor", "Los", "8, 10"),
        headings=("Mål", "Delmål", "Strategi", "Bærekraftsmål"),
    )
    assert [(one.title, one.part_of) for one in plan.objectives] == [
        ("Gode liv", None),
        ("Flere i arbeid", "gode-liv"),
        ("Færre utenfor", "gode-liv"),
    ]
    assert [one.objectives for one in plan.strategies] == [("flere-i-arbeid",), ("faerre-utenfor",)]
    english = read(("3", "3.8", "Home care"), headings=("Goal", "Target", "Strategy"))
    assert codes(english.strategies[0]) == ["3.8"]
    own = read(("Good lives", "Home care", "3"), headings=("Goal", "Strategy", "SDG"))
    assert [one.title for one in own.objectives] == ["Good lives"]


@pytest.mark.parametrize(
    ("owner", "first", "partners"),
    [
        ("Kultur, idrett og frivillighet", "Kultur, idrett og frivillighet", ()),
        ("Helse, Skole", "Helse", ("Skole",)),
        ("Helse / Skole", "Helse", ("Skole",)),
        ("Kari Nordmann", "Kari Nordmann", ()),
    ],
)
def test_owners(owner, first, partners):
    plan = read(("Møte", owner), headings=("Tiltak", "Ansvarlig"))
    assert plan.units[0].title == first
    assert plan.actions[0].partners == partners


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("2026", None, "2026"),
        ("innen 2026", None, "2026"),
        ("2024-2027", "2024", "2027"),
        ("2024\u201327", "2024", "2027"),
        ("2. kvartal 2026", None, "2026-Q2"),
        ("1. halvår 2026", None, "2026-Q2"),
        ("9.6.2026", None, "2026-06-09"),
        ("2026-06-09", None, "2026-06-09"),
        ("fra 2025", "2025", None),
    ],
)
def test_deadlines(said, start, end):
    action = read(("Møte", said), headings=("Tiltak", "Frist")).actions[0]
    assert (action.period.start, action.period.end) == (start, end)


def test_an_action_that_is_over_before_it_has_begun_is_noted_and_kept():
    plan = read(("Bygge fortau", "2027", "2025"), headings=("Tiltak", "Oppstart", "Frist"))
    assert found(plan) == [("SDG010", "C2", None)]
    (action,) = plan.actions
    assert (action.period.start, action.period.end, action.notes) == ("2027", None, "Frist: 2025")


@pytest.mark.parametrize("said", ["løpende", "31.02.2026", "2027-2024", "snarest"])
def test_a_deadline_that_no_date_can_be_made_of_is_kept(said):
    action = read(("Møte", said), headings=("Tiltak", "Frist")).actions[0]
    assert (action.period, action.notes) == (None, f"Frist: {said}")


def test_status_ids_numbers_and_what_has_no_field():
    plan = read(
        ("t-7", "7", "Møte", "i gang", "Alle innbyggere, næringsliv", "Husk rom", "3"),
        ("", "8", "Fest", "nesten", "", "", ""),
        headings=("Id", "Nr", "Tiltak", "Status", "Målgruppe", "Merknad", "FN-mål"),
    )
    first, second = plan.actions
    assert (first.id, first.number, first.status, first.stakeholders) == (
        "t-7",
        "7",
        "ongoing",
        ("alle-innbyggere", "naeringsliv"),
    )
    assert first.notes == "Husk rom\nFN-mål: 3"
    assert (second.id, second.status, second.notes) == ("fest", None, "Status: nesten")


def test_a_planner_s_list_of_150_strategies_gives_findings_about_the_plan():
    rows = []
    for number in range(150):
        area, objective = number // 20 + 1, number // 4 + 1
        rows.append(
            (
                f"{area}. Område nummer {area}" if number % 20 == 0 else None,
                f"{area}.{objective} Målet {objective} skal nås" if number % 4 == 0 or number % 20 == 0 else None,
                f"{area}.{objective}.{number % 4 + 1} Slik kommer vi fram vei {number}",
                "3, 11 og 13" if number != 77 else None,
                f"Andel fornøyde {number}",
                "Kari Nordmann",
            )
        )
    starts = [number for number, row in enumerate(rows) if row[0]]
    merges = [f"A{first + 4}:A{last + 3}" for first, last in zip(starts, [*starts[1:], len(rows)], strict=True)]
    heading = ("Område", "Mål", "Strategi", "FN-mål", "Indikator", "Ansvar")
    plan = read_workbook(("Temaplan",), (), heading, *rows, merges=merges)
    again = read_workbook(("Temaplan",), (), heading, *rows, merges=merges)
    assert plan == again
    assert (len(plan.areas), len(plan.strategies), len(plan.indicators), plan.title) == (8, 150, 150, "Temaplan")
    assert found(plan) == []
    spoken = [one for found in sg.lint(plan) for one in (found, *found.consequences)]
    reaching_nothing = [one.subject for one in spoken if one.code == "SDG201"]
    assert reaching_nothing == ["liste:slik-kommer-vi-fram-vei-77"]
    assert plan.reading.origins[reaching_nothing[0]].place().cell == "C81"


@pytest.mark.parametrize(
    ("said", "number", "title"),
    [
        ("1. Oppvekst", "1", "Oppvekst"),
        ("2 Helse", "2", "Helse"),
        ("Mål 3: Ro", "3", "Ro"),
        ("A.1 Vekst", "A.1", "Vekst"),
        ("3 nye skoler", None, "3 nye skoler"),
        ("17. mai for alle", None, "17. mai for alle"),
        ("2030-målene nås", None, "2030-målene nås"),
    ],
)
def test_own_numbers_are_told_from_other_numbers(said, number, title):
    objective = read((said, "Slik"), headings=("Mål", "Strategi")).objectives[0]
    assert (objective.number, objective.title) == (number, title)


def test_what_a_flat_list_has_no_columns_for_is_kept():
    plan = read(("Møteplasser", "Unge folk"), headings=("Strategi", "Muligheter"))
    assert plan.strategies[0].notes == "Muligheter: Unge folk"
    assert found(plan) == [("SDG005", "B1", "column")]


def test_a_row_over_the_table_begins_an_area():
    plan = read(
        ("Hva vil vi oppnå", "Slik gjør vi det", "FNs bærekraftsmål", "Hvordan måler vi det"),
        ("Trygge veier", "Bygge fortau", "11", "Andel som går"),
        ("Satsingsområde 2: Grønn omstilling",),
        ("Hva vil vi oppnå", "Slik gjør vi det", "FNs bærekraftsmål", "Hvordan måler vi det"),
        ("Lave utslipp", "Kutte i reiser", "13", "Tonn CO2"),
        headings=("Satsingsområde 1: Levende bygder",),
    )
    assert [(one.number, one.title) for one in plan.areas] == [("1", "Levende bygder"), ("2", "Grønn omstilling")]
    assert [one.areas for one in plan.objectives] == [("levende-bygder",), ("gronn-omstilling",)]
    assert [one.indicators for one in plan.strategies] == [("andel-som-gar",), ("tonn-co2",)]
    assert (plan.title, found(plan)) == (None, [])


MEASURED = ("Strategi", "FN-mål", "Indikator", "Enhet", "Nullpunkt 2019", "Målverdi", "Kilde")


def test_the_columns_of_an_indicator():
    plan = read(
        ("Bygge fortau", "11", "Andel som går", "%", "41,5", "80 (2030)", "SSB tabell 12345"),
        ("Øke trygghet", "16", "Trygge\u00a0innbyggere", "", "1 204 personer", "i 2027: 1 400", "Egen måling"),
        ("Uten indikator", "3", "", "", "7", "", ""),
        headings=MEASURED,
    )
    walk, safe = plan.indicators
    assert (walk.unit, str(walk.baseline.value), walk.baseline.date) == ("%", "41.5", "2019")
    assert [(one.date, str(one.value)) for one in walk.target_values] == [("2030", "80")]
    assert (walk.source.system, walk.source.table) == ("SSB", "12345")
    assert (safe.unit, str(safe.baseline.value), str(safe.target_values[0].value)) == ("personer", "1204", "1400")
    assert (safe.target_values[0].date, safe.source.system) == ("2027", "Egen måling")
    assert plan.strategies[2].notes == "Nullpunkt 2019: 7"
    assert found(plan) == []


def test_a_baseline_without_a_year_is_said_once_and_kept():
    headings = ("Strategi", "FN-mål", "Indikator", "Nullpunkt")
    plan = read(("Fortau", "11", "Andel A", "41"), ("Lys", "11", "Andel B", "42"), headings=headings)
    assert [(one.notes, one.baseline) for one in plan.indicators] == [("Nullpunkt: 41", None), ("Nullpunkt: 42", None)]
    assert found(plan) == [("SDG009", "D1", "year")]


def test_figures_of_a_year_are_target_values_and_what_was_measured():
    headings = (
        "Område",
        "Mål",
        "Indikator",
        "Status 2023",
        "Nullpunkt 2019",
        "Mål 2026",
        "Ambisjon 2030",
        "Resultat 2024",
    )
    plan = read(
        ("Helse", "Flere bor hjemme", "Andel", "12,5 %", "14", "11", "10", "12"),
        ("Klima", "Mindre utslipp", "Utslipp", "45 000 tonn", "", "", "-55 %", ""),
        ("Klima", "Renere luft", "Svevestøv", "9 µg", "", "", "20 %", ""),
        headings=headings,
    )
    share, emissions, dust = plan.indicators
    assert [one.title for one in plan.objectives] == ["Flere bor hjemme", "Mindre utslipp", "Renere luft"]
    assert (share.baseline.date, share.baseline.value) == ("2019", 14)
    assert [(one.date, str(one.value)) for one in share.measurements] == [("2023", "12.5"), ("2024", "12")]
    assert [(one.date, one.value) for one in share.target_values] == [("2026", 11), ("2030", 10)]
    (target,) = emissions.target_values
    assert (emissions.unit, target.value, target.relative_to.date) == ("tonn", -55, "2023")
    assert (dust.target_values, dust.notes) == ((), "Ambisjon 2030: 20 %")
    assert str(plan.reading.origins["liste:andel"].place(("measurements", 1, "value"))) == "liste.tsv, H2"
    words_below = read(("Fortau", "Andel", "Alle går"), headings=("Strategi", "Indikator", "Mål 2030"))
    assert [one.title for one in words_below.objectives] == ["Alle går"]


def test_a_percentage_is_what_the_cell_shows():
    book = Workbook()
    for row in (("Strategi", "FN-mål", "Indikator", "Målverdi"), ("Fortau", 11, "Andel", 0.415)):
        book.active.append(row)
    book.active["D2"].number_format = "0.0%"
    file = io.BytesIO()
    book.save(file)
    indicator = plan_from_bytes(file.getvalue(), "liste.xlsx").indicators[0]
    assert (str(indicator.target_values[0].value), indicator.unit) == ("41.5", "%")


def test_a_unit_is_one_that_answers_where_nothing_is_measured():
    plan = read(("Fortau", "11", "Teknisk drift"), headings=("Strategi", "FN-mål", "Enhet"))
    assert plan.units[0].title == "Teknisk drift"


def test_two_figures_with_a_comma_under_goals_may_be_two_goals_and_are_not_mended_unasked():
    plan = read(("Fortau", "3,8", "3,8"), headings=("Strategi", "FN-mål", "Delmål"))
    assert [(one.code, one.place.cell, one.values.get("other"), one.fix is None) for one in plan.reading.findings] == [
        ("SDG003", "B2", "3, 8", True),
        ("SDG002", "C2", None, False),
    ]
    twice = read(("Fortau", "17,17", ""), headings=("Strategi", "FN-mål", "Delmål"))
    assert (codes(twice.strategies[0]), found(twice)) == (["17.17"], [("SDG002", "B2", None)])
    table = plan_from_bytes("Globalt mål\tKommunal betydning\tDelmål\n3,8\tViktig\t3.8".encode(), "m.tsv")
    assert ([goal.code for goal in table.goals], table.reading.findings) == (["3", "8"], [])


def test_what_a_heading_explains_in_brackets_leaves_it_to_the_column_what_it_holds():
    plan = read(("Ladestasjoner", "Utslippene går ned"), headings=("Tiltak", "Delmål (samfunnsdelen)"))
    assert [one.title for one in plan.objectives] == ["Utslippene går ned"]
    codes_below = read(("Ladestasjoner", "13.2"), headings=("Strategi", "Delmål (FN)"))
    assert [claim.code for claim in codes_below.strategies[0].targets] == ["13.2"]
