"""Plans that follow each other up in a long row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sdggraph as sg

if TYPE_CHECKING:
    from pathlib import Path

MANY = 1200


def test_a_long_row_of_plans_is_read_to_its_end_and_linted(tmp_path: Path) -> None:
    for number in range(MANY):
        follows = f"follows_up: [{{plan: p{number + 1}, file: p{number + 1}.yaml}}]" if number < MANY - 1 else ""
        text = f"plan:\n  id: p{number}\n  language: en\n  {follows}\n"
        (tmp_path / f"p{number}.yaml").write_text(text, encoding="utf-8")
    plan = sg.read_plan(tmp_path / "p0.yaml")
    assert plan.reading is not None
    assert [one.id for one in plan.reading.followed] == [f"p{number}" for number in range(1, MANY)]
    report = sg.lint(plan)
    assert not report.crashed
    assert not report.of("SDG108")
