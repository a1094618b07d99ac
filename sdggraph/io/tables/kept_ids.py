"""The ids that a table keeps for its rows in a column of their own, so that texts may be reworded and rows moved.

A cell of the column reads ``mål=trygge-veier; strategi=fortau, gatelys``: for each kind of thing that the row names,
the ids in the order in which they stand in its cell. In a method table the track stands before it:
``samfunnsutvikling/mål=trygge-veier``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.base.slugs import slug
from sdggraph.base.words import Words, pick, words
from sdggraph.io.tables.vocabulary import meaning_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sdggraph.io.tables.cell_texts import Item
    from sdggraph.io.tables.drafts import Drafts
    from sdggraph.io.tables.headings import Headings, Slot
    from sdggraph.io.tables.sheet import Sheet
    from sdggraph.io.tables.vocabulary import Column, Group

__all__ = ["HEADING", "KeptIds", "ids_text"]

HEADING = "sdggraph-id"
"""The heading of the column."""

_CALLED: dict[Column, Words] = {
    "area": words("area", "område"),
    "objective": words("objective", "mål"),
    "sub_objective": words("sub-objective", "undermål"),
    "strategy": words("strategy", "strategi"),
    "action": words("action", "tiltak"),
    "indicator": words("indicator", "indikator"),
}
_TRACKS: dict[Group, Words] = {
    "services": words("services", "tjenesteutvikling"),
    "community": words("community", "samfunnsutvikling"),
    "organisation": words("organisation", "organisasjon"),
}
_COUNTED = re.compile(r"-\d+$")


def ids_text(ids: Mapping[Slot, Sequence[str]], lang: str) -> str:
    """Give the text of a row's cell."""
    pieces = []
    for (column, group), names in ids.items():
        track = f"{pick(_TRACKS[group], lang)}/" if group in _TRACKS else ""
        pieces.append(f"{track}{pick(_CALLED[column], lang)}={', '.join(names)}")
    return "; ".join(pieces)


def _read(text: str) -> dict[Slot, list[str]]:
    found: dict[Slot, list[str]] = {}
    for piece in text.split(";"):
        called, _, names = piece.partition("=")
        track, _, level = called.rpartition("/")
        column, group = meaning_of(level), meaning_of(track)
        if column is not None and column.column in _CALLED:
            listed = [name.strip() for name in names.split(",") if name.strip()]
            found.setdefault((column.column, group.group if group is not None else None), listed)
    return found


@dataclass(slots=True)
class KeptIds:
    """Gives the ids that a sheet keeps for the texts of its rows, and notes which row names which node."""

    sheet: Sheet
    drafts: Drafts
    column: int | None
    _row: int = -1
    _ids: dict[Slot, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: Sheet, headings: Headings, drafts: Drafts) -> KeptIds:
        """Find the column of a sheet."""
        at = (heading.column for heading in headings.columns if heading.slot and heading.slot[0] == "ids")
        return cls(sheet, drafts, next(at, None))

    def reserve(self, first_row: int) -> None:
        """Keep the ids of all rows from being made for other nodes."""
        if self.column is None:
            return
        for row in range(first_row, len(self.sheet.rows)):
            self.drafts.taken.update(*_read(self.sheet.text(row, self.column)).values())

    def wanted(self, row: int, slot: Slot, items: Sequence[Item]) -> list[str | None]:
        """Give the id that is kept for each text of a cell: the one made of it, else the one in its place."""
        if self.column is None:
            return [None] * len(items)
        if row != self._row:
            self._row, self._ids = row, _read(self.sheet.text(row, self.column))
        left = list(self._ids.get(slot, ()))
        found: list[str | None] = []
        for item in items:
            made = slug(item.title)
            name = next((one for one in left if made in (one, _COUNTED.sub("", one))), None)
            found.append(name)
            if name is not None:
                left.remove(name)
        if len(left) != found.count(None):
            return found  # a text was added or taken away: which of the others is which can't be told
        return [name or left.pop(0) for name in found]

    def note(self, row: int, slot: Slot, name: str) -> None:
        """Note that a row names a node, where somebody wants to know."""
        rows = self.drafts.rows
        if rows is None:
            return
        listed = rows.setdefault((self.sheet.name, row), {}).setdefault(slot, [])
        if name not in listed:
            listed.append(name)
