"""Measurements written into a plan file where their indicator stands: comments, order and quoting stay."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.io.document import MAPPING, SCALAR, SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.io.document import Document
    from sdggraph.model.parts import Measurement

__all__ = ["TextEdit", "measured_fields", "measurement_changed", "measurements_added", "spliced"]

_FIELDS = ("date", "value", "status", "region", "district", "sex", "age", "source", "note")
_KEYS = ("measurements", "measurement")
_PLAIN = re.compile(r"[^\W\d_][\w .()/\u2013-]*")
_TYPED = re.compile(r"null|true|false|yes|no|on|off|y|n|none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextEdit:
    """One change to a text: what stands from ``start`` up to ``end`` becomes ``text``."""

    start: int
    end: int
    text: str


def spliced(text: str, edits: Sequence[TextEdit]) -> str:
    """Apply edits that don't overlap; of two at one place the first comes first."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda one: one.start):
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join([*pieces, text[done:]])


def measured_fields(one: Measurement) -> dict[str, str]:
    """Give what a measurement says as texts by field; a final one says no status."""
    said = {name: getattr(one, name) for name in _FIELDS}
    if said["status"] == "final":
        said["status"] = None
    return {
        name: format(value, "f") if name == "value" and not isinstance(value, str) else str(value)
        for name, value in said.items()
        if value is not None
    }


def measurements_added(document: Document, token: int, each: Sequence[Measurement]) -> list[TextEdit] | None:
    """Give the edits that add measurements to the indicator at a token; None where it isn't sure how.

    A list in brackets goes on in brackets, one of lines in lines; where there is none yet, one is begun.
    """
    as_json = _is_json(document)
    flow = [_flow(one, as_json=as_json) for one in each]
    record = document.aliases.get(token, token)
    if token != record or document.kinds[record] != MAPPING:
        return None
    key = next((key for key in _KEYS if document.holds(record, (key,))), None)
    if key is None:
        return _begun(document, record, flow, as_json=as_json)
    value = document.find(record, (key,))
    if document.kinds[value] == SEQUENCE and value not in document.aliases:
        return _continued(document, value, flow)
    return None


def measurement_changed(document: Document, token: int, number: int, one: Measurement) -> list[TextEdit] | None:
    """Give the edits that bring a measurement's value and status up to date; None where it isn't sure how."""
    edits = []
    for name in ("value", "status"):
        path = ("measurements", number, name)
        new = one.status if name == "status" else measured_fields(one).get("value", "")
        if not document.holds(token, path):
            if name == "status" and one.status == "final":
                continue
            return None
        at = document.find(token, path)
        if document.kinds[at] != SCALAR:
            return None
        old = document.text_of(at)
        if old != new:
            quote = document.file.text[document.starts[at]] if document.file.text[document.starts[at]] in "'\"" else ""
            edits.append(TextEdit(document.starts[at], document.ends[at], f"{quote}{new}{quote}"))
    return edits


def _is_json(document: Document) -> bool:
    return document.file.text.lstrip("\ufeff \t\r\n").startswith("{")


def _flow(one: Measurement, *, as_json: bool) -> str:
    said = measured_fields(one)
    if as_json:
        pairs = (
            f'"{name}": {text if name == "value" and _is_number(one) else json.dumps(text, ensure_ascii=False)}'
            for name, text in said.items()
        )
    else:
        pairs = (
            f"{name}: {text if name == 'date' or (name == 'value' and _is_number(one)) else _scalar(text)}"
            for name, text in said.items()
        )
    return "{" + ", ".join(pairs) + "}"


def _is_number(one: Measurement) -> bool:
    return one.value is not None and not isinstance(one.value, str)


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text) and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def _line_end(text: str, at: int) -> int:
    """Give where the line of an offset ends, before its line break."""
    ends = [found for sign in ("\n", "\r") if (found := text.find(sign, at)) >= 0]
    return min(ends, default=len(text))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _in_brackets(document: Document, token: int) -> bool:
    return document.file.text[document.starts[token] : document.starts[token] + 1] in ("{", "[")


def _continued(document: Document, value: int, flow: list[str]) -> list[TextEdit] | None:
    """Add items to a list."""
    text = document.file.text
    if _in_brackets(document, value):
        closing = document.ends[document.after(value) - 1] - 1
        if text[closing : closing + 1] != "]":
            return None
        filled = document.after(value) - 1 > value + 1
        before = text[:closing].rstrip()
        start = len(before)
        joint = ", " if filled and not before.endswith(",") else " " if filled else ""
        return [TextEdit(start, start, joint + ", ".join(flow))]
    first = document.starts[value + 1]
    line = text.rfind("\n", 0, first) + 1
    lead = text[line:first]
    if lead.strip() != "-":
        return None
    indent = lead[: lead.index("-")]
    end = _after_item(document, value)
    return (
        [TextEdit(end, end, "".join(f"{_newline(text)}{indent}- {one}" for one in flow))] if end is not None else None
    )


def _after_item(document: Document, value: int) -> int | None:
    """Give the end of the line on which a list or record in lines ends; None if anything but a comment follows."""
    text = document.file.text
    last = document.after(value) - 1
    ends = [document.ends[one] for one in range(value + 1, last) if document.ends[one] > document.starts[one]]
    at = max(ends, default=None)
    if at is None:
        return None
    if text[at - 1 : at] in ("\n", "\r"):  # a text in lines goes up to the next line
        at = len(text[:at].rstrip())
    end = _line_end(text, at)
    rest = text[at:end].strip()
    return end if not rest or rest.startswith("#") else None


def _begun(document: Document, record: int, flow: list[str], *, as_json: bool) -> list[TextEdit] | None:
    """Begin a list at the end of a record."""
    text = document.file.text
    key = '"measurements"' if as_json else "measurements"
    if _in_brackets(document, record):
        closing = document.ends[document.after(record) - 1] - 1
        if text[closing : closing + 1] != "}":
            return None
        start = len(text[:closing].rstrip())
        joint = " " if text[:start].endswith(",") else ", "
        return [TextEdit(start, start, f"{joint}{key}: [{', '.join(flow)}]")]
    first = document.starts[record + 1]
    column = first - (text.rfind("\n", 0, first) + 1)
    end = _after_item(document, record)
    if end is None:
        return None
    indent = " " * column
    if len(flow) == 1:
        lines = f"{_newline(text)}{indent}measurements: [{flow[0]}]"
    else:
        lines = f"{_newline(text)}{indent}measurements:" + "".join(f"{_newline(text)}{indent}  - {one}" for one in flow)
    return [TextEdit(end, end, lines)]
