"""Reachability and cycles against networkx."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.graph.closure import closure, cyclic_core, strong_components

edges = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30)


def table(pairs: list[tuple[int, int]]) -> dict[int, list[int]]:
    made: dict[int, list[int]] = {}
    for source, target in pairs:
        made.setdefault(source, []).append(target)
    return made


def graph(*pairs: list[tuple[int, int]]) -> nx.DiGraph:
    made = nx.DiGraph()
    made.add_nodes_from(range(12))
    for some in pairs:
        made.add_edges_from(some)
    return made


@given(edges, edges, st.sets(st.integers(0, 11)))
def test_closure_is_all_that_can_be_reached(one: list, other: list, start: set[int]) -> None:
    whole = graph(one, other)
    reached = start.union(*(nx.descendants(whole, node) for node in start))
    assert closure(start, [table(one), table(other)]) == reached


@given(edges, st.lists(st.integers(0, 11), unique=True))
def test_components_are_the_cycles_that_can_be_reached(pairs: list, start: list[int]) -> None:
    whole, successors = graph(pairs), table(pairs)
    reached = set(start).union(*(nx.descendants(whole, node) for node in start))
    on_cycles = {
        frozenset(group)
        for group in nx.strongly_connected_components(whole.subgraph(reached))
        if len(group) > 1 or any(whole.has_edge(node, node) for node in group)
    }
    found = strong_components(start, lambda node: successors.get(node, ()))
    assert {frozenset(group) for group in found} == on_cycles
    assert sum(len(group) for group in found) == len({node for group in found for node in group})


@given(edges, edges)
def test_the_core_is_the_cycles_and_what_they_lead_to(one: list, other: list) -> None:
    whole = graph(one, other)
    cyclic = {node for group in nx.simple_cycles(whole) for node in group}
    expected = cyclic.union(*(nx.descendants(whole, node) for node in cyclic))
    assert cyclic_core([table(one), table(other)]) == expected


def test_a_long_chain_needs_no_deep_recursion() -> None:
    chain = {node: [node + 1] for node in range(50_000)}
    chain[50_000] = [0]
    assert [len(group) for group in strong_components([0], lambda node: chain[node])] == [50_001]
    assert len(cyclic_core([chain])) == 50_001
    assert len(closure([0], [chain])) == 50_001
