"""The conditions that compare values, natively: each gives those of some nodes for which it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.lint.attributes import attribute, compare, getter, key_of, tester
from sdggraph.model.texts import by_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.graph.index import Index
    from sdggraph.lint.native import NativeEngine
    from sdggraph.model.plan import Plan
    from sdggraph.rules.comparisons import Agree, Between, Compare, Covers, Each, Translated, Unique

__all__ = [
    "agreeing",
    "between",
    "comparing",
    "contradictions",
    "covering",
    "each",
    "failing_values",
    "first_with_same",
    "links_reached",
    "missing_values",
    "translated",
    "unique",
    "untranslated",
]


_FEW = 32
"""Up to so many ends, one search back from each is cheaper than one search on from every node."""


def comparing(engine: NativeEngine, condition: Compare, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes whose values compare as they should."""
    records = engine.index.records
    found = set(among)
    own_of, other_of = getter(condition.attribute), getter(condition.other)
    asked = {node: own for node in among if (own := own_of(records[node]))}
    ends = _ends(engine, condition, asked, parameters)
    for node, own in asked.items():
        others = [records[node]] if ends is None else ends.get(node, ())
        other = [value for record in others for value in other_of(record)]
        if other and not _holds(condition, own, other):
            found.discard(node)
    return found


def failing_values(engine: NativeEngine, condition: Compare, node: int, parameters: Mapping[str, Any]) -> list[Any]:
    """Give the node's own values that compare with the others as they should not."""
    record = engine.index.records[node]
    own = attribute(record, condition.attribute)
    ends = _ends(engine, condition, {node: own}, parameters)
    others = [record] if ends is None else ends.get(node, [])
    other = [value for one in others for value in attribute(one, condition.other)]
    return [value for value in own if other and not _holds(condition, [value], other)]


def _ends(
    engine: NativeEngine, condition: Compare, among: Mapping[int, Any], parameters: Mapping[str, Any]
) -> dict[int, list[Any]] | None:
    """Give the records at the end of each node's way; None where a node is compared with itself."""
    if condition.over is None:
        return None
    records = engine.index.records
    if condition.to.kinds and len(few := engine.select(condition.to, parameters)) <= _FEW:
        ends: dict[int, list[Any]] = {}
        for end in few:
            for node in engine.leading_to(condition.over, end, parameters) & among.keys():
                ends.setdefault(node, []).append(records[end])
        return ends
    wanted = engine.matching(condition.to, parameters)
    reached = {node: engine.image(condition.over, {node}, parameters) & wanted for node in among}
    return {node: [records[end] for end in sorted(found)] for node, found in reached.items()}


def _holds(condition: Compare, own: list[Any], other: list[Any]) -> bool:
    rows = [[compare(left, condition.operator, right) for right in other] for left in own]
    if condition.pairs == "all":
        return all(all(row) for row in rows)
    if condition.pairs == "each":
        return all(any(row) for row in rows)
    return any(any(row) for row in rows)


def each(index: Index, condition: Each, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes whose items that meet the one set of conditions meet the other too."""
    asked = [tester(one, parameters) for one in condition.where]
    wanted = [tester(one, parameters) for one in condition.requires]
    records, items_of = index.records, getter(condition.items)

    def fine(item: Any) -> bool:
        for test in asked:
            if not test(item):
                return True
        return all(test(item) for test in wanted)

    found = set()
    for node in among:
        for item in items_of(records[node]):
            if item.__class__ is not str and not fine(item):
                break
        else:
            found.add(node)
    return found


def unique(engine: NativeEngine, condition: Unique, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes that no earlier one is like."""
    twins = _twins(engine, condition, parameters)
    return {node for node in among if node not in twins}


def first_with_same(engine: NativeEngine, condition: Unique, node: int, parameters: Mapping[str, Any]) -> int | None:
    """Give the earlier node that a node is like."""
    return _twins(engine, condition, parameters).get(node)


def _twins(engine: NativeEngine, condition: Unique, parameters: Mapping[str, Any]) -> dict[int, int]:
    """Give the first like it to each node that has an earlier one like it."""
    found: dict[int, int] = engine.keep(condition, lambda: _find_twins(engine, condition, parameters))
    return found


def _find_twins(engine: NativeEngine, condition: Unique, parameters: Mapping[str, Any]) -> dict[int, int]:
    index, records = engine.index, engine.index.records
    first, *rest = condition.attributes
    like: dict[tuple[str, Any], list[int]] = {}
    first_of, kinds = getter(first), index.kinds
    for node in engine.matching(condition.among, parameters):
        values = first_of(records[node])
        if not values:
            continue
        key = " ".join(values[0].split()).casefold() if values[0].__class__ is str else key_of(values)
        if key:
            like.setdefault((kinds[node], key), []).append(node)
    groups = [group for group in like.values() if len(group) > 1]
    ends = engine.ends(condition.within, [node for group in groups for node in group], parameters)
    twins: dict[int, int] = {}
    for group in groups:
        for alike in _apart(records, group, rest) if rest else (group,):
            parents = ((node, ends[node] or {-1 - index.owners[node]}) for node in _in_order(index, alike))
            twins |= _second_of_each(parents)
    return twins


def _apart(records: list[Any], group: list[int], names: list[str]) -> Iterable[list[int]]:
    """Part nodes by the rest of their values."""
    parts: dict[tuple[Any, ...], list[int]] = {}
    for node in group:
        parts.setdefault(tuple(key_of(attribute(records[node], name)) for name in names), []).append(node)
    return parts.values()


def _second_of_each(parents: Iterable[tuple[int, set[int]]]) -> dict[int, int]:
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


def agreeing(engine: NativeEngine, condition: Agree, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes that neither contradict themselves nor an earlier node that has the same key."""
    at_fault = contradictions(engine, condition, parameters)
    return {node for node in among if node not in at_fault}


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
    same: dict[Any, list[int]] = {}
    for node in engine.matching(condition.among, parameters):
        shared = key_of(last_of(records[node]))
        if shared:
            same.setdefault((shared, *(key_of(attribute(records[node], name)) for name in others)), []).append(node)
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
    """Order nodes by plan, those that are followed up first, and as they stand in it."""
    if len(index.plans) < 2:
        return sorted(nodes)
    follows = index.forward("follows_up")
    rank: dict[int, int] = {}

    def rank_of(plan: int, above: frozenset[int]) -> int:
        if plan not in rank:
            here = above | {plan}
            before = [rank_of(one, here) for one in follows.get(plan, ()) if one not in here]
            rank[plan] = 1 + max(before, default=-1)
        return rank[plan]

    ranks = [rank_of(index.number[plan.id], frozenset()) for plan in index.plans]
    return sorted(nodes, key=lambda node: (ranks[index.owners[node]], node))


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
    promising = {number for number, plan in enumerate(index.plans) if _promised(plan)}
    return {node for node in among if index.owners[node] not in promising or not untranslated(index, condition, node)}


def untranslated(index: Index, condition: Translated, node: int) -> list[str]:
    """Give the promised languages in which some text of a node is missing."""
    plan, record = index.plans[index.owners[node]], index.records[node]
    own = plan.language.lower()
    texts = [by_language(text, own) for name in condition.attributes for text in attribute(record, name)]
    there = [{tag for tag, said in text.items() if said.strip()} for text in texts]
    return [tag for tag in _promised(plan) if any(said and tag not in said for said in there)]


def _promised(plan: Plan) -> list[str]:
    """Give the languages that a plan promises, if these are more than the one it is written in."""
    tags = list(dict.fromkeys(language.lower() for language in plan.languages))
    return [] if tags == [plan.language.lower()] else tags
