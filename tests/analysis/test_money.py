"""Money: each krone once; amounts by goal overlap and are split by arithmetic done by hand here."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sdggraph as sg
from sdggraph.analysis.money import GROUPINGS, split_equally
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
areas:
  - {id: north, title: North, goals: [3]}
  - {id: harbour, title: Harbour, part_of: north}
  - {id: south, title: South, goals: [11]}
objectives:
  - {id: o1, title: Safe, areas: [harbour], targets: [13.1]}
strategies:
  - {id: s1, title: One, areas: [north], targets: [3.8, 13.1]}
  - {id: s2, title: Two, objectives: [o1]}
  - {id: s3, title: Three, areas: [south], targets: [{code: 13.2, role: negative}]}
  - {id: s4, title: Four}
units: [{id: u1, title: Works}]
actions:
  - {id: a1, title: A, strategies: [s1], owner: u1, budget: [{year: 2025, amount: 100}, {year: 2026, amount: 50, type: investment}]}
  - {id: a2, title: B, strategies: [s1, s2], budget: [{year: 2026, amount: 10.01}]}
  - {id: a3, title: C, strategies: [s1, s3], budget: [{year: 2026, amount: 200}]}
  - {id: a4, title: D, strategies: [s4], budget: [{year: 2026, amount: 7}]}
  - {id: a5, title: E, strategies: [s1], budget: within_frame}
  - {id: a6, title: F, strategies: [s1]}
"""


@pytest.fixture(scope="module")
def found():
    return sg.money(plan_from_document(parse_document(PLAN, "p.yaml")))


def totals(rows, key):
    return {row[key] or row["title"]: row["total"] for row in rows}


def test_each_krone_stands_once(found):
    assert found.total == Decimal("367.01")  # 150 + 10.01 + 200 + 7
    assert found.years == (2025, 2026)
    assert (found.in_year(2025), found.in_year(2026)) == (100, Decimal("267.01"))
    for by in GROUPINGS:
        assert sum(row["total"] for row in found.rows(by)) == found.total
        assert sum(row["2026"] for row in found.rows(by)) == found.in_year(2026)


def test_an_action_is_booked_on_the_smallest_area_that_holds_it(found):
    # a1 in north; a2 in north and in harbour, which is part of north; a3 in north and south, which nothing holds
    # together; a4 nowhere.
    assert totals(found.rows("area"), "area") == {
        "p:north": Decimal("160.01"),
        "(shared by several areas)": 200,
        "(in no area)": 7,
    }
    assert totals(found.rows("unit"), "unit") == {"p:u1": 150, "(no owner)": Decimal("217.01")}
    assert totals(found.rows("type"), "type") == {"operating": Decimal("317.01"), "investment": 50}


def test_goals_are_touched_and_overlap(found):
    by_code = {one.code: one for one in found.goals}
    # a1, a2 and a3 serve 3 and 13 by s1; a3 serves 11 by the area of s3 too. 13.2 is worked against.
    assert list(by_code) == ["3", "11", "13"]
    three, eleven, thirteen = by_code.values()
    assert (three.actions, three.touches, three.direct) == (3, Decimal("360.01"), Decimal("360.01"))
    assert (eleven.touches, eleven.direct) == (200, 0)
    assert three.overlap == three.touches
    # Split: 150/2 + 5.01 + 66.67 and 150/2 + 5.00 + 66.66; the odd hundredths go to the first.
    assert three.split_equally == Decimal(75) + Decimal("5.01") + Decimal("66.67")
    assert eleven.split_equally == Decimal("66.67")
    assert thirteen.split_equally == Decimal(75) + Decimal("5.00") + Decimal("66.66")
    assert found.unreached == 7
    assert sum(one.split_equally for one in found.goals) + found.unreached == found.total
    assert [one.code for one in found.targets] == ["3.8", "13.1"]


def test_actions_without_money_are_said(found):
    assert found.actions == 6
    assert found.within_frame == ("p:a5",)
    assert found.without_budget == ("p:a6",)


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(1, 17))
def test_a_split_adds_up(amount, parts):
    found = split_equally(amount, parts)
    assert len(found) == parts
    assert sum(found) == amount
    assert max(found) - min(found) <= Decimal("0.02")


def test_the_complete_plan_adds_up():
    plan = sg.read_plan("examples/complete/handlingsdel.yaml")
    budgets = [one.budget for one in plan.actions if one.budget and one.budget != "within_frame"]
    found = sg.money(plan)
    assert found.total == sum(line.amount for lines in budgets for line in lines) == 48_120_000
    assert sum(one.split_equally for one in found.goals) + found.unreached == found.total


def test_command(capsys, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    assert run(["money", str(file)]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "4 of 6 actions have a budget by year; 1 more" in " ".join(out.split())
    assert run(["money", str(file), "--by", "unit", "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[1] == ["p:u1", "Works", "100", "50", "150"]
    assert run(["money", str(file), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["version"], data["total"], data["unreached"]) == (1, 367.01, 7)
    assert run(["money", "examples/asker-2018/plan.yaml", "--lang", "nb"]) == 0
    assert "Planen har ingen tiltak" in capsys.readouterr().out


def test_frame(found):
    pandas = pytest.importorskip("pandas")
    frame = found.to_frame("unit")
    assert isinstance(frame, pandas.DataFrame)
    assert frame["total"].sum() == pytest.approx(367.01)
