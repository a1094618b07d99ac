"""Settings in a plan's own ``lint:`` section, with the findings that are accepted there and the reasons.

::

    lint:
      as_of: 2026-01-01
      ignore:
        - SDG105                                  # the rule isn't run for this plan
        - {rule: SDG202, node: s7, reason: Measured by the county}
        - {rule: SDG301, reason: Units follow in the action plan}    # all that it finds in the plan
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import words
from sdggraph.io.document import Document, Mapping, TokenOrigin
from sdggraph.io.record_reader import RecordReader
from sdggraph.lint.config_values import KEYS, TableReader
from sdggraph.lint.settings import Settings
from sdggraph.lint.suppress_settings import suppression_of

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.places import Place
    from sdggraph.lint.config_values import Problem
    from sdggraph.lint.suppress import Suppression
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["PlanSection", "read_section"]

_YAML_KEYS = tuple(key.replace("-", "_") for key in KEYS)


@dataclass(frozen=True, slots=True)
class PlanSection:
    """What a plan's ``lint:`` section says, where it stands, and what is wrong with it."""

    settings: Settings = field(default_factory=Settings)
    suppressions: tuple[Suppression, ...] = ()
    findings: tuple[Finding, ...] = ()
    place: Place | None = None


def read_section(plan: Plan, rules: AnyMapping[str, Rule]) -> PlanSection:
    """Read a plan's ``lint:`` section; what can't be understood is found and left out, the rest counts."""
    section = plan.reading.settings if plan.reading is not None else None
    if not section or plan.reading is None:
        return PlanSection()
    document = getattr(plan.reading.origins.get(plan.id), "document", None)
    if not isinstance(document, Document):
        return PlanSection()
    return _Section(plan, document, TableReader(rules)).read(section)


@dataclass(slots=True)
class _Section:
    plan: Plan
    document: Document
    reader: TableReader

    def read(self, section: Any) -> PlanSection:
        root = self.document.root.at
        records = RecordReader(self.document, subject=self.plan.id)
        place = TokenOrigin(self.document, root).key_place(("lint",))
        if not isinstance(section, Mapping):
            records.wrong(root, ("lint",), words("settings by name", "innstillinger etter navn"))
            return PlanSection(findings=tuple(records.findings), place=place)
        settings = self.reader.settings(section)
        for problem in self.reader.problems:
            self._note(problem, records, section.at)
        origin = TokenOrigin(self.document, section.at)
        suppressions = tuple(
            suppression_of(one, self.plan.id, origin.place((*one.path, "rule"))) for one in self.reader.accepted
        )
        return PlanSection(settings, suppressions, tuple(records.findings), place)

    def _note(self, problem: Problem, records: RecordReader, at: int) -> None:
        if problem.expected is None:
            known = _YAML_KEYS if len(problem.path) == 1 else problem.known
            records.unknown_key(problem.found, known, at, problem.path[:-1])
        else:
            records.note(
                "SDG010",
                at,
                problem.path,
                on_key=problem.on_key,
                variant="meant" if problem.meant else None,
                expected=problem.expected,
                found=problem.found,
                meant=problem.meant,
            )
