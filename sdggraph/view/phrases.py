"""The explorer's own words, one data file a language, and how one of them is chosen and filled in."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TypeAlias

from sdggraph.base.words import fill, pick
from sdggraph.model.kinds import KINDS

__all__ = ["Phrases", "date_words", "load_phrases", "number_words", "phrase"]

Phrases: TypeAlias = dict[str, dict[str, str]]
"""Section, key, text. A bar parts the singular from the plural."""

_MONTHS = {
    "nb": "januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember",
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
}

_QUARTER = re.compile(r"\d{4}-Q[1-4]")


@cache
def load_phrases(lang: str) -> Phrases:
    """Read the words of one language; a language without a file gets Norwegian if it is near, else English.

    What the kinds of node are called comes from the model; a column is headed by its kind's name for many, unless
    the file has another heading.
    """
    room = resources.files("sdggraph.view") / "assets" / "words"
    for candidate in (lang, "nb" if lang in {"nn", "no"} else "en", "en"):
        file = room / f"{candidate}.toml"
        if file.is_file():
            phrases: Phrases = tomllib.loads(file.read_text(encoding="utf-8"))
            phrases["kind"] = {name: f"{pick(kind.one, lang)}|{pick(kind.many, lang)}" for name, kind in KINDS.items()}
            headings = {name: pick(kind.many, lang) for name, kind in KINDS.items()}
            capitals = {name: text[:1].upper() + text[1:] for name, text in headings.items()}
            return {**phrases, "column": {**capitals, **phrases["column"]}, "language": {"code": candidate}}
    raise FileNotFoundError(f"no words for the language {lang!r}")


def phrase(phrases: Phrases, key: str, **values: object) -> str:
    """Give the words under ``section.name``, in the number that ``n`` (or else ``all``) asks for."""
    section, _, name = key.partition(".")
    one, bar, many = phrases[section][name].partition("|")
    count = values.get("all", values.get("n", 1))
    lang = phrases["language"]["code"]
    written = {name: number_words(value, lang) if isinstance(value, int) else value for name, value in values.items()}
    return fill(one if not bar or count == 1 else many, written)


def number_words(value: float, lang: str) -> str:
    """Write a number as the language does: ``1 234,5`` in Norwegian, ``1,234.5`` in English."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    if lang == "en":
        return text
    return text.replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")


def date_words(value: str, lang: str) -> str:
    """Write an ISO date as people say it; a year or a year and month alone stay as short as they are."""
    parts = value.split("-")
    if _QUARTER.fullmatch(value):
        return f"{parts[1]} {parts[0]}" if lang == "en" else f"{parts[1][1]}. kvartal {parts[0]}"
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return value
    months = _MONTHS.get("nb" if lang in {"nn", "no"} else lang, _MONTHS["en"]).split(",")
    if len(parts) == 1 or not 1 <= int(parts[1]) <= 12:
        return value
    month = months[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    dot = "." if lang != "en" else ""
    return f"{int(parts[2])}{dot} {month} {parts[0]}"
