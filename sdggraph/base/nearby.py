"""Did-you-mean: the nearest of many names, at a cost that doesn't grow with their number.

Each name is kept under its deletions of one character (the symmetric-delete idea of spelling correctors). A search
looks up the misspelt name's own deletions, so it meets only names within two edits and never compares one with all.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Names", "distance", "nearest"]

_LONGEST = 60
_SCAN = 64


class Names:
    """A set of names that finds those near to a misspelt one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._by_deletion: dict[str, list[str]] | None = None

    def nearest(self, wrong: str, limit: int = 1) -> list[str]:
        """Give at most ``limit`` names near to ``wrong``, the nearest first; nothing if none is near."""
        if not wrong or len(wrong) > _LONGEST:
            return []
        candidates = self._names if len(self._names) <= _SCAN else self._meet(wrong)
        allowed = 1 if len(wrong) <= 4 else 2 if len(wrong) <= 8 else 3
        most, folded = min(allowed, len(wrong) - 1), _fold(wrong)
        scored = [(distance(folded, _fold(name), most), abs(len(name) - len(wrong)), name) for name in candidates]
        return [name for score, _, name in sorted(one for one in scored if one[0] <= most)][:limit]

    def _meet(self, wrong: str) -> set[str]:
        if self._by_deletion is None:
            table: dict[str, list[str]] = defaultdict(list)
            for name in self._names:
                for key in _deletions(_fold(name)):
                    table[key].append(name)
            self._by_deletion = table
        found: set[str] = set()
        for key in _deletions(_fold(wrong)):
            found.update(self._by_deletion.get(key, ())[:_SCAN])
        return found


def nearest(wrong: str, names: Iterable[str], limit: int = 1) -> list[str]:
    """Give the names nearest to ``wrong`` among a few."""
    return Names(names).nearest(wrong, limit)


def distance(a: str, b: str, most: int = sys.maxsize) -> int:
    """Count the edits from ``a`` to ``b``: insert, delete, replace, or swap two neighbours.

    As soon as it is sure that there are more than ``most``, it gives up and says ``most + 1``.
    """
    a, b = _where_unlike(a, b)
    if abs(len(a) - len(b)) > most:
        return most + 1
    older: list[int] = []
    old = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            cost = min(old[j] + 1, new[j - 1] + 1, old[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            new.append(cost)
        older, old = old, new
        if min(older) > most and min(old) > most:
            return most + 1
    return old[-1]


def _where_unlike(a: str, b: str) -> tuple[str, str]:
    """Leave out the beginning and the end that two texts have in common: of two near names that is nearly all."""
    shorter = min(len(a), len(b))
    start = 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def _deletions(name: str) -> set[str]:
    return {name, *(name[:i] + name[i + 1 :] for i in range(min(len(name), _LONGEST)))}
