"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from sdggraph_cli.language import say

__all__ = [
    "FORM_HELP",
    "as_of_option",
    "color_option",
    "force_option",
    "lang_option",
    "output_option",
    "quiet_option",
    "use_color",
]

Command = TypeVar("Command", bound=Callable[..., Any])

FORM_HELP = say(
    "Form of the output; by default as the name after -o ends, else text.",
    "Form på utskriften; i utgangspunktet etter endelsen på navnet bak -o, ellers tekst.",
)
"""What every ``--format`` says that goes by the file's name."""


def lang_option(command: Command) -> Command:
    """``--lang en|nb``."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "nb"]),
        help=say("Language of what is printed.", "Språket i det som skrives ut."),
    )(command)


def color_option(command: Command) -> Command:
    """``--color auto|always|never``; ``NO_COLOR`` is heeded."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help=say("Colours: by default on a terminal.", "Farger: i utgangspunktet på en terminal."),
    )(command)


def quiet_option(command: Command) -> Command:
    """``--quiet``."""
    return click.option(
        "-q",
        "--quiet",
        is_flag=True,
        help=say("Print no more than is asked for.", "Skriv ikke mer enn det som trengs."),
    )(command)


def output_option(command: Command) -> Command:
    """``-o FILE``."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(),
        help=say("Write to this file; - is standard output.", "Skriv til denne filen; - er standard ut."),
    )(command)


def force_option(command: Command) -> Command:
    """``--force``."""
    return click.option("--force", is_flag=True, help=say("Overwrite what is there.", "Skriv over det som er der."))(
        command
    )


class _Date(click.ParamType[dt.date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(
                say(f"{value} is no date such as 2026-06-09", f"{value} er ingen dato som 2026-06-09"),
                param,
                ctx,
            )


def as_of_option(command: Command) -> Command:
    """``--as-of DATE``."""
    return click.option(
        "--as-of",
        type=_Date(),
        metavar=say("DATE", "DATO"),
        help=say("The date that counts as today.", "Datoen som gjelder som i dag."),
    )(command)


def use_color(choice: str, *, to_terminal: bool) -> bool:
    """Say whether to colour: as asked, else on a terminal unless ``NO_COLOR`` is set."""
    import os

    if choice != "auto":
        return choice == "always"
    return to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
