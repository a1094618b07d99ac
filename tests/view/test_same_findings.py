"""The explorer and the linter say the same of the same plan: what nobody measures, and what reaches no goal."""

from __future__ import annotations

import json
import random

import pytest

import sdggraph as sg
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.view.facts import find_facts
from sdggraph.view.from_graph import payload_of
from sdggraph.view.gaps import find_gaps


def some(rng: random.Random, names: list[str], most: int) -> list[str]:
    return rng.sample(names, min(len(names), rng.randint(0, most)))


def random_plan(seed: int) -> dict:
    """A small plan in which anything may hang on anything, or on nothing."""
    rng = random.Random(seed)
    indicators = [f"i{n}" for n in range(3)]
    areas = [f"a{n}" for n in range(rng.randint(0, 3))]
    objectives = [f"o{n}" for n in range(rng.randint(1, 6))]
    strategies = [f"s{n}" for n in range(rng.randint(1, 8))]
    actions = [f"t{n}" for n in range(rng.randint(0, 4))]
    benefits = [f"b{n}" for n in range(rng.randint(0, 3))]

    def node(name: str, often: float, **fields: object) -> dict:
        measured = some(rng, indicators, 1) if rng.random() < often else []
        targets = [rng.choice(["3.4", "11.2", "13.1"])] if rng.random() < 0.2 else []
        every = {"indicators": measured, "targets": targets, **fields}
        return {"id": name, "title": name.upper(), **{key: value for key, value in every.items() if value}}

    def maybe(names: list[str], share: float) -> str | None:
        return rng.choice(names) if names and rng.random() < share else None

    return {
        "sdggraph": 1,
        "plan": {"id": "p", "title": "P", "kind": "community", "period": {"start": 2024, "end": 2036}},
        "targets": [{"code": "3.4", "indicators": ["i0"]}],
        "indicators": [{"id": one, "title": one.upper(), "role": "monitoring"} for one in indicators],
        "areas": [node(one, 0.2, part_of=maybe(areas[:place], 0.3)) for place, one in enumerate(areas)],
        "objectives": [
            node(one, 0.4, areas=some(rng, areas, 2), part_of=maybe(objectives[:place], 0.3))
            for place, one in enumerate(objectives)
        ],
        "strategies": [
            node(one, 0.4, objectives=some(rng, objectives, 2), areas=some(rng, areas, 1) if rng.random() < 0.3 else [])
            for one in strategies
        ],
        "actions": [
            node(one, 0.3, strategies=some(rng, strategies, 2), objectives=some(rng, objectives, 1)) for one in actions
        ],
        "benefits": [node(one, 0.4, strategies=some(rng, strategies, 1)) for one in benefits],
    }


def found_by_the_linter(plan, *codes: str) -> set[str]:
    """Subjects of these rules, also where one is told as a consequence of another."""
    report = sg.lint(plan, lang="en")
    found = {one.subject for one in report if one.code in codes}
    return found | {after.subject for one in report for after in one.consequences if after.code in codes}


@pytest.mark.parametrize("seed", range(40))
def test_what_nobody_measures_is_what_the_rules_find(seed, tmp_path):
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(random_plan(seed)), encoding="utf-8")
    plan = sg.read_plan(file)
    payload = payload_of(PlanGraph.of(plan))
    gaps = find_gaps(payload, find_facts(payload))
    assert {payload.nodes[at].id for at in gaps["unmeasured"]} == found_by_the_linter(plan, "SDG202", "SDG214")
    assert {payload.nodes[at].id for at in gaps["unreached"]} == found_by_the_linter(plan, "SDG201", "SDG203", "SDG204")


def test_such_plans_have_both_what_is_measured_and_what_is_not():
    shares = []
    for seed in range(40):
        plan = random_plan(seed)
        shares.append(sum("indicators" in node for name in ("objectives", "strategies") for node in plan[name]))
    assert min(shares) == 0
    assert max(shares) > 2
