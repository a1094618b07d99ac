"""What an analysis answers, in the form that is asked for: text, JSON, CSV, Markdown, a workbook, SVG, Mermaid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sdggraph_cli.language import asked, say
from sdggraph_cli.options import FORM_HELP, force_option, lang_option, output_option

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.plan import Plan

__all__ = ["Answer", "answer_options", "as_of_of", "give_answer", "graph_and_language", "tell"]

_FORMS = ("text", "json", "csv", "markdown", "xlsx")
_NARROWEST, _WIDTH, _WIDEST = 320, 960, 4000

Command = TypeVar("Command", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True)
class Answer:
    """An analysis in each of its forms; a form is only made when it is asked for.

    Attributes:
        text: Lines for people.
        data: Plain data for JSON.
        tables: Plain rows by the title of their sheet; the first is the one that CSV and Markdown give.
        drawing: The SVG, for a width in pixels.
        mermaid: A flow chart.
        lang: The language of the headings where people read them.
    """

    text: Callable[[], Iterable[str]]
    data: Callable[[], dict[str, Any]]
    tables: Callable[[], Mapping[str, Sequence[Mapping[str, Any]]]]
    drawing: Callable[[int], str] | None = None
    mermaid: Callable[[], str] | None = None
    lang: str = "en"


def answer_options(*forms: str) -> Callable[[Command], Command]:
    """Add ``--format`` with these forms beside the usual ones, ``--width`` where one is svg, ``-o`` and ``--lang``."""
    every = [*_FORMS, *forms]

    def add(command: Command) -> Command:
        command = lang_option(force_option(output_option(command)))
        if "svg" in forms:
            command = click.option(
                "--width",
                type=click.IntRange(_NARROWEST, _WIDEST),
                default=_WIDTH,
                show_default=True,
                help=say("Width of the drawing, in pixels.", "Bredden på tegningen, i piksler."),
            )(command)
        return click.option(
            "--format",
            "form",
            type=click.Choice(every),
            help=FORM_HELP,
        )(command)

    return add


def graph_and_language(plan: str) -> tuple[PlanGraph, str]:
    """Read a plan and what it follows up; give their graph, and the language to answer in."""
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.load import read_plan
    from sdggraph.lint.run import message_language

    read = read_plan(plan)
    return PlanGraph.of(read), asked() or message_language([read])


def as_of_of(graph: PlanGraph, given: dt.date | None) -> dt.date | None:
    """Give the date that counts as today: as asked for, else as the settings around the first plan say."""
    from sdggraph.lint.config import Configuration

    if given is not None or not graph.plans:
        return given
    configuration = Configuration(look_around=True)
    configuration.begin(graph.plans[:1])
    return configuration.of(graph.plans[0]).settings.as_of


def give_answer(
    answer: Answer,
    form: str | None,
    output: str | None,
    read: Iterable[Plan | str | None],
    *,
    force: bool,
    width: int = _WIDTH,
) -> None:
    """Print an answer, or write it to a file that is none of those that were read for it.

    Raises:
        OutputError: It can't be written, or is there already and ``force`` isn't given.
        UsageError: It can't be had in this form, or would be written over what was read.
    """
    from sdggraph_cli.kept_inputs import keep_inputs
    from sdggraph_cli.row_forms import form_of, give, workbook_needs_file

    drawn = {"svg": answer.drawing, "mermaid": answer.mermaid}
    chosen = form_of(form, output, [*_FORMS, *(name for name, made in drawn.items() if made is not None)])
    workbook_needs_file(chosen, output)
    keep_inputs(output, *read)
    give(_content(answer, chosen, width), output, force=force)


def _content(answer: Answer, form: str, width: int) -> str | bytes:
    from sdggraph_cli.row_forms import csv_text, json_text

    if form == "json":
        return json_text(answer.data())
    if form == "svg" and answer.drawing is not None:
        return answer.drawing(width) + "\n"
    if form == "mermaid" and answer.mermaid is not None:
        return answer.mermaid()
    if form == "text":
        return "\n".join(answer.text()) + "\n"
    if form in ("svg", "mermaid"):
        raise click.UsageError(say(f"there is no {form} of this", f"dette finnes ikke som {form}"))
    tables = answer.tables()
    if form == "xlsx":
        from sdggraph.io.workbook.row_sheets import rows_to_workbook

        return rows_to_workbook(tables)
    rows = next(iter(tables.values()))
    if form == "csv":
        return csv_text(rows)
    return _markdown(rows, answer.lang) if rows else ""


def _markdown(rows: Sequence[Mapping[str, Any]], lang: str) -> str:
    from sdggraph_cli.row_forms import markdown_table
    from sdggraph_cli.row_headings import heading_of

    right = [at for at, value in enumerate(rows[0].values()) if not isinstance(value, str | bool)]
    cells = [[("✓" if value else "") if isinstance(value, bool) else value for value in row.values()] for row in rows]
    return markdown_table([heading_of(name, lang) for name in rows[0]], cells, right)


def tell(diagnostics: Sequence[Diagnostic]) -> None:
    """Say on standard error what is wrong in a table beside the plan, and that it was left out."""
    from sdggraph_cli.text_report import SEVERITY_WORDS

    for one in diagnostics:
        where = f"{one.place}: " if one.place else ""
        word = say(*(SEVERITY_WORDS[one.severity.word][lang] for lang in ("en", "nb")))
        click.echo(f"{where}{word}[{one.code}] {one.message}", err=True)
    if diagnostics:
        number = len(diagnostics)
        click.echo(
            say(
                f"{number} {'thing' if number == 1 else 'things'} to look at above; what can't be used is left out of "
                "the figures",
                f"{number} ting å se på over; det som ikke kan brukes, er utelatt fra tallene",
            ),
            err=True,
        )
