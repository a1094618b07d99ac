"""What must hold: every rule as data, in families."""

from __future__ import annotations

from sdggraph.rules.registry import ALL_RULES, rule_named
from sdggraph.rules.rule import Rule

__all__ = ["ALL_RULES", "Rule", "rule_named"]
