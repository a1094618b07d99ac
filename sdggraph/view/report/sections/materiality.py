"""The materiality matrix: how much each goal matters, and how much the municipality can move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.materiality import QUADRANTS
from sdggraph.analysis.materiality_words import AXES, QUADRANT_MEANINGS, QUADRANT_WORDS
from sdggraph.base.words import pick
from sdggraph.lint.phrases import capitalised
from sdggraph.view.charts.materiality import materiality_chart
from sdggraph.view.report.blocks import NOTHING, Column, Items, Paragraph, Section, Table
from sdggraph.view.report.figures import figure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.materiality import Score
    from sdggraph.view.report.blocks import Block
    from sdggraph.view.report.context import Context

__all__ = ["materiality"]


def materiality(context: Context) -> Section:
    """Give the section on materiality."""
    return Section("materiality", context.say("What matters most", "Hva betyr mest"), tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[Block]:
    found, say, lang = context.materiality, context.say, context.lang
    if not found.placed:
        yield Paragraph(
            say(
                "The plan has no assessment of how much the goals matter.",
                "Planen har ingen vurdering av hvor vesentlige bærekraftsmålene er.",
            ),
            "missing",
        )
        return
    yield figure_of(materiality_chart(found, lang), say("The materiality matrix", "Vesentlighetsmatrisen"))
    meanings = []
    for quadrant in QUADRANTS:
        goals = found.in_quadrant(quadrant)
        if goals:
            named = ", ".join(context.title(f"sdg:{one.code}") for one in goals)
            meaning = pick(QUADRANT_MEANINGS[quadrant], lang)
            meanings.append(f"{capitalised(pick(QUADRANT_WORDS[quadrant], lang))} ({meaning}): {named}.")
    yield Items(tuple(meanings))
    columns = (
        Column(say("Goal", "Bærekraftsmål")),
        Column(pick(AXES["stakeholders"], lang), numbers=True),
        Column(pick(AXES["impact"], lang), numbers=True),
    )
    rows = tuple(
        (context.title(f"sdg:{one.code}"), _score(context, one.stakeholders), _score(context, one.impact))
        for one in found.goals
    )
    caption = say("Scores from 0 to 5", "Vurdering fra 0 til 5")
    yield Table(caption, columns, rows, tuple(one.code for one in found.goals))
    if found.missing:
        named = context.titles([f"sdg:{code}" for code in found.missing], len(found.missing))
        yield Paragraph(say(f"Not assessed: {named}.", f"Ikke vurdert: {named}."), "note")
    if found.findings:
        left = context.counted(len(found.findings), ("score", "vurdering"), ("scores", "vurderinger"))
        yield Paragraph(say(f"{left} could not be used.", f"{left} kunne ikke brukes."), "note")


def _score(context: Context, score: Score | None) -> str:
    if score is None:
        return NOTHING
    text = context.number(score.mean, 1)
    if score.voices:
        voices = context.counted(score.voices, ("voice", "stemme"), ("voices", "stemmer"))
        text += f" ({voices})"
    return text
