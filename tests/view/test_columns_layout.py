"""The column view's coordinates: in order, on nothing, in bounds."""

from __future__ import annotations

import itertools

import pytest

from sdggraph.view.facts import find_facts
from sdggraph.view.layout.columns import ROW, lay_columns
from sdggraph.view.layout.order import barycentre, natural_key, ordered
from sdggraph.view.payload import Edge, Payload, PayloadNode
from tests.view import explorer_samples as samples


def laid(payload):
    return lay_columns(payload, find_facts(payload))


@pytest.mark.parametrize("payload", [samples.fjordvik(), samples.level_three_empty(), samples.generated(1000)])
def test_no_band_lies_on_another_and_all_are_in_bounds(payload):
    layout = laid(payload)
    for side in (layout.goals, layout.areas):
        for upper, lower in itertools.pairwise(side):
            assert upper.y + upper.h < lower.y
        for band in side:
            assert band.y >= 0
            assert band.y + band.h <= layout.height + 0.01


def test_rows_fit_into_their_band():
    layout = laid(samples.fjordvik())
    for band in (*layout.goals, *layout.areas):
        assert ROW * len(band.rows) <= band.h + 0.01


def test_goals_and_targets_stand_in_sdg_order():
    payload = samples.fjordvik()
    layout = laid(payload)
    assert [payload.nodes[band.node].number for band in layout.goals] == [
        "3",
        "4",
        "7",
        "8",
        "10",
        "11",
        "12",
        "13",
        "15",
        "17",
    ]
    eleven = next(band for band in layout.goals if payload.nodes[band.node].number == "11")
    assert [payload.nodes[row].number for row in eleven.rows][-2:] == ["11.7", "11.a"]


def test_both_sides_use_the_same_height():
    layout = laid(samples.fjordvik())
    bottoms = [max(band.y + band.h for band in side) for side in (layout.goals, layout.areas)]
    assert max(bottoms) == pytest.approx(layout.height)
    assert min(bottoms) > 0.85 * layout.height


def test_areas_without_numbers_follow_what_they_are_tied_to():
    payload = Payload({})
    payload.nodes = [
        PayloadNode(f"sdg:{n}", "Goal", {"nb": str(n)}, str(n), more={"prioritised": True}) for n in (3, 11)
    ]
    payload.nodes += [
        PayloadNode("p:late", "TargetArea", {"nb": "a"}),
        PayloadNode("p:early", "TargetArea", {"nb": "b"}),
    ]
    payload.edges = [Edge(2, 1, "contributes_to"), Edge(3, 0, "contributes_to")]
    assert [payload.nodes[band.node].id for band in laid(payload).areas] == ["p:early", "p:late"]


def test_indicators_stand_with_the_worst_first():
    payload = samples.fjordvik()
    for node in payload.nodes:
        if node.id == "i1-0":
            node.more["result"] = "unaccepted"
        elif node.kind == "Indicator":
            node.more["result"] = "desired"
    first = laid(payload).areas[0].indicators[0]
    assert payload.nodes[first].id == "i1-0"


def test_large_plans_open_folded_and_small_ones_open():
    assert laid(samples.generated(1000)).folded
    assert not laid(samples.fjordvik()).folded


def test_a_plan_in_a_circle_and_an_empty_one_are_laid_out_too():
    circle = Payload({})
    circle.nodes = [PayloadNode(f"p:o{n}", "Objective", {"nb": "x"}) for n in range(3)]
    circle.edges = [Edge(0, 1, "part_of"), Edge(1, 2, "part_of"), Edge(2, 0, "part_of")]
    assert sum(len(band.rows) for band in laid(circle).areas) == 3
    assert laid(Payload({})).height == 0


def test_numbers_sort_as_people_count():
    assert sorted(["3.10", "3.a", "3.2"], key=natural_key) == ["3.2", "3.10", "3.a"]
    assert barycentre([], 7) == 7
    assert ordered([0, 1, 2], lambda _: "", {0: [5.0], 1: [1.0]}) == [1, 2, 0]
