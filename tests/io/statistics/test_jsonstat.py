"""JSON-stat: both forms of values, indexes and statuses; what is malformed is refused, with what is wrong."""

from __future__ import annotations

import contextlib
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.base.errors import InputError
from sdggraph.io.statistics.jsonstat import parse_jsonstat

WHOLE = {
    "version": "2.0",
    "class": "dataset",
    "label": "Care",
    "source": "Office",
    "id": ["region", "what", "time"],
    "size": [2, 1, 3],
    "role": {"time": ["time"], "geo": ["region"], "metric": ["what"]},
    "dimension": {
        "region": {"label": "Region", "category": {"index": ["0301", "1103"], "label": {"0301": "Oslo"}}},
        "what": {"category": {"label": {"A": "Share"}, "unit": {"A": {"base": "per cent", "decimals": 1}}}},
        "time": {"category": {"index": {"2022": 2, "2020": 0, "2021": 1}}, "extension": {"elimination": True}},
    },
    "value": [1, 2.5, None, 4, 5, 6],
}


def parse(**changes):
    return parse_jsonstat(json.dumps({**WHOLE, **changes}), "d.json")


def test_a_dataset():
    found = parse(status={"2": ".."}, extension={"px": {"tableid": "123"}})
    assert [one.codes for one in found.dimensions] == [("0301", "1103"), ("A",), ("2020", "2021", "2022")]
    assert (found.label, found.source, found.table) == ("Care", "Office", "123")
    assert found.dimension("geo").label == "Region"
    assert found.dimension("metric").units == {"A": "per cent"}
    assert found.dimension("time").eliminable
    cells = list(found.cells())
    assert [cell.value for cell in cells] == [1, Decimal("2.5"), None, 4, 5, 6]
    assert cells[2].status == ".."
    # The last dimension moves fastest: the second region in 2021 is at 1 * 3 + 1.
    assert found.cell({"region": "1103", "what": "A", "time": "2021"}).value == 5
    with pytest.raises(KeyError):
        found.cell({"region": "9999", "what": "A", "time": "2021"})


def test_sparse_values_and_statuses():
    found = parse(value={"1": 2.5, "5": 6})
    assert [cell.value for cell in found.cells()] == [None, Decimal("2.5"), None, None, None, 6]
    assert {cell.status for cell in parse(status="p").cells()} == {"p"}
    assert [cell.status for cell in parse(status=["p", None]).cells()][:2] == ["p", None]


def test_numbers_are_decimals():
    text = json.dumps(WHOLE).replace("2.5", "0.1000000000000000055511151231257827")
    assert parse_jsonstat(text, "d.json").values[1] == Decimal("0.1000000000000000055511151231257827")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"class": "collection"}, "collection"),
        ({"size": [2, 1]}, "3 names"),
        ({"size": [2, 1, -3]}, "whole numbers"),
        ({"size": [2, 1, 2.5]}, "whole numbers"),
        ({"size": "six"}, "whole numbers"),
        ({"id": ["region", "region", "time"]}, "names"),
        ({"id": "region"}, "list of names"),
        ({"size": [2, 1, 4]}, "3 categories, not 4"),
        ({"size": [200000, 200000, 200000]}, "cells"),
        ({"dimension": {}}, "no categories"),
        ({"dimension": {**WHOLE["dimension"], "time": {"category": {"index": {"a": 0, "b": 2, "c": 3}}}}}, "gaps"),
        ({"dimension": {**WHOLE["dimension"], "time": {"category": {"index": ["a", "a", "b"]}}}}, "twice"),
        ({"dimension": {**WHOLE["dimension"], "time": {"category": {"index": 3}}}}, "list of names"),
        ({"value": [1, 2]}, "2 values, not 6"),
        ({"value": {"6": 1}}, "position"),
        ({"value": {"x": 1}}, "position"),
        ({"value": ["1", 2, 3, 4, 5, 6]}, "number"),
        ({"value": 3}, "neither"),
    ],
)
def test_malformed(changes, said):
    with pytest.raises(InputError, match=said):
        parse(**changes)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"class": "dataset"}', "[" * 100_000, '{"value": NaN}'])
def test_no_dataset(text):
    with pytest.raises(InputError) as caught:
        parse_jsonstat(text, "d.json")
    assert "d.json" in caught.value.message("nb")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3) | st.floats(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(["id", "size", "role", "dimension", "value", "status", "extension", "label"]),
)
def test_whatever_stands_there_is_read_or_refused(value, key):
    with contextlib.suppress(InputError):
        list(parse_jsonstat(json.dumps({**WHOLE, key: value}), "d.json").cells())
