"""What a report is made of, before any form is given to it: sections of paragraphs, lists, tables and figures.

All of it is plain text in one language. No block knows HTML, Markdown or Word; each form escapes what it writes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NOTHING", "Block", "Column", "Document", "Facts", "Figure", "Items", "Paragraph", "Section", "Table"]

NOTHING = "\N{EN DASH}"
"""What stands in a cell that has nothing to say."""

Tone: TypeAlias = Literal["plain", "lead", "missing", "note"]
"""How a paragraph is meant: a sentence that sums up, one that says what isn't there, or one that explains."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts, perhaps with a goal's code for its colour; ``numbered`` where order matters."""

    items: tuple[str, ...]
    goals: tuple[str | None, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """A few figures that are read first: each a value and what it counts."""

    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and whether it holds numbers, which stand to the right."""

    title: str
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first column heads its row.

    Attributes:
        caption: What the table shows.
        columns: The columns.
        rows: The texts of each row, as many as there are columns.
        goals: The goal that each row is of, for its colour; None for a row that is of none.
        total: A last row that sums up, or nothing.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    goals: tuple[str | None, ...] = ()
    total: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wrong = [row for row in (*self.rows, *([self.total] if self.total else [])) if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"{self.caption}: {len(self.columns)} columns, but the row {wrong[0]}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing as SVG, with a caption and words that say what it shows to those who don't see it."""

    svg: str
    caption: str
    alternative: str


Block: TypeAlias = Paragraph | Items | Facts | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        name: The anchor, the same in every language: ``coverage``, ``goal-3``.
        title: The heading.
        blocks: What stands under it.
        sections: Inner sections.
        goal: The code of the goal that it is about, for its colour.
    """

    name: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    goal: str | None = None

    def walk(self, level: int = 2) -> Iterator[tuple[int, Section]]:
        """Give this section and all within it, each with the level of its heading."""
        yield level, self
        for section in self.sections:
            yield from section.walk(level + 1)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report.

    Attributes:
        title: The plan's title.
        subtitle: What the report is, of what date, for whom.
        lang: The language of its words.
        sections: The sections, in their order.
        colophon: What it was made from and with; small, at the end.
    """

    title: str
    subtitle: str
    lang: str
    sections: tuple[Section, ...]
    colophon: tuple[str, ...] = field(default=())

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Give all sections, each with the level of its heading: 2 and below, as 1 is the title's."""
        for section in self.sections:
            yield from section.walk()
