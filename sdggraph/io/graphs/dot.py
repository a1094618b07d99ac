"""Plans as DOT, for Graphviz: goals to the left in their colours, what serves them to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.io.graphs.drawing import INK, LINE, WARNING, drawn_edges, label_lines
from sdggraph.io.graphs.exchange import exchange_graph, text_on

if TYPE_CHECKING:
    from sdggraph.io.graphs.drawing import DrawnEdge
    from sdggraph.model.plan import Plan

__all__ = ["write_dot"]

_HEAD = f"""    rankdir=RL
    ranksep=0.7
    nodesep=0.12
    node [shape=box, style="rounded,filled", fillcolor="#FFFFFF", color="{LINE}", fontcolor="{INK}",
          fontname="Helvetica,Arial,sans-serif", fontsize=10, margin="0.12,0.06", height=0.3]
    edge [color="{LINE}", fontcolor="{LINE}", fontname="Helvetica,Arial,sans-serif", fontsize=8, arrowsize=0.6]
"""
_ACROSS = frozenset({"interacts_with", "works_against", "mitigates", "replaces", "follows_up"})
"""Relations that say nothing of who stands before whom."""

_HANGING = frozenset({"measured_by", "involves", "owned_by"})
"""Relations to what hangs on a node, and so is drawn to the right of it."""

_SHAPES = {"Plan": "folder", "Indicator": "ellipse", "Benefit": "ellipse", "Stakeholder": "plain", "Unit": "plain"}


def write_dot(plan: Plan) -> str:
    """Give a plan's graph as DOT.

    Raises:
        OutputError: An id holds what no format can hold.
    """
    view = exchange_graph(plan)
    nodes = [f"    {_quoted(node)} [{_look(node, said)}]\n" for node, said in view.nodes(data=True)]
    goals = " ".join(f"{_quoted(node)};" for node, said in view.nodes(data=True) if said["kind"] == "Goal")
    column = f"    {{ rank=max; {goals} }}\n" if goals else ""
    edges = [_edge(edge) for edge in drawn_edges(view, plan.language)]
    return f"digraph {_quoted(plan.id)} {{\n{_HEAD}\n{''.join(nodes)}{column}\n{''.join(edges)}}}\n"


def _look(node: str, said: dict[str, Any]) -> str:
    look = {"label": "\\n".join(_escaped(line) for line in label_lines(node, said)), "tooltip": _escaped(said["title"])}
    if "color" in said:
        color = said["color"]
        if said["kind"] == "Goal":
            look |= {"fillcolor": color, "color": color, "fontcolor": text_on(color)}
        else:
            look |= {"color": color, "penwidth": "2"}
    elif said["kind"] in _SHAPES:
        look["shape"] = _SHAPES[said["kind"]]
    look["class"] = said["kind"]
    return _listed(look)


def _edge(edge: DrawnEdge) -> str:
    look = {"label": _escaped(edge.label)} if edge.label else {}
    if edge.against:
        look |= {"color": WARNING, "fontcolor": WARNING, "style": "dashed"}
    elif edge.faint:
        look["style"] = "dotted"
    ends = edge.source, edge.target
    if edge.relation in _ACROSS:
        look["constraint"] = "false"
    elif edge.relation in _HANGING:
        ends = edge.target, edge.source
        look["dir"] = "back"
    return f"    {' -> '.join(map(_quoted, ends))}{f' [{_listed(look)}]' if look else ''}\n"


def _listed(look: dict[str, str]) -> str:
    return ", ".join(f'{name}="{value}"' for name, value in look.items())


def _quoted(name: str) -> str:
    """Quote an id: a backslash stands for itself in one, but not before the closing quote."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escaped(text: str) -> str:
    """Escape a label, in which a backslash and an ampersand would begin something."""
    plain = text.replace("\\", "\\\\").replace("&", "&amp;").replace('"', '\\"')
    return plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
