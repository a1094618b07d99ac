"""A plan system as triples: what the plans say of each other leads to their own IRIs."""

from __future__ import annotations

import datetime as dt

import pytest

from sdggraph.app.lint_files import plans_of
from sdggraph.io.rdf.ntriples import write_nquads
from sdggraph.io.rdf.turtle import write_trig
from sdggraph.lint.settings import Settings
from sdggraph.lint.shacl_judge import ShaclJudge
from sdggraph.lint.sparql_judge import SparqlJudge
from sdggraph.lint.system import systems
from sdggraph.lint.system_data import SystemData
from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.terms import Iri
from tests.lint.parity import differences

STRICT = Settings(profile="strict", as_of=dt.date(2026, 1, 1))
BASE = "language: en, kind: community, status: adopted"
ABOVE = f"plan: {{id: above, title: Above, {BASE}}}\nareas: [{{id: a, title: A, goals: [3]}}]\n"
OLD = f"""plan: {{id: old, title: Old, {BASE}, base_iri: 'https://example.org/old', follows_up: [{{plan: above, file: above.yaml}}]}}
objectives: [{{id: o, title: O, areas: [above:a]}}]
strategies: [{{id: s, title: S, objectives: [o]}}]
"""
NEW = f"""plan: {{id: new, title: New, {BASE}, follows_up: [{{plan: above, file: above.yaml}}], replaces: [old]}}
strategies: [{{id: s, title: S, objectives: ['old:o']}}]
actions: [{{id: x, title: X, strategies: ['old:s']}}]
"""


@pytest.fixture
def plans(tmp_path):
    for name, text in (("above", ABOVE), ("old", OLD), ("new", NEW)):
        (tmp_path / f"{name}.yaml").write_text(text)
    return plans_of([tmp_path / "new.yaml", tmp_path / "old.yaml"])


def test_a_plan_beside_that_is_not_followed_has_its_own_iri(plans):
    (system,) = systems(plans)
    data = SystemData(system)
    said = set(data.of_plans())
    new, old = Iri("https://w3id.org/sdggraph/plan/new"), Iri("https://example.org/old")
    assert (new, relation_iri("replaces"), old) in said
    assert (Iri(new + "/x"), relation_iri("implements"), Iri(old + "/s")) in said
    assert not any("plan/old" in str(value) for _, _, value in said)


@pytest.mark.parametrize("judge", [SparqlJudge, ShaclJudge])
def test_engines_agree_on_plans_beside(plans, judge):
    codes = ["SDG101", "SDG102", "SDG110", "SDG201", "SDG203", "SDG207", "SDG209", "SDG213"]
    assert differences(plans, STRICT, judge, codes) == []


@pytest.mark.parametrize("written", [write_trig, write_nquads])
def test_plans_in_one_file_name_each_other_by_their_own_iris(plans, written):
    assert "plan/old" not in written(plans)
