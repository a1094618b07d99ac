"""Which relations were gained and lost, under the names that the nodes have now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdggraph.analysis.comparison.records import RelationChange
from sdggraph.graph.index import NEGATIVE
from sdggraph.model.parts import Claim
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sdggraph.analysis.comparison.matching import Matches
    from sdggraph.analysis.comparison.side import Side

__all__ = ["relation_changes"]

_COMPARED = (
    "part_of",
    "contributes_to",
    NEGATIVE,
    "implements",
    "results_from",
    "measured_by",
    "aligns_with",
    "involves",
    "owned_by",
    "informs",
    "interacts_with",
    "mitigates",
)
"""The relations of a plan's nodes; what a plan itself prioritises, selects and follows up shows in nodes and header."""

_Key: TypeAlias = tuple[str, str, str]


def relation_changes(
    old: Side, new: Side, matches: Matches, moves: AbstractSet[tuple[str, str]], lang: str
) -> Iterator[RelationChange]:
    """Give what became of the relations: those that are gained or changed in the new plan's order, then the lost.

    ``moves`` has the nodes that were moved, each with what it left and what it came to.
    """
    now = {name: name for name in new.nodes}
    before, after = _relations(old, _names(old, matches), lang), _relations(new, now, lang)
    back = {match.new: match.old for match in matches.by_old.values()}

    def change(what: Literal["gained", "lost", "changed"], key: _Key, said: tuple[str, str]) -> RelationChange:
        source, relation, target = key
        one, other = (_title(old, new, name, back, lang, lost=what == "lost") for name in (source, target))
        follows = (source, target) in moves or any(
            _is_alone(end, old, new, matches, back, lost=what == "lost") for end in (source, target)
        )
        return RelationChange(what, source, relation, target, one, other, *said, follows)

    for key, said in after.items():
        if key not in before:
            yield change("gained", key, ("", said))
        elif before[key] != said:
            yield change("changed", key, (before[key], said))
    for key, said in before.items():
        if key not in after:
            yield change("lost", key, (said, ""))


def _names(old: Side, matches: Matches) -> dict[str, str]:
    """Give each old node its present name; one that is gone keeps its own, marked where the new plan uses it again."""
    taken = matches.by_new
    return {
        name: matches.by_old[name].new if name in matches.by_old else f"{name}†" if name in taken else name
        for name in old.nodes
    }


def _relations(side: Side, called: dict[str, str], lang: str) -> dict[_Key, str]:
    index = side.system.index
    names = [side.name(node) for node in range(len(index.ids))]
    found: dict[_Key, str] = {}
    for relation in _COMPARED:
        edges = index.edges.get(relation)
        if edges is None:
            continue
        for source, target, said in zip(edges.sources, edges.targets, edges.said, strict=True):
            own = called.get(names[source])
            if own is not None:
                end = names[target]
                found.setdefault((own, relation, called.get(end, end)), _said(said, lang, side.plan.language))
    return found


def _said(said: Any, lang: str, language: str) -> str:
    """Give what a claim says of itself: its role, on whose word, and why."""
    if not isinstance(said, Claim):
        return ""
    why = in_language(said.why, lang, language)
    return said.role + (f" ({said.basis})" if said.basis != "plan" else "") + (f": {why}" if why else "")


def _title(old: Side, new: Side, name: str, back: dict[str, str], lang: str, *, lost: bool) -> str:
    if lost and name not in new.nodes:
        return old.title(back.get(name, name.rstrip("†")), lang)
    return new.title(name, lang)


def _is_alone(name: str, old: Side, new: Side, matches: Matches, back: dict[str, str], *, lost: bool) -> bool:
    """Say whether only one of the plans has a node; one that belongs to neither is shared, and stays."""
    if lost:
        gone = name.rstrip("†")
        return name not in back and gone in old.nodes and gone not in matches.by_old
    return name in new.nodes and name not in matches.by_new
