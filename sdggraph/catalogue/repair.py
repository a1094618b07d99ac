"""Repairing SDG codes that aren't in canonical form, or saying what they may mean where that isn't sure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sdggraph.catalogue.code_reading import CodeReading, CodeStatus
from sdggraph.catalogue.forms import Meaning, meaning, strip_prefix
from sdggraph.catalogue.iris import code_of_iri, code_of_permanent
from sdggraph.catalogue.names import goal_called, goals_named, is_name_of
from sdggraph.catalogue.plain import plain
from sdggraph.catalogue.suggestions import codes_within, existing, near_codes
from sdggraph.catalogue.tables import codes
from sdggraph.model.codes import goal_of

if TYPE_CHECKING:
    from sdggraph.model.codes import CodeKind

__all__ = ["beside", "has_form_of_code", "repair"]

_PERMANENT = re.compile(r"c\d{3}[\da-d]\d\d", re.ASCII)
_NAMED = re.compile(
    r"(\d{1,2}(?: ?[.,] ?(?:\d{1,2}|[a-d](?![\wæøå])))?(?: ?[.,] ?\d)?)(?![\d.,]*\d) ?[.:)\-]* ?(\D.*)",
    re.ASCII,
)
_BARE_LETTER = re.compile(r"\d{0,2}([a-d])\.?", re.ASCII)
_ID = re.compile(
    r"(?:(?:sdg|goal|target|indicator)[-_.]?)?\d{1,2}(?:[._-]?\d{1,2}|[._-]?[a-d])?(?:[._-]?\d)?"
    r"|c\d{3}[\da-d]\d\d",
    re.ASCII,
)
_UNKNOWN = CodeReading(None, None, "unknown")


def has_form_of_code(text: str) -> bool:
    """Say whether an id looks like a code, be there one or not; ``mål-3`` may be a plan's own objective."""
    return _ID.fullmatch(plain(text)) is not None


@lru_cache(maxsize=4096)
def repair(text: str) -> CodeReading:
    """Read a text of bounded length that isn't a canonical code."""
    tidy = plain(text)
    kind = codes().kinds.get(tidy)
    if kind is not None:
        status: CodeStatus = "canonical" if text.strip() == tidy else "repaired"
        return CodeReading(tidy, kind, status, (), sure=True)
    if not tidy:
        return _UNKNOWN
    if tidy.startswith("http"):
        return _resolved(code_of_iri(text.strip()))
    wanted, rest = strip_prefix(tidy)
    if _PERMANENT.fullmatch(rest):
        return _permanent(rest)
    meant = meaning(rest, wanted)
    return _named(rest) if meant is None else _checked(meant, wanted)


def _resolved(code: str | None) -> CodeReading:
    return CodeReading(code, codes().kinds[code], "repaired", (), sure=True) if code is not None else _UNKNOWN


def _permanent(rest: str) -> CodeReading:
    former = codes().former.get(rest)
    if former is None or rest in codes().permanent:
        return _resolved(code_of_permanent(rest))
    return _withdrawn(former.code, former.replaced_by)


def _withdrawn(code: str, replaced_by: str | None) -> CodeReading:
    if replaced_by is not None:
        return CodeReading(replaced_by, "indicator", "withdrawn", (replaced_by,), sure=True)
    now = (code,) if code in codes().kinds else codes().children.get(code.rpartition(".")[0], ())
    return CodeReading(None, "indicator", "withdrawn", now)


def _checked(meant: Meaning, wanted: str | None) -> CodeReading:
    """Hold what a text may mean against what exists and what its prefix word says is meant."""
    first = meant.codes[0]
    former = codes().former.get(first)
    if former is not None:
        return _withdrawn(first, former.replaced_by)
    if first not in codes().kinds or not meant.sure:
        found = existing((*meant.codes, *_lettered_nearby(first, meant.resting_on)))
        if found:
            return CodeReading(None, None, "ambiguous", found)
        return replace(_UNKNOWN, candidates=near_codes(first))
    kind = codes().kinds[first]
    if not _agrees(kind, wanted):
        return CodeReading(None, None, "ambiguous", existing((first, *codes().children.get(first, ()))))
    if meant.resting_on is not None and meant.resting_on not in codes().kinds:
        found = existing((first, *_lettered_nearby(first, meant.resting_on)))
        return CodeReading(None, None, "ambiguous", found)
    return CodeReading(first, kind, "repaired", (), sure=True)


def _agrees(kind: CodeKind, wanted: str | None) -> bool:
    """Say whether a kind is what the prefix word says; people also say goal (mål) of a target."""
    return wanted is None or kind == wanted or (wanted == "goal" and kind == "target")


def _lettered_nearby(code: str, rested_on: str | None) -> tuple[str, ...]:
    """Give what ``1.11a`` may mean besides 1.a: 11.a; or what ``4.1d`` may mean, since 4 has no d: 4.1."""
    if rested_on is None:
        return ()
    if rested_on in codes().kinds:
        return (rested_on,)
    return tuple(f"{goal_of(near)}.{code.partition('.')[2]}" for near in near_codes(rested_on))


def _named(rest: str) -> CodeReading:
    """Read a code with a name beside it, or a goal's name alone."""
    match = _NAMED.fullmatch(rest)
    if match is None:
        called = goal_called(rest)
        if called is not None:
            return _resolved(called)
        near = near_codes(rest) if rest.isdecimal() else codes_within(rest) or goals_named(rest)[:6]
        return replace(_UNKNOWN, candidates=near)
    meant = meaning(match[1])
    if meant is None or meant.codes[0] not in codes().kinds:
        return replace(_UNKNOWN, candidates=codes_within(rest))
    code = meant.codes[0]
    if is_name_of(match[2], code):
        return _resolved(code)
    others = goals_named(match[2]) if codes().kinds[code] == "goal" else ()
    status: CodeStatus = "ambiguous" if others or "." in code else "unknown"
    return CodeReading(None, None, status, existing((code, *others, *codes_within(rest))))


def beside(reading: CodeReading, goal: str, text: str) -> CodeReading:
    """Let the goal that a text stands beside decide among the candidates."""
    own = tuple(code for code in reading.candidates if goal_of(code) == goal)
    bare = _BARE_LETTER.fullmatch(plain(text))
    if bare is not None:  # 9a in a row of goal 3 may go on from 3.9, and so mean 3.a
        own = existing((f"{goal}.{bare[1]}",))
        if own and reading.code not in {None, own[0]}:
            return CodeReading(None, None, "ambiguous", existing((*own, str(reading.code))))
    if reading.code is not None or len(own) != 1:
        return reading
    rest = tuple(code for code in reading.candidates if code != own[0])
    return CodeReading(own[0], codes().kinds[own[0]], "repaired", rest)
