"""Progress: how the indicators stand, apart from what is wrong with the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.analysis.status.groups import worst_first
from sdggraph.analysis.status.records import RESULTS
from sdggraph.analysis.status.words import BANDS, LEFT_OUT, RESULT_WORDS, aim_text, value_text
from sdggraph.base.words import pick
from sdggraph.view.charts.progress import progress_chart
from sdggraph.view.report.blocks import NOTHING, Column, Items, Paragraph, Section, Table
from sdggraph.view.report.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.status.records import IndicatorStatus, LeftOut
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["progress"]

_SHOWN = 5
_DRAWN = 8


def progress(context: Context) -> Section:
    """Give the section on progress."""
    return Section("progress", context.say("Are we on track?", "Er vi i rute?"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    steering = [one for one in context.status.indicators if one.steering]
    if not steering:
        yield Paragraph(
            context.say("The plan has no indicators to steer by.", "Planen har ingen styringsindikatorer."), "missing"
        )
        return
    day = context.date(context.status.as_of)
    count = context.counted(len(steering), ("indicator", "indikator"), ("indicators", "indikatorer"))
    yield Paragraph(context.say(f"{count} as of {day}:", f"{count} per {day}:"))
    counts = context.status.counts
    yield Items(
        tuple(
            f"{context.number(counts[one])} {pick(RESULT_WORDS[one], context.lang)}" for one in RESULTS if counts[one]
        )
    )
    columns = (
        Column(context.say("Indicator", "Indikator")),
        Column(context.say("Latest", "Siste måling")),
        Column(context.say("Target value", "Målverdi")),
        Column(context.say("Result", "Resultat")),
    )
    caption = context.say("The indicators, the worst first", "Indikatorene, de som trenger noe først")
    yield Table(caption, columns, tuple(_row(context, one) for one in worst_first(steering)))
    for number, one in enumerate([one for one in worst_first(steering) if one.off_track][:_DRAWN], start=1):
        seen = _without_places(one) if context.open else one
        yield figure_of(progress_chart(seen, context.lang, name=f"progress-{number}"), one.title(context.lang))
    left = [(one, note) for one in steering for note in one.left_out]
    if left:
        yield Paragraph(
            context.counted(
                len(left),
                ("figure could not be used", "tall kunne ikke brukes"),
                ("figures could not be used", "tall kunne ikke brukes"),
            )
            + ": "
            + "; ".join(f"{one.title(context.lang)}: {_why_left_out(context, note)}" for one, note in left[:_SHOWN])
            + ("." if len(left) <= _SHOWN else " …"),
            "note",
        )


def _without_places(one: IndicatorStatus) -> IndicatorStatus:
    """Give an indicator whose chart names no file to those who only listen to it."""
    return replace(one, left_out=tuple(replace(note, place=None) for note in one.left_out))


def _row(context: Context, one: IndicatorStatus) -> tuple[str, ...]:
    lang = context.lang
    unit = one.unit(lang)
    latest = one.latest
    value = f"{value_text(latest.value, lang, unit)} ({context.date(latest.date)})" if latest else NOTHING
    aim = one.aims[-1] if one.aims else None
    wanted = NOTHING
    if aim is not None:
        wanted = aim_text(one, aim, lang, unit, brief=True)
        if aim.date is not None:
            wanted += f" ({context.date(aim.date)})"
    result = pick(RESULT_WORDS[one.result], lang)
    if one.not_accepted:
        result += f", {pick(BANDS['not_accepted'], lang)}"
    return one.title(lang), value, wanted, result


def _why_left_out(context: Context, note: LeftOut) -> str:
    """Say which value was left out and why; where it stands only to those who can mend it."""
    value = " ".join(part for part in (note.said, f"({context.date(note.date)})" if note.date else "") if part)
    where = f" [{note.place}]" if note.place is not None and not context.open else ""
    return f"{value} {pick(LEFT_OUT[note.reason], context.lang)}".strip() + where
