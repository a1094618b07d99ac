"""What changed in a text, word by word, and values in the plain forms that JSON and people read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Piece", "plain", "word_changes"]

_PARTS = re.compile(r"\w+|[^\w\s]|\s+")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stayed (``=``), went (``-``) or came (``+``)."""

    mark: Literal["=", "-", "+"]
    text: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Give what stayed, went and came, in order; texts too long to compare word by word went and came as a whole."""
    before, after = _PARTS.findall(old), _PARTS.findall(new)
    if len(before) + len(after) > _LONGEST:
        return tuple(_told([("-", old), ("+", new)]))
    found: list[tuple[Literal["=", "-", "+"], str]] = []
    for tag, first, last, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("=", "".join(before[first:last])))
            continue
        found += [("-", "".join(before[first:last])), ("+", "".join(after[start:stop]))]
    return tuple(_told(_over_spaces(found)))


def _over_spaces(
    pieces: list[tuple[Literal["=", "-", "+"], str]],
) -> list[tuple[Literal["=", "-", "+"], str]]:
    """Put changes together that only a space stands between: three new words are one change, not three."""
    joined: list[tuple[Literal["=", "-", "+"], str]] = []
    went = came = ""
    for number, (mark, text) in enumerate(pieces):
        between = mark == "=" and text.isspace() and went + came and number + 1 < len(pieces)
        if mark == "=" and not between:
            joined += [("-", went), ("+", came), (mark, text)]
            went = came = ""
            continue
        went += text if mark != "+" else ""
        came += text if mark != "-" else ""
    return [*joined, ("-", went), ("+", came)]


def _told(pieces: list[tuple[Literal["=", "-", "+"], str]]) -> Iterator[Piece]:
    return (Piece(mark, text) for mark, text in pieces if text)


def plain(value: Any) -> Any:
    """Give a value as JSON has it: decimals as numbers, tuples as lists."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) < 10**15
        return int(value) if whole else float(value)
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return str(value) if isinstance(value, str) else value
