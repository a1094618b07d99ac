"""A plan that is written as RDF and read back is the same plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from sdggraph.io.load import read_plan
from sdggraph.model.equality import content
from sdggraph.semantic.plans import plans_of
from sdggraph.semantic.triples import triples
from tests.semantic.random_plans import plans

ROOT = Path(__file__).parents[2]
EXAMPLES = [
    "asker-2018/plan.yaml",
    "complete/plan.yaml",
    "complete/handlingsdel.yaml",
    "sound/plan.yaml",
    "broken/plan.yaml",
    "broken/handlingsdel.yaml",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(plans())
def test_any_plan_comes_back(plan):
    written = list(triples(plan))
    [back] = plans_of(written, "p.ttl")
    assert content(back) == content(plan)
    assert set(triples(back)) == set(written)
    assert not [finding for finding in back.reading.findings if finding.code == "SDG005"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_come_back(name):
    plan = read_plan(ROOT / "examples" / name)
    written = list(triples(plan))
    [back] = plans_of(written, "p.ttl")
    back.reading.followed = plan.reading.followed
    assert back == plan
    assert set(triples(back)) == set(written)
