"""The record of what a text means as an SDG code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from sdggraph.model.codes import CodeKind

__all__ = ["CodeReading", "CodeStatus"]

CodeStatus: TypeAlias = Literal["canonical", "repaired", "ambiguous", "withdrawn", "unknown"]


@dataclass(frozen=True, slots=True)
class CodeReading:
    """What a text means as an SDG code.

    Attributes:
        code: The code in canonical form, if one is meant.
        kind: What the code names.
        status: ``canonical`` as it stands; ``repaired`` if it is written otherwise; ``ambiguous`` if more
            may be meant; ``withdrawn`` if the UN has withdrawn or renumbered the indicator; ``unknown`` if
            there's no such code.
        candidates: Codes that may have been meant, the likeliest first.
        sure: Whether ``code`` may be put in the text's place without asking.
    """

    code: str | None
    kind: CodeKind | None
    status: CodeStatus
    candidates: tuple[str, ...] = ()
    sure: bool = False
