"""What ``lint`` and ``fix`` can be asked for: the options that they share, and the answers in one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sdggraph_cli.formats import FILE_FORMATS, FORMATS
from sdggraph_cli.language import say
from sdggraph_cli.options import as_of_option, color_option, lang_option, quiet_option

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Asked", "lint_options"]

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers to the options, by their names."""

    plans: tuple[str, ...]
    form: str = "text"
    output_files: tuple[str, ...] = ()
    output_format: str | None = None
    annotate: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    profile: str | None = None
    config: str | None = None
    isolated: bool = False
    engine: str = "native"
    endpoint: str | None = None
    graphs: tuple[str, ...] = ()
    dialect: str = "sparql"
    timeout: float = 60.0
    write_canary: str | None = None
    show_settings: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    write_ids: bool = False
    statistics: bool = False
    fail_on: str = "error"
    exit_zero: bool = False
    max_warnings: int | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    prune: bool = False
    watch: bool = False
    stdin_filename: str | None = None
    as_of: dt.date | None = None
    quiet: bool = False
    color: str = "auto"
    lang: str | None = None


def lint_options(command: Command) -> Command:
    """Give a command the plans and all options of ``lint`` but ``--fix``."""
    for option in reversed(_options()):
        command = option(command)
    return command


def _options() -> list[Callable[[Any], Any]]:
    return [
        click.argument("plans", nargs=-1, metavar=say("PLANS...", "PLANER...")),
        *_fixing(),
        *_which(),
        *_stores(),
        *_baseline(),
        *_output(),
        *_status(),
        as_of_option,
        quiet_option,
        color_option,
        lang_option,
    ]


_CODES = say("CODES", "KODER")
_FILE = say("FILE", "FIL")


def _which() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--select",
            multiple=True,
            metavar=_CODES,
            help=say(
                "Only these rules: codes, their beginnings or names, with commas.",
                "Bare disse reglene: koder, begynnelsen av dem eller navn, med komma.",
            ),
        ),
        click.option(
            "--extend-select",
            multiple=True,
            metavar=_CODES,
            help=say("These rules too, also if they are off.", "Disse reglene også, selv om de er av."),
        ),
        click.option(
            "--ignore", multiple=True, metavar=_CODES, help=say("Leave these rules out.", "Utelat disse reglene.")
        ),
        click.option(
            "--profile",
            type=click.Choice(["asker", "strict"]),
            help=say("A set of severities: asker, strict.", "Et sett av alvorsgrader: asker, strict."),
        ),
        click.option(
            "--config",
            type=click.Path(),
            metavar=_FILE,
            help=say(
                "Read this file of settings, instead of the nearest sdggraph.toml or pyproject.toml.",
                "Les denne innstillingsfilen, i stedet for nærmeste sdggraph.toml eller pyproject.toml.",
            ),
        ),
        click.option(
            "--isolated",
            is_flag=True,
            help=say("Read no file of settings.", "Ikke les noen innstillingsfil."),
        ),
        click.option(
            "--engine",
            type=click.Choice(["native", "shacl", "sparql"]),
            default="native",
            help=say(
                "What judges: sdggraph itself, SHACL shapes or SPARQL queries; they find the same.",
                "Hva som bedømmer: sdggraph selv, SHACL-former eller SPARQL-spørringer; de finner det samme.",
            ),
        ),
        click.option(
            "--show-settings",
            is_flag=True,
            help=say(
                "Say which settings apply to each plan, and where they come from.",
                "Vis hvilke innstillinger som gjelder for hver plan, og hvor de kommer fra.",
            ),
        ),
    ]


def _stores() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--endpoint",
            metavar="URL",
            help=say(
                "Check the plans of a SPARQL store where they lie, instead of files.",
                "Kontroller planene i et SPARQL-lager der de ligger, i stedet for filer.",
            ),
        ),
        click.option(
            "--graph",
            "graphs",
            multiple=True,
            metavar="IRI",
            help=say(
                "With --endpoint: only this graph; may be given several times.",
                "Sammen med --endpoint: bare denne grafen; kan gis flere ganger.",
            ),
        ),
        click.option(
            "--dialect",
            type=click.Choice(["sparql", "oxigraph", "rdflib", "virtuoso"]),
            default="sparql",
            help=say(
                "With --endpoint: how the store wants to be asked.",
                "Sammen med --endpoint: hvordan lageret vil spørres.",
            ),
        ),
        click.option(
            "--timeout",
            type=click.FloatRange(min=0.1),
            default=60.0,
            metavar=say("SECONDS", "SEKUNDER"),
            help=say(
                "With --endpoint: how long one answer may take.", "Sammen med --endpoint: hvor lenge ett svar kan ta."
            ),
        ),
        click.option(
            "--write-canary",
            type=click.Path(),
            metavar=_FILE,
            help=say(
                "Write the graphs by which a store is tested before it is believed (N-Quads), and do nothing else.",
                "Skriv grafene som et lager prøves med før det blir trodd (N-Quads), og gjør ikke noe annet.",
            ),
        ),
    ]


def _fixing() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--unsafe-fixes",
            is_flag=True,
            help=say(
                "With --fix or --diff: also mend what is likely, not only what is sure.",
                "Sammen med --fix eller --diff: rett også det som er sannsynlig, ikke bare det som er sikkert.",
            ),
        ),
        click.option(
            "--write-ids",
            is_flag=True,
            help=say(
                "With --fix or --diff: let tables keep the ids that are made for their rows, in a column at the right, "
                "so that texts can be reworded and rows moved.",
                "Sammen med --fix eller --diff: la tabeller ta vare på id-ene som lages for radene, i en kolonne til "
                "høyre, så tekster kan omformuleres og rader flyttes.",
            ),
        ),
        click.option(
            "--diff",
            is_flag=True,
            help=say(
                "Show what --fix would change, and change nothing; exits with 1 if that is anything.",
                "Vis hva --fix ville endre, uten å endre noe; avslutter med 1 hvis det er noe.",
            ),
        ),
    ]


def _output() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--format",
            "form",
            type=click.Choice(list(FORMATS)),
            default="text",
            help=say("Form of what is printed.", "Form på det som skrives ut."),
        ),
        click.option(
            "-o",
            "--output",
            "--output-file",
            "output_files",
            multiple=True,
            type=click.Path(),
            metavar=_FILE,
            help=say(
                "Write the findings to this file too, in the form that its ending says: .sarif, .json, .xml (JUnit), "
                "gl-….json (GitLab), .xlsx, .txt. May be given several times.",
                "Skriv funnene til denne filen også, i den formen endelsen sier: .sarif, .json, .xml (JUnit), "
                "gl-….json (GitLab), .xlsx, .txt. Kan gis flere ganger.",
            ),
        ),
        click.option(
            "--annotate",
            type=click.Path(),
            metavar=_FILE,
            help=say(
                "Write a copy of the linted workbook with coloured cells, comments and a sheet of all findings.",
                "Skriv en kopi av arbeidsboken med fargede celler, kommentarer og et ark med alle funn.",
            ),
        ),
        click.option(
            "--output-format",
            type=click.Choice(list(FILE_FORMATS)),
            help=say("Form of the output files, whatever their endings.", "Form på filene, uansett endelse."),
        ),
        click.option(
            "--statistics",
            is_flag=True,
            help=say("Show how often each rule is broken.", "Vis hvor ofte hver regel er brutt."),
        ),
        click.option(
            "--watch",
            is_flag=True,
            help=say(
                "Lint again whenever something changes; Ctrl-C ends it.",
                "Kontroller på nytt hver gang noe endres; Ctrl-C avslutter.",
            ),
        ),
        click.option(
            "--stdin-filename",
            metavar=say("NAME", "NAVN"),
            help=say("What standard input is called.", "Hva standard inn skal hete."),
        ),
    ]


def _status() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "info"]),
            default="error",
            help=say("From which severity on to exit with 1.", "Fra hvilken alvorsgrad kommandoen avslutter med 1."),
        ),
        click.option(
            "--max-warnings",
            type=click.IntRange(min=0),
            metavar="N",
            help=say("Exit with 1 if there are more warnings.", "Avslutt med 1 hvis det er flere advarsler."),
        ),
        click.option(
            "--exit-zero",
            is_flag=True,
            help=say("Exit with 0 whatever is found.", "Avslutt med 0 uansett hva som er funnet."),
        ),
    ]


def _baseline() -> list[Callable[[Any], Any]]:
    return [
        click.option(
            "--baseline",
            type=click.Path(),
            metavar=_FILE,
            help=say(
                "Leave out what this file knows already: it is known by rule and node, not by line.",
                "Utelat det denne filen kjenner fra før: det kjennes på regel og node, ikke på linje.",
            ),
        ),
        click.option(
            "--write-baseline",
            type=click.Path(),
            metavar=_FILE,
            help=say("Write such a file of all that is found now.", "Lag en slik fil av alt som er funnet nå."),
        ),
        click.option(
            "--prune",
            is_flag=True,
            help=say(
                "Take out of the baseline what is no longer found.", "Ta ut av grunnlinjen det som ikke lenger finnes."
            ),
        ),
    ]
