"""How a plan was read: kept beside its records, so that records with equal content are equal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.grids import Grid
    from sdggraph.base.places import Origin, TextFile
    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan
    from sdggraph.model.review import ReviewLock

__all__ = ["Reading"]


@dataclass(slots=True)
class Reading:
    """Places, findings and companions of one plan that was read.

    Attributes:
        name: The file's name as the user gave it.
        origins: Where each node stands, by its whole id; the plan itself by the plan's id.
        findings: What the reader found wrong (rules of family 0, and 108).
        followed: The plans that this one follows up, and theirs, each once.
        files: The texts that were read, by name, for the lines that messages show.
        tables: The rows of the sheets that were read, by file and sheet, for the rows that messages show.
        understood: How a table was read, in words; None for a plan file.
        made: The local ids that nobody wrote: made of titles, where a row or record has none of its own.
        library: The file of each node that stands in a library, by local id; plans that use it share its nodes.
        settings: The plan's own ``lint:`` section as it stands.
        review: The relations that somebody has reviewed; None where no file beside the plan says so.
    """

    name: str
    origins: dict[str, Origin] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    followed: tuple[Plan, ...] = ()
    files: dict[str, TextFile] = field(default_factory=dict)
    tables: dict[tuple[str, str | None], Grid] = field(default_factory=dict)
    understood: Words | None = None
    made: set[str] = field(default_factory=set)
    library: dict[str, str] = field(default_factory=dict)
    settings: Any = None
    review: ReviewLock | None = None
