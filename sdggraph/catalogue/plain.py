"""Text brought to one plain form, so that codes and words can be compared."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "plain", "words_of"]

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_DOTS = dict.fromkeys(map(ord, "\u00b7\u2024\u2027\u2219\u22c5\u3002\uff61"), ".")
_LOOKALIKES = {
    0x430: "a",
    0x441: "c",
    0x66B: ",",
    0xB8: ",",
    0x201A: ",",
}  # Cyrillic letters, Arabic and low commas
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None)
_TABLE = {**_DASHES, **_DOTS, **_LOOKALIKES, **_INVISIBLE}

_UNFOLDED = {ord("ø"): "o", ord("æ"): "ae", ord("ß"): "ss"}
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Give the text in lower case, with ASCII digits, one kind of dash, dot and space, nothing invisible."""
    if text.isascii():
        return " ".join(text.lower().split())
    text = unicodedata.normalize("NFKC", text.translate(_TABLE)).lower().translate(_TABLE)
    if not text.isascii():
        text = "".join(_ascii_digit(character) for character in text)
    return " ".join(text.split())


def _ascii_digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def fold(text: str) -> str:
    """Give the text in lower case without accents: ``Bærekraftsmål`` becomes ``baerekraftsmal``."""
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_UNFOLDED))
    return "".join(character for character in text if not unicodedata.combining(character))


def words_of(text: str) -> list[str]:
    """Give the folded words of a text, in order."""
    return _WORD.findall(fold(text))
