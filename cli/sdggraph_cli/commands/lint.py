"""``sdggraph lint``: every finding of one or several plans, and the exit status for CI."""

from __future__ import annotations

from typing import Any

import click

from sdggraph_cli.language import say
from sdggraph_cli.lint_job import lint_job
from sdggraph_cli.lint_options import Asked, lint_options

__all__ = ["command"]


@click.command(
    "lint",
    help=say(
        "Find where the thread from global goal to local strategy to measured result is broken.\n\n"
        "PLANS are plan files, tables or folders; - is standard input. Exits with 0 if nothing is found at or above "
        "--fail-on, with 1 if something is, with 2 if the input can't be read. Plans are never changed without --fix.",
        "Finn hvor tråden fra globalt mål til lokal strategi til målt resultat er brutt.\n\n"
        "PLANER er planfiler, tabeller eller mapper; - er standard inn. Avslutter med 0 hvis ingenting er funnet fra "
        "--fail-on og opp, med 1 hvis noe er funnet, med 2 hvis noe ikke kan leses. Planer blir aldri endret uten "
        "--fix.",
    ),
)
@click.option(
    "--fix",
    is_flag=True,
    help=say(
        "Mend what is sure in the plan files and tables; the rest of them stays as it is.",
        "Rett det som er sikkert, i planfilene og tabellene; resten av dem blir stående som den er.",
    ),
)
@lint_options
def command(**options: Any) -> int:
    """Lint plans, print what was found, and give the exit status."""
    return lint_job(Asked(**options))
