"""Words that people read, by language, and the choice among them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

__all__ = ["LANGUAGES", "Words", "fill", "pick", "same", "words"]

Words: TypeAlias = Mapping[str, str]
"""One message in each language that it exists in; English always."""

LANGUAGES = ("en", "nb")
"""The languages that every message exists in."""

_FALLBACK: Mapping[str, tuple[str, ...]] = {
    "nn": ("nn", "nb", "en"),
    "no": ("nb", "en"),
    "nb": ("nb", "en"),
}
_FIELD = re.compile(r"\{(\w+)\}")


def words(en: str, nb: str) -> Words:
    """Put a message's two languages together."""
    return {"en": en, "nb": nb}


def same(text: str) -> Words:
    """Give words that read alike in both languages (names, codes)."""
    return {"en": text, "nb": text}


def pick(texts: Words, lang: str) -> str:
    """Choose the text in ``lang``, else in the nearest language that is there."""
    for candidate in _FALLBACK.get(lang, (lang, "en")):
        if candidate in texts:
            return texts[candidate]
    return next(iter(texts.values()), "")


def fill(template: str, values: Mapping[str, object]) -> str:
    """Put values into a template's ``{names}``; a name without a value stays as it stands.

    Unlike ``str.format`` it reaches no attributes, so that a user's own messages are safe to fill.
    """
    return _FIELD.sub(lambda match: str(values.get(match[1], match[0])), template)
