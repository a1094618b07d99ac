"""``sdggraph thread``: one node's way up to the goals and down to daily work and measurement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import color_option, lang_option, use_color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.thread import Thread, ThreadStep
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["command"]

_HARMLESS = str.maketrans({"<": "\u2039", ">": "\u203a", "#": "\uff03"})
"""What Mermaid would read as markup or as an entity, and what stands for it."""


@click.command(
    "thread",
    help=say(
        "Show a node's thread: up to the goals that it serves, down to what is done and how it is measured.\n\n"
        "NODE is an id of the plan (s7), or a code (3.8). With --to, a shortest way to another node.",
        "Vis tråden til en node: opp til målene den tjener, ned til det som gjøres, og hvordan det måles.\n\n"
        "NODE er en id i planen (s7) eller en kode (3.8). Med --to: en korteste vei til en annen node.",
    ),
)
@click.argument("plan")
@click.argument("node")
@click.option(
    "--to", metavar="ID", help=say("Show a shortest way to this node.", "Vis en korteste vei til denne noden.")
)
@click.option("--depth", type=click.IntRange(1), help=say("How many steps each way.", "Hvor mange ledd hver vei."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "mermaid"]),
    default="text",
    help=say("Form of the output.", "Form på utskriften."),
)
@color_option
@lang_option
def command(plan: str, node: str, to: str | None, depth: int | None, form: str, color: str, lang: str | None) -> int:
    """Print the thread; leave with 1 if --to finds no way."""
    import sys

    from sdggraph.analysis.thread import ThreadStep, shortest_way, thread_of
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.load import read_plan
    from sdggraph.lint.run import lint, message_language

    read = read_plan(plan)
    graph = PlanGraph.of(read)
    chosen = asked() or message_language([read])
    if to is not None:
        way = shortest_way(graph, node, to)
        if not way:
            click.echo(say("there is no way between them", "det er ingen vei mellom dem"), err=True)
            return 1
        step = way[-1]
        for one in reversed(way[:-1]):
            step = ThreadStep(one.node, one.relation, one.backward, (step,))
        click.echo("\n".join(_tree(step, graph, chosen, "")))
        return 0
    thread = thread_of(graph, node, depth=depth, report=lint(read, lang=chosen))
    if form == "json":
        click.echo(json.dumps(thread.to_dict(graph, chosen), ensure_ascii=False, indent=2))
    elif form == "mermaid":
        click.echo("\n".join(_mermaid(thread, graph, chosen)))
    else:
        painted = use_color(color, to_terminal=sys.stdout.isatty())
        click.echo("\n".join(_text(thread, graph, chosen, painted=painted)), color=painted)
    return 0


def _text(thread: Thread, graph: PlanGraph, lang: str, *, painted: bool) -> Iterator[str]:
    nb = lang == "nb"
    top = graph.kind(thread.up.node) in ("Goal", "GlobalIndicator")
    title = _name(thread.up.node, graph, lang)
    yield click.style(title, bold=True) if painted else title
    for step, heading, nothing in (
        (thread.up, "oppover" if nb else "up", "når ikke noe bærekraftsmål" if nb else "reaches no goal"),
        (thread.down, "nedover" if nb else "down", "ingenting hører til under" if nb else "nothing hangs below"),
    ):
        if top and step is thread.up:
            continue
        yield f"  {heading}"
        if step.steps:
            for number, inner in enumerate(step.steps):
                yield from _branch(inner, graph, lang, "  ", last=number == len(step.steps) - 1)
        else:
            yield f"  └─ {nothing}"
    if thread.breaks:
        yield "  " + ("funn på tråden" if nb else "findings on the thread")
        for one in thread.breaks:
            yield f"  • {one.code} {one.message}"


def _tree(step: ThreadStep, graph: PlanGraph, lang: str, indent: str) -> Iterator[str]:
    yield _line(step, graph, lang)
    for number, inner in enumerate(step.steps):
        yield from _branch(inner, graph, lang, indent, last=number == len(step.steps) - 1)


def _branch(step: ThreadStep, graph: PlanGraph, lang: str, indent: str, *, last: bool) -> Iterator[str]:
    yield f"{indent}{'└─' if last else '├─'} {_line(step, graph, lang)}"
    further = indent + ("   " if last else "│  ")
    for number, inner in enumerate(step.steps):
        yield from _branch(inner, graph, lang, further, last=number == len(step.steps) - 1)


def _line(step: ThreadStep, graph: PlanGraph, lang: str) -> str:
    from sdggraph.base.words import pick

    said = pick(step.words(), lang)
    again = " ↑" if step.again else ""
    return f"{said} {_name(step.node, graph, lang)}{again}".strip()


def _name(node: str, graph: PlanGraph, lang: str) -> str:
    from sdggraph.lint.phrases import node_phrase

    return node_phrase(graph.index, graph.index.number[node], lang)


def _mermaid(thread: Thread, graph: PlanGraph, lang: str) -> Iterator[str]:
    """Give the thread as a Mermaid flow chart; texts are quoted, so that no title can end a label."""
    yield "flowchart LR"
    numbers: dict[str, str] = {}
    lines: dict[str, None] = {}

    def name(node: str) -> str:
        if node not in numbers:
            numbers[node] = f"n{len(numbers)}"
            label = _name(node, graph, lang).replace('"', "'").translate(_HARMLESS)
            lines[f'  {numbers[node]}["{label}"]'] = None
        return numbers[node]

    def walk(step: ThreadStep) -> None:
        for inner in step.steps:
            here, there = name(step.node), name(inner.node)
            ends = (there, here) if inner.backward else (here, there)
            lines[f"  {ends[0]} -->|{inner.relation}| {ends[1]}"] = None
            walk(inner)

    name(thread.up.node)
    walk(thread.up)
    walk(thread.down)
    yield from lines
