"""``sdggraph measure``: what is written where, that comments stay, and that nothing is written twice."""

from __future__ import annotations

import io
import json

import pytest
from openpyxl import Workbook

import sdggraph as sg
from sdggraph_cli.run import run
from tests.io.statistics.loopback_office import CARE, answer, office

PLAN = """\
sdggraph: 1
plan:
  id: asker
  language: nb
  organisation:
    name: Asker
    numbers: [{number: "3203", from: 2024}, {number: "3025", from: 2020, to: 2023}]
    predecessors: ["0220", "0627", "0628"]
indicators:
  # en andel
  - id: i1
    title: Andel
    unit: "%"
    source: {system: KOSTRA, table: "13502", code: KOSandel150000}
    baseline: {date: 2019, value: 70}
    measurements:
      - {date: 2020, value: 70.9, status: provisional} # foreløpig
      - date: 2021
        value: 72.5
    # slutt på den
  - {id: i2, title: Antall, unit: plasser, source: {system: SSB, table: "13502", code: KOSantall1}, baseline: {date: 2018, value: 1}}
  - {id: i3, title: Eget, unit: stk}
"""
OWN = "i1,2023,73,final,3025,,,,KOSTRA 13502,\ni1,2024,74.4,final,3203,,,,KOSTRA 13502,\n"


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture
def ask(file, tmp_path, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with office(t13502=CARE) as (found, address):
        monkeypatch.setenv("SDGGRAPH_PXWEB", address)
        yield lambda *more: (run(["measure", str(file), "--cache", str(tmp_path / "cache"), *more]), found)[0]


def points(file, indicator):
    read = sg.read_plan(file)
    found = next(one for one in read.indicators if one.id == indicator)
    return [(one.date, str(one.value), one.region, one.status) for one in found.measurements]


def test_to_a_table_of_its_own(ask, file, capsys):
    assert ask("--lang", "nb") == 0
    said = capsys.readouterr().err
    assert "1 oppdatert" in said
    assert "measurements: [plan-measurements.csv]" in said
    table = (file.parent / "plan-measurements.csv").read_text(encoding="utf-8")
    assert OWN in table
    # Before the merger each former municipality stands alone: a share is never summed.
    assert "i1,2019,70.5,final,0220," in table
    assert "i1,2019,74,final,0627," in table
    assert "999" not in table  # of another municipality
    text = file.read_text(encoding="utf-8")
    assert text == PLAN.replace("70.9, status: provisional", "71, status: final")
    before = table
    assert ask() == 0  # again: nothing is written twice
    assert (file.parent / "plan-measurements.csv").read_text(encoding="utf-8") == before
    named = text.replace("  language: nb\n", "  language: nb\n  measurements: [plan-measurements.csv]\n")
    file.write_text(named, encoding="utf-8")
    assert ask() == 0
    assert (file.parent / "plan-measurements.csv").read_text(encoding="utf-8") == before
    assert points(file, "i1")[-1] == ("2024", "74.4", "3203", "final")
    assert sg.status(sg.read_plan(file))["i1"].latest.value == sg.read_plan(file).indicators[0].measurements[-1].value


def test_diff_writes_nothing(ask, file, capsys):
    assert ask("--diff") == 0
    out = capsys.readouterr().out
    assert "-      - {date: 2020, value: 70.9, status: provisional} # foreløpig" in out
    assert "+      - {date: 2020, value: 71, status: final} # foreløpig" in out
    assert "+++ b/" in out
    assert file.read_text(encoding="utf-8") == PLAN
    assert [one.name for one in file.parent.iterdir() if one.is_file()] == ["plan.yaml"]


def test_into_the_plan_with_its_comments(ask, file):
    assert ask("--into-plan", "--sum-predecessors", "--provisional", "2024") == 0
    text = file.read_text(encoding="utf-8")
    kept = [line for line in PLAN.splitlines() if "70.9" not in line and "id: i2" not in line]
    assert [line for line in text.splitlines() if line in kept] == kept
    assert '\n      - {date: 2023, value: 73, region: "3025", source: KOSTRA 13502}\n' in text
    assert points(file, "i1")[-1] == ("2024", "74.4", "3203", "provisional")
    # 100 + 40 + 21 were counted in 2019; in 2018 one of the three has no figure, so there is no sum.
    assert ("2019", "161", None, "final") in points(file, "i2")
    assert [one[0] for one in points(file, "i2") if one[2] is None] == ["2019"]
    assert not [one for one in points(file, "i1") if one[0] == "2019" and one[2] is None]
    assert sg.read_plan(file).indicators[2].measurements == ()
    before = text
    assert ask("--into-plan", "--sum-predecessors", "--provisional", "2024") == 0
    assert file.read_text(encoding="utf-8") == before
    assert ask("--into-plan", "--sum-predecessors") == 0  # the provisional figure is final now
    assert points(file, "i1")[-1] == ("2024", "74.4", "3203", "final")


def test_final_figures_stay_unless_asked_otherwise(ask, file, capsys):
    file.write_text(PLAN.replace("value: 72.5", "value: 72.1"), encoding="utf-8")
    assert ask("--lang", "en") == 0
    assert "i1 2021: 72.1 → 72.5 (differ" in capsys.readouterr().err
    assert ("2021", "72.1", None, "final") in points(file, "i1")
    assert ask("--revise") == 0
    assert ("2021", "72.5", None, "final") in points(file, "i1")


def test_a_table_keeps_its_own_form(ask, file):
    table = file.parent / "m.csv"
    old = "Indikator;Periode;Verdi;Status\r\ni1;2023;72,9;foreløpig\r\ni3;2020;5;endelig"
    table.write_bytes(b"\xef\xbb\xbf" + old.encode())
    file.write_text(PLAN.replace("  language: nb\n", "  language: nb\n  measurements: [m.csv]\n"), encoding="utf-8")
    assert ask("--indicator", "i1") == 0
    written = table.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    text = written.decode("utf-8-sig")
    assert text.startswith("Indikator;Periode;Verdi;Status;region;source\r\ni1;2023;73;final\r\ni3;2020;5;endelig\r\n")
    assert text.endswith("i1;2024;74,4;final;3203;KOSTRA 13502\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert ("2024", "74.4", "3203", "final") in points(file, "i1")
    assert ("2023", "73", None, "final") in points(file, "i1")


def test_from_a_json_stat_file(file, tmp_path, capsys):
    data = tmp_path / "data.json"
    data.write_text(json.dumps(answer(CARE, "13502", {}, values=True)), encoding="utf-8")
    assert run(["measure", str(file), str(data), "--to", str(tmp_path / "t.csv")]) == 0
    assert OWN in (tmp_path / "t.csv").read_text(encoding="utf-8")
    other = json.dumps(answer(CARE, "99999", {}, values=True))
    data.write_text(other, encoding="utf-8")
    capsys.readouterr()
    assert run(["measure", str(file), str(data), "--lang", "en", "--to", str(tmp_path / "u.csv")]) == 0
    assert "no indicator has a source" in capsys.readouterr().err
    assert not (tmp_path / "u.csv").exists()


def test_from_tables(file, tmp_path, capsys):
    table = tmp_path / "in.csv"
    table.write_text("indikator;periode;verdi;enhet\ni3;2022;1 204,5;stk\ni3;2023;7;%\nix;2023;7;\n", encoding="utf-8")
    assert run(["measure", str(file), str(table), "--into-plan", "--lang", "nb"]) == 0
    assert points(file, "i3") == [("2022", "1204.5", None, "final")]
    said = capsys.readouterr().err
    assert "in.csv, D3" in said  # the wrong unit
    assert "in.csv, A4" in said  # the unknown indicator
    assert "measurements: [{date: 2022, value: 1204.5}]}\n" in file.read_text(encoding="utf-8")


def test_the_wrong_unit_is_not_taken(ask, file, capsys):
    file.write_text(PLAN.replace('unit: "%"', "unit: kroner"), encoding="utf-8")
    assert ask("--lang", "en", "--diff") == 0
    said = capsys.readouterr()
    assert "has the unit prosent, the indicator kroner: left out" in said.err
    assert "i1,2024" not in said.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("code: KOSantall1", "code: KOSantall9", "har ikke koden KOSantall9"),
        ('table: "13502", code: KOSantall1', 'table: "1", code: X', "404"),
        (
            '{number: "3203", from: 2024}, {number: "3025", from: 2020, to: 2023}',
            '{number: "4601"}',
            "ingen av numrene",
        ),
    ],
)
def test_what_cannot_be_had_is_said_and_the_rest_is_done(ask, file, capsys, old, new, said):
    text = PLAN.replace(old, new)
    file.write_text(text.replace('["0220", "0627", "0628"]', "[]") if "4601" in new else text, encoding="utf-8")
    assert ask("--lang", "nb", "--diff") == 0
    shown = capsys.readouterr()
    assert said in shown.err
    assert ("i1,2024,74.4" in shown.out) == ("4601" not in new)


def test_calls_that_cannot_be_done(file, capsys, monkeypatch):
    monkeypatch.delenv("SDGGRAPH_PXWEB", raising=False)
    assert run(["measure", str(file), "--lang", "en"]) == 2
    assert "SDGGRAPH_PXWEB" in capsys.readouterr().err
    assert run(["measure", str(file), "--api", "nonsense", "--lang", "en"]) == 2
    assert "no address" in capsys.readouterr().err
    assert run(["measure", str(file), "--indicator", "i9", "--lang", "en"]) == 2
    assert "Did you mean i" in capsys.readouterr().err
    file.write_text("plan: {id: p, language: en}\nindicators: [{id: i, title: I}]\n", encoding="utf-8")
    assert run(["measure", str(file), "--api", "http://127.0.0.1:9/v2", "--lang", "en"]) == 2
    assert "no indicator has a table" in capsys.readouterr().err


def test_a_plan_by_standard_input_is_not_written_into(ask, capsys, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    data = tmp_path / "in.csv"
    data.write_text("indicator,period,value\ni3,2022,4\ni1,2020,71\n", encoding="utf-8")
    assert run(["measure", "-", str(data), "--into-plan", "--to", str(tmp_path / "t.csv"), "--lang", "en"]) == 0
    assert "could not be brought up to date" in capsys.readouterr().err
    assert "i3,2022,4,final" in (tmp_path / "t.csv").read_text(encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert run(["measure", "-", str(data), "--lang", "en"]) == 2
    assert "--to" in capsys.readouterr().err


def test_a_workbook_is_brought_up_to_date_in_its_cells(file, tmp_path):
    book = Workbook()
    for row in (["indikator", "periode", "verdi", "status"], ["i3", 2021, 4, "foreløpig"], ["i3", 2020, 3, "endelig"]):
        book.active.append(row)
    book.save(tmp_path / "m.xlsx")
    file.write_text(PLAN.replace("  language: nb\n", "  language: nb\n  measurements: [m.xlsx]\n"), encoding="utf-8")
    data = tmp_path / "in.csv"
    data.write_text("indicator,period,value\ni3,2021,4.5\ni3,2022,6\n", encoding="utf-8")
    assert run(["measure", str(file), str(data)]) == 0
    assert points(file, "i3") == [("2021", "4.5", None, "final"), ("2020", "3", None, "final")]
    assert "i3,2022,6,final" in (tmp_path / "plan-measurements.csv").read_text(encoding="utf-8")
