"""The free view's network, and the page around it, as pyvis generates them: safely, and without a request."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.view.payload import Payload

__all__ = ["render_page", "vis_source"]

_SHAPES = {
    "Goal": "box",
    "NationalGoal": "box",
    "TargetArea": "box",
}
_SIZES = {"Target": 12, "Objective": 11}
_DRAWN = frozenset({"part_of", "contributes_to", "implements", "results_from", "measured_by"})

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 10**6,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "keyboard": False,
    },
    "edges": {"smooth": False, "arrows": {"to": {"enabled": False}}, "width": 1},
    "nodes": {"borderWidth": 0},
}


def vis_source() -> str:
    """Give the vis-network library that ships with pyvis, with line ends as a browser will see them."""
    file = resources.files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    source = file.read_text(encoding="utf-8")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def render_page(payload: Payload, places: Mapping[int, tuple[float, float]], parts: Mapping[str, object]) -> str:
    """Let pyvis generate the page from our own template, which escapes whatever is not marked as safe.

    Nodes and edges are put into the network's own lists, since its methods look through all of them at each
    call; they carry positions only, so that no text of a plan ever passes through the library.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    net.nodes = [_node(position, payload.nodes[position].kind, place) for position, place in places.items()]
    net.edges = [
        {"from": edge.source, "to": edge.target}
        for edge in payload.edges
        if edge.relation in _DRAWN and edge.source in places and edge.target in places
    ]
    net.options = _OPTIONS
    net.templateEnv = Environment(
        loader=PackageLoader("sdggraph.view", "assets"), autoescape=True, undefined=StrictUndefined
    )
    net.templateEnv.globals.update(parts)
    net.path = "page.html"
    return str(net.generate_html())


def _node(position: int, kind: str, place: tuple[float, float]) -> dict[str, Any]:
    return {
        "id": position,
        "x": place[0],
        "y": place[1],
        "shape": _SHAPES.get(kind, "dot"),
        "size": _SIZES.get(kind, 7.5),
    }
