"""``sdggraph status``: what is printed, in which forms, for whom; it always leaves with 0."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from openpyxl import load_workbook

from sdggraph_cli.glyphs import shows_unicode, sparkline
from sdggraph_cli.run import run

COMPLETE = "examples/complete/plan.yaml"


@pytest.fixture(autouse=True)
def unicode(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def printed(capsys, *arguments):
    assert run(["status", *arguments]) == 0
    return capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("more", [[], ["--explain"]])
def test_eighty_columns_and_no_colours_in_a_pipe(capsys, lang, more):
    for plan in (COMPLETE, "examples/sound/plan.yaml", "examples/broken/plan.yaml", "examples/asker-2018/plan.yaml"):
        out = printed(capsys, plan, "--lang", lang, *more)
        assert max(map(len, out.splitlines())) < 80
        assert "\x1b" not in out


def test_the_worst_comes_first(capsys):
    out = printed(capsys, COMPLETE, "--lang", "nb")
    assert "17 indikatorer: ▼ 1 ute av kurs, ◐ 1 henger etter, ○ 1 ikke målt, ● 13 i rute" in out
    assert out.index("Sysselsatte") < out.index("Flomsikrede") < out.index("Små boliger") < out.index("Fallskader")
    assert "Fra 76,2 % i 2023 til 80 % i 2036: ventet 76,8 % i 2025" in out
    assert "kvinner: 37 (2024), 40 (2025)" in out
    assert re.search(r"Sysselsatte fra 20 til 66 år +█▆▁ +75,8 % +76,8 % +80 % +2036\n", out)
    assert "* foreløpig tall" in out
    assert "1 er ikke målt så ofte som den skal" in out


def test_plans_that_measure_nothing_say_so(capsys):
    out = printed(capsys, "examples/asker-2018/plan.yaml", "--lang", "nb")
    assert "Planen har ingen indikatorer." in out
    assert "6 prioriterte bærekraftsmål, 27 valgte delmål, 7 målområder" in out


def test_as_of(capsys):
    out = printed(capsys, COMPLETE, "--lang", "en", "--as-of", "2025-01-31")
    assert out.startswith("as of 2025-01-31\n")
    assert "measured in 2026" not in out
    early = json.loads(printed(capsys, COMPLETE, "--as-of", "2024-12-31", "--format", "json"))
    walkers = next(one for one in early["indicators"] if one["indicator"].endswith(":aktive"))
    assert (walkers["measured_date"], walkers["measured"]) == ("2024", 40)
    assert walkers["left_out"][0]["reason"] == "future"
    assert walkers["left_out"][0]["place"]["cell"]


def test_a_part_of_it(capsys):
    def shown(*arguments):
        rows = csv.DictReader(io.StringIO(printed(capsys, COMPLETE, "--format", "csv", *arguments)))
        return {row["indicator"].partition(":")[2] for row in rows}

    assert shown("--only", "off,lagging") == {"sysselsatte", "flomsikring"}
    assert shown("--only", "overdue") == {"smaboliger"}
    assert shown("--only", "not_accepted") == {"sysselsatte"}
    assert shown("--node", "hjemme") == {"institusjon", "fall", "timer-i-bil"}
    assert shown("--area", "omstilling") == {"klimagass", "sysselsatte", "internett"}
    assert shown("--goal", "3") == {"fornoyd", "institusjon", "fall", "timer-i-bil", "aktive"}
    assert shown("--goal", "3", "--only", "off") == set()
    assert shown("--node", "aktive") == {"aktive"}


def test_calls_that_cannot_be_done(capsys):
    assert run(["status", COMPLETE, "--only", "of", "--lang", "en"]) == 2
    assert "Did you mean off?" in capsys.readouterr().err
    assert run(["status", COMPLETE, "--node", "hjemm", "--lang", "en"]) == 2
    assert "hjemme" in capsys.readouterr().err
    assert run(["status", COMPLETE, "--format", "xlsx", "--lang", "en"]) == 2
    assert "-o status.xlsx" in capsys.readouterr().err


def test_json(capsys):
    found = json.loads(printed(capsys, COMPLETE, "--format", "json", "--lang", "en"))
    assert found["version"] == 1
    assert found["as_of"] == "2026-06-30"
    assert found["counts"] == {"achieved": 1, "on_track": 13, "lagging": 1, "off": 1, "not_measured": 1, "no_data": 0}
    work = next(one for one in found["objectives"] if one["node"].endswith(":arbeid"))
    assert (work["indicators"], work["off"], work["achieved"], work["not_accepted"]) == (2, 1, 1, 1)
    school = next(one for one in found["indicators"] if one["indicator"].endswith(":skolevei"))
    assert [series["district"] for series in school["series"]] == ["Nesvågen", "Ytre Holmen"]
    assert school["series"][0]["measurements"][-1] == {"date": "2025", "value": 69}


def test_csv_markdown_and_workbook(capsys, tmp_path):
    rows = list(csv.DictReader(io.StringIO(printed(capsys, COMPLETE, "--format", "csv", "--lang", "nb"))))
    assert len(rows) == 20
    assert rows[0]["result_text"] == "i rute"
    table = printed(capsys, COMPLETE, "--format", "markdown", "--only", "off", "--lang", "nb").splitlines()
    assert table[2] == "| Sysselsatte fra 20 til 66 år | ute av kurs | 76,2 % | 76,8 % | 75,8 % | 2025 | 80 % |"
    file = tmp_path / "s.xlsx"
    assert run(["status", COMPLETE, "--format", "xlsx", "-o", str(file), "--lang", "nb"]) == 0
    book = load_workbook(file)
    assert book.sheetnames == ["Indikatorer", "Bærekraftsmål, områder, mål"]
    sheet = book["Indikatorer"]
    assert sheet.max_row == 21
    assert sheet.freeze_panes == "A2"
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("measured") + 1).value == 84
    assert run(["status", COMPLETE, "--format", "xlsx", "-o", str(file)]) == 2  # never over what is there


def test_a_terminal_that_shows_ascii_only(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    out = printed(capsys, COMPLETE, "--lang", "en", "--only", "off")
    assert re.search(r"v Employed residents.* #\+_ ", out)
    assert not set(out) & set("▁▂▃▄▅▆▇█▼●◐✓○")


@pytest.mark.parametrize(
    ("environment", "shows"),
    [
        ({}, True),
        ({"LANG": "nb_NO.UTF-8"}, True),
        ({"LC_ALL": "C.UTF-8"}, True),
        ({"LC_ALL": "C", "LANG": "nb_NO.UTF-8"}, False),
        ({"LANG": "nb_NO.ISO-8859-1"}, False),
        ({"LANG": "nb_NO"}, True),
    ],
)
def test_which_signs_are_shown(environment, shows):
    assert shows_unicode(environment) is shows


def test_sparklines():
    assert sparkline([1, 2, 3]) == "▁▅█"
    assert sparkline([3, 3]) == "▄▄"
    assert sparkline([]) == ""
    assert sparkline([0, 7], unicode=False) == "_#"
