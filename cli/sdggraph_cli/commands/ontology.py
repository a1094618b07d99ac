"""``sdggraph ontology``: the published files, made anew."""

from __future__ import annotations

import click

from sdggraph_cli.language import say
from sdggraph_cli.options import lang_option, quiet_option

__all__ = ["command"]


@click.command(
    "ontology",
    help=say(
        "Write the ontology (sdggraph.ttl) and its page (index.html), the catalogue as SKOS (catalogue.ttl), the "
        "structures of measurements (cubes.ttl), the JSON-LD context (context.jsonld) and the JSON Schema of the plan "
        "file (plan.schema.json) into a folder.",
        "Skriv ontologien (sdggraph.ttl) og siden om den (index.html), katalogen som SKOS (catalogue.ttl), strukturene "
        "for målinger (cubes.ttl), JSON-LD-konteksten (context.jsonld) og JSON-skjemaet for planfilen "
        "(plan.schema.json) til en mappe.",
    ),
)
@click.argument("folder", default=".")
@quiet_option
@lang_option
def command(folder: str, quiet: bool, lang: str | None) -> None:
    """Write the files and name them."""
    from sdggraph.io.rdf import write_published

    for file in write_published(folder):
        if not quiet:
            click.echo(say(f"wrote {file}", f"skrev {file}"))
