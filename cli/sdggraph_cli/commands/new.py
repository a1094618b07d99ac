"""``sdggraph new``: a plan file to begin with."""

from __future__ import annotations

import click

from sdggraph_cli.language import current, say
from sdggraph_cli.options import force_option, lang_option

__all__ = ["command"]


@click.command(
    "new",
    help=say(
        "Begin a plan file, with a short explanation of each part.",
        "Begynn på en planfil, med en kort forklaring av hver del.",
    ),
)
@click.argument("file", default="plan.yaml", type=click.Path())
@click.option(
    "--id",
    "plan_id",
    help=say("The plan's id; by default from the file's name.", "Planens id; ellers etter filnavnet."),
)
@force_option
@lang_option
def command(file: str, plan_id: str | None, force: bool, lang: str | None) -> None:
    """Write the file unless it is there already."""
    from sdggraph.app.new_plan import new_plan
    from sdggraph.io.bytes_out import write_whole

    text = new_plan(file, current(), plan_id)
    if file == "-":
        click.echo(text, nl=False)
        return
    written = write_whole(file, text, overwrite=force)
    click.echo(
        say(
            f"wrote {written}; now try: sdggraph lint {written}",
            f"skrev {written}; prøv nå: sdggraph lint {written}",
        )
    )
