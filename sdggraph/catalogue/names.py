"""Codes with their names beside them, as ``3 GOD HELSE`` and ``3.8 Helsetjenester for alle``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

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
_LONG = 5


@cache
def _names() -> dict[str, frozenset[str]]:
    """Give the telling words of the names of each code, and of what is measured under a target."""
    found: dict[str, list[str]] = {code: [] for code in codes().kinds}
    for code, *titles in rows("goals"):
        found[code] += titles[:3]
    for code, _, _, *labels in rows("targets"):
        found[code] += labels
    for code, target, *_, en, nb in rows("indicators"):
        found[code] += (en, nb)
        found[target] += (en, nb)
    for code, *searched in rows("search-words"):
        found[code] += searched
    return {code: _telling(words_of(" ".join(names))) for code, names in found.items()}


@cache
def _titles() -> dict[str, str]:
    """Give the goal by each of its full titles, folded."""
    return {" ".join(words_of(title)): row[0] for row in rows("goals") for title in row[1:4]}


def goal_called(text: str) -> str | None:
    """Give the goal whose whole title the text is."""
    return _titles().get(" ".join(words_of(text)))


def is_name_of(text: str, code: str) -> bool:
    """Say whether a text beside a code names what the code names, in whole or in part.

    A goal's number alone says little (``5 prosent``), so half of the telling words must be the goal's, or two
    and more than are any other goal's. Beside the code of a target or indicator one longer word is enough.
    """
    words = _telling(words_of(text))
    own = _shared(words, code)
    if codes().kinds[code] != "goal":
        return any(len(word) >= _LONG and _shared(frozenset([word]), code) for word in words)
    if own < 1 or 2 * own >= len(words):
        return own > 0
    return own > 1 and all(own > _shared(words, goal) for goal in _goals() if goal != code)


def goals_named(text: str) -> tuple[str, ...]:
    """Give the goals that have every telling word of the text among their names."""
    words = _telling(words_of(text))
    return tuple(goal for goal in _goals() if words and all(goal in _goals_with(word) for word in words))


@lru_cache(maxsize=4096)
def _goals_with(word: str) -> frozenset[str]:
    """Give the goals that have a word among their names; the words of a plan come again and again."""
    return frozenset(goal for goal in _goals() if any(_alike(word, other) for other in _names()[goal]))


def _goals() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("goals"))


def _telling(words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in _STOPWORDS and not word.isdecimal())


def _shared(words: frozenset[str], code: str) -> int:
    return sum(any(_alike(word, other) for other in _names()[code]) for word in words)


def _alike(word: str, other: str) -> bool:
    """Say whether two words are one, or one goes on from the other, as *lokalsamfunn* from *samfunn*."""
    short, long = sorted((word, other), key=len)
    if short == long:
        return True
    goes_on = len(short) >= _SHORTEST and (long.startswith(short) or long.endswith(short))
    return goes_on or _stem(short) == _stem(long)


@cache
def _stem(word: str) -> str:
    return re.sub(r"(?:ene|ane|en|et|er|ar|a|s|e)$", "", word) if len(word) > _SHORTEST + 1 else word
