"""The fields of a plan's records under the names, and in the plain forms, that the page's panel reads."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdggraph.view.payload import Texts

__all__ = ["fields_of", "period_of"]

_AS_THEY_ARE = (
    "tracks",
    "dimensions",
    "status",
    "due",
    "date",
    "participants",
    "frequency",
    "direction",
    "role",
    "effect",
)
_TEXT_LISTS = ("commitments", "groups")


def fields_of(record: Any, texts: Callable[[Any], Texts]) -> dict[str, Any]:
    """Give what a record has to show beside title and text; empty fields are left to the payload to drop."""
    more: dict[str, Any] = {name: _listed(getattr(record, name, None)) for name in _AS_THEY_ARE}
    for name in _TEXT_LISTS:
        more[name] = [texts(one) for one in getattr(record, name, None) or ()]
    for name in ("opportunities", "challenges"):
        more[name] = [texts(one.text) for one in getattr(record, name, None) or ()]
    more["outcome"] = texts(getattr(record, "outcome", None))
    more["sort"] = getattr(record, "kind", None) or getattr(record, "type", None)
    more["no_goals"] = getattr(record, "goals", None) == "none" and bool(record.notes)
    more["source"] = _source(getattr(record, "source", None), texts)
    if materiality := getattr(record, "materiality", None):
        more["materiality"] = {"stakeholders": plain(materiality.stakeholders), "impact": plain(materiality.impact)}
    more["period"] = period_of(record)
    more.update(_money(getattr(record, "budget", None)))
    if hasattr(record, "target_values"):
        more.update(_measures(record, texts))
    return more


def period_of(record: Any) -> dict[str, Any] | None:
    """Give a record's period, if it has one."""
    period = getattr(record, "period", None)
    return {"start": period.start, "end": period.end} if period else None


def plain(value: Any) -> Any:
    """Give a decimal as JSON has numbers; everything else as it is."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _source(source: Any, texts: Callable[[Any], Texts]) -> Texts:
    """Say in one line where something comes from: system, table and code, or document and page."""
    if source is None:
        return {}
    codes = " ".join(part for part in (source.system, source.table, source.code) if part)
    document = texts(source.document)
    page = f" {source.page}" if source.page else ""
    if not document:
        return {"en": f"{codes}{page}".strip()} if codes or page else {}
    return {lang: ", ".join(part for part in (codes, f"{name}{page}") if part) for lang, name in document.items()}


def _money(budget: Any) -> dict[str, Any]:
    if budget == "within_frame":
        return {"within_frame": True}
    return {"budget": plain(sum((line.amount for line in budget), Decimal(0)))} if budget else {}


def _measures(record: Any, texts: Callable[[Any], Texts]) -> dict[str, Any]:
    """An indicator's values; a measurement of only a part (a district, one sex) is not the indicator's course."""
    return {
        "unit": texts(record.unit),
        "baseline": _point(record.baseline) if record.baseline else None,
        "measurements": [
            _point(one)
            for one in record.measurements
            if not (one.district or one.sex or one.age) and one.value is not None
        ],
        "target_values": [_target(one) for one in record.target_values],
        "desired": [[plain(edge) for edge in band] for band in record.desired],
        "acceptable": [[plain(edge) for edge in band] for band in record.acceptable],
    }


def _point(measurement: Any) -> dict[str, Any]:
    point = {"date": measurement.date, "value": plain(measurement.value)}
    if measurement.status == "provisional":
        point["provisional"] = True
    return point


def _target(target: Any) -> dict[str, Any]:
    """A target value as the chart draws it: a range by its nearest edge, a relative one against its own reference."""
    value = plain(target.value)
    if target.range is not None:
        value = plain(next((edge for edge in target.range if edge is not None), None))
    reference = target.relative_to
    if reference is not None:
        value = (
            plain(reference.value * (1 + target.value / 100))
            if reference.value is not None and isinstance(target.value, Decimal)
            else None
        )
    return {"date": target.date, "value": value}
