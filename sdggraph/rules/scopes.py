"""The plans that several rules apply to."""

from __future__ import annotations

__all__ = ["ACTION_PLANS", "CARRIED_OUT_BY_ACTIONS", "CURRENT", "METHOD_KINDS", "PARTICIPATION_PLANS"]

ACTION_PLANS = ("action", "economic")
"""Handlingsdel and økonomiplan."""

CURRENT = ("draft", "hearing", "adopted")
"""The statuses of a plan that hasn't been replaced."""

CARRIED_OUT_BY_ACTIONS = ("strategy", "community", "action", "economic", "thematic", "other")
"""The plans whose strategies need actions; those of a land-use plan are carried out by zoning and permits."""

PARTICIPATION_PLANS = ("community", "land_use", "thematic")
"""The plans that the law wants made together with the residents."""

METHOD_KINDS = ("community", "strategy")
"""The plans that choose among the goals for the municipality as a whole."""
