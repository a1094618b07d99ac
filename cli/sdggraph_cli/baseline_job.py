"""``--write-baseline``, ``--baseline`` and ``--prune``: what is known already, in a file beside the plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sdggraph.base.words import pick, words
from sdggraph.io.bytes_out import write_whole
from sdggraph.lint.baseline import Baseline, read_baseline
from sdggraph_cli.counts import counted
from sdggraph_cli.lint_job import check_output

if TYPE_CHECKING:
    from sdggraph.base.words import Words
    from sdggraph.lint.config import Configuration
    from sdggraph.lint.report import Report
    from sdggraph_cli.lint_options import Asked

__all__ = ["without_known"]


def without_known(report: Report, asked: Asked, configuration: Configuration) -> Report:
    """Write or prune the baseline as asked, and give the report without what it knows."""
    if asked.write_baseline:
        check_output(asked.write_baseline, report)
        baseline = Baseline.of(report)
        baseline.name = asked.write_baseline
        write_whole(asked.write_baseline, baseline.to_json())
        found = counted("finding", sum(baseline.known.values()), report.lang)
        said = words(f"{asked.write_baseline} now knows {found}", f"{asked.write_baseline} kjenner nå {found}")
        _tell(said, report, asked)
        return baseline.applied(report)
    baseline = read_baseline(asked.baseline or "")
    if asked.prune:
        _prune(baseline, report, asked, configuration)
    return baseline.applied(report)


def _prune(baseline: Baseline, report: Report, asked: Asked, configuration: Configuration) -> None:
    pruned = baseline.pruned(report, configuration.ran())
    gone = sum(baseline.known.values()) - sum(pruned.known.values())
    if gone:
        write_whole(baseline.name, pruned.to_json())
    found = counted("finding", gone, report.lang)
    said = words(
        f"{found} taken out of {baseline.name}: no longer there", f"{found} er tatt ut av {baseline.name}: borte nå"
    )
    if not gone:
        said = words(f"{baseline.name} knows nothing that is gone", f"{baseline.name} kjenner ikke noe som er borte")
    _tell(said, report, asked)


def _tell(said: Words, report: Report, asked: Asked) -> None:
    if not asked.quiet:
        click.echo(pick(said, report.lang), err=True)
