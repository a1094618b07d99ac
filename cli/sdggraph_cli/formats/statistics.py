"""How often each rule was broken, the most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sdggraph_cli.text_report import SEVERITY_WORDS, TextReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.lint.report import Report

__all__ = ["statistics_lines"]


def statistics_lines(report: Report) -> Iterator[str]:
    """Give a line for each rule that was broken, then the summary."""
    from sdggraph.base.words import pick

    counts = Counter(one.code for one in report.diagnostics)
    worst = {one.code: one.severity for one in sorted(report.diagnostics, key=lambda one: one.severity)}
    names = {one.code: one.name for one in report.diagnostics}
    sure = {one.code for one in report.diagnostics if one.fix is not None and one.fix.safe}
    width = len(str(max(counts.values(), default=0)))
    words = {code: pick(SEVERITY_WORDS[level.word], report.lang) for code, level in worst.items()}
    wide = max(map(len, words.values()), default=0)
    for code in sorted(counts, key=lambda code: (-counts[code], code)):
        yield f"{counts[code]:>{width}}  {words[code]:<{wide}}  {code}  {names[code]}{' [*]' if code in sure else ''}"
    if counts:
        yield ""
    yield from TextReport(report).summary()
