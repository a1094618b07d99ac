"""``sdggraph benefits``: the benefits realisation plan, and the chains that lead to the benefits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sdggraph_cli.answers import Answer, answer_options, as_of_of, give_answer, graph_and_language
from sdggraph_cli.language import say
from sdggraph_cli.options import as_of_option

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["command"]


@click.command(
    "benefits",
    help=say(
        "Show the benefits realisation plan: who answers for each benefit, by when, what it was to give and gave by "
        "year, and how its indicators stand against their zero-point. svg and mermaid draw the benefits map.",
        "Vis gevinstrealiseringsplanen: hvem som svarer for hver gevinst, når den skal være tatt ut, hva den skulle gi "
        "og ga per år, og hvordan indikatorene står mot nullpunktet. svg og mermaid tegner gevinstkartet.",
    ),
)
@click.argument("plan")
@click.option(
    "--by",
    type=click.Choice(["owner", "due"]),
    help=say("Group by owner or due year.", "Grupper etter ansvarlig eller år."),
)
@as_of_option
@answer_options("svg", "mermaid")
def command(
    plan: str,
    by: str | None,
    as_of: dt.date | None,
    form: str | None,
    width: int,
    output: str | None,
    force: bool,
    lang: str | None,
) -> None:
    """Print the plan, or write it."""
    from sdggraph.analysis.benefits import benefits
    from sdggraph.view.charts.benefits_map import benefits_map, benefits_mermaid
    from sdggraph_cli.benefits_text import benefits_text

    graph, chosen = graph_and_language(plan)
    found = benefits(graph, as_of=as_of_of(graph, as_of))
    nb = chosen == "nb"
    answer = Answer(
        lambda: benefits_text(found, chosen, by),
        lambda: found.to_dict(chosen),
        lambda: {
            "gevinster" if nb else "benefits": found.rows(chosen),
            "summer" if nb else "sums": found.sum_rows(),
        },
        lambda width: benefits_map(found, chosen, width=width),
        lambda: benefits_mermaid(found, chosen),
        lang=chosen,
    )
    give_answer(answer, form, output, graph.plans, force=force, width=width)
