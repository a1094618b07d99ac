"""Money: the budget by area and year, each krone once, and which goals it touches."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.view.report.blocks import NOTHING, Column, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.money import Grouping
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["money"]


def money(context: Context) -> Section:
    """Give the section on money."""
    return Section("money", context.say("Where the money goes", "Hit går pengene"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    found, say = context.money, context.say
    if not found.actions:
        yield Paragraph(
            say(
                "The plan has no actions, so it says nothing of money.",
                "Planen har ingen tiltak og sier derfor ingenting om penger.",
            ),
            "missing",
        )
        return
    if found.entries:
        if context.currency:
            yield Paragraph(
                say(f"All amounts are in {context.currency}.", f"Alle beløp er i {context.currency}."), "note"
            )
        yield _by(context, "area", say("By target area", "Etter målområde"), say("Target area", "Målområde"))
        yield _by(context, "type", say("By type", "Etter type"), say("Type", "Type"))
        yield from _by_goal(context)
    else:
        yield Paragraph(say("No action has a budget.", "Ingen tiltak har budsjett."), "missing")
    if found.within_frame:
        count = context.counted(len(found.within_frame), ("action is", "tiltak"), ("actions are", "tiltak"))
        yield Paragraph(f"{count} {say('paid within the ordinary budget', 'dekkes innenfor rammen')}.", "note")
    if found.without_budget:
        count = context.counted(len(found.without_budget), ("action says", "tiltak"), ("actions say", "tiltak"))
        named = context.titles(list(found.without_budget), 5)
        yield Paragraph(f"{count} {say('nothing of money', 'sier ingenting om penger')}: {named}.", "note")


def _by(context: Context, by: Grouping, caption: str, heading: str) -> Table:
    found = context.money
    years = [str(year) for year in found.years]
    columns = (
        Column(heading),
        *(Column(year, numbers=True) for year in years),
        Column(context.say("In all", "I alt"), numbers=True),
    )
    rows = tuple(_row(context, row, years) for row in found.rows(by, context.lang))
    total = (
        context.say("In all", "I alt"),
        *(context.money_text(found.in_year(year)) for year in found.years),
        context.money_text(found.total),
    )
    return Table(caption, columns, rows, total=total)


def _row(context: Context, row: dict[str, Any], years: list[str]) -> tuple[str, ...]:
    amounts = (row[name] for name in (*years, "total"))
    return row["title"], *(context.money_text(amount) if amount != Decimal() else NOTHING for amount in amounts)


def _by_goal(context: Context) -> Iterator[Block]:
    found, say = context.money, context.say
    if not found.goals:
        return
    columns = (
        Column(say("Goal", "Bærekraftsmål")),
        Column(say("Actions", "Tiltak"), numbers=True),
        Column(say("Money that touches it", "Penger som berører det"), numbers=True),
        Column(say("Split equally", "Likt delt"), numbers=True),
    )
    rows = tuple(
        (
            context.title(f"sdg:{one.code}"),
            context.number(one.actions),
            context.money_text(one.touches),
            context.money_text(one.split_equally),
        )
        for one in found.goals
    )
    yield Table(say("By goal", "Etter bærekraftsmål"), columns, rows, tuple(one.code for one in found.goals))
    text = say(
        "An action that serves three goals touches each of them with all its money, so these amounts overlap and are "
        "never added up. Split equally, each action's money is divided by the number of goals that it serves; that "
        "says nothing of how much it does for each.",
        "Et tiltak som tjener tre bærekraftsmål, berører hvert av dem med alle pengene sine. Derfor overlapper "
        "beløpene og summeres aldri. Likt delt er pengene delt på antall bærekraftsmål tiltaket tjener; det sier "
        "ikke noe om hvor mye det gjør for hvert av dem.",
    )
    if found.unreached:
        amount = context.money_text(found.unreached)
        text += say(f" Actions that serve no goal: {amount}.", f" Tiltak som ikke tjener noe bærekraftsmål: {amount}.")
    yield Paragraph(text, "note")
