"""Each figure of the report, worked out by hand from the plan beside this file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import sdggraph as sg
from sdggraph.view.report.blocks import Facts, Items, Paragraph, Table
from sdggraph.view.report.make import ReportOptions, report_document

PLAN = Path(__file__).with_name("plan.yaml")
DAY = dt.date(2026, 6, 1)


@pytest.fixture(scope="module")
def document():
    return report_document(sg.read_plan(PLAN), ReportOptions("en", as_of=DAY))


def section(document, name):
    return next(one for _, one in document.walk() if one.name == name)


def table(document, name, caption):
    return next(one for one in section(document, name).blocks if isinstance(one, Table) and one.caption == caption)


def texts(document, name):
    blocks = section(document, name).blocks
    return [one.text for one in blocks if isinstance(one, Paragraph)] + [
        text for one in blocks if isinstance(one, Items) for text in one.items
    ]


def test_summary(document):
    facts = next(one for one in section(document, "summary").blocks if isinstance(one, Facts))
    assert {what: value for value, what in facts.figures} == {
        "prioritised goals of 17": "3",  # 3, 11, 13
        "strategies": "4",
        "of the strategies are measured": "50%",  # s1 through o1's i1, s2 by i2; s3 and s4 by nothing
        "measured indicators are achieved or on track": "1 of 2",  # i1: 70 expected, 71 measured; i2: 30 and 12
        "kroner in 2024\N{EN DASH}2025": "3,800,000",  # 1.0 + 0.5 + 2.0 + 0.3 million
    }
    # s1 and s2 reach a goal and are measured; s3 is not measured, s4 neither.
    assert texts(document, "summary")[0] == "2 of 4 strategies hang together, from global goal to measurement."
    assert "1 prioritised goal: no strategy leads here. 13 Climate action." in texts(document, "summary")


def test_what_is_missing(document):
    assert texts(document, "summary")[1:] == [
        "What is missing:",
        "2 strategies: nobody measures these. Paint crossings; Dream big.",  # s3, s4: o2 and its area have no indicator
        "1 strategy: reaches no goal. Dream big.",  # s4 claims nothing and stands under nothing
        "1 prioritised goal: no strategy leads here. 13 Climate action.",
        "1 selected target: nobody follows it up. 13.2 Climate in every plan.",  # 3.8 by o1, 11.2 by o2
    ]


def test_findings(document):
    # 205 goal 13; 201 s4; 202 s3 and s4: four errors in an adopted plan. 401, 405, 506, and 703 of x1 and x2: five notes;
    # 206 of target 13.2 only follows from 205.
    assert texts(document, "findings") == ["4 errors, 5 notes."]
    assert len(table(document, "findings", "Findings").rows) == 4 + 5


def test_coverage(document):
    said = texts(document, "coverage")
    # Selected: 3.8, 11.2, 13.2. Reached: 3.8 by s1 under o1, 11.2 by s2 and s3 under o2, 3.6 by s3 itself.
    assert said[0] == "Of the UN's 169 targets the plan selects 3, and its strategies reach 3."
    assert said[1].count(";") == 17 - 3 - 1  # all goals but 3, 11 and 13 are listed
    # s1, s2 and s3 serve goals 3 and 11, which are social ones; s4 serves none.
    assert said[-1] == "Strategies by dimension (one may have several): environment 0, economy 0, social 3."
    (drawn,) = (one.alternative for one in section(document, "coverage").blocks if hasattr(one, "alternative"))
    assert drawn.startswith("2 of the 17 goals have strategies; prioritised without a strategy: 13.")
    assert "3 Good health and well-being: 1 + 1; 11 Sustainable cities and communities: 0 + 2." in drawn
    found = table(document, "coverage", "Goals that the plan names or does something for")
    rows = {row[0].split()[0]: row[1:] for row in found.rows}
    # Goal 3: s3 claims 3.6 itself; s1 only through o1 and its area. Of the two, s1 is measured.
    assert rows["3"] == ("yes", "1", "1", "1", "50%")
    # Goal 11: s2 and s3 through o2; s2 is measured.
    assert rows["11"] == ("yes", "1", "0", "2", "50%")
    assert rows["13"] == ("yes", "1", "0", "0", "\N{EN DASH}")


def test_progress(document):
    found = table(document, "progress", "The indicators, the worst first")
    # i1: from 60 in 2023 to 80 in 2027 is 5 a year, so 70 is expected in 2025, and 71 is more.
    assert found.rows == (
        ("Path", "12\xa0km (2025)", "50\xa0km (2027)", "off track"),
        ("Live at home", "71\xa0% (2025)", "80\xa0% (2027)", "on track"),
    )
    assert texts(document, "progress") == ["2 indicators as of 1 June 2026:", "1 on track", "1 off track"]
    # i2: from 10 in 2023 to 50 in 2027 is 10 a year, so 30 is expected in 2025; 12 is 2 of 20, 10 %.
    (alternative,) = (one.alternative for one in section(document, "progress").blocks if hasattr(one, "alternative"))
    assert "expected 30 in 2025, measured 12. 10 % of the change" in alternative


def test_money(document):
    by_area = table(document, "money", "By target area")
    assert by_area.rows == (
        ("Good lives", "1,000,000", "500,000", "1,500,000"),  # a1
        ("Good places", "\N{EN DASH}", "2,300,000", "2,300,000"),  # a2 and a3
    )
    assert by_area.total == ("In all", "1,000,000", "2,800,000", "3,800,000")
    by_type = table(document, "money", "By type")
    assert by_type.rows == (
        ("operating", "1,000,000", "800,000", "1,800,000"),  # a1 in both years, a3
        ("investment", "\N{EN DASH}", "2,000,000", "2,000,000"),  # a2
    )
    assert by_type.total == ("In all", "1,000,000", "2,800,000", "3,800,000")
    by_goal = {row[0].split()[0]: row[1:] for row in table(document, "money", "By goal").rows}
    # a1 serves goal 3; a2 serves 11; a3 serves 3 (through 3.6) and 11 (through o2), so 0.3 million touches both.
    assert by_goal == {"3": ("2", "1,800,000", "1,650,000"), "11": ("2", "2,300,000", "2,150,000")}
    assert 1_650_000 + 2_150_000 == 3_800_000


def test_benefits(document):
    assert table(document, "benefits", "Priced benefits by year").rows == (
        ("budget effect (gain)", "2025", "200,000", "150,000"),
        ("budget effect (gain)", "2026", "400,000", "\N{EN DASH}"),
    )
    (row,) = table(document, "benefits", "The benefits realisation plan").rows
    assert row[-3:] == ("2027", "\N{EN DASH}", "better")  # 60 % in 2023, 71 % in 2025, and more is better
    (drawn,) = (one.alternative for one in section(document, "benefits").blocks if hasattr(one, "alternative"))
    assert drawn.startswith("1 gain and 0 drawbacks; measured since the zero-point: 1.")  # b1, by i1


def test_materiality(document):
    assert any("3 Good health and well-being." in text for text in texts(document, "materiality") if "Act on" in text)
    assert "Not assessed: 13 Climate action." in texts(document, "materiality")
    assert table(document, "materiality", "Scores from 0 to 5").rows == (
        ("3 Good health and well-being", "4.5", "4"),
        ("11 Sustainable cities and communities", "2", "4"),
        ("13 Climate action", "\N{EN DASH}", "\N{EN DASH}"),
    )
    (drawn,) = (one.alternative for one in section(document, "materiality").blocks if hasattr(one, "alternative"))
    assert drawn.startswith(
        "1 of 2 assessed goals both matter and can be moved (3.0 or more)."
    )  # 4.5 and 4; not 2 and 4


def test_interactions(document):
    rows = {
        row[0].split()[0]: row[1:]
        for row in table(document, "interactions", "What the plan pursues, summed by goal").rows
    }
    assert rows == {"11": ("2", "0", "2"), "13": ("0", "\N{MINUS SIGN}1", "\N{MINUS SIGN}1")}
    (drawn,) = (one.alternative for one in section(document, "interactions").blocks if hasattr(one, "alternative"))
    # x1 is \N{MINUS SIGN}1 and nothing mitigates it; x2 is +2.
    assert drawn.startswith("Interactions scored: 2. Harmful: 1, of which 1 softened by nothing.")
    assert texts(document, "interactions")[-1].endswith("(\N{MINUS SIGN}1): nothing mitigates it")


def test_participation(document):
    assert table(document, "participation", "How people took part").rows == (
        ("Meeting", "1 March 2023", "120", "More help at home"),
    )


def test_goal_by_goal(document):
    found = table(document, "goal-11", "What is done for the goal")
    assert [row[0] for row in found.rows] == ["Build paths", "Paint crossings"]
    assert [row[1] for row in found.rows] == ["Technical", "\N{EN DASH}"]
    assert [row[2] for row in found.rows] == ["Path", "Nobody measures this"]
    assert "No strategy reaches the goal." in texts(document, "goal-13")
    assert "13.2 Climate in every plan: nobody follows it up" in texts(document, "goal-13")
    health = table(document, "goal-3", "What is done for the goal")
    assert health.rows == (
        ("Help at home", "Health", "Through the objective: Live at home"),
        ("Paint crossings", "\N{EN DASH}", "Nobody measures this"),
    )


def test_what_changed_is_told_first_to_the_council(tmp_path):
    earlier = tmp_path / "plan.yaml"
    earlier.write_text(
        PLAN.read_text(encoding="utf-8").replace("Dream big", "Sleep").replace("Drøm stort", "Sov"), encoding="utf-8"
    )
    options = ReportOptions("en", "council", DAY, sg.read_plan(earlier))
    made = report_document(sg.read_plan(PLAN), options)
    assert [one.name for one in made.sections][:3] == ["summary", "changes", "money"]
    assert "1 item was reworded." in texts(made, "changes")[0]


@pytest.mark.parametrize("audience", ["council", "public"])
@pytest.mark.parametrize("example", ["broken/plan", "complete/plan", "asker-2018/plan"])
def test_readers_outside_see_no_rule_code(example, audience):
    import re

    from sdggraph.view.report.markdown import report_markdown

    made = report_markdown(
        report_document(sg.read_plan(f"examples/{example}.yaml"), ReportOptions("nb", audience, DAY))
    )
    assert not re.search(r"SDG\d{3}|\.yaml", made)


def test_an_example_without_anything_says_what_is_missing():
    made = report_document(sg.read_plan("examples/asker-2018/plan.yaml"), ReportOptions("en"))
    said = {
        one.name: [block.text for block in one.blocks if isinstance(block, Paragraph) and block.tone == "missing"]
        for one in made.sections
    }
    assert said["progress"] == ["The plan has no indicators to steer by."]
    assert said["money"] == ["The plan has no actions, so it says nothing of money."]
    assert said["benefits"] == ["The plan names no benefits."]
    assert said["materiality"] == ["The plan has no assessment of how much the goals matter."]
    assert len(said["interactions"]) == 1


def test_an_empty_plan_gives_a_report():
    made = report_document(sg.Plan(id="p", language="nb"))
    assert made.title == "p"
    assert texts(made, "summary") == ["Planen har verken mål eller strategier."]
