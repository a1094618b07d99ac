"""Plain rows as CSV, Markdown, JSON or a workbook, printed or written to a file."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import click

from sdggraph_cli.language import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Rows = Sequence[Mapping[str, Any]]

__all__ = ["csv_text", "give", "json_text", "markdown_table", "workbook_needs_file"]


def json_text(data: Any) -> str:
    """Write plain data as JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def csv_text(rows: Rows, columns: Sequence[str] = ()) -> str:
    """Write rows as CSV; a text that begins like a formula is kept from being one."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heading = list(rows[0]) if rows else list(columns)
    writer.writerow([_harmless(name) for name in heading])
    writer.writerows([[_harmless(row[name]) for name in heading] for row in rows])
    return out.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[object]], right: Sequence[int] = ()) -> str:
    """Write a table in Markdown; the columns whose positions are in ``right`` are set to the right."""
    lines = [_line(headings), _line("---:" if at in right else "---" for at, _ in enumerate(headings))]
    return "\n".join([*lines, *(_line(row) for row in rows)]) + "\n"


def _line(cells: Any) -> str:
    plain = (" ".join(str("" if cell is None else cell).split()) for cell in cells)
    return (
        "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in plain) + " |"
    )


def workbook_needs_file(form: str, output: str | None) -> None:
    """Refuse a workbook that would be printed.

    Raises:
        UsageError: No file is named.
    """
    if form == "xlsx" and output in (None, "-"):
        raise click.UsageError(
            say("a workbook needs a file: -o status.xlsx", "en arbeidsbok trenger en fil: -o status.xlsx")
        )


def give(content: str | bytes, output: str | None, *, force: bool) -> None:
    """Print a text, or write a text or a workbook to the file that is named.

    Raises:
        OutputError: It can't be written, or is there already and ``force`` isn't given.
    """
    if isinstance(content, str) and output in (None, "-"):
        click.echo(content, nl=False)
        return
    from sdggraph.io.bytes_out import write_whole

    write_whole(str(output), content, overwrite=force)
