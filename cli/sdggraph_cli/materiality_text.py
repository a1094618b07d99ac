"""The materiality matrix as text for people: the goals by quadrant, the most material first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.materiality import QUADRANTS
from sdggraph.analysis.materiality_scores import LEAST_VOICES
from sdggraph.analysis.materiality_words import QUADRANT_MEANINGS, QUADRANT_WORDS
from sdggraph.base.words import pick
from sdggraph_cli.text_table import capital, speaker, tabulated, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from sdggraph.analysis.materiality import GoalMateriality, Materiality
    from sdggraph.analysis.materiality_scores import Score

__all__ = ["materiality_text"]


def materiality_text(found: Materiality, lang: str) -> Iterator[str]:
    """Write the matrix as lists, what it lacks, and what the scores of each group are."""
    say = speaker(lang)
    if not found.goals:
        yield say(
            "The plan prioritises no goals, so nothing is assessed.",
            "Planen prioriterer ingen bærekraftsmål, så ingenting er vurdert.",
        )
        return
    if found.placed:
        yield from wrapped(_source(found, lang))
    for quadrant in QUADRANTS:
        goals = found.in_quadrant(quadrant)
        if goals:
            yield ""
            yield from wrapped(
                f"{capital(pick(QUADRANT_WORDS[quadrant], lang))}: {pick(QUADRANT_MEANINGS[quadrant], lang)}"
            )
            yield from _table(found, goals, lang)
    if found.missing:
        if found.placed:
            yield ""
        titles = "; ".join(f"{code} {found.graph.title(f'sdg:{code}', lang)}" for code in found.missing)
        yield from wrapped(say(f"Not assessed on both axes: {titles}", f"Ikke vurdert på begge akser: {titles}"))
    yield from _groups(found, lang)


def _source(found: Materiality, lang: str) -> str:
    say = speaker(lang)
    limit = _figure(found.threshold, lang)
    if found.source == "plan":
        return say(
            f"As the plan has it, 0 to 5; {limit} or more is high.",
            f"Slik planen har det, 0 til 5; {limit} og over er høyt.",
        )
    people = say(f" from {found.people} people", f" fra {found.people} personer") if found.people else ""
    return say(
        f"Means of scores{people}, 0 to 5; {limit} or more is high. ± is the sample standard deviation, n the voices.",
        f"Gjennomsnitt av vurderinger{people}, 0 til 5; {limit} og over er høyt. ± er standardavviket i utvalget, n er "
        "antall stemmer.",
    )


def _table(found: Materiality, goals: tuple[GoalMateriality, ...], lang: str) -> Iterator[str]:
    say = speaker(lang)
    heads = say("Goal|importance|impact|in the plan", "Mål|viktighet|påvirkning|i planen").split("|")
    rows = []
    for one in goals:
        shown = [f"{one.code} {found.graph.title(f'sdg:{one.code}', lang)}"]
        shown += [_score(one.stakeholders, lang), _score(one.impact, lang)]
        rows.append([*shown, " / ".join(_figure(value, lang) for value in one.in_plan)])
    if found.source == "plan":
        heads, rows = heads[:3], [row[:3] for row in rows]
    yield from tabulated(heads, rows)


def _groups(found: Materiality, lang: str) -> Iterator[str]:
    say = speaker(lang)
    rows = [
        [one.code, group.group, _score(group.stakeholders, lang), _score(group.impact, lang)]
        for one in found.goals
        for group in one.groups
    ]
    if rows:
        yield ""
        heads = say("Goal|group|importance|impact", "Mål|gruppe|viktighet|påvirkning").split("|")
        yield from tabulated(heads, rows, flexible=(1,), left=(0, 1))
    if found.hidden_groups:
        yield from wrapped(
            say(
                f"Groups with fewer than {LEAST_VOICES} voices are not shown: {found.hidden_groups}",
                f"Grupper med færre enn {LEAST_VOICES} stemmer vises ikke: {found.hidden_groups}",
            )
        )


def _score(score: Score | None, lang: str) -> str:
    if score is None:
        return ""
    text = _figure(score.mean, lang)
    if score.spread is not None:
        text += f" ±{_figure(score.spread, lang)}"
    return f"{text} (n={score.voices})" if score.voices else text


def _figure(value: Decimal | None, lang: str) -> str:
    if value is None:
        return "\N{EN DASH}"
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if lang == "nb" else text
