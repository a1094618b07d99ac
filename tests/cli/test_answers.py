"""Coverage, materiality, benefits, money and interactions: every form, to a file and through a pipe."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from sdggraph_cli.run import run
from sdggraph_cli.text_table import amount, tabulated

COMPLETE = "examples/complete/handlingsdel.yaml"
PLANS = (COMPLETE, "examples/asker-2018/plan.yaml", "examples/sound/plan.yaml")
COMMANDS = ("coverage", "materiality", "benefits", "money", "interactions")
DRAWN = ("coverage", "materiality", "benefits", "interactions")


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("lang", ["en", "nb"])
def test_text_keeps_to_the_page(capsys, plan, lang):
    for command in COMMANDS:
        assert run([command, plan, "--lang", lang]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        assert said.out
        assert max(map(len, said.out.splitlines())) <= 80
        assert not any(line != line.rstrip() for line in said.out.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_files_name_decides_the_form(command, tmp_path):
    for plan in PLANS[:2]:
        for suffix in ("json", "csv", "md", "xlsx", "txt", *(["svg"] if command in DRAWN else [])):
            out = tmp_path / f"{command}.{suffix}"
            assert run([command, plan, "-o", str(out), "--force"]) == 0
            data = out.read_bytes()
            if suffix == "json":
                assert json.loads(data)["version"] == 1
            if suffix == "svg":
                assert ET.fromstring(data).get("role") == "img"
            if suffix == "xlsx":
                assert data.startswith(b"PK")
    assert run([command, COMPLETE, "-o", str(out)]) == 2  # is there already


def test_a_workbook_is_not_printed(capsys):
    assert run(["money", COMPLETE, "--format", "xlsx"]) == 2
    assert "-o" in capsys.readouterr().err


def test_no_form_that_a_command_has_not(capsys, tmp_path):
    assert run(["money", COMPLETE, "--format", "svg"]) == 2
    assert run(["money", COMPLETE, "-o", str(tmp_path / "m.svg")]) == 2
    assert run(["coverage", COMPLETE, "-o", str(tmp_path / "m.mmd")]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_drawing_has_the_width_that_is_asked_for(capsys):
    for width in ("360", "1200"):
        assert run(["materiality", COMPLETE, "--format", "svg", "--width", width]) == 0
        assert ET.fromstring(capsys.readouterr().out).get("width") == width


def test_defects_of_a_table_are_told_beside_the_figures(capsys, tmp_path):
    matrix = tmp_path / "m.csv"
    matrix.write_text("source,target,score\n3,99,1\n3,8,1\n", encoding="utf-8")
    assert run(["interactions", COMPLETE, "--matrix", str(matrix), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert "m.csv, B2: error[SDG001]" in said.err
    assert json.loads(said.out)["left_out"][0]["place"]["cell"] == "B2"


def test_tables_give_way_in_their_flexible_columns():
    lines = list(tabulated(["Title", "x"], [["a" * 200, "1"], ["over the whole width"]]))
    assert [len(line) for line in lines[:2]] == [79, 79]
    assert lines[1].endswith("…  1")
    assert lines[2] == "over the whole width"


def test_amounts():
    assert amount(-1_234_567, "nb") == "\N{MINUS SIGN}1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
    assert amount(1000, "en") == "1,000"
    assert amount(None, "en") == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_is_for_people(command, capsys):
    assert run([command, COMPLETE, "--format", "markdown", "--lang", "nb"]) == 0
    first, _, *rows = capsys.readouterr().out.splitlines()
    assert "Tittel" in first
    assert "_" not in first
    assert rows
    assert not any("True" in row or "False" in row or "None" in row for row in rows)
