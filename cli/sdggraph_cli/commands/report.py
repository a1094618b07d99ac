"""``sdggraph report``: what a plan adds up to, as a document."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sdggraph.base.errors import OutputError
from sdggraph.base.words import words
from sdggraph_cli.language import asked, say
from sdggraph_cli.options import as_of_option, force_option, lang_option, output_option, quiet_option

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.view.report.context import Audience

__all__ = ["command"]


@click.command(
    "report",
    help=say(
        "Write the report of a plan: how much hangs together, what is covered, whether it is on track, where the money "
        "goes, benefits, interactions, and what is missing. One page that works offline; also Markdown, Word and PDF.",
        "Lag rapporten om en plan: hvor mye som henger sammen, hva den dekker, om den er i rute, hvor pengene går, "
        "gevinster, samspill og hva som mangler. Én side som virker uten nett; også Markdown, Word og PDF.",
    ),
)
@click.argument("plan")
@output_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown", "docx", "pdf"]),
    help=say("Form of the report; by default by the name after -o.", "Form på rapporten; ellers etter navnet bak -o."),
)
@click.option(
    "--audience",
    type=click.Choice(["internal", "council", "public"]),
    default="internal",
    help=say(
        "For whom: council and public see gaps in plain words instead of findings with rule codes.",
        "For hvem: council og public ser hull i klartekst i stedet for funn med regelkoder.",
    ),
)
@click.option(
    "--since",
    metavar=say("PLAN", "PLAN"),
    help=say(
        "An earlier plan: the report tells what has changed. By default the plan that this one replaces, if its file "
        "is in the same folder.",
        "En tidligere plan: rapporten sier hva som er endret. Ellers planen som denne erstatter, hvis filen ligger i "
        "samme mappe.",
    ),
)
@click.option("--title", help=say("A title instead of the plan's own.", "En annen tittel enn planens egen."))
@click.option(
    "--scores",
    type=click.Path(path_type=Path),
    help=say(
        "A table of people's scores for the materiality matrix.", "En tabell med vurderinger til vesentlighetsmatrisen."
    ),
)
@click.option(
    "--matrix",
    type=click.Path(path_type=Path),
    help=say("A table of how goals affect each other.", "En tabell over hvordan målene påvirker hverandre."),
)
@as_of_option
@force_option
@quiet_option
@lang_option
def command(
    plan: str,
    output: str | None,
    form: str | None,
    audience: Audience,
    since: str | None,
    title: str | None,
    scores: Path | None,
    matrix: Path | None,
    as_of: dt.date | None,
    force: bool,
    quiet: bool,
    lang: str | None,
) -> None:
    """Write the report."""
    from sdggraph.app.diff_versions import diff_plans
    from sdggraph.app.earlier_plan import replaced_plan
    from sdggraph.app.lint_files import judged
    from sdggraph.io.bytes_out import write_whole
    from sdggraph.io.load import read_plan
    from sdggraph.lint.run import message_language
    from sdggraph.view.report.forms import write_report
    from sdggraph.view.report.make import ReportOptions, report_document
    from sdggraph_cli.kept_inputs import keep_inputs

    chosen = _form(form, output)
    read = read_plan(plan)
    spoken = asked() or message_language([read])
    earlier = read_plan(since) if since is not None else replaced_plan(read)
    keep_inputs(output, read, earlier, scores, matrix)
    compared = diff_plans(earlier, read, lang=spoken) if earlier is not None else None
    options = ReportOptions(spoken, audience, as_of, compared, title, scores, matrix, judged(read, spoken))
    made = write_report(report_document(read, options), chosen)
    suffix = {"markdown": "md"}.get(chosen, chosen)
    target = output or (f"{Path(plan).stem}-{say('report', 'rapport')}.{suffix}" if plan != "-" else "-")
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
        sys.stdout.flush()
        return
    file = write_whole(target, made, overwrite=force or output is not None)
    if not quiet:
        if compared is not None and since is None:
            click.echo(say(f"compared with {compared.old.name}", f"sammenlignet med {compared.old.name}"))
        click.echo(say(f"wrote {file}", f"skrev {file}"))


def _form(form: str | None, output: str | None) -> str:
    """Give the form that was asked for, by its name or by the name of the file.

    Raises:
        OutputError: The file's name asks for no form that there is.
    """
    from sdggraph.view.report.forms import form_of

    if form is not None or output is None or output == "-":
        return form or "html"
    found = form_of(output)
    if found is None:
        raise OutputError(
            words(
                f"{output} is the name of no form of the report", f"{output} er ikke navnet på en form rapporten har"
            ),
            hint=words(
                "end it in .html, .md, .docx or .pdf, or say --format",
                "la det slutte på .html, .md, .docx eller .pdf, eller oppgi --format",
            ),
        )
    return found
