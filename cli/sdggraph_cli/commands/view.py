"""``sdggraph view``: the explorer of a plan."""

from __future__ import annotations

from pathlib import Path

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import force_option, lang_option, output_option, quiet_option

__all__ = ["command"]


@click.command(
    "view",
    help=say(
        "Write the explorer of a plan: one HTML file that opens in any browser, without a network.",
        "Lag utforskeren for en plan: én HTML-fil som åpnes i alle nettlesere, uten nett.",
    ),
)
@click.argument("plan")
@output_option
@click.option("--open", "open_it", is_flag=True, help=say("Open it in the browser.", "Åpne den i nettleseren."))
@click.option("--title", help=say("A title instead of the plan's own.", "En annen tittel enn planens egen."))
@click.option(
    "--focus",
    metavar="ID",
    help=say("Begin with the thread of this node.", "Begynn med tråden til denne noden."),
)
@click.option(
    "--depth",
    type=click.IntRange(1, 20),
    help=say("How many steps of that thread.", "Hvor mange ledd av tråden."),
)
@click.option(
    "--kinds",
    metavar=say("KINDS", "TYPER"),
    help=say(
        "Show only these kinds of node, with commas: Goal, Target, TargetArea, Objective, Strategy, Indicator …",
        "Vis bare disse nodetypene, med komma: Goal, Target, TargetArea, Objective, Strategy, Indicator …",
    ),
)
@click.option(
    "--layout",
    type=click.Choice(["columns", "organic", "matrix", "list"]),
    default="columns",
    help=say("The first picture.", "Det første bildet."),
)
@click.option("--theme", type=click.Choice(["auto", "light", "dark"]), default="auto", help=say("Colours.", "Farger."))
@click.option(
    "--audience",
    type=click.Choice(["internal", "council", "public"]),
    default="internal",
    help=say(
        "For whom: council and public see no findings, only gaps in plain words.",
        "For hvem: council og public ser ingen funn, bare hull i klartekst.",
    ),
)
@force_option
@quiet_option
@lang_option
def command(  # one parameter an option
    plan: str,
    output: str | None,
    open_it: bool,
    title: str | None,
    focus: str | None,
    depth: int | None,
    kinds: str | None,
    layout: str,
    theme: str,
    audience: str,
    force: bool,
    quiet: bool,
    lang: str | None,
) -> None:
    """Write the page, and open it if asked to."""
    from sdggraph.io.bytes_out import write_whole
    from sdggraph.io.load import read_plan
    from sdggraph.view.show import view
    from sdggraph_cli.kept_inputs import keep_inputs

    read = read_plan(plan)
    keep_inputs(output, read)
    page = view(
        read,
        lang=asked(),
        title=title,
        focus=focus,
        depth=depth,
        kinds=[kind.strip() for kind in kinds.split(",") if kind.strip()] if kinds else None,
        layout=layout,
        theme=theme,
        audience=audience,
    )
    target = output or (f"{Path(plan).stem}.html" if plan != "-" else "-")
    if target == "-":
        click.echo(page, nl=False)
        return
    file = write_whole(target, page, overwrite=force or output is not None)
    if not quiet:
        click.echo(say(f"wrote {file}", f"skrev {file}"))
    if open_it:
        click.launch(str(file))
