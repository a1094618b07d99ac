"""What changed in the fields of two records of one kind; references are relations, and compared as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.analysis.comparison.records import FieldChange
from sdggraph.model.equality import is_text, record_content
from sdggraph.model.plan import Plan, PlanHeader
from sdggraph.model.relations import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.record import Record

__all__ = ["changed_fields", "changed_header"]

_ELSEWHERE = frozenset({"id", "code", "number", "of", "type", "opportunities", "challenges"})
"""What a node is known by, its number, and what are nodes of their own: each is compared elsewhere."""


def changed_fields(old: Record, new: Record, languages: tuple[str, str]) -> tuple[FieldChange, ...]:
    """Give the fields of two records of one kind that differ; ``languages`` are those of plain texts."""
    if old.__dict__ == new.__dict__ and languages[0] == languages[1]:
        return ()
    kind = type(new).__name__
    others = old.__dict__
    apart = {name for name, value in new.__dict__.items() if languages[0] != languages[1] or others[name] != value}
    apart -= _ELSEWHERE
    before, after = record_content(old, languages[0], apart), record_content(new, languages[1], apart)
    found: list[FieldChange] = []
    for name, field in type(new).model_fields.items():
        one, other = before.get(name), after.get(name)
        if one == other:
            continue
        if (kind, name) in FIELDS:
            if "none" in (one, other):  # `goals: none` is a word, and what it stands for are relations
                found.append(FieldChange(name, _word(one), _word(other)))
            continue
        found += _changes(field.alias or name, one, other, text=is_text(field.annotation))
    return tuple(found)


def changed_header(old: Plan, new: Plan) -> tuple[FieldChange, ...]:
    """Give what changed in two plans' headers."""
    before, after = (_header(plan) for plan in (old, new))
    found: list[FieldChange] = []
    for name, field in PlanHeader.model_fields.items():
        one, other = before.get(name), after.get(name)
        if one != other:
            found += _changes(field.alias or name, one, other, text=is_text(field.annotation))
    return tuple(found)


def _header(plan: Plan) -> dict[str, Any]:
    """Give the content of a plan's header alone; its sections may be long."""
    said = {name: plan.__dict__[name] for name in PlanHeader.model_fields}
    return record_content(Plan.trusted(said), plan.language.lower())


def _word(value: Any) -> Any:
    return value if value == "none" else None


def _changes(name: str, old: Any, new: Any, *, text: bool) -> Iterator[FieldChange]:
    if text:
        before, after = old or {}, new or {}
        for language in dict.fromkeys((*after, *before)):
            if before.get(language) != after.get(language):
                yield FieldChange(name, before.get(language), after.get(language), language)
    elif isinstance(old, tuple | None) and isinstance(new, tuple | None):
        yield FieldChange(name, _without(old, new), _without(new, old), items=True)
    else:
        yield FieldChange(name, old, new)


def _without(items: tuple[Any, ...] | None, others: tuple[Any, ...] | None) -> tuple[Any, ...]:
    """Give the items of a list that the other doesn't have, each as often as it has it more."""
    left: dict[str, int] = {}
    for other in others or ():
        left[repr(other)] = left.get(repr(other), 0) + 1
    kept = []
    for item in items or ():
        if left.get(repr(item), 0):
            left[repr(item)] -= 1
        else:
            kept.append(item)
    return tuple(kept)
