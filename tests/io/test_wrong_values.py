"""What is said of a value that its field can't hold."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document


def found(text):
    plan = plan_from_document(parse_document(f"plan: {{id: p, language: en}}\n{text}\n", "p.yaml"))
    return plan, [(one.code, one.place.line, one.place.column, one.values["found"]) for one in plan.reading.findings]


@pytest.mark.parametrize(("end", "kept"), [("2021", False), ("2024-12", False), ("2025", True), ("2030", True)])
def test_a_period_does_not_end_before_it_begins(end, kept):
    plan, wrong = found(f"actions:\n  - {{id: t, title: T, period: {{start: 2025, end: {end}}}}}")
    assert wrong == ([] if kept else [("SDG010", 3, 50, end)])
    assert plan.actions[0].period.start == "2025"
    assert plan.actions[0].period.end == (end if kept else None)


@pytest.mark.parametrize(
    ("due", "shown"),
    [("[2, 5]", "[2, 5]"), ("{a: 1}", "{a: 1}"), ("''", "''"), ("soon", "soon"), ("\n      a: 1", "a: 1")],
)
def test_the_value_is_shown_as_it_is_underlined(due, shown):
    _, wrong = found(f"benefits:\n  - id: b\n    title: B\n    due: {due}")
    assert [(rule, text) for rule, _, _, text in wrong] == [("SDG010", shown)]


def test_a_norwegian_word_of_a_closed_list_is_understood_and_the_key_word_named():
    text = """plan: {id: p, language: nb}
strategies: [{id: s1, title: Bygge gangvei}]
actions:
  - {id: t1, title: Gangvei, strategies: [s1], status: pågår, budget: [{year: 2026, amount: 1, type: drift}]}
"""
    found = [one for one in sg.lint(plan_from_document(parse_document(text, "p.yaml"))) if one.code == "SDG010"]
    assert [one.message.split()[-1].rstrip("?.") for one in found] == ["ongoing", "operating"]
    assert all(one.fix is not None and not one.fix.safe for one in found)
