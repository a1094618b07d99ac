"""A table's own column accepts findings of its rows: in a method table, a flat list and a workbook."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

import sdggraph as sg

LIST = "Mål;Strategi;Bærekraftsmål og delmål;{heading}\nTørre åkrer;Rense grøfter;3.9a;{first}\nTørre åkrer;Rense diker;3.9a;{second}\n"


def lint(tmp_path, **cells):
    file = tmp_path / "liste.csv"
    file.write_text(LIST.format(**{"heading": "Godtatte funn", "first": "", "second": "", **cells}), encoding="utf-8")
    return sg.lint(sg.read_plan(file), select="SDG002,SDG005,SDG011,SDG213,SDG202", lang="en")


def found(report):
    return [(one.code, one.place.cell) for one in report]


def test_nothing_is_said_of_the_column(tmp_path):
    assert ("SDG002", "C2") in found(lint(tmp_path))
    assert not {"SDG005", "SDG011"} & {one.code for one in lint(tmp_path)}
    assert not any(node.notes for node in sg.read_plan(tmp_path / "liste.csv").strategies)


@pytest.mark.parametrize("heading", ["Godtatte funn", "ignore", "Unntak frå reglar", "Accepted findings"])
@pytest.mark.parametrize("cell", ["SDG002: slik står det", "sdg002 slik står det", "[002x], SDG002", "code"])
def test_a_cell_covers_its_row(tmp_path, heading, cell):
    report = lint(tmp_path, heading=heading, first=cell)
    left = [cell for code, cell in found(report) if code == "SDG002"]
    if cell.lower().startswith("sdg002"):
        assert left == ["C3"]
        assert [one.reason for one in report.suppressed] == ["slik står det"]
        assert report.suppressed[0].place.cell == "D2"
    else:
        assert left == ["C2", "C3"]


def test_a_cell_without_effect_is_found(tmp_path):
    report = lint(tmp_path, second="SDG002, SDG213 trengs ikke")
    (idle,) = report.of("SDG011")
    assert (idle.place.cell, idle.message, idle.fix) == ("D3", "SDG213 is ignored here, but nothing is found", None)


def test_a_cell_that_names_no_rule_is_found(tmp_path):
    report = lint(tmp_path, second="måles av fylket")
    (bare,) = report.of("SDG011")
    assert (bare.place.cell, bare.message) == ("D3", "The cell names no rule, so it silences nothing")
    assert bare.help == "Write the rule, then the reason: `SDG202 measured by the county`."


def test_a_workbook_has_the_column_too(tmp_path):
    book = Workbook()
    plan, strategies = book.active, book.create_sheet("strategies")
    plan.title = "plan"
    for row in (("id", "p"), ("language", "en")):
        plan.append(row)
    for row in (
        ("id", "title", "ignore"),
        ("s1", "Clear the ditches", "SDG201 so be it"),
        ("s2", "Clear the dikes", None),
    ):
        strategies.append(row)
    book.save(tmp_path / "plan.xlsx")
    report = sg.lint(sg.read_plan(tmp_path / "plan.xlsx"), select="SDG201,SDG005,SDG011")
    assert [(one.code, one.subject) for one in report] == [("SDG201", "p:s2")]
    assert [(one.diagnostic.subject, one.reason) for one in report.suppressed] == [("p:s1", "so be it")]
