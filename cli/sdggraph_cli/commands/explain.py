"""``sdggraph explain``: what a rule asks, why it matters, and how to mend what breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import current, say
from sdggraph_cli.options import as_of_option, lang_option

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["command"]


@click.command(
    "explain",
    help=say(
        "Explain a rule, by its code (SDG201, 201) or name.",
        "Forklar en regel, ut fra kode (SDG201, 201) eller navn.",
    ),
)
@click.argument("rule")
@click.option(
    "--as",
    "form",
    type=click.Choice(["text", "sparql"]),
    default="text",
    help=say("The page, or the rule as a SPARQL query.", "Siden, eller regelen som SPARQL-spørring."),
)
@click.option(
    "--dialect",
    type=click.Choice(["sparql", "oxigraph", "rdflib", "virtuoso"]),
    default="sparql",
    help=say("For which store the query is.", "Hvilket lager spørringen er for."),
)
@as_of_option
@lang_option
def command(rule: str, form: str, dialect: str, as_of: dt.date | None, lang: str | None) -> None:
    """Print a rule's page, or its query.

    Raises:
        NotFoundError: There is no such rule, or it can't be a query.
    """
    if form == "sparql":
        click.echo(_query(rule, dialect, as_of), nl=False)
        return
    from sdggraph.rules.pages import explain_text
    from sdggraph.rules.registry import rule_named
    from sdggraph_cli.text_report import page_width

    click.echo(explain_text(rule_named(rule), current(), page_width()))


def _query(rule: str, dialect: str, as_of: dt.date | None) -> str:
    from sdggraph.base.errors import NotFoundError
    from sdggraph.lint.settings import Settings
    from sdggraph.rules.registry import rule_named
    from sdggraph.semantic.queries.dialects import dialect_named
    from sdggraph.semantic.queries.query import query_of
    from sdggraph.semantic.queries.terms import Unfit

    named = rule_named(rule)
    try:
        return query_of(named, Settings(as_of=as_of).values(named), dialect_named(dialect))
    except Unfit as unfit:
        raise NotFoundError(unfit.reason) from None
