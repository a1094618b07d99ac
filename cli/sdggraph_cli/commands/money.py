"""``sdggraph money``: what the actions cost, by year, area, unit and type, and which goals the money touches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sdggraph_cli.answers import Answer, answer_options, give_answer, graph_and_language
from sdggraph_cli.language import say

if TYPE_CHECKING:
    from sdggraph.analysis.money import Money

__all__ = ["command"]


@click.command(
    "money",
    help=say(
        "Show what the actions cost, year by year: each krone once, on the smallest target area that holds the action. "
        "Amounts by goal overlap, since an action may serve several, and are never added up.",
        "Vis hva tiltakene koster, år for år: hver krone én gang, på det minste målområdet som rommer tiltaket. Beløp "
        "per bærekraftsmål overlapper, siden ett tiltak kan tjene flere, og legges aldri sammen.",
    ),
)
@click.argument("plan")
@click.option(
    "--by",
    type=click.Choice(["area", "unit", "type", "action", "goal"]),
    help=say("Only this table.", "Bare denne tabellen."),
)
@answer_options()
def command(plan: str, by: str | None, form: str | None, output: str | None, force: bool, lang: str | None) -> None:
    """Print the tables, or write them."""
    from sdggraph.analysis.money import money
    from sdggraph_cli.money_text import money_text

    graph, chosen = graph_and_language(plan)
    found = money(graph)
    answer = Answer(
        lambda: money_text(found, chosen, by),
        lambda: found.to_dict(chosen),
        lambda: _tables(found, chosen, by),
        lang=chosen,
    )
    give_answer(answer, form, output, graph.plans, force=force)


def _tables(found: Money, lang: str, by: str | None) -> dict[str, list[dict[str, Any]]]:
    from sdggraph.analysis.money import GROUPINGS
    from sdggraph_cli.money_text import heading

    every = {heading(name, lang): found.rows(name, lang) for name in GROUPINGS if by in (None, name)}
    if by in (None, "goal"):
        every[heading("goal", lang)] = found.goal_rows(lang)
    return every
