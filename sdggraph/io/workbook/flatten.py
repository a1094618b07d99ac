"""A plan's records as rows: what a cell can hold in its column, what a record has many of in rows of other sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.io.workbook.schema import CHILDREN, SHEETS
from sdggraph.io.yaml_write import plan_to_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.io.workbook.schema import Child, Column
    from sdggraph.model.plan import Plan

__all__ = ["Key", "Row", "flattened"]

Key: TypeAlias = tuple[tuple[str, ...], str | None]
"""A column: the path of its value, and the language of a text that has several."""

Row: TypeAlias = dict[Key, Any]
"""What a row says, by column; ``of`` and ``field`` are columns too."""

_OF: Key = (("of",), None)
_FIELD: Key = (("field",), None)


def flattened(plan: Plan) -> dict[str, list[Row]]:
    """Give the rows of each sheet; the plan's own sheet has one."""
    data = plan_to_data(plan)
    rows: dict[str, list[Row]] = {name: [] for name in (*SHEETS, *CHILDREN)}
    rows["plan"].append(_row(data["plan"], SHEETS["plan"]))
    _children(data["plan"], "plan", rows)
    for section in SHEETS:
        for record in data.get(section, ()):
            if section != "plan":
                rows[section].append(_row(record, SHEETS[section]))
                _children(record, section, rows)
    return rows


def _row(record: dict[str, Any], columns: Iterable[Column]) -> Row:
    row: Row = {}
    for column in columns:
        value = _at(record, column.path)
        if column.shape == "text" and isinstance(value, dict):
            row |= {(column.path, language): text for language, text in value.items() if text}
        elif column.shape == "end":
            _end(record, column.path, row)
        elif value not in (None, "", []):
            held = _held(value, column)
            if held not in (None, ""):
                row[column.path, None] = held
    return row


def _at(record: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        record = record.get(key) if isinstance(record, dict) else None
    return record


def _end(record: dict[str, Any], path: tuple[str, ...], row: Row) -> None:
    """Take one end of an interval; bands are intervals themselves."""
    interval = _at(record, path[:-1]) if len(path) > 1 else record.get("interval")
    value = interval[("low", "high").index(path[-1])] if interval else None
    if value is not None:
        row[path, None] = value


def _held(value: Any, column: Column) -> Any:
    """Give a value as one cell holds it; None where it needs rows of its own."""
    if column.shape in ("files", "texts"):
        return "\n".join(value) if _are_lines(value) else None
    if column.shape in ("list", "codes") and isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return None if isinstance(value, list) else value


def _are_lines(texts: list[Any]) -> bool:
    return all(isinstance(text, str) and text.strip() == text and text.splitlines() == [text] for text in texts)


def _children(record: dict[str, Any], section: str, rows: dict[str, list[Row]]) -> None:
    """Add what a record has many of to the sheets for it."""
    for child in CHILDREN.values():
        if section not in child.owners:
            continue
        for path in child.fields:
            items = _at(record, path)
            if not isinstance(items, list) or (child.sheet == "lists" and _are_lines(items)):
                continue
            for item in items:
                if child.sheet != "claims" or isinstance(item, dict):
                    rows[child.sheet].append(_child_row(child, record, path, item, section))


def _child_row(child: Child, record: dict[str, Any], path: tuple[str, ...], item: Any, section: str) -> Row:
    row: Row = {}
    if section != "plan":
        row[_OF] = record.get("id") or record.get("code")
    if len(child.fields) > 1 and child.sheet != "claims":
        row[_FIELD] = path[-1]
    if child.bare:
        item = {"text": item}
    elif child.sheet == "bands":
        item = {"interval": item}
    elif not isinstance(item, dict):
        item = {child.columns[-1].path[0] if child.sheet == "preconditions" else child.columns[0].path[0]: item}
    return row | _row(item, child.columns)
