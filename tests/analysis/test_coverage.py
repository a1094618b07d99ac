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
    assert "all of the UN's             169         3       2         2         2" in out
    assert "1 reaches no goal" in out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert run(["coverage", str(file), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["goals"][10]["direct"] == 2
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


def test_targets_of_a_goal_tracks_dimensions_objectives(found):
    eleven = row(found.goals, "11")
    # 11.2 and 11.3 are served; 11.6 is only worked against. Goal 11 has 10 targets.
    assert (eleven.targets, eleven.served) == (10, 2)
    assert dict(eleven.direct_by_area) == {"p:a1": 1, "p:a2": 1}
    # Nobody gives dimensions: goal 11 is social and 13 environment; s1, s2 reach both, s4 goal 11, s3 none.
    assert dict(found.by_dimension) == {"social": 3, "environment": 2}
    assert row(found.targets, "11.2").by_objective == {"p:o1": "direct"}
    assert found.by_track == {}
    assert found.objective_rows()[0] == {
        "target": "11.2",
        "target_title": found.graph.title("sdg:11.2", "en"),
        "objective": "p:o1",
        "objective_title": "Safe",
        "how": "direct",
    }


def test_shares_of_the_targets(found):
    shares = {one.name: one for one in found.shares}
    assert {name: one.targets for name, one in shares.items()} == {"all": 169, "outcome": 107, "means": 62}
    # Selected: 11.2, 11.3, 13.1. Served: 11.2 (s1, s2, s4), 11.3 (s1); of both s1 is measured.
    whole = shares["all"]
    assert (whole.selected, whole.served, whole.direct, whole.measured) == (3, 2, 2, 2)
    assert shares["means"].selected == 0


def test_among_the_targets_that_one_answers_for():
    plan = plan_from_document(parse_document(PLAN, "p.yaml"))
    share = sg.coverage(plan, among=["13", "11.2"]).shares[-1]
    # Goal 13 has five targets (13.1-13.3, 13.a, 13.b), of which 13.1 is selected; with 11.2 that is six and two.
    assert (share.name, share.targets, share.selected, share.served) == ("among", 6, 2, 1)
    with pytest.raises(sg.NotFoundError):
        sg.coverage(plan, among=["3.99"])


def test_a_list_of_targets_is_read_with_its_defects(capsys, file, tmp_path):
    listed = tmp_path / "ours.csv"
    listed.write_text("Delmål;Hvorfor\n11.2;vi\n11.99;?\n13;alt\n", encoding="utf-8")
    assert run(["coverage", str(file), "--among", str(listed), "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert "those on your list" in said.out
    assert "ours.csv, A3: error[SDG001]" in said.err
    empty = tmp_path / "none.txt"
    empty.write_text("nothing here\n", encoding="utf-8")
    assert run(["coverage", str(file), "--among", str(empty)]) == 2


def test_money_and_results_of_a_goal():
    plan = sg.read_plan("examples/complete/handlingsdel.yaml")
    found = sg.coverage(plan, status=sg.status(plan))
    three = row(found.goals, "3")
    # T1 1.3 + 1.8, T2 2.4 + 1.1 + 0.6, T3 0.5 + 0.5 million; T4 is within the frame.
    assert three.touches == 8_200_000
    assert three.judged == sum(one.result != "not_measured" for one in sg.status(plan).under("sdg:3"))
    assert 0 < three.on_track <= three.judged
    assert sg.coverage(plan).goals[0].judged is None


def test_usual_dimensions_are_those_of_the_rule():
    from sdggraph.analysis.coverage_places import USUAL_DIMENSION
    from sdggraph.rules.registry import ALL_RULES

    said = ALL_RULES["SDG401"].holds["en"]
    for name in ("environment", "social", "economy"):
        listed = said.split(f"{name} ")[-1].split(";")[0].split(".")[0]
        codes = set()
        for part in listed.split(", "):
            first, _, last = part.partition("\u2013")
            codes |= {str(one) for one in range(int(first), int(last or first) + 1)}
        assert codes == {code for code, dimension in USUAL_DIMENSION.items() if dimension == name}


def test_meant_for_no_goal_is_not_unserved():
    text = "plan: {id: p, language: en}\nstrategies:\n  - {id: s1, title: A, goals: none, notes: Our house}\n  - {id: s2, title: B}\n"
    found = coverage(sg.PlanGraph.of(plan_from_document(parse_document(text, "p.yaml"))))
    assert (found.unserved, found.exempt) == (("p:s2",), ("p:s1",))


@pytest.mark.parametrize("form", ["csv", "markdown", "xlsx", "svg", "json", "text"])
def test_every_form_on_both_examples(form, tmp_path):
    for number, plan in enumerate(("examples/complete/handlingsdel.yaml", "examples/asker-2018/plan.yaml")):
        for more in ([], ["--targets"]):
            out = tmp_path / f"{number}{len(more)}.out"
            assert run(["coverage", plan, *more, "--format", form, "-o", str(out)]) == 0
            assert out.stat().st_size > 300
