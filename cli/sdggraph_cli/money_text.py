"""Money as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.money import GROUPINGS
from sdggraph.base.words import pick, words
from sdggraph_cli.text_table import amount, capital, speaker, tabulated, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.money import Grouping, Money

__all__ = ["heading", "money_text"]

_HEADINGS = {
    "area": words("by target area", "per målområde"),
    "unit": words("by unit", "per enhet"),
    "type": words("by type", "per type"),
    "action": words("by action", "per tiltak"),
    "goal": words("by goal", "per bærekraftsmål"),
}


def heading(by: str, lang: str) -> str:
    """Name a table."""
    return pick(_HEADINGS[by], lang)


def money_text(found: Money, lang: str, by: str | None) -> Iterator[str]:
    """Write the tables, or one of them, and what they don't hold."""
    say = speaker(lang)
    if found.entries:
        for name in GROUPINGS:
            if by == name or (by is None and name != "action"):
                yield from _table(found, name, lang)
                yield ""
        if by in (None, "goal"):
            yield from _goals(found, lang)
            yield ""
    else:
        yield say("No action has a budget.", "Ingen tiltak har budsjett.")
    if not found.actions:
        yield say("The plan has no actions at all.", "Planen har ingen tiltak i det hele tatt.")
        return
    budgeted = found.actions - len(found.within_frame) - len(found.without_budget)
    yield from wrapped(
        say(
            f"{budgeted} of {found.actions} actions have a budget by year; {len(found.within_frame)} more are paid "
            f"within the frame, without an amount; {len(found.without_budget)} say nothing of money.",
            f"{budgeted} av {found.actions} tiltak har budsjett per år; {len(found.within_frame)} til dekkes innenfor "
            f"rammen, uten beløp; {len(found.without_budget)} sier ingenting om penger.",
        )
    )
    for node in found.without_budget[:10]:
        yield from wrapped(found.graph.title(node, lang), 2)
    if len(found.without_budget) > 10:
        yield f"  +{len(found.without_budget) - 10}"


def _table(found: Money, by: Grouping, lang: str) -> Iterator[str]:
    years = [str(year) for year in found.years]
    rows = [
        [str(row["title"]), *(amount(row[name], lang) for name in (*years, "total"))] for row in found.rows(by, lang)
    ]
    total = speaker(lang)("total", "sum")
    sums = [amount(found.in_year(year), lang) for year in found.years]
    yield from tabulated(
        [capital(heading(by, lang)), *years, total], [*rows, [capital(total), *sums, amount(found.total, lang)]]
    )


def _goals(found: Money, lang: str) -> Iterator[str]:
    say = speaker(lang)
    heads = say("actions|touches|overlaps|split equally", "tiltak|berører|overlapper|likt delt").split("|")
    rows = [
        [f"{one.code} {found.graph.title(f'sdg:{one.code}', lang)}", str(one.actions)]
        + [amount(value, lang) for value in (one.touches, one.overlap, one.split_equally)]
        for one in found.goals
    ]
    if found.unreached:
        rows.append([say("(serves no goal)", "(tjener ikke noe mål)"), "", "", "", amount(found.unreached, lang)])
    yield from tabulated([capital(heading("goal", lang)), *heads], rows)
    yield from wrapped(
        say(
            "Touches: all the money of the actions that serve the goal; the part that overlaps is counted for other "
            "goals too, so this column has no sum. Split equally: each action's money divided by the number of goals "
            "that it serves; this column adds up to the total.",
            "Berører: alle pengene til tiltakene som tjener målet. Det som overlapper, er også regnet med under andre "
            "mål, så kolonnen har ingen sum. Likt delt: pengene til hvert tiltak delt på antall mål det tjener; denne "
            "kolonnen har samme sum som tabellene over.",
        )
    )
