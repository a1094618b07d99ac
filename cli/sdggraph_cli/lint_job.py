"""The work of ``lint`` and ``fix``: look, mend if asked, print, and say by the exit status how it went."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sdggraph.base.words import pick, words
from sdggraph_cli.counts import counted
from sdggraph_cli.formats import format_of, render
from sdggraph_cli.language import asked as asked_lang
from sdggraph_cli.language import say
from sdggraph_cli.options import use_color

if TYPE_CHECKING:
    from sdggraph.app.fix_files import Mending
    from sdggraph.lint.report import Report
    from sdggraph.lint.settings import Settings
    from sdggraph_cli.lint_options import Asked

__all__ = ["lint_job"]


def lint_job(asked: Asked) -> int:
    """Do what was asked and give the exit status."""
    if asked.unsafe_fixes and not (asked.fix or asked.diff):
        raise click.UsageError(
            say("--unsafe-fixes goes with --fix or --diff.", "--unsafe-fixes brukes sammen med --fix eller --diff.")
        )
    settings = _settings(asked)
    if asked.fix or asked.diff:
        return _mend(asked, settings)
    from sdggraph.app.lint_files import lint_files

    report = lint_files(asked.plans, lang=asked_lang(), settings=settings, stdin_name=asked.stdin_filename)
    _give(report, asked)
    return _status(report, asked)


def _settings(asked: Asked) -> Settings:
    from sdggraph.lint.settings import Settings

    return Settings(_codes(asked.select), _codes(asked.ignore), profile=asked.profile, as_of=asked.as_of)


def _codes(listed: str | None) -> tuple[str, ...]:
    """Read a list of rule codes, names or beginnings of codes.

    Raises:
        NotFoundError: One of them names no rule.
    """
    from sdggraph.rules.registry import ALL_RULES, rule_named

    codes = []
    for one in (listed or "").replace(" ", ",").split(","):
        wanted = one.strip().upper()
        if wanted:
            begins = any(code.startswith(wanted) for code in ALL_RULES)
            codes.append(wanted if begins else rule_named(one).code)
    return tuple(codes)


def _mend(asked: Asked, settings: Settings) -> int:
    from sdggraph.app.fix_files import mend_files

    mending = mend_files(
        asked.plans,
        unsafe=asked.unsafe_fixes,
        lang=asked_lang(),
        settings=settings,
        stdin_name=asked.stdin_filename,
    )
    if asked.diff:
        _show_diff(mending, asked)
        return int(bool(mending.changed))
    mending.write()
    to_pipe = "-" in asked.plans
    if to_pipe:
        sys.stdout.flush()
        sys.stdout.buffer.write(mending.stdin)
        sys.stdout.flush()
    _give(mending.report, asked, to_error=to_pipe)
    _say_mended(mending, asked)
    return _status(mending.report, asked)


def _show_diff(mending: Mending, asked: Asked) -> None:
    color = use_color(asked.color, to_terminal=sys.stdout.isatty())
    for line in mending.diff().splitlines(keepends=True):
        shade = None if line.startswith(("---", "+++")) else {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
        click.echo(click.style(line, fg=shade) if color and shade else line, nl=False, color=True)
    _say_mended(mending, asked)


def _say_mended(mending: Mending, asked: Asked) -> None:
    """Say on standard error what was mended, and what is never touched."""
    if asked.quiet:
        return
    lang = mending.report.lang
    found = counted("finding", len(mending.mended), lang)
    files = counted("file", len(mending.changed), lang)
    if not mending.mended:
        said = words("There was nothing to mend", "Det var ingenting å rette")
    elif asked.diff:
        said = words(f"Would mend {found} in {files}", f"Ville rette {found} i {files}")
    else:
        said = words(f"Mended {found} in {files}", f"Rettet {found} i {files}")
    click.echo(pick(said, lang), err=True)
    for table in mending.tables:
        said = words(
            f"{table} is a table, and tables are never changed: mend it there",
            f"{table} er en tabell, og tabeller blir aldri endret: rett den der",
        )
        click.echo(pick(said, lang), err=True)


def _give(report: Report, asked: Asked, *, to_error: bool = False) -> None:
    """Print the report, and write it to the output files."""
    stream = sys.stderr if to_error else sys.stdout
    color = use_color(asked.color, to_terminal=stream.isatty())
    click.echo(render(report, asked.form, color=color, quiet=asked.quiet), nl=False, err=to_error, color=True)
    if not asked.output_files:
        return
    from sdggraph.io.bytes_out import write_whole

    for name in asked.output_files:
        write_whole(name, render(report, asked.output_format or format_of(name) or asked.form))


def _status(report: Report, asked: Asked) -> int:
    from sdggraph.base.diagnostics import Severity

    if report.crashed:
        return 2
    worst = report.worst
    return int(worst is not None and worst >= Severity[asked.fail_on.upper()])
