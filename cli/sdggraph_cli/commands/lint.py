"""``sdggraph lint``: every finding of one or several plans, and the exit status for CI."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import as_of_option, color_option, lang_option, quiet_option, use_color

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.lint.report import Report

__all__ = ["command"]

FORMATS = ("text", "json")


@click.command(
    "lint",
    help=say(
        "Find where the thread from global goal to local strategy to measured result is broken.\n\n"
        "PLANS are plan files, tables or folders; - is standard input. Leaves with 0 if nothing is found at or above "
        "--fail-on, with 1 if something is, with 2 if the input can't be read. Nothing is ever written.",
        "Finn hvor tråden fra globalt mål til lokal strategi til målt resultat er brutt.\n\n"
        "PLANS er planfiler, tabeller eller mapper; - er standard inn. Avslutter med 0 hvis ingenting er funnet fra "
        "--fail-on og opp, med 1 hvis noe er funnet, med 2 hvis noe ikke kan leses. Ingen filer blir endret.",
    ),
)
@click.argument("plans", nargs=-1, required=True, metavar="PLANS...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help=say("Form of the output.", "Form på utskriften."),
)
@click.option(
    "--output-file",
    type=click.Path(),
    help=say("Write the findings to this file.", "Skriv funnene til denne filen."),
)
@click.option(
    "--select",
    help=say(
        "Only these rules: codes or their beginnings, with commas.",
        "Bare disse reglene: koder eller begynnelsen av dem, med komma.",
    ),
)
@click.option("--ignore", help=say("Leave these rules out.", "Utelat disse reglene."))
@click.option(
    "--profile",
    type=click.Choice(["asker", "strict"]),
    help=say("A set of severities: asker, strict.", "Et sett av alvorsgrader: asker, strict."),
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    help=say("From which severity on to leave with 1.", "Fra hvilken alvorsgrad kommandoen avslutter med 1."),
)
@click.option("--stdin-filename", help=say("What standard input is called.", "Hva standard inn skal hete."))
@as_of_option
@quiet_option
@color_option
@lang_option
def command(  # one parameter an option
    plans: tuple[str, ...],
    form: str,
    output_file: str | None,
    select: str | None,
    ignore: str | None,
    profile: str | None,
    fail_on: str,
    stdin_filename: str | None,
    as_of: dt.date | None,
    quiet: bool,
    color: str,
    lang: str | None,  # read before, for the help's language too
) -> int:
    """Lint plans, print what was found, and give the exit status."""
    from sdggraph.app.lint_files import lint_files
    from sdggraph.base.diagnostics import Severity
    from sdggraph.lint.settings import Settings

    settings = Settings(_codes(select), _codes(ignore), profile=profile, as_of=as_of)
    report = lint_files(plans, lang=asked(), settings=settings, stdin_name=stdin_filename)
    to_terminal = output_file is None and sys.stdout.isatty()
    text = render(report, form, color=use_color(color, to_terminal=to_terminal), quiet=quiet)
    if output_file is None:
        click.echo(text, nl=False, color=True)
    else:
        from sdggraph.io.bytes_out import write_whole

        write_whole(output_file, text)
    worst = report.worst
    return int(worst is not None and worst >= Severity[fail_on.upper()])


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


def render(report: Report, form: str, *, color: bool, quiet: bool) -> str:
    """Give a report in a form."""
    if form == "json":
        return json.dumps(report.to_dict(), ensure_ascii=False, indent=2) + "\n"
    from sdggraph_cli.text_report import TextReport, page_width

    text = TextReport(report, page_width(), color)
    lines = list(text.lines())
    if quiet and not report.diagnostics:
        lines = []
    return "".join(f"{line}\n" for line in lines)
