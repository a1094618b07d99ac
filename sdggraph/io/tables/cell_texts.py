"""The texts in a cell: several under bullets or numbers, one number of its own, a list of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Item", "items_of", "key_of", "names_of"]

_BULLET = re.compile(r"\s*(?:[-\u2013\u2014•·▪●◦*►]|\uf0b7)\s+|\s*[•▪●◦►\uf0b7]\s*")
_NUMBER = re.compile(
    r"\s*(?:(?:hoved|del)?m[åa]l|strategi|tiltak|objective|goal|strategy|action)?\s*"
    r"((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){1,4}\.?|\d{1,2}[.)])[:)]?\s+(?=\D)",
    re.IGNORECASE,
)
_NUMBER_AND_CAPITAL = re.compile(r"(\d{1,2})\s+(?=[A-ZÆØÅ][^\W\d_])")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])", re.IGNORECASE)
_WORD_AND_NUMBER = re.compile(
    r"\s*(?:(?:hoved|del)?m[åa]l|strategi|tiltak|objective|goal|strategy|action)\s+(\d{1,2}(?:\.\d{1,2})*)\s*[:.)\u2013-]\s+(?=\D)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_NUMBERED_WITHIN = 40
"""A number of its own has a digit so soon: after a word and spaces at most."""

_SENTENCE_GOES_ON = (",", "-", "\u2013", ":", "(", "/")
_SEPARATORS = re.compile(r"\s*[,;\n\r•|]\s*|\s*/\s+|\s+/\s*")
_NOTHING = frozenset({"", "-", "\u2013", "\u2014", "?", "n/a", "ikke aktuelt", "ikkje aktuelt"})


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a cell, and the number that the plan gives it."""

    title: str
    number: str | None = None


@lru_cache(maxsize=4096)  # areas, objectives and indicators stand in row after row
def items_of(text: str) -> tuple[Item, ...]:
    """Give the texts of a cell: one a bullet or number; without them one a line, unless a line goes on from another."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        only = _item(lines[0])
        return () if only.title.lower() in _NOTHING else (only,)
    marked = sum(_is_marked(line) for line in lines)
    pieces: list[str] = []
    for line in lines:
        goes_on = bool(pieces) and (
            not _is_marked(line) if marked > 1 else line[:1].islower() or pieces[-1].endswith(_SENTENCE_GOES_ON)
        )
        if goes_on:
            pieces[-1] = f"{pieces[-1]} {line}"
        else:
            pieces.append(line)
    items = [_item(piece) for piece in pieces]
    return tuple(item for item in items if item.title.lower() not in _NOTHING)


def _is_marked(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line) or _WORD_AND_NUMBER.match(line))


def _item(text: str) -> Item:
    bullet = _BULLET.match(text) if not text[0].isalpha() else None
    if bullet is not None:
        text = text[bullet.end() :]
    if _DIGIT.search(text, 0, _NUMBERED_WITHIN) is None:
        return Item(" ".join(text.split()))
    number = _WORD_AND_NUMBER.match(text) or _NUMBER.match(text) or _NUMBER_AND_CAPITAL.match(text)
    if number is None or _MONTH.match(text, number.end()):
        return Item(" ".join(text.split()))
    return Item(" ".join(text[number.end() :].split()), number[1].rstrip(".)"))


def names_of(text: str) -> list[str]:
    """Give the names in a cell, at commas, semicolons and line breaks; *barn og unge* stays together."""
    names = [" ".join(_BULLET.sub("", name, count=1).split()) for name in _SEPARATORS.split(text)]
    return [name for name in dict.fromkeys(names) if name.lower() not in _NOTHING]


def key_of(text: str) -> str:
    """Give a text in the form in which two are the same node: small letters, single spaces, no full stop at the end."""
    return " ".join(text.casefold().split()).rstrip(" .")
