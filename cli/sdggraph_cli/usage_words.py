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


_EXAMPLES = {
    "demo": ("demo", "demo --lang en"),
    "new": ("new plan.yaml", "new plan.xlsx"),
    "lint": ("lint plan.yaml", "lint plan.xlsx --annotate copy.xlsx", "lint plans --fail-on warning -o found.sarif"),
    "fix": ("fix --diff plan.yaml", "fix plan.yaml"),
    "rules": ("rules", "rules SDG2"),
    "explain": ("explain SDG201",),
    "convert": ("convert plan.xlsx plan.yaml", "convert plan.yaml plan.ttl", "convert plan.yaml plan.graphml"),
    "view": ("view plan.yaml --open", "view plan.yaml --audience public -o plan.html"),
    "thread": ("thread plan.yaml s7", "thread plan.yaml 3.8", "thread plan.yaml s7 --to 13"),
    "coverage": (
        "coverage plan.yaml",
        "coverage plan.yaml --targets -o coverage.xlsx",
        "coverage plan.yaml -o coverage.svg",
    ),
    "status": ("status plan.yaml --explain", "status plan.yaml --only off,lagging", "status plan.yaml -o status.xlsx"),
    "measure": ("measure plan.yaml survey.xlsx --diff", "measure plan.yaml --api URL"),
    "materiality": ("materiality plan.yaml --scores scores.csv", "materiality plan.yaml -o matrix.svg"),
    "money": ("money plan.yaml", "money plan.yaml --by goal", "money plan.yaml -o money.xlsx"),
    "benefits": ("benefits plan.yaml --by owner", "benefits plan.yaml -o benefits.svg"),
    "interactions": ("interactions plan.yaml", "interactions plan.yaml --matrix matrix.csv -o matrix.svg"),
    "report": ("report plan.yaml --audience council -o case.docx", "report plan.yaml --since old.yaml -o report.pdf"),
    "diff": ("diff old.yaml plan.yaml", "diff --git HEAD~1 plan.yaml -o changes.html"),
    "review": ("review plan.yaml --accept-all", "review plan.yaml", "review plan.yaml --accept s7"),
    "catalogue": ("catalogue search klima", "catalogue show 3.8"),
    "ontology": ("ontology out",),
}
"""What people write most often: a test holds that each is understood."""


def speak_usage(command: click.Command, ctx: click.Context) -> click.Command:
    """Let a command's usage line and options name what they take in the reader's language, paths always alike."""
    command.options_metavar = say("[OPTIONS]", "[VALG]")
    if examples := _EXAMPLES.get(command.name or ""):
        heading = say("For example:", "For eksempel:")
        command.epilog = "\b\n" + "\n".join([heading, *(f"  sdggraph {one}" for one in examples)])
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
