"""The work of ``lint --endpoint``: the plans of a store, checked where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import current, say

if TYPE_CHECKING:
    from sdggraph.lint.config import Configuration
    from sdggraph.lint.report import Report
    from sdggraph_cli.lint_options import Asked

__all__ = ["lint_endpoint_job", "write_canary_job"]


def lint_endpoint_job(asked: Asked, configuration: Configuration) -> Report:
    """Lint the plans of a store.

    Raises:
        UsageError: Some options speak of files, which aren't there.
        InputError: The store can't be asked, or can't be believed.
    """
    others = {
        "--fix": asked.fix,
        "--diff": asked.diff,
        "--watch": asked.watch,
        "--baseline": asked.baseline,
        "--write-baseline": asked.write_baseline,
        "--show-settings": asked.show_settings,
    }
    for name, given in others.items():
        if given:
            raise click.UsageError(
                say(f"{name} is for files, not for --endpoint.", f"{name} gjelder filer, ikke --endpoint.")
            )
    from sdggraph.io.rdf.endpoint import Endpoint
    from sdggraph.lint.endpoint import lint_endpoint
    from sdggraph.semantic.queries.dialects import dialect_named

    endpoint = Endpoint(asked.endpoint or "", asked.graphs, asked.timeout)
    settings = configuration.without_plans()
    return lint_endpoint(endpoint, settings, current(), dialect_named(asked.dialect))


def write_canary_job(asked: Asked) -> int:
    """Write the canary with the catalogue."""
    from sdggraph.lint.canary import write_canary

    path = write_canary(asked.write_canary or "")
    if not asked.quiet:
        click.echo(
            say(
                f"{path}: load it into the store, each graph under its own name",
                f"{path}: last den inn i lageret, hver graf under sitt eget navn",
            ),
            err=True,
        )
    return 0
