"""Baselines: what was found in a plan with a history, so that only what is new is reported.

A finding is known again by its rule and its node, never by its line. Where a rule finds several things at one node, the
baseline has how many; more than that are reported.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.base.errors import ConfigError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.lint.report import summary_of
from sdggraph.lint.suppress import Suppressed
from sdggraph.model.codes import natural_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.lint.report import Report

__all__ = ["Baseline", "Identity", "numbered", "read_baseline"]

Identity: TypeAlias = tuple[str, str, int]
"""What a finding is known again by: its node (or file), its rule, and which of several such it is."""

Key: TypeAlias = tuple[str, str]


def numbered(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, Identity]]:
    """Give diagnostics with what each is known again by."""
    seen: Counter[Key] = Counter()
    for one in diagnostics:
        key = _key(one)
        seen[key] += 1
        yield one, (*key, seen[key])


def _key(one: Diagnostic) -> Key:
    file = Path(one.place.file).name if one.place is not None and one.place.file else "-"
    return one.subject or file, one.code


@dataclass(slots=True)
class Baseline:
    """How many findings of each rule at each node are known."""

    known: dict[Key, int] = field(default_factory=dict)
    name: str = ""

    @classmethod
    def of(cls, report: Report) -> Baseline:
        """Take all findings of a report as known, except that a rule stopped."""
        return cls(dict(Counter(_key(one) for one in report.diagnostics if one.code not in report.crashed)))

    def applied(self, report: Report) -> Report:
        """Give the report without what is known, which counts as suppressed."""
        left: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for one, (node, code, number) in numbered(report.diagnostics):
            is_known = number <= self.known.get((node, code), 0) and code not in report.crashed
            (known if is_known else left).append(one)
        summary = summary_of(left, report.summary)
        place = Place(self.name) if self.name else None
        accepted = tuple(Suppressed(one, "baseline", "", place) for one in known)
        return replace(report, diagnostics=tuple(left), summary=summary, suppressed=report.suppressed + accepted)

    def pruned(self, report: Report, ran: Mapping[str, Collection[str]]) -> Baseline:
        """Give the baseline without what is no longer found.

        ``ran`` has the rules that were run, by plan: what wasn't looked for stays.
        """
        found = Counter(_key(one) for one in report.diagnostics)
        kept = {}
        for (node, code), count in self.known.items():
            looked_for = code in ran.get(node.partition(":")[0], ()) and code not in report.crashed
            kept[node, code] = min(count, found[node, code]) if looked_for else count
        return Baseline({key: count for key, count in kept.items() if count}, self.name)

    def to_json(self) -> str:
        """Give the text of a baseline file: one line a node, in a stable order, so that changes are easy to read."""
        by_node: dict[str, dict[str, int]] = {}
        for (node, code), count in sorted(self.known.items(), key=lambda one: (natural_key(one[0][0]), one[0][1])):
            by_node.setdefault(node, {})[code] = count
        lines = [f"    {json.dumps(node, ensure_ascii=False)}: {json.dumps(codes)}" for node, codes in by_node.items()]
        listed = "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
        return f'{{\n  "sdggraph-baseline": 1,\n  "known": {listed}\n}}\n'


def read_baseline(path: str | Path) -> Baseline:
    """Read a baseline file.

    Raises:
        ConfigError: It is no baseline file.
        InputError: It can't be opened.
    """
    from sdggraph.io.bytes_in import read_text

    text = read_text(path)
    try:
        data: Any = json.loads(text)
        if data["sdggraph-baseline"] != 1:
            raise ValueError(data["sdggraph-baseline"])  # noqa: TRY301  # one answer to all that is wrong with it
        known = {
            (str(node), code): int(count) for node, codes in data["known"].items() for code, count in codes.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise ConfigError(
            words("is no baseline file", "er ingen grunnlinjefil"),
            place=Place(str(path), line, 1, line, 1),
            hint=words("write one with --write-baseline FILE", "lag en med --write-baseline FIL"),
        ) from None
    return Baseline(known, str(path))
