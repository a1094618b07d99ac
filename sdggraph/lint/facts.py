"""What a message may name of a broken condition: what is missing, how many there are, which other node is meant."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.base.words import words
from sdggraph.lint.alike import contradictions, first_with_same
from sdggraph.lint.comparing import failing_values, links_reached, missing_values, untranslated
from sdggraph.model.codes import local_part
from sdggraph.rules.language import (
    Agree,
    AllOf,
    Between,
    Compare,
    Covers,
    Labelled,
    Not,
    Reach,
    Translated,
    Unique,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.words import Words
    from sdggraph.lint.native import NativeEngine
    from sdggraph.rules.language import Condition

__all__ = ["facts_of", "shown"]

Facts: TypeAlias = "tuple[dict[str, object], set[int]]"

_MOST = 3


def shown(values: Iterable[Any]) -> Words:
    """Write the first few of some values as messages name them: 75, not 75.0 or 7.5E+1; in Norwegian 4,5."""
    plain = list(dict.fromkeys(_plain(value) for value in values))[:_MOST]
    norwegian = [text.replace(".", ",") if number else text for text, number in plain]
    return words(
        ", ".join(text for text, _ in plain) or "?", ("; " if any(n for _, n in plain) else ", ").join(norwegian) or "?"
    )


def _plain(value: Any) -> tuple[str, bool]:
    return (format(value.normalize(), "f"), True) if isinstance(value, Decimal) else (str(value), False)


def facts_of(engine: NativeEngine, condition: Condition, node: int, parameters: Mapping[str, Any]) -> Facts:
    """Give the values that a message may name, and the nodes that belong to the finding."""
    match condition:
        case AllOf(parts) if any(isinstance(part, Labelled) for part in parts):
            return {"missing": _missing(engine, condition, node, parameters)}, set()
        case AllOf(parts) if all(isinstance(part, Compare) for part in parts):
            compared = (failing_values(engine, part, node, parameters) for part in parts if isinstance(part, Compare))
            return {"failing": shown(value for values in compared for value in values)}, set()
        case Reach(path, to, at_most=most) if most is not None:
            reached = engine.image(path, {node}, parameters) & engine.matching(to, parameters)
            return {"count": len(reached)}, set()
        case Unique() | Agree() | Not(Between()):
            return _others(engine, condition, node, parameters)
        case Covers():
            return {"missing": ", ".join(missing_values(engine, condition, node, parameters))}, set()
        case Translated():
            return {"missing": ", ".join(untranslated(engine.index, condition, node))}, set()
        case _:
            return {}, set()


def _others(engine: NativeEngine, condition: Condition, node: int, parameters: Mapping[str, Any]) -> Facts:
    """Give what a message may name where several nodes break a condition together."""
    ids = engine.index.ids
    match condition:
        case Unique() if (other := first_with_same(engine, condition, node, parameters)) is not None:
            return {"other": local_part(ids[other])}, {other}
        case Agree(by=by, values=names) if node in (found := contradictions(engine, condition, parameters)):
            item, first, who = found[node]
            said = [_value(one, names) for one in (first, item)]
            facts = {"by": getattr(item, by[0]), "one": said[0], "two": said[1]}
            return facts, {who} - {node}
        case Not(Between(ends=ends) as inner):
            links = links_reached(engine, inner, node, parameters)
            pairs = [
                [local_part(ids[end]) for path in ends for end in engine.image(path, {link}, {})] for link in links
            ]
            named = [(" and ".join(pair), " og ".join(pair)) for pair in pairs]
            return {"links": words("; ".join(en for en, _ in named), "; ".join(nb for _, nb in named))}, set(links)
        case _:
            return {}, set()


def _value(item: Any, names: Iterable[str]) -> Words:
    """Write the first value that an item has, an interval by its ends."""
    value = next((found for name in names if (found := getattr(item, name, None)) is not None), None)
    if not isinstance(value, tuple):
        return shown([value])
    ends = [shown(["…" if end is None else end]) for end in value]
    return words(" to ".join(end["en"] for end in ends), " til ".join(end["nb"] for end in ends))


def _missing(engine: NativeEngine, condition: AllOf, node: int, parameters: Mapping[str, Any]) -> object:
    lacking = [
        part
        for part in condition.parts
        if isinstance(part, Labelled) and node not in engine.meeting(part, [node], parameters)
    ]
    return words(" or ".join(part.en for part in lacking), " og ".join(part.nb for part in lacking))
