"""Tracks that nobody knows (SDG010): neither of the method's own nor of the plans' vocabulary, with what was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Finding
from sdggraph.base.nearby import nearest
from sdggraph.lint.near_fixes import in_cell, replaced
from sdggraph.model.vocabularies import TRACKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.lint.system import PlanSystem

__all__ = ["track_findings"]


def track_findings(system: PlanSystem) -> Iterator[Finding]:
    """Give a finding for each track of a named plan's node that isn't one.

    A plan may use the tracks of those that it follows up, as it uses their objectives.
    """
    known = dict.fromkeys((*TRACKS, *(track.id for plan in system.plans for track in plan.tracks)))
    for plan in system.named:
        for said in (plan.objectives, plan.strategies):
            for one in said:
                for number, track in enumerate(one.tracks):
                    if track not in known:
                        yield _unknown(system, f"{plan.id}:{one.id}", number, track, list(known))


def _unknown(system: PlanSystem, node: str, number: int, track: str, known: list[str]) -> Finding:
    path = ("tracks", number)
    place = system.place(node, path)
    meant = _meant(track, known)
    values: dict[str, object] = {"field": "tracks", "found": track, "expected": ", ".join(known), "meant": meant}
    if not meant:
        del values["meant"]
        return Finding("SDG010", node, path, values, (), place, variant="track")
    finding = Finding("SDG010", node, path, values, (), place, variant="track_meant")
    if place is None:
        return finding
    fix = in_cell(system, place, finding, track) if place.cell else replaced(place, track, meant)
    return replace(finding, fix=fix)


def _meant(track: str, known: list[str]) -> str:
    """Give the track that a word probably stands for: one in Norwegian, or one that is near."""
    from sdggraph.io.workbook.values import value_called

    said = value_called("objectives", ("tracks",), track)
    close = [said] if said in known else nearest(track, known)
    return close[0] if close else ""
