"""What a run of the linter gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Severity, Summary

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.base.grids import Grid
    from sdggraph.base.places import TextFile
    from sdggraph.base.words import Words
    from sdggraph.lint.suppress import Suppressed

__all__ = ["Report", "summary_of"]


def summary_of(diagnostics: Collection[Diagnostic], size: Summary) -> Summary:
    """Count some diagnostics; how much was looked at is taken from ``size``."""
    counts = Counter(one.severity for one in diagnostics)
    return replace(
        size,
        error=counts[Severity.ERROR],
        warning=counts[Severity.WARNING],
        info=counts[Severity.INFO],
        consequences=sum(len(one.consequences) for one in diagnostics),
        fixable=sum(one.fix is not None and one.fix.safe for one in diagnostics),
    )


@dataclass(frozen=True, slots=True)
class Report:
    """The diagnostics of one run, in the order of their places, and how many of each kind there are.

    Attributes:
        diagnostics: What was found and is reported.
        summary: How much was looked at and how much was found.
        files: The texts that were read, by name, for the lines that messages show.
        tables: The tables that were read, by file and sheet.
        lang: The language of the messages.
        suppressed: What was found and isn't reported, because somebody has accepted it.
        crashed: The codes of the rules that could not be run to their end.
        understood: How tables were read, or what wasn't asked of a store, in words.
        plans: The names of the files that were linted, or the ids of plans that weren't read from one.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    summary: Summary = field(default_factory=Summary)
    files: Mapping[str, TextFile] = field(default_factory=dict)
    tables: Mapping[tuple[str, str | None], Grid] = field(default_factory=dict)
    lang: str = "en"
    suppressed: tuple[Suppressed, ...] = ()
    crashed: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    understood: tuple[Words, ...] = ()

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the diagnostics."""
        return max((one.severity for one in self.diagnostics), default=None)

    def of(self, code: str) -> list[Diagnostic]:
        """Give the diagnostics of one rule."""
        return [one for one in self.diagnostics if one.code == code]

    def rows(self) -> list[dict[str, Any]]:
        """Give a flat row for each diagnostic: ``pandas.DataFrame(report.rows())`` is a table of them."""
        place_names = ("file", "line", "column", "sheet", "cell")
        return [
            {
                "severity": one.severity.word,
                "code": one.code,
                "name": one.name,
                "subject": one.subject,
                "message": one.message,
                "help": one.help,
                **{name: getattr(one.place, name, None) for name in place_names},
                "consequences": len(one.consequences),
                "fix": None if one.fix is None else "safe" if one.fix.safe else "unsafe",
            }
            for one in self.diagnostics
        ]

    def to_dict(self) -> dict[str, Any]:
        """Give the report in the stable form of the JSON output."""
        from sdggraph.base.version import VERSION

        names = ("files", "nodes", "edges", "error", "warning", "info", "consequences", "fixable")
        return {
            "version": 1,
            "tool": {"name": "sdggraph", "version": VERSION},
            "summary": {
                **{name: getattr(self.summary, name) for name in names},
                "suppressed": len(self.suppressed),
            },
            "diagnostics": [one.to_dict() for one in self.diagnostics],
        }

    def __str__(self) -> str:
        counts = f"{self.summary.error} errors, {self.summary.warning} warnings, {self.summary.info} infos"
        return "\n".join([*(str(one) for one in self.diagnostics), counts])
