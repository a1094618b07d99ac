"""What people read of benefits: their kinds and effects, and how they have moved since the zero-point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import pick, words

if TYPE_CHECKING:
    from sdggraph.base.words import Words

__all__ = ["EFFECTS", "KIND_WORDS", "MOVED", "status_word"]

KIND_WORDS: dict[str | None, Words] = {
    "budget": words("budget effect", "budsjetteffekt"),
    "alternative_use": words("alternative use", "alternativ bruk"),
    "priced": words("priced, elsewhere in the public sector", "prissatt, andre steder i det offentlige"),
    "non_priced": words("without a price", "ikke prissatt"),
    None: words("kind not said", "type ikke oppgitt"),
}
EFFECTS = {
    "positive": words("gain", "gevinst"),
    "negative": words("drawback", "ulempe"),
}
MOVED = {
    "better": words("better", "bedre"),
    "worse": words("worse", "verre"),
    "mixed": words("some better, some worse", "noe bedre, noe verre"),
    "unchanged": words("unchanged", "uendret"),
    "changed": words("changed", "endret"),
    "not_measured": words("not measured since", "ikke målt siden"),
    "no_zero_point": words("no zero-point", "uten nullpunkt"),
    "no_indicator": words("nobody measures", "ingen måler"),
}
_STATUSES = {
    "planned": words("planned", "planlagt"),
    "in_progress": words("in progress", "i gang"),
    "ongoing": words("in progress", "i gang"),
    "realised": words("realised", "tatt ut"),
    "done": words("realised", "tatt ut"),
    "dropped": words("dropped", "droppet"),
    "stopped": words("dropped", "droppet"),
}


def status_word(status: str | None, lang: str) -> str:
    """Give a benefit's status as people read it; one of the plan's own words stays as it is."""
    return pick(_STATUSES[status], lang) if status in _STATUSES else (status or "").replace("_", " ")
