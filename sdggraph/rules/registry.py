"""All rules, by code, in the order of their codes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import words
from sdggraph.rules.families import (
    actions,
    balance,
    benefits,
    codes,
    interactions,
    measured,
    measurement,
    method,
    participation,
    plans,
    pursued,
    reading,
    review,
    structure,
    target_values,
    thread,
    wording,
)
from sdggraph.rules.rule import Rule
from sdggraph.rules.rule_names import rule_near

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["ALL_RULES", "FAMILIES", "rule_named"]

FAMILIES: tuple[ModuleType, ...] = (
    codes,
    reading,
    structure,
    method,
    plans,
    review,
    thread,
    measured,
    pursued,
    actions,
    measurement,
    target_values,
    balance,
    participation,
    benefits,
    interactions,
    wording,
)


def _declared(module: ModuleType) -> list[Rule]:
    """Give a module's rules, each named for its variable."""
    return [
        replace(value, name=variable.replace("_", "-"))
        for variable, value in vars(module).items()
        if isinstance(value, Rule)
    ]


ALL_RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted((rule for family in FAMILIES for rule in _declared(family)), key=lambda rule: rule.code)
}
"""Every rule by its code."""


def rule_named(asked: str) -> Rule:
    """Give a rule by its code (``SDG201``, ``201``) or name (``strategy-reaches-goal``).

    Raises:
        NotFoundError: There is no such rule, with the one that was probably meant.
    """
    wanted = asked.strip()
    for code in (wanted.upper(), f"SDG{wanted}"):
        if code in ALL_RULES:
            return ALL_RULES[code]
    by_name = {rule.name: rule for rule in ALL_RULES.values()}
    if wanted.casefold() in by_name:
        return by_name[wanted.casefold()]
    close = rule_near(wanted, ALL_RULES)
    hint = words(f"did you mean {close}?", f"mente du {close}?") if close else None
    raise NotFoundError(words(f"there is no rule “{wanted}”", f"det finnes ingen regel «{wanted}»"), hint=hint)
