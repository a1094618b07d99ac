"""What a message may name of a broken condition: what is missing, how many there are, which other node is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.words import words
from sdggraph.lint.comparing import first_with_same, links_reached, missing_values, untranslated
from sdggraph.model.codes import local_part
from sdggraph.rules.language import AllOf, Between, Covers, Labelled, Not, Reach, Translated, Unique

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.lint.native import NativeEngine
    from sdggraph.rules.language import Condition

__all__ = ["facts_of"]


def facts_of(
    engine: NativeEngine, condition: Condition, node: int, parameters: Mapping[str, Any]
) -> tuple[dict[str, object], set[int]]:
    """Give the values that a message may name, and the nodes that belong to the finding."""
    match condition:
        case AllOf(parts) if any(isinstance(part, Labelled) for part in parts):
            return {"missing": _missing(engine, condition, node, parameters)}, set()
        case Reach(path, to, at_most=most) if most is not None:
            reached = engine.image(path, {node}, parameters) & engine.matching(to, parameters)
            return {"count": len(reached)}, set()
        case Unique():
            other = first_with_same(engine, condition, node, parameters)
            return ({}, set()) if other is None else ({"other": local_part(engine.index.ids[other])}, {other})
        case Covers():
            return {"missing": ", ".join(missing_values(engine, condition, node, parameters))}, set()
        case Translated():
            return {"missing": ", ".join(untranslated(engine.index, condition, node))}, set()
        case Not(Between() as inner):
            links = links_reached(engine, inner, node, parameters)
            return {"links": ", ".join(local_part(engine.index.ids[link]) for link in links)}, set(links)
        case _:
            return {}, set()


def _missing(engine: NativeEngine, condition: AllOf, node: int, parameters: Mapping[str, Any]) -> object:
    lacking = [
        part
        for part in condition.parts
        if isinstance(part, Labelled) and node not in engine.meeting(part, [node], parameters)
    ]
    return words(" or ".join(part.en for part in lacking), " og ".join(part.nb for part in lacking))
