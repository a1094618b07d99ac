"""References that lead nowhere, or to a kind that their field doesn't join (SDG007, SDG008), with what was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Finding
from sdggraph.base.nearby import Names
from sdggraph.lint.near_fixes import in_cell, replaced
from sdggraph.model.codes import local_part, plan_part
from sdggraph.model.kinds import kinds_phrase, one_of_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.places import Place
    from sdggraph.graph.index import Index, Unresolved
    from sdggraph.lint.system import PlanSystem

__all__ = ["reference_findings"]


def reference_findings(system: PlanSystem) -> Iterator[Finding]:
    """Give a finding for each reference of the named plans that can't be an edge, and each id that stands twice."""
    index = system.index
    names = {plan.id for plan in system.named}
    near = _Near(index)
    for unresolved in index.unresolved:
        node = index.ids[unresolved.source]
        if plan_part(node) not in names:
            continue
        place = system.place(node, unresolved.path)
        if unresolved.found:
            yield _wrong_kind(index, unresolved, place)
            continue
        finding = _nothing(index, unresolved, place, near)
        if place is not None and place.cell:
            finding = replace(finding, fix=in_cell(system, place, finding, unresolved.text))
        yield finding
    made_in_python = {plan.id for plan in system.named if plan.reading is None}
    for node, _kind in index.twice:
        if plan_part(node) in made_in_python:
            yield Finding("SDG006", node, ("id",), {"id": local_part(node)})


class _Near:
    """Finds the ids near to a misspelt one among the nodes of some kinds of one plan; the search is built once each."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.names: dict[tuple[str, tuple[str, ...]], Names] = {}

    def find(self, plan: str, kinds: tuple[str, ...], wrong: str) -> str | None:
        key = (plan, kinds)
        if key not in self.names:
            ids = (self.index.ids[node] for kind in kinds for node in self.index.of_kind(kind))
            self.names[key] = Names(local_part(name) for name in ids if plan_part(name) in (plan, "national"))
        found = self.names[key].nearest(wrong)
        return found[0] if found else None


def _wrong_kind(index: Index, unresolved: Unresolved, place: Place | None) -> Finding:
    found = unresolved.found or ""
    kind = index.kinds[index.number[found]]
    values = {
        "field": unresolved.path[0],
        "ref": unresolved.text,
        "found_kind": one_of_kind(kind),
        "wanted": kinds_phrase(unresolved.wanted),
    }
    return Finding("SDG008", index.ids[unresolved.source], unresolved.path, values, (found,), place)


def _nothing(index: Index, unresolved: Unresolved, place: Place | None, near: _Near) -> Finding:
    node = index.ids[unresolved.source]
    text = unresolved.text
    values: dict[str, object] = {"field": unresolved.path[0], "ref": text}
    plan, _, local = text.rpartition(":")
    plan = plan or plan_part(node)
    if plan not in index.number and ":" in text and plan != "sdg":
        return Finding("SDG007", node, unresolved.path, values, (), place, None, None, "plan")
    meant = near.find(plan, unresolved.wanted, local)
    if meant is None:
        return Finding("SDG007", node, unresolved.path, values, (), place)
    written = meant if plan == plan_part(node) or ":" not in text else f"{plan}:{meant}"
    suggested = f"{plan}:{meant}"
    fix = replaced(place, text, written) if place is not None and place.line is not None else None
    return Finding("SDG007", node, unresolved.path, {**values, "meant": written}, (), place, fix, suggested, "meant")
