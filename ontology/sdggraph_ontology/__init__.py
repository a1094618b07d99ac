"""The catalogue's data: goals, targets, indicators, national goals, as plain files."""

from __future__ import annotations

from pathlib import Path

__all__ = ["data_path"]

_HERE = Path(__file__).parent


def data_path(name: str) -> Path:
    """Give the path of one of the data files that stand beside this module, as ``targets.csv``."""
    return _HERE / name
