"""How alike texts are, and which of many are alike: bounded, so that no text is compared with all others."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ALIKE", "ALIKE_IN_PLACE", "Alike", "likeness"]

ALIKE = 0.6
"""From which likeness on a text counts as another wording of the same."""

ALIKE_IN_PLACE = 0.4
"""From which likeness on, where both stand under the same parents."""

_WORD = re.compile(r"\w+")
_BEGINNING = 5
_RAREST = 6
_WINDOW = 24
_COMPARED = 6

Features = dict[str, frozenset[str]]


def likeness(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """Say how alike two texts are, from 0 to 1, by the triples of letters that their words share.

    Texts are mappings by language; they are compared in the languages that both have, and the most alike counts.
    """
    return _dice(_triples(one), _triples(other))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _triples(texts: Mapping[str, str]) -> Features:
    return {
        language: frozenset(
            padded[at : at + 3] for word in _words(text) for padded in (f" {word} ",) for at in range(len(padded) - 2)
        )
        for language, text in texts.items()
    }


def _dice(one: Features, other: Features) -> float:
    best = 0.0
    for language in one.keys() & other.keys():
        size = len(one[language]) + len(other[language])
        if size:
            best = max(best, 2 * len(one[language] & other[language]) / size)
    return best


@dataclass(slots=True)
class Alike:
    """Finds which of some texts are like a given one, over how their rarer words begin.

    Of a text only the six rarest beginnings are looked up; of those that many texts have, only the texts that stand
    about where the given one stands; and of what is found only the six that share the most are compared letter by
    letter. So the cost grows with the number of texts, not with its square.
    """

    texts: Mapping[str, Mapping[str, str]]
    _posted: dict[str, list[str]] = field(default_factory=dict)
    _sizes: dict[str, tuple[int, float]] = field(default_factory=dict)
    _known: dict[str, Features] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, (name, texts) in enumerate(self.texts.items()):
            beginnings = _beginnings(texts)
            self._sizes[name] = len(beginnings), number / len(self.texts)
            for beginning in beginnings:
                self._posted.setdefault(beginning, []).append(name)

    def find(self, texts: Mapping[str, str], where: float) -> Iterator[tuple[float, str]]:
        """Give the texts that are alike, with how much; ``where`` is how far from the beginning (0-1) it stands."""
        lists = sorted((one for key in _beginnings(texts) if (one := self._posted.get(key))), key=len)[:_RAREST]
        hits: Counter[str] = Counter()
        for posted in lists:
            first = max(0, min(int(where * len(posted)) - _WINDOW // 2, len(posted) - _WINDOW))
            hits.update(posted[first : first + _WINDOW])
        own = _triples(texts)
        ranked = [
            (shared / size, -abs(stands - where), -number, name)
            for number, (name, shared) in enumerate(hits.items())
            for size, stands in (self._sizes[name],)
        ]
        for *_, name in sorted(ranked, reverse=True)[:_COMPARED]:
            known = self._known.get(name)
            if known is None:
                known = self._known[name] = _triples(self.texts[name])
            score = _dice(own, known)
            if score >= ALIKE_IN_PLACE:
                yield score, name


def _beginnings(texts: Mapping[str, str]) -> list[str]:
    """Give how a text's words begin, each once and in their order: one run finds what the next finds."""
    said = (f"{language}:{word[:_BEGINNING]}" for language, text in texts.items() for word in _words(text))
    return list(dict.fromkeys(said))
