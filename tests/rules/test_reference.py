"""For random plans, what the native engine flags is what a naive reading of each rule's sentence flags."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from hypothesis import HealthCheck, given, settings

from sdggraph.lint.engine import RuleRun
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import systems
from sdggraph.rules import ALL_RULES
from tests.rules import naive_people, naive_thread, naive_values
from tests.rules.naive import World
from tests.rules.random_plans import plan_systems

AS_OF = dt.date(2026, 6, 30)
MOST = 2
COUNTING = {code: {"most": MOST} for code in ("SDG216", "SDG406", "SDG407")}
SETTINGS = Settings(profile="strict", as_of=AS_OF, parameters=COUNTING)
REFERENCES = {
    name.upper(): function
    for module in (naive_thread, naive_values, naive_people)
    for name, function in vars(module).items()
    if name.startswith("sdg") and name[3:].isdigit()
}
CHECKED = {rule.code: rule for rule in ALL_RULES.values() if rule.requires is not None}


def test_every_rule_that_an_engine_runs_has_a_reference():
    assert REFERENCES.keys() == CHECKED.keys()


def verdicts(plan, others):
    """Give, for each rule, what it looks at, what the engine flags, and what its sentence flags."""
    (system,) = systems([plan])
    run = RuleRun(system, SETTINGS)
    world = World(plan, others, AS_OF, MOST)
    for code, rule in CHECKED.items():
        parameters = run.settings.values(rule)
        subjects = list(run.subjects(rule, parameters))
        flagged = {system.index.ids[node] for node in run.broken(rule, subjects, parameters)}
        yield code, subjects, flagged, REFERENCES[code](world)


def test_native_engine_agrees_with_the_sentences_on_random_plans():
    broken, kept = Counter(), Counter()

    @settings(max_examples=500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(plan_systems())
    def agree(drawn):
        for code, subjects, flagged, expected in verdicts(*drawn):
            assert flagged == expected, code
            broken[code] += len(flagged)
            kept[code] += len(subjects) - len(flagged)

    agree()
    # A test that never met the case has shown nothing.
    assert [code for code in CHECKED if broken[code] < 3 or kept[code] < 3] == []
