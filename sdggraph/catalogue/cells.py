"""Taking the list of codes in one cell apart: ``3.3, 3.5; 3.6``, ``3, 11 og 13``, ranges, one code a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sdggraph.catalogue.plain import plain
from sdggraph.catalogue.tables import codes
from sdggraph.model.codes import code_kind, goal_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CodePiece", "split_codes"]


@dataclass(frozen=True, slots=True)
class CodePiece:
    """One piece of a list, and where it stands in the text (0-based, end exclusive).

    Attributes:
        ranged: Whether the piece comes of a range (4.1 to 4.5): its code is written out, its place is the
            range's.
    """

    text: str
    start: int
    end: int
    ranged: bool = False


_CODE = r"\d{1,2}(?:[.,](?:\d{1,2}|[a-d])(?:[.,]\d{1,2})?)?"
_PREFIX = r"(?:[^\W\d]{1,14}[.'\u2019]?[ .:#_-]{0,2}){0,3}"

_HARD = re.compile(r"[^;\uff1b\n\r\t|•\u2028]+")
_SOFT = re.compile(
    r"https?://[^\s,]+"
    r"|(?P<comma>[,\uff0c\u3001](?:\s{1,3}(?:og|and|samt|eller|or)(?=\s))?)"
    r"|(?<=\s)(?:og|and|samt|eller|or|&|\+)(?=\s)|[/&+]",
    re.IGNORECASE,
)
_STARTS = re.compile(rf"\s*(?:{_PREFIX}\d|https?:)", re.IGNORECASE)
_PURE = re.compile(rf"\s{{0,9}}{_PREFIX}\d[\da-d.]{{0,9}}\s{{0,9}}", re.IGNORECASE)
_TIGHT = re.compile(r"\d{1,2}(?:,\d{1,2})+")
_TIGHT_DOTTED = re.compile(r"[\da-d.]{1,9}(?:,[\da-d.]{1,9})+", re.IGNORECASE)
_SPACED = re.compile(
    r"\d{1,2}\.[\da-d.]{1,6}(?:\s\s?\d{1,2}\.[\da-d.]{1,6})+|\d{1,2}(?:\s\s?\d{1,2}){2,}", re.IGNORECASE
)
_RANGE = re.compile(
    rf"{_PREFIX}({_CODE})(?: ?[\u2013\u2014] ?| - | til | to |(?<=\d)-(?=\d{{1,2}}[.,]))({_CODE})",
    re.IGNORECASE,
)
_LONGEST_PART = 400


def split_codes(text: str) -> tuple[CodePiece, ...]:
    """Take a cell's text apart into its codes, as written; a piece may still need repair by ``read_code``.

    ``3,8`` is one code with a decimal comma and ``3, 8`` two goals; ``3,8, 3,9`` are two targets. A name
    beside a code stays with it (``16. Fred, rettferdighet``). Ranges are written out.
    """
    pieces: list[CodePiece] = []
    for segment in _HARD.finditer(text):
        for start, end in _parts(text, segment.start(), segment.end()):
            pieces += _refined(text, *_trimmed(text, start, end))
    return tuple(pieces)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at commas, slashes and words for *and*, so that a code keeps the name beside it."""
    for match in _SOFT.finditer(text, start, end):
        at = match.start()
        if match[0][:4].lower() == "http" or (match["comma"] and _is_decimal_comma(text, at)):
            continue
        is_whole = match["comma"] and _PURE.fullmatch(text, start, at)
        if is_whole or (_STARTS.match(text, match.end(), end) and text[start:at].strip()):
            yield start, at
            start = match.end()
    yield start, end


def _is_decimal_comma(text: str, at: int) -> bool:
    return text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip(" \u00a0,"))
    return start, max(start, start + len(whole.strip(" \u00a0,")))


def _refined(text: str, start: int, end: int) -> list[CodePiece]:
    part = text[start:end]
    whole = [CodePiece(part, start, end)] if part else []
    if not 0 < len(part) <= _LONGEST_PART:
        return whole
    between = _RANGE.fullmatch(part)
    if between is not None:
        return [CodePiece(code, start, end, ranged=True) for code in _range(between[1], between[2])] or whole
    piece = ".+"
    if _SPACED.fullmatch(part):
        piece = r"\S+"
    elif _TIGHT.fullmatch(part):
        piece = _tight(part)
    elif "." in part and _TIGHT_DOTTED.fullmatch(part):
        piece = "[^,]+"
    return [CodePiece(match[0], start + match.start(), start + match.end()) for match in re.finditer(piece, part)]


def _tight(part: str) -> str:
    """Say what is one piece in a list of numbers with commas and no spaces: the number, a pair, or the whole.

    ``3,8`` is target 3.8 and ``3,8,1`` an indicator; ``3,4,9,11`` are goals, in ascending order as no
    indicator's parts are; ``4,11`` are goals since 4 has no such target; ``3,8,3,9`` are targets.
    """
    numbers = [number.lstrip("0") for number in plain(part).split(",")]
    if ".".join(numbers) in codes().kinds:
        return ".+"
    rising = all(int(a or 0) < int(b or 0) for a, b in pairwise(numbers))
    pairs = [f"{a}.{b}" for a, b in zip(numbers[::2], numbers[1::2], strict=False)]
    if not rising and len(numbers) % 2 == 0 and all(pair in codes().kinds for pair in pairs):
        return r"\d+,\d+"
    return r"\d+"


def _range(first: str, last: str) -> tuple[str, ...]:
    """Give the codes from the first to the last of one parent; nothing if they have no parent in common."""
    first, last = plain(first).replace(",", "."), plain(last).replace(",", ".")
    if code_kind(last) == "goal" and code_kind(first) == "target":
        last = f"{goal_of(first)}.{last}"  # 4.1 to 5 is 4.1 to 4.5
    kinds = codes().kinds
    parent = first.rpartition(".")[0]
    row = codes().children[parent] if parent in kinds else tuple(code for code in kinds if kinds[code] == "goal")
    if first not in row or last not in row or row.index(first) >= row.index(last):
        return ()
    return row[row.index(first) : row.index(last) + 1]
