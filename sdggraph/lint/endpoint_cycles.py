"""The cycles among nodes of a store that lie on one: the ways between them are fetched, and followed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.graph.closure import strong_components
from sdggraph.model.codes import natural_key
from sdggraph.semantic.queries.terms import prefixes
from sdggraph.semantic.queries.walks import property_path
from sdggraph.semantic.terms import is_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.io.rdf.endpoint import Endpoint
    from sdggraph.rules.language import Path

__all__ = ["ways_round"]

_PORTION = 200


def ways_round(endpoint: Endpoint, path: Path, nodes: Iterable[str]) -> list[list[str]]:
    """Give a shortest way round each cycle on which some nodes lie, from the one with the smallest id back to it.

    Raises:
        InputError: The endpoint doesn't answer as it should.
    """
    known = sorted({node for node in nodes if is_iri(node)}, key=natural_key)
    numbers = {node: number for number, node in enumerate(known)}
    leads: dict[int, list[int]] = {number: [] for number in numbers.values()}
    for start in range(0, len(known), _PORTION):
        listed = " ".join(f"<{node}>" for node in known[start : start + _PORTION])
        asked = f"SELECT DISTINCT ?this ?next WHERE {{ VALUES ?this {{ {listed} }} ?this {property_path(path)} ?next }}"
        for this, after in endpoint.rows(f"{prefixes()}\n{asked}", ("this", "next")):
            if this in numbers and after in numbers:
                leads[numbers[this]].append(numbers[after])
    groups = strong_components(leads, lambda number: leads[number])
    return [[known[number] for number in _way_round(leads, min(group), set(group))] for group in groups]


def _way_round(leads: Mapping[int, list[int]], start: int, group: set[int]) -> list[int]:
    before: dict[int, int] = {}
    frontier = [start]
    while frontier:
        fresh: list[int] = []
        for number in frontier:
            for other in sorted(leads[number]):
                if other == start:
                    way = [number]
                    while way[-1] != start:
                        way.append(before[way[-1]])
                    return [*reversed(way), start]
                if other in group and other not in before:
                    before[other] = number
                    fresh.append(other)
        frontier = fresh
    return [start]
