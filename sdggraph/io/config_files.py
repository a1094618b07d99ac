"""Finds the file of settings of a folder: ``sdggraph.toml`` or ``[tool.sdggraph]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.io.bytes_in import read_text

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["OWN", "SHARED", "find_config"]

OWN = "sdggraph.toml"
SHARED = "pyproject.toml"
_SHARED_SIGN = re.compile(r"^\s*\[+\s*tool\s*\.\s*[\"']?sdggraph\b|^\s*\[\s*tool\s*\]", re.MULTILINE)


def find_config(folder: Path) -> Path | None:
    """Give the file of settings in the nearest folder upwards that has one."""
    folder = folder.resolve()
    for each in (folder, *folder.parents):
        own, shared = each / OWN, each / SHARED
        if own.is_file():
            return own
        if shared.is_file() and _SHARED_SIGN.search(read_text(shared)) and _has_table(shared):
            return shared
    return None


def _has_table(file: Path) -> bool:
    import tomllib

    try:
        tool = tomllib.loads(read_text(file)).get("tool")
    except tomllib.TOMLDecodeError:
        return True  # it looks as if it had one: what is wrong with the file is said when it is read
    return isinstance(tool, dict) and "sdggraph" in tool
