"""Interactions as text for people: effects on goals, harms and what softens them, strategies at odds, loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.model.codes import local_part
from sdggraph_cli.text_table import speaker, tabulated, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.interactions import Interactions
    from sdggraph.analysis.interactions_chains import Loop

__all__ = ["interactions_text", "signed"]

_MOST = 12


def signed(score: int) -> str:
    """Write a score with its sign."""
    return f"+{score}" if score > 0 else f"\N{MINUS SIGN}{-score}" if score else "0"


def interactions_text(found: Interactions, lang: str) -> Iterator[str]:
    """Write all that the interactions come to."""
    say = speaker(lang)
    if not found.links:
        yield say(
            "Neither the plan nor a matrix scores any interaction.", "Verken planen eller en matrise vurderer samspill."
        )
    else:
        count = len(found.links)
        said = say(f"{count} interactions, from \u22123 to +3", f"{count} samspill, fra \u22123 til +3")
        yield from wrapped(said + (say("; source: ", "; kilde: ") + found.citation if found.citation else ""))
        yield ""
        yield from _effects(found, lang)
        yield from _harms(found, lang)
        yield from _loops(found, lang)
    yield from _declared(found, lang)


def _effects(found: Interactions, lang: str) -> Iterator[str]:
    say = speaker(lang)
    if not found.effects:
        yield from wrapped(
            say(
                "None of them begins with something that the plan pursues.",
                "Ingen av dem går ut fra noe planen følger opp.",
            )
        )
        return
    heads = say(
        "Effect on the goal|helps|harms|net|chains +|chains \u2212|net",
        "Virkning på bærekraftsmålet|fremmer|hemmer|netto|kjeder +|kjeder \u2212|netto",
    )
    rows = [
        [f"{one.code} {found.graph.title(f'sdg:{one.code}', lang)}"]
        + [signed(value) for value in (one.plus, one.minus, one.net)]
        + [signed(value) for value in (one.chains_plus, one.chains_minus, one.chains_net)]
        for one in found.effects
    ]
    yield from tabulated(heads.split("|"), rows)
    yield from wrapped(
        say(
            "First order: the scores of interactions from what the plan pursues to the goal or its targets. Chains: "
            "two interactions in a row, each counted as its weaker link. The two are not added up.",
            "Første ledd: poengene til samspill fra det planen følger opp, til målet eller delmålene. Kjeder: to "
            "samspill etter hverandre, regnet som det svakeste av dem. De to legges ikke sammen.",
        )
    )


def _harms(found: Interactions, lang: str) -> Iterator[str]:
    say, title = speaker(lang), found.graph.title
    if found.harms:
        yield ""
        yield say("What harms, and what softens it", "Hva som hemmer, og hva som demper det")
        for one in found.harms[:_MOST]:
            names = " → ".join(_called(found, node, lang) for node in (one.source, one.target))
            softened = "; ".join(title(node, lang) for node in one.mitigated_by)
            yield from wrapped(f"{signed(one.score)} {names}", 2)
            nothing = say("nothing softens it", "ingenting demper det")
            yield from wrapped(say("softened by: ", "dempes av: ") + softened if softened else nothing, 5)
        if len(found.harms) > _MOST:
            yield f"  +{len(found.harms) - _MOST}"
    if found.conflicts:
        yield ""
        yield say("Strategies that serve goals at odds", "Strategier som tjener mål i strid med hverandre")
        for at_odds in found.conflicts[:_MOST]:
            link = at_odds.link
            inherited = "" if at_odds.direct else say(", by inheritance", ", ved arv")
            pair = f"{local_part(link.source)} → {local_part(link.target)} {signed(link.score)}{inherited}"
            yield from wrapped(f"{title(at_odds.strategy, lang)} ({pair})", 2)
        if len(found.conflicts) > _MOST:
            yield f"  +{len(found.conflicts) - _MOST}"


def _called(found: Interactions, node: str, lang: str) -> str:
    shared = found.graph.kind(node) in ("Goal", "Target")
    return f"{local_part(node)} {found.graph.title(node, lang)}" if shared else found.graph.title(node, lang)


def _loops(found: Interactions, lang: str) -> Iterator[str]:
    say = speaker(lang)
    reinforcing, balancing = found.loops_found
    if not (reinforcing or balancing):
        return
    yield ""
    yield from wrapped(
        say(
            f"Loops of two or three: {reinforcing} reinforcing, {balancing} balancing; the strongest:",
            f"Sløyfer med to eller tre ledd: {reinforcing} forsterkende, {balancing} dempende; de sterkeste:",
        )
    )
    for loop in found.loops[:_MOST]:
        kind = say(loop.kind, "forsterkende" if loop.kind == "reinforcing" else "dempende")
        yield from wrapped(f"{_around(loop)} ({kind})", 2)


def _around(loop: Loop) -> str:
    steps = [f"{local_part(node)} {signed(score)}→" for node, score in zip(loop.nodes, loop.scores, strict=True)]
    return " ".join([*steps, local_part(loop.nodes[0])])


def _declared(found: Interactions, lang: str) -> Iterator[str]:
    say = speaker(lang)
    if found.declared:
        yield ""
        yield say("What the plan says it works against", "Det planen selv sier at den motvirker")
        for one in found.declared:
            why = one.why_in(lang) or say("no reason given", "ingen grunn oppgitt")
            yield from wrapped(f"{_called(found, one.node, lang)} → {local_part(one.target)}: {why}", 2)
