"""Interactions drawn: what acts against what is acted on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sdggraph.model.codes import goal_of, local_part, natural_key
from sdggraph.view.charts.heat_map import Cell, Head, HeatMap

if TYPE_CHECKING:
    from sdggraph.analysis.interactions import Interactions

__all__ = ["interactions_chart"]

_MOST = 24


def interactions_chart(found: Interactions, lang: str, *, width: int = 960) -> str:
    """Draw all scores; where there are more than two dozen targets, those of each goal together.

    Scores that meet in one cell are shown as their net, whose colour is that of a score of its size, at most three.

    Args:
        found: The interactions.
        lang: The language.
        width: In pixels; the drawing grows wider where there are many columns.
    """
    gathered = max(len({one.source for one in found.links}), len({one.target for one in found.links})) > _MOST
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in found.links:
        ends = [_gathered(found, node) if gathered else node for node in (one.source, one.target)]
        pairs[ends[0], ends[1]].append(one.score)
    sources = _ordered(found, {source for source, _ in pairs})
    targets = _ordered(found, {target for _, target in pairs})
    cells = {
        (sources.index(source), targets.index(target)): _cell(scores) for (source, target), scores in pairs.items()
    }
    nb = lang == "nb"
    harms, open_harms = len(found.harms), len(found.unmitigated)
    title = (
        f"Vurderte samspill: {len(found.links)}. Hemmende: {harms}, hvorav {open_harms} ikke dempes av noe."
        if nb
        else f"Interactions scored: {len(found.links)}. Harmful: {harms}, of which {open_harms} softened by nothing."
    )
    described = "; ".join(
        f"{_called(found, source, lang)} → {_called(found, target, lang)}: {_apart(scores)}"
        for (source, target), scores in pairs.items()
    )
    notes = ["Raden virker på kolonnen." if nb else "The row acts on the column."]
    if any(len(scores) > 1 for scores in pairs.values()):
        notes.append(
            "Der flere poengsummer møtes i en rute, vises summen."
            if nb
            else "Where several scores meet in a cell, their sum is shown."
        )
    if found.citation:
        notes.append(("Kilde: " if nb else "Source: ") + found.citation)
    legend = [
        ("heat2", "+1"), ("heat4", "+2"), ("heat5", "+3"), ("sunk", "ingenting sagt" if nb else "nothing said"),
        ("harm1", "−1"), ("harm2", "−2"), ("harm3", "−3"),  # noqa: RUF001
    ]  # fmt: skip
    heads = [[_head(found, node, lang) for node in nodes] for nodes in (sources, targets)]
    return HeatMap("interactions", title, described, heads[0], heads[1], cells, legend, notes, lang).draw(width)


def _gathered(found: Interactions, node: str) -> str:
    return f"sdg:{goal_of(local_part(node))}" if found.graph.kind(node) == "Target" else node


def _ordered(found: Interactions, nodes: set[str]) -> list[str]:
    """Put goals and targets first, in SDG order; strategies after them, in the order of the plans."""
    index = found.graph.index.number
    shared = sorted((node for node in nodes if node.startswith("sdg:")), key=lambda node: natural_key(local_part(node)))
    return [*shared, *sorted(nodes - set(shared), key=lambda node: index[node])]


def _called(found: Interactions, node: str, lang: str) -> str:
    """Call a goal or target by its code, anything else by its title: an id says nothing to those who listen."""
    return local_part(node) if node.startswith("sdg:") else found.graph.title(node, lang)


def _head(found: Interactions, node: str, lang: str) -> Head:
    return Head(found.graph.title(node, lang), local_part(node) if node.startswith("sdg:") else None)


def _cell(scores: list[int]) -> Cell:
    net = sum(scores)
    size = min(abs(net), 3)
    paint = f"harm{size}" if net < 0 else ("sunk", "heat2", "heat4", "heat5")[size]
    return Cell(_signed(net), paint, "", _apart(scores))


def _apart(scores: list[int]) -> str:
    """Write one score as it is, several as what helps and what harms."""
    if len(scores) == 1:
        return _signed(scores[0])
    plus, minus = (sum(one for one in scores if one * sign > 0) for sign in (1, -1))
    return f"{_signed(plus)}, {_signed(minus)} ({len(scores)})"


def _signed(score: int) -> str:
    return f"+{score}" if score > 0 else f"\N{MINUS SIGN}{-score}" if score else "0"
