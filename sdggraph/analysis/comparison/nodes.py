"""What became of the nodes: added, removed, moved, reworded, renumbered, with other values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.fields import changed_fields
from sdggraph.analysis.comparison.records import NodeChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.matching import Match, Matches
    from sdggraph.analysis.comparison.side import Side

__all__ = ["node_changes"]


def node_changes(old: Side, new: Side, matches: Matches, lang: str) -> Iterator[NodeChange]:
    """Give what became of each node: those of the new plan in its order, then those that are gone."""
    for name in new.nodes:
        match = matches.by_new.get(name)
        if match is None:
            yield NodeChange("added", new.kind(name), None, name, new.title(name, lang))
        elif (change := _changed(old, new, matches, match, lang)) is not None:
            yield change
    for name in old.nodes:
        if name not in matches.by_old:
            heirs = tuple(dict.fromkeys(matches.heirs.get(name, ())))
            yield NodeChange("removed", old.kind(name), name, None, old.title(name, lang), heirs=heirs)


def _changed(old: Side, new: Side, matches: Matches, match: Match, lang: str) -> NodeChange | None:
    """Give what changed in a node that both plans have, if anything."""
    before, after = old.record(match.old), new.record(match.new)
    fields = changed_fields(before, after, (old.plan.language.lower(), new.plan.language.lower()))
    numbers = getattr(before, "number", None), getattr(after, "number", None)
    number = numbers if numbers[0] != numbers[1] else None
    moved = _moved(old, new, matches, match)
    renamed = match.old != match.new and not _made(old, match.old)
    if not (fields or number or moved or renamed):
        return None
    return NodeChange(
        "changed",
        new.kind(match.new),
        match.old,
        match.new,
        new.title(match.new, lang),
        matched=match.how,
        score=match.score if match.how == "likeness" else None,
        reworded=any(one.field == "title" for one in fields),
        moved=moved,
        number=number,
        fields=fields,
    )


def _moved(old: Side, new: Side, matches: Matches, match: Match) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Give what a node belonged to and belongs to, where it left something and came to something."""
    before = dict.fromkeys(map(matches.renamed, old.parents(match.old)))
    after = dict.fromkeys(new.parents(match.new))
    left = tuple(one for one in before if one not in after)
    reached = tuple(one for one in after if one not in before)
    return (left, reached) if left and reached else None


def _made(side: Side, name: str) -> bool:
    """Say whether nobody wrote a node's id: then another is no change that anybody made."""
    reading = side.plan.reading
    return side.kind(name) == "Precondition" or (reading is not None and name in reading.made)
