"""Which nodes are alike, and whether those that are one thing say one thing: each asked of all nodes together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.lint.attributes import attribute, getter, key_of, one_by_one, values_of
from sdggraph.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sdggraph.graph.index import Index
    from sdggraph.lint.native import NativeEngine
    from sdggraph.rules.comparisons import Agree, Unique

__all__ = ["contradictions", "first_with_same", "twins"]

_PORTION = 256
"""So many texts are looked at together."""


def first_with_same(engine: NativeEngine, condition: Unique, node: int, parameters: Mapping[str, Any]) -> int | None:
    """Give the earlier node that a node is like."""
    return twins(engine, condition, parameters).get(node)


def twins(engine: NativeEngine, condition: Unique, parameters: Mapping[str, Any]) -> dict[int, int]:
    """Give to each node that has an earlier one like it the first of these."""
    found: dict[int, int] = engine.keep(condition, lambda: _find_twins(engine, condition, parameters))
    return found


def _find_twins(engine: NativeEngine, condition: Unique, parameters: Mapping[str, Any]) -> dict[int, int]:
    index, records = engine.index, engine.index.records
    _, *rest = condition.attributes
    groups = _same_first(engine, condition, parameters)
    ends = engine.ends(condition.within, [node for group in groups for node in group], parameters)
    twins: dict[int, int] = {}
    for group in groups:
        for alike in _apart(records, group, rest) if rest else (group,):
            parents = ((node, ends.get(node) or {-1 - index.owners[node]}) for node in _in_order(index, alike))
            twins |= _second_of_each(parents)
    return twins


def _same_first(engine: NativeEngine, condition: Unique, parameters: Mapping[str, Any]) -> list[list[int]]:
    """Give the groups of nodes of a kind that have the same value of the first attribute."""
    first_of = values_of(condition.attributes[0])
    groups: list[list[int]] = []
    for kind in condition.among.kinds or KINDS:
        nodes = engine.select(replace(condition.among, kinds=(kind,)), parameters)
        keys = _keys(first_of(engine.records_of(nodes)))
        several = {key for key, count in Counter(keys).items() if count > 1 and key}
        same: dict[Any, list[int]] = {}
        for node, key in zip(nodes, keys, strict=True) if several else ():
            if key in several:
                same.setdefault(key, []).append(node)
        groups += same.values()
    return groups


def _keys(values: list[Any]) -> list[Any]:
    """Give the form in which equal values are equal, of each of some; empty where there is nothing to compare."""
    keys: list[Any] = []
    for start in range(0, len(values), _PORTION):
        portion = values[start : start + _PORTION]
        texts = [value if value.__class__ is str else "" for value in portion]
        whole = "".join(texts)
        # Mostly all are texts without odd white space; then one look at all of them together is enough.
        if all(texts) and whole.isprintable() and "  " not in whole and texts == list(map(str.strip, texts)):
            keys += map(str.casefold, texts)
        else:
            keys += [key[0] if len(key := key_of(one_by_one(value))) == 1 else key for value in portion]
    return keys


def _apart(records: list[Any], group: list[int], names: list[str]) -> Iterable[list[int]]:
    """Part nodes by the rest of their values."""
    parts: dict[tuple[Any, ...], list[int]] = {}
    for node in group:
        parts.setdefault(tuple(key_of(attribute(records[node], name)) for name in names), []).append(node)
    return parts.values()


def _second_of_each(parents: Iterable[tuple[int, Collection[int]]]) -> dict[int, int]:
    """Give the first before it with a parent in common to each of some nodes that has one."""
    firsts: dict[int, tuple[int, int]] = {}
    twins: dict[int, int] = {}
    for place, (node, above) in enumerate(parents):
        earlier = min((firsts[parent] for parent in above if parent in firsts), default=None)
        if earlier is not None:
            twins[node] = earlier[1]
        for parent in above:
            firsts.setdefault(parent, (place, node))
    return twins


Contradiction: TypeAlias = tuple[Any, Any, int]
"""An item that says another thing, the item that said it before, and the node of that one."""


def contradictions(
    engine: NativeEngine, condition: Agree, parameters: Mapping[str, Any]
) -> Mapping[int, Contradiction]:
    """Give the first contradiction of each node that is at fault."""
    found: dict[int, Contradiction] = engine.keep(condition, lambda: _contradictions(engine, condition, parameters))
    return found


def _contradictions(engine: NativeEngine, condition: Agree, parameters: Mapping[str, Any]) -> dict[int, Contradiction]:
    records = engine.index.records
    *others, last = condition.key
    last_of, items_of = getter(last), getter(condition.items)
    nodes = list(engine.matching(condition.among, parameters))
    shared = [key_of(last_of(records[node])) for node in nodes]
    several = {key for key, count in Counter(shared).items() if count > 1 and key}
    same: dict[Any, list[int]] = {}
    for node, key in zip(nodes, shared, strict=True):
        if key in several:
            same.setdefault((key, *(key_of(attribute(records[node], name)) for name in others)), []).append(node)
        else:
            same[node] = [node]
    found: dict[int, Contradiction] = {}
    for group in same.values():
        if len(group) > 1 or len(items_of(records[group[0]])) > 1:
            found |= _contradicting(condition, records, _in_order(engine.index, group))
    return found


def _contradicting(condition: Agree, records: list[Any], group: list[int]) -> dict[int, Contradiction]:
    """Give those of some nodes that say another thing than was said before."""
    said: dict[tuple[Any, ...], tuple[Any, Any, int]] = {}
    found: dict[int, Contradiction] = {}
    for node in group:
        for item in attribute(records[node], condition.items):
            when = tuple(key_of(attribute(item, name)) for name in condition.by)
            what = tuple(key_of([_whole(item, name)]) for name in condition.values)
            if not when[0] or not any(what):
                continue
            before, first, who = said.setdefault(when, (what, item, node))
            if before != what:
                found.setdefault(node, (item, first, who))
    return found


def _whole(item: Any, name: str) -> Any:
    """Give an attribute of an item as it stands: of an interval, both ends together."""
    value = getattr(item, name, None)
    return "" if value is None else value


def _in_order(index: Index, nodes: list[int]) -> list[int]:
    """Order nodes by plan, those that are followed up first and else by id, and as they stand in it.

    A plan follows up more plans than each of those does, directly or not, so their number puts it after them; in which
    order files were named says nothing.
    """
    if len(index.plans) < 2:
        return sorted(nodes)
    follows = index.forward("follows_up")
    orders = [(_count_of_followed(index.number[plan.id], follows), plan.id) for plan in index.plans]
    return sorted(nodes, key=lambda node: (orders[index.owners[node]], node))


def _count_of_followed(plan: int, follows: Mapping[int, Iterable[int]]) -> int:
    """Count the plans that a plan follows up, directly or not."""
    seen: set[int] = set()
    waiting = list(follows.get(plan, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += follows.get(one, ())
    return len(seen)
