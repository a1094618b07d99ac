"""Texts in one or several languages.

A text is a string, which is in its plan's language, or a mapping by language: ``{"nb": "Helse", "en": "Health"}``.
"""

from __future__ import annotations

from typing import TypeAlias

__all__ = ["Text", "by_language", "in_language"]

Text: TypeAlias = str | dict[str, str]

_NEAREST = {"nn": ("nn", "nb", "no"), "nb": ("nb", "no", "nn"), "no": ("no", "nb", "nn")}


def in_language(text: Text | None, lang: str, plan_language: str = "") -> str:
    """Give the text in ``lang``, else in a language near to it, the plan's, English, or whatever is there."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    for candidate in (*_NEAREST.get(lang, (lang,)), plan_language, "en"):
        if text.get(candidate):
            return text[candidate]
    return next((value for value in text.values() if value), "")


def by_language(text: Text | None, plan_language: str) -> dict[str, str]:
    """Give the text as a mapping by lower-case language tag, without empty ones: the form in which texts are equal."""
    if text is None:
        return {}
    pairs = {plan_language: text} if isinstance(text, str) else text
    return {language.lower(): value for language, value in pairs.items() if value}
