"""``sdggraph review``: from the first recording to the last acceptance, in both languages and at 80 columns."""

from __future__ import annotations

import json

import click
import pytest

from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
objectives: [{id: o1, title: Safe paths, targets: [11.2]}]
strategies: [{id: s1, title: Build paths from every village to the school and to the bus stop by the county road, objectives: [o1]}]
"""


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_from_first_to_last(plan, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    before = plan.read_bytes()
    assert run(["review", str(plan)]) == 0
    assert "Nothing of this plan has been reviewed yet" in capsys.readouterr().out
    assert not plan.with_suffix(".review.json").exists()
    assert run(["review", str(plan), "--accept-all", "--by", "Kari", "--as-of", "2026-02-03"]) == 0
    assert "No relation is suspect: all 2" in capsys.readouterr().out
    assert plan.read_bytes() == before
    plan.write_text(PLAN.replace("Safe paths", "Safe roads"), encoding="utf-8")
    assert run(["review", str(plan), "--color", "always"]) == 0
    out = click.unstyle(capsys.readouterr().out)
    assert "2 of 2 relations are suspect" in out
    assert "reviewed 2026-02-03 by Kari" in out
    assert max(map(len, (line for line in out.splitlines() if "plan.yaml" not in line))) <= 80
    assert run(["review", str(plan)]) == 0
    assert "o1, title: Safe [-paths-]{+roads+}" in capsys.readouterr().out
    assert run(["review", str(plan), "--accept", "s1", "--note", "Holds"]) == 0
    assert "1 of 2 relations is suspect" in capsys.readouterr().out
    assert run(["review", str(plan), "--accept-all", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"]["suspect"] == 0


def test_norwegian(plan, capsys):
    assert run(["review", str(plan), "--accept-all", "--lang", "nb"]) == 0
    plan.write_text(PLAN.replace("Safe paths", "Safe roads"), encoding="utf-8")
    assert run(["review", str(plan), "--lang", "nb"]) == 0
    assert "2 av 2 koblinger må gjennomgås" in capsys.readouterr().out


def test_what_can_not_be_done_is_said(plan, capsys):
    assert run(["review", "-"]) == 2
    assert run(["review", str(plan), "--by", "Kari"]) == 2
    assert run(["review", str(plan), "--accept", "s9"]) == 2
    assert "did you mean s1?" in capsys.readouterr().err
    plan.with_suffix(".review.json").write_text("{", encoding="utf-8")
    assert run(["review", str(plan), "--accept-all"]) == 2
    assert "is no file of reviewed relations" in capsys.readouterr().err
    assert plan.with_suffix(".review.json").read_text(encoding="utf-8") == "{"


def test_a_folder_is_linted_as_before_beside_a_lock(plan, capsys):
    assert run(["review", str(plan), "--accept-all"]) == 0
    capsys.readouterr()
    run(["lint", str(plan.parent), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["summary"]["files"] == 1
