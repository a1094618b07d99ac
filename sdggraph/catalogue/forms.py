"""The forms in which people write SDG codes, each tried in turn on a plain text.

A form says which codes a text may mean, the likeliest first, and whether the first is sure. Whether the UN
has such a code is not asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Meaning", "meaning", "strip_prefix"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a text may mean.

    Attributes:
        codes: Codes, the likeliest first.
        sure: Whether the first is what was meant, should it exist.
        resting_on: A code that must exist as well for that to be sure.
    """

    codes: tuple[str, ...]
    sure: bool
    resting_on: str | None = None


_WORDS = re.compile(
    r"(?:(?P<goal>b(?:æ|ae)rekrafts?m(?:å|aa?)l(?:et)?|(?:hoved)?m(?:å|aa?)l(?:et)?|goals?)"
    r"|(?P<target>(?:del|under)m(?:å|aa?)l(?:et)?|targets?)"
    r"|(?P<indicator>indi[ck]ator(?:en|s)?)"
    r"|(?:sdgs?|unsdg|un|fn|fns|fn's|the|globalt?|agenda 2030|(?:no|nr|number|nummer)(?=[ .]*\d)))"
    r"(?![^\W\d_])[ .:#_'-]*",
)
_AROUND = " \t.,:;()[]{}<>\"'#*\u00ab\u00bb\u2018\u2019\u201c\u201d"

_N = r"0*([1-9]\d?)"
_L = r"0?([a-d])"
_S = r" ?([.,]) ?"


def strip_prefix(text: str) -> tuple[str | None, str]:
    """Take words such as ``SDG``, ``delmål`` or ``Goal no.`` from the front.

    Returns:
        What the words say is meant (``goal``, ``target``, ``indicator`` or None), and the rest.
    """
    wanted = None
    for _ in range(5):
        match = _WORDS.match(text)
        if match is None or not match.end():
            break
        wanted = match.lastgroup or wanted
        text = text[match.end() :]
    return wanted, text


def meaning(text: str, wanted: str | None = None) -> Meaning | None:
    """Give what a plain text without prefix words may mean; None if it has the form of no code."""
    text = text.strip(_AROUND)
    for form, read in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            return read(match, wanted)
    return None


def _goal(match: re.Match[str], _wanted: str | None) -> Meaning:
    return Meaning((match[1],), sure=True)


def _lettered(match: re.Match[str], _wanted: str | None) -> Meaning:
    """``3.a``, ``3a``, ``03.0a``, ``3.a.1``, ``3a1``."""
    return Meaning((".".join(part for part in match.groups() if part),), sure=True)


def _letter_after_number(match: re.Match[str], _wanted: str | None) -> Meaning:
    """``3.9a`` is target 3.a, written by somebody who counted on after 3.9; ``3.9a.1`` its indicator."""
    goal, number, letter, indicator = match.groups()
    meant = ".".join(filter(None, (goal, letter, indicator)))
    return Meaning((meant,), sure=True, resting_on=f"{goal}.{number}")


def _dotted(match: re.Match[str], _wanted: str | None) -> Meaning:
    """``3.8``, ``3,8``, ``03.08``, ``3 .8``; but ``3, 8`` may be two goals."""
    goal, separator, number = match[1], match[2], match[4]
    code = f"{goal}.{number}"
    if separator == "," and match[3]:
        return Meaning((code, goal, number), sure=False)
    return Meaning((code, goal, number) if separator == "," else (code,), sure=True)


def _dotted_indicator(match: re.Match[str], _wanted: str | None) -> Meaning:
    """``3.8.1``, ``03.08.01``, ``3,8,1``; but ``3.8,1`` may be a target and a goal."""
    goal, first, number, second, last = match.groups()
    whole = f"{goal}.{number}.{last}"
    if first == second:
        return Meaning((whole,), sure=True)
    return Meaning((whole, f"{goal}.{number}", last), sure=False)


def _joined(match: re.Match[str], wanted: str | None) -> Meaning:
    """``3-8`` may be the goals 3 to 8, ``3 8`` two goals; ``3_8`` and ``target-3-8`` are one target."""
    goal, separator, number, indicator = match.groups()
    code = ".".join(filter(None, (goal, number, indicator)))
    if separator == "_" or wanted in {"target", "indicator"} or (wanted and indicator):
        return Meaning((code,), sure=True)
    return Meaning((code,) if indicator else (code, goal, number), sure=False)


def _packed(match: re.Match[str], _wanted: str | None) -> Meaning:
    """``030801`` and ``c030801``, as the UN packs its codes; ``0308``."""
    parts = [part.lstrip("0") for part in match.groups() if part]
    return Meaning((".".join(parts),), sure=len(parts) == 3)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str | None], Meaning]], ...] = (
    (re.compile(rf"{_N}(?:[.,]0{{1,2}})?"), _goal),
    (re.compile(rf"{_N}(?: ?[.,_-] ?| )?{_L}(?:(?: ?[.,_-] ?)?{_N})?"), _lettered),
    (re.compile(rf"{_N} ?[.,] ?{_N} ?[.,]? ?{_L}(?: ?[.,]? ?{_N})?"), _letter_after_number),
    (re.compile(rf"{_N} ?([.,])( ?){_N}"), _dotted),
    (re.compile(rf"{_N}{_S}{_N}{_S}{_N}"), _dotted_indicator),
    (re.compile(rf"{_N} ?([-_:/ ]) ?{_N}(?: ?\2 ?{_N})?"), _joined),
    (re.compile(r"c?(\d\d)(\d\d|0[a-d])(\d\d)"), _packed),
    (re.compile(r"(0[1-9]|1[0-7])(\d\d|0[a-d])"), _packed),
)
