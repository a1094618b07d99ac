"""What follows from a payload: who reaches a goal, who is measured, where the thread is broken."""

from __future__ import annotations

import pytest

from sdggraph.view.facts import find_facts
from sdggraph.view.gaps import find_gaps, headline
from sdggraph.view.payload import Edge, Payload, PayloadNode
from sdggraph.view.results import latest, result
from tests.view import explorer_samples as samples


def plan(nodes: str, edges: str) -> Payload:
    """Make a payload from "id:Kind …" and "from relation to[ role]; …"; a goal's or target's id is its number."""
    payload = Payload({"nb": "Plan"})
    payload.nodes = [
        PayloadNode(own, kind, {"nb": own}, own if own[0].isdigit() else "")
        for own, kind in (pair.split(":") for pair in nodes.split())
    ]
    at = {node.id: position for position, node in enumerate(payload.nodes)}
    for line in filter(None, map(str.strip, edges.split(";"))):
        source, relation, target, *role = line.split()
        payload.edges.append(Edge(at[source], at[target], relation, role[0] if role else ""))
    return payload


CHAIN = "3:Goal 3.8:Target a:TargetArea o:Objective s:Strategy i:Indicator"


def test_direct_and_inherited_goals_are_told_apart():
    found = find_facts(
        plan(
            "3:Goal 11:Goal a:TargetArea o:Objective s:Strategy",
            "a contributes_to 3; o part_of a; s contributes_to o; s contributes_to 11",
        )
    )
    assert found.reach[4] == {"3": "i", "11": "d"}


def test_a_negative_claim_reaches_nothing():
    assert find_facts(plan("3:Goal s:Strategy", "s contributes_to 3 negative")).reach[1] == {}


@pytest.mark.parametrize(
    ("edges", "measured"),
    [
        ("s measured_by i", "d"),
        ("s contributes_to o; o measured_by i", "t"),
        ("s contributes_to o; o part_of a; a measured_by i", "t"),
        ("s contributes_to 3.8; 3.8 measured_by i", ""),
        ("", ""),
    ],
)
def test_a_strategy_is_measured_by_what_is_its_own_or_above_it(edges, measured):
    assert find_facts(plan(CHAIN, edges)).measured[4] == measured


def test_an_action_s_indicator_measures_its_strategy_but_not_a_sister():
    found = find_facts(
        plan(
            "o:Objective s:Strategy z:Strategy t:Action i:Indicator",
            "s contributes_to o; z contributes_to o; t implements s; t measured_by i",
        )
    )
    assert [found.measured[one] for one in (0, 1, 2)] == ["t", "t", ""]


def test_a_circle_has_no_parents_that_turn():
    found = find_facts(plan("x:Objective y:Objective", "x part_of y; y part_of x"))
    assert len(found.parent) == 1


def test_the_gaps_of_the_imagined_municipality():
    payload = samples.fjordvik()
    gaps = find_gaps(payload, find_facts(payload))
    names = {gap: [payload.nodes[one].id for one in found] for gap, found in gaps.items()}
    assert names["unreached"] == ["free"]
    assert names["idle"] == ["o7.6"]
    assert len(names["broken"]) == 10
    assert set(names["unmeasured"]) < set(names["broken"])


def test_a_node_that_is_meant_to_reach_no_goal_is_no_gap():
    payload = plan("a:TargetArea o:Objective s:Strategy", "o part_of a; s contributes_to o")
    payload.nodes[0].more["no_goals"] = True
    assert find_gaps(payload, find_facts(payload))["unreached"] == []


def said(payload, lang="nb"):
    return "".join(part["text"] for part in headline(payload, find_gaps(payload, find_facts(payload)), lang))


def test_the_headline_counts_each_broken_strategy_once():
    assert said(samples.fjordvik()) == (
        "143 av 150 strategier henger sammen fra bærekraftsmål til måling. 6 måles ikke av noe, 1 når ikke fram."
    )
    assert said(samples.fjordvik(), "en").startswith("143 of 150 strategies hold together")


def test_the_headline_never_says_that_all_holds_where_threads_are_broken():
    payload = plan(
        "3:Goal o:Objective s:Strategy i:Indicator idle:Objective",
        "s contributes_to o; o contributes_to 3; s measured_by i",
    )
    parts = headline(payload, find_gaps(payload, find_facts(payload)), "nb")
    assert "".join(part["text"] for part in parts) == (
        "Strategien når fra bærekraftsmål til måling, men 1 tråd er brutt et annet sted."
    )
    assert [part["gap"] for part in parts if "gap" in part] == ["broken"]
    assert (
        said(payload, "en") == "The strategy reaches from global goal to measurement, but 1 thread is broken elsewhere."
    )


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (samples.level_three_empty(), "27 delmål er valgt, og nivå 3 er tomt."),
        (Payload({}), "Planen er tom."),
        (plan("o:Objective", ""), "1 mål er skrevet, men ingen strategi ennå."),
        (plan("a:TargetArea", ""), "1 målområde, men ingen mål ennå."),
        (plan("t:Action", ""), "1 tiltak følger opp planen."),
    ],
)
def test_the_headline_of_unfinished_plans(payload, words):
    assert said(payload).startswith(words)


@pytest.mark.parametrize(
    ("value", "word"), [(90, "desired"), (88, "desired"), (85, "acceptable"), (79, "unaccepted"), (None, "unmeasured")]
)
def test_the_better_band_wins_where_two_touch(value, word):
    bands = {"desired": [[88, None]], "acceptable": [[80, 88]], "measurements": [{"date": "2024", "value": value}]}
    assert result(bands) == word


def test_without_bands_a_value_is_only_measured_and_the_latest_counts():
    course = {
        "measurements": [{"date": "2024", "value": 2}, {"date": "2021", "value": 1}, {"date": "2025", "value": None}]
    }
    assert latest(course)["value"] == 2
    assert result(course) == "measured"
