"""What people read of coverage: sets of targets, dimensions, tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import pick, words
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["DIMENSION_WORDS", "SHARE_WORDS", "track_title"]

SHARE_WORDS = {
    "all": words("all of the UN's", "alle FNs delmål"),
    "outcome": words("outcome", "resultatmål (3.8)"),
    "means": words("means of implementation", "virkemidler (3.a)"),
    "among": words("those on your list", "de på listen"),
}
DIMENSION_WORDS = {
    "environment": words("environment", "miljø"),
    "economy": words("economy", "økonomi"),
    "social": words("social", "sosiale forhold"),
}
_TRACKS = {
    "services": words("service development", "tjenesteutvikling"),
    "community": words("community development", "samfunnsutvikling"),
    "organisation": words("organisation", "organisasjon"),
}


def track_title(graph: PlanGraph, track: str, lang: str) -> str:
    """Give a track's title: the plan's own, else the usual one."""
    for plan in graph.plans:
        for one in plan.tracks:
            if one.id == track:
                return in_language(one.title, lang, plan.language)
    return pick(_TRACKS[track], lang) if track in _TRACKS else track
