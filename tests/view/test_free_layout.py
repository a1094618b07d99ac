"""The free view's coordinates: nothing lies on anything, and the same plan always looks the same."""

from __future__ import annotations

import math

import pytest

from sdggraph.view.facts import find_facts
from sdggraph.view.layout.free import FREE_RADIUS, lay_free
from sdggraph.view.payload import Payload
from tests.view import explorer_samples as samples


def nearest(payload, places):
    """Give the smallest gap between any two nodes' circles."""
    circles = sorted((x, y, FREE_RADIUS.get(payload.nodes[one].kind, 9.0)) for one, (x, y) in places.items())
    least = math.inf
    for start, (x, y, radius) in enumerate(circles):
        for other_x, other_y, other in circles[start + 1 :]:
            if other_x - x > 160:
                break
            least = min(least, math.hypot(x - other_x, y - other_y) - radius - other)
    return least


@pytest.mark.parametrize("payload", [samples.fjordvik(), samples.level_three_empty(), samples.generated(1000)])
def test_no_node_lies_on_another(payload):
    assert nearest(payload, lay_free(payload, find_facts(payload))) > 0


def test_the_work_stands_around_its_area():
    payload = samples.fjordvik()
    places = lay_free(payload, find_facts(payload))
    ties = [math.dist(places[edge.source], places[edge.target]) for edge in payload.edges if edge.relation == "part_of"]
    assert max(ties) < 320


def test_it_is_the_same_every_time():
    payload = samples.fjordvik()
    facts = find_facts(payload)
    assert lay_free(payload, facts) == lay_free(payload, facts)


def test_what_no_thread_touches_is_left_out():
    payload = samples.fjordvik()
    drawn = {payload.nodes[one].kind for one in lay_free(payload, find_facts(payload))}
    assert drawn == {"Goal", "Target", "TargetArea", "Objective", "Strategy", "Action", "Indicator", "Benefit"}


def test_an_empty_plan_has_no_places():
    assert lay_free(Payload({}), find_facts(Payload({}))) == {}
