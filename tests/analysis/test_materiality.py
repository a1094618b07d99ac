"""Materiality: means, spreads and quadrants by hand; nobody's name comes out; what can't be used is said."""

from __future__ import annotations

import json
import statistics
from decimal import Decimal

import pytest

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
goals:
  - {code: 3, materiality: {stakeholders: 4.5, impact: 3}}
  - {code: 4, materiality: {stakeholders: 4, impact: 2.9}}
  - {code: 9, materiality: {stakeholders: 1, impact: 5}}
  - {code: 13, materiality: {stakeholders: 2, impact: 1}}
  - {code: 17, materiality: {stakeholders: 2}}
"""

SCORES = """\
Kartlegging 2024;;;;
Mål;Interessentgruppe;Navn;Viktighet;Kommunens påvirkning
3;Eldre;Kari Nordmann;5;4
3;Eldre;Ola Nordmann;4;4,5
3;Eldre;Per Hansen;3;
3;Unge;Lise Berg;2;3
13;Eldre;Kari Nordmann;6;2
18;Eldre;Kari Nordmann;4;2
3;Unge;Lise Berg;1;1
11;Unge;Lise Berg;x;4
;Unge;Lise Berg;3;4
"""


def plan_of(text=PLAN):
    return plan_from_document(parse_document(text, "p.yaml"))


@pytest.fixture
def scores(tmp_path):
    file = tmp_path / "scores.csv"
    file.write_text(SCORES, encoding="utf-8")
    return file


def test_quadrants_of_the_plan_itself():
    found = sg.materiality(plan_of())
    assert {one.code: one.quadrant for one in found.goals} == {
        "3": "act",  # at the threshold is high
        "4": "join",
        "9": "run",
        "13": "watch",
        "17": None,
    }
    assert found.missing == ("17",)
    assert found.threshold == 3
    strict = sg.materiality(plan_of(), threshold=4.6)
    assert [one.quadrant for one in strict.goals][:3] == ["watch", "watch", "run"]
    assert found.goals[0].stakeholders.voices == 0


def test_the_most_material_stands_first():
    found = sg.materiality(
        plan_of(
            "plan: {id: p, language: en}\ngoals:\n  - {code: 1, materiality: {stakeholders: 3, impact: 3}}\n  - {code: 2, materiality: {stakeholders: 5, impact: 4}}\n"
        )
    )
    assert [one.code for one in found.in_quadrant("act")] == ["2", "1"]


def test_means_spread_and_voices(scores):
    found = sg.materiality(plan_of(), scores=scores)
    three = found.goals[0]
    # Importance 5, 4, 3, 2; impact 4, 4.5, 3: the third voice gives none, and Lise's second row is left out.
    assert three.stakeholders.mean == Decimal("3.5")
    assert three.stakeholders.spread == pytest.approx(
        statistics.stdev([Decimal(5), Decimal(4), Decimal(3), Decimal(2)])
    )
    assert float(three.stakeholders.spread) == pytest.approx((5 / 3) ** 0.5)  # 1.5² + 0.5² + 0.5² + 1.5² = 5, by n - 1
    assert three.stakeholders.voices == 4
    assert (three.impact.mean, three.impact.voices) == (Decimal("11.5") / 3, 3)
    assert three.in_plan == (Decimal("4.5"), Decimal(3))
    by_code = {one.code: one for one in found.goals}
    assert by_code["13"].stakeholders is None
    assert by_code["13"].impact.mean == 2
    assert by_code["13"].impact.spread is None
    assert by_code["11"].impact.mean == 4
    assert by_code["4"].quadrant is None  # in the plan, but nobody scored it
    assert (found.people, found.source) == (4, "scores")


def test_small_groups_and_names_stay_inside(scores, capsys, tmp_path):
    found = sg.materiality(plan_of(), scores=scores)
    (group,) = found.goals[0].groups
    assert group.group == "Eldre"
    assert group.stakeholders.mean == 4
    assert group.stakeholders.spread is None  # three of one mind would tell what each thinks
    assert group.impact is None  # two voices
    assert found.hidden_groups == 1
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    for form in ("text", "json", "csv", "markdown", "svg"):
        assert run(["materiality", str(file), "--scores", str(scores), "--format", form]) == 0
    said = capsys.readouterr()
    for name in ("Nordmann", "Kari", "Hansen", "Lise", "Unge"):
        assert name not in said.out + said.err


def test_what_cannot_be_used_is_said_with_its_cell(scores):
    found = sg.materiality(plan_of(), scores=scores)
    assert [(one.code, one.place.cell) for one in found.diagnostics()] == [
        ("SDG010", "D7"),
        ("SDG001", "A8"),
        ("SDG006", "A9"),
        ("SDG010", "D10"),
        ("SDG009", "A11"),
    ]


def test_a_spreadsheet_is_read_too(tmp_path):
    from sdggraph.io.workbook.row_sheets import rows_to_workbook

    rows = [{"goal": 3, "group": "A", "importance": value, "impact": 5} for value in (1, 2, 3, 4, 5)]
    file = tmp_path / "s.xlsx"
    file.write_bytes(rows_to_workbook({"notes": [{"x": "y"}], "scores": rows}))
    found = sg.materiality(plan_of(), scores=file)
    assert (found.goals[0].stakeholders.mean, found.goals[0].stakeholders.voices) == (3, 5)
    assert found.goals[0].groups[0].stakeholders.spread == pytest.approx(Decimal("2.5").sqrt())


@pytest.mark.parametrize("text", ["", "a;b\n1;2\n", "goal;importance\n3;4\n"])
def test_what_is_no_table_of_scores_is_refused(text, tmp_path, capsys):
    file, scores = tmp_path / "p.yaml", tmp_path / "s.csv"
    file.write_text(PLAN, encoding="utf-8")
    scores.write_text(text, encoding="utf-8")
    assert run(["materiality", str(file), "--scores", str(scores)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_examples(capsys):
    scored = "examples/complete/vesentlighet.csv"
    assert run(["materiality", "examples/complete/plan.yaml", "--scores", scored, "--lang", "nb"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "14 personer" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert all(f"\n{heading}:" in said.out for heading in ("Prioriter", "Samarbeid", "Ivareta i driften", "Følg med"))
    assert run(["materiality", "examples/asker-2018/plan.yaml", "--lang", "nb"]) == 0
    assert capsys.readouterr().out.startswith("Ikke vurdert på begge akser: 3 God helse")
    assert run(["materiality", "examples/complete/plan.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["goals"][0]["quadrant"] == "act"
