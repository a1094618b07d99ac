"""``sdggraph convert``: a plan in another format."""

from __future__ import annotations

import click

from sdggraph_cli.language import say
from sdggraph_cli.options import force_option, lang_option, quiet_option

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


@click.command(
    "convert",
    help=say(
        "Turn a plan or table into another format: .yaml, .json, .ttl (Turtle), .jsonld, "
        ".nt, .trig, .nq, .rdf (other syntaxes of RDF), .xlsx (a workbook with a "
        "sheet for each section), .csv or .tsv (the method table; --to method-table makes it an .xlsx); or a graph: "
        ".graphml, .gexf, .cyjs (Cytoscape), .dot (Graphviz), .mmd (Mermaid), or JSON by --to node-link.\n\n"
        "SOURCE and TARGET may be - for standard input and output; then --to says the format.",
        "Gjør en plan eller tabell om til et annet format: .yaml, .json, .ttl (Turtle), .jsonld, "
        ".nt, .trig, .nq, .rdf (andre syntakser for RDF), .xlsx (en arbeidsbok "
        "med ett ark for hver del), .csv eller .tsv (metodetabellen; --to method-table gir den som .xlsx); "
        "eller en graf: .graphml, .gexf, .cyjs (Cytoscape), .dot (Graphviz), .mmd (Mermaid), "
        "eller JSON med --to node-link.\n\n"
        "SOURCE og TARGET kan være - for standard inn og ut; da sier --to formatet.",
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
@force_option
@quiet_option
@lang_option
def command(source: str, target: str, form: str | None, force: bool, quiet: bool, lang: str | None) -> None:
    """Read, write, and say what could not be read."""
    from sdggraph.app.convert import convert_plan, format_of
    from sdggraph.io.bytes_out import write_whole
    from sdggraph.io.load import read_plan

    wanted = form or ("yaml" if target == "-" else format_of(target))
    plan = read_plan(source)
    written, notes = convert_plan(plan, wanted)
    if target == "-":
        click.echo(written, nl=False)
    else:
        file = write_whole(target, written, overwrite=force)
        if not quiet:
            click.echo(say(f"wrote {file}", f"skrev {file}"))
    if not quiet:
        for note in notes:
            click.echo(say(note["en"], note["nb"]), err=True)
    findings = plan.reading.findings if plan.reading else []
    if findings and not quiet:
        number = len(findings)
        click.echo(
            say(
                f"{number} things in {source} were repaired or left out; `sdggraph lint {source}` shows them",
                f"{number} ting i {source} er rettet eller utelatt; `sdggraph lint {source}` viser dem",
            ),
            err=True,
        )
