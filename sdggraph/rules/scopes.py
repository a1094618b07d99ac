"""The plans that several rules apply to."""

from __future__ import annotations

__all__ = ["ACTION_PLANS", "CURRENT", "METHOD_KINDS", "PARTICIPATION_PLANS"]

ACTION_PLANS = ("action", "economic")
"""Handlingsdel and økonomiplan."""

CURRENT = ("draft", "hearing", "adopted")
"""The statuses of a plan that hasn't been replaced."""

PARTICIPATION_PLANS = ("community", "land_use", "thematic")
"""The plans that the law wants made together with the residents."""

METHOD_KINDS = ("community", "strategy")
"""The plans that choose among the goals for the municipality as a whole."""
