"""``sdggraph rules``: the rules as a table or as JSON."""

from __future__ import annotations

import json
import textwrap

import click

from sdggraph_cli.counts import counted
from sdggraph_cli.language import current, say
from sdggraph_cli.options import lang_option

__all__ = ["command"]


@click.command(
    "rules",
    help=say(
        "List the rules: code, severity, name and when each holds.",
        "Vis reglene: kode, alvorsgrad, navn og når hver av dem er oppfylt.",
    ),
)
@click.argument("wanted", nargs=-1, metavar="[CODE...]")
@click.option(
    "--profile",
    type=click.Choice(["asker", "strict"]),
    help=say("Severities of a profile.", "Alvorsgradene i en profil."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("Form of the output.", "Form på utskriften."),
)
@lang_option
def command(wanted: tuple[str, ...], profile: str | None, form: str, lang: str | None) -> None:
    """Print the rules whose codes begin as asked for."""
    from sdggraph.base.words import pick
    from sdggraph.rules.registry import ALL_RULES, rule_named
    from sdggraph_cli.text_report import page_width

    begins = tuple(one.upper() if one.upper().startswith("SDG") else f"SDG{one.upper()}" for one in wanted)
    rules = [rule for rule in ALL_RULES.values() if not begins or rule.code.startswith(begins)]
    if not rules:
        rule_named(wanted[0])
    if form == "json":
        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": level.word if (level := rule.level.of("other", "draft", profile)) else None,
                "holds": dict(rule.holds),
                "message": dict(rule.message),
            }
            for rule in rules
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    severities = {
        "error": say("error", "feil"),
        "warning": say("warning", "advarsel"),
        "info": say("info", "merknad"),
    }
    width = page_width()
    for rule in rules:
        level = rule.level.of("other", "draft", profile)
        word = severities[level.word] if level else say("off", "av")
        click.echo(f"{rule.code}  {word:<9} {rule.name}")
        text = pick(rule.holds, current())
        click.echo(textwrap.indent("\n".join(textwrap.wrap(text, width - 8, break_on_hyphens=False)), " " * 8))
    click.echo(
        f"{counted('rule', len(rules), current())}; {say('more with', 'mer med')} sdggraph explain {rules[0].code}"
    )
