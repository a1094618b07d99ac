"""Coverage drawn: goals against target areas, or targets against objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.subject import node_title
from sdggraph.base.words import pick, words
from sdggraph.view.charts.heat_map import Cell, Head, HeatMap, heat_step

if TYPE_CHECKING:
    from sdggraph.analysis.coverage import Coverage

__all__ = ["coverage_chart"]

_DIRECT = words("claims it itself", "oppgir det selv")
_INHERITED = words("through its area or parent", "gjennom området eller overordnet mål")


def coverage_chart(found: Coverage, lang: str, *, targets: bool = False, width: int = 960) -> str:
    """Draw what strategies do for each goal in each target area; or which objectives reach each target.

    Args:
        found: What the plans cover.
        lang: The language.
        targets: Whether to draw targets against objectives.
        width: In pixels; the drawing grows wider where there are many columns.
    """
    return (_targets(found, lang) if targets else _goals(found, lang)).draw(width)


def _goals(found: Coverage, lang: str) -> HeatMap:
    nb = lang == "nb"
    most = max((count for row in found.goals for count in row.by_area.values()), default=0)
    cells = {}
    for at, row in enumerate(found.goals):
        for column, area in enumerate(found.areas):
            count, direct = row.by_area[area], row.direct_by_area[area]
            if count:
                hint = f"{direct} {pick(_DIRECT, lang)}, {count - direct} {pick(_INHERITED, lang)}"
                more = f"+{count - direct}" if count > direct else ""
                cells[at, column] = Cell(str(direct), heat_step(count, most), more, hint)
    served = [row.code for row in found.goals if row.strategies]
    unserved = [row.code for row in found.goals if row.named and not row.strategies]
    title = (
        f"{len(served)} av 17 bærekraftsmål har strategier" if nb else f"{len(served)} of the 17 goals have strategies"
    )
    if unserved:
        codes = ", ".join(unserved)
        title += f"; prioritert uten strategi: {codes}" if nb else f"; prioritised without a strategy: {codes}"
    described = "; ".join(
        f"{row.code} {found.graph.title(f'sdg:{row.code}', lang)}: {row.direct} + {row.inherited}"
        for row in found.goals
        if row.strategies
    )
    note = (
        "Tallet er strategier som selv oppgir målet, + de som når det gjennom området eller et overordnet mål. En "
        "strategi teller for hvert mål den når. Mål med halvfet skrift er prioritert."
        if nb
        else "The figure counts strategies that claim the goal themselves, + those that reach it through their area or "
        "an objective. A strategy counts for each goal that it reaches. Goals in bold are prioritised."
    )
    heads = [Head(found.graph.title(f"sdg:{row.code}", lang), row.code, row.named) for row in found.goals]
    columns = [Head(node_title(found.graph, area, lang)) for area in found.areas]
    steps = _legend(most, nb=nb)
    return HeatMap("coverage", f"{title}.", f"{described}. {note}", heads, columns, cells, steps, (note,), lang)


def _legend(most: int, *, nb: bool) -> list[tuple[str, str]]:
    """Say from which to which figure each colour goes."""
    found: dict[str, list[int]] = {}
    for value in range(1, most + 1):
        found.setdefault(heat_step(value, most), []).append(value)
    unit = "strategier" if nb else "strategies"
    ranges = [
        (paint, f"{values[0]}\N{EN DASH}{values[-1]}" if len(values) > 1 else str(values[0]))
        for paint, values in found.items()
    ]
    return [("sunk", "0"), *ranges[:-1], *((paint, f"{said} {unit}") for paint, said in ranges[-1:])]


def _targets(found: Coverage, lang: str) -> HeatMap:
    nb = lang == "nb"
    objectives = [
        node for node in found.graph.nodes("Objective") if any(node in row.by_objective for row in found.targets)
    ]
    cells = {}
    for at, row in enumerate(found.targets):
        for column, node in enumerate(objectives):
            how = row.by_objective.get(node)
            if how is not None:
                direct = how == "direct"
                hint = pick(_DIRECT if direct else _INHERITED, lang)
                cells[at, column] = Cell("●" if direct else "○", "heat3" if direct else "heat1", "", hint)
    reached = sum(bool(row.by_objective) for row in found.targets)
    selected = sum(row.named for row in found.targets)
    title = (
        f"{selected} av FNs 169 delmål er valgt; {reached} nås av mål i planen."
        if nb
        else f"{selected} of the UN's 169 targets are selected; {reached} are reached by objectives of the plan."
    )
    described = "; ".join(
        f"{row.code}: {', '.join(found.graph.title(node, lang) for node in row.by_objective) or '-'}"
        for row in found.targets
    )
    heads = [Head(found.graph.title(f"sdg:{row.code}", lang), row.code) for row in found.targets]
    columns = [Head(node_title(found.graph, node, lang)) for node in objectives]
    legend = [("heat3", f"● {pick(_DIRECT, lang)}"), ("heat1", f"○ {pick(_INHERITED, lang)}")]
    return HeatMap("coverage-targets", title, described, heads, columns, cells, legend, (), lang)
