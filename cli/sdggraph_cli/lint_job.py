"""The work of ``lint`` and ``fix``: look, mend if asked, print, and say by the exit status how it went."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sdggraph.base.words import pick, words
from sdggraph_cli.counts import counted
from sdggraph_cli.formats import annotated_of, format_of, render, written
from sdggraph_cli.language import asked as asked_lang
from sdggraph_cli.language import say
from sdggraph_cli.options import use_color
from sdggraph_cli.run import complain

if TYPE_CHECKING:
    from sdggraph.app.fix_files import Mending
    from sdggraph.base.errors import InputError
    from sdggraph.base.words import Words
    from sdggraph.lint.config import Configuration
    from sdggraph.lint.report import Report
    from sdggraph_cli.lint_options import Asked

__all__ = ["check_output", "configuration_of", "lint_job", "lint_once"]


def lint_job(asked: Asked) -> int:
    """Do what was asked and give the exit status."""
    if asked.write_canary is not None:
        from sdggraph_cli.endpoint_job import write_canary_job

        return write_canary_job(asked)
    _check(asked)
    if asked.endpoint is not None:
        from sdggraph_cli.endpoint_job import lint_endpoint_job

        report = lint_endpoint_job(asked, configuration_of(asked))
        _give(report, asked)
        return _status(report, asked)
    if asked.watch:
        from sdggraph_cli.watch_job import watch_job

        return watch_job(asked)
    configuration = configuration_of(asked)
    if asked.show_settings:
        return _show_settings(asked, configuration)
    if asked.fix or asked.diff:
        return _mend(asked, configuration)
    unread: list[InputError] = []
    report = lint_once(asked, configuration, unread)
    for error in unread:
        complain(error)
    return 2 if unread else _status(report, asked)


def lint_once(asked: Asked, configuration: Configuration, unread: list[InputError] | None = None) -> Report:
    """Lint, print what is found, write what is to be written, and give the report.

    What of several files can't be read is put into ``unread``; where none can be, nothing is printed.
    """
    from sdggraph.app.lint_files import lint_files

    report = lint_files(
        asked.plans, lang=asked_lang(), configuration=configuration, stdin_name=asked.stdin_filename, unread=unread
    )
    if unread and not report.plans:
        return report
    report = _without_known(report, asked, configuration)
    _give(report, asked)
    return report


def _check(asked: Asked) -> None:
    """Say which options don't go together.

    Raises:
        UsageError: Some don't.
    """
    if (asked.endpoint is None) == (not asked.plans):
        raise click.UsageError(
            say("Name plans, or a store with --endpoint.", "Oppgi planer, eller et lager med --endpoint.")
        )
    if asked.unsafe_fixes and not (asked.fix or asked.diff):
        raise click.UsageError(
            say("--unsafe-fixes goes with --fix or --diff.", "--unsafe-fixes brukes sammen med --fix eller --diff.")
        )
    if asked.write_ids and not (asked.fix or asked.diff):
        raise click.UsageError(
            say("--write-ids goes with --fix or --diff.", "--write-ids brukes sammen med --fix eller --diff.")
        )
    if asked.prune and not asked.baseline:
        raise click.UsageError(say("--prune goes with --baseline.", "--prune brukes sammen med --baseline."))
    if asked.statistics and asked.form != "text":
        raise click.UsageError(say("--statistics is text.", "--statistics er tekst."))
    if asked.watch and ("-" in asked.plans or asked.fix or asked.diff):
        raise click.UsageError(
            say(
                "--watch looks at files, and changes nothing: it doesn't go with -, --fix or --diff.",
                "--watch følger med på filer og endrer ingenting: det går ikke sammen med -, --fix eller --diff.",
            )
        )


def configuration_of(asked: Asked) -> Configuration:
    """Give the settings that are asked for, over those that stand beside the plans."""
    from pathlib import Path

    from sdggraph.lint.config import Configuration
    from sdggraph.lint.settings import Settings
    from sdggraph.rules.rule_names import codes_in

    select, ignore, besides = (
        tuple(code for text in listed for code in codes_in(text))
        for listed in (asked.select, asked.ignore, asked.extend_select)
    )
    settings = Settings(select, ignore, profile=asked.profile, as_of=asked.as_of, extend_select=besides)
    file = Path(asked.config) if asked.config else None
    return Configuration(settings, file, look_around=not asked.isolated, engine=asked.engine)


def _show_settings(asked: Asked, configuration: Configuration) -> int:
    from sdggraph.app.lint_files import plans_of
    from sdggraph_cli.settings_report import settings_lines

    plans = plans_of(asked.plans, stdin_name=asked.stdin_filename, configuration=configuration)
    configuration.begin(plans)
    for line in settings_lines((plan, configuration.of(plan)) for plan in plans):
        click.echo(line)
    return 0


def _without_known(report: Report, asked: Asked, configuration: Configuration) -> Report:
    """Write a baseline if asked, and leave out what one knows."""
    if not (asked.write_baseline or asked.baseline):
        return report
    from sdggraph_cli.baseline_job import without_known

    return without_known(report, asked, configuration)


def _mend(asked: Asked, configuration: Configuration) -> int:
    from sdggraph.app.fix_files import mend_files

    mending = mend_files(
        asked.plans,
        unsafe=asked.unsafe_fixes,
        ids=asked.write_ids,
        lang=asked_lang(),
        configuration=configuration,
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
    report = _without_known(mending.report, asked, configuration)
    _give(report, asked, to_error=to_pipe)
    _say_mended(mending, asked)
    return _status(report, asked)


def _show_diff(mending: Mending, asked: Asked) -> None:
    color = use_color(asked.color, to_terminal=sys.stdout.isatty())
    for line in mending.diff().splitlines(keepends=True):
        shade = None if line.startswith(("---", "+++")) else {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
        click.echo(click.style(line, fg=shade) if color and shade else line, nl=False, color=True)
    _say_mended(mending, asked)


def _say_mended(mending: Mending, asked: Asked) -> None:
    """Say on standard error what was mended, and what was left alone and why."""
    if asked.quiet:
        return
    lang = mending.report.lang
    found = counted("finding", len(mending.mended), lang)
    files = counted("file", len(mending.changed), lang)
    for name, rows in mending.ids.items():
        click.echo(pick(_ids_said(name, rows, lang, only_shown=asked.diff), lang), err=True)
    if not mending.mended:
        said = words("There was nothing to mend", "Det var ingenting å rette")
    elif asked.diff:
        said = words(f"Would mend {found} in {files}", f"Ville rette {found} i {files}")
    else:
        said = words(f"Mended {found} in {files}", f"Rettet {found} i {files}")
    click.echo(pick(said, lang), err=True)
    for left in mending.left:
        click.echo(pick(left, lang), err=True)


def _ids_said(name: str, rows: int, lang: str, *, only_shown: bool) -> Words:
    if not rows:
        return words(f"{name} has all its ids", f"{name} har alle id-ene sine")
    number = counted("row", rows, lang)
    if only_shown:
        return words(f"Would write ids into {number} of {name}", f"Ville skrive id-er i {number} i {name}")
    return words(f"Wrote ids into {number} of {name}", f"Skrev id-er i {number} i {name}")


def _give(report: Report, asked: Asked, *, to_error: bool = False) -> None:
    """Print the report, and write it to the output files."""
    stream = sys.stderr if to_error else sys.stdout
    color = use_color(asked.color, to_terminal=stream.isatty())
    if asked.statistics:
        from sdggraph_cli.formats.statistics import statistics_lines

        shown = "".join(f"{line}\n" for line in statistics_lines(report))
    else:
        shown = render(report, asked.form, fail_on=asked.fail_on, color=color, quiet=asked.quiet)
    click.echo(shown, nl=False, err=to_error, color=True)
    if not (asked.output_files or asked.annotate):
        return
    from sdggraph.io.bytes_out import write_whole

    if asked.annotate:
        check_output(asked.annotate, report)
        write_whole(asked.annotate, _annotated(report))
    for name in asked.output_files:
        check_output(name, report)
        form = asked.output_format or format_of(name) or asked.form
        write_whole(name, written(report, name, form, fail_on=asked.fail_on))


def _annotated(report: Report) -> bytes:
    """Give the one workbook that was linted with the findings in it.

    Raises:
        UsageError: None was, or several were.
    """
    copy = annotated_of(report)
    if copy is None:
        raise click.UsageError(
            say(
                "--annotate needs one workbook (.xlsx or .xlsm) among the plans; --output-file findings.xlsx lists the "
                "findings of any.",
                "--annotate trenger én arbeidsbok (.xlsx eller .xlsm) blant planene; --output-file funn.xlsx lister "
                "funnene i alle.",
            )
        )
    return copy


def check_output(name: str, report: Report) -> None:
    """Keep a slip of the hand from overwriting what was linted.

    Raises:
        UsageError: An output file is one of the files that were read.
    """
    from sdggraph_cli.kept_inputs import keep_inputs

    keep_inputs(name, *report.plans, *report.files, *(file for file, _ in report.tables))


def _status(report: Report, asked: Asked) -> int:
    from sdggraph.base.diagnostics import Severity

    if report.crashed:
        return 2
    if asked.exit_zero:
        return 0
    worst = report.worst
    too_many = asked.max_warnings is not None and report.summary.warning > asked.max_warnings
    return int(too_many or (worst is not None and worst >= Severity[asked.fail_on.upper()]))
