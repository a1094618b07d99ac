"""The names at the root: listed, documented, loadable, and as README uses them."""

from __future__ import annotations

import inspect

import pytest

import sdggraph


def test_all_lists_what_can_be_loaded():
    assert sorted(sdggraph.__all__) == sorted({*sdggraph._HOMES, "__version__"})
    assert dir(sdggraph) == sorted(sdggraph.__all__)


@pytest.mark.parametrize("name", sdggraph.__all__)
def test_name_is_documented(name):
    value = getattr(sdggraph, name)
    if name != "__version__":
        assert inspect.getdoc(value)


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nosuch'"):
        _ = sdggraph.nosuch


def test_read_and_lint_as_readme_says():
    plan = sdggraph.read_plan("examples/asker-2018/plan.yaml")
    report = sdggraph.lint(plan)
    assert report.summary.error == 0
    assert report.of("SDG206") or any(one.code == "SDG206" for d in report for one in d.consequences)
    assert "SDG205" in str(report)


def test_plans_made_in_python_are_linted_too():
    from sdggraph.model.nodes import Objective, Strategy

    plan = sdggraph.Plan(
        id="p",
        language="en",
        objectives=(Objective(id="o1", title="Safe paths", targets=({"code": "11.2"},)),),
        strategies=(
            Strategy(id="s1", title="Build", objectives=("o1",)),
            Strategy(id="s1", title="Again", objectives=("o9",)),
        ),
    )
    codes = [one.code for one in sdggraph.lint(plan)]
    assert "SDG006" in codes
    assert "SDG214" in codes
