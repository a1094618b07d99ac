"""The root command: knows every command by name and loads the one that is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from sdggraph_cli.language import say
from sdggraph_cli.options import lang_option
from sdggraph_cli.usage_words import speak_usage

__all__ = ["COMMANDS", "SECTIONS", "root"]

SECTIONS: dict[tuple[str, str], dict[str, tuple[str, str]]] = {
    ("Begin", "Komme i gang"): {
        "demo": (
            "Run the main job on the Asker 2018 method table.",
            "Kjør hele jobben på Askers metodetabell fra 2018.",
        ),
        "new": (
            "Begin a plan file.",
            "Begynn på en planfil.",
        ),
        "convert": (
            "Turn a plan into another format.",
            "Gjør en plan om til et annet format.",
        ),
    },
    ("Check and mend", "Kontrollere og rette"): {
        "lint": (
            "Find where the thread from goal to result is broken.",
            "Finn hvor tråden fra bærekraftsmål til resultat er brutt.",
        ),
        "fix": (
            "Mend what is sure, and show what is left.",
            "Rett det som er sikkert, og vis det som er igjen.",
        ),
        "rules": (
            "List the rules.",
            "Vis reglene.",
        ),
        "explain": (
            "Explain a rule.",
            "Forklar en regel.",
        ),
    },
    ("See the plan", "Se planen"): {
        "view": (
            "Write the explorer: one HTML file that works offline.",
            "Lag utforskeren: én HTML-fil som virker uten nett.",
        ),
        "thread": (
            "Show a node's thread, up to the goals and down to the daily work.",
            "Vis tråden til en node, opp til bærekraftsmålene og ned til det daglige arbeidet.",
        ),
    },
    ("What it adds up to", "Hva det blir til sammen"): {
        "coverage": (
            "Show what a plan does for each goal and target.",
            "Vis hva planen gjør for hvert bærekraftsmål og delmål.",
        ),
        "status": (
            "Show how the indicators stand against what was expected.",
            "Vis hvordan indikatorene ligger an mot det som var ventet.",
        ),
        "measure": (
            "Bring in measurements: from tables, JSON-stat, or a statistical office.",
            "Hent inn målinger: fra tabeller, JSON-stat eller et statistikkbyrå.",
        ),
        "materiality": (
            "Show the materiality matrix, from the plan or from many people's scores.",
            "Vis vesentlighetsmatrisen, fra planen eller fra manges vurderinger.",
        ),
        "money": (
            "Show what the actions cost, year by year, and which goals the money touches.",
            "Vis hva tiltakene koster, år for år, og hvilke bærekraftsmål pengene berører.",
        ),
        "benefits": (
            "Show the benefits realisation plan and what leads to the benefits.",
            "Vis gevinstrealiseringsplanen og hva som fører til gevinstene.",
        ),
        "interactions": (
            "Show how goals, targets and strategies help and hinder each other.",
            "Vis hvordan bærekraftsmål, delmål og strategier fremmer og hemmer hverandre.",
        ),
        "report": (
            "Write all of it as a page, Markdown, Word or PDF.",
            "Skriv alt sammen som side, Markdown, Word eller PDF.",
        ),
    },
    ("Over time", "Over tid"): {
        "diff": (
            "Show what changed from one plan, or version in git, to another.",
            "Vis hva som er endret fra en plan, eller versjon i git, til en annen.",
        ),
        "review": (
            "Show which relations are to be reviewed because an end has changed.",
            "Vis hvilke koblinger som må gjennomgås fordi en ende er endret.",
        ),
    },
    ("Look up and link", "Slå opp og lenke"): {
        "catalogue": (
            "Look up the UN's goals, targets and indicators.",
            "Slå opp FNs bærekraftsmål, delmål og indikatorer.",
        ),
        "ontology": (
            "Write ontology, catalogue, JSON-LD context and JSON Schema.",
            "Skriv ontologi, katalog, JSON-LD-kontekst og JSON-skjema.",
        ),
    },
}
"""The commands in the order in which people meet them, each with its one line in the help, in English and bokmål."""

COMMANDS = {name: line for section in SECTIONS.values() for name, line in section.items()}
"""The same without their sections; a command stands in the module of its name."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # click's own signature  # noqa: ARG002
        """Give the commands in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sdggraph_cli.commands.{cmd_name}").command
        return speak_usage(command, ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands section by section, without importing any of them."""
        widest = max(map(len, COMMANDS))
        for heading, commands in SECTIONS.items():
            with formatter.section(say(*heading)):
                formatter.write_dl([(f"{name:<{widest}}", say(*line)) for name, line in commands.items()])

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
    epilog=say(
        "Begin with 'sdggraph demo' or 'sdggraph new plan.yaml'; 'sdggraph lint --help' tells about a command.",
        "Begynn med «sdggraph demo» eller «sdggraph new plan.yaml»; «sdggraph lint --help» forteller om en kommando.",
    ),
    options_metavar=say("[OPTIONS]", "[VALG]"),
    subcommand_metavar=say("COMMAND [ARGS]...", "KOMMANDO [ARGUMENTER]..."),
)
@click.version_option(package_name="sdggraph", message="sdggraph %(version)s")
@lang_option
def root(lang: str | None) -> None:
    """Hold the commands together."""
