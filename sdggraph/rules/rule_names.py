"""Rules as people write them: by code, digits, name or the beginning of several codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.nearby import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.rules.rule import Rule

__all__ = ["code_meant", "codes_in", "rule_near"]

_AT_A_TIME = 60


def code_meant(written: str, rules: Mapping[str, Rule]) -> str | None:
    """Give the code, or the beginning of several, that a code, its digits, its beginning or a name stands for."""
    wanted = written.strip()
    for code in (wanted.upper(), f"SDG{wanted}"):
        if code and any(one.startswith(code) for one in rules):
            return code
    return next((code for code, rule in rules.items() if rule.name == wanted.casefold()), None)


def rule_near(written: str, rules: Mapping[str, Rule]) -> str:
    """Give the code or name of the rule that was probably meant; an empty text if none is near.

    A few names at a time are compared one by one, which finds more than the search that is made for thousands.
    """
    names = [*rules, *(rule.name for rule in rules.values())]
    winners = [
        close
        for first in range(0, len(names), _AT_A_TIME)
        for wanted in (written.upper(), written.casefold())
        for close in nearest(wanted, names[first : first + _AT_A_TIME])
    ]
    for wanted in (written.upper(), written.casefold()):
        for close in nearest(wanted, winners[:_AT_A_TIME]):
            return close
    return ""


def codes_in(text: str) -> list[str]:
    """Take a list with commas or spaces apart."""
    return text.replace(",", " ").split()
