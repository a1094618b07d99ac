"""Goal hierarchies: from the UN's Sustainable Development Goals to a municipality's strategies and measured results.

Read a plan, lint it, look at it::

    import sdggraph as sg

    plan = sg.read_plan("plan.yaml")
    report = sg.lint(plan)
    graph = sg.PlanGraph.of(plan)

The names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.analysis.benefits import benefits
    from sdggraph.analysis.comparison.compare import diff
    from sdggraph.analysis.coverage import coverage
    from sdggraph.analysis.interactions import interactions
    from sdggraph.analysis.materiality import materiality
    from sdggraph.analysis.money import money
    from sdggraph.analysis.status.overview import Status, status
    from sdggraph.base.diagnostics import Diagnostic, Severity
    from sdggraph.base.errors import ConfigError, InputError, NotFoundError, OutputError, SdgGraphError
    from sdggraph.base.version import VERSION as __version__  # noqa: N811  # the name that Python gives it
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.load import read_plan, read_plans
    from sdggraph.lint.report import Report
    from sdggraph.lint.run import lint
    from sdggraph.lint.settings import Settings
    from sdggraph.model.plan import Plan
    from sdggraph.view.report.make import ReportOptions, report
    from sdggraph.view.show import view

__all__ = [
    "ConfigError",
    "Diagnostic",
    "InputError",
    "NotFoundError",
    "OutputError",
    "Plan",
    "PlanGraph",
    "Report",
    "ReportOptions",
    "SdgGraphError",
    "Settings",
    "Severity",
    "Status",
    "__version__",
    "benefits",
    "coverage",
    "diff",
    "interactions",
    "lint",
    "materiality",
    "money",
    "read_plan",
    "read_plans",
    "report",
    "status",
    "view",
]

_HOMES = {
    "ConfigError": "base.errors",
    "Diagnostic": "base.diagnostics",
    "InputError": "base.errors",
    "NotFoundError": "base.errors",
    "OutputError": "base.errors",
    "Plan": "model.plan",
    "PlanGraph": "graph.plan_graph",
    "Report": "lint.report",
    "ReportOptions": "view.report.make",
    "report": "view.report.make",
    "SdgGraphError": "base.errors",
    "Settings": "lint.settings",
    "Severity": "base.diagnostics",
    "diff": "analysis.comparison.compare",
    "Status": "analysis.status.overview",
    "benefits": "analysis.benefits",
    "coverage": "analysis.coverage",
    "interactions": "analysis.interactions",
    "materiality": "analysis.materiality",
    "money": "analysis.money",
    "lint": "lint.run",
    "status": "analysis.status.overview",
    "view": "view.show",
    "read_plan": "io.load",
    "read_plans": "io.load",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    if name == "__version__":
        from sdggraph.base.version import VERSION

        return VERSION
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"sdggraph.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
