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

__all__ = ["csv_text", "form_of", "give", "json_text", "markdown_table", "workbook_needs_file"]

_SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".xlsx": "xlsx",
    ".svg": "svg",
    ".mmd": "mermaid",
}


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


def form_of(form: str | None, output: str | None, forms: Sequence[str]) -> str:
    """Give the form to write: as asked for, else as the file's name ends, else text.

    Raises:
        UsageError: The name ends like a form that this can't be had in.
    """
    from pathlib import PurePath

    suffix = PurePath(output).suffix.lower() if output else ""
    if form or not suffix:
        return form or "text"
    found = _SUFFIXES.get(suffix)
    if found is None or found not in forms:
        known = ", ".join(ending for ending, name in _SUFFIXES.items() if name in forms)
        raise click.UsageError(
            say(
                f"{output}: this is not given as {suffix}, but as {known}; --format decides whatever the name",
                f"{output}: dette gis ikke som {suffix}, men som {known}; --format bestemmer uansett navn",
            )
        )
    return found


def workbook_needs_file(form: str, output: str | None) -> None:
    """Refuse a workbook that would be printed.

    Raises:
        UsageError: No file is named.
    """
    if form == "xlsx" and output in (None, "-"):
        raise click.UsageError(
            say("a workbook needs a file: -o status.xlsx", "en arbeidsbok trenger en fil: -o status.xlsx")
        )


def give(content: str | bytes, output: str | None, *, force: bool, color: bool | None = None) -> None:
    """Print a text, or write a text or a workbook to the file that is named.

    Raises:
        OutputError: It can't be written, or is there already and ``force`` isn't given.
    """
    if isinstance(content, str) and output in (None, "-"):
        click.echo(content, nl=False, color=color)
        return
    from sdggraph.io.bytes_out import write_whole

    file = write_whole(str(output), content, overwrite=force)
    click.echo(say(f"wrote {file}", f"skrev {file}"), err=True)
