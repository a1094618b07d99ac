"""The main job on a real table, Asker's of 2018: from spreadsheet to plan, findings, Turtle, explorer and report."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_out import write_whole
from sdggraph.io.load import read_plan
from sdggraph.io.yaml_write import plan_to_yaml
from sdggraph.lint.run import lint
from sdggraph.view.report.html import report_page
from sdggraph.view.report.make import ReportOptions, report_document
from sdggraph.view.show import view

if TYPE_CHECKING:
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan

__all__ = ["DemoResult", "method_table", "run_demo"]

_TABLE = "metodetabell.xlsx"


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the main job gave: the plan, its findings, and the files that were written."""

    table: Path
    plan: Plan
    report: Report
    files: tuple[Path, ...]


def method_table() -> Path:
    """Give the Asker 2018 method table: shipped in the wheel, in a checkout among the examples."""
    shipped = Path(__file__).parent / "data" / _TABLE
    return shipped if shipped.exists() else Path(__file__).parents[2] / "examples" / "asker-2018" / _TABLE


def run_demo(folder: str | Path, *, lang: str | None = None, force: bool = False) -> DemoResult:
    """Read the table, lint it, and write plan.yaml, plan.ttl, plan.html and report.html beside a copy of it.

    Args:
        folder: Where to write; made if it isn't there.
        lang: The language of the findings and of the pages; by default the table's own.
        force: Overwrite files that are there.

    Raises:
        OutputError: A file is there already, or can't be written.
    """
    from sdggraph.io.rdf import write_turtle

    home = Path(folder)
    table = home / _TABLE
    names = [home / name for name in ("plan.yaml", "plan.ttl", "plan.html", "report.html")]
    _refuse_overwriting([table, *names], force=force)
    _copy(method_table(), table)
    plan = read_plan(table)
    report = lint(plan, lang=lang)
    pages = view(plan, report=report, lang=lang), report_page(report_document(plan, ReportOptions(lang)))
    texts = (plan_to_yaml(plan), write_turtle(plan), *pages)
    files = tuple(write_whole(name, text) for name, text in zip(names, texts, strict=True))
    return DemoResult(table, plan, report, files)


def _refuse_overwriting(files: list[Path], *, force: bool) -> None:
    there = next((file for file in files if file.exists()), None)
    if there is not None and not force:
        raise OutputError(
            words("exists already", "finnes allerede"),
            place=Place(str(there)),
            hint=words("name another folder, or use --force", "oppgi en annen mappe, eller bruk --force"),
        )


def _copy(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            words(f"can't be written: {reason}", f"kan ikke skrives: {reason}"), place=Place(str(target))
        ) from None
