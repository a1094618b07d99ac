"""The grammar of canonical SDG codes and node ids, and their natural order."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

__all__ = [
    "CodeKind",
    "code_kind",
    "goal_of",
    "is_local_id",
    "local_part",
    "natural_key",
    "node_id",
    "plan_part",
    "target_of",
]

CodeKind: TypeAlias = Literal["goal", "target", "indicator"]

_CODE = re.compile(r"(1[0-7]|[1-9])(?:\.([1-9][0-9]?|[a-d])(?:\.([1-9]))?)?", re.ASCII)
_LOCAL = re.compile(r"[^\W\d][\w.\-]*")
_PIECES = re.compile(r"(\d+)")


def code_kind(code: str) -> CodeKind | None:
    """Say what a canonical code names by its form (``3``, ``3.8``, ``3.a``, ``3.8.1``); None if it isn't one.

    Whether the UN has such a code is the catalogue's knowledge.
    """
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    return "indicator" if match[3] else "target" if match[2] else "goal"


def goal_of(code: str) -> str:
    """Give the goal's code of any canonical code: ``3`` of ``3.8.1``."""
    return code.partition(".")[0]


def target_of(code: str) -> str:
    """Give the target's code of a canonical target or indicator code: ``3.8`` of ``3.8.1``."""
    return ".".join(code.split(".")[:2])


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Give a sort key in which 3.2 comes before 3.10, and 3.10 before 3.a."""
    pieces = [piece for piece in _PIECES.split(text.casefold()) if piece]
    return tuple((0, int(piece), "") if _is_number(piece) else (1, 0, piece) for piece in pieces)


def _is_number(piece: str) -> bool:
    return piece.isdecimal() and len(piece) < 1000


def is_local_id(text: str) -> bool:
    """Say whether a text can be a local id: a letter or underscore, then letters, digits, ``_``, ``.``, ``-``."""
    return _LOCAL.fullmatch(text) is not None


def node_id(plan: str, local: str) -> str:
    """Give the id of a plan's node: ``asker:s7``."""
    return f"{plan}:{local}"


def plan_part(node: str) -> str:
    """Give the part of a node's id before the colon."""
    return node.partition(":")[0]


def local_part(node: str) -> str:
    """Give the part of a node's id after the colon: ``s7``, ``3.8``."""
    return node.partition(":")[2]
