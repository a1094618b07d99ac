"""``sdggraph measure``: brings measurements into a plan, from tables, JSON-stat files and a statistical office."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sdggraph_cli.language import current, say
from sdggraph_cli.options import lang_option, quiet_option

if TYPE_CHECKING:
    from sdggraph.app.measure import Gathered
    from sdggraph.app.measured_changes import Change, Writing
    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan

__all__ = ["command"]

_ADDRESS = "SDGGRAPH_PXWEB"


@click.command(
    "measure",
    help=say(
        "Bring measurements into a plan.\n\nFILES are tables (CSV, spreadsheets: indicator, period, value …) and "
        "JSON-stat datasets. Without files, the office at --api is asked for the table and code of each indicator's "
        "source. New measurements are written to the plan's table of measurements, or to a new one beside it; look "
        "first with --diff. Nothing is written twice; a provisional figure becomes final where it stands.",
        "Hent målinger inn i en plan.\n\nFILER er tabeller (CSV, regneark: indikator, periode, verdi …) og "
        "JSON-stat-datasett. Uten filer spørres byrået på adressen i --api om tabellen og koden i kilden til hver "
        "indikator. Nye målinger skrives til planens måletabell, eller til en ny ved siden av; se først med --diff. "
        "Ingenting skrives to ganger; et foreløpig tall blir endelig der det står.",
    ),
)
@click.argument("plan")
@click.argument("files", nargs=-1, type=click.Path())
@click.option(
    "--api",
    metavar="URL",
    help=say(
        f"The address of the office's PxWeb API, version 2; also {_ADDRESS}.",
        f"Adressen til byråets PxWeb-API, versjon 2; også {_ADDRESS}.",
    ),
)
@click.option("--indicator", multiple=True, metavar="ID", help=say("Only this indicator.", "Bare denne indikatoren."))
@click.option(
    "--diff",
    is_flag=True,
    help=say("Show what would change; write nothing.", "Vis hva som ville endres; skriv ingenting."),
)
@click.option(
    "--into-plan",
    is_flag=True,
    help=say(
        "Write new measurements to where their indicators stand; comments stay.",
        "Skriv nye målinger inn der indikatorene står; kommentarer blir stående.",
    ),
)
@click.option(
    "--to",
    type=click.Path(),
    help=say("The table that new measurements go to.", "Tabellen som nye målinger skrives til."),
)
@click.option(
    "--revise",
    is_flag=True,
    help=say("Also replace final figures that differ.", "Erstatt også endelige tall som avviker."),
)
@click.option(
    "--sum-predecessors",
    is_flag=True,
    help=say(
        "Add up what the former municipalities counted; shares are never added.",
        "Summer det de tidligere kommunene har talt; andeler summeres aldri.",
    ),
)
@click.option(
    "--provisional",
    multiple=True,
    metavar=say("YEAR", "ÅR"),
    help=say("The figures of this year are not final yet.", "Tallene for dette året er ikke endelige ennå."),
)
@click.option("--cache", type=click.Path(), help=say("Keep answers in this folder.", "Ta vare på svar i denne mappen."))
@click.option(
    "--refresh", is_flag=True, help=say("Ask again for what is kept.", "Spør på nytt om det som er tatt vare på.")
)
@quiet_option
@lang_option
def command(plan: str, files: tuple[str, ...], **asked: Any) -> None:
    """Gather, compare, show, and write unless --diff is given."""
    from sdggraph.app.measured_changes import changes_of, default_table, with_table, write_changes
    from sdggraph.io.load import read_plan

    read = read_plan(plan)
    _check(read, asked["indicator"])
    gathered = _gathered(read, files, asked)
    table = Path(asked["to"]) if asked["to"] else default_table(read)
    read = with_table(read, table)
    changes = changes_of(read, gathered.observed, revise=asked["revise"])
    writing = write_changes(read, changes, into_plan=asked["into_plan"], table=table)
    if not asked["quiet"]:
        _tell(gathered, changes, writing)
    if asked["diff"]:
        click.echo(writing.files.diff(), nl=False)
        return
    writing.files.write()
    if not asked["quiet"]:
        for name in writing.files.changed:
            click.echo(say(f"wrote {name}", f"skrev {name}"), err=True)


def _check(plan: Plan, indicators: tuple[str, ...]) -> None:
    """Refuse an indicator that the plan hasn't."""
    from sdggraph.base.nearby import nearest

    known = [one.id for one in plan.indicators]
    for one in indicators:
        if one not in known:
            close = nearest(one, known)
            meant = say(f" Did you mean {close[0]}?", f" Mente du {close[0]}?") if close else ""
            raise click.UsageError(say(f"There is no indicator {one}.", f"Indikatoren {one} finnes ikke.") + meant)


def _gathered(plan: Plan, files: tuple[str, ...], asked: dict[str, Any]) -> Gathered:
    from sdggraph.app.measure import gather_from_api, gather_from_files

    how = {
        "only": asked["indicator"],
        "add": asked["sum_predecessors"],
        "provisional": frozenset(asked["provisional"]),
    }
    if files:
        return gather_from_files(plan, files, **how)
    address = asked["api"] or os.environ.get(_ADDRESS)
    if not address:
        raise click.UsageError(
            say(
                f"Name a file, or the address of the office's API: --api or {_ADDRESS}.",
                f"Oppgi en fil, eller adressen til byråets API: --api eller {_ADDRESS}.",
            )
        )
    from sdggraph.io.statistics.cache import DAY, AnswerCache, user_cache
    from sdggraph.io.statistics.pxweb import PxWeb

    folder = Path(asked["cache"]) if asked["cache"] else user_cache() / "pxweb"
    api = PxWeb(address, AnswerCache(folder, 0 if asked["refresh"] else DAY))
    shown = not asked["quiet"] and sys.stderr.isatty()
    found = gather_from_api(plan, api, **how, tell=_tell_progress if shown else None)
    if shown:
        click.echo("\r\x1b[K", nl=False, err=True)
    return found


def _tell_progress(number: int, count: int) -> None:
    click.echo(
        say(f"\r\x1b[Kasking for table {number} of {count}", f"\r\x1b[Khenter tabell {number} av {count}"),
        nl=False,
        err=True,
    )


def _tell(gathered: Gathered, changes: list[Change], writing: Writing) -> None:
    """Say, on standard error, what was found, what changes and what doesn't."""
    from sdggraph.base.numbers import number_text

    def line(text: str) -> None:
        click.echo(text, err=True)

    lang = current()
    numbers = {kind: sum(one.kind == kind for one in changes) for kind in ("new", "updated", "differs", "same")}
    words = {
        "new": say("new", "nye"),
        "updated": say("brought up to date", "oppdatert"),
        "differs": say("differ from final figures", "avviker fra endelige tall"),
        "same": say("known already", "kjent fra før"),
    }
    said = [f"{number} {words[kind]}" for kind, number in numbers.items() if number]
    line(say("measurements: ", "målinger: ") + (", ".join(said) or say("none", "ingen")))
    for one in changes:
        if one.kind in ("updated", "differs") and one.before is not None:
            old, new = (
                value if isinstance(value, str) else number_text(value, lang) if value is not None else "-"
                for value in (one.before.value, one.measurement.value)
            )
            line(f"  {one.indicator} {one.measurement.date}: {old} → {new} ({words[one.kind]})")
    if numbers["differs"]:
        line(say("  --revise replaces final figures", "  --revise erstatter endelige tall"))
    for note in _notes(gathered, writing):
        line(f"  {note}")
    if writing.unread and writing.table:
        name = Path(writing.table).name
        line(
            say(
                f"the plan does not name {name} yet; put under plan:",
                f"planen nevner ikke {name} ennå; legg til under plan:",
            )
        )
        line(f"  measurements: [{name}]")


def _notes(gathered: Gathered, writing: Writing) -> list[str]:
    from sdggraph.base.words import fill, pick
    from sdggraph.rules.registry import ALL_RULES

    lang = current()
    notes = [pick(note, lang) for note in (*gathered.notes, *writing.notes)]
    notes += [f"{one.indicator}: {pick(note, lang)}" for one in gathered.observed for note in one.notes]
    for one in gathered.findings:
        rule = ALL_RULES[one.code]
        template: Words = rule.variants.get(one.variant or "", rule.message)
        values = {name: pick(value, lang) if isinstance(value, dict) else value for name, value in one.values.items()}
        values["node"] = (one.subject or "").rpartition(":")[2]
        notes.append(f"{one.place}: {fill(pick(template, lang), values)}")
    return notes
