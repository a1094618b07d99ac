"""What people read of the materiality matrix: its axes and quadrants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import words

if TYPE_CHECKING:
    from sdggraph.base.words import Words

__all__ = ["AXES", "QUADRANT_MEANINGS", "QUADRANT_WORDS"]

QUADRANT_WORDS: dict[str | None, Words] = {
    "act": words("act on", "prioriter"),
    "join": words("join forces", "samarbeid"),
    "run": words("keep going", "ivareta i driften"),
    "watch": words("keep an eye on", "følg med"),
    None: words("not placed", "uten plass"),
}
QUADRANT_MEANINGS: dict[str, Words] = {
    "act": words("matters to many, and the municipality can move it", "viktig for mange, og kommunen kan påvirke det"),
    "join": words(
        "matters to many, but the municipality can do little alone",
        "viktig for mange, men kommunen kan gjøre lite alene",
    ),
    "run": words("the municipality can move it, and few ask for it", "kommunen kan påvirke det, men få etterspør det"),
    "watch": words("matters to few, and the municipality can do little", "viktig for få, og kommunen kan gjøre lite"),
}
AXES = {
    "stakeholders": words("Importance to the stakeholders", "Viktighet for interessentene"),
    "impact": words("What the municipality can do", "Kommunens mulighet til å påvirke"),
}
