"""What interactions come to: effects of first and second order, and loops. Defined in ``interactions.py``."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import nlargest
from math import prod
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdggraph.model.codes import goal_of, local_part, natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.analysis.interactions_links import Link

__all__ = ["MOST_LOOPS", "Loop", "find_loops", "first_order", "second_order"]

MOST_LOOPS = 50
"""How many loops are given one by one; all are counted."""

Effects: TypeAlias = dict[str, tuple[int, int, int, int]]
"""By goal: how many help, the sum of their scores; how many hinder, the sum of their scores."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Goals and targets that act on each other round and round.

    Attributes:
        nodes: Their ids, from the one with the lowest code on.
        scores: The score from each to the next, the last from the last to the first.
    """

    nodes: tuple[str, ...]
    scores: tuple[int, ...]

    @property
    def kind(self) -> Literal["reinforcing", "balancing"]:
        """Reinforcing: a push comes back as a push (an even number of links hinder). Balancing: it is held back."""
        return "reinforcing" if prod(self.scores) > 0 else "balancing"

    @property
    def strength(self) -> int:
        """The size of its weakest link."""
        return min(abs(score) for score in self.scores)

    def to_dict(self) -> dict[str, Any]:
        """Give the loop as plain values."""
        return {"nodes": list(self.nodes), "scores": list(self.scores), "kind": self.kind, "strength": self.strength}


def first_order(links: Iterable[Link], pursued: frozenset[str]) -> Effects:
    """Give what the interactions from something pursued come to for each goal; a score of 0 counts for nothing."""
    found: dict[str, list[int]] = defaultdict(list)
    for one in links:
        if one.source in pursued and one.score:
            found[goal_of(local_part(one.target))].append(one.score)
    return {code: _summed(Counter(scores)) for code, scores in found.items()}


def second_order(links: Iterable[Link], pursued: frozenset[str]) -> Effects:
    """Give what the chains of two interactions from something pursued come to for each goal.

    Chains are not walked one by one: at each node between, those that arrive are counted by score, and so are those
    that leave for each goal; a matrix of all 169 targets has some five million chains.
    """
    arriving: dict[str, Counter[int]] = defaultdict(Counter)
    leaving: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    scores: dict[tuple[str, str], int] = {}
    for one in links:
        if not one.score:
            continue
        scores[one.source, one.target] = one.score
        leaving[one.source][goal_of(local_part(one.target))][one.score] += 1
        if one.source in pursued:
            arriving[one.target][one.score] += 1
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for between, firsts in arriving.items():
        for code, seconds in leaving.get(between, {}).items():
            for one_score, count in firsts.items():
                for other_score, more in seconds.items():
                    found[code][_chained(one_score, other_score)] += count * more
    for (source, between), score in scores.items():
        back = scores.get((between, source))
        if back is not None and source in pursued:
            found[goal_of(local_part(source))][_chained(score, back)] -= 1
    return {code: _summed(counts) for code, counts in found.items() if +counts}


def _chained(one: int, other: int) -> int:
    """Give the effect of two links, one after the other: the weaker one's size; two harms make a help."""
    return min(abs(one), abs(other)) * (1 if (one > 0) == (other > 0) else -1)


def _summed(counts: Counter[int]) -> tuple[int, int, int, int]:
    plus = {score: count for score, count in counts.items() if score > 0}
    minus = {score: count for score, count in counts.items() if score < 0}
    return (
        sum(plus.values()),
        sum(score * count for score, count in plus.items()),
        sum(minus.values()),
        sum(score * count for score, count in minus.items()),
    )


def find_loops(links: Iterable[Link], pursued: frozenset[str]) -> tuple[tuple[Loop, ...], tuple[int, int]]:
    """Give the strongest loops of two and three with something pursued in them; and how many there are of each kind."""
    after: dict[str, dict[str, int]] = defaultdict(dict)
    for one in links:
        if one.score and one.source != one.target:
            after[one.source][one.target] = one.score
    order = {node: place for place, node in enumerate(sorted(after, key=lambda node: natural_key(local_part(node))))}
    counts = Counter[str]()

    def counted() -> Iterator[Loop]:
        for nodes in _cycles(after, order):
            if not pursued.isdisjoint(nodes):
                scores = tuple(after[nodes[at]][nodes[(at + 1) % len(nodes)]] for at in range(len(nodes)))
                loop = Loop(nodes, scores)
                counts[loop.kind] += 1
                yield loop

    strongest = nlargest(
        MOST_LOOPS,
        counted(),
        key=lambda loop: (loop.strength, -len(loop.nodes), [-order[node] for node in loop.nodes]),
    )
    return tuple(strongest), (counts["reinforcing"], counts["balancing"])


def _cycles(after: dict[str, dict[str, int]], order: dict[str, int]) -> Iterator[tuple[str, ...]]:
    """Give every cycle of two or three nodes once, from its first node on."""
    for first, place in order.items():
        later = [node for node in after[first] if order.get(node, -1) > place]
        for second in later:
            if first in after[second]:
                yield first, second
            for third in after[second]:
                if order.get(third, -1) > place and third != second and first in after[third]:
                    yield first, second, third
