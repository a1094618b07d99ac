"""Numbers as people write them, and which can be drawn."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sdggraph.base.numbers import decimals_of, drawable, number_text


@pytest.mark.parametrize(
    ("value", "decimals", "en", "nb"),
    [
        ("1234.5", None, "1,234.5", "1\u00a0234,5"),
        ("81.2727", 1, "81.3", "81,3"),
        ("81.25", 1, "81.3", "81,3"),
        ("-0.04", 1, "0", "0"),
        ("-50", None, "\u221250", "\u221250"),
        ("75.00", None, "75", "75"),
        ("7.5E+3", None, "7,500", "7\u00a0500"),
        ("1E+999", None, "1E+999", "1E+999"),
        ("0.00001", None, "0.00001", "0,00001"),
    ],
)
def test_written(value, decimals, en, nb):
    assert number_text(Decimal(value), "en", decimals) == en
    assert number_text(Decimal(value), "nb", decimals) == nb


def test_drawable():
    assert drawable(Decimal("1.5")) == 1.5
    assert drawable(Decimal("1e16")) is None
    assert drawable("ja") is None
    assert decimals_of(Decimal("78.50")) == 1
    assert decimals_of(Decimal("7.5E+3")) == 0
