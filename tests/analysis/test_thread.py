"""Threads: both ways, the shortest way, what breaks them; and the command that shows them."""

from __future__ import annotations

import json

import pytest

import sdggraph as sg
from sdggraph.analysis.thread import shortest_way, thread_of
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
areas: [{id: a1, title: Travel, goals: [11]}]
objectives:
  - {id: o1, title: Safe, areas: [a1], targets: [11.2], indicators: [i1]}
  - {id: o2, title: Part, part_of: o1}
strategies:
  - {id: s1, title: Paths, objectives: [o2], targets: [{code: 13.2, role: negative}]}
  - {id: s2, title: Alone}
actions: [{id: t1, title: Dig, strategies: [s1], indicators: [i2]}]
benefits: [{id: b1, title: Fewer hurt, actions: [t1]}]
indicators: [{id: i1, title: Walkers}, {id: i2, title: Metres}]
"""


@pytest.fixture(scope="module")
def plan():
    return plan_from_document(parse_document(PLAN, "p.yaml"))


@pytest.fixture(scope="module")
def graph(plan):
    return sg.PlanGraph.of(plan)


def test_both_ways(graph, plan):
    thread = thread_of(graph, "s1", report=sg.lint(plan))
    up = [(step.relation, step.node) for step in thread.up.walk()]
    assert up[:4] == [
        ("", "p:s1"),
        ("contributes_to", "p:o2"),
        ("part_of", "p:o1"),
        ("contributes_to", "sdg:11.2"),
    ]
    assert ("works_against", "sdg:13.2") in up
    assert thread.goals == ("sdg:11",)
    assert [step.node for step in thread.down.walk()] == ["p:s1", "p:t1", "p:b1", "p:i2"]
    assert thread.indicators == ("p:i2",)
    assert {one.subject for one in thread.breaks} <= {step.node for p in (thread.up, thread.down) for step in p.walk()}


def test_a_strategy_that_hangs_on_nothing_says_so(graph, plan):
    thread = thread_of(graph, "s2", report=sg.lint(plan))
    assert thread.up.steps == thread.down.steps == ()
    assert {"SDG201", "SDG202"} <= {one.code for one in thread.breaks}


def test_depth_and_cycles():
    text = PLAN.replace("{id: o1, title: Safe, areas: [a1],", "{id: o1, title: Safe, part_of: o2, areas: [a1],")
    graph = sg.PlanGraph.of(plan_from_document(parse_document(text, "p.yaml")))
    assert any(step.again for step in thread_of(graph, "s1").up.walk())
    assert len(list(thread_of(graph, "s1", depth=1).up.walk())) == 3


def test_a_goal_is_walked_down_to_daily_work(graph):
    nodes = [step.node for step in thread_of(graph, "11").down.walk()]
    assert {"p:a1", "p:o1", "p:s1", "p:t1", "p:i1"} <= set(nodes)


def test_shortest_way(graph):
    assert [step.node for step in shortest_way(graph, "i1", "s1")] == ["p:i1", "p:o1", "p:o2", "p:s1"]
    assert shortest_way(graph, "s2", "s1") == []
    with pytest.raises(sg.NotFoundError):
        shortest_way(graph, "s1", "nosuch")


def test_command(capsys, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    assert run(["thread", str(file), "s1"]) == 0
    out = capsys.readouterr().out
    assert "contributes to objective o2 “Part”" in out
    assert "works against target 13.2" in out
    assert run(["thread", str(file), "s2"]) == 0
    assert "reaches no goal" in capsys.readouterr().out
    assert run(["thread", str(file), "s1", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["up"][0]["node"] == "p:o2"
    assert run(["thread", str(file), "s1", "--format", "mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart LR\n")
    assert run(["thread", str(file), "s1", "--to", "i1"]) == 0
    assert run(["thread", str(file), "s1", "--to", "s2"]) == 1
    assert run(["thread", str(file), "s9"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_every_way_or_the_shortest(graph):
    tree = [step.node for step in thread_of(graph, "s1").up.walk()]
    every = [step.node for step in thread_of(graph, "s1", ways="all").up.walk()]
    # up to goal 11 by target 11.2, and by area a1; 13.2 leads to goal 13
    assert every.count("sdg:11") == 2
    assert set(every) == set(tree)
    short = thread_of(graph, "s1", ways="shortest")
    assert [step.node for step in short.up.walk()] == [
        "p:s1",
        "p:o2",
        "p:o1",
        "sdg:11.2",
        "sdg:11",
        "sdg:13.2",
        "sdg:13",
    ]
    assert [step.node for step in short.down.walk()] == ["p:s1", "p:t1", "p:b1", "p:i2"]
    assert short.goals == ("sdg:11",)  # it works against 13


def test_what_hangs_below_is_counted_by_hand(graph):
    thread = thread_of(graph, "o1")
    # o2 and through it s1, through it t1, through it b1; s2 hangs on nothing; i1 measures o1, i2 measures t1
    assert dict(thread.below) == {"Objective": 1, "Strategy": 1, "Action": 1, "Benefit": 1, "Indicator": 2}
    assert thread_of(graph, "s1").above == (("p:o1", "p:i1"),)
    assert thread.above == ()


def test_what_stands_beside_the_thread_comes_onto_it(graph):
    thread = thread_of(graph, "i1")
    assert [(step.relation, step.backward, step.node) for step in thread.up.walk()][:2] == [
        ("", False, "p:i1"),
        ("measured_by", True, "p:o1"),
    ]
    assert thread.goals == ("sdg:11",)
    assert thread_of(graph, "11.2").goals == ("sdg:11",)


def test_width_leaves_out_and_says_how_much():
    rows = "".join(f"  - {{id: s{n}, title: Walk {n}, targets: [3.4]}}\n" for n in range(300))
    graph = sg.PlanGraph.of(
        plan_from_document(parse_document(f"plan: {{id: p, language: en}}\nstrategies:\n{rows}", "p.yaml"))
    )
    thread = thread_of(graph, "3.4", width=20)
    assert (len(thread.down.steps), thread.down.left) == (20, 280)
    assert dict(thread.below) == {"Strategy": 300}


def test_a_thread_of_thousands_of_links_ends(capsys, tmp_path):
    rows = "".join(f"  - {{id: o{n}, title: O, part_of: o{n + 1}}}\n" for n in range(3000))
    file = tmp_path / "p.yaml"
    file.write_text(
        f"plan: {{id: p, language: en}}\nobjectives:\n{rows}  - {{id: o3000, title: Top, goals: [3]}}\n",
        encoding="utf-8",
    )
    for form in ("text", "json", "mermaid"):
        assert run(["thread", str(file), "o0", "--format", form]) == 0
    graph = sg.PlanGraph.of(sg.read_plan(file))
    thread = thread_of(graph, "o0")
    assert max(step.left for step in thread.up.walk()) == 1
    assert thread.goals == ("sdg:3",)
    assert len(shortest_way(graph, "o0", "3")) == 3002


def test_all_ways_through_a_lattice_are_bounded():
    rows = [f"  - {{id: o{n}, title: O, areas: [a{n}]}}" for n in range(2)]
    links = "".join(f"  - {{id: o{n}, title: O, part_of: o{n + 1}}}\n" for n in range(2, 40))
    layers = "".join(
        f"  - {{id: b{n}x{k}, title: B, benefits: [b{n + 1}x0, b{n + 1}x1, b{n + 1}x2]}}\n"
        for n in range(30)
        for k in range(3)
    )
    text = f"plan: {{id: p, language: en}}\nareas: [{{id: a0, title: A}}, {{id: a1, title: A}}]\nobjectives:\n{rows[0]}\n{rows[1]}\n{links}benefits:\n{layers}  - {{id: b30x0, title: B}}\n  - {{id: b30x1, title: B}}\n  - {{id: b30x2, title: B}}\n"
    graph = sg.PlanGraph.of(plan_from_document(parse_document(text, "p.yaml")))
    steps = sum(1 for _ in thread_of(graph, "b0x0", ways="all").up.walk())
    assert 10_000 < steps < 200_000
    assert sum(1 for _ in thread_of(graph, "b0x0").up.walk()) < 400


def test_breaks_are_told_from_other_findings(graph, plan):
    thread = thread_of(graph, "s2", report=sg.lint(plan))
    assert {one.code for one in thread.breaks} >= {"SDG201", "SDG202"}
    assert not {one.code for one in thread.breaks} & {one.code for one in thread.findings}


def test_command_says_what_breaks_it_and_how_to_mend_it(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    assert run(["thread", str(file), "s2", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "what breaks it" in out
    assert "→ Tie it to an objective that reaches a goal" in out
    assert max(map(len, out.splitlines())) <= 80
    assert run(["thread", str(file), "s1", "--lang", "nb", "--shortest"]) == 0
    out = capsys.readouterr().out
    assert (
        "Når bærekraftsmål 11. Under: 1 tiltak, 1 gevinst og 1 indikator." in out
        or "Under: 1 tiltak, 1 indikator og 1 gevinst." in out
    )
    assert "måles gjennom det den hører til" in out
    assert run(["thread", str(file), "s1", "--to", "i1", "--format", "json"]) == 0
    assert [one["node"] for one in json.loads(capsys.readouterr().out)["way"]] == ["p:s1", "p:o2", "p:o1", "p:i1"]
    assert run(["thread", str(file), "s1", "--to", "i1", "--format", "mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart LR\n")
