"""Status as plain rows and dicts: for tables, JSON and data frames."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.analysis.status.records import RESULTS
from sdggraph.analysis.status.words import aim_text, left_out_text, result_text

if TYPE_CHECKING:
    from sdggraph.analysis.status.overview import Status
    from sdggraph.analysis.status.records import IndicatorStatus, NodeStatus, Point
    from sdggraph.base.places import Place

__all__ = ["COLUMNS", "indicator_row", "node_row", "status_dict"]

COLUMNS = (
    "indicator",
    "number",
    "title",
    "role",
    "unit",
    "direction",
    "result",
    "result_text",
    "band",
    "baseline_date",
    "baseline",
    "target_date",
    "target",
    "measured_date",
    "measured",
    "provisional",
    "expected",
    "share",
    "overdue",
    "left_out",
    "explanation",
)
"""The columns of a row, in their order."""


def indicator_row(one: IndicatorStatus, lang: str) -> dict[str, Any]:
    """Give an indicator as one flat row."""
    latest, aim = one.latest, one.aims[-1] if one.aims else None
    return {
        "indicator": one.node,
        "number": one.indicator.number,
        "title": one.title(lang),
        "role": one.indicator.role,
        "unit": one.unit(lang) or None,
        "direction": one.direction,
        "result": one.result,
        "result_text": result_text(one.result, lang),
        "band": one.band,
        "baseline_date": one.baseline.date if one.baseline else None,
        "baseline": _number(one.baseline.value) if one.baseline else None,
        "target_date": aim.date if aim else None,
        "target": _aim(one, lang),
        "measured_date": latest.date if latest else None,
        "measured": _number(latest.value) if latest else None,
        "provisional": latest.provisional if latest else None,
        "expected": _number(one.expected),
        "share": _number(one.share),
        "overdue": one.overdue,
        "left_out": len(one.left_out),
        "explanation": one.explain(lang),
    }


def _aim(one: IndicatorStatus, lang: str) -> Any:
    aim = one.aims[-1] if one.aims else None
    if aim is None:
        return None
    if aim.ends is not None and aim.ends[0] is not None and aim.ends[0] == aim.ends[1]:
        return _number(aim.ends[0])
    return aim_text(one, aim, lang)


def _number(value: Decimal | str | None) -> float | int | str | None:
    """Give a value as JSON and tables hold it; what was worked out is rounded to six decimals."""
    if not isinstance(value, Decimal):
        return value
    if not -300 < value.adjusted() < 300:
        return str(value)
    number = round(float(value), 6)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def node_row(one: NodeStatus, status: Status, lang: str) -> dict[str, Any]:
    """Give the counts of a goal, area or objective as one flat row."""
    return {
        "node": one.node,
        "kind": status.graph.kind(one.node),
        "title": status.graph.title(one.node, lang),
        "indicators": sum(one.counts.values()),
        "own": len(one.own),
        "measured": one.measured,
        **{name: one.counts[name] for name in RESULTS},
        "not_accepted": one.not_accepted,
        "monitoring": one.monitoring,
    }


def _point(point: Point) -> dict[str, Any]:
    said: dict[str, Any] = {"date": point.date, "value": _number(point.value)}
    return {**said, "provisional": True} if point.provisional else said


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    names = ("file", "line", "column", "sheet", "cell", "subject")
    return {name: value for name in names if (value := getattr(place, name)) is not None}


def _indicator_dict(one: IndicatorStatus, lang: str) -> dict[str, Any]:
    parts = ("region", "district", "sex", "age")
    return {
        **indicator_row(one, lang),
        "reason": one.reason,
        "measurements": [_point(point) for point in one.points],
        "targets": [
            {
                "date": aim.date,
                "low": _number(aim.ends[0]) if aim.ends else None,
                "high": _number(aim.ends[1]) if aim.ends else None,
                "word": aim.word,
            }
            for aim in one.aims
        ],
        "series": [
            {
                **{name: said for name in parts if (said := getattr(series.part, name))},
                "measurements": [_point(point) for point in series.points],
            }
            for series in one.series
        ],
        "missing": list(one.missing),
        "left_out": [
            {
                "field": left.field,
                "date": left.date,
                "value": left.said,
                "reason": left.reason,
                "says": left_out_text(left, lang),
                "place": _place(left.place),
            }
            for left in one.left_out
        ],
    }


def status_dict(status: Status, lang: str) -> dict[str, Any]:
    """Give everything as plain dicts and lists, in the form of the JSON output."""
    return {
        "version": 1,
        "as_of": status.as_of.isoformat(),
        "counts": {name: status.counts[name] for name in RESULTS},
        "indicators": [_indicator_dict(one, lang) for one in status.indicators],
        "goals": [node_row(one, status, lang) for one in status.goals],
        "areas": [node_row(one, status, lang) for one in status.areas],
        "objectives": [node_row(one, status, lang) for one in status.objectives],
    }
