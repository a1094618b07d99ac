"""Which findings are new and which are gone: known again by node and rule, as a baseline knows them."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.analysis.comparison.records import FindingChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.matching import Matches
    from sdggraph.analysis.comparison.side import Side
    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.lint.report import Report

__all__ = ["finding_changes"]

_PLAN = ""
_Found: TypeAlias = "list[tuple[tuple[str, str], Diagnostic]]"


def finding_changes(old: Side, new: Side, matches: Matches, before: Report, after: Report) -> Iterator[FindingChange]:
    """Give the findings of the later report that the earlier doesn't have, then those that are gone.

    Where a rule finds several things at one node, they are told apart by how many there are.
    """
    was = [((matches.renamed(name), one.code), one) for name, one in _named(old, before)]
    is_now = [((name, one.code), one) for name, one in _named(new, after)]
    for (node, _), one in _beyond(is_now, was):
        yield FindingChange("new", node, one)
    for (node, _), one in _beyond(was, is_now):
        yield FindingChange("gone", node, one)


def _named(side: Side, report: Report) -> Iterator[tuple[str, Diagnostic]]:
    """Give each diagnostic with its node's name; of the plan itself, and of a file, whatever they are called."""
    numbers = side.system.index.number
    for one in report:
        if one.subject is None:
            yield f"{PurePath(one.place.file or '').suffix if one.place else ''}", one
        elif one.subject == side.plan.id:
            yield _PLAN, one
        else:
            node = numbers.get(one.subject)
            yield side.name(node) if node is not None else one.subject.rpartition(":")[2], one


def _beyond(found: _Found, others: _Found) -> _Found:
    """Give what is found more often than in the other list: the last of each."""
    known = Counter(key for key, _ in others)
    kept = []
    for key, one in found:
        if known[key]:
            known[key] -= 1
        else:
            kept.append((key, one))
    return kept
