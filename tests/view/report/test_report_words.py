"""What the report says is true of plans of every shape, in the number that there is of each thing."""

from __future__ import annotations

import datetime as dt

import pytest

import sdggraph as sg
from sdggraph.view.report.blocks import Facts, Items, Paragraph, Table
from sdggraph.view.report.forms import write_report
from sdggraph.view.report.make import ReportOptions, report_document

DAY = dt.date(2026, 6, 1)
CLAIM = ({"code": "11.2"},)
INDICATOR = {"id": "i1", "title": "Path", "unit": "km"}


def made(lang="en", audience="internal", *, language="nb", **sections):
    plan = sg.Plan(id="p", language=language, **sections)
    return report_document(plan, ReportOptions(lang, audience, as_of=DAY))


def section(document, name):
    return next(one for _, one in document.walk() if one.name == name)


def said(document, name):
    blocks = section(document, name).blocks
    return [one.text for one in blocks if isinstance(one, Paragraph)] + [
        text for one in blocks if isinstance(one, Items) for text in one.items
    ]


def strategy(number, **more):
    return {"id": f"s{number}", "title": f"S{number}", "targets": CLAIM, "indicators": ("i1",), **more}


LOST = {"targets": (), "indicators": ()}


@pytest.mark.parametrize(
    ("strategies", "en", "nb"),
    [
        ([strategy(1)], "The only strategy hangs together", "Den eneste strategien henger sammen"),
        ([strategy(1, **LOST)], "The only strategy does not hang together", "Den eneste strategien henger ikke sammen"),
        ([strategy(1), strategy(2)], "All 2 strategies hang together", "Alle de 2 strategiene henger sammen"),
        (
            [strategy(1), strategy(2, **LOST), strategy(3, **LOST)],
            "1 of 3 strategies hangs together",
            "1 av 3 strategier henger sammen",
        ),
        (
            [strategy(1), strategy(2), strategy(3, **LOST)],
            "2 of 3 strategies hang together",
            "2 av 3 strategier henger sammen",
        ),
    ],
)
def test_strategies_hang_together_in_their_number(strategies, en, nb):
    sections = {"strategies": tuple(strategies), "indicators": (INDICATOR,)}
    assert said(made("en", **sections), "summary")[0] == f"{en}, from global goal to measurement."
    assert said(made("nb", **sections), "summary")[0] == f"{nb}, fra bærekraftsmål til måling."


OBJECTIVE = {"id": "o1", "title": "O1", "targets": CLAIM, "indicators": ("i1",)}
ACTION = {"id": "a1", "title": "A1", "objectives": ("o1",)}


def test_a_plan_with_actions_directly_under_its_objectives():
    sections = {"objectives": (OBJECTIVE,), "actions": (ACTION,), "indicators": (INDICATOR,)}
    document = made("nb", **sections)
    assert said(document, "summary")[0] == (
        "Planen har ingen strategier. Det eneste målet henger sammen, fra bærekraftsmål til måling."
    )
    (table,) = (one for one in section(document, "goal-11").blocks if isinstance(one, Table))
    assert table.caption == "Mål med tiltak for bærekraftsmålet"
    assert table.rows == (("O1", "\N{EN DASH}", "Path"),)
    two = {**sections, "objectives": (OBJECTIVE, {"id": "o2", "title": "O2"})}
    assert "1 of 2 objectives hangs together" in said(made("en", **two), "summary")[0]


def test_a_plan_with_objectives_only():
    assert said(made("nb", objectives=(OBJECTIVE,), indicators=(INDICATOR,)), "summary")[0] == (
        "Planen har 1 mål, men verken strategier eller tiltak for å nå dem."
    )


def test_one_selected_target():
    document = made("en", targets=({"code": "3.4"},))
    assert said(document, "summary")[0] == "The plan selects 1 target, but has neither objectives nor strategies."
    assert "1 selected target: nobody follows it up. 3.4 Less chronic illness, good mental health." in said(
        document, "summary"
    )
    # Nothing is done for a target that is only selected.
    assert said(document, "goal-3")[0] == "Not prioritised."


def test_what_is_missing_agrees_in_number_and_areas_are_not_forgotten():
    one = made("en", strategies=(strategy(1, **LOST),), areas=({"id": "a", "title": "Culture"},))
    assert "1 strategy: reaches no goal. S1." in said(one, "summary")
    assert "1 strategy: nobody measures this. S1." in said(one, "summary")
    assert "1 target area: reaches no goal. Culture." in said(one, "summary")
    two = made("en", strategies=(strategy(1, **LOST), strategy(2, **LOST)))
    assert "2 strategies: reach no goal. S1; S2." in said(two, "summary")
    assert "2 strategies: nobody measures these. S1; S2." in said(two, "summary")
    targets = made("nb", targets=({"code": "3.4"}, {"code": "3.8"}))
    assert any(text.startswith("2 valgte delmål: ingen følger dem opp.") for text in said(targets, "summary"))


def test_a_strategy_that_reaches_the_goal_only_by_its_area():
    sections = {"areas": ({"id": "a", "title": "A", "goals": ({"code": "11"},)},), "indicators": (INDICATOR,)}
    only = {"areas": ("a",), "targets": ()}
    one = made("en", strategies=(strategy(1, **only),), **sections)
    assert "1 strategy reaches the goal only because its target area is tied to it: S1." in said(one, "goal-11")
    two = made("en", strategies=(strategy(1, **only), strategy(2, **only)), **sections)
    assert "2 strategies reach the goal only because their target area is tied to it: S1; S2." in said(two, "goal-11")


def test_what_works_against_a_goal_is_said():
    against = ({"code": "13.2", "role": "negative"},)
    document = made("nb", strategies=(strategy(1, targets=(*CLAIM, *against)),), indicators=(INDICATOR,))
    assert "1 strategi motvirker bærekraftsmålet: S1." in said(document, "goal-13")


@pytest.mark.parametrize(
    ("language", "lang", "what"),
    [
        ("nb", "en", "kroner in 2027"),
        ("nn", "nb", "kroner i 2027"),
        ("sv-SE", "en", "kronor in 2027"),
        ("en", "en", "budgeted in 2027"),
        ("de", "nb", "i budsjettet i 2027"),
    ],
)
def test_money_is_called_as_it_is_in_the_plans_country(language, lang, what):
    action = {"id": "a1", "title": "A1", "budget": ({"year": "2027", "amount": "1200"},)}
    document = made(lang, language=language, actions=(action,))
    (facts,) = (one for one in section(document, "summary").blocks if isinstance(one, Facts))
    assert facts.figures[-1][1] == what
    assert ("kron" in " ".join(said(document, "money"))) is ("kron" in what)


def test_one_indicator():
    target = {"date": "2030", "value": "4"}
    document = made("en", indicators=({**INDICATOR, "target_values": (target,)},), strategies=(strategy(1),))
    assert said(document, "progress")[0] == "1 indicator as of 1 June 2026:"


@pytest.mark.parametrize(("audience", "named"), [("internal", True), ("council", False), ("public", False)])
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_only_those_who_work_with_the_plan_see_names_of_persons(audience, named, form):
    units = ({"id": "kari", "title": "Kari Nordmann"}, {"id": "plan", "title": "Plan og teknisk"})
    sections = {"units": units, "indicators": (INDICATOR,)}
    strategies = (strategy(1, owner="kari"), strategy(2, owner="plan"))
    earlier = sg.Plan(id="p", language="nb", units=units[1:], strategies=(strategy(1, owner="plan"), strategy(2)))
    plan = sg.Plan(id="p", language="nb", strategies=strategies, **sections)
    document = report_document(plan, ReportOptions("nb", audience, DAY, earlier))
    text = write_report(document, form).decode()
    assert ("Nordmann" in text) is named
    assert "Plan og teknisk" in text
    assert ("en navngitt person" in text) is not named


def test_readers_outside_are_told_of_changes_without_ids_rules_and_findings():
    before = sg.Plan(
        id="p", language="nb", strategies=(strategy(1), strategy(2, title="Gammel")), indicators=(INDICATOR,)
    )
    after = sg.Plan(
        id="p",
        language="nb",
        strategies=(strategy(1, **LOST), strategy(2, title="Ny"), {"id": "s9", "title": "Mer"}),
        indicators=(INDICATOR,),
    )
    texts = said(report_document(after, ReportOptions("nb", "council", DAY, before)), "changes")
    assert "Strategi «Ny»: tittel (før: Gammel)" in texts
    assert "Borte: «S1» bidrar til 11.2 «Bærekraftig transport»" in texts
    whole = " ".join(texts)
    assert "SDG" not in whole
    assert "s9" not in whole
    assert "s1" not in whole
    assert "node" not in whole
    assert "funn" not in whole
    internal = " ".join(said(report_document(after, ReportOptions("nb", as_of=DAY, since=before)), "changes"))
    assert "s9" in internal


def test_interactions_are_told_by_titles():
    interaction = {"id": "x", "source": "s1", "target": "13.2", "score": -2}
    sections = {"strategies": (strategy(1, id="boligbygging", title="Bygge"),), "interactions": (interaction,)}
    document = made(
        "nb",
        "public",
        indicators=(INDICATOR,),
        **{**sections, "interactions": ({**interaction, "source": "boligbygging"},)},
    )
    page = write_report(document, "markdown").decode()
    assert "boligbygging" not in page
    assert "Bygge → 13.2" in page


def test_findings_say_what_follows_from_them():
    document = report_document(sg.read_plan("examples/broken/plan.yaml"), ReportOptions("en", as_of=DAY))
    (table,) = (one for one in section(document, "findings").blocks if isinstance(one, Table))
    folded = sum(len(one.consequences) for one in sg.lint(sg.read_plan("examples/broken/plan.yaml")).diagnostics)
    told = [row[1] for row in table.rows if "from this)" in row[1]]
    assert bool(told) is bool(folded)


def test_what_two_plans_say_alike_stands_once():
    goal = {"code": "3", "significance": "Folk skal være friske", "commitments": ("Vi bygger",)}
    plans = [sg.Plan(id=name, language="nb", goals=(goal,)) for name in ("p", "q")]
    texts = said(report_document(plans, ReportOptions("nb", as_of=DAY)), "goal-3")
    assert texts.count("Folk skal være friske") == 1
    assert texts.count("Vi bygger") == 1


def test_long_tables_and_lists_are_cut_and_say_so():
    strategies = tuple(strategy(number, indicators=()) for number in range(230))
    document = made("en", "council", strategies=strategies)
    (table,) = (one for one in section(document, "goal-11").blocks if isinstance(one, Table))
    assert len(table.rows) == 200
    assert "And 30 more." in said(document, "goal-11")
    assert "And 180 more." in said(document, "gaps")


def test_readers_outside_hear_of_no_file_in_a_drawing(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(
        "plan: {id: p, language: nb}\n"
        "strategies: [{id: s1, title: S, targets: [{code: 11.2}], indicators: [i1]}]\n"
        "indicators:\n"
        "  - {id: i1, title: Sti, unit: km, direction: increase, baseline: {date: 2023, value: 10},\n"
        "     target_values: [{date: 2027, value: 50}],\n"
        "     measurements: [{date: 2025, value: 12}, {date: 2040, value: 60}]}\n",
        encoding="utf-8",
    )
    for audience, told in (("internal", True), ("public", False)):
        document = report_document(sg.read_plan(file), ReportOptions("nb", audience, DAY))
        assert ("plan.yaml" in " ".join(write_report(document, form).decode() for form in ("html", "markdown"))) is told


def test_what_has_no_title_goes_by_no_id_for_readers_outside():
    before = sg.Plan(id="p", language="nb", objectives=({"id": "o1", "title": ""},), strategies=(strategy(1),))
    interaction = {"id": "x", "source": "s1", "target": "13.2", "score": -1}
    after = sg.Plan(
        id="p",
        language="nb",
        objectives=({"id": "o1", "title": ""}, {"id": "o2", "title": ""}),
        strategies=(strategy(1, title="Bygge", objectives=("o1",)),),
        interactions=(interaction,),
    )
    texts = said(report_document(after, ReportOptions("nb", "council", DAY, before)), "changes")
    assert "Mål (uten tittel)" in texts
    assert "Samspill «Bygge → 13.2»" in texts
    assert "Ny: «Bygge» bidrar til (uten tittel)" in texts
