"""The conditions that compare values, natively: each gives the nodes for which it holds, or those it fails."""

from __future__ import annotations

from itertools import chain, compress
from typing import TYPE_CHECKING, Any

from sdggraph.lint.attributes import attribute, compare, getter, sieve
from sdggraph.model.scalars import PlanDate
from sdggraph.model.texts import by_language
from sdggraph.rules.terms import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sdggraph.graph.index import Index
    from sdggraph.lint.native import NativeEngine
    from sdggraph.model.plan import Plan
    from sdggraph.rules.comparisons import Between, Compare, Covers, Each, Translated
    from sdggraph.rules.terms import Nodes, Path

__all__ = [
    "between",
    "failing_values",
    "lacking_languages",
    "links_reached",
    "miscomparing",
    "missing_values",
    "untranslated",
    "with_wrong_item",
]


_FEW = 32
"""Up to so many ends, one search back from each is cheaper than one search on from every node."""


def miscomparing(engine: NativeEngine, condition: Compare, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes whose values don't compare as they should."""
    records = engine.index.records
    own_of, other_of = getter(condition.attribute), getter(condition.other)
    asked = {node: tuple(own) for node in among if (own := own_of(records[node]))}
    if condition.over is None:
        others: Mapping[int, Sequence[Any]] = {node: tuple(other_of(records[node])) for node in asked}
    else:
        ends = _ends(engine, condition.over, condition.to, asked, parameters)
        at_end = {end: tuple(other_of(records[end])) for end in set(chain.from_iterable(ends.values()))}
        others = {
            node: at_end[way[0]]
            if way.__class__ is list and len(way) == 1
            else tuple(chain.from_iterable([at_end[end] for end in way]))
            for node, way in ends.items()
        }
    verdicts: dict[Any, bool] = {}
    found: set[int] = set()
    for node, own in asked.items():
        other = others.get(node)
        if not other:
            continue
        # The same few dates and tracks meet again and again; what has no hash (a text by language) is compared anew.
        question: Any = (own, other) if own[0].__class__ is other[0].__class__ in (str, PlanDate) else node
        try:
            fine = verdicts.get(question)
        except TypeError:
            question, fine = node, None
        if fine is None:
            fine = verdicts[question] = _holds(condition, own, other)
        if not fine:
            found.add(node)
    return found


def failing_values(engine: NativeEngine, condition: Compare, node: int, parameters: Mapping[str, Any]) -> list[Any]:
    """Give the node's own values that compare with the others as they should not."""
    records = engine.index.records
    own = attribute(records[node], condition.attribute)
    ends: Iterable[int] = (node,)
    if condition.over is not None:
        ends = _ends(engine, condition.over, condition.to, {node: own}, parameters).get(node, ())
    ends = sorted(ends)
    other = [value for end in ends for value in attribute(records[end], condition.other)]
    return [value for value in own if other and not _holds(condition, [value], other)]


def _ends(
    engine: NativeEngine, over: Path, to: Nodes, among: Mapping[int, Any], parameters: Mapping[str, Any]
) -> Mapping[int, Iterable[int]]:
    """Give the nodes of a description at the end of each node's way."""
    if to.kinds and len(few := engine.select(to, parameters)) <= _FEW:
        ends: dict[int, list[int]] = {}
        for end in few:
            for node in engine.leading_to(over, end, parameters) & among.keys():
                ends.setdefault(node, []).append(end)
        return ends
    reached = engine.ends(over, among, parameters)
    wanted = None if to == ANY else engine.matching(to, parameters)
    if wanted is None:
        return reached
    return {node: wanted.intersection(found) for node, found in reached.items()}


def _holds(condition: Compare, own: Sequence[Any], other: Sequence[Any]) -> bool:
    operator = condition.operator
    match condition.pairs:
        case "all":
            return all(compare(left, operator, right) for left in own for right in other)
        case "each":
            return all(any(compare(left, operator, right) for right in other) for left in own)
        case "any":
            return any(compare(left, operator, right) for left in own for right in other)


def with_wrong_item(index: Index, condition: Each, among: list[int], parameters: Mapping[str, Any]) -> set[int]:
    """Give the nodes with an item that meets the one set of conditions and not the other."""
    records, name = index.records, condition.items
    held = [(node, items) for node in among if (items := records[node].__dict__.get(name)).__class__ is tuple and items]
    # Records of a plan file share what is equal, so there are few to look at.
    asked = list({id(item): item for _, items in held for item in items if item.__class__ is not str}.values())
    for one in condition.where:
        asked = list(compress(asked, sieve(one, parameters)(asked)))
    wrong: set[int] = set()
    for one in condition.requires:
        wrong.update(id(item) for item, fine in zip(asked, sieve(one, parameters)(asked), strict=True) if not fine)
    return {node for node, items in held if not wrong.isdisjoint(map(id, items))} if wrong else set()


def missing_values(engine: NativeEngine, condition: Covers, node: int, parameters: Mapping[str, Any]) -> list[str]:
    """Give the values of the list that no node at the end of the path has."""
    records = engine.index.records
    wanted = [str(value) for value in attribute(records[node], condition.own)] or list(condition.values)
    reached = engine.image(condition.path, {node}, parameters)
    there = {str(value) for one in reached for value in attribute(records[one], condition.attribute)}
    return [value for value in wanted if value not in there]


def between(engine: NativeEngine, condition: Between, parameters: Mapping[str, Any]) -> set[int]:
    """Give every node that reaches both ends of some link."""
    found: set[int] = set()
    for link in engine.matching(condition.links, parameters):
        ends = [engine.image(end, {link}, parameters) for end in condition.ends]
        here, there = (engine.preimage(condition.path, end, parameters) for end in ends)
        found |= here & there
    return found


def links_reached(engine: NativeEngine, condition: Between, node: int, parameters: Mapping[str, Any]) -> list[int]:
    """Give the links of which a node reaches both ends."""
    reached = engine.image(condition.path, {node}, parameters)
    links = sorted(engine.matching(condition.links, parameters))
    return [link for link in links if all(engine.image(end, {link}, parameters) & reached for end in condition.ends)]


def lacking_languages(index: Index, condition: Translated, among: list[int]) -> set[int]:
    """Give the nodes of which a text is not there in every language that their plan promises."""
    promising = {number for number, plan in enumerate(index.plans) if _promised(plan)}
    if not promising:
        return set()
    return {node for node in among if index.owners[node] in promising and untranslated(index, condition, node)}


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
