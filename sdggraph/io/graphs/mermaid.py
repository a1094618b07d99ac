"""Plans as Mermaid, as Markdown pages draw it: what is too much for its limits is left out by kind, and said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sdggraph.base.words import words
from sdggraph.io.graphs.drawing import WARNING, drawn_edges, label_lines
from sdggraph.io.graphs.exchange import exchange_graph, text_on
from sdggraph.model.kinds import KINDS

if TYPE_CHECKING:
    import networkx as nx

    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan

__all__ = ["Drawing", "draw_mermaid"]

_MOST_EDGES, _MOST_CHARACTERS = 500, 50_000
"""What Mermaid draws unless its page was set up otherwise."""

_LEAST_FIRST = (
    ("Unit", "Stakeholder", "Engagement", "Precondition", "Plan"),
    ("GlobalIndicator",),
    ("Benefit",),
    ("Action",),
    ("Indicator",),
    ("Strategy",),
    ("Objective",),
)
"""The kinds that are left out of a large drawing, those that the thread needs least first."""

_SPECIAL = re.compile(r"[^\w\s.,/()+*=?!'\-]")
_ODD = re.compile(r"[^A-Za-z0-9]+")


class Drawing(NamedTuple):
    """A drawing, and what is to be said of it."""

    text: str
    notes: tuple[Words, ...]


def draw_mermaid(plan: Plan) -> Drawing:
    """Draw a plan's graph as a Mermaid flowchart that pages draw without being set up for it.

    Raises:
        OutputError: An id holds what no format can hold.
    """
    view = exchange_graph(plan)
    left_out: list[str] = []
    text = _flowchart(view, plan.language, left_out)
    for kinds in _LEAST_FIRST:
        if _fits(view, text):
            break
        gone = [node for node, said in view.nodes(data=True) if said["kind"] in kinds]
        if gone:
            left_out += [kind for kind in kinds if any(view.nodes[node]["kind"] == kind for node in gone)]
            view.remove_nodes_from(gone)
            text = _flowchart(view, plan.language, left_out)
    return Drawing(text, tuple(_notes(left_out, fits=_fits(view, text))))


def _fits(view: nx.MultiDiGraph[str], text: str) -> bool:
    return view.number_of_edges() <= _MOST_EDGES and len(text) <= _MOST_CHARACTERS


def _notes(left_out: list[str], *, fits: bool) -> list[Words]:
    notes = []
    if left_out:
        en, nb = (", ".join(KINDS[kind].many[language] for kind in left_out) for language in ("en", "nb"))
        notes.append(
            words(
                f"left out, since Mermaid draws no more than {_MOST_EDGES} lines: {en}; .dot and .graphml hold all",
                f"utelatt, siden Mermaid ikke tegner mer enn {_MOST_EDGES} streker: {nb}; .dot og .graphml har alt",
            )
        )
    if not fits:
        notes.append(
            words(
                "still too large for Mermaid as pages set it up; `sdggraph view` shows it all",
                "fortsatt for stort for Mermaid slik sider setter det opp; `sdggraph view` viser alt",
            )
        )
    return notes


def _flowchart(view: nx.MultiDiGraph[str], language: str, left_out: list[str]) -> str:
    names = _names(view)
    lines = [f"%% without: {', '.join(left_out)}"] if left_out else []
    lines.append("flowchart RL")
    for node, said in view.nodes(data=True):
        label = "<br>".join(_escaped(line) for line in label_lines(node, said))
        opened, closed = ('(["', '"])') if said["kind"] == "Indicator" else ('["', '"]')
        lines.append(f"    {names[node]}{opened}{label}{closed}")
    against = []
    for number, edge in enumerate(drawn_edges(view, language)):
        arrow = "-.->" if edge.against or edge.faint else "-->"
        label = f'|"{_escaped(edge.label)}"|' if edge.label else ""
        lines.append(f"    {names[edge.source]} {arrow}{label} {names[edge.target]}")
        if edge.against:
            against.append(str(number))
    if against:
        lines.append(f"    linkStyle {','.join(against)} stroke:{WARNING}")
    return "\n".join([*lines, *_styles(view, names)]) + "\n"


def _styles(view: nx.MultiDiGraph[str], names: dict[str, str]) -> list[str]:
    """Give the goals their colours, and what lies under them a border of that colour."""
    lines = []
    groups: dict[tuple[str, bool], list[str]] = {}
    for node, said in view.nodes(data=True):
        if "color" in said:
            groups.setdefault((said["color"], said["kind"] == "Goal"), []).append(names[node])
    for number, ((color, is_goal), members) in enumerate(sorted(groups.items()), 1):
        look = f"fill:{color},stroke:{color},color:{text_on(color)}" if is_goal else f"stroke:{color},stroke-width:2px"
        lines += [f"    classDef un{number} {look}", f"    class {','.join(members)} un{number}"]
    return lines


def _names(view: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Give each node a name that Mermaid takes: ``sdg_3_8``; no two alike, and none of its own words."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for node in view:
        name = wanted = "n_" + _ODD.sub("_", node).strip("_")
        number = 1
        while name in taken:
            number += 1
            name = f"{wanted}__{number}"
        taken.add(name)
        names[node] = name
    return names


def _escaped(text: str) -> str:
    """Escape whatever isn't a letter, digit or harmless mark, as Mermaid's entities."""
    return _SPECIAL.sub(lambda match: f"#{ord(match[0])};", text)
