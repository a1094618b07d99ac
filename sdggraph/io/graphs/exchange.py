"""A plan's graph as other programs take it: plain attributes, texts that any format can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import OutputError
from sdggraph.base.words import words
from sdggraph.catalogue import catalogue
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.model.codes import goal_of, local_part
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    import networkx as nx

    from sdggraph.model.plan import Plan

__all__ = ["exchange_graph", "printable", "text_on"]

_UN_KINDS = frozenset({"Goal", "Target", "GlobalIndicator"})
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DARK, _LIGHT = "#111111", "#FFFFFF"
_READABLE = 4.5


def exchange_graph(plan: Plan) -> nx.MultiDiGraph[str]:
    """Give the graph of a plan, of those that it follows up, and of what they refer to.

    A node has ``kind``, ``title`` (in the plan's language), ``plan`` and ``number``; what is the UN's has its ``code``
    and the ``color`` of its goal. An edge has ``relation``, and what is said on it: ``role``, ``basis``, ``score`` …

    Raises:
        OutputError: An id holds what no format can hold.
    """
    from sdggraph.graph.networkx_view import to_networkx

    graph = PlanGraph.of(plan)
    for node in graph.index.ids:
        if printable(node) != node:
            raise _unprintable(node)
    view = to_networkx(graph, plans_only=True)
    view.graph["name"] = printable(in_language(plan.title, plan.language) or plan.id)
    colors = {code: goal.color for code, goal in catalogue().goals.items()}
    for node, said in view.nodes(data=True):
        if said["kind"] in _UN_KINDS:
            said["code"] = local_part(node)
            said["color"] = colors[goal_of(said["code"])]
        elif (number := getattr(graph.record(node), "number", None)) is not None:
            said["number"] = number
        _made_printable(said)
    for _, _, said in view.edges(data=True):
        _made_printable(said)
    return view


def _unprintable(node: str) -> OutputError:
    """Give the error for an id that would not be the same in the file."""
    return OutputError(
        words(
            f"the id {node!a} holds a character that can't be written",
            f"id-en {node!a} har et tegn som ikke kan skrives",
        )
    )


def _made_printable(said: dict[str, Any]) -> None:
    said.update({name: printable(value) for name, value in said.items() if isinstance(value, str)})


def printable(text: str) -> str:
    """Put a mark for each character that XML, JSON or a terminal has no way to hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def text_on(color: str) -> str:
    """Give the colour of text that is readable on a goal's colour: white where it can be."""
    return _LIGHT if 1.05 / (_luminance(color) + 0.05) >= _READABLE else _DARK


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
