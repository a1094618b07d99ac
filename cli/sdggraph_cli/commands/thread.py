"""``sdggraph thread``: one node's way up to the goals and down to daily work and measurement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import FORM_HELP, color_option, force_option, lang_option, output_option, use_color

if TYPE_CHECKING:
    from sdggraph.analysis.thread_records import ThreadStep
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["command"]

_FORMS = ("text", "json", "mermaid")
_WIDTH = 20
"""How many steps from one node are drawn, unless all are asked for."""


@click.command(
    "thread",
    help=say(
        "Show a node's thread: up to the goals that it serves, down to what is done and how it is measured, and what "
        "breaks it.\n\n"
        "NODE is an id of the plan (s7), or a code (3.8). With --to, a shortest way to another node.",
        "Vis tråden til en node: opp til bærekraftsmålene den tjener, ned til det som gjøres, og hvordan det måles, og "
        "hva som bryter den.\n\n"
        "NODE er en id i planen (s7) eller en kode (3.8). Med --to: en korteste vei til en annen node.",
    ),
)
@click.argument("plan")
@click.argument("node")
@click.option(
    "--to", metavar="ID", help=say("Show a shortest way to this node.", "Vis en korteste vei til denne noden.")
)
@click.option(
    "--all/--shortest",
    "every",
    default=None,
    help=say(
        "Every way, also where a node is met again and where many hang on one; or only a shortest way to each goal, "
        "action, benefit and indicator. By default each node once.",
        "Alle veier, også der en node møtes igjen og der mange henger på én; eller bare en korteste vei til hvert "
        "bærekraftsmål, tiltak, hver gevinst og indikator. Ellers hver node én gang.",
    ),
)
@click.option("--depth", type=click.IntRange(1), help=say("How many steps each way.", "Hvor mange ledd hver vei."))
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help=FORM_HELP,
)
@output_option
@force_option
@color_option
@lang_option
def command(
    plan: str,
    node: str,
    to: str | None,
    every: bool | None,
    depth: int | None,
    form: str | None,
    output: str | None,
    force: bool,
    color: str,
    lang: str | None,
) -> int:
    """Print or write the thread; leave with 1 if --to finds no way."""
    import sys

    from sdggraph.analysis.thread import Ways, shortest_way, thread_of
    from sdggraph.app.lint_files import judged
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.load import read_plan
    from sdggraph.lint.run import message_language
    from sdggraph_cli.kept_inputs import keep_inputs
    from sdggraph_cli.row_forms import form_of, give

    read = read_plan(plan)
    graph = PlanGraph.of(read)
    chosen = asked() or message_language([read])
    chosen_form = form_of(form, output, _FORMS)
    keep_inputs(output, read)
    printed = output in (None, "-")
    painted = printed and chosen_form == "text" and use_color(color, to_terminal=sys.stdout.isatty())
    if to is not None:
        way = shortest_way(graph, node, to)
        if not way:
            click.echo(say("there is no way between them", "det er ingen vei mellom dem"), err=True)
            return 1
        give(_shown_way(way, graph, chosen, chosen_form, color=painted) + "\n", output, force=force, color=painted)
        return 0
    ways: Ways = "tree" if every is None else "all" if every else "shortest"
    width = None if every or chosen_form == "json" else _WIDTH
    thread = thread_of(graph, node, depth=depth, width=width, ways=ways, report=judged(read, chosen))
    if chosen_form == "json":
        text = json.dumps(thread.to_dict(graph, chosen), ensure_ascii=False, indent=2)
    elif chosen_form == "mermaid":
        from sdggraph_cli.thread_report import mermaid_lines

        text = "\n".join(mermaid_lines([thread.up, thread.down], graph, chosen))
    else:
        from sdggraph_cli.thread_report import ThreadReport

        text = "\n".join(ThreadReport(graph, chosen, color=painted, everything=bool(every)).lines(thread))
    give(text + "\n", output, force=force, color=painted)
    return 0


def _shown_way(way: list[ThreadStep], graph: PlanGraph, lang: str, form: str, *, color: bool) -> str:
    """Write one way in the form that was asked for."""
    from sdggraph.analysis.thread_records import ThreadStep, step_dict
    from sdggraph_cli.thread_report import ThreadReport, mermaid_lines

    if form == "json":
        steps = [{name: said for name, said in step_dict(one, graph, lang).items() if name != "steps"} for one in way]
        return json.dumps({"node": way[0].node, "to": way[-1].node, "way": steps}, ensure_ascii=False, indent=2)
    step = way[-1]
    for one in reversed(way[:-1]):
        step = ThreadStep(one.node, one.relation, one.backward, (step,))
    if form == "mermaid":
        return "\n".join(mermaid_lines([step], graph, lang))
    return "\n".join(ThreadReport(graph, lang, color=color).way(step))
