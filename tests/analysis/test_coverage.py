"""Coverage: each figure by arithmetic done by hand here; and the command that shows it."""

from __future__ import annotations

import csv
import io
import json

import pytest

import sdggraph as sg
from sdggraph.analysis.coverage import coverage
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
goals: [11, 13, 5]
targets: [11.2, 11.3, 13.1]
areas:
  - {id: a1, title: Travel, goals: [11, 13]}
  - {id: a2, title: =House}
objectives:
  - {id: o1, title: Safe, areas: [a1], targets: [11.2], indicators: [i1]}
  - {id: o2, title: Green, areas: [a2]}
strategies:
  - {id: s1, title: One, objectives: [o1], targets: [11.2, 11.3]}
  - {id: s2, title: Two, objectives: [o1]}
  - {id: s3, title: Three, objectives: [o2], targets: [{code: 13.2, role: negative}]}
  - {id: s4, title: Four, objectives: [o2], targets: [11.2, {code: 11.6, role: negative}]}
indicators: [{id: i1, title: Walkers}]
"""


@pytest.fixture(scope="module")
def found():
    return coverage(sg.PlanGraph.of(plan_from_document(parse_document(PLAN, "p.yaml"))))


def row(rows, code):
    return next(one for one in rows if one.code == code)


def test_goals(found):
    eleven = row(found.goals, "11")
    # s1 and s4 claim targets of goal 11 themselves; s2 reaches it through o1 and a1; s3 doesn't.
    assert (eleven.direct, eleven.inherited, eleven.strategies) == (2, 1, 3)
    # o1 measures s1 and s2; s4 stands under o2, which nobody measures.
    assert eleven.measured == 2
    assert eleven.named
    assert eleven.selected == 2
    assert eleven.objectives == 1
    assert dict(eleven.by_area) == {"p:a1": 2, "p:a2": 1}
    thirteen = row(found.goals, "13")
    # s1 and s2 inherit goal 13 from a1; s3 works against it.
    assert (thirteen.direct, thirteen.inherited, thirteen.against) == (0, 2, 1)
    five = row(found.goals, "5")
    assert five.named
    assert five.strategies == 0
    assert len(found.goals) == 17
    assert found.strategies == 4
    assert found.unserved == ("p:s3",)


def test_targets(found):
    assert [one.code for one in found.targets] == ["11.2", "11.3", "11.6", "13.1", "13.2"]
    assert (row(found.targets, "11.2").direct, row(found.targets, "11.2").inherited) == (2, 1)
    assert (row(found.targets, "11.6").strategies, row(found.targets, "11.6").against) == (0, 1)
    assert row(found.targets, "13.1").named
    assert row(found.targets, "13.1").strategies == 0


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_command(capsys, file, tmp_path):
    assert run(["coverage", str(file)]) == 0
    out = capsys.readouterr().out
    assert "2 of the UN's 169" not in out
    assert "3 of the UN's 169 targets are selected" in out
    assert "1 reaches no goal" in out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert run(["coverage", str(file), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[10]["direct"] == 2
    assert run(["coverage", str(file), "--format", "csv", "-o", str(tmp_path / "c.csv")]) == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "c.csv").read_text(encoding="utf-8"))))
    assert rows[0][-1] == "'=House"
    assert len(rows) == 18
    assert run(["coverage", str(file), "--format", "csv", "-o", str(tmp_path / "c.csv")]) == 2


def test_an_empty_plan_has_nothing_to_show(capsys, tmp_path):
    file = tmp_path / "e.yaml"
    file.write_text("plan: {id: e, language: nb}\n", encoding="utf-8")
    assert run(["coverage", str(file), "--targets"]) == 0
    assert "0 strategier" in capsys.readouterr().out
