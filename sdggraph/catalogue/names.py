"""Codes with their names beside them, as ``3 GOD HELSE`` and ``3.8 Helsetjenester for alle``."""

from __future__ import annotations

import re
from functools import cache

from sdggraph.catalogue.plain import words_of
from sdggraph.catalogue.tables import codes, rows

__all__ = ["goal_called", "goals_named", "is_name_of"]

_STOPWORDS = frozenset(
    [
        *(
            "a",
            "all",
            "an",
            "and",
            "at",
            "be",
            "by",
            "for",
            "in",
            "of",
            "on",
            "or",
            "sustainable",
            "the",
            "to",
            "we",
        ),
        *(
            "alle",
            "av",
            "de",
            "den",
            "det",
            "en",
            "er",
            "et",
            "fra",
            "i",
            "ma",
            "mal",
            "med",
            "mot",
            "og",
            "over",
        ),
        *("pa", "sdg", "som", "til", "ut"),
    ]
)
_SHORTEST = 4


@cache
def _names() -> dict[str, tuple[frozenset[str], ...]]:
    """Give the words of each name that a goal or target has, by code."""
    found: dict[str, list[list[str]]] = {code: [] for code in codes().kinds}
    for code, *titles in rows("goals"):
        found[code] += [words_of(title) for title in titles[:3]]
    for code, _, _, *labels in rows("targets"):
        found[code] += [words_of(label) for label in labels]
    for code, *searched in rows("search-words"):
        found[code] += [words_of(words) for words in searched]
    return {code: tuple(_telling(words) for words in names) for code, names in found.items()}


@cache
def _titles() -> dict[str, str]:
    """Give the goal by each of its full titles, folded."""
    return {" ".join(words_of(title)): row[0] for row in rows("goals") for title in row[1:4]}


def goal_called(text: str) -> str | None:
    """Give the goal whose whole title the text is."""
    return _titles().get(" ".join(words_of(text)))


def is_name_of(text: str, code: str) -> bool:
    """Say whether at least half of the telling words of a text are among those of one of the code's names."""
    words = _telling(words_of(text))
    return bool(words) and any(2 * _shared(words, name) >= len(words) for name in _names().get(code, ()))


def goals_named(text: str) -> tuple[str, ...]:
    """Give the goals that have every telling word of the text in one of their names."""
    words = _telling(words_of(text))
    if not words:
        return ()
    return tuple(
        code
        for code, kind in codes().kinds.items()
        if kind == "goal" and any(_shared(words, name) == len(words) for name in _names()[code])
    )


def _telling(words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _STOPWORDS and not word.isdecimal())


def _shared(words: frozenset[str], name: frozenset[str]) -> int:
    return sum(any(_alike(word, other) for other in name) for word in words)


def _alike(word: str, other: str) -> bool:
    """Say whether two words are one, or one goes on from the other (*samfunn*, *lokalsamfunn*)."""
    short, long = sorted((word, other), key=len)
    if short == long:
        return True
    goes_on = len(short) >= _SHORTEST and (long.startswith(short) or long.endswith(short))
    return goes_on or _stem(short) == _stem(long)


@cache
def _stem(word: str) -> str:
    return re.sub(r"(?:ene|ane|en|et|er|ar|a|s|e)$", "", word) if len(word) > _SHORTEST + 1 else word
