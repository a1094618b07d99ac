"""Records' values as JSON has them: decimals as numbers, whole where they are whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

__all__ = ["plain"]


def plain(values: dict[str, Any]) -> dict[str, Any]:
    """Give a dict in which all values, at any depth, are what JSON can write."""
    return {key: _plain(value) for key, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
