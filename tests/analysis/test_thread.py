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
