"""A wrong file of a followed plan is said, whether or not the plan itself is named beside it."""

from __future__ import annotations

import pytest

import sdggraph as sg


@pytest.fixture
def home(tmp_path):
    (tmp_path / "a.yaml").write_text("plan: {id: a, language: en}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "plan: {id: b, language: en, follows_up: [{plan: a, file: nosuch.yaml}]}\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("names", [["b.yaml"], ["a.yaml", "b.yaml"], ["b.yaml", "a.yaml"]])
def test_the_finding_does_not_hang_on_what_is_named_together(home, names):
    report = sg.lint(sg.read_plans([home / name for name in names]))
    assert [one.subject for one in report.of("SDG108")] == ["b"]


def test_a_plan_named_beside_serves_all_the_same(home):
    first, second = sg.read_plans([home / "a.yaml", home / "b.yaml"])
    assert second.reading.followed == (first,)
