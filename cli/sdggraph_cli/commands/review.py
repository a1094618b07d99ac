"""``sdggraph review``: which relations are to be reviewed, because an end has changed."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from typing import TYPE_CHECKING

import click

from sdggraph_cli.language import asked, say, set_language
from sdggraph_cli.options import as_of_option, color_option, lang_option, use_color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.review import PlanReview, SuspectLink

__all__ = ["command"]


@click.command(
    "review",
    help=say(
        "Show which relations are suspect: an end was reworded, got another target value, or changed otherwise since "
        "somebody looked at the relation.\n\n"
        "What was reviewed is kept beside the plan, in plan.review.json; the plan itself is never changed. Begin with "
        "--accept-all. Relations that are new or gone are recorded with the next acceptance.",
        "Vis hvilke koblinger som må gjennomgås: en ende er omformulert, har fått ny målverdi eller er endret på annen "
        "måte siden noen så på koblingen.\n\n"
        "Det som er gjennomgått, står ved siden av planen, i plan.review.json; selve planen blir aldri endret. Begynn "
        "med --accept-all. Koblinger som er nye eller borte, blir tatt med neste gang noe godtas.",
    ),
)
@click.argument("plan")
@click.option(
    "--accept",
    "nodes",
    multiple=True,
    metavar="ID",
    help=say(
        "Take the relations of this node as reviewed; may be given again.",
        "Godta koblingene til denne noden; kan gjentas.",
    ),
)
@click.option("--accept-all", is_flag=True, help=say("Take all as reviewed.", "Godta alle."))
@click.option("--by", metavar=say("NAME", "NAVN"), help=say("Who has reviewed them.", "Hvem som har gjennomgått dem."))
@click.option("--note", metavar=say("TEXT", "TEKST"), help=say("A remark to keep.", "En merknad å ta vare på."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=say("Form of the output.", "Form på utskriften."),
)
@as_of_option
@color_option
@lang_option
def command(
    plan: str,
    nodes: tuple[str, ...],
    accept_all: bool,
    by: str | None,
    note: str | None,
    form: str,
    as_of: dt.date | None,
    color: str,
    lang: str | None,
) -> None:
    """List what is suspect, or accept it."""
    from sdggraph.analysis.review import review
    from sdggraph.app.review_plan import accept_in_file, read_for_review
    from sdggraph.lint.run import message_language

    if (by or note) and not (nodes or accept_all):
        raise click.UsageError(
            say(
                "--by and --note go with --accept or --accept-all.",
                "--by og --note brukes med --accept eller --accept-all.",
            )
        )
    read = read_for_review(plan)
    chosen = asked() or message_language([read])
    set_language(["--lang", chosen])
    if nodes or accept_all:
        today = as_of or dt.datetime.now(tz=dt.UTC).astimezone().date()
        named = None if accept_all else nodes
        file, accepted, kept = accept_in_file(read, plan, named, by=by, note=note, on=today)
        click.echo(_accepted(accepted, kept, str(file)), err=True)
        read = read_for_review(plan)
    found = review(read, chosen)
    if form == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        return
    painted = use_color(color, to_terminal=sys.stdout.isatty())
    click.echo("\n".join(_lines(found, plan, chosen, color=painted)), color=painted)


def _accepted(accepted: int, kept: int, file: str) -> str:
    if not accepted:
        return say(f"{file} now has {kept} relations as they are", f"{file} har nå {kept} koblinger slik de er")
    one = accepted == 1
    return say(
        f"accepted {accepted} {'relation' if one else 'relations'}; {file} now has {kept}",
        f"godtok {accepted} {'kobling' if one else 'koblinger'}; {file} har nå {kept}",
    )


def _lines(found: PlanReview, plan: str, lang: str, *, color: bool) -> Iterator[str]:
    from sdggraph.analysis.comparison.wording import Piece
    from sdggraph_cli.comparison_report import piece_lines

    width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
    for one in found.suspects:
        yield from _suspect(one, lang, width, color=color)
        yield ""
    for text in _summary(found, plan):
        yield from piece_lines("", [Piece("=", text)], width, color=color)


def _summary(found: PlanReview, plan: str) -> Iterator[str]:
    if not found.locked:
        yield say(
            f"Nothing of this plan has been reviewed yet. Record its {len(found.fresh)} relations as they are with: "
            f"sdggraph review {plan} --accept-all",
            f"Ingenting i planen er gjennomgått ennå. Ta vare på de {len(found.fresh)} koblingene slik de er med: "
            f"sdggraph review {plan} --accept-all",
        )
        return
    number, total = len(found.suspects), found.reviewed + len(found.suspects)
    verb = "is" if number == 1 else "are"
    none = say(
        f"No relation is suspect: all {total} are as they were when they were reviewed.",
        f"Ingen kobling må gjennomgås: alle {total} er som da de ble gjennomgått.",
    )
    some = say(
        f"{number} of {total} relations {verb} suspect. When they still hold: --accept ID, or --accept-all.",
        f"{number} av {total} koblinger må gjennomgås. Når de fortsatt holder: --accept ID eller --accept-all.",
    )
    yield some if number else none
    if found.fresh or found.gone:
        yield say(
            f"{len(found.fresh)} new and {len(found.gone)} gone since; the next acceptance records that.",
            f"{len(found.fresh)} nye og {len(found.gone)} borte siden sist; det blir tatt med neste gang noe godtas.",
        )


def _suspect(one: SuspectLink, lang: str, width: int, *, color: bool) -> Iterator[str]:
    from sdggraph.analysis.comparison.wording import Piece
    from sdggraph.analysis.thread_records import ThreadStep
    from sdggraph.base.words import pick
    from sdggraph.lint.phrases import quoted
    from sdggraph.view.comparison.outline import field_detail
    from sdggraph_cli.comparison_report import detail_lines, piece_lines

    names = [name.removeprefix("sdg:") for name in (one.source, one.target)]
    ends = [
        f"{name} {quoted(title, lang)}".strip()
        for name, title in zip(names, (one.source_title, one.target_title), strict=True)
    ]
    said = f"{ends[0]} {pick(ThreadStep('', one.relation).words(), lang)} {ends[1]}"
    first, *rest = piece_lines("  ", [Piece("=", said)], width, color=color)
    yield click.style("? ", fg="yellow", bold=True) + first[2:] if color else "? " + first[2:]
    yield from rest
    if one.place is not None:
        yield "    " + (click.style(str(one.place), fg="blue") if color else str(one.place))
    for end in one.ends:
        if not end.fields:
            yield "    " + say(f"{end.node} changed", f"{end.node} er endret")
        for field in end.fields:
            detail = field_detail(field, lang)
            yield from detail_lines(f"{end.node}, ", detail, "    ", width, color=color)
    if one.last.on:
        who = say(f" by {one.last.by}", f" av {one.last.by}") if one.last.by else ""
        remark = f": {one.last.note}" if one.last.note else ""
        text = say(f"reviewed {one.last.on}", f"gjennomgått {one.last.on}") + who + remark
        yield from piece_lines("    ", [Piece("=", text)], width, color=color)
