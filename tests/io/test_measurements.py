"""The table of measurements: rows tied to indicators, what can't be understood, and places."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import Workbook

import sdggraph as sg
from sdggraph.io.measurements import add_measurements
from sdggraph.io.plan_file import parse_document, plan_from_document

PLAN = """
plan: {id: p, language: nb}
indicators:
  - {id: i1, title: Andel, measurements: [{date: 2018, value: 70}]}
  - {id: i2, title: Vedtatt, value_type: yes_no}
"""


def read(table, text=PLAN):
    return add_measurements(plan_from_document(parse_document(text, "p.yaml")), table, "m.csv")


def found(plan):
    return [(one.code, one.place.cell, one.variant) for one in plan.reading.findings]


def test_rows_become_measurements_after_those_of_the_plan_file():
    plan = read(
        "indicator,period,value,status,region,district,sex,age,source,note\ni1,2019,71.5,provisional,3203,Heggedal,menn,20-66,KOSTRA,ny\np:i1,2020-Q2,72,,,,,,,\n"
    )
    first, second, third = plan.indicators[0].measurements
    assert (first.date, second.date, third.date) == ("2018", "2019", "2020-Q2")
    said = (
        second.value,
        second.status,
        second.region,
        second.district,
        second.sex,
        second.age,
        second.source,
        second.note,
    )
    assert said == (Decimal("71.5"), "provisional", "3203", "Heggedal", "menn", "20-66", "KOSTRA", "ny")
    assert third.status == "final"
    assert found(plan) == []


def test_norwegian_headings_words_and_numbers():
    plan = read(
        "Indikator;Periode;Verdi;Status;Kilde\ni1;31.12.2019;39 500,25;Foreløpig;SSB\ni2;2019;Ja;;\ni1;2020;;Mangler;\n"
    )
    adult, missing = plan.indicators[0].measurements[1:]
    assert (adult.date, adult.value, adult.status, adult.source) == (
        "2019-12-31",
        Decimal("39500.25"),
        "provisional",
        "SSB",
    )
    assert (missing.value, missing.status) == (None, "missing")
    assert plan.indicators[1].measurements[0].value == "yes"
    assert found(plan) == []


def test_each_defect_is_noted_at_its_cell_and_an_unknown_indicator_once():
    plan = read(
        "period,indicator,value,status\n2019,i9,1,\n2020,i9,2,\nifjor,i1,3,\n2021,i1,mye,\n2022,i1,5,finall\n\n2023,i1,6,\n"
    )
    assert found(plan) == [
        ("SDG007", "B2", "measured"),
        ("SDG010", "A4", None),
        ("SDG010", "C5", None),
        ("SDG010", "D6", "meant"),
    ]
    assert plan.reading.findings[-1].values["meant"] == "final"
    assert [one.date for one in plan.indicators[0].measurements] == ["2018", "2022", "2023"]
    assert [str(one) for one in sg.lint(plan) if one.code == "SDG007"] == [
        "m.csv, B2: error[SDG007] Indikatoren «i9» finnes ikke"
    ]


def test_unknown_columns_are_kept_in_the_note():
    plan = read("indicator,period,value,note,kvalitet\ni1,2019,1,Anslag,god\ni1,2020,2,,\n")
    assert [one.note for one in plan.indicators[0].measurements[1:]] == ["Anslag\nkvalitet: god", None]
    assert found(plan) == [("SDG005", "E1", "column")]


def test_a_measurement_tells_its_cell_and_the_rest_of_the_indicator_its_line():
    plan = read("indicator,period,value\ni2,2019,ja\ni1,2019,1\n")
    origin = plan.reading.origins["p:i1"]
    assert str(origin.place(("measurements", 1, "value"))) == "m.csv, C3"
    assert str(origin.place(("measurements", 1, "date"))) == "m.csv, B3"
    assert str(origin.place(("measurements", 0, "value"))).startswith("p.yaml:4:")
    assert str(origin.place(("unit",), ("id",))).startswith("p.yaml:4:")
    assert plan.reading.tables["m.csv", None].cell(2, 2).heading == "value"


@pytest.mark.parametrize(("table", "said"), [("", "indicator, period, value"), ("indicator,verdi\ni1,3\n", "period")])
def test_without_its_columns_it_is_no_table_of_measurements(table, said):
    with pytest.raises(sg.InputError) as caught:
        read(table)
    assert caught.value.words["en"] == f"the table has no column {said}"


@pytest.mark.parametrize("form", ["cp1252", "utf-16", "xlsx"])
def test_the_file_may_be_in_any_encoding_or_a_workbook(form, tmp_path):
    rows = [("Indikator", "Periode", "Verdi", "Kilde"), ("i1", 2019, 71.5, "Måling")]
    path = tmp_path / "m.csv"
    if form == "xlsx":
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    else:
        path.write_bytes("\n".join(";".join(map(str, row)) for row in rows).replace(".", ",").encode(form))
    (tmp_path / "p.yaml").write_text(
        PLAN.replace("language: nb", "language: nb, measurements: [m.csv]"), encoding="utf-8"
    )
    measured = sg.read_plan(tmp_path / "p.yaml").indicators[0].measurements[1]
    assert (measured.date, measured.value, measured.source) == ("2019", Decimal("71.5"), "Måling")
