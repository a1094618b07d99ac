"""The explorer: a plan's goal hierarchy as one HTML file that opens at once, anywhere, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan
    from sdggraph.view.payload import Payload

__all__ = ["Audience", "Layout", "Theme", "explorer_html"]

Layout = Literal["columns", "organic", "matrix", "list"]
Theme = Literal["auto", "light", "dark"]
Audience = Literal["internal", "council", "public"]

_VIEWS = {"columns": "columns", "organic": "free", "matrix": "matrix", "list": "list"}
_CHOICES = {"layout": tuple(_VIEWS), "theme": ("auto", "light", "dark"), "audience": ("internal", "council", "public")}


def explorer_html(  # noqa: PLR0913  # the page's options, all by keyword
    source: Plan | PlanGraph | Payload,
    reports: Report | Sequence[Report] | None = None,
    *,
    lang: str | None = None,
    title: str | None = None,
    focus: str | None = None,
    depth: int | None = None,
    kinds: Collection[str] | None = None,
    layout: Layout = "columns",
    theme: Theme = "auto",
    audience: Audience = "internal",
) -> str:
    """Give the explorer of a plan as one complete HTML page.

    Args:
        source: A plan, or its graph, or the page's payload as it stands.
        reports: The plan's diagnostics, in one language or several; if left out, the plan is linted in both.
        lang: The language that the page opens in; default the plan's.
        title: A title instead of the plan's own.
        focus: The node whose thread the page opens on: its id, local id, code or number.
        depth: How many steps of that thread are shown; default all.
        kinds: The node kinds that are shown; default all.
        layout: The view that the page opens in.
        theme: The colours; ``auto`` follows the reader's system.
        audience: ``internal`` shows findings; ``council`` and ``public`` show gaps in plain words only.

    Raises:
        ValueError: A layout, theme or audience that there is not.
        NotFoundError: A node or kind that there is not.
    """
    from sdggraph.view.choices import find_focus, find_kinds
    from sdggraph.view.explorer.page import assemble

    for name, value in (("layout", layout), ("theme", theme), ("audience", audience)):
        if value not in _CHOICES[name]:
            raise ValueError(f"{name} is one of {', '.join(_CHOICES[name])}, not {value!r}")
    payload = _payload(source, reports, lang)
    return assemble(
        payload,
        {
            "lang": lang or payload.lang,
            "title": title,
            "focus": find_focus(payload, focus) if focus else None,
            "depth": depth or None,
            "kinds": find_kinds(kinds) if kinds is not None else None,
            "view": _VIEWS[layout],
            "theme": theme,
            "audience": audience,
        },
    )


def _payload(
    source: Plan | PlanGraph | Payload, reports: Report | Sequence[Report] | None, lang: str | None
) -> Payload:
    from sdggraph.view.payload import Payload

    if isinstance(source, Payload):
        return source
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.view.from_graph import payload_of

    graph = source if isinstance(source, PlanGraph) else PlanGraph.of(source)
    if reports is None:
        from sdggraph.base.words import LANGUAGES
        from sdggraph.lint.run import lint

        reports = [lint(graph.plans[:1], lang=one) for one in LANGUAGES]
    return payload_of(graph, reports, lang=lang)
