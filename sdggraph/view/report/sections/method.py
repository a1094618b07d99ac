"""Method and sources: how the figures come about, and where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.view.report.blocks import Items, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.view.report.context import Context

__all__ = ["method"]


def method(context: Context) -> Section:
    """Give the section on method and sources."""
    say = context.say
    definitions = (
        say(
            "A strategy hangs together if it reaches a global goal through its claims, objective or area, and is "
            "measured by a municipal indicator: its own, its objective's, its area's, or one of what is done under it.",
            "En strategi henger sammen når den når et bærekraftsmål gjennom det den selv viser til, målet eller "
            "området den hører til, og måles av en kommunal indikator: sin egen, målets, områdets eller en under "
            "tiltakene.",
        ),
        say(
            "Results compare the latest measurement with a straight line from the baseline over the target values. "
            "They say nothing of what is wrong with the plan.",
            "Resultatene sammenligner siste måling med en rett linje fra nullpunktet gjennom målverdiene. De sier "
            "ingenting om hva som er galt med planen.",
        ),
        say(
            "Figures that could not be used are left out and named where they are.",
            "Tall som ikke kunne brukes, er utelatt og nevnt der det gjelder.",
        ),
    )
    sources = tuple(dict.fromkeys(_sources(context)))
    blocks = [Items(definitions)]
    if sources:
        return Section(
            "method",
            say("Method and sources", "Metode og kilder"),
            (*blocks, Paragraph(say("Sources of the figures:", "Kilder til tallene:")), Items(sources)),
        )
    return Section("method", say("Method and sources", "Metode og kilder"), tuple(blocks))


def _sources(context: Context) -> Iterator[str]:
    for node in context.graph.nodes("Indicator"):
        source = context.graph.record(node).source
        if source is None:
            continue
        system = getattr(source, "system", None)
        if system:
            table = getattr(source, "table", None)
            yield f"{system}, {context.say('table', 'tabell')} {table}" if table else str(system)
    interactions = context.interactions.citation
    if interactions:
        yield interactions
