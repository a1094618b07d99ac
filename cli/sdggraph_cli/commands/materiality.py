"""``sdggraph materiality``: the materiality matrix, from the plan or from many people's scores."""

from __future__ import annotations

import click

from sdggraph_cli.answers import Answer, answer_options, give_answer, graph_and_language, tell
from sdggraph_cli.language import say

__all__ = ["command"]


@click.command(
    "materiality",
    help=say(
        "Show the materiality matrix: how much each goal matters to the stakeholders, and how much the municipality "
        "can move it, each from 0 to 5. svg draws it.\n\n"
        "With --scores, means of many people's scores are taken, with spread and number of voices. Names never come "
        "out, and groups only where they have at least three voices.",
        "Vis vesentlighetsmatrisen: hvor viktig hvert bærekraftsmål er for interessentene, og hvor mye kommunen kan "
        "påvirke det, begge fra 0 til 5. svg tegner den.\n\n"
        "Med --scores brukes gjennomsnittet av manges vurderinger, med spredning og antall stemmer. Navn vises aldri, "
        "og grupper bare når de har minst tre stemmer.",
    ),
)
@click.argument("plan")
@click.option(
    "--scores",
    type=click.Path(),
    metavar=say("FILE", "FIL"),
    help=say(
        "A table (csv, xlsx …) of scores: goal, importance, impact, and if wanted group and person.",
        "En tabell (csv, xlsx …) med vurderinger: mål, viktighet, påvirkning, og om ønsket gruppe og person.",
    ),
)
@click.option(
    "--threshold",
    type=click.FloatRange(0, 5),
    help=say("From which value a goal is high on an axis (3).", "Fra hvilken verdi et mål er høyt på en akse (3)."),
)
@answer_options("svg")
def command(
    plan: str,
    scores: str | None,
    threshold: float | None,
    form: str | None,
    width: int,
    output: str | None,
    force: bool,
    lang: str | None,
) -> None:
    """Print the matrix, or write it."""
    from sdggraph.analysis.materiality import materiality
    from sdggraph.view.charts.materiality import materiality_chart
    from sdggraph_cli.materiality_text import materiality_text

    graph, chosen = graph_and_language(plan)
    found = materiality(graph, scores=scores, threshold=threshold)
    nb = chosen == "nb"
    answer = Answer(
        lambda: materiality_text(found, chosen),
        lambda: found.to_dict(chosen),
        lambda: {"mål" if nb else "goals": found.rows(chosen), "grupper" if nb else "groups": found.group_rows(chosen)},
        lambda width: materiality_chart(found, chosen, width=width),
        lang=chosen,
    )
    give_answer(answer, form, output, (*graph.plans, scores), force=force, width=width)
    tell(found.diagnostics(chosen))
