"""A plan's explorer: reads, lints, lays out and draws in one go."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan

__all__ = ["ExplorerPage", "view"]


class ExplorerPage(str):
    """The explorer's page; a notebook shows it in a frame of its own, which can't touch the notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Put the page into a frame that may run its own scripts and save files, and nothing else."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads" allow="clipboard-write" '
            'style="width: 100%; height: 720px; border: 1px solid #c6c8c4; border-radius: 6px" '
            f'srcdoc="{escape(self, quote=True)}"></iframe>'
        )


def view(plan: Plan, *, report: Report | None = None, lang: str | None = None, **options: Any) -> ExplorerPage:
    """Give the explorer of a plan as one HTML page that works offline, and that a notebook shows as it is.

    Args:
        plan: The plan; those that it follows up are shown with it.
        report: Its findings, if they are at hand; else it is linted in both languages.
        lang: The language that the page opens in; by default the plan's.
        options: ``title``, ``focus``, ``depth``, ``kinds``, ``layout``, ``theme``, ``audience``: see
            :func:`sdggraph.view.explorer.explorer_html`.
    """
    from sdggraph.view.explorer import explorer_html

    return ExplorerPage(explorer_html(plan, report, lang=lang, **options))
