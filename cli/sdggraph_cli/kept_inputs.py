"""What a command read is never what it writes over, ``--force`` or not: a slip of the hand would cost the plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.plan import Plan

__all__ = ["keep_inputs"]


def keep_inputs(output: str | None, *read: Plan | str | Path | None) -> None:
    """Refuse an output that is one of the files that were read, by whatever name.

    Args:
        output: The file that is to be written; None and ``-`` are standard output.
        read: Plans, each with all that it was read from, and files beside them.

    Raises:
        UsageError: The output was read.
    """
    if output in (None, "-"):
        return
    for one in read:
        names = (str(one),) if one is None or isinstance(one, (str, Path)) else _files_of(one)
        if any(_same(str(output), name) for name in names):
            raise click.UsageError(
                say(f"{output} was read, and is not overwritten.", f"{output} er lest, og blir ikke skrevet over.")
            )


def _files_of(plan: Plan) -> Iterator[str]:
    """Give the files of a plan, of its libraries and measurements, and of the plans that it follows up."""
    reading = plan.reading
    if reading is None:
        return
    yield reading.name
    yield from reading.files
    yield from (file for file, _ in reading.tables)
    for followed in reading.followed:
        yield from _files_of(followed)


def _same(output: str, name: str) -> bool:
    one, other = Path(output), Path(name)
    try:
        return one.samefile(other)
    except (OSError, ValueError):  # one of them isn't there, or has no name that a file can have
        return False
