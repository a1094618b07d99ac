"""Did-you-mean for codes: what may have been meant by a code that doesn't exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.catalogue.tables import codes
from sdggraph.model.codes import natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["codes_within", "existing", "near_codes"]

_MOST = 6
_LONGEST_CODE = 12
_WITHIN = re.compile(r"(?<![\w.,])(\d{1,2})[.,](\d{1,2}|[a-d])(?:[.,](\d))?(?![\w])")


def existing(candidates: Iterable[str], most: int = _MOST) -> tuple[str, ...]:
    """Give those of the codes that there are, each once, in the order given."""
    kinds = codes().kinds
    return tuple(dict.fromkeys(code for code in candidates if code in kinds))[:most]


def near_codes(code: str) -> tuple[str, ...]:
    """Give codes that exist and are one slip away from one that doesn't, in natural order.

    A slip is a dot in the wrong place or none, parts that changed places, a digit too many. Where there is
    none, what hangs below the nearest part that exists is offered.
    """
    if len(code) > _LONGEST_CODE:
        return ()
    found = existing(sorted(_slips(code), key=natural_key))
    return found or _family(code)


def codes_within(text: str) -> tuple[str, ...]:
    """Give the existing dotted codes that stand somewhere in a text."""
    return existing(".".join(filter(None, match.groups())) for match in _WITHIN.finditer(text))


def _slips(code: str) -> Iterator[str]:
    parts = code.split(".")
    digits = "".join(parts)
    yield from _regrouped(digits)
    if len(parts) == 1:
        yield digits[::-1]
        return
    yield ".".join([parts[1], parts[0], *parts[2:]])
    for at, character in enumerate(code):
        shorter = code[:at] + code[at + 1 :]
        if character != "." and len([part for part in shorter.split(".") if part]) == len(parts):
            yield shorter


def _regrouped(digits: str) -> Iterator[str]:
    """Put dots into ``111`` in every way: 11.1, 1.11, 1.1.1."""
    for first in (1, 2):
        goal, rest = digits[:first], digits[first:]
        if not rest:
            continue
        yield f"{goal}.{rest}"
        for second in range(1, len(rest)):
            yield f"{goal}.{rest[:second]}.{rest[second:]}"


def _family(code: str) -> tuple[str, ...]:
    """Give what hangs below the longest existing part of a code, or that part itself where that is much."""
    children = codes().children
    parent = code.rpartition(".")[0]
    while parent and parent not in children:
        parent = parent.rpartition(".")[0]
    below = children.get(parent, ())
    if not parent:
        return ()
    return below if 0 < len(below) <= _MOST else (parent,)
