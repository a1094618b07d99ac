"""Every engine finds what the native one finds: for all rules' examples, the examples, and random plan systems.

pyoxigraph is asked about all of them; rdflib, which takes a hundred times as long, about one example a rule (the first
that breaks it), about the example ``broken``, and about 2 of the 200 random systems.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from sdggraph.app.lint_files import plans_of
from sdggraph.io.load import read_plan
from sdggraph.io.rdf.store import OxigraphStore, RdflibStore
from sdggraph.lint.settings import Settings
from sdggraph.lint.sparql_judge import SparqlJudge
from tests.lint.parity import CHECKED, differences
from tests.rules.random_plans import plan_systems
from tests.rules.test_examples import cases, read
from tests.rules.test_reference import SETTINGS

EXAMPLES = Path(__file__).parents[2] / "examples"
STRICT = Settings(profile="strict", as_of=dt.date(2026, 6, 30))


def oxigraph(system):
    return SparqlJudge(system, OxigraphStore)


def rdflib(system):
    return SparqlJudge(system, RdflibStore)


ENGINES = {"oxigraph": oxigraph, "rdflib": rdflib}
"""The engines that are held to the native one; rdflib takes a hundred times as long, and gets fewer random plans."""

RANDOM = {"oxigraph": 200, "rdflib": 2}
EXAMPLES_OF_A_RULE = {"oxigraph": 99, "rdflib": 1}


@pytest.mark.parametrize("engine", ENGINES)
def test_rule_examples(engine):
    seen = Counter()
    for case in (*cases("invalid"), *cases("valid")):
        rule, example = case.values
        if rule.code in CHECKED and seen[rule.code] < EXAMPLES_OF_A_RULE[engine]:
            plan, as_of = read(example)
            chosen = Settings(profile="strict", as_of=as_of or STRICT.as_of)
            assert differences([plan], chosen, ENGINES[engine], [rule.code]) == [], example
            seen[rule.code] += 1
    assert set(seen) == set(CHECKED)


@pytest.mark.parametrize(
    ("engine", "folder"),
    [
        *(("oxigraph", folder) for folder in ("asker-2018", "broken", "complete", "sound")),
        ("rdflib", "broken"),
    ],
)
def test_examples(engine, folder):
    plans = plans_of([EXAMPLES / folder])
    assert differences(plans, STRICT, ENGINES[engine]) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_random_plan_systems(engine):
    @settings(
        max_examples=RANDOM[engine],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(plan_systems())
    def agree(drawn):
        plan, others = drawn
        assert differences([plan, *others], SETTINGS, ENGINES[engine]) == []

    agree()


def renamed(plan, name):
    return plan.model_copy(update={"id": name})


@pytest.mark.parametrize("engine", ["oxigraph"])
def test_three_plans_in_one_store(engine):
    """One follows up another; the third shares only goals and ids with them, and satisfies none of their rules."""
    first = read_plan(EXAMPLES / "complete" / "plan.yaml")
    apart = read_plan(EXAMPLES / "sound" / "plan.yaml")
    following = read_plan(EXAMPLES / "complete" / "handlingsdel.yaml")
    assert differences([first, following, apart], STRICT, ENGINES[engine]) == []
