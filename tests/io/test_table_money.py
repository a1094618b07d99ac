"""The years of an økonomiplan beside the actions of a flat list, and owner and deadline in one column."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import Workbook

from sdggraph.io.table import plan_from_bytes
from sdggraph.io.tables.amounts import amount_of, scale_of
from sdggraph.io.tables.flat_values import owner_and_due


def read(text):
    return plan_from_bytes(text.replace("|", "\t").encode(), "handlingsdel.tsv")


def lines(action):
    return [(line.year, line.amount, line.type) for line in action.budget]


def noted(plan):
    return [(one.code, one.variant, one.place.cell) for one in plan.reading.findings]


def test_years_become_lines_in_the_unit_of_the_line_above_the_table():
    plan = read(
        "Handlingsdel 2026-2029\nBeløp i 1 000 kr\n"
        "Mål|Tiltak|Drift 2026|Drift 2027|Investering 2026\n"
        "Trygg vei|Gangfelt|500|1 500|12,5\n"
        "Trygg vei|Lys|-200|2 mill.|200 000 kr\n"
        "Sum drift||300|3 500|\n"
    )
    crossing, light = plan.actions
    assert lines(crossing) == [
        ("2026", 500_000, "operating"),
        ("2027", 1_500_000, "operating"),
        ("2026", 12_500, "investment"),
    ]
    assert lines(light) == [
        ("2026", -200_000, "operating"),
        ("2027", 2_000_000, "operating"),
        ("2026", 200_000, "investment"),
    ]
    assert noted(plan) == []  # all of it is said
    assert plan.reading.origins["handlingsdel:gangfelt"].place(("budget", 1)).cell == "D4"
    assert [one.title for one in plan.objectives] == ["Trygg vei"]


def test_years_below_what_they_are_years_of():
    book = Workbook()
    sheet = book.active
    sheet.append(
        ["Mål", "Tiltak", "Ansvar", "Indikator", "Drift (mill. kr)", None, None, "Investering (mill. kr)", None]
    )
    sheet.append([None, None, None, None, 2026, 2027, 2028, 2026, 2027])
    sheet.append(["Trygg vei", "Gangfelt", "Teknisk", "Andel som går", 0.5, 1, None, 10, 20.25])
    for cells in ("E1:G1", "H1:I1"):
        sheet.merge_cells(cells)
    file = io.BytesIO()
    book.save(file)
    plan = plan_from_bytes(file.getvalue(), "plan.xlsx")
    assert lines(plan.actions[0]) == [
        ("2026", 500_000, "operating"),
        ("2027", 1_000_000, "operating"),
        ("2026", 10_000_000, "investment"),
        ("2027", 20_250_000, "investment"),
    ]
    assert noted(plan) == []


def test_what_nobody_says_is_noted_once():
    plan = read("Tiltak|Ansvar|2026|2027|2028|2029\nLys|Teknisk|500|1 000|0|-\nSkilt|Skole|1,5|||\n")
    (finding,) = plan.reading.findings
    assert noted(plan) == [("SDG005", "money", "C1")]
    assert finding.values["key"] == "2026, 2027, 2028, 2029"
    assert finding.values["meant"]["nb"] == "driftsbudsjett (ikke oppgitt) i kroner (ikke oppgitt)"
    assert lines(plan.actions[0]) == [("2026", 500, "operating"), ("2027", 1000, "operating"), ("2028", 0, "operating")]
    assert lines(plan.actions[1]) == [("2026", Decimal("1.5"), "operating")]


def test_a_column_may_say_drift_or_investering_row_by_row():
    plan = read(
        "Tiltak|Drift/investering|Økonomiplan (1000 kr)||\n||2026|2027|2028\nLys|Drift|5||\nBru|Investering|6|7|\n"
    )
    assert [lines(one) for one in plan.actions] == [
        [("2026", 5000, "operating")],
        [("2026", 6000, "investment"), ("2027", 7000, "investment")],
    ]
    assert noted(plan) == []


def test_money_within_the_frame():
    plan = read("Tiltak|Kostnad 2026 (kr)|Kostnad 2027 (kr)\nLys|innenfor rammen|-\nBru|innenfor ramma|500\n")
    light, bridge = plan.actions
    assert light.budget == "within_frame"
    assert (lines(bridge), bridge.notes) == ([("2027", 500, "operating")], "Kostnad 2026 (kr): innenfor ramma")


@pytest.mark.parametrize(
    ("table", "notes"),
    [
        ("Strategi|Indikator|Tiltak|2024|2026\nS|Andel|T|40|50\n", "2024: 40\n2026: 50"),  # may be measured
        ("Tiltak|Ansvar|2026|2027\nT|Teknisk|x|x\n", "2026: x\n2027: x"),  # marks
        (
            "Tiltak|Drift 2026 (mill. kr)|Drift 2027 (mill. kr)\nT|1.500|ca. to\n",
            "Drift 2026 (mill. kr): 1.500\nDrift 2027 (mill. kr): ca. to",
        ),
        ("Tiltak|Ansvar|Kostnad\nT|Teknisk|500\n", "Kostnad: 500"),
    ],
)
def test_what_may_be_something_else_is_kept_as_notes(table, notes):
    (action,) = read(table).actions
    assert (action.budget, action.notes) == ((), notes)


def test_an_amount_that_several_actions_share_is_nobodys():
    book = Workbook()
    for row in (["Tiltak", "Drift 2026 (kr)"], ["Lys", 500], ["Skilt", None], ["Bru", 700]):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    file = io.BytesIO()
    book.save(file)
    plan = plan_from_bytes(file.getvalue(), "plan.xlsx")
    assert [(lines(one), one.notes) for one in plan.actions] == [
        ([], "Drift 2026 (kr): 500"),
        ([], None),
        ([("2026", 700, "operating")], None),
    ]


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Beløp i 1 000 kr", 1000),
        ("Tall i hele tusen", 1000),
        ("Investering 2026 (TNOK)", 1000),
        ("1,000 NOK", 1000),
        ("mill. kroner", 1_000_000),
        ("2026 (mill.)", 1_000_000),
        ("Kostnad i kr", 1),
        ("Totalramme 45 mill. kr", None),
        ("Vedtatt ramme: 250 000 kr", None),
        ("1000 skoleveier", None),
    ],
)
def test_the_unit_that_a_line_speaks_of(text, scale):
    assert scale_of(text) == scale


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 500", 1_500_000),
        ("1,5 mill. kr", 1_500_000),
        ("1.500.000 kr", 1_500_000),
        ("kr 2 000,-", 2_000),
        ("\u2212 20", -20_000),
        ("1.500", None),
        ("1,500", None),
        ("200-300", None),
        ("20 %", None),
        ("5 årsverk", None),
    ],
)
def test_amounts_in_thousands(text, amount):
    assert amount_of(text, 1000) == amount


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Kommunedirektøren, 2027", ("Kommunedirektøren", "2027")),
        ("Kultur, idrett og frivillighet, 2027", ("Kultur, idrett og frivillighet", "2027")),
        ("Helse og omsorg (innen 2026)", ("Helse og omsorg", "innen 2026")),
        ("2027 / Rådmannen", ("Rådmannen", "2027")),
        ("Teknisk Q2 2027", ("Teknisk", "Q2 2027")),
        ("Teknisk\n31.12.2026", ("Teknisk", "31.12.2026")),
        ("Teknisk, løpende", ("Teknisk", "løpende")),
        ("Teknisk, 2024-2027", ("Teknisk", "2024-2027")),
        ("2027", ("", "2027")),
        ("Helse og omsorg", ("Helse og omsorg", "")),
        ("Enhet 3 eller 4", None),
        ("Sone 3, 2027", None),
    ],
)
def test_owner_and_deadline_in_one_cell(text, both):
    assert owner_and_due(text) == both


def test_owner_and_deadline_in_one_column():
    plan = read(
        "Mål|Tiltak|Ansvar/frist\nM|Lys|Kommunedirektøren, 2027\nM|Skilt|Sone 3, 2027\nM|Bru|Teknisk, løpende\n"
    )
    light, sign, bridge = plan.actions
    assert (light.owner, light.period.end, light.notes) == ("kommunedirektoren", "2027", None)
    assert (sign.owner, sign.period, sign.notes) == (None, None, "Ansvar/frist: Sone 3, 2027")
    assert (bridge.owner, bridge.period, bridge.notes) == ("teknisk", None, "Ansvar/frist: Teknisk, løpende")
