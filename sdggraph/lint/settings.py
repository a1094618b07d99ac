"""What a run of the linter is asked to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from sdggraph.base.diagnostics import Severity
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    Attributes:
        select: Codes or their beginnings (``SDG2``) of the only rules to run; a rule that is off by default is on
            when it is named whole.
        ignore: Codes or their beginnings of rules to leave out.
        severity: Severities that differ from the rules' own, by code.
        parameters: Values of rules' parameters, by code and name.
        profile: ``asker`` or ``strict``, over the plans' own.
        as_of: The date that counts as today.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    profile: str | None = None
    as_of: dt.date | None = None

    def level(self, rule: Rule, plan: Plan, kind: str | None = None) -> Severity | None:
        """Give a rule's severity in a plan; None where the rule is not to run."""
        if any(rule.code.startswith(code) for code in self.ignore):
            return None
        if self.select and not any(rule.code.startswith(code) for code in self.select):
            return None
        if rule.code in self.severity:
            return self.severity[rule.code]
        level = rule.level.of(kind or plan.kind, plan.status, self.profile or plan.profile)
        if level is None and rule.code in self.select:
            return rule.level.of(plan.kind, plan.status, "strict")
        return level

    def values(self, rule: Rule) -> dict[str, Any]:
        """Give the values of a rule's parameters."""
        given = self.parameters.get(rule.code, {})
        values = {name: given.get(name, default.value) for name, default in rule.parameters.items()}
        if values.get("as_of") == "today":
            values["as_of"] = self.as_of or dt.datetime.now(tz=dt.UTC).astimezone().date()
        return values
