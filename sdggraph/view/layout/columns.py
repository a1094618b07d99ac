"""The column view's coordinates: goals with their targets to the left, areas with all below them to the right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.view.layout.order import natural_key, ordered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.view.facts import Facts
    from sdggraph.view.payload import Payload

__all__ = ["ROW", "Band", "ColumnLayout", "lay_columns"]

ROW = 17
"""Height of a row at the level that shows the whole plan."""
_GAP, _WIDEST_GAP = 6, 28
_TITLE_LINE, _TITLE_WIDTH = 15, 118
_FOLDED_FROM = 400
_WORST_FIRST = {"unaccepted": 0, "acceptable": 1, "measured": 2, "desired": 3, "unmeasured": 4}


@dataclass(slots=True)
class Band:
    """A goal with its targets or an area with its objectives: one above the other, never mixed.

    Attributes:
        node: The goal or area; None for objectives that belong to no area.
        rows: Targets or objectives in order.
        indents: How deep each row stands under another one.
        direct: Strategies that stand under the area itself.
        indicators: Whatever measures something in the band, worst result first.
    """

    node: int | None
    rows: list[int] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    direct: list[int] = field(default_factory=list)
    indicators: list[int] = field(default_factory=list)
    y: float = 0
    h: float = 0

    def to_json(self) -> dict[str, Any]:
        """Give the band for the page."""
        whole = {"node": self.node, "rows": self.rows, "y": round(self.y, 1), "h": round(self.h, 1)}
        for name in ("direct", "indicators"):
            if value := getattr(self, name):
                whole[name] = value
        if any(self.indents):
            whole["indents"] = self.indents
        return whole


@dataclass(slots=True)
class ColumnLayout:
    """Bands of both sides with their coordinates, and what hangs under each objective and strategy."""

    goals: list[Band]
    areas: list[Band]
    unprioritised: list[int]
    orphans: list[int]
    children: dict[int, list[int]]
    folded: bool
    height: float

    def to_json(self) -> dict[str, Any]:
        """Give the layout for the page."""
        return {
            "row": ROW,
            "goals": [band.to_json() for band in self.goals],
            "areas": [band.to_json() for band in self.areas],
            "unprioritised": self.unprioritised,
            "orphans": self.orphans,
            "children": self.children,
            "folded": self.folded,
            "height": round(self.height, 1),
        }


def lay_columns(payload: Payload, facts: Facts) -> ColumnLayout:
    """Order every column and give each band its place."""
    children = _children(payload, facts)
    goals, unprioritised = _goal_bands(payload, children)
    rank = _target_ranks(goals)
    anchors = _anchors(payload, facts, rank)
    areas, orphans = _area_bands(payload, facts, children, anchors)
    _add_indicators(payload, areas, children)
    folded = len(payload.nodes) > _FOLDED_FROM and sum(len(band.rows) for band in areas) > 0
    _measure_heights(payload, goals, areas, folded=folded)
    height = _stack(goals, areas)
    return ColumnLayout(goals, areas, unprioritised, orphans, children, folded, height)


def _children(payload: Payload, facts: Facts) -> dict[int, list[int]]:
    children: dict[int, list[int]] = defaultdict(list)
    for position, higher in facts.parent.items():
        children[higher].append(position)
    for below in children.values():
        if all(payload.nodes[position].number for position in below):
            below.sort(key=lambda position: natural_key(payload.nodes[position].number))
    return dict(children)


def _goal_bands(payload: Payload, children: dict[int, list[int]]) -> tuple[list[Band], list[int]]:
    """Prioritised goals get a band; where a plan prioritises none, those that have targets or claims do."""
    every = sorted(payload.of_kind("Goal"), key=lambda position: natural_key(payload.nodes[position].number))
    claimed = {edge.target for edge in payload.edges if edge.relation == "contributes_to"}
    chosen = {position for position in every if payload.nodes[position].more.get("prioritised")}
    shown = {
        position
        for position in every
        if position in chosen
        or (not chosen and position in claimed)
        or any(payload.nodes[row].more.get("selected") or not chosen for row in children.get(position, ()))
    }
    bands = [
        Band(position, [row for row in children.get(position, ()) if payload.nodes[row].kind == "Target"])
        for position in every
        if position in shown
    ]
    return bands, [position for position in every if position not in shown]


def _target_ranks(goals: Sequence[Band]) -> dict[int, float]:
    rank: dict[int, float] = {}
    for band in goals:
        start = float(len(rank))
        rank.update({row: start + place for place, row in enumerate(band.rows)})
        if band.node is not None:
            rank[band.node] = start + max(0, len(band.rows) - 1) / 2
    return rank


def _anchors(payload: Payload, facts: Facts, rank: dict[int, float]) -> dict[int, list[float]]:
    """Tie a node to the targets that it and all below it claim."""
    anchors: dict[int, list[float]] = defaultdict(list)
    for edge in payload.edges:
        if edge.relation == "contributes_to" and edge.target in rank:
            at: int | None = edge.source
            while at is not None:
                anchors[at].append(rank[edge.target])
                at = facts.parent.get(at)
    return anchors


def _area_bands(
    payload: Payload, facts: Facts, children: dict[int, list[int]], anchors: dict[int, list[float]]
) -> tuple[list[Band], list[int]]:
    def number(position: int) -> str:
        return payload.nodes[position].number

    def below(position: int, kind: str) -> list[int]:
        found = [row for row in children.get(position, ()) if payload.nodes[row].kind == kind]
        return ordered(found, number, anchors)

    tops = [position for position in payload.of_kind("TargetArea") if position not in facts.parent]
    bands: list[Band] = []
    waiting = list(reversed(ordered(tops, number, anchors)))
    while waiting:
        area = waiting.pop()
        band = Band(area, direct=below(area, "Strategy"))
        _add_rows(band, below(area, "Objective"), below)
        bands.append(band)
        waiting.extend(reversed(below(area, "TargetArea")))
    loose = [position for position in payload.of_kind("Objective") if position not in facts.parent]
    if loose:
        band = Band(None)
        _add_rows(band, ordered(loose, number, anchors), below)
        bands.append(band)
    return bands, [position for position in payload.of_kind("Strategy") if position not in facts.parent]


def _add_rows(band: Band, objectives: list[int], below: Any) -> None:
    waiting = [(row, 0) for row in reversed(objectives)]
    while waiting:
        row, depth = waiting.pop()
        band.rows.append(row)
        band.indents.append(depth)
        waiting.extend((lower, depth + 1) for lower in reversed(below(row, "Objective")))


def _add_indicators(payload: Payload, areas: Sequence[Band], children: dict[int, list[int]]) -> None:
    measures: dict[int, list[int]] = defaultdict(list)
    for edge in payload.edges:
        if edge.relation == "measured_by" and payload.nodes[edge.target].kind == "Indicator":
            measures[edge.source].append(edge.target)
    for band in areas:
        found: dict[int, None] = {}
        waiting = [*reversed(band.direct), *reversed(band.rows)] + ([band.node] if band.node is not None else [])
        while waiting:
            position = waiting.pop()
            found.update(dict.fromkeys(measures.get(position, ())))
            waiting.extend(
                row
                for row in children.get(position, ())
                if payload.nodes[row].kind in {"Strategy", "Action", "Benefit"}
            )
        band.indicators = sorted(
            found, key=lambda one: _WORST_FIRST[payload.nodes[one].more.get("result", "unmeasured")]
        )


def _measure_heights(payload: Payload, goals: Sequence[Band], areas: Sequence[Band], *, folded: bool) -> None:
    for band in goals:
        band.h = max(ROW * len(band.rows), 2 * ROW)
    for band in areas:
        title = _title_lines(payload, band.node) * _TITLE_LINE if band.node is not None else ROW
        rows = len(band.rows) + bool(band.direct)
        card = title + (21 if rows or not folded else 8)
        band.h = max(card, 2 * ROW) if folded else max(ROW * rows, card, 3 * ROW if band.indicators else 0)


def _title_lines(payload: Payload, position: int) -> int:
    node = payload.nodes[position]
    longest = max((len(title) for title in node.title.values()), default=0) + len(node.number) + 2
    return min(3, 1 + int(longest * 6.6 / _TITLE_WIDTH))


def _stack(goals: Sequence[Band], areas: Sequence[Band]) -> float:
    """Stack both sides from the top; the shorter one gets wider gaps, so that no height is wasted."""
    wanted = [sum(band.h for band in side) + _GAP * (len(side) - 1) for side in (goals, areas)]
    height = max(0, *wanted)
    for side, own in zip((goals, areas), wanted, strict=True):
        spare = (height - own) / (len(side) - 1) if len(side) > 1 else 0
        gap = min(_GAP + spare, _WIDEST_GAP)
        top = 0.0
        for band in side:
            band.y = top
            top += band.h + gap
    return height
