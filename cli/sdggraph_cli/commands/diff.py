"""``sdggraph diff``: what changed from one version of a plan to another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import FORM_HELP, color_option, force_option, lang_option, output_option, use_color

if TYPE_CHECKING:
    from sdggraph.analysis.comparison.records import Comparison

__all__ = ["command"]

_FORMS = ("text", "json", "markdown", "html")
_BY_NAME = {".json": "json", ".md": "markdown", ".html": "html", ".htm": "html"}


@click.command(
    "diff",
    help=say(
        "Show what changed from one plan to another: what came and went, was moved, reworded or renumbered, which "
        "relations were gained and lost, which threads broke or were mended, and which findings are new.\n\n"
        "PLANS are the old and the new file, in any format that is read. With --git it is one file, and the "
        "revisions say which versions: HEAD~1 against the file as it stands, or A..B.",
        "Vis hva som er endret fra en plan til en annen: hva som er kommet til og tatt ut, flyttet, omformulert og "
        "omnummerert, hvilke koblinger som er nye og borte, hvilke tråder som er brutt og knyttet sammen igjen, og "
        "hvilke funn som er nye.\n\n"
        "PLANER er den gamle og den nye filen, i hvilket som helst format som kan leses. Med --git er det én fil, og "
        "versjonene sies der: HEAD~1 mot filen slik den står, eller A..B.",
    ),
)
@click.argument("plans", nargs=-1, required=True)
@click.option(
    "--git",
    "revisions",
    metavar="REV|A..B",
    help=say("Compare versions that git keeps of one file.", "Sammenlign versjoner som git har av én fil."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help=FORM_HELP,
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help=say("Show every change, however many there are.", "Vis alle endringene, uansett hvor mange."),
)
@click.option(
    "--exit-code",
    is_flag=True,
    help=say("Leave with 1 if anything differs, as git diff does.", "Avslutt med 1 om noe er endret, som git diff."),
)
@output_option
@force_option
@color_option
@lang_option
def command(
    plans: tuple[str, ...],
    revisions: str | None,
    form: str | None,
    everything: bool,
    exit_code: bool,
    output: str | None,
    force: bool,
    color: str,
    lang: str | None,
) -> int:
    """Compare, print or write, and give the exit status."""
    import sys
    from pathlib import PurePath

    from sdggraph.app.diff_versions import diff_files, diff_versions
    from sdggraph_cli.kept_inputs import keep_inputs

    wanted = 1 if revisions is not None else 2
    if len(plans) != wanted:
        raise click.UsageError(
            say("diff needs two plans, or one with --git.", "diff trenger to planer, eller én med --git.")
        )
    keep_inputs(output, *plans)
    found = (
        diff_versions(revisions, plans[0], lang=asked())
        if revisions is not None
        else diff_files(plans[0], plans[1], lang=asked())
    )
    written = output not in (None, "-")
    chosen = form or (_BY_NAME.get(PurePath(str(output)).suffix.lower(), "text") if written else "text")
    painted = not written and use_color(color, to_terminal=sys.stdout.isatty())
    text = _formed(found, chosen, color=painted, everything=everything)
    if written:
        from sdggraph.io.bytes_out import write_whole

        click.echo(say(f"wrote {write_whole(str(output), text, overwrite=force)}", f"skrev {output}"), err=True)
    else:
        click.echo(text, nl=False, color=painted)
    return int(exit_code and bool(found))


def _formed(found: Comparison, form: str, *, color: bool, everything: bool) -> str:
    if form == "json":
        return json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n"
    if form == "markdown":
        from sdggraph.view.comparison.markdown import comparison_markdown

        return comparison_markdown(found)
    if form == "html":
        from sdggraph.view.comparison.page import comparison_page

        return comparison_page(found)
    from sdggraph_cli.comparison_report import comparison_lines

    return "\n".join(comparison_lines(found, color=color, everything=everything)) + "\n"
