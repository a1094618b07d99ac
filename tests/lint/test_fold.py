"""What only follows from another defect is listed under it: once, at the bottom of the chain, and never lost."""

from __future__ import annotations

from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.lint.run import lint
from sdggraph.lint.settings import Settings

HEADER = "plan: {id: p, language: en}\n"


def folded(text, *codes):
    """Give each diagnostic with its severity and the consequences under it."""
    plan = plan_from_document(parse_document(HEADER + text, "plan.yaml"))
    report = lint(plan, settings=Settings(select=("SDG00", *codes)))
    return {
        (one.code, one.subject, one.severity.word): [(c.code, c.subject) for c in one.consequences] for one in report
    }


def test_strategies_of_an_objective_that_reaches_no_goal_follow_from_it():
    text = "objectives: [{id: o1, title: A}]\nstrategies: [{id: s1, title: B, objectives: [o1]}, {id: s2, title: C}]"
    assert folded(text, "SDG201", "SDG203") == {
        ("SDG203", "p:o1", "warning"): [("SDG201", "p:s1")],
        ("SDG201", "p:s2", "error"): [],
    }


def test_chain_is_folded_to_its_bottom():
    text = (
        "areas: [{id: a1, title: A}]\nobjectives: [{id: o1, title: B, areas: [a1]}]\n"
        "strategies: [{id: s1, title: C, objectives: [o1]}]"
    )
    assert folded(text, "SDG201", "SDG203", "SDG204") == {
        ("SDG204", "p:a1", "warning"): [("SDG201", "p:s1"), ("SDG203", "p:o1")]
    }


def test_unmeasured_strategies_follow_from_their_unmeasured_objective():
    text = "objectives: [{id: o1, title: A, goals: [3]}]\nstrategies: [{id: s1, title: B, objectives: [o1]}]"
    assert folded(text, "SDG202", "SDG214") == {("SDG214", "p:o1", "error"): [("SDG202", "p:s1")]}


def test_broken_reference_carries_what_hangs_on_it():
    text = "objectives: [{id: o1, title: A, goals: [3]}]\nstrategies: [{id: s1, title: B, objectives: [o11]}]"
    assert folded(text, "SDG201") == {("SDG007", "p:s1", "error"): [("SDG201", "p:s1")]}


def test_broken_reference_elsewhere_carries_nothing():
    text = (
        "objectives: [{id: o1, title: A, goals: [3]}]\n"
        "strategies: [{id: s1, title: B, objectives: [o11]}, {id: s2, title: C}]"
    )
    assert folded(text, "SDG201")["SDG201", "p:s2", "error"] == []


def test_node_that_was_misspelt_follows_from_the_misspelling():
    text = (
        "objectives:\n  - {id: paths, title: A, goals: [3]}\n"
        "strategies:\n  - {id: s1, title: B, objectives: [pahts], goals: [3]}"
    )
    assert folded(text, "SDG207") == {("SDG007", "p:s1", "error"): [("SDG207", "p:paths")]}


def test_unknown_code_carries_the_goal_that_is_not_reached():
    text = "strategies: [{id: s1, title: B, targets: [3.18]}]"
    assert folded(text, "SDG201") == {("SDG001", "p:s1", "error"): [("SDG201", "p:s1")]}


def test_misspelt_key_carries_what_it_would_have_held():
    text = "objectives: [{id: o1, title: A, goals: [3]}]\nstrategies: [{id: s1, title: B, objectivs: [o1]}]"
    assert folded(text, "SDG201") == {("SDG005", "p:s1", "error"): [("SDG201", "p:s1")]}


def test_what_is_asked_of_the_whole_plan_follows_from_no_single_reference():
    text = "plan: {id: p, language: en, kind: community}\nareas: [{id: a1, title: A, goals: [18, 3]}]"
    plan = plan_from_document(parse_document(text, "plan.yaml"))
    report = lint(plan, settings=Settings(select=("SDG001", "SDG405")))
    assert [(d.code, d.subject) for d in report] == [("SDG405", "p"), ("SDG001", "p:a1")]


def test_missing_baseline_carries_the_benefit_behind_it():
    text = "indicators: [{id: i1, title: A}]\nbenefits: [{id: b1, title: B, indicators: [i1]}]"
    assert folded(text, "SDG302", "SDG602") == {("SDG302", "p:i1", "warning"): [("SDG602", "p:b1")]}


def test_cause_keeps_its_own_severity_and_counts_what_follows():
    text = "objectives: [{id: o1, title: A}]\nstrategies: [{id: s1, title: B, objectives: [o1]}]"
    plan = plan_from_document(parse_document(HEADER + text, "plan.yaml"))
    report = lint(plan, settings=Settings(select=("SDG201", "SDG203")))
    assert (report.summary.error, report.summary.warning, report.summary.consequences) == (0, 1, 1)


def test_of_two_that_cause_each_other_the_first_stands():
    text = "objectives: [{id: o1, title: A, part_of: o2}, {id: o2, title: B, part_of: o1}, {id: o3, title: C, part_of: o2}]"
    assert folded(text, "SDG203", "SDG214") == {
        ("SDG203", "p:o1", "warning"): [("SDG203", "p:o2"), ("SDG203", "p:o3")],
        ("SDG214", "p:o1", "error"): [("SDG214", "p:o2"), ("SDG214", "p:o3")],
    }


def test_nothing_is_lost_in_a_long_chain():
    many = 800
    rows = [f"  - {{id: o{n}, title: A{n}, part_of: o{n - 1}}}" for n in range(2, many + 1)]
    found = folded("\n".join(["objectives:", "  - {id: o1, title: A1}", *rows]), "SDG203")
    assert [(key, len(under)) for key, under in found.items()] == [(("SDG203", "p:o1", "warning"), many - 1)]
