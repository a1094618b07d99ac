"""``sdggraph catalogue``: the UN's goals, targets and indicators by code and by words, and their official wording."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import current, say
from sdggraph_cli.options import lang_option, output_option

if TYPE_CHECKING:
    from sdggraph.catalogue.entry import CatalogueEntry

__all__ = ["command"]

_KINDS = {
    "goal": ("goal", "bærekraftsmål"),
    "target": ("target", "delmål"),
    "indicator": ("UN indicator", "FN-indikator"),
}


@click.group(
    "catalogue",
    help=say("Look up the UN's goals, targets and indicators.", "Slå opp FNs bærekraftsmål, delmål og indikatorer."),
)
@lang_option
def command(lang: str | None) -> None:
    """Hold the sub-commands together."""


@command.command(
    "show",
    help=say(
        "Show a goal, target or indicator by its code, however it is written.",
        "Vis et bærekraftsmål, et delmål eller en FN-indikator ut fra koden, uansett hvordan den er skrevet.",
    ),
    short_help=say("Show what a code stands for.", "Vis hva en kode står for."),
)
@click.argument("code", nargs=-1, required=True)
@lang_option
def show(code: tuple[str, ...], lang: str | None) -> None:
    """Print what the catalogue knows of a code."""
    from sdggraph.catalogue import describe

    entry = describe(" ".join(code), current())
    click.echo("\n".join(_shown(entry)))


def _shown(entry: CatalogueEntry) -> list[str]:
    kind = say(*_KINDS[entry.kind])
    lines = [click.style(f"{entry.code}  {entry.label}", bold=True)]
    facts = [(say("kind", "type"), kind)]
    if entry.means_of_implementation:
        facts[0] = (facts[0][0], f"{kind}, {say('means of implementation', 'virkemiddel')}")
    if entry.kind != "goal":
        facts.append((say("goal", "bærekraftsmål"), f"{entry.goal[0]}  {entry.goal[1]}"))
    if entry.target:
        facts.append((say("target", "delmål"), f"{entry.target[0]}  {entry.target[1]}"))
    facts += [
        (name, value)
        for name, value in (
            (say("tier", "nivå"), entry.tier and f"Tier {entry.tier}"),
            (say("custodian", "ansvarlig"), entry.custodian),
            (say("permanent code", "varig kode"), entry.permanent_code),
            (say("also listed as", "også ført som"), ", ".join(entry.same_as)),
            (say("colour", "farge"), entry.color if entry.kind == "goal" else ""),
            ("IRI", entry.iri),
        )
        if value
    ]
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        wrapped = textwrap.wrap(value, 76 - width, break_long_words=False, break_on_hyphens=False) or [""]
        lines.append(f"  {name:<{width}}  {wrapped[0]}")
        lines += [f"  {'':<{width}}  {line}" for line in wrapped[1:]]
    if entry.below:
        below = {"goal": say("targets", "delmål"), "target": say("UN indicators", "FN-indikatorer")}[entry.kind]
        lines.append(f"  {below}")
        lines += [f"    {code:<8}{label}" for code, label in entry.below]
    return lines


@command.command(
    "search",
    help=say("Search by code or words, in both languages.", "Søk etter kode eller ord, på begge språk."),
)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "-n",
    "--limit",
    default=20,
    show_default=True,
    help=say("The most hits to show.", "Høyeste antall treff."),
)
@lang_option
def search_command(words: tuple[str, ...], limit: int, lang: str | None) -> int:
    """Print what a search finds; leave with 1 if nothing is found."""
    from sdggraph.catalogue import search

    hits = search(" ".join(words), lang, limit)
    for hit in hits:
        click.echo(f"{hit.code:<8}{say(*_KINDS[hit.kind]):<15}{hit.label}")
    if not hits:
        click.echo(say("No hits. Try fewer words.", "Ingen treff. Prøv færre ord."), err=True)
    return int(not hits)


@command.command(
    "overlay",
    help=say(
        "Show the official wording from the UN's own Turtle file beside our labels.",
        "Vis den offisielle ordlyden fra FNs egen Turtle-fil ved siden av våre navn.",
    ),
    short_help=say("Show the UN's official wording.", "Vis FNs offisielle ordlyd."),
)
@click.argument("file", type=click.Path())
@click.argument("codes", nargs=-1)
@output_option
@lang_option
def overlay(file: str, codes: tuple[str, ...], output: str | None, lang: str | None) -> None:
    """Print official wording for some codes, or for all."""
    from sdggraph.base.words import pick
    from sdggraph.catalogue import catalogue, read_code
    from sdggraph.catalogue.records import no_such_code
    from sdggraph.io.rdf.overlay import read_overlay

    official = read_overlay(file)
    known = catalogue()
    wanted = []
    for asked in codes:
        reading = read_code(asked)
        if reading.code is None:
            raise no_such_code(asked)
        wanted.append(reading.code)
    lines = []
    for code in wanted or [one for one in (*known.goals, *known.targets, *known.indicators) if one in official]:
        wording = official.get(code)
        text = pick(wording, current()) if wording else say("no wording in this file", "ingen ordlyd i denne filen")
        lines += [
            f"{code}  {known.label(code, current())}",
            *textwrap.wrap(text, 76, initial_indent="    ", subsequent_indent="    "),
        ]
    body = "\n".join(lines) + "\n"
    if output in (None, "-"):
        click.echo(body, nl=False)
    else:
        from sdggraph.io.bytes_out import write_whole

        write_whole(str(output), body)
