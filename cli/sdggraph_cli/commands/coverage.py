"""``sdggraph coverage``: what a plan does for each goal and target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sdggraph_cli.answers import Answer, answer_options, as_of_of, give_answer, graph_and_language, tell
from sdggraph_cli.language import say
from sdggraph_cli.options import as_of_option

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.analysis.coverage import Coverage

__all__ = ["command"]


@click.command(
    "coverage",
    help=say(
        "Show what a plan does for each goal, or with --targets for each target: what it names, what serves it, "
        "directly or by inheritance, what is measured, and what is on track. svg draws goals against target areas, "
        "with --targets targets against objectives.",
        "Vis hva planen gjør for hvert bærekraftsmål, eller med --targets for hvert delmål: hva den nevner, hva som "
        "følger det opp, direkte eller ved arv, hva som måles, og hva som er i rute. svg tegner mål mot målområder, "
        "med --targets delmål mot mål i planen.",
    ),
)
@click.argument("plan")
@click.option("--targets", is_flag=True, help=say("A row a target.", "En rad for hvert delmål."))
@click.option(
    "--among",
    type=click.Path(),
    metavar=say("FILE", "FIL"),
    help=say(
        "A list of the targets that the municipality answers for; what is taken up of them is counted apart.",
        "En liste over delmålene kommunen har ansvar for; hva planen tar opp av dem, telles for seg.",
    ),
)
@as_of_option
@answer_options("svg")
def command(
    plan: str,
    targets: bool,
    among: str | None,
    as_of: dt.date | None,
    form: str | None,
    width: int,
    output: str | None,
    force: bool,
    lang: str | None,
) -> None:
    """Print the table, or write it."""
    from sdggraph.analysis.coverage import coverage
    from sdggraph.analysis.coverage_among import read_targets
    from sdggraph.analysis.score_tables import diagnostics_for
    from sdggraph.analysis.status.overview import status
    from sdggraph.view.charts.coverage import coverage_chart
    from sdggraph_cli.coverage_text import coverage_text

    graph, chosen = graph_and_language(plan)
    listed = read_targets(among, graph.plans[0].id) if among is not None else None
    measured = status(graph, as_of=as_of_of(graph, as_of))
    found = coverage(graph, status=measured, among=listed.targets if listed else None)
    answer = Answer(
        lambda: coverage_text(found, chosen, targets=targets),
        lambda: found.to_dict(chosen),
        lambda: _tables(found, chosen, targets=targets),
        lambda width: coverage_chart(found, chosen, targets=targets, width=width),
        lang=chosen,
    )
    give_answer(answer, form, output, (*graph.plans, among), force=force, width=width)
    if listed is not None:
        tell(diagnostics_for(listed.findings, graph, chosen))


def _tables(found: Coverage, lang: str, *, targets: bool) -> dict[str, list[dict[str, Any]]]:
    nb = lang == "nb"
    tables = {
        "bærekraftsmål" if nb else "goals": found.rows(lang),
        "delmål" if nb else "targets": found.rows(lang, of="targets"),
        "delmål og mål" if nb else "targets and objectives": found.objective_rows(lang),
        "andel av delmålene" if nb else "share of the targets": found.share_rows(),
    }
    first = list(tables)[1 if targets else 0]
    return {first: tables[first]} | tables
