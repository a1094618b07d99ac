"""``sdggraph demo``: the main job, from a real spreadsheet to an explorer."""

from __future__ import annotations

import sys

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import color_option, force_option, lang_option, quiet_option, use_color

__all__ = ["command"]


@click.command(
    "demo",
    help=say(
        "Run the main job on the Asker 2018 method table: spreadsheet, plan, findings, Turtle, explorer and report.\n\n"
        "The files are written to DIRECTORY (sdggraph-demo).",
        "Kjør hele jobben på Askers metodetabell fra 2018: regneark, plan, funn, Turtle, utforsker og rapport.\n\n"
        "Filene skrives til MAPPE (sdggraph-demo).",
    ),
)
@click.argument("directory", default="sdggraph-demo", type=click.Path(file_okay=False))
@force_option
@quiet_option
@color_option
@lang_option
def command(directory: str, force: bool, quiet: bool, color: str, lang: str | None) -> None:
    """Run the job, print what it found and where the files are."""
    from sdggraph.app.demo import run_demo
    from sdggraph_cli.text_report import TextReport, page_width

    result = run_demo(directory, lang=asked(), force=force)
    painted = use_color(color, to_terminal=sys.stdout.isatty())
    nb = result.report.lang == "nb"
    if not quiet:
        for line in TextReport(result.report, page_width(), painted).lines():
            click.echo(line, color=True)
        click.echo()
    lines = [
        (
            result.table,
            "the method table as Asker had it in 2018",
            "metodetabellen slik Asker hadde den i 2018",
        ),
        (result.files[0], "the same as a plan file", "det samme som planfil"),
        (result.files[1], "the graph as linked data (Turtle)", "grafen som lenkede data (Turtle)"),
        (result.files[2], "the explorer: open it in a browser", "utforskeren: åpne den i nettleseren"),
        (
            result.files[3],
            "the report: what is there, and what is missing",
            "rapporten: hva som er der, og hva som mangler",
        ),
    ]
    width = max(len(str(file)) for file, _, _ in lines)
    for file, english, norwegian in lines:
        click.echo(f"{file!s:<{width}}  {norwegian if nb else english}")
