"""Attributes by name, and how values compare: surely with a given one, doubtfully with each other."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from sdggraph.lint.attributes import attribute, compare, key_of, meets
from sdggraph.model.nodes import Indicator, Objective, Strategy
from sdggraph.model.plan import Plan
from sdggraph.model.scalars import PlanDate
from sdggraph.rules.terms import Parameter, where

INDICATOR = Indicator.model_validate(
    {
        "id": "i1",
        "title": {"nb": "Går", "en": "Walks"},
        "source": {"system": "KOSTRA"},
        "baseline": {"date": "2019", "value": "4.50"},
        "target_values": [{"date": "2026", "value": "9"}, {"date": "2030", "value": "12"}],
    }
)
PLAN = Plan.model_validate({"id": "p", "language": "en", "period": {"start": "2024-07", "end": "2028-06"}})


@pytest.mark.parametrize(
    ("record", "name", "values"),
    [
        (INDICATOR, "id", ["i1"]),
        (INDICATOR, "source.system", ["KOSTRA"]),
        (INDICATOR, "source.code", []),
        (INDICATOR, "target_values.date", ["2026", "2030"]),
        (INDICATOR, "target_values.count", [2]),
        (INDICATOR, "measurements.count", [0]),
        (INDICATOR, "title.length", [3, 5]),
        (INDICATOR, "title.nb", ["Går"]),
        (INDICATOR, "nothing.at.all", []),
        (PLAN, "period.years", [4]),
        (PLAN, "organisation.predecessors.count", [0]),
        (Strategy(id="s1", title="A", tracks=("services", "community")), "tracks", ["services", "community"]),
    ],
)
def test_dotted_names_lead_to_values(record, name, values):
    assert list(attribute(record, name)) == values


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [("2025", "2028", 4), ("2025", "2027", 3), ("2024-07", "2028-06", 4), ("2024-07-02", "2028-07-01", 4)],
)
def test_years_are_whole(start, end, years):
    plan = PLAN.model_copy(
        update={"period": PLAN.period.model_copy(update={"start": PlanDate(start), "end": PlanDate(end)})}
    )
    assert attribute(plan, "period.years") == [years]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (where("source"), True),
        (where("unit"), False),
        (where("unit", "absent"), True),
        (where("title", "given"), True),
        (where("unit", "given"), False),
        (where("role", "=", "steering"), True),
        (where("role", "!=", "steering"), False),
        (where("perspective", "!=", "input"), True),
        (where("perspective", "=", "input"), False),
        (where("baseline.value", "=", "4.5"), True),
        (where("baseline.value", "<", 5), True),
        (where("target_values.value", ">", 11), True),
        (where("target_values.value", ">", Parameter("high")), False),
        (where("title", "~", "^går$"), True),
        (where("title", "~", "ride"), False),
        (where("title.length", ">", 4), True),
    ],
)
def test_conditions_on_one_attribute(condition, holds):
    assert meets(INDICATOR, condition, {"high": 12}) is holds


@pytest.mark.parametrize("text", ["", "  ", {"nb": " "}, {}])
def test_white_space_is_nothing(text):
    assert not meets(Objective(id="o1", title=text), where("title"), {})
    assert meets(Objective(id="o1", title=text), where("title", "given"), {})


@pytest.mark.parametrize(
    ("date", "before"), [("2025", True), ("2026", False), ("2026-06", False), ("2026-06-29", True)]
)
def test_date_is_before_a_day_if_all_of_it_is(date, before):
    record = INDICATOR.model_copy(update={"baseline": INDICATOR.baseline.model_copy(update={"date": PlanDate(date)})})
    assert meets(record, where("baseline.date", "<", Parameter("as_of")), {"as_of": dt.date(2026, 6, 30)}) is before


@pytest.mark.parametrize(
    ("left", "operator", "right", "holds"),
    [
        ("2019-11", "<=", "2019", True),
        ("2020", "<=", "2019-11", False),
        ("2019", ">=", "2019-11", True),
        ("2018", ">=", "2019-11", False),
        ("2019", "=", "2019", True),
    ],
)
def test_dates_of_a_plan_compare_in_its_favour(left, operator, right, holds):
    assert compare(PlanDate(left), operator, PlanDate(right)) is holds


@pytest.mark.parametrize(
    ("left", "operator", "right", "holds"),
    [
        (Decimal(4), "<", Decimal("4.5"), True),
        (Decimal(4), "=", "4.0", True),
        (Decimal(4), "<", "much", True),
        ("a", "=", "b", False),
    ],
)
def test_numbers_compare_by_value_and_what_cannot_be_compared_holds(left, operator, right, holds):
    assert compare(left, operator, right) is holds


def test_text_is_never_below_a_number():
    assert not meets(INDICATOR, where("id", "<=", 4), {})


def test_keys_are_equal_for_what_is_said_alike():
    assert key_of(["Build  Paths"]) == key_of(["build paths "])
    assert key_of([Decimal("24.00")]) == key_of([Decimal(24)])
    assert key_of([{"nb": "A", "en": "b"}]) == key_of([{"en": "B", "nb": "a"}])
    assert key_of(["", " "]) == ()
