"""Reachability over the index: one search from all goals at once, never one a node."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["closure", "cyclic_core", "strong_components"]


def closure(start: Iterable[int], tables: Sequence[Mapping[int, list[int]]]) -> set[int]:
    """Give everything that can be reached from ``start`` over some adjacency tables, ``start`` included."""
    seen = set(start)
    frontier = list(seen)
    while frontier:
        fresh: set[int] = set()
        for table in tables:
            fresh.update(chain.from_iterable([table[node] for node in frontier if node in table]))
        fresh -= seen
        seen |= fresh
        frontier = list(fresh)
    return seen


def cyclic_core(tables: Sequence[Mapping[int, list[int]]]) -> set[int]:
    """Give the nodes that lie on a cycle over some adjacency tables, or that a cycle leads to; mostly none.

    Nodes that nothing leads to are taken off again and again, at the cost of one look at each edge.
    """
    arriving: dict[int, int] = {}
    for table in tables:
        for ends in table.values():
            for end in ends:
                arriving[end] = arriving.get(end, 0) + 1
    free = list({node for table in tables for node in table if node not in arriving})
    while free:
        node = free.pop()
        for table in tables:
            for end in table.get(node, ()):
                arriving[end] -= 1
                if not arriving[end]:
                    free.append(end)
    return {node for node, left in arriving.items() if left}


def strong_components(start: Iterable[int], successors: Callable[[int], Iterable[int]]) -> list[list[int]]:
    """Give the groups of nodes that lie on a common cycle; a node alone counts only with an edge to itself.

    Reference: R. Tarjan, Depth-first search and linear graph algorithms, 1972; written without recursion.
    """
    order: dict[int, int] = {}
    lowest: dict[int, int] = {}
    stack: list[int] = []
    waiting: set[int] = set()
    own: set[int] = set()
    found: list[list[int]] = []
    for root in start:
        if root in order:
            continue
        work = [(root, iter(successors(root)))]
        order[root] = lowest[root] = len(order)
        stack.append(root)
        waiting.add(root)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other == node:
                    own.add(node)
                if other not in order:
                    order[other] = lowest[other] = len(order)
                    stack.append(other)
                    waiting.add(other)
                    work.append((other, iter(successors(other))))
                    break
                if other in waiting:
                    lowest[node] = min(lowest[node], order[other])
            else:
                work.pop()
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == order[node]:
                    group = _pop_group(stack, waiting, node)
                    if len(group) > 1 or node in own:
                        found.append(group)
    return found


def _pop_group(stack: list[int], waiting: set[int], root: int) -> list[int]:
    group: list[int] = []
    while True:
        node = stack.pop()
        waiting.discard(node)
        group.append(node)
        if node == root:
            return group
