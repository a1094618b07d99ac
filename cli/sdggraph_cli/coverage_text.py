"""Coverage as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.coverage_words import DIMENSION_WORDS, SHARE_WORDS, track_title
from sdggraph.base.words import pick
from sdggraph_cli.counts import counted
from sdggraph_cli.text_table import speaker, tabulated, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.coverage import Coverage, CoverageRow

__all__ = ["coverage_text"]


def coverage_text(found: Coverage, lang: str, *, targets: bool) -> Iterator[str]:
    """Write the table, what it doesn't name, and how the strategies are spread."""
    say = speaker(lang)
    every = found.targets if targets else found.goals
    rows = [one for one in every if not one.silent]
    named = say("named", "valgt")
    heads = say("direct|inherited|measured|on track", "direkte|arvet|måles|i rute").split("|")
    against = any(one.against for one in rows)
    if rows:
        lines = [_line(found, one, lang, against=against) for one in rows]
        yield from tabulated(["", named, *heads, *([say("against", "mot")] if against else [])], lines)
    silent = [one.code for one in every if one.silent]
    if silent and not targets:
        yield from wrapped(say("not named: ", "ikke nevnt: ") + ", ".join(silent))
    yield ""
    yield from _strategies(found, lang)
    yield from _shares(found, lang)
    yield from _spread(found, lang)


def _line(found: Coverage, row: CoverageRow, lang: str, *, against: bool) -> list[str]:
    mark = "✓" if row.named else "-"
    if row.targets and row.selected:
        mark += f" ({row.selected})"
    measured = f"{round(100 * row.measured / row.strategies)} %" if row.strategies else ""
    on_track = f"{row.on_track}/{row.judged}" if row.judged else ""
    title = f"{row.code:<{5 if '.' in row.code else 2}} {found.graph.title(f'sdg:{row.code}', lang)}"
    cells = [title, mark, str(row.direct), str(row.inherited), measured, on_track]
    return [*cells, str(row.against or "")] if against else cells


def _strategies(found: Coverage, lang: str) -> Iterator[str]:
    say = speaker(lang)
    total = counted("strategy", found.strategies, lang)
    if found.unserved:
        total += f", {counted('unserved', len(found.unserved), lang)}"
    if found.exempt:
        number = len(found.exempt)
        total += say(f", {number} not meant to", f", {number} skal ikke nå noe bærekraftsmål")
    yield from wrapped(total)
    yield from wrapped(
        say(
            "Direct: strategies that themselves name the goal or one of its targets. Inherited: further ones that only "
            "reach it through their objective or area. A strategy counts for each goal that it reaches. Measured: the "
            "share of these strategies that an indicator measures. On track: of the indicators with a result, those "
            "that are achieved or on track.",
            "Direkte: strategier som selv oppgir bærekraftsmålet eller et av delmålene. Arvet: flere, som bare når det "
            "gjennom målet eller området sitt. En strategi teller for hvert bærekraftsmål den når. Måles: andelen av "
            "disse strategiene som en indikator måler. I rute: av indikatorene med et resultat, de som er nådd eller "
            "i rute.",
        )
    )


def _shares(found: Coverage, lang: str) -> Iterator[str]:
    say = speaker(lang)
    heads = say("Targets|in all|selected|served|directly|measured", "Delmål|i alt|valgt|følges opp|direkte|måles")
    rows = [
        [pick(SHARE_WORDS[one.name], lang)]
        + [str(value) for value in (one.targets, one.selected, one.served, one.direct, one.measured)]
        for one in found.shares
    ]
    yield ""
    yield from tabulated(heads.split("|"), rows)


def _spread(found: Coverage, lang: str) -> Iterator[str]:
    say = speaker(lang)
    if not found.strategies:
        return
    yield ""
    spread = ", ".join(f"{pick(word, lang)} {found.by_dimension[name]}" for name, word in DIMENSION_WORDS.items())
    yield from wrapped(say("Strategies by dimension: ", "Strategier per dimensjon: ") + spread)
    if found.by_track:
        tracks = ", ".join(
            f"{track_title(found.graph, name, lang)} {number}" for name, number in found.by_track.items()
        )
        yield from wrapped(say("by track: ", "per spor: ") + tracks)
