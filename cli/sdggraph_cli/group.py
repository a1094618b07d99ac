"""The root command: knows every command by name and loads the one that is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from sdggraph_cli.language import say
from sdggraph_cli.options import lang_option

__all__ = ["COMMANDS", "root"]

COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": (
        "demo",
        "Run the main job on the Asker 2018 method table.",
        "Kjør hele jobben på Askers metodetabell fra 2018.",
    ),
    "new": ("new", "Begin a plan file.", "Begynn på en planfil."),
    "lint": (
        "lint",
        "Find where the thread from goal to result is broken.",
        "Finn hvor tråden fra mål til resultat er brutt.",
    ),
    "fix": (
        "fix",
        "Mend what is sure, and show what is left.",
        "Rett det som er sikkert, og vis det som er igjen.",
    ),
    "rules": ("rules", "List the rules.", "Vis reglene."),
    "explain": ("explain", "Explain a rule.", "Forklar en regel."),
    "convert": (
        "convert",
        "Turn a plan into another format.",
        "Gjør en plan om til et annet format.",
    ),
    "view": (
        "view",
        "Write the explorer: one HTML file that works offline.",
        "Lag utforskeren: én HTML-fil som virker uten nett.",
    ),
    "thread": (
        "thread",
        "Show a node's thread, up to the goals and down to the daily work.",
        "Vis tråden til en node, opp til målene og ned til det daglige arbeidet.",
    ),
    "coverage": (
        "coverage",
        "Show what a plan does for each goal and target.",
        "Vis hva planen gjør for hvert mål og delmål.",
    ),
    "diff": (
        "diff",
        "Show what changed from one plan, or version in git, to another.",
        "Vis hva som er endret fra en plan, eller versjon i git, til en annen.",
    ),
    "report": (
        "report",
        "Write what a plan adds up to, as a page, Markdown, Word or PDF.",
        "Skriv hva planen blir til sammen, som side, Markdown, Word eller PDF.",
    ),
    "review": (
        "review",
        "Show which relations are to be reviewed because an end has changed.",
        "Vis hvilke koblinger som må gjennomgås fordi en ende er endret.",
    ),
    "status": (
        "status",
        "Show how the indicators stand against what was expected.",
        "Vis hvordan indikatorene ligger an mot det som var ventet.",
    ),
    "measure": (
        "measure",
        "Bring in measurements: from tables, JSON-stat, or a statistical office.",
        "Hent inn målinger: fra tabeller, JSON-stat eller et statistikkbyrå.",
    ),
    "materiality": (
        "materiality",
        "Show the materiality matrix, from the plan or from many people's scores.",
        "Vis vesentlighetsmatrisen, fra planen eller fra manges vurderinger.",
    ),
    "benefits": (
        "benefits",
        "Show the benefits realisation plan and what leads to the benefits.",
        "Vis gevinstrealiseringsplanen og hva som fører til gevinstene.",
    ),
    "money": (
        "money",
        "Show what the actions cost, year by year, and which goals the money touches.",
        "Vis hva tiltakene koster, år for år, og hvilke mål pengene berører.",
    ),
    "interactions": (
        "interactions",
        "Show how goals, targets and strategies help and hinder each other.",
        "Vis hvordan mål, delmål og strategier fremmer og hemmer hverandre.",
    ),
    "catalogue": (
        "catalogue",
        "Look up the UN's goals, targets and indicators.",
        "Slå opp FNs mål, delmål og indikatorer.",
    ),
    "ontology": (
        "ontology",
        "Write ontology, catalogue, JSON-LD context and JSON Schema.",
        "Skriv ontologi, katalog, JSON-LD-kontekst og JSON-skjema.",
    ),
}
"""Each command's module and its one line in the help, in English and bokmål."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # click's own signature  # noqa: ARG002
        """Give the commands in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sdggraph_cli.commands.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing any of them."""
        with formatter.section(say("Commands", "Kommandoer")):
            formatter.write_dl([(name, say(en, nb)) for name, (_, en, nb) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from sdggraph.base.nearby import nearest

            close = nearest(name, COMMANDS)
            meant = say(f" Did you mean {close[0]}?", f" Mente du {close[0]}?") if close else ""
            message = say(f"There is no command {name}.", f"Kommandoen {name} finnes ikke.")
            raise click.UsageError(message + meant, ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "From the UN's goals to a municipality's strategies and measured results: read a plan, find where the "
        "thread is broken, and show the whole.",
        "Fra FNs bærekraftsmål til kommunens strategier og målte resultater: les en plan, finn hvor tråden er "
        "brutt, og vis helheten.",
    ),
)
@click.version_option(package_name="sdggraph", message="sdggraph %(version)s")
@lang_option
def root(lang: str | None) -> None:
    """Hold the commands together."""
