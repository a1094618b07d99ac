"""A plan's explorer: reads, lints, lays out and draws in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan

__all__ = ["view"]


def view(plan: Plan, *, report: Report | None = None, lang: str | None = None, **options: Any) -> str:
    """Give the explorer of a plan as one HTML page that works offline.

    Args:
        plan: The plan; those that it follows up are shown with it.
        report: Its findings, if they are at hand; else it is linted in both languages.
        lang: The language that the page opens in; by default the plan's.
        options: ``title``, ``focus``, ``depth``, ``kinds``, ``layout``, ``theme``, ``audience``: see
            :func:`sdggraph.view.explorer.explorer_html`.
    """
    from sdggraph.view.explorer import explorer_html

    return explorer_html(plan, report, lang=lang, **options)
