"""Records: made with and without validation, frozen, equal by what they say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.yaml_write import plan_to_json, plan_to_yaml
from sdggraph.model.nodes import Indicator, Strategy
from sdggraph.model.plan import Plan
from sdggraph.model.scalars import PlanDate, parse_date, parse_decimal

EXAMPLES = [
    "examples/asker-2018/plan.yaml",
    "examples/complete/plan.yaml",
    "examples/complete/handlingsdel.yaml",
    "examples/sound/plan.yaml",
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_was_read_is_valid(name):
    plan = sg.read_plan(name)
    again = Plan.model_validate(plan.model_dump(by_alias=True))
    assert again == plan


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("write", [plan_to_yaml, plan_to_json])
def test_what_is_written_reads_equal(name, write):
    plan = sg.read_plan(name)
    again = plan_from_document(parse_document(write(plan), "again.yaml"))
    assert again.reading is not None
    assert again.reading.findings == []
    assert again == plan


def test_records_are_frozen_and_closed():
    strategy = Strategy(id="s1", title="Build")
    with pytest.raises(ValidationError):
        strategy.title = "Other"
    with pytest.raises(ValidationError):
        Strategy(id="s1", title="Build", colour="red")


def test_a_trusted_record_equals_a_validated_one():
    assert Strategy.trusted({"id": "s1", "title": "A"}) == Strategy(id="s1", title="A")


def test_keys_of_the_file_are_accepted_in_python():
    assert Indicator(id="i", title="t", **{"global": ("3.8.1",)}).global_ == ("3.8.1",)


@pytest.mark.parametrize("text", ["1_000", "nan", "inf", "1,5", "", "0x10", "١٢", "1e9999999", "9" * 100])
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match="not a number"):
        parse_decimal(text)
    with pytest.raises(ValidationError):
        Plan.model_validate({"id": "p", "language": "en", "goals": [{"code": "3", "materiality": {"impact": text}}]})


@pytest.mark.parametrize(
    ("text", "value"), [("12", "12"), ("-1.50", "-1.5"), (" 3.0 ", "3"), (".5", "0.5"), ("1e3", "1000")]
)
def test_what_is_a_number(text, value):
    assert parse_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-Q2", "2020-04-01", "2020-06-30"),
        ("2020-06-09", "2020-06-09", "2020-06-09"),
    ],
)
def test_dates_keep_their_text_and_know_their_days(text, start, end):
    date = parse_date(text)
    assert date == text
    assert (date.start.isoformat(), date.end.isoformat()) == (start, end)


@pytest.mark.parametrize("text", ["2019-13", "2019-02-30", "9.6.2020", "19", "2020-Q5", "", "２０２０"])
def test_what_is_no_date(text):
    with pytest.raises(ValueError, match=r"not a year|no such month|day is out of range|month must be"):
        parse_date(text)
    assert isinstance(PlanDate("2020"), str)


def plan(**said):
    return Plan.model_validate({"id": "p", "language": "nb", **said})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "Helse"}, {"title": {"NB": "Helse"}}),
        ({"title": None}, {}),
        ({"title": ""}, {}),
        (
            {"strategies": [{"id": "s", "title": "t", "objectives": ["a", "b"]}]},
            {"strategies": [{"id": "s", "title": "t", "objectives": ["b", "a"]}]},
        ),
        (
            {"goals": [{"code": "3", "materiality": {"impact": "4.0"}}]},
            {"goals": [{"code": "3", "materiality": {"impact": "4"}}]},
        ),
        (
            {"strategies": [{"id": "s", "title": "t", "targets": [{"code": "3.8"}, {"code": "3.4"}]}]},
            {"strategies": [{"id": "s", "title": "t", "targets": [{"code": "3.4"}, {"code": "3.8"}]}]},
        ),
    ],
)
def test_equal_plans(one, other):
    assert plan(**one) == plan(**other)
    assert hash(plan(**one)) == hash(plan(**other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"title": "Helse"}, {"title": {"en": "Helse"}}),
        (
            {"areas": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]},
            {"areas": [{"id": "b", "title": "B"}, {"id": "a", "title": "A"}]},
        ),
        (
            {"strategies": [{"id": "s", "title": "t", "targets": [{"code": "3.8"}]}]},
            {"strategies": [{"id": "s", "title": "t", "targets": [{"code": "3.8", "role": "negative"}]}]},
        ),
    ],
)
def test_different_plans(one, other):
    assert plan(**one) != plan(**other)
