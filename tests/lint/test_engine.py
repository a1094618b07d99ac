"""The engine: levels by plan and profile, conventions gathered to one finding, cycles, wider rules that give way."""

from __future__ import annotations

import pytest

from sdggraph.base.diagnostics import Severity
from sdggraph.io.load import read_plan
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.lint.run import lint
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import systems
from sdggraph.lint.walking import Walker
from sdggraph.rules import ALL_RULES
from sdggraph.rules.language import IN_PLAN, Parameter, Step, nodes, where

HEADER = "plan: {{id: p, language: en{more}}}\n"


def read(text, more=""):
    return plan_from_document(parse_document(HEADER.format(more=more) + text, "plan.yaml"))


def found(text, *codes, more="", **settings):
    report = lint(read(text, more), lang="en", settings=Settings(select=codes, **settings))
    return [(one.code, one.subject, one.severity.word) for one in report.diagnostics]


# Levels


GOAL = "goals: [{code: 3, significance: A}]"


@pytest.mark.parametrize(("status", "severity"), [("draft", "warning"), ("hearing", "warning"), ("adopted", "error")])
def test_adoption_makes_a_rule_graver(status, severity):
    assert found(GOAL, "SDG205", more=f", status: {status}") == [("SDG205", "p:goal-3", severity)]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("", []),
        (", profile: asker", [("SDG106", "p:o1", "warning")]),
        (", profile: strict", [("SDG106", "p:o1", "warning")]),
    ],
)
def test_profile_of_the_plan_turns_rules_on(profile, expected):
    report = lint(read("objectives: [{id: o1, title: A, goals: [3]}]", profile), lang="en")
    assert [(d.code, d.subject, d.severity.word) for d in report if d.code == "SDG106"] == expected


def test_rule_that_is_off_runs_when_it_is_named():
    text = "objectives: [{id: o1, title: A, goals: [3]}]"
    assert found(text, "SDG106") == [("SDG106", "p:o1", "warning")]
    assert found(text, "SDG1") == []


def test_severity_of_the_settings_outranks_the_rule():
    assert found(GOAL, "SDG205", severity={"SDG205": Severity.INFO}) == [("SDG205", "p:goal-3", "info")]
    assert found(GOAL, "SDG205", severity={"SDG205": None}) == []


def test_parameter_of_the_settings_outranks_the_default():
    text = "goals: [3, 4, 11]"
    assert found(text, "SDG216") == []
    assert found(text, "SDG216", parameters={"SDG216": {"most": 2}}) == [("SDG216", "p", "info")]


def test_strict_has_every_rule_on():
    for rule in ALL_RULES.values():
        assert rule.level.of("other", "draft", "strict") is not None, rule.code


def test_level_of_a_rule_can_come_from_a_plan_beside(tmp_path):
    (tmp_path / "plan.yaml").write_text(
        "plan: {id: p, language: en, kind: community}\nstrategies: [{id: s1, title: A, goals: [3]}]", "utf-8"
    )
    (tmp_path / "acts.yaml").write_text(
        "plan: {id: h, language: en, kind: action, follows_up: [{plan: p, file: plan.yaml}]}", "utf-8"
    )
    alone = lint(read_plan(tmp_path / "plan.yaml"))
    both = lint([read_plan(tmp_path / "plan.yaml"), read_plan(tmp_path / "acts.yaml")])
    assert alone.of("SDG213") == []
    assert [(d.subject, d.severity.word) for d in both.of("SDG213")] == [("p:s1", "info")]


def strategies_beside_an_action_plan(tmp_path, with_action, without, kind="community"):
    rows = [f"{{id: s{n}, title: S {n}, goals: [3]}}" for n in range(with_action + without)]
    (tmp_path / "plan.yaml").write_text(
        f"plan: {{id: p, language: en, kind: {kind}}}\nstrategies: [{', '.join(rows)}]", "utf-8"
    )
    acts = [f'{{id: a{n}, title: A {n}, strategies: ["p:s{n}"]}}' for n in range(with_action)]
    (tmp_path / "acts.yaml").write_text(
        "plan: {id: h, language: en, kind: action, follows_up: [{plan: p, file: plan.yaml}]}\n"
        f"actions: [{', '.join(acts)}]",
        "utf-8",
    )
    both = lint([read_plan(tmp_path / "plan.yaml"), read_plan(tmp_path / "acts.yaml")], select="SDG213")
    return [one.message for one in both.diagnostics]


def test_four_years_of_actions_need_not_cover_all_strategies_one_by_one(tmp_path):
    assert len(strategies_beside_an_action_plan(tmp_path, 3, 9)) == 9
    assert len(strategies_beside_an_action_plan(tmp_path, 31, 10)) == 10
    assert strategies_beside_an_action_plan(tmp_path, 30, 10) == ["10 of 40 strategies have no action"]


def test_strategies_of_a_land_use_plan_need_no_actions(tmp_path):
    assert strategies_beside_an_action_plan(tmp_path, 1, 4, "land_use") == []


# Conventions


def goals(count, significant=0):
    rows = [f"{{code: {n}" + (", significance: A}" if n <= significant else "}") for n in range(1, count + 1)]
    return f"goals: [{', '.join(rows)}]"


def test_convention_used_nowhere_gives_one_info_for_the_plan():
    assert found(goals(5), "SDG104") == [("SDG104", "p", "info")]


def test_convention_used_once_gives_a_finding_each():
    assert len(found(goals(5, significant=1), "SDG104")) == 4


def test_two_are_no_convention():
    assert found(goals(2), "SDG104") == [("SDG104", "p:goal-1", "warning"), ("SDG104", "p:goal-2", "warning")]


def test_message_of_a_convention_counts():
    report = lint(read(goals(5)), lang="nb", settings=Settings(select=("SDG104",)))
    assert report.diagnostics[0].message == "Ingen av de 5 prioriterte målene har kommunal betydning"


def test_share_of_a_convention_counts():
    direct = ", ".join(f"{{id: d{n}, title: D, targets: [3.4]}}" for n in range(3))
    through = ", ".join(f"{{id: t{n}, title: T, areas: [a]}}" for n in range(3))
    area = "areas: [{id: a, title: A, goals: [3]}]\n"
    assert found(f"{area}strategies: [{direct}, {through}]", "SDG215") == [("SDG215", "p", "info")]
    assert len(found(f"{area}strategies: [{direct}, {{id: x, title: X, targets: [3.4]}}, {through}]", "SDG215")) == 3


def test_plans_are_gathered_apart(tmp_path):
    (tmp_path / "a.yaml").write_text(HEADER.format(more="") + goals(4), "utf-8")
    other = HEADER.replace("id: p", "id: q").format(more=", follows_up: [{plan: p, file: a.yaml}]")
    (tmp_path / "b.yaml").write_text(other + goals(4, significant=3), "utf-8")
    plans = [read_plan(tmp_path / "a.yaml"), read_plan(tmp_path / "b.yaml")]
    report = lint(plans, settings=Settings(select=("SDG104",)))
    assert [(d.subject, d.severity.word) for d in report] == [("p", "info"), ("q:goal-4", "warning")]


# Wider and narrower


def test_wider_rule_is_silent_where_a_narrower_speaks():
    text = "engagements: [{id: e1, title: A}]"
    assert found(text, "SDG102", "SDG502") == [("SDG502", "p:e1", "info")]
    assert found(text, "SDG102") == [("SDG102", "p:e1", "warning")]


def test_wider_rule_is_silent_where_one_finding_stands_for_all():
    text = "engagements: [{id: e1, title: A}, {id: e2, title: B}, {id: e3, title: C}]"
    assert found(text, "SDG102", "SDG502") == [("SDG502", "p", "info")]


# Cycles


def test_cycle_is_one_finding_at_its_smallest_id_with_the_way_round():
    text = "areas:\n" + "\n".join(
        f"  - {{id: a{one}, title: A, goals: [3], part_of: a{up}}}" for one, up in ((10, 9), (9, 2), (2, 10), (1, 1))
    )
    report = lint(read(text), lang="en", settings=Settings(select=("SDG101",)))
    assert [(d.subject, d.place.line) for d in report] == [("p:a2", 5), ("p:a1", 6)]
    assert report.diagnostics[0].message.endswith("above itself: a2 → a10 → a9 → a2")
    assert [one.subject for one in report.diagnostics[0].related] == ["p:a10", "p:a9"]


def test_what_leads_into_a_cycle_is_not_on_it():
    text = "areas: [{id: a1, title: A, part_of: a2}, {id: a2, title: B, part_of: a1}, {id: a3, title: C, part_of: a1}]"
    assert found(text, "SDG101") == [("SDG101", "p:a1", "error")]


# The plan system


def test_nodes_of_a_followed_plan_count_and_are_not_reported(tmp_path):
    (tmp_path / "plan.yaml").write_text(
        "plan: {id: p, language: en}\nobjectives: [{id: o1, title: A, goals: [3]}, {id: o2, title: B}]", "utf-8"
    )
    (tmp_path / "acts.yaml").write_text(
        "plan: {id: h, language: en, follows_up: [{plan: p, file: plan.yaml}]}\n"
        'strategies: [{id: s1, title: C, objectives: ["p:o1"]}, {id: s2, title: D, objectives: ["p:o2"]}]',
        "utf-8",
    )
    report = lint(read_plan(tmp_path / "acts.yaml"), settings=Settings(select=("SDG20",)))
    assert {(d.code, d.subject) for d in report} == {("SDG201", "h:s2"), ("SDG202", "h:s1"), ("SDG202", "h:s2")}


# Many nodes: texts and attributes are looked at in portions


@pytest.mark.parametrize("where", [0, 255, 256, 599])
@pytest.mark.parametrize("twin", ["  odd \\u00a0 STRASSE  ", "Odd straße", "odd\\tSTRASSE"])
def test_a_title_that_stands_twice_is_found_among_many_whatever_its_white_space(where, twin):
    titles = [f"Strategy number {number}" for number in range(600)]
    titles[where] = twin
    titles.append("Odd straße")
    rows = "".join(f'  - {{id: s{number}, title: "{title}"}}\n' for number, title in enumerate(titles))
    assert found(f"strategies:\n{rows}", "SDG802") == [("SDG802", "p:s600", "info")]


def test_a_plan_of_many_strategies_has_a_dimension_if_the_last_of_them_reaches_it():
    rows = "".join(f"  - {{id: s{number}, title: A{number}, goals: [3]}}\n" for number in range(40))
    plan = f"strategies:\n{rows}  - {{id: last, title: B, objectives: [o1]}}\n"
    ways = "objectives: [{id: o0, title: O, targets: [8.5, 13.1]}, {id: o1, title: P, part_of: o0}]\n"
    assert found(plan + ways, "SDG401", more=", kind: community") == []
    assert found(plan, "SDG401", more=", kind: community") == [("SDG401", "p", "info")]


def test_a_long_cycle_is_named_by_its_beginning_and_its_end():
    rows = "".join(
        f"  - {{id: o{number}, title: A{number}, part_of: o{(number + 1) % 400}}}\n" for number in range(400)
    )
    (finding,) = lint(read(f"objectives:\n{rows}"), lang="en", select="SDG101").diagnostics
    assert finding.message.endswith("o0 → o1 → o2 → o3 → o4 → o5 → o6 → o7 → o8 → o9 → … → o0")
    assert len(finding.related) == 5


def test_what_stands_in_a_plan_is_asked_for_anew_when_a_parameter_has_another_value():
    (system,) = systems([read("strategies: [{id: s1, title: Paths}, {id: s2, title: Buses}]")])
    path = Step(IN_PLAN, backward=True, to=nodes("Strategy", where("title", "~", Parameter("words"))))
    walker, plan = Walker(system.index), {system.index.number["p"]}

    def inside(words):
        return {system.index.ids[node] for node in walker.image(path, plan, {"words": words})}

    assert inside("paths") == {"p:s1"}
    assert inside("buses") == {"p:s2"}


def test_texts_by_language_among_plain_ones_are_compared_too():
    text = (
        "actions:\n"
        "  - {id: a1, title: A, partners: [B, {en: C}], owner: u1}\n"
        "  - {id: a2, title: A, partners: [B, {en: C}], owner: u1}\n"
        "units: [{id: u1, title: B}]\n"
    )
    from sdggraph.lint.comparing import miscomparing
    from sdggraph.lint.system import systems
    from sdggraph.rules.comparisons import Compare
    from sdggraph.rules.language import nodes, step

    (system,) = systems([read(text)])
    numbers = [system.index.number[name] for name in ("p:a1", "p:a2")]
    condition = Compare("partners", "=", "title", step("owned_by"), nodes("Unit"), "all")
    assert miscomparing(system.engine, condition, numbers, {}) == set(numbers)
