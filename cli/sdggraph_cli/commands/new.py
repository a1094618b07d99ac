"""``sdggraph new``: a plan file to begin with."""

from __future__ import annotations

import click

from sdggraph_cli.language import current, say
from sdggraph_cli.options import force_option, lang_option

__all__ = ["command"]


@click.command(
    "new",
    help=say(
        "Begin a plan file, with a short explanation of each part. A name that ends in .xlsx, or --workbook, gives a "
        "workbook to fill in.",
        "Begynn på en planfil, med en kort forklaring av hver del. Et navn som slutter på .xlsx, eller --workbook, gir "
        "en arbeidsbok til å fylle ut.",
    ),
)
@click.argument("file", default="plan.yaml", type=click.Path())
@click.option(
    "--id",
    "plan_id",
    help=say("The plan's id; by default from the file's name.", "Planens id; ellers etter filnavnet."),
)
@click.option(
    "--workbook",
    is_flag=True,
    help=say("A workbook (.xlsx), a sheet for each section.", "En arbeidsbok (.xlsx), med ett ark for hver del."),
)
@force_option
@lang_option
def command(file: str, plan_id: str | None, workbook: bool, force: bool, lang: str | None) -> None:
    """Write the file unless it is there already."""
    from sdggraph.app.new_plan import new_plan, new_workbook
    from sdggraph.io.bytes_out import write_whole

    if workbook and file == "plan.yaml":
        file = "plan.xlsx"
    as_workbook = workbook or file.lower().endswith(".xlsx")
    content = (new_workbook if as_workbook else new_plan)(file, current(), plan_id)
    if file == "-":
        click.echo(content, nl=False)
        return
    written = write_whole(file, content, overwrite=force)
    click.echo(
        say(
            f"wrote {written}; now try: sdggraph lint {written}",
            f"skrev {written}; prøv nå: sdggraph lint {written}",
        )
    )
