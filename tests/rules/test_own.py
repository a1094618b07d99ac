"""Rules of the user's own, from settings and from Python, run like built-in ones."""

from __future__ import annotations

import pytest

from sdggraph.base.diagnostics import Severity
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.lint.engine import run_rules
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import systems
from sdggraph.rules.own import OwnRuleError, rule, rule_from_table

PLAN = """\
plan: {id: p, language: en}
indicators:
  - {id: i1, title: A, source: {system: KOSTRA}}
  - {id: i2, title: B, source: {system: own}}
strategies:
  - {id: s1, title: One, tracks: [services], indicators: [i1]}
  - {id: s2, title: Two, tracks: [services], indicators: [i2]}
  - {id: s3, title: Three, tracks: [community]}
"""

TABLE = {
    "code": "X001",
    "for": "Strategy[track=services]",
    "requires": "measured_by -> Indicator[source.system=KOSTRA]",
    "min": 1,
    "severity": "warning",
    "message": {"en": "{node} has no figure from KOSTRA", "nb": "{node} har ingen tall fra KOSTRA"},
}


def flagged(made):
    [system] = systems([plan_from_document(parse_document(PLAN, "p.yaml"))])
    return [(finding.subject, severity) for finding, severity in run_rules(system, [made], Settings())]


def test_a_rule_from_the_settings_finds_what_it_says():
    assert flagged(rule_from_table(TABLE)) == [("p:s2", Severity.WARNING)]


def test_at_least_and_at_most():
    assert [node for node, _ in flagged(rule_from_table({**TABLE, "for": "Strategy", "max": 0, "min": 0}))] == ["p:s1"]


def test_a_rule_for_all_kinds_is_about_the_plan_s_own_nodes():
    table = {**TABLE, "for": "*", "requires": "measured_by or ^measured_by"}
    assert [node for node, _ in flagged(rule_from_table(table))] == ["p", "p:s3"]


def test_unless():
    table = {**TABLE, "for": "Strategy", "unless": "[tracks=community]"}
    assert [node for node, _ in flagged(rule_from_table(table))] == ["p:s2"]


def test_a_rule_in_python():
    @rule("X002", "Strategy", message="{node} is short", severity="error")
    def title_is_long(record, plan):
        """Titles have four letters or more."""
        return len(record.title) > 3 and plan.id == "p"

    assert title_is_long.name == "title-is-long"
    assert flagged(title_is_long) == [("p:s1", Severity.ERROR), ("p:s2", Severity.ERROR)]


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({"code": "SDG900"}, "code", "no code for a rule of your own"),
        ({"code": "x1"}, "code", "no code for a rule of your own"),
        ({"for": "Strategi"}, "for", "no kind of node"),
        ({"for": None}, "for", "a rule needs “for”"),
        ({"requires": "mesured_by"}, "requires", "no relation “mesured_by”"),
        ({"min": "one"}, "min", "a whole number"),
        ({"severity": "grave"}, "severity", "one of error, warning, info"),
        ({"message": 3}, "message", "a text"),
        ({"message": "{nodee} has none"}, "message", "a message has no {nodee}"),
        ({"message": {"nb": "{count} for mange"}}, "message", "a message has no {count}"),
        ({"required": "x"}, "required", "a rule has no “required”"),
    ],
)
def test_mistakes_name_the_key(change, key, said):
    with pytest.raises(OwnRuleError) as caught:
        rule_from_table({**TABLE, **change})
    assert caught.value.key == key
    assert said in caught.value.words["en"]
