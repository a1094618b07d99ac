"""``sdggraph explain``: what a rule asks, why it matters, and how to mend what breaks it."""

from __future__ import annotations

import click

from sdggraph_cli.language import current, say
from sdggraph_cli.options import lang_option

__all__ = ["command"]


@click.command(
    "explain",
    help=say(
        "Explain a rule, by its code (SDG201, 201) or name.",
        "Forklar en regel, ut fra kode (SDG201, 201) eller navn.",
    ),
)
@click.argument("rule")
@lang_option
def command(rule: str, lang: str | None) -> None:
    """Print a rule's page."""
    from sdggraph.rules.pages import explain_text
    from sdggraph.rules.registry import rule_named
    from sdggraph_cli.text_report import page_width

    click.echo(explain_text(rule_named(rule), current(), page_width()))
