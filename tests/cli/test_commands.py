"""The command line as people and CI use it: output, exit status, files; in both languages."""

from __future__ import annotations

import io
import json
import shutil
import sys

import pytest

from sdggraph.base.version import VERSION
from sdggraph_cli.main import main
from sdggraph_cli.run import run

SOUND = "examples/sound/plan.yaml"
ASKER = "examples/asker-2018/plan.yaml"

BROKEN = """\
sdggraph: 1
plan: {id: fjordvik, title: Community plan, kind: community, language: en}
indicators: [{id: i1, title: Walkers, unit: "%", baseline: {date: 2024, value: 4}, target_value: {date: 2030, value: 7}}]
objectives:
  - {id: o1, title: Safe walks, targets: [11.2], indicators: [i1]}
strategies:
  - {id: s1, title: Build paths, objectives: [o1]}
  - {id: s2, title: Light the way, objectives: [o11]}
"""


@pytest.fixture
def broken(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_version(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["sdggraph", "--version"])
    main()
    assert capsys.readouterr().out == f"sdggraph {VERSION}\n"


@pytest.mark.parametrize(
    "command", ["demo", "new", "lint", "rules", "explain", "convert", "view", "thread", "coverage", "catalogue"]
)
@pytest.mark.parametrize("lang", ["en", "nb"])
def test_every_command_has_help(capsys, command, lang):
    assert run([command, "--help", "--lang", lang]) == 0
    assert ("Bruk:" if lang == "nb" else "Usage:") in capsys.readouterr().out


def test_unknown_command_says_what_was_meant(capsys):
    assert run(["lnt"]) == 2
    assert "Did you mean lint?" in capsys.readouterr().err


def test_lint_shows_the_place_and_folds_what_follows(capsys, broken):
    assert run(["lint", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "error[SDG007]" in out
    assert "did you mean o1?" in out
    assert "  - {id: s2, title: Light the way, objectives: [o11]}" in out
    lines = out.splitlines()
    at = next(number for number, line in enumerate(lines) if "[o11]" in line)
    source, caret = lines[at], lines[at + 1]
    assert source.index("o11") == caret.index("^")
    assert caret.count("^") == 3
    assert "hence also: SDG201 s2; SDG202 s2" in out
    assert "SDG201]" not in out


def test_lint_speaks_norwegian(capsys, broken):
    assert run(["lint", "--lang", "nb", str(broken)]) == 1
    out = capsys.readouterr().out
    assert "feil[SDG007]" in out
    assert "Mente du o1?" in out


def test_lint_of_a_sound_plan_is_quiet(capsys):
    assert run(["lint", SOUND]) == 0
    assert "merknad" in capsys.readouterr().out


def test_json_is_stable(capsys, broken):
    assert run(["lint", "--format", "json", str(broken)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert list(report) == ["version", "tool", "summary", "diagnostics"]
    assert report["tool"] == {"name": "sdggraph", "version": VERSION}
    names = ["files", "nodes", "edges", "error", "warning", "info", "consequences", "fixable", "suppressed"]
    assert list(report["summary"]) == names
    [found] = [one for one in report["diagnostics"] if one["code"] == "SDG007"]
    place = found["place"]
    assert (place["line"], place["column"], place["end_line"], place["end_column"]) == (8, 49, 8, 52)
    assert place["sheet"] is place["cell"] is None
    assert found["subject"] == "fjordvik:s2"
    assert {one["code"] for one in found["consequences"]} == {"SDG201", "SDG202"}
    assert found["fix"]["safe"] is False
    assert found["fix"]["edits"][0]["text"] == "o1"


def test_fail_on_decides_the_exit_status(capsys):
    assert run(["lint", SOUND, "--fail-on", "info"]) == 1
    assert run(["lint", SOUND, "--fail-on", "warning"]) == 0
    capsys.readouterr()


def test_missing_file_is_one_clear_line(capsys):
    assert run(["lint", "nosuch.yaml"]) == 2
    captured = capsys.readouterr()
    assert captured.err == "error: nosuch.yaml: no such file\n"
    assert captured.out == ""


def test_a_missing_file_hides_nothing_of_the_others(capsys, broken):
    alone = run(["lint", str(broken)]), capsys.readouterr().out
    assert run(["lint", "nosuch.yaml", str(broken), "none.xlsx"]) == 2
    captured = capsys.readouterr()
    assert alone == (1, captured.out)
    assert captured.err == "error: nosuch.yaml: no such file\nerror: none.xlsx: no such file\n"


def test_missing_file_near_another_says_so(capsys, broken):
    assert run(["lint", str(broken.with_name("plann.yaml"))]) == 2
    assert f"did you mean {broken}?" in capsys.readouterr().err


def test_folder_stands_for_its_plans(capsys, broken):
    (broken.parent / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run(["lint", str(broken.parent)]) == 1
    assert "1 file" in capsys.readouterr().out


def test_empty_folder_is_an_error(capsys, tmp_path):
    assert run(["lint", str(tmp_path)]) == 2
    assert "no plan file in this folder" in capsys.readouterr().err


def test_folder_with_only_a_table_says_how_to_name_it(capsys, tmp_path):
    shutil.copy("examples/asker-2018/metodetabell.tsv", tmp_path / "tabell.tsv")
    assert run(["lint", str(tmp_path)]) == 2
    assert str(tmp_path / "tabell.tsv") in capsys.readouterr().err
    shutil.copy("examples/asker-2018/metodetabell.xlsx", tmp_path / "tabell.xlsx")
    (tmp_path / "budsjett.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    assert run(["lint", str(tmp_path)]) == 0
    assert "Metodetabell!C3" in capsys.readouterr().out


def test_a_spreadsheet_is_one_whatever_it_is_called(capsys, tmp_path):
    shutil.copy("examples/asker-2018/metodetabell.xlsx", tmp_path / "tabell.xls")
    assert run(["lint", str(tmp_path / "tabell.xls")]) == 0
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert run(["lint", str(tmp_path / "old.xls")]) == 2
    assert "save it as .xlsx" in capsys.readouterr().err


def test_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BROKEN.encode())))
    assert run(["lint", "-", "--stdin-filename", "mine.yaml"]) == 1
    assert "--> mine.yaml:8:49" in capsys.readouterr().out


def test_colors_only_when_asked(capsys, broken):
    run(["lint", str(broken)])
    assert "\x1b[" not in capsys.readouterr().out
    run(["lint", "--color", "always", str(broken)])
    assert "\x1b[" in capsys.readouterr().out


def test_unknown_rule_says_what_was_meant(capsys, broken):
    assert run(["lint", "--select", "SDG2O1", str(broken)]) == 2
    assert "SDG201" in capsys.readouterr().err


def test_rules_and_explain(capsys):
    assert run(["rules", "SDG20"]) == 0
    out = capsys.readouterr().out
    assert "SDG201" in out
    assert "SDG101" not in out
    assert run(["rules", "--format", "json"]) == 0
    assert {"code", "name", "severity", "holds", "message"} <= set(json.loads(capsys.readouterr().out)[0])
    assert run(["explain", "201"]) == 0
    assert "strategy-reaches-goal" in capsys.readouterr().out
    assert run(["explain", "SDG999"]) == 2


def test_catalogue(capsys):
    assert run(["catalogue", "show", "3.9a"]) == 0
    assert capsys.readouterr().out.startswith("3.a  ")
    assert run(["catalogue", "search", "helse"]) == 0
    assert "3.8" in capsys.readouterr().out
    assert run(["catalogue", "search", "qqqq"]) == 1
    assert run(["catalogue", "show", "3.18"]) == 2
    assert "3.8" in capsys.readouterr().err


def test_new_plan_has_no_finding_and_is_not_overwritten(capsys, tmp_path):
    for lang in ("en", "nb"):
        file = tmp_path / f"{lang}.yaml"
        assert run(["new", str(file), "--lang", lang]) == 0
        assert run(["lint", str(file), "--fail-on", "info"]) == 0
        assert run(["new", str(file)]) == 2
        assert run(["new", str(file), "--force"]) == 0
    capsys.readouterr()


def test_convert_writes_an_equal_plan(capsys, tmp_path):
    from sdggraph import read_plan

    for name in ("plan.yaml", "plan.json"):
        assert run(["convert", ASKER, str(tmp_path / name)]) == 0
        assert read_plan(tmp_path / name) == read_plan(ASKER)
    assert run(["convert", ASKER, str(tmp_path / "plan.ttl")]) == 0
    assert "http://metadata.un.org/sdg/" in (tmp_path / "plan.ttl").read_text(encoding="utf-8")
    assert run(["convert", ASKER, str(tmp_path / "plan.odd")]) == 2
    assert run(["convert", ASKER, str(tmp_path / "plan.ttl")]) == 2
    assert "exists already" in capsys.readouterr().err


def test_view_writes_one_page(capsys, tmp_path):
    page = tmp_path / "plan.html"
    assert run(["view", ASKER, "-o", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(page) in capsys.readouterr().out


def test_demo_does_the_main_job(capsys, tmp_path):
    home = tmp_path / "out"
    assert run(["demo", str(home)]) == 0
    out = capsys.readouterr().out
    for name in ("metodetabell.xlsx", "plan.yaml", "plan.ttl", "plan.html"):
        assert (home / name).exists()
        assert name in out
    for code, mended in (("3.9a", "3.a"), ("3.9d", "3.d"), ("9.5c", "9.c"), ("11.7a", "11.a")):
        assert f"«{code}» er lest som {mended}" in out
    assert "SDG205" in out
    assert run(["demo", str(home)]) == 2
    assert "--force" in capsys.readouterr().err
    assert run(["demo", str(home), "--force", "--lang", "en"]) == 0
    assert "is read as 3.a" in capsys.readouterr().out


def test_a_defect_of_ours_is_one_message(capsys, monkeypatch, broken):
    import sdggraph.app.lint_files

    def fail(*_arguments, **_options):
        raise RuntimeError("boom")

    monkeypatch.setattr(sdggraph.app.lint_files, "lint_files", fail)
    assert run(["lint", str(broken)]) == 2
    err = capsys.readouterr().err
    assert "defect of sdggraph" in err
    assert "Traceback" not in err
