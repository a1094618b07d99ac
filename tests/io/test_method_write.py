"""The method table as it is written: its layout, its looks, and that it says what the plan says when it is read again."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.table import plan_from_bytes
from sdggraph.io.workbook.method_write import method_table_text, plan_to_method_table

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = """
plan: {id: p, language: nb}
goals:
  - {code: 3, significance: Folk skal ha det godt., opportunities: [Korte veier], challenges: [Få leger, Lange køer]}
  - {code: 13}
targets: [{code: 3.8, opportunities: [Nytt bygg]}, 3.a, "3.5", 13.2]
objectives:
  - {id: m1, title: Trygg alderdom, number: "1", tracks: [services], targets: [3.8], stakeholders: [s]}
  - {id: m2, title: Aktive bygder, tracks: [community], targets: [3.8]}
  - {id: m3, title: "=Kutt", tracks: [community, services], goals: [13]}
  - {id: m4, title: Uten spor, goals: [11]}
  - {id: m5, title: Skader, goals: [{code: 15, role: negative}, 13], tracks: [services]}
strategies:
  - {id: t1, title: Bo hjemme, tracks: [services], objectives: [m1], stakeholders: [s, u]}
  - {id: t2, title: Lag mat, tracks: [services], objectives: [m1]}
  - {id: t3, title: Møteplasser, tracks: [community], objectives: [m2]}
stakeholders: [{id: s, title: Eldre}, {id: u, title: Unge}]
"""


def plan():
    return plan_from_document(parse_document(PLAN, "p.yaml"))


def sheet(lang="nb"):
    return load_workbook(io.BytesIO(plan_to_method_table(plan(), lang))).worksheets[0]


def said(plan):
    """What a method table can say, without ids."""
    objectives = {one.id: one.title for one in plan.objectives}
    return {
        "goals": {(one.code, one.significance) for one in plan.goals},
        "targets": {one.code for one in plan.targets},
        "objectives": {
            (one.title, one.tracks, tuple(c.code for c in (*one.goals, *one.targets) if c.role != "negative"))
            for one in plan.objectives
        },
        "strategies": {
            (one.title, one.tracks, tuple(objectives[o] for o in one.objectives)) for one in plan.strategies
        },
    }


def test_the_two_rows_of_headings_and_their_merged_cells():
    table = sheet()
    top, below = ([cell.value for cell in table[row]] for row in (1, 2))
    assert top[:6] == [
        "Globalt mål",
        "Kommunal betydning",
        "Globalt delmål",
        "Lokale forutsetninger",
        None,
        "Tjenesteutvikling",
    ]
    assert (top[8], top[11:]) == ("Samfunnsutvikling", ["Mål", "Strategi", "Interesser"])
    assert below[3:8] == ["Muligheter", "Utfordringer", "Mål", "Strategi", "Interesser"]
    assert {"A1:A2", "D1:E1", "F1:H1", "I1:K1", "L1:L2"} <= set(map(str, table.merged_cells.ranges))


def test_the_rows_of_a_goal():
    rows = [[cell.value for cell in row[:11]] for row in sheet().iter_rows(min_row=3)]
    assert rows[0][:5] == [
        "3 God helse og livskvalitet",
        "Folk skal ha det godt.",
        None,
        "Korte veier",
        "• Få leger\n• Lange køer",
    ]
    about_38 = next(row for row in rows if row[2] == "3.8")
    assert about_38[3:] == [
        "Nytt bygg",
        None,
        "1 Trygg alderdom",
        "Bo hjemme",
        "Eldre, Unge",
        "Aktive bygder",
        "Møteplasser",
        None,
    ]
    following = rows[rows.index(about_38) + 1]
    assert following[2:8] == [None, None, None, None, "Lag mat", "Eldre"]


def test_it_can_be_seen_and_printed():
    table = sheet("en")
    assert table.title == "Method table"
    assert table["A3"].fill.fgColor.rgb.endswith("4C9F38")
    assert (table.freeze_panes, table.page_setup.orientation, table.print_title_rows) == ("B3", "landscape", "$1:$2")
    cells = {cell.value: cell for row in table.iter_rows() for cell in row}
    assert (cells["=Kutt"].data_type, cells["=Kutt"].quotePrefix) == ("s", True)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_read_again_it_says_the_same(lang):
    read = plan_from_bytes(plan_to_method_table(plan(), lang), "p.xlsx")
    before, after = said(plan()), said(read)
    assert after["strategies"] == before["strategies"]
    assert after["targets"] == before["targets"]
    assert after["goals"] == before["goals"] | {("11", None)}  # a goal that is reached has its rows too
    by_title = {(title, track): codes for title, tracks, codes in after["objectives"] for track in tracks or (None,)}
    for title, tracks, codes in before["objectives"]:
        for track in tracks or (None,):
            assert by_title[title, track] == codes
    assert [one.text for one in next(g for g in read.goals if g.code == "3").challenges] == ["Få leger", "Lange køer"]
    assert read.reading.findings == []


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_as_text_no_cell_is_a_formula_and_it_reads_the_same(delimiter):
    text = method_table_text(plan(), delimiter)
    assert not any(cell.startswith("=") for line in text.splitlines() for cell in line.split(delimiter))
    assert "'=Kutt" in text
    assert plan_from_bytes(text.encode(), "p.csv") == plan_from_bytes(plan_to_method_table(plan()), "p.xlsx")


def test_asker_s_table_comes_out_as_it_went_in():
    table = sg.read_plan(EXAMPLES / "asker-2018" / "metodetabell.tsv")
    again = plan_from_bytes(plan_to_method_table(table), "metodetabell.xlsx")
    assert again == table


def test_a_whole_plan_can_be_written():
    whole = sg.read_plan(EXAMPLES / "sound" / "plan.yaml")
    read = plan_from_bytes(plan_to_method_table(whole), "p.xlsx")
    assert {one.title for one in read.strategies} == {one.title for one in whole.strategies}
    assert [one.code for one in read.reading.findings] == []


def test_rows_are_high_enough_for_merged_texts():
    long = " ".join(["Folk skal ha det godt hele livet."] * 20)
    text = PLAN.replace("Folk skal ha det godt.", long)
    table = load_workbook(
        io.BytesIO(plan_to_method_table(plan_from_document(parse_document(text, "p.yaml"))))
    ).worksheets[0]
    merged = next(cells for cells in table.merged_cells.ranges if str(cells).startswith("B3:"))
    lines = len(long) / table.column_dimensions["B"].width
    assert sum(table.row_dimensions[row].height for row in range(3, merged.max_row + 1)) >= 15 * lines
