"""Puts a report together: the sections that a reader needs, in the order in which that reader asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.compare import diff
from sdggraph.analysis.subject import graph_of
from sdggraph.base.version import VERSION
from sdggraph.lint.run import lint, message_language
from sdggraph.model.plan import Plan
from sdggraph.view.report.blocks import Document
from sdggraph.view.report.context import AUDIENCES, Context
from sdggraph.view.report.sections.benefits import benefits
from sdggraph.view.report.sections.changes import changes
from sdggraph.view.report.sections.coverage import coverage
from sdggraph.view.report.sections.findings import findings
from sdggraph.view.report.sections.goals import goal_threads
from sdggraph.view.report.sections.interactions import interactions
from sdggraph.view.report.sections.materiality import materiality
from sdggraph.view.report.sections.method import method
from sdggraph.view.report.sections.money import money
from sdggraph.view.report.sections.participation import participation
from sdggraph.view.report.sections.progress import progress
from sdggraph.view.report.sections.summary import summary

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.lint.report import Report
    from sdggraph.view.report.context import Audience

__all__ = ["ReportOptions", "report", "report_document"]

_INTERNAL = (
    summary, findings, changes, coverage, goal_threads, materiality, progress, money, benefits, interactions,
    participation, method,
)  # fmt: skip
_OPEN = (
    summary, changes, money, progress, goal_threads, coverage, findings, materiality, benefits, interactions,
    participation, method,
)  # fmt: skip
"""Council and public ask first what has changed and where the money goes."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report is asked for.

    Attributes:
        lang: en or nb; by default the plan's language, else English.
        audience: internal has findings with rule codes; council and public have gaps in plain words.
        as_of: The date that counts as today; by default ``lint.as_of``, else today.
        since: An earlier plan to compare with, or how the plan compares with it.
        title: A title instead of the plan's own.
        scores: A table of many people's scores for the materiality matrix.
        matrix: A table of how goals and targets help and hinder each other.
        findings: What the linter says of the plans; by default they are linted without settings.
    """

    lang: str | None = None
    audience: Audience = "internal"
    as_of: dt.date | None = None
    since: Plan | Comparison | None = None
    title: str | None = None
    scores: Path | None = None
    matrix: Path | None = None
    findings: Report | None = None


def report_document(plans: Plan | Iterable[Plan], options: ReportOptions | None = None) -> Document:
    """Make the report of a plan, or several, with what they follow up; the first gives the title.

    Raises:
        ValueError: There is no such audience.
        InputError: One of the tables can't be read.
    """
    asked = options or ReportOptions()
    if asked.audience not in AUDIENCES:
        raise ValueError(f"no such audience: {asked.audience}")
    graph = graph_of(plans)
    named = [plans] if isinstance(plans, Plan) else list(plans)
    lang = asked.lang or message_language(named)
    compared = diff(asked.since, named[0], lang=lang) if isinstance(asked.since, Plan) else asked.since
    found = asked.findings if asked.findings is not None else lint(named, lang=lang)
    context = Context(graph, found, lang, asked.audience, asked.as_of, asked.scores, asked.matrix, compared)
    sections = (make(context) for make in (_OPEN if context.open else _INTERNAL))
    return Document(
        asked.title or context.text(context.plan.title) or context.plan.id,
        _subtitle(context),
        lang,
        tuple(section for section in sections if section is not None),
        tuple(_colophon(context)),
    )


def report(plans: Plan | Iterable[Plan], options: ReportOptions | None = None) -> str:
    """Give the report of a plan, or several, as one HTML page that needs nothing else.

    Raises:
        ValueError: There is no such audience.
        InputError: One of the tables can't be read.
    """
    from sdggraph.view.report.html import report_page

    return report_page(report_document(plans, options))


def _subtitle(context: Context) -> str:
    readers = {
        "internal": context.say("Working report", "Arbeidsrapport"),
        "council": context.say("Report to the council", "Rapport til kommunestyret"),
        "public": context.say("Report to the residents", "Rapport til innbyggerne"),
    }
    day = context.date(context.status.as_of)
    organisation = context.plan.organisation
    owner = context.text(organisation.name) if organisation is not None else ""
    return " · ".join(part for part in (owner, readers[context.audience], day) if part)


def _colophon(context: Context) -> list[str]:
    made = context.say(f"Made with sdggraph {VERSION}.", f"Laget med sdggraph {VERSION}.")
    source = context.plan.reading.name if context.plan.reading is not None and not context.open else ""
    return [f"{made} {context.say('Source', 'Kilde')}: {source}" if source else made]
