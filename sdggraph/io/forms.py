"""What a plan file's values may look like: the words for it, and the short forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import Words, words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CODE_KINDS",
    "EXPECTED_DATE",
    "EXPECTED_INTERVAL",
    "EXPECTED_LIST_ITEM",
    "EXPECTED_NO_EARLIER",
    "EXPECTED_NUMBER",
    "EXPECTED_REFERENCE",
    "EXPECTED_SECTION",
    "EXPECTED_TEXT",
    "EXPECTED_WHOLE",
    "KIND_OF_CODE",
    "SHORTHANDS",
    "one_of",
]

EXPECTED_TEXT = words(
    "a text, or texts by language such as {nb: …, en: …}",
    "en tekst, eller tekster etter språk som {nb: …, en: …}",
)
EXPECTED_REFERENCE = words("an id or a code", "en id eller en kode")
EXPECTED_NUMBER = words("a number such as 12 or 12.5", "et tall som 12 eller 12.5")
EXPECTED_WHOLE = words("a whole number", "et heltall")
EXPECTED_DATE = words("a date such as 2026, 2026-06 or 2026-06-09", "en dato som 2026, 2026-06 eller 2026-06-09")
EXPECTED_NO_EARLIER = words("a date that is not before the start", "en dato som ikke er før starten")
EXPECTED_INTERVAL = words(
    "an interval [low, high]; null for an open end", "et intervall [lav, høy]; null for åpen ende"
)
EXPECTED_LIST_ITEM = words("a mapping of keys and values", "en samling av nøkler og verdier")
EXPECTED_SECTION = words("a list, each item beginning with a dash", "en liste, der hvert punkt begynner med bindestrek")

KIND_OF_CODE = {"goal": "Goal", "target": "Target", "indicator": "GlobalIndicator"}
CODE_KINDS = frozenset(KIND_OF_CODE.values())

SHORTHANDS = {
    "Claim": "code",
    "Condition": "text",
    "FollowedPlan": "plan",
    "Organisation": "name",
    "OrganisationNumber": "number",
    "Prioritisation": "code",
    "Reference": "date",
    "Selection": "code",
    "Source": "document",
    "Track": "id",
}
"""The key that a bare scalar stands for where a mapping is expected."""


def one_of(choices: Iterable[str]) -> Words:
    """Say which values a closed list has."""
    listed = ", ".join(choices)
    return words(f"one of {listed}", f"en av {listed}")
