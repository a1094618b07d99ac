"""Compares two plans, or two versions of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.fields import changed_header
from sdggraph.analysis.comparison.findings import finding_changes
from sdggraph.analysis.comparison.matching import matched
from sdggraph.analysis.comparison.nodes import node_changes
from sdggraph.analysis.comparison.records import Comparison, Version
from sdggraph.analysis.comparison.relations import relation_changes
from sdggraph.analysis.comparison.side import Side
from sdggraph.analysis.comparison.threads import thread_changes
from sdggraph.base.collector import collector_paused
from sdggraph.lint.run import lint, message_language
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan

__all__ = ["diff"]


@collector_paused()
def diff(
    old: Plan,
    new: Plan,
    *,
    lang: str | None = None,
    reports: tuple[Report, Report] | None = None,
    names: tuple[str, str] | None = None,
) -> Comparison:
    """Compare two plans: what came, went, moved and was reworded, and which threads broke or were mended.

    Nodes are matched by id, then by what they say that they replace, then by likeness of their titles. Plans with
    different ids are compared by their nodes' local ids.

    Args:
        old: The earlier plan.
        new: The later one.
        lang: The language of titles and messages; by default the later plan's own, else English.
        reports: What the linter says of each; by default both are linted without settings.
        names: What the two files are called; by default as they were read.
    """
    chosen = lang or message_language([new])
    before, after = Side.of(old), Side.of(new)
    matches = matched(before, after)
    said = reports or (lint(old, lang=chosen), lint(new, lang=chosen))
    called = names or (_file(old), _file(new))
    nodes = tuple(node_changes(before, after, matches, chosen))
    moves = {(one.name, end) for one in nodes for ends in one.moved or () for end in ends}
    return Comparison(
        _version(old, called[0], chosen),
        _version(new, called[1], chosen),
        chosen,
        changed_header(old, new),
        nodes,
        tuple(relation_changes(before, after, matches, moves, chosen)),
        tuple(thread_changes(before, after, matches, chosen)),
        tuple(finding_changes(before, after, matches, *said)),
        len(matches.by_new),
    )


def _file(plan: Plan) -> str:
    return plan.reading.name if plan.reading else ""


def _version(plan: Plan, name: str, lang: str) -> Version:
    return Version(plan.id, in_language(plan.title, lang, plan.language) or plan.id, name)
