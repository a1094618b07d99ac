"""Which of several alike nodes is the first doesn't depend on the order in which plans were named."""

from __future__ import annotations

import datetime as dt

import pytest

from sdggraph.app.lint_files import plans_of
from sdggraph.lint.run import lint
from sdggraph.lint.settings import Settings
from sdggraph.lint.sparql_judge import SparqlJudge
from tests.lint.parity import differences

CHOSEN = Settings(select=("SDG802", "SDG316"), profile="strict", as_of=dt.date(2026, 1, 1))
ABOVE = """plan: {id: above, language: en, kind: community, status: adopted}
objectives: [{id: o, title: Safe streets}]
indicators: [{id: i, title: Crashes, source: {code: "12044"}, target_values: [{date: 2030, value: 5}]}]
"""
SIBLING = """plan: {{id: {name}, language: en, kind: community, follows_up: [{{plan: above, file: above.yaml}}]}}
strategies: [{{id: s, title: Build paths, objectives: ["above:o"]}}]
"""


@pytest.mark.parametrize("order", [("beta", "alpha"), ("alpha", "beta")])
def test_of_sibling_plans_the_one_with_the_smaller_id_comes_first(tmp_path, order):
    (tmp_path / "above.yaml").write_text(ABOVE)
    for name in order:
        (tmp_path / f"{name}.yaml").write_text(SIBLING.format(name=name))
    plans = plans_of([tmp_path / f"{name}.yaml" for name in order])
    assert [one.subject for one in lint(plans, settings=CHOSEN)] == ["beta:s"]
    assert differences(plans, CHOSEN, SparqlJudge, ["SDG802", "SDG316"]) == []
