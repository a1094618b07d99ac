"""``sdggraph coverage``: what a plan does for each goal and target."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import click

from sdggraph_cli.counts import counted
from sdggraph_cli.language import asked, say
from sdggraph_cli.options import force_option, lang_option, output_option

if TYPE_CHECKING:
    from sdggraph.analysis.coverage import Coverage

__all__ = ["command"]


@click.command(
    "coverage",
    help=say(
        "Show what a plan does for each goal, or with --targets for each target: what it names, what serves it, "
        "directly or by inheritance, and what is measured.",
        "Vis hva planen gjør for hvert bærekraftsmål, eller med --targets for hvert delmål: hva den nevner, hva som "
        "følger det opp, direkte eller ved arv, og hva som måles.",
    ),
)
@click.argument("plan")
@click.option("--targets", is_flag=True, help=say("A row a target.", "En rad for hvert delmål."))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    help=say(
        "Form of the output; csv and json have a column an area.",
        "Form på utskriften; csv og json har en kolonne per område.",
    ),
)
@output_option
@force_option
@lang_option
def command(plan: str, targets: bool, form: str, output: str | None, force: bool, lang: str | None) -> None:
    """Print the table, or write it."""
    from sdggraph.analysis.coverage import coverage
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.load import read_plan
    from sdggraph.lint.run import message_language

    read = read_plan(plan)
    graph = PlanGraph.of(read)
    chosen = asked() or message_language([read])
    found = coverage(graph)
    rows = found.rows(graph, chosen, targets=targets)
    if form == "text":
        text = _text(rows, found, chosen, targets=targets)
    else:
        text = _json(rows) if form == "json" else _csv(rows)
    if output in (None, "-"):
        click.echo(text, nl=False)
        return
    from sdggraph.io.bytes_out import write_whole

    write_whole(str(output), text, overwrite=force)


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _csv(rows: list[dict[str, Any]]) -> str:
    """Write CSV; a title that begins like a formula is kept from being one."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heading = list(rows[0]) if rows else []
    writer.writerow([_harmless(name) for name in heading])
    writer.writerows([[_harmless(row[name]) for name in heading] for row in rows])
    return out.getvalue()


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _text(rows: list[dict[str, Any]], found: Coverage, lang: str, *, targets: bool) -> str:
    nb = lang == "nb"
    heads = ("direkte", "arvet", "måles") if nb else ("direct", "inherited", "measured")
    named = ("valgt" if nb else "selected") if targets else ("prioritert" if nb else "prioritised")
    lines = [f"{'':<6}{'':<30}{named:>11}{heads[0]:>9}{heads[1]:>11}{heads[2]:>9}"]
    for row in rows:
        if not (row["named"] or row["strategies"] or row["against"]):
            continue
        mark = "✓" if row["named"] else "-"
        if not targets and row["selected_targets"]:
            mark += f" ({row['selected_targets']})"
        title = row["title"] if len(row["title"]) <= 28 else row["title"][:27].rstrip() + "…"
        share = f"{round(100 * row['measured'] / row['strategies'])} %" if row["strategies"] else ""
        line = f"{row['code']:<6}{title:<30}{mark:>11}{row['direct']:>9}{row['inherited']:>11}{share:>9}"
        lines.append(line + (f" -{row['against']}" if row["against"] else ""))
    if any(row["against"] for row in rows):
        lines.append("-1: én strategi motvirker" if nb else "-1: one strategy works against it")
    silent = [row["code"] for row in rows if not (row["named"] or row["strategies"] or row["against"])]
    if silent and not targets:
        lines.append(("ikke nevnt: " if nb else "not named: ") + ", ".join(silent))
    total = counted("strategy", found.strategies, lang)
    if found.unserved:
        total += f", {counted('unserved', len(found.unserved), lang)}"
    note = "en strategi teller for hvert mål den når" if nb else "a strategy counts for each goal that it reaches"
    lines.append(f"{total}; {note}")
    if not targets:
        number = len({row.code for row in found.targets if row.named})
        of = "av FNs 169 delmål er valgt" if nb else "of the UN's 169 targets are selected"
        lines.append(f"{number} {of}")
    return "\n".join(lines) + "\n"
