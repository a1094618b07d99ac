"""Converting to tables and back, and the workbook to begin with, by way of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import sdggraph as sg
from sdggraph_cli.run import run

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = str(EXAMPLES / "complete" / "plan.yaml")
TABLE = str(EXAMPLES / "asker-2018" / "metodetabell.xlsx")


def test_a_plan_becomes_a_workbook_and_an_equal_plan_again(tmp_path):
    assert run(["convert", PLAN, str(tmp_path / "plan.xlsx")]) == 0
    assert run(["convert", str(tmp_path / "plan.xlsx"), str(tmp_path / "again.yaml")]) == 0
    again = sg.read_plan(tmp_path / "plan.xlsx")
    assert (sg.read_plan(tmp_path / "again.yaml"), len(again.indicators)) == (again, 20)


@pytest.mark.parametrize("name", ["metodetabell.csv", "metodetabell.tsv"])
def test_a_method_table_becomes_text_and_is_the_same_plan(name, tmp_path):
    assert run(["convert", TABLE, str(tmp_path / name), "--quiet"]) == 0
    assert sg.read_plan(tmp_path / name) == sg.read_plan(TABLE)
    assert (tmp_path / name).read_bytes().startswith(b"\xef\xbb\xbf" if name.endswith("csv") else b"Globalt")


def test_the_method_table_as_a_workbook_is_asked_for_by_name(tmp_path):
    assert run(["convert", PLAN, str(tmp_path / "m.xlsx"), "--to", "method-table"]) == 0
    plan = sg.read_plan(tmp_path / "m.xlsx")
    assert plan.reading.understood["en"].startswith("read as a method table")


@pytest.mark.parametrize("arguments", [["plan.xlsx"], ["--workbook"]])
def test_a_new_workbook_can_be_linted_at_once(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", *arguments, "--lang", "nb"]) == 0
    assert run(["lint", "plan.xlsx", "--fail-on", "error"]) == 0
    assert run(["new", *arguments]) == 2
    assert "plan.xlsx" in capsys.readouterr().out
