"""The short name of a goal, target, UN indicator or national goal, without making a record."""

from __future__ import annotations

from functools import cache

from sdggraph.catalogue.tables import rows

__all__ = ["label"]


@cache
def _labels() -> dict[str, dict[str, str]]:
    found = {code: {"en": en, "nb": nb, "nn": nn} for code, en, nb, nn, _ in rows("goals")}
    found |= {code: {"en": en, "nb": nb} for code, _, _, en, nb in rows("targets")}
    found |= {row[0]: {"en": row[-2], "nb": row[-1]} for row in rows("indicators")}
    found |= {name: {"en": en, "nb": nb} for name, _, en, nb in rows("national-goals")}
    return found


def label(code: str, lang: str) -> str:
    """Give a goal's name, or the short label of a target, indicator or national goal; else an empty text."""
    texts = _labels().get(code, {})
    return texts.get(lang) or texts.get("nb" if lang in ("nn", "no") else "en", "")
