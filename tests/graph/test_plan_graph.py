"""PlanGraph: queries, direct and inherited contributions, plan-scoped facts, the networkx view."""

from __future__ import annotations

import json

import networkx as nx
import pytest

import sdggraph as sg
from sdggraph.graph.networkx_view import to_networkx
from sdggraph.io.plan_file import parse_document, plan_from_document

PLAN = """\
plan: {id: p, language: nb, languages: [nb, en]}
goals: [{code: 3, significance: Helse}, 11]
targets: [{code: 3.8, opportunities: [Kort vei], challenges: [{id: venting, text: Lang venting}], indicators: [i2]}]
areas: [{id: a1, title: {nb: Helse, en: Health}, goals: [3, {code: 10, role: secondary}], national_goals: [good-services]}]
objectives: [{id: o1, title: Mål, areas: [a1], targets: [3.8], indicators: [i1]}]
strategies: [{id: s1, title: Strategi, objectives: [o1], targets: [{code: 13.2, role: negative, why: Mer trafikk}]}]
actions: [{id: t1, title: Tiltak, strategies: [s1], mitigates: [x1]}]
indicators: [{id: i1, title: A, global: [11.5.1]}, {id: i2, title: B}]
interactions: [{id: x1, source: s1, target: 13.2, score: -2}]
"""


@pytest.fixture(scope="module")
def graph():
    return sg.PlanGraph.of(plan_from_document(parse_document(PLAN, "p.yaml")))


def test_nodes_and_kinds(graph):
    assert graph.nodes("Strategy") == ["p:s1"]
    assert graph.kind("p:goal-3") == "Prioritisation"
    assert graph.kind("p:target-3.8") == "Selection"
    assert graph.nodes("Precondition") == ["p:opportunity-3.8-1", "p:venting"]
    assert len(graph.nodes("Goal")) == 17
    assert len(graph.nodes("Target")) == 169
    assert len(graph.nodes("GlobalIndicator")) == 234
    assert graph.nodes("Goal", plans_only=True) == []
    assert "sdg:3.8" in graph
    assert len(graph) == len(graph.nodes())


def test_an_indicator_that_is_listed_twice_is_one_node(graph):
    assert graph.targets_of("p:i1", "aligns_with") == ["sdg:1.5.1"]
    assert graph.find("11.7") == "sdg:11.7"


def test_titles(graph):
    assert graph.title("p:a1", "en") == "Health"
    assert graph.title("p:o1", "en") == "Mål"
    assert graph.title("sdg:3", "nb") == "God helse og livskvalitet"
    assert graph.title("p:goal-3", "en") == "Good health and well-being"


def test_ids_may_be_short_and_mistakes_are_answered(graph):
    assert graph.find("s1") == "p:s1"
    assert graph.find("3.8") == "sdg:3.8"
    with pytest.raises(sg.NotFoundError, match="did you mean"):
        graph.find("s11")


def test_direct_and_inherited_are_told_apart(graph):
    found = {one.to: (one.direct, one.role, one.via) for one in graph.contributions("s1")}
    assert found == {
        "sdg:13": (True, "negative", "p:s1"),
        "sdg:13.2": (True, "negative", "p:s1"),
        "sdg:3": (False, "primary", "p:o1"),
        "sdg:3.8": (False, "primary", "p:o1"),
        "sdg:10": (False, "secondary", "p:a1"),
    }
    assert graph.goals_of("s1") == ["sdg:3", "sdg:10"]
    assert graph.goals_of("t1") == ["sdg:3", "sdg:10"]
    assert [one.to for one in graph.contributions("o1") if one.direct] == ["sdg:3", "sdg:3.8"]


def test_what_a_plan_says_of_a_goal_is_the_plans(graph):
    assert graph.about("sdg:3") == ["p:goal-3"]
    assert graph.targets_of("p:target-3.8", "measured_by") == ["p:i2"]
    assert "p:i2" not in graph.targets_of("sdg:3.8", "measured_by")
    other = plan_from_document(parse_document("plan: {id: q, language: nb}\ngoals: [3]", "q.yaml"))
    both = sg.PlanGraph.of(*graph.plans, other)
    assert both.about("sdg:3") == ["p:goal-3", "q:goal-3"]


def test_records(graph):
    assert graph.record("s1").title == "Strategi"
    assert graph.record("sdg:3.8").goal == "3"
    assert graph.record("national:good-services").country
    assert graph.plan_of("s1").id == "p"
    assert graph.plan_of("sdg:3") is None


def test_networkx_view_is_a_plain_graph(graph):
    view = graph.networkx
    assert type(view) is nx.MultiDiGraph
    assert view is graph.networkx
    assert nx.has_path(view, "p:t1", "sdg:3")
    assert view.nodes["p:s1"] == {"kind": "Strategy", "title": "Strategi", "plan": "p"}
    assert "p:goal-3" not in view
    assert view["p"]["sdg:3"]["prioritises"]["significance"] == "Helse"
    assert view["sdg:3.8"]["p:i2"]["measured_by"]["plan"] == "p"
    assert view["p:s1"]["sdg:13.2"]["works_against"]["why"] == "Mer trafikk"
    assert view["p:s1"]["sdg:13.2"]["interacts_with"]["score"] == -2


def test_the_networkx_view_can_be_written_in_every_format(graph, tmp_path):
    for name in ("examples/complete/handlingsdel.yaml", "examples/sound/plan.yaml"):
        view = sg.PlanGraph.of(sg.read_plan(name)).networkx
        nx.write_graphml(view, tmp_path / "a.graphml")
        nx.write_gexf(view, tmp_path / "a.gexf")
        nx.write_gml(view, tmp_path / "a.gml")
        assert json.loads(json.dumps(nx.node_link_data(view, edges="edges")))["nodes"]
    small = to_networkx(graph, plans_only=True)
    assert "sdg:13" in small
    assert "sdg:14" not in small
    assert len(small) < 40


def test_nodes_are_found_by_number_and_title():
    graph = sg.PlanGraph.of(sg.read_plan("examples/sound/plan.yaml"))
    strategy = graph.record(graph.nodes("Strategy")[0])
    assert graph.record(strategy.title) is strategy
    assert graph.find(strategy.number) == "sdg:1.1.1"  # a code is a code, whatever the plan numbers so
    assert graph.find("1") == "sdg:1"
    with pytest.raises(sg.NotFoundError, match="did you mean Strategy"):
        graph.nodes("strategy")
    assert repr(graph).startswith("<PlanGraph of ")


def test_a_followed_plan_is_part_of_the_graph():
    graph = sg.PlanGraph.of(sg.read_plan("examples/complete/handlingsdel.yaml"))
    first, second = graph.plans
    assert graph.targets_of(first.id, "follows_up") == [second.id]
    action = graph.nodes("Action")[0]
    assert graph.goals_of(action)
