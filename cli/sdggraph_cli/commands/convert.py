"""``sdggraph convert``: a plan in another format."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import say
from sdggraph_cli.options import as_of_option, force_option, lang_option, quiet_option

if TYPE_CHECKING:
    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan

__all__ = ["command"]

_FORMATS = (
    "yaml",
    "json",
    "turtle",
    "json-ld",
    "n-triples",
    "trig",
    "n-quads",
    "rdf-xml",
    "workbook",
    "method-table",
    "csv",
    "tsv",
    "graphml",
    "gexf",
    "node-link",
    "cytoscape",
    "dot",
    "mermaid",
)
_RDF_FORMATS = ("turtle", "json-ld", "n-triples", "trig", "n-quads", "rdf-xml")


@click.command(
    "convert",
    help=say(
        "Turn a plan or table into another format: .yaml, .json, .ttl (Turtle), .jsonld, "
        ".nt, .trig, .nq, .rdf (other syntaxes of RDF), .xlsx (a workbook with a "
        "sheet for each section), .csv or .tsv (the method table; --to method-table makes it an .xlsx); or a graph: "
        ".graphml, .gexf, .cyjs (Cytoscape), .dot (Graphviz), .mmd (Mermaid), or JSON by --to node-link.\n\n"
        "SOURCE and TARGET may be - for standard input and output; then --from and --to say the formats.",
        "Gjør en plan eller tabell om til et annet format: .yaml, .json, .ttl (Turtle), .jsonld, "
        ".nt, .trig, .nq, .rdf (andre syntakser for RDF), .xlsx (en arbeidsbok "
        "med ett ark for hver del), .csv eller .tsv (metodetabellen; --to method-table gir den som .xlsx); "
        "eller en graf: .graphml, .gexf, .cyjs (Cytoscape), .dot (Graphviz), .mmd (Mermaid), "
        "eller JSON med --to node-link.\n\n"
        "INNFIL og UTFIL kan være - for standard inn og ut; da sier --from og --to formatene.",
    ),
)
@click.argument("source")
@click.argument("target", default="-")
@click.option(
    "--to",
    "form",
    type=click.Choice(_FORMATS),
    help=say("The format, if the name doesn't say it.", "Formatet, om navnet ikke sier det."),
)
@click.option(
    "--from",
    "source_form",
    type=click.Choice(_RDF_FORMATS),
    help=say(
        "The syntax of RDF, if SOURCE's name doesn't say it.", "RDF-syntaksen, om navnet på INNFIL ikke sier den."
    ),
)
@click.option(
    "--stdin-filename",
    metavar=say("NAME", "NAVN"),
    help=say("What standard input is called.", "Det standard inn heter."),
)
@click.option(
    "--dcat",
    is_flag=True,
    help=say(
        "Describe the written file as open data, in NAME.dcat.ttl beside it.",
        "Beskriv filen som åpne data, i NAVN.dcat.ttl ved siden av.",
    ),
)
@click.option(
    "--licence",
    metavar=say("NAME|IRI", "NAVN|IRI"),
    help=say(
        "With --dcat: cc-by-4.0, nlod-2.0, cc0-1.0 or an address.",
        "Med --dcat: cc-by-4.0, nlod-2.0, cc0-1.0 eller en adresse.",
    ),
)
@click.option(
    "--published-at",
    metavar="URL",
    help=say("With --dcat: the folder in which the file will be found.", "Med --dcat: mappen der filen blir å finne."),
)
@as_of_option
@force_option
@quiet_option
@lang_option
def command(  # one parameter an option
    source: str,
    target: str,
    form: str | None,
    source_form: str | None,
    stdin_filename: str | None,
    dcat: bool,
    licence: str | None,
    published_at: str | None,
    as_of: dt.date | None,
    force: bool,
    quiet: bool,
    lang: str | None,
) -> None:
    """Read, write, and say what could not be read."""
    from sdggraph.app.convert import convert_plan, format_of, read_source
    from sdggraph.io.bytes_out import in_portions, write_whole
    from sdggraph_cli.kept_inputs import keep_inputs

    if (dcat and target == "-") or (not dcat and (licence or published_at)):
        raise click.UsageError(
            say(
                "--dcat needs a TARGET that is a file; --licence and --published-at need --dcat",
                "--dcat krever en UTFIL som er en fil; --licence og --published-at krever --dcat",
            )
        )
    wanted = form or ("yaml" if target == "-" else format_of(target))
    plan = read_source(source, source_form, stdin_filename)
    keep_inputs(target, source, plan)
    written, notes = convert_plan(plan, wanted)
    if target == "-":
        for piece in [written] if isinstance(written, (str, bytes)) else in_portions(written):
            click.echo(piece, nl=False)
    else:
        file = write_whole(target, written, overwrite=force)
        files = [file]
        if dcat:
            from sdggraph.app.describe import describe_file, description_beside

            day = as_of or dt.datetime.now(tz=dt.UTC).astimezone().date()
            text, missing = describe_file(plan, file, wanted, as_of=day, licence=licence, published_at=published_at)
            files.append(write_whole(description_beside(file), text, overwrite=force))
            notes += missing
        if not quiet:
            for one in files:
                click.echo(say(f"wrote {one}", f"skrev {one}"))
    if not quiet:
        _say_what_is_left(plan, stdin_filename if source == "-" and stdin_filename else source, notes)


def _say_what_is_left(plan: Plan, source: str, notes: tuple[Words, ...]) -> None:
    """Say on standard error what the format had no room for, and what could not be read."""
    for note in notes:
        click.echo(say(note["en"], note["nb"]), err=True)
    number = len(plan.reading.findings) if plan.reading else 0
    if number:
        click.echo(
            say(
                f"{number} things in {source} were repaired or left out; `sdggraph lint {source}` shows them",
                f"{number} ting i {source} er rettet eller utelatt; `sdggraph lint {source}` viser dem",
            ),
            err=True,
        )
