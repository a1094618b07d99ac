"""What stands for arguments and values in the help: alike in every command, and in the reader's language."""

from __future__ import annotations

from typing import Any

import click

from sdggraph_cli.language import current, say

__all__ = ["speak_usage"]

_ARGUMENTS = {
    "CODE": "KODE",
    "CODES": "KODER",
    "DIRECTORY": "MAPPE",
    "FILE": "FIL",
    "FILES": "FILER",
    "FOLDER": "MAPPE",
    "PLANS": "PLANER",
    "RULE": "REGEL",
    "SOURCE": "INNFIL",
    "TARGET": "UTFIL",
    "WORDS": "ORD",
}
"""What arguments are called in bokmål; PLAN and NODE are the same."""


def speak_usage(command: click.Command, ctx: click.Context) -> click.Command:
    """Let a command's usage line and options name what they take in the reader's language, paths always alike."""
    command.options_metavar = say("[OPTIONS]", "[VALG]")
    for one in command.params:
        if one.metavar is not None or isinstance(one.type, click.Choice):
            continue
        if isinstance(one, click.Option) and not (one.is_flag or one.count):
            one.metavar = _value_name(one.type)
        elif isinstance(one, click.Argument) and current() == "nb":
            written = one.make_metavar(ctx)
            name = written.strip("[].")
            one.metavar = written.replace(name, _ARGUMENTS.get(name, name))
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("COMMAND [ARGS]...", "KOMMANDO [ARGUMENTER]...")
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            if inner is not None:
                speak_usage(inner, ctx)
    return command


def _value_name(kind: click.ParamType[Any]) -> str:
    if isinstance(kind, click.Path):
        return say("FILE", "FIL")
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return say("NUMBER", "TALL")
    return say("TEXT", "TEKST")
