"""What the plan maker plants is exactly what the linter finds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from planmaker import KINDS, grow, plant, write

from sdggraph import lint, read_plan

if TYPE_CHECKING:
    from pathlib import Path

    from planmaker import GrownPlan

    from sdggraph import Report

TWENTY = [
    "SDG001",
    "SDG002",
    "SDG005",
    "SDG006",
    "SDG007",
    "SDG008",
    "SDG009",
    "SDG010",
    "SDG012",
    "SDG101",
    "SDG102",
    "SDG103",
    "SDG104",
    "SDG201",
    "SDG202",
    "SDG204",
    "SDG205",
    "SDG214",
    "SDG301",
    "SDG605",
]


def linted(plan: GrownPlan, folder: Path) -> Report:
    file = folder / "plan.yaml"
    file.write_text(write(plan), encoding="utf-8")
    return lint(read_plan(file))


@pytest.mark.parametrize("kind", ["community", "action"])
def test_a_made_plan_is_sound(tmp_path: Path, kind: str) -> None:
    report = linted(grow(1000, kind=kind), tmp_path)
    assert [str(one) for one in report] == []
    assert report.summary.nodes > 1300
    assert report.summary.edges > 3000


def test_twenty_defects_of_twenty_rules_are_found_each_once(tmp_path: Path) -> None:
    plan = grow(1000)
    planted = plant(plan, 20, TWENTY)
    report = linted(plan, tmp_path)
    assert Counter(one.code for one in planted) == Counter(TWENTY)
    found = sorted((one.code, one.subject, one.place.line) for one in report if one.place is not None)
    assert found == sorted((one.code, one.subject, one.line) for one in planted)
    assert len(report) == 20
    assert report.summary.consequences > 0


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("kind", ["community", "action"])
def test_every_kind_of_defect_is_found_where_it_was_planted(tmp_path: Path, seed: int, kind: str) -> None:
    plan = grow(1200, seed=seed, kind=kind)
    planted = plant(plan, 90)
    fitting = {code for code, ways in KINDS.items() if any(way.fits(kind) for way in ways)}
    assert {one.code for one in planted} == fitting
    report = linted(plan, tmp_path)
    found = Counter((one.code, one.subject, one.place.line if one.place else None) for one in report)
    assert found == Counter((one.code, one.subject, one.line) for one in planted)


def test_the_same_seed_gives_the_same_plan() -> None:
    first, second, other = grow(200, seed=7), grow(200, seed=7), grow(200, seed=8)
    assert [one.to_dict() for one in _planted(first)] == [one.to_dict() for one in _planted(second)]
    assert write(first) == write(second) != write(other)


def _planted(plan: GrownPlan) -> list:
    planted = plant(plan, 8)
    write(plan)
    return planted


def test_a_plan_too_small_for_its_defects_is_said_to_be() -> None:
    with pytest.raises(ValueError, match="find a place"):
        plant(grow(40), 300)
    with pytest.raises(ValueError, match="SDG999"):
        plant(grow(40), 1, ["SDG999"])
