"""``sdggraph interactions``: how goals, targets and strategies help and hinder each other."""

from __future__ import annotations

import click

from sdggraph_cli.answers import Answer, answer_options, give_answer, graph_and_language, tell
from sdggraph_cli.language import say

__all__ = ["command"]


@click.command(
    "interactions",
    help=say(
        "Show how goals, targets and strategies help and hinder each other, from -3 to +3: what the plan comes to for "
        "each goal, first and second order, loops, strategies that serve targets at odds, and what softens the harm. "
        "svg draws the matrix.",
        "Vis hvordan mål, delmål og strategier fremmer og hemmer hverandre, fra -3 til +3: hva planen betyr for hvert "
        "bærekraftsmål i første og andre ledd, sløyfer, strategier som tjener delmål i strid, og hva som demper. svg "
        "tegner matrisen.",
    ),
)
@click.argument("plan")
@click.option(
    "--matrix",
    type=click.Path(),
    metavar=say("FILE", "FIL"),
    help=say(
        "A matrix of your own (csv, xlsx …), long (source, target, score) or square.",
        "En egen matrise (csv, xlsx …), lang (fra, til, poengsum) eller kvadratisk.",
    ),
)
@click.option("--citation", help=say("Where the matrix comes from.", "Hvor matrisen er hentet fra."))
@answer_options("svg")
def command(
    plan: str,
    matrix: str | None,
    citation: str | None,
    form: str | None,
    width: int,
    output: str | None,
    force: bool,
    lang: str | None,
) -> None:
    """Print what the interactions come to, or write it."""
    from sdggraph.analysis.interactions import interactions
    from sdggraph.view.charts.interactions import interactions_chart
    from sdggraph_cli.interactions_text import interactions_text

    graph, chosen = graph_and_language(plan)
    found = interactions(graph, matrix=matrix, citation=citation)
    nb = chosen == "nb"
    answer = Answer(
        lambda: interactions_text(found, chosen),
        lambda: found.to_dict(chosen),
        lambda: {
            "mål" if nb else "goals": found.rows(chosen),
            "samspill" if nb else "interactions": found.link_rows(chosen),
            "i strid" if nb else "at odds": found.conflict_rows(chosen),
        },
        lambda width: interactions_chart(found, chosen, width=width),
        lang=chosen,
    )
    give_answer(answer, form, output, (*graph.plans, matrix), force=force, width=width)
    tell(found.diagnostics(chosen))
