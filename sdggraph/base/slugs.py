"""Readable, stable ids made of titles."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["slug", "unused"]

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ð": "d", "þ": "th", "ß": "ss", "đ": "d"})
_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST = 40


def slug(title: str, default: str = "node") -> str:
    """Make an id of at most 40 characters, cut at a word: ``Trygge skoleveier`` becomes ``trygge-skoleveier``."""
    folded = title[:200].casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded.translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = _WORDS.findall(folded)
    made = ""
    for word in words:
        if made and len(made) + len(word) + 1 > _LONGEST:
            break
        made = f"{made}-{word}" if made else word[:_LONGEST]
    if not made:
        return default
    return made if made[0].isalpha() else f"{default}-{made}"


def unused(wanted: str, taken: set[str]) -> str:
    """Give ``wanted``, or ``wanted-2``, ``wanted-3`` … where it is taken; and take it."""
    made = wanted
    if wanted in taken:
        low, high = 1, 2  # the first free number lies between: doubled, then halved, as thousands may be taken
        while f"{wanted}-{high}" in taken:
            low, high = high, 2 * high
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if f"{wanted}-{middle}" in taken else (low, middle)
        made = f"{wanted}-{high}"
    taken.add(made)
    return made
