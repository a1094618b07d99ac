"""``sdggraph fix``: the same as ``sdggraph lint --fix``."""

from __future__ import annotations

from typing import Any

import click

from sdggraph_cli.language import say
from sdggraph_cli.lint_job import lint_job
from sdggraph_cli.lint_options import Asked, lint_options

__all__ = ["command"]


@click.command(
    "fix",
    help=say(
        "Mend what is sure in plan files and tables, and show what is left: the same as lint --fix.\n\n"
        "The rest of each file stays as it is, byte for byte; in a workbook only the cells concerned change. "
        "- reads standard input and prints the mended text. "
        "Look first with --diff.",
        "Rett det som er sikkert, i planfiler og tabeller, og vis det som er igjen: det samme som lint --fix.\n\n"
        "Resten av hver fil blir stående som den er, byte for byte; i en arbeidsbok endres bare cellene det gjelder. "
        "- leser standard inn og skriver ut den rettede "
        "teksten. Se først med --diff.",
    ),
)
@lint_options
def command(**options: Any) -> int:
    """Mend plans and show what is left."""
    return lint_job(Asked(fix=True, **options))
