"""``lint --watch``: lints again whenever a plan or anything it is made of changes, until Ctrl-C."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sdggraph.app.watch import Watcher
from sdggraph.base.errors import SdgGraphError
from sdggraph_cli.language import current, say
from sdggraph_cli.lint_job import configuration_of, lint_once

if TYPE_CHECKING:
    from pathlib import Path

    from sdggraph_cli.lint_options import Asked

__all__ = ["watch_job"]


def watch_job(asked: Asked, watcher: Watcher | None = None) -> int:
    """Lint, wait for a change, and lint again; Ctrl-C ends it with 0."""
    written = [*asked.output_files, *([asked.write_baseline] if asked.write_baseline else [])]
    watcher = watcher or Watcher(asked.plans, without=written)
    changed: list[Path] = []
    try:
        while True:
            if sys.stdout.isatty():
                click.clear()
            if changed and not asked.quiet:
                names = ", ".join(str(path) for path in changed[:3])
                click.echo(say(f"Changed: {names}\n", f"Endret: {names}\n"), err=True)
            _look(asked, watcher)
            if not asked.quiet:
                click.echo(say("\nWatching; Ctrl-C ends it", "\nFølger med; Ctrl-C avslutter"), err=True)
            changed = watcher.wait()
    except KeyboardInterrupt:
        click.echo(err=True)
        return 0


def _look(asked: Asked, watcher: Watcher) -> None:
    """Lint once; a file that can't be read while somebody works on it is said, and no reason to stop."""
    configuration = configuration_of(asked)
    try:
        report = lint_once(asked, configuration)
    except SdgGraphError as error:
        click.echo(error.message(current()), err=True)
    else:
        watcher.also(report.files)
    watcher.also(file.name for file in configuration.files)
