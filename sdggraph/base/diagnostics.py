"""What was found: findings as rules and readers give them, diagnostics as people and programs get them."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.base.places import FieldPath, Place
    from sdggraph.base.words import Words

__all__ = ["Consequence", "Diagnostic", "Edit", "Finding", "Fix", "Related", "Severity", "Summary", "TextName"]

TextName: TypeAlias = "str | tuple[str, str | None, str]"
"""What a text is called that can be changed: a file, or a cell by its file, sheet and name."""


class Severity(enum.IntEnum):
    """How grave a diagnostic is; ordered, so that two can be compared."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The severity as formats write it: ``error``, ``warning`` or ``info``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a text: from ``start`` up to ``end`` (1-based line and column) stands ``text`` instead.

    In a table the text is that of one cell: ``cell`` (``"C7"``), and ``sheet`` where the file has sheets.
    """

    file: str
    start: tuple[int, int]
    end: tuple[int, int]
    text: str
    sheet: str | None = None
    cell: str | None = None

    @property
    def within(self) -> TextName:
        """The text that is changed: a file's, or a cell's in it."""
        return self.file if self.cell is None else (self.file, self.sheet, self.cell)


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a diagnostic: ``safe`` where it is sure, else likely."""

    safe: bool
    description: Words
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule or a reader found: no language, severity or place yet, unless a reader knows it.

    Attributes:
        code: The rule's code, ``SDG201``.
        subject: The node's id, or None where a file as a whole is meant.
        path: The value in the subject's record that the finding is about.
        values: What the rule's message names in braces.
        related: Ids of other nodes that belong to the finding.
        place: The place, where the reader knows it already.
        suggests: The node that was probably meant; what is found wrong with that node may follow from this.
        variant: Which of the rule's messages is meant, where it has several.
        engine: The engine that has judged.
    """

    code: str
    subject: str | None = None
    path: FieldPath = ()
    values: Mapping[str, object] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    place: Place | None = None
    fix: Fix | None = None
    suggests: str | None = None
    variant: str | None = None
    engine: str = "native"


@dataclass(frozen=True, slots=True)
class Related:
    """Another node that a diagnostic names, with its place."""

    subject: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Consequence:
    """What only follows from the diagnostic it stands under: a rule's code and the node."""

    code: str
    subject: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One defect, said once: what, how grave, where, and how to mend it."""

    code: str
    name: str
    severity: Severity
    message: str
    help: str | None = None
    subject: str | None = None
    place: Place | None = None
    related: tuple[Related, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    engine: str = "native"
    fix: Fix | None = None
    lang: str = "en"

    def to_dict(self) -> dict[str, Any]:
        """Give the diagnostic in the stable form of the JSON output."""
        from sdggraph.base.diagnostic_json import diagnostic_to_dict

        return diagnostic_to_dict(self)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.severity.word}[{self.code}] {self.message}"


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was looked at and how much was found."""

    files: int = 0
    nodes: int = 0
    edges: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    consequences: int = 0
    fixable: int = 0
