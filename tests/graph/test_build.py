"""The index of plan systems: shared libraries, ids that stand twice, references across plans."""

from __future__ import annotations

import pytest

import sdggraph as sg

LIBRARY = """\
sdggraph: 1
indicators:
  - {id: i1, title: A, unit: "%", source: {system: KOSTRA, code: K1}, baseline: {date: 2019}, target_value: {date: 2030, value: 3}}
  - {id: i2, title: B, unit: "%", source: {system: KOSTRA, code: K2}, baseline: {date: 2019}, target_value: {date: 2030, value: 3}}
  - {id: i3, title: C}
"""
FIRST = """\
plan: {id: first, language: en, use: [library.yaml]}
objectives: [{id: o1, title: One, targets: [3.8], indicators: [i1]}]
strategies: [{id: s1, title: Do, objectives: [o1]}]
"""
SECOND = """\
plan: {id: second, language: en, use: [library.yaml], follows_up: [{plan: first, file: first.yaml}]}
objectives: [{id: o2, title: Two, targets: [3.8], indicators: [i2]}, {id: o3, title: Three, targets: [3.4], indicators: [first:i2]}]
strategies: [{id: s2, title: Do more, objectives: [o2, first:o1]}, {id: s3, title: Do it, objectives: [o3]}]
"""


@pytest.fixture
def home(tmp_path):
    for name, text in (("library.yaml", LIBRARY), ("first.yaml", FIRST), ("second.yaml", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_plans_that_use_one_library_share_its_nodes(home):
    graph = sg.PlanGraph.of(sg.read_plan(home / "second.yaml"))
    assert len(graph.nodes("Indicator")) == 3
    assert graph.find("first:i2") == graph.find("second:i2")
    assert sorted(graph.sources_of("second:i2", "measured_by")) == ["second:o2", "second:o3"]


@pytest.mark.parametrize("name", ["first.yaml", "second.yaml"])
def test_what_a_plan_does_not_use_of_a_library_is_not_its_defect(home, name):
    report = sg.lint(sg.read_plan(home / name))
    assert not [one for one in report if one.code.startswith(("SDG208", "SDG30", "SDG31"))], str(report)


def test_a_second_record_under_one_id_still_refers(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(
        "plan: {id: p, language: en}\n"
        "objectives:\n"
        "  - {id: o1, title: A, targets: [3.8], indicators: [i1]}\n"
        "  - {id: o1, title: B, targets: [3.4], indicators: [i2]}\n"
        "strategies: [{id: s1, title: Do, objectives: [o1]}]\n"
        "indicators: [{id: i1, title: A}, {id: i2, title: B}]\n",
        encoding="utf-8",
    )
    codes = [one.code for one in sg.lint(sg.read_plan(file))]
    assert codes.count("SDG006") == 1
    assert "SDG208" not in codes
