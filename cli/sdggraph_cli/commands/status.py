"""``sdggraph status``: how the plan's indicators stand; performance, which no lint is changed by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import (
    FORM_HELP,
    as_of_option,
    color_option,
    force_option,
    lang_option,
    output_option,
    use_color,
)

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.analysis.status.overview import Status
    from sdggraph.analysis.status.records import IndicatorStatus

__all__ = ["command"]

_FORMS = ("text", "json", "csv", "markdown", "xlsx")
_ALSO = ("not_accepted", "overdue")


@click.command(
    "status",
    help=say(
        "Show how the indicators stand: what was expected by now on the way from baseline to target value, and what "
        "was measured. The worst first. Results are no defects: lint does not mention them.",
        "Vis hvordan indikatorene ligger an: hva som var ventet til nå på veien fra nullpunkt til målverdi, og hva som "
        "er målt. Det verste først. Resultater er ikke feil i planen: lint nevner dem ikke.",
    ),
)
@click.argument("plan")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help=FORM_HELP,
)
@click.option(
    "--node",
    metavar="ID",
    help=say(
        "Only what measures this node and what belongs to it.",
        "Bare det som måler denne noden og det som hører til den.",
    ),
)
@click.option(
    "--goal", metavar="N", help=say("Only what tells of this goal.", "Bare det som gjelder dette bærekraftsmålet.")
)
@click.option("--area", metavar="ID", help=say("Only this target area.", "Bare dette målområdet."))
@click.option(
    "--only",
    metavar=say("RESULTS", "RESULTATER"),
    help=say(
        "Only these results, with commas: achieved, on_track, lagging, off, not_measured, no_data; also not_accepted "
        "and overdue.",
        "Bare disse resultatene, med komma: achieved, on_track, lagging, off, not_measured, no_data; også not_accepted "
        "og overdue.",
    ),
)
@click.option("--explain", is_flag=True, help=say("Explain every result.", "Forklar hvert resultat."))
@as_of_option
@output_option
@force_option
@color_option
@lang_option
def command(
    plan: str, form: str | None, output: str | None, force: bool, color: str, lang: str | None, **asked_for: Any
) -> None:
    """Print or write the status; whatever the results, it leaves with 0."""
    from sdggraph.io.load import read_plan
    from sdggraph.lint.run import message_language
    from sdggraph_cli.kept_inputs import keep_inputs
    from sdggraph_cli.row_forms import form_of, give, workbook_needs_file

    form = form_of(form, output, _FORMS)
    workbook_needs_file(form, output)
    read = read_plan(plan)
    keep_inputs(output, read)
    chosen = asked() or message_language([read])
    found = _status(read, asked_for["as_of"])
    each = _wanted(found, asked_for)
    if form == "text":
        content: str | bytes = _text(found, each, chosen, explain=asked_for["explain"], color=color, output=output)
    else:
        content = _in_form(form, found, each, chosen)
    give(content, output, force=force)


def _status(plan: Any, as_of: dt.date | None) -> Status:
    """Give the status as of the date that is asked for, else that of the settings around the plan, else today."""
    from sdggraph.analysis.status.overview import status
    from sdggraph.lint.config import Configuration

    if as_of is None:
        configuration = Configuration(look_around=True)
        configuration.begin([plan])
        as_of = configuration.of(plan).settings.as_of
    return status(plan, as_of=as_of)


def _wanted(found: Status, asked_for: dict[str, Any]) -> list[IndicatorStatus]:
    each = list(found.indicators)
    for name in ("node", "goal", "area"):
        if asked_for[name] is not None:
            under = {one.node for one in found.under(asked_for[name])}
            each = [one for one in each if one.node in under]
    if asked_for["only"]:
        results = _results(asked_for["only"])
        each = [
            one
            for one in each
            if one.result in results
            or ("not_accepted" in results and one.not_accepted)
            or ("overdue" in results and one.overdue)
        ]
    return each


def _results(given: str) -> set[str]:
    from sdggraph.analysis.status.records import RESULTS
    from sdggraph.base.nearby import nearest

    named = {one.strip().casefold().replace("-", "_").replace(" ", "_") for one in given.split(",") if one.strip()}
    known = {*RESULTS, *_ALSO}
    for one in sorted(named - known):
        close = nearest(one, known)
        meant = say(f" Did you mean {close[0]}?", f" Mente du {close[0]}?") if close else ""
        raise click.UsageError(say(f"There is no result {one}.", f"Resultatet {one} finnes ikke.") + meant)
    return named


def _text(
    found: Status, each: list[IndicatorStatus], lang: str, *, explain: bool, color: str, output: str | None
) -> str:
    import sys

    from sdggraph_cli.glyphs import shows_unicode
    from sdggraph_cli.status_text import StatusText

    printed = output in (None, "-")
    painted = printed and use_color(color, to_terminal=sys.stdout.isatty())
    unicode = shows_unicode() or not printed
    return StatusText(found, {one.node for one in each}, lang, explain, unicode, painted).text()


def _in_form(form: str, found: Status, each: list[IndicatorStatus], lang: str) -> str | bytes:
    from dataclasses import replace

    from sdggraph.analysis.status.rows import COLUMNS, node_row
    from sdggraph.base.words import pick, words
    from sdggraph_cli.row_forms import csv_text, json_text

    part = replace(found, indicators=tuple(each))
    if form == "json":
        return json_text(part.to_dict(lang))
    if form == "csv":
        return csv_text(part.rows(lang), COLUMNS)
    if form == "markdown":
        return _markdown(each, lang)
    from sdggraph.io.workbook.row_sheets import rows_to_workbook

    nodes = [node_row(one, found, lang) for one in (*found.goals, *found.areas, *found.objectives)]
    titles = (words("Indicators", "Indikatorer"), words("Goals, areas, objectives", "Bærekraftsmål, områder, mål"))
    return rows_to_workbook({pick(titles[0], lang): part.rows(lang), pick(titles[1], lang): nodes})


def _markdown(each: list[IndicatorStatus], lang: str) -> str:
    from sdggraph.analysis.status.groups import worst_first
    from sdggraph.analysis.status.words import aim_text, expected_text, result_text, value_text
    from sdggraph.base.words import pick, words
    from sdggraph_cli.row_forms import markdown_table

    heads = words(
        "Indicator|Result|Baseline|Expected|Measured|When|Target value",
        "Indikator|Resultat|Nullpunkt|Ventet|Målt|Når|Målverdi",
    )
    rows = []
    for one in worst_first(each):
        unit = one.unit(lang) if one.unit(lang) == "%" else ""
        start, latest, aim = one.baseline, one.latest, one.aims[-1] if one.aims else None
        rows.append(
            [
                one.title(lang),
                result_text(one.result, lang),
                value_text(start.value, lang, unit) if start else "",
                expected_text(one, lang, unit),
                value_text(latest.value, lang, unit) if latest else "",
                latest.date if latest else "",
                aim_text(one, aim, lang, unit) if aim else "",
            ]
        )
    return markdown_table(pick(heads, lang).split("|"), rows, right=(2, 3, 4, 6))
