"""Lints files and folders: finds the plans, reads each once, checks them together."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.load import TABLE_SUFFIXES, PlanLoader, read_plans
from sdggraph.lint.config import Configuration
from sdggraph.lint.run import lint_configured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan

__all__ = ["PLAN_SUFFIXES", "files_in", "judged", "lint_files", "plan_files", "plans_of"]

PLAN_SUFFIXES = frozenset({".yaml", ".yml", ".json"})
"""The names of files that people write plans in end in one of these."""
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
_ENOUGH = 1_000_000
_SKIPPED = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


def lint_files(
    paths: Iterable[str | Path],
    *,
    lang: str | None = None,
    configuration: Configuration | None = None,
    stdin_name: str | None = None,
    unsaved: Mapping[Path, bytes] | None = None,
    unread: list[InputError] | None = None,
) -> Report:
    """Lint plan files, tables, folders of them, or standard input (``-``).

    Settings are those that stand beside the plans, unless a ``configuration`` says otherwise. ``unsaved`` has the
    bytes of files, by their resolved paths, that count instead of what stands on the disk. ``unread`` takes the
    errors of files that can't be read, so that the others are linted all the same.

    Raises:
        InputError: A file can't be read as a plan at all and ``unread`` isn't given, or a folder has no plan in it.
        ConfigError: A file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    configuration = configuration or Configuration(look_around=True)
    plans = plans_of(paths, stdin_name=stdin_name, unsaved=unsaved, unread=unread, configuration=configuration)
    return lint_configured(plans, configuration, lang)


def judged(plan: Plan, lang: str | None = None) -> Report:
    """Lint a plan that was read, by the settings that stand beside it.

    Raises:
        ConfigError: A file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    return lint_configured([plan], Configuration(look_around=True), lang)


def plans_of(
    paths: Iterable[str | Path],
    *,
    stdin_name: str | None = None,
    unsaved: Mapping[Path, bytes] | None = None,
    unread: list[InputError] | None = None,
    configuration: Configuration | None = None,
) -> list[Plan]:
    """Read the plans that paths name, each with those that it follows up; a ``configuration`` may know headings.

    Raises:
        InputError: A file can't be read as a plan at all and ``unread`` isn't given, or a folder has no plan in it.
    """
    headings = configuration.headings() if configuration is not None else None
    loader = PlanLoader(stdin_name, unsaved or {}, headings)
    return read_plans(plan_files(paths, loader), loader, unread)


def plan_files(paths: Iterable[str | Path], loader: PlanLoader | None = None) -> list[str | Path]:
    """Give the files that paths name: a folder stands for the plans in it and below.

    In a folder only files that have a ``plan:`` section count, and workbooks with headings that are known, so that
    libraries, other YAML files and other people's workbooks are passed over. Delimited text is named by itself.

    Raises:
        InputError: A folder has no plan file.
    """
    found: list[str | Path] = []
    for path in paths:
        folder = Path(path)
        if str(path) == "-" or not folder.is_dir():
            found.append(path)
            continue
        reader = loader or PlanLoader()
        inside = sorted(file for file in files_in(folder) if _is_plan(file) or _is_known_table(file, reader))
        if not inside:
            table = next((file for file in sorted(files_in(folder)) if file.suffix.lower() in TABLE_SUFFIXES), None)
            raise InputError(
                words("there is no plan file in this folder", "det er ingen planfil i denne mappen"),
                place=Place(str(path)),
                hint=words(f"name a table by itself: {table}", f"oppgi tabellen for seg: {table}") if table else None,
            )
        found.extend(inside)
    return list(dict.fromkeys(found))


def files_in(folder: Path) -> Iterator[Path]:
    """Give all files in a folder and below, but in no hidden folder and none of other people's packages."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SKIPPED]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _is_known_table(file: Path, loader: PlanLoader) -> bool:
    if file.suffix.lower() not in _WORKBOOKS or file.name.startswith("~$"):
        return False
    try:
        loader.read_one(file)
    except InputError:
        return False
    return True


def _is_plan(file: Path) -> bool:
    if file.suffix.lower() not in PLAN_SUFFIXES:
        return False
    try:
        with file.open("rb") as stream:
            text = stream.read(_ENOUGH)
    except OSError:
        return False
    begins = (b"plan:", b'"plan"', b"\xef\xbb\xbfplan:")
    return any(line.startswith(begins) for line in text.splitlines()) or b'"plan":' in text
