"""How large a table may be, so that no file takes a machine down; who needs more says so in the environment."""

from __future__ import annotations

import os

__all__ = ["CELLS_VARIABLE", "UNPACKED_VARIABLE", "most_cells", "most_unpacked"]

CELLS_VARIABLE = "SDGGRAPH_MAX_CELLS"
UNPACKED_VARIABLE = "SDGGRAPH_MAX_UNPACKED_MIB"
_CELLS = 20_000_000
_UNPACKED_MIB = 512


def most_cells() -> int:
    """Give the most cells that a sheet may span; a stray value in a far corner makes it span too many."""
    return _said(CELLS_VARIABLE, _CELLS)


def most_unpacked() -> int:
    """Give the most bytes that a packed table may unpack to."""
    return _said(UNPACKED_VARIABLE, _UNPACKED_MIB) * 1024 * 1024


def _said(variable: str, default: int) -> int:
    said = os.environ.get(variable, "")
    return int(said) if said.isdecimal() and len(said) < 12 and int(said) else default
