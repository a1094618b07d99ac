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
from sdggraph.lint.suppress import Suppression, whole_plan
from sdggraph.model.codes import node_id

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.places import FieldPath, Place
    from sdggraph.lint.config_values import Problem
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["PlanSection", "read_section"]

_ENTRY = ("rule", "node", "reason")
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
        entries, codes = self._entries(section)
        table = {**section, **({"ignore": codes} if entries else {})}
        settings = self.reader.settings(table)
        suppressions = [self._suppression(number, entry, section.at) for number, entry in entries.items()]
        for problem in self.reader.problems:
            self._note(problem, records, section.at)
        kept = tuple(one for one in suppressions if one is not None)
        return PlanSection(settings, kept, tuple(records.findings), place)

    def _entries(self, section: Mapping) -> tuple[dict[int, Mapping], list[Any]]:
        """Part the list of what is ignored: findings that are accepted with a reason, and rules that aren't run."""
        listed = section.get("ignore")
        listed = listed if isinstance(listed, list) else [listed]
        entries = {number: one for number, one in enumerate(listed) if isinstance(one, Mapping)}
        return entries, [None if number in entries else one for number, one in enumerate(listed)]

    def _suppression(self, number: int, entry: Mapping, at: int) -> Suppression | None:
        path: FieldPath = ("ignore", number)
        for key in entry:
            if key not in _ENTRY:
                self.reader.unknown(key, _ENTRY, (*path, key))
        if not isinstance(entry.get("rule"), str):
            self.reader.wrong((*path, "rule"), entry.get("rule") or "", words("a rule's code", "koden til en regel"))
            return None
        code = self.reader.code(entry["rule"], (*path, "rule"), whole=True)
        if code is None:
            return None
        node = entry.get("node")
        covered = whole_plan(self.plan.id)
        if isinstance(node, str):
            covered = node if node == self.plan.id or ":" in node else node_id(self.plan.id, node)
        place = TokenOrigin(self.document, at).place((*path, "rule"))
        reason = entry.get("reason")
        said = reason if isinstance(reason, str) else ""
        return Suppression(code, self.plan.id, "settings", place, said, nodes=frozenset({covered}))

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
