"""Rules are found as people write them; for a misspelt one the likely one is named, in whatever form it was written."""

from __future__ import annotations

import pytest

from sdggraph.base.errors import NotFoundError
from sdggraph.rules import rule_named


@pytest.mark.parametrize("written", ["SDG201", "sdg201", "201", " strategy-reaches-goal ", "Strategy-reaches-goal"])
def test_a_rule_is_found_by_code_digits_or_name(written):
    assert rule_named(written).code == "SDG201"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("SDG2O1", "SDG201"),
        ("SDG20", "SDG201"),
        ("strategy-reach-goal", "strategy-reaches-goal"),
        ("objektive-is-mesured", "objective-is-measured"),
    ],
)
def test_a_misspelt_one_is_answered_with_what_was_meant(written, meant):
    with pytest.raises(NotFoundError) as raised:
        rule_named(written)
    assert raised.value.hint["en"] == f"did you mean {meant}?"


def test_nothing_is_suggested_where_nothing_is_near():
    with pytest.raises(NotFoundError) as raised:
        rule_named("qqqq")
    assert raised.value.hint is None
