"""Whether an indicator's values are of the type that it says they are; those that aren't are reported and left out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import Words, words
from sdggraph.io.forms import EXPECTED_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import FieldPath
    from sdggraph.io.record_reader import RecordReader

__all__ = ["YES_NO", "fits", "without_misfits"]

YES_NO = {"yes": "yes", "no": "no", "ja": "yes", "nei": "no", "true": "yes", "false": "no"}
"""What may stand for yes and no."""

_EXPECTED_YES_NO = words("yes or no", "ja eller nei")
_LISTS = ("measurements", "target_values")


def fits(value: Any, value_type: str) -> bool:
    """Say whether a value is one of its type; text and scale take anything."""
    if value is None or value_type in ("text", "scale"):
        return True
    if value_type == "yes_no":
        return isinstance(value, str) and value.casefold() in YES_NO
    return isinstance(value, Decimal)


def without_misfits(reader: RecordReader, values: dict[str, Any], at: int) -> None:
    """Leave out, and note, the values of one indicator that aren't of its type."""
    value_type = values.get("value_type", "number")
    if value_type in ("text", "scale"):
        return
    expected = _EXPECTED_YES_NO if value_type == "yes_no" else EXPECTED_NUMBER
    baseline = values.get("baseline")
    if baseline is not None and not fits(baseline.value, value_type):
        _note(reader, baseline.value, at, ("baseline", "value"), expected)
        values["baseline"] = baseline.model_copy(update={"value": None})
    for name in _LISTS:
        kept = tuple(_kept(reader, values.get(name, ()), value_type, at, name, expected))
        if len(kept) != len(values.get(name, ())):
            values[name] = kept


def _kept(  # each is a fact of the list
    reader: RecordReader, items: Iterable[Any], value_type: str, at: int, name: str, expected: Words
) -> Iterable[Any]:
    for number, item in enumerate(items):
        if fits(item.value, value_type):
            yield item
        else:
            _note(reader, item.value, at, (name, number, "value"), expected)


def _note(reader: RecordReader, value: Any, at: int, path: FieldPath, expected: Words) -> None:
    if expected is EXPECTED_NUMBER and isinstance(value, str):
        reader.wrong_number(value, at, path)
    else:
        reader.wrong(at, path, expected)
