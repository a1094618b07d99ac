"""Lints plans: every rule, over each plan system, to one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.collector import collector_paused
from sdggraph.base.diagnostics import Finding, Severity, Summary
from sdggraph.base.words import LANGUAGES
from sdggraph.lint.engine import run_rules
from sdggraph.lint.finish import diagnostics_of, in_order
from sdggraph.lint.fold import roots
from sdggraph.lint.native import NativeEngine
from sdggraph.lint.references import reference_findings
from sdggraph.lint.report import Report
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import PlanSystem, systems
from sdggraph.model.plan import Plan
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.base.grids import Grid
    from sdggraph.base.places import TextFile

__all__ = ["lint"]


@collector_paused()
def lint(plans: Plan | Iterable[Plan], *, lang: str | None = None, settings: Settings | None = None) -> Report:
    """Check plans against every rule that applies to them.

    Args:
        plans: One plan or several; the plans that they follow up are looked into, and not reported.
        lang: The language of the messages (``en`` or ``nb``); by default the first plan's own, else English.
        settings: Which rules, with which severities and parameters; by default all as they are declared.
    """
    named = [plans] if isinstance(plans, Plan) else list(plans)
    settings = settings or Settings()
    lang = lang or message_language(named)
    diagnostics: list[Diagnostic] = []
    nodes = edges = 0
    for system in systems(named):
        found = list(_found(system, settings))
        diagnostics += _finished(found, system, lang)
        counted = system.index.size()
        nodes, edges = nodes + counted[0], edges + counted[1]
    files: dict[str, TextFile] = {}
    tables: dict[tuple[str, str | None], Grid] = {}
    for plan in named:
        for one in (plan, *(plan.reading.followed if plan.reading else ())):
            files.update(one.reading.files if one.reading else {})
            tables.update(one.reading.tables if one.reading else {})
    names = {plan.reading.name if plan.reading else plan.id for plan in named}
    summary = _summary(diagnostics, len(names), nodes, edges)
    return Report(tuple(in_order(diagnostics)), summary, files, tables, lang)


def message_language(plans: Iterable[Plan]) -> str:
    """Give the language in which a plan's readers expect messages: the plan's own, else English."""
    language = next((plan.language for plan in plans), "en").lower().partition("-")[0]
    return {"nn": "nb", "no": "nb"}.get(language, language if language in LANGUAGES else "en")


def _found(system: PlanSystem, settings: Settings) -> Iterable[tuple[Finding, Severity]]:
    """Give what readers and rules found, with severities; no rule speaks that is silenced by a narrower one."""
    for plan in system.named:
        for finding in plan.reading.findings if plan.reading else ():
            level = _reading_level(finding, plan, settings)
            if level is not None:
                yield finding, level
    by_id = {plan.id: plan for plan in system.named}
    for finding in reference_findings(system):
        plan = by_id[(finding.subject or "").partition(":")[0]]
        level = _reading_level(finding, plan, settings)
        if level is not None:
            yield finding, level
    yield from run_rules(system, ALL_RULES.values(), settings)


def _reading_level(finding: Finding, plan: Plan, settings: Settings) -> Severity | None:
    rule = ALL_RULES[finding.code]
    level = settings.level(rule, plan)
    milder = rule.milder.get(finding.variant or "")
    return min(level, milder) if level is not None and milder is not None else level


def _finished(found: list[tuple[Finding, Severity]], system: PlanSystem, lang: str) -> list[Diagnostic]:
    spoken: dict[str | None, int] = {}
    for finding, _ in found:
        spoken[finding.subject] = spoken.get(finding.subject, 0) + 1
    found = [
        (finding, severity)
        for finding, severity in found
        if not (ALL_RULES[finding.code].yields and spoken[finding.subject] > 1)
    ]
    under = roots([finding for finding, _ in found], ALL_RULES, NativeEngine(system.index), system.index)
    return diagnostics_of(found, under, system, lang)


def _summary(diagnostics: list[Diagnostic], files: int, nodes: int, edges: int) -> Summary:
    counts = {severity: sum(1 for one in diagnostics if one.severity is severity) for severity in Severity}
    return Summary(
        files=files,
        nodes=nodes,
        edges=edges,
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        info=counts[Severity.INFO],
        consequences=sum(len(one.consequences) for one in diagnostics),
        fixable=sum(1 for one in diagnostics if one.fix is not None and one.fix.safe),
    )
