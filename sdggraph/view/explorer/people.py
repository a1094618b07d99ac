"""An explorer for readers outside names no persons: a unit that is one goes by a common word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.analysis.people import UNNAMED, seems_a_person
from sdggraph.base.words import pick

if TYPE_CHECKING:
    from sdggraph.view.payload import Payload, PayloadNode

__all__ = ["without_people"]


def without_people(payload: Payload) -> Payload:
    """Give the payload with a common word instead of each unit that seems to be a person.

    Its id goes too, as it is mostly made of the name, and so does all else that is said of it.
    """
    above = {edge.target for edge in payload.edges if edge.relation == "part_of"}
    nodes = [
        _unnamed(node, place, payload)
        if node.kind == "Unit" and place not in above and any(map(seems_a_person, node.title.values()))
        else node
        for place, node in enumerate(payload.nodes)
    ]
    return replace(payload, nodes=nodes)


def _unnamed(node: PayloadNode, place: int, payload: Payload) -> PayloadNode:
    plan = node.id.partition(":")[0]
    title = {lang: pick(UNNAMED, lang) for lang in payload.languages}
    return replace(node, id=f"{plan}:person-{place}", title=title, number="", short={}, text={}, more={})
