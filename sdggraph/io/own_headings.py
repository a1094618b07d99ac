"""Headings of a municipality's own, and what they stand for: the table ``[headings]`` of the file of settings.

::

    [headings]
    "Innsatsområde" = "area"
    "Vi skal" = "strategi"         # any heading that is known says which column is meant
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sdggraph.io.bytes_in import read_text
from sdggraph.io.config_files import SHARED, find_config
from sdggraph.io.tables.vocabulary import Column, columns, folded, meaning_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["KEY", "column_called", "headings_beside", "headings_in"]

KEY = "headings"
"""The table's name."""


def column_called(said: object) -> Column | None:
    """Give the column that a word stands for: its own name, or a heading that is known."""
    if not isinstance(said, str):
        return None
    named = next((column for column in columns() if column == said.strip().replace("-", "_")), None)
    known = meaning_of(said)
    return named or (known.column if known is not None else None)


def headings_in(table: object) -> dict[str, Column]:
    """Give the columns of a table of settings by their headings, folded; what can't be understood is left out."""
    if not isinstance(table, Mapping):
        return {}
    read = {folded(str(heading)): column_called(said) for heading, said in table.items()}
    return {heading: column for heading, column in read.items() if heading and column is not None}


def headings_beside(table: Path) -> dict[str, Column]:
    """Give the headings that the settings nearest to a table know; what is wrong in them is the linter's to say."""
    import tomllib

    try:
        file = find_config(table.parent)
        data: Any = tomllib.loads(read_text(file)) if file is not None else {}
    except (tomllib.TOMLDecodeError, ValueError, OSError):
        return {}
    for key in ("tool", "sdggraph") if file is not None and file.name == SHARED else ():
        data = data.get(key, {}) if isinstance(data, Mapping) else {}
    return headings_in(data.get(KEY)) if isinstance(data, Mapping) else {}
