"""What a run of the linter is asked to do."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.diagnostics import Severity
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["Settings", "Switch", "merged"]


class Switch(enum.Enum):
    """What settings say of a rule: nothing, that it is off, as declared, or on whatever is declared."""

    UNSAID = enum.auto()
    OFF = enum.auto()
    DEFAULT = enum.auto()
    ON = enum.auto()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run, or of one of the layers that they are made of.

    Where ``select`` and ``ignore`` both match a rule, the longer beginning counts: ``ignore`` SDG2 and ``select``
    SDG202 leaves 202 on.

    Attributes:
        select: Codes or their beginnings (``SDG2``) of the only rules to run; a rule that is off by default is on
            when it is named whole.
        ignore: Codes or their beginnings of rules to leave out.
        severity: Severities that differ from the rules' own, by code; None turns a rule off, any other on.
        parameters: Values of rules' parameters, by code and name.
        profile: ``asker`` or ``strict``, over the plans' own.
        as_of: The date that counts as today.
        extend_select: Codes or their beginnings of rules that are on besides, also those off by default.
        lang: The language of the messages.
        own: Rules of the user's own.
        headings: Headings of tables, and the columns that they stand for.
        plans: The ids of the only plans that are looked at; None means all.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    profile: str | None = None
    as_of: dt.date | None = None
    extend_select: tuple[str, ...] = ()
    lang: str | None = None
    own: tuple[Rule, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    plans: frozenset[str] | None = None

    def switch(self, code: str) -> Switch:
        """Say what these settings, taken for themselves, make of a rule."""
        if code in self.severity:
            return Switch.OFF if self.severity[code] is None else Switch.ON
        off, on = _longest(code, self.ignore), _longest(code, self.extend_select)
        chosen = _longest(code, self.select)
        if off >= 0 and off >= max(on, chosen):
            return Switch.OFF
        if on >= 0 or chosen == len(code):
            return Switch.ON
        if chosen >= 0:
            return Switch.DEFAULT
        return Switch.OFF if self.select else Switch.UNSAID

    def level(self, rule: Rule, plan: Plan, kind: str | None = None) -> Severity | None:
        """Give a rule's severity in a plan; None where the rule is not to run."""
        if self.plans is not None and plan.id not in self.plans:
            return None
        switch = self.switch(rule.code)
        if switch is Switch.OFF:
            return None
        if rule.code in self.severity:
            return self.severity[rule.code]
        level = rule.level.of(kind or plan.kind, plan.status, self.profile or plan.profile)
        if level is None and switch is Switch.ON:
            return rule.level.of(plan.kind, plan.status, "strict")
        return level

    def values(self, rule: Rule) -> dict[str, Any]:
        """Give the values of a rule's parameters."""
        given = self.parameters.get(rule.code, {})
        values = {name: given.get(name, default.value) for name, default in rule.parameters.items()}
        if values.get("as_of") == "today":
            values["as_of"] = self.as_of or dt.datetime.now(tz=dt.UTC).astimezone().date()
        return values


def _longest(code: str, beginnings: Iterable[str]) -> int:
    return max((len(one) for one in beginnings if code.startswith(one)), default=-1)


def merged(layers: Iterable[Settings], codes: Iterable[str]) -> Settings:
    """Make one of several layers of settings, the uppermost first.

    For each rule the uppermost layer that says anything of it decides whether it is on; severities, parameters,
    profile, date and language are each taken from the uppermost layer that has them.
    """
    stack = list(layers)
    if len(stack) == 1:
        return stack[0]
    off, on = [], []
    for code in codes:
        said = (layer.switch(code) for layer in stack)
        switch = next((one for one in said if one is not Switch.UNSAID), Switch.UNSAID)
        if switch is Switch.OFF:
            off.append(code)
        elif switch is Switch.ON:
            on.append(code)
    severity: dict[str, Severity | None] = {}
    parameters: dict[str, dict[str, Any]] = {}
    for layer in reversed(stack):
        severity.update(layer.severity)
        for code, values in layer.parameters.items():
            parameters.setdefault(code, {}).update(values)
    return Settings(
        ignore=tuple(off),
        extend_select=tuple(on),
        severity={code: level for code, level in severity.items() if level is not None and code not in off},
        parameters=parameters,
        profile=next((layer.profile for layer in stack if layer.profile), None),
        as_of=next((layer.as_of for layer in stack if layer.as_of), None),
        lang=next((layer.lang for layer in stack if layer.lang), None),
        headings={name: column for layer in reversed(stack) for name, column in layer.headings.items()},
        own=tuple(dict.fromkeys(rule for layer in stack for rule in layer.own)),
    )
