"""How an indicator stands: its latest measurement, and the band that it falls in."""

from __future__ import annotations

from typing import Any

__all__ = ["latest", "result"]


def latest(indicator: dict[str, Any]) -> dict[str, Any] | None:
    """Give the measurement with the latest date that has a value."""
    known = [point for point in indicator.get("measurements", ()) if point.get("value") is not None]
    return max(known, key=lambda point: str(point.get("date", "")), default=None)


def result(indicator: dict[str, Any]) -> str:
    """Name the result: desired, acceptable, unaccepted, measured (no bands to judge by) or unmeasured.

    Bands that touch do not overlap: the better one wins.
    """
    point = latest(indicator)
    if point is None:
        return "unmeasured"
    value = point["value"]
    if not isinstance(value, int | float):
        return "measured"
    if _within(value, indicator.get("desired")):
        return "desired"
    if _within(value, indicator.get("acceptable")):
        return "acceptable"
    return "unaccepted" if indicator.get("desired") or indicator.get("acceptable") else "measured"


def _within(value: float, band: list[list[float | None]] | None) -> bool:
    return any((low is None or value >= low) and (high is None or value <= high) for low, high in band or ())
