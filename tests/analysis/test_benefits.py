"""Benefits: by year, kind and effect, against the zero-point; chains, and those that go round."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import sdggraph as sg
from sdggraph.analysis.benefits_chains import BenefitLink, layers
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
units: [{id: u1, title: Care}]
strategies: [{id: s1, title: One, goals: [3]}]
indicators:
  - {id: up, title: Up, direction: increase, baseline: {date: 2020, value: 10}, measurements: [{date: 2021, value: 8}, {date: 2022, value: 12}]}
  - {id: down, title: Down, direction: decrease, baseline: {date: 2020, value: 10}, measurements: [{date: 2022, value: 11}]}
  - {id: bare, title: Bare, direction: decrease, measurements: [{date: 2022, value: 11}]}
  - {id: late, title: Late, direction: decrease, baseline: {date: 2020, value: 10}}
benefits:
  - {id: b1, title: A, kind: budget, owner: u1, due: 2026, strategies: [s1], indicators: [up], values: [{year: 2025, planned: 100, realised: 80}, {year: 2026, planned: 100}]}
  - {id: b2, title: B, kind: budget, due: 2025, benefits: [b1], indicators: [down], values: [{year: 2025, planned: 5}]}
  - {id: b3, title: C, kind: budget, effect: negative, benefits: [b2], indicators: [up, down], values: [{year: 2025, planned: 30, realised: 40}]}
  - {id: b4, title: D, kind: non_priced, indicators: [bare], values: [{year: 2025, planned: 3}]}
  - {id: b5, title: E, kind: priced, indicators: [late]}
  - {id: b6, title: F}
"""


def plan_of(text):
    return plan_from_document(parse_document(text, "p.yaml"))


@pytest.fixture(scope="module")
def found():
    return sg.benefits(plan_of(PLAN), as_of=dt.date(2026, 1, 1))


def test_against_the_zero_point(found):
    moved = {row.node.partition(":")[2]: row.moved for row in found.benefits}
    # up rose from 10 to 12 as wanted; down rose from 10 to 11 and should not; b3 has both.
    assert moved == {
        "b1": "better",
        "b2": "worse",
        "b3": "mixed",
        "b4": "no_zero_point",
        "b5": "not_measured",
        "b6": "no_indicator",
    }
    early = sg.benefits(plan_of(PLAN), as_of=dt.date(2021, 12, 31))
    assert early.benefits[0].moved == "worse"  # 8 is the latest by then


def test_kinds_and_effects_are_summed_apart(found):
    sums = {(one.kind, one.effect, one.year): one for one in found.sums}
    gain = sums["budget", "positive", 2025]
    assert (gain.planned, gain.realised, gain.benefits, gain.unrealised) == (105, 80, 2, 1)
    assert (sums["budget", "negative", 2025].planned, sums["budget", "negative", 2025].realised) == (30, 40)
    assert sums["budget", "positive", 2026].realised is None
    assert not any(kind in ("non_priced", "priced") for kind, *_ in sums)
    assert found.rows()[3]["planned_2025"] == 3


def test_by_owner_and_due(found):
    assert {owner: len(rows) for owner, rows in found.by_owner().items()} == {"p:u1": 1, None: 5}
    assert {year: len(rows) for year, rows in found.by_due().items()} == {2025: 1, 2026: 1, None: 4}


def test_chains(found):
    assert [(one.source, one.benefit) for one in found.links] == [("p:s1", "p:b1"), ("p:b1", "p:b2"), ("p:b2", "p:b3")]
    places = layers([row.node for row in found.benefits], found.links)
    assert [places[f"p:{one}"] for one in ("s1", "b1", "b2", "b3")] == [0, 1, 2, 3]
    wide = [BenefitLink("a", "x"), BenefitLink("x", "y"), BenefitLink("b", "y")]
    assert layers([], wide)["b"] == 1  # stands right before what it leads to


def test_benefits_that_go_round_are_said_and_still_drawn(capsys, tmp_path):
    text = PLAN.replace("kind: budget, owner: u1", "kind: budget, benefits: [b3]").replace(
        "{id: b6, title: F}", "{id: b6, title: F, benefits: [b6]}"
    )
    found = sg.benefits(plan_of(text))
    assert found.loops == (("p:b1", "p:b2", "p:b3"), ("p:b6",))
    assert len(layers([row.node for row in found.benefits], found.links)) == 7
    file = tmp_path / "p.yaml"
    file.write_text(text, encoding="utf-8")
    for form in ("text", "svg", "mermaid"):
        assert run(["benefits", str(file), "--format", form]) == 0
    assert "These result from each other: A, B, C" in capsys.readouterr().out


def test_command(capsys, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    for more in ([], ["--by", "owner"], ["--by", "due"]):
        assert run(["benefits", str(file), *more, "--as-of", "2026-01-01"]) == 0
        out = capsys.readouterr().out
        assert max(map(len, out.splitlines())) <= 80
        assert "\N{MINUS SIGN} C" in out
        assert "└─ One" in out
    assert run(["benefits", str(file), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["benefits"][0]["zero_points"][0]["baseline"] == {"date": "2020", "value": 10}
    assert run(["benefits", str(file), "--format", "mermaid"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("flowchart LR\n")
    assert "-.->" in out  # to a drawback
    assert run(["benefits", "examples/asker-2018/plan.yaml", "--lang", "nb"]) == 0
    assert capsys.readouterr().out == "Planen har ingen gevinster.\n"


def test_a_title_ends_no_mermaid_label(capsys, tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text("plan: {id: p, language: en}\nbenefits: [{id: b, title: 'x\"] --> <b>#quot;'}]\n", encoding="utf-8")
    assert run(["benefits", str(file), "--format", "mermaid"]) == 0
    line = capsys.readouterr().out.splitlines()[1]
    assert line.count('"') == 2
    assert "<" not in line
    assert "#" not in line
