"""The conditions that compare values, natively: each gives those of some nodes for which it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.lint.attributes import attribute, compare, key_of, meets
from sdggraph.model.record import Record
from sdggraph.model.texts import by_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.graph.index import Index
    from sdggraph.lint.native import NativeEngine
    from sdggraph.rules.comparisons import Agree, Between, Compare, Covers, Each, Translated, Unique

__all__ = [
    "agreeing",
    "between",
    "comparing",
    "covering",
    "each",
    "first_with_same",
    "links_reached",
    "missing_values",
    "translated",
    "unique",
    "untranslated",
]


def comparing(engine: NativeEngine, condition: Compare, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes whose values compare as they should."""
    records = engine.index.records
    found = set()
    for node in among:
        own = attribute(records[node], condition.attribute)
        if not own:
            found.add(node)
            continue
        others = [records[node]] if condition.over is None else _at_end(engine, condition, node, parameters)
        other = [value for record in others for value in attribute(record, condition.other)]
        if not other or _holds(condition, own, other):
            found.add(node)
    return found


def _at_end(engine: NativeEngine, condition: Compare, node: int, parameters: Mapping[str, Any]) -> list[Any]:
    assert condition.over is not None  # noqa: S101  # for the type checker: asked for only with a path
    reached = engine.image(condition.over, {node}, parameters)
    return [engine.index.records[one] for one in engine.select(condition.to, parameters, sorted(reached))]


def _holds(condition: Compare, own: list[Any], other: list[Any]) -> bool:
    rows = [[compare(left, condition.operator, right) for right in other] for left in own]
    if condition.pairs == "all":
        return all(all(row) for row in rows)
    if condition.pairs == "each":
        return all(any(row) for row in rows)
    return any(any(row) for row in rows)


def each(index: Index, condition: Each, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes whose items that meet the one set of conditions meet the other too."""

    def fine(item: Any) -> bool:
        if not isinstance(item, Record) or not all(meets(item, one, parameters) for one in condition.where):
            return True
        return all(meets(item, one, parameters) for one in condition.requires)

    return {node for node in among if all(map(fine, attribute(index.records[node], condition.items)))}


def unique(engine: NativeEngine, condition: Unique, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes that no earlier one is like."""
    twins = _twins(engine, condition, parameters)
    return {node for node in among if node not in twins}


def first_with_same(engine: NativeEngine, condition: Unique, node: int, parameters: Mapping[str, Any]) -> int | None:
    """Give the earlier node that a node is like."""
    return _twins(engine, condition, parameters).get(node)


def _twins(engine: NativeEngine, condition: Unique, parameters: Mapping[str, Any]) -> dict[int, int]:
    """Give the first like it to each node that has an earlier one like it."""
    index, records = engine.index, engine.index.records
    like: dict[tuple[Any, ...], list[int]] = {}
    for node in _in_order(index, engine.matching(condition.among, parameters)):
        first = key_of(attribute(records[node], condition.attributes[0]))
        if first:
            rest = (key_of(attribute(records[node], name)) for name in condition.attributes[1:])
            like.setdefault((index.kinds[node], first, *rest), []).append(node)
    twins: dict[int, int] = {}
    for group in like.values():
        if len(group) < 2:
            continue
        firsts: dict[int, int] = {}
        for node in group:
            within = engine.image(condition.within, {node}, parameters) or {-1 - index.owners[node]}
            earlier = [firsts[parent] for parent in within if parent in firsts]
            if earlier:
                twins[node] = min(earlier, key=group.index)
            for parent in within:
                firsts.setdefault(parent, node)
    return twins


def agreeing(engine: NativeEngine, condition: Agree, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes that neither contradict themselves nor an earlier node that has the same key."""
    index, records = engine.index, engine.index.records
    said: dict[tuple[Any, ...], Any] = {}
    at_fault: set[int] = set()
    for node in _in_order(index, engine.matching(condition.among, parameters)):
        items = attribute(records[node], condition.items)
        if not items:
            continue
        key = tuple(key_of(attribute(records[node], name)) for name in condition.key)
        who = key if key[-1] else (node,)
        for item in items:
            when = tuple(key_of(attribute(item, name)) for name in condition.by)
            what = tuple(key_of([_whole(item, name)]) for name in condition.values)
            if not when[0] or not any(what):
                continue
            if said.setdefault((who, when), what) != what:
                at_fault.add(node)
    return {node for node in among if node not in at_fault}


def _whole(item: Any, name: str) -> Any:
    """Give an attribute of an item as it stands: of an interval, both ends together."""
    value = getattr(item, name, None)
    return "" if value is None else value


def _in_order(index: Index, nodes: Iterable[int]) -> list[int]:
    """Order nodes by plan, those that are followed up first, and as they stand in it."""
    follows = index.forward("follows_up")
    rank: dict[int, int] = {}

    def rank_of(plan: int, above: frozenset[int]) -> int:
        if plan not in rank:
            before = [rank_of(one, above | {plan}) for one in follows.get(plan, ()) if one not in above | {plan}]
            rank[plan] = 1 + max(before, default=-1)
        return rank[plan]

    ranks = [rank_of(index.number[plan.id], frozenset()) for plan in index.plans]
    return sorted(nodes, key=lambda node: (ranks[index.owners[node]] if index.owners[node] >= 0 else -1, node))


def covering(engine: NativeEngine, condition: Covers, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes that miss no value of their list."""
    return {node for node in among if not missing_values(engine, condition, node, parameters)}


def missing_values(engine: NativeEngine, condition: Covers, node: int, parameters: Mapping[str, Any]) -> list[str]:
    """Give the values of the list that no node at the end of the path has."""
    records = engine.index.records
    wanted = [str(value) for value in attribute(records[node], condition.own)] or list(condition.values)
    reached = engine.image(condition.path, {node}, parameters)
    there = {str(value) for one in reached for value in attribute(records[one], condition.attribute)}
    return [value for value in wanted if value not in there]


def between(engine: NativeEngine, condition: Between, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes that reach both ends of some link."""
    found: set[int] = set()
    for link in engine.matching(condition.links, parameters):
        ends = [engine.image(end, {link}, parameters) for end in condition.ends]
        here, there = (engine.preimage(condition.path, end, parameters) for end in ends)
        found |= here & there
    return found.intersection(among)


def links_reached(engine: NativeEngine, condition: Between, node: int, parameters: Mapping[str, Any]) -> list[int]:
    """Give the links of which a node reaches both ends."""
    reached = engine.image(condition.path, {node}, parameters)
    links = sorted(engine.matching(condition.links, parameters))
    return [link for link in links if all(engine.image(end, {link}, parameters) & reached for end in condition.ends)]


def translated(index: Index, condition: Translated, among: list[int]) -> set[int]:
    """Give the nodes whose texts are there in every language that their plan promises."""
    return {node for node in among if not untranslated(index, condition, node)}


def untranslated(index: Index, condition: Translated, node: int) -> list[str]:
    """Give the promised languages in which some text of a node is missing."""
    owner = index.owners[node]
    if owner < 0:
        return []
    own = index.plans[owner].language.lower()
    promised = [language.lower() for language in index.plans[owner].languages]
    record = index.records[node]
    texts = [by_language(text, own) for name in condition.attributes for text in attribute(record, name)]
    return [tag for tag in promised if any(said and not said.get(tag, "").strip() for said in texts)]
