"""Searching the catalogue by code and by words in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from sdggraph.catalogue.plain import plain, words_of
from sdggraph.catalogue.reading import read_code
from sdggraph.catalogue.tables import codes, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.codes import CodeKind

__all__ = ["Hit", "search"]

_WHOLE, _INFLECTED, _PREFIX, _WITHIN = 8, 7, 6, 3
_RANK = {"goal": 0, "target": 1, "indicator": 2}
_SHORTEST_STEM = 3
_SHORTEST_WITHIN = 4
_LONGEST_QUERY = 200
_ENDINGS = ("ingene", "ene", "ane", "ing", "ies", "en", "et", "er", "ar", "es", "ed", "a", "e", "s", "y")
_SEARCHED = 0.9  # beside a target's label; a goal's search words count as much as its title
_INDICATOR = 0.7  # so that a target is found before the indicators that say its word more plainly


@dataclass(frozen=True, slots=True)
class Hit:
    """One goal, target or indicator that a search found; the higher the score, the better it fits."""

    code: str
    kind: CodeKind
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    kind: CodeKind
    labels: dict[str, str]
    words: dict[str, frozenset[str]]
    searched: dict[str, frozenset[str]]


def search(words: str, lang: str | None = None, limit: int | None = 20) -> list[Hit]:
    """Find goals, targets and indicators by code, by the beginning of a code, or by words.

    Args:
        words: A code (``3.8``, ``SDG 3.8``, ``13.``) or words, each of which must be found: whole, inflected,
            at the beginning of a word or, from four letters on, within one (*tjeneste* in *helsetjenester*).
        lang: The language of the labels; without it, each is in the language in which its words were found.
            All languages are searched.
        limit: The most hits to give; None for all.

    Returns:
        Hits, the best first; those that fit equally well in natural order, goals before targets before
        indicators. An indicator that is listed several times is found once by its words.
    """
    query = words[:_LONGEST_QUERY].strip()
    found = list(_by_code(query, lang)) or list(_by_words(words_of(query), lang))
    return found if limit is None else found[: max(0, limit)]


def _by_code(query: str, lang: str | None) -> Iterator[Hit]:
    tidy = plain(query)
    beginning = tidy.rstrip(".")
    reading = read_code(query)
    code = reading.code if reading.code is not None and reading.sure else None
    if code is None and not (beginning and beginning[0].isdecimal() and beginning.replace(".", "").isalnum()):
        return
    first = code or beginning
    for entry in _entries():
        if entry.code == first or entry.code.startswith(f"{first}."):
            yield _hit(entry, lang, 1.0 if entry.code == first else 0.5)


def _by_words(wanted: list[str], lang: str | None) -> list[Hit]:
    if not wanted:
        return []
    scored: list[tuple[float, int, int, Hit]] = []
    for order, entry in enumerate(_entries()):
        if codes().canonical.get(entry.code, entry.code) != entry.code:
            continue
        score, language = max(((_score(wanted, entry, one), one) for one in entry.labels), key=itemgetter(0))
        if score:
            scored.append((-score, _RANK[entry.kind], order, _hit(entry, lang or language, score)))
    return [hit for *_, hit in sorted(scored, key=itemgetter(0, 1, 2))]


def _score(wanted: list[str], entry: _Entry, language: str) -> float:
    """Average how well each word is found; 0 if one isn't."""
    searched = 1.0 if entry.kind == "goal" else _SEARCHED
    total = 0.0
    for word in wanted:
        best = max(
            max((_fit(word, other) for other in entry.words[language]), default=0.0),
            searched * max((_fit(word, other) for other in entry.searched.get(language, ())), default=0.0),
        )
        if not best:
            return 0.0
        total += best
    return round(total / len(wanted) * (_INDICATOR if entry.kind == "indicator" else 1), 3)


def _fit(word: str, other: str) -> float:
    if word == other:
        return _WHOLE
    if _stem(word) == _stem(other):
        return _INFLECTED
    if other.startswith(word):
        return _PREFIX
    return _WITHIN if len(word) >= _SHORTEST_WITHIN and word in other else 0


@cache
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _hit(entry: _Entry, lang: str | None, score: float) -> Hit:
    labels = entry.labels
    label = labels.get(lang or "en") or labels["nb" if lang in {"nn", "no"} else "en"]
    return Hit(entry.code, entry.kind, label, score)


@cache
def _entries() -> tuple[_Entry, ...]:
    """Give what is searched, in natural order."""
    labels: dict[str, dict[str, str]] = {
        row[0]: dict(zip(("en", "nb", "nn"), row[1:4], strict=True)) for row in rows("goals")
    }
    for name in ("targets", "indicators"):
        labels |= {row[0]: {"en": row[-2], "nb": row[-1]} for row in rows(name)}
    searched = {row[0]: {"en": row[1], "nb": row[2], "nn": row[2]} for row in rows("search-words")}
    return tuple(
        _Entry(
            code,
            kind,
            labels[code],
            {language: frozenset(words_of(text)) for language, text in labels[code].items()},
            {language: frozenset(words_of(text)) for language, text in searched.get(code, {}).items()},
        )
        for code, kind in codes().kinds.items()
    )
