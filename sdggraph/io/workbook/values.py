"""The words of closed lists as planners say them: *ongoing* is *pågår* in a Norwegian workbook; both are understood."""

from __future__ import annotations

from functools import cache

from sdggraph.io.tables.vocabulary import folded
from sdggraph.io.workbook.choices import choices_of

__all__ = ["choice_called", "choice_in", "said_in", "value_called"]

_NB = {
    "strategy": "planstrategi",
    "community": "samfunnsdel",
    "land_use": "arealdel",
    "action": "handlingsdel",
    "economic": "økonomiplan",
    "thematic": "temaplan",
    "other": "annet",
    "draft": "utkast",
    "hearing": "høring",
    "adopted": "vedtatt",
    "replaced": "erstattet",
    "strict": "streng",
    "environment": "miljø",
    "economy": "økonomi",
    "social": "sosialt",
    "primary": "i første rekke",
    "secondary": "i andre rekke",
    "negative": "negativ",
    "positive": "positiv",
    "plan": "planen",
    "analyst": "analysen",
    "planned": "planlagt",
    "ongoing": "pågår",
    "done": "ferdig",
    "stopped": "stanset",
    "operating": "drift",
    "investment": "investering",
    "within_frame": "innenfor rammen",
    "steering": "styrende",
    "monitoring": "til oppfølging",
    "number": "tall",
    "yes_no": "ja eller nei",
    "scale": "skala",
    "text": "tekst",
    "increase": "øke",
    "decrease": "minke",
    "maintain": "holde",
    "range": "innenfor et intervall",
    "provisional": "foreløpig",
    "final": "endelig",
    "missing": "mangler",
    "budget": "budsjetteffekt",
    "alternative_use": "alternativ bruk",
    "priced": "prissatt",
    "non_priced": "ikke prissatt",
}
_TRACKS = {"services": "tjenester", "community": "samfunn", "organisation": "organisasjon"}
_DIMENSIONS = ("environment", "economy", "social")


def _known(sheet: str, path: tuple[str, ...]) -> tuple[str, ...]:
    if path == ("tracks",):
        return tuple(_TRACKS)
    return _DIMENSIONS if path == ("dimensions",) else choices_of(sheet, path)


def said_in(lang: str, sheet: str, path: tuple[str, ...], value: str) -> str:
    """Give a value of a closed list in the words of a language; any other as it is."""
    if lang not in ("nb", "nn", "no") or value not in _known(sheet, path):
        return value
    return (_TRACKS if path == ("tracks",) else _NB).get(value, value)


def choice_in(lang: str, choice: str) -> str:
    """Give a value of a closed list in the words of a language."""
    return _NB.get(choice, choice) if lang in ("nb", "nn", "no") else choice


def choice_called(word: str, choices: tuple[str, ...]) -> str | None:
    """Give the value of a closed list that a Norwegian word stands for; None if none does."""
    wanted = folded(word)
    return next((one for one in choices if one in _NB and folded(_NB[one]) == wanted), None)


@cache
def _meanings(sheet: str, path: tuple[str, ...]) -> dict[str, str]:
    meanings: dict[str, str] = {}
    for value in _known(sheet, path):
        for word in (value, said_in("nb", sheet, path, value)):
            meanings[folded(word)] = value
    return meanings


def value_called(sheet: str, path: tuple[str, ...], word: str) -> str:
    """Give the value that a word stands for in a column; one that nobody knows stays as it is."""
    meanings = _meanings(sheet, path)
    return meanings.get(folded(word), word) if meanings else word
