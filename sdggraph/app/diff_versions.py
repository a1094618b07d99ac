"""Compares two plan files, or two versions of one that git keeps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.compare import diff
from sdggraph.app.git_files import GitFiles
from sdggraph.app.lint_files import judged
from sdggraph.io.load import PlanLoader
from sdggraph.lint.run import message_language

if TYPE_CHECKING:
    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.model.plan import Plan

__all__ = ["diff_files", "diff_plans", "diff_versions"]


def diff_files(old: str | Path, new: str | Path, *, lang: str | None = None) -> Comparison:
    """Compare two plans in any format that is read; what the linter says of each is by the settings beside it.

    Raises:
        InputError: One of them can't be read at all.
        ConfigError: A file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    plans = PlanLoader().load(old), PlanLoader().load(new)
    return _compared(plans, (str(old), str(new)), lang)


def diff_versions(revisions: str, plan: str | Path, *, lang: str | None = None) -> Comparison:
    """Compare two versions of a plan file that git keeps.

    What the plan uses and follows up is taken from the same revision; the settings that judge are those of today.

    Args:
        revisions: One revision (``HEAD~1``), to be compared with the file as it stands; or two (``A..B``), of which an
            empty one is ``HEAD``.
        plan: The plan file.
        lang: The language of titles and messages.

    Raises:
        InputError: There is no git, no repository, no such revision, or the file isn't in it.
        ConfigError: A file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    first, two, second = revisions.partition("..")
    folder = Path(plan).resolve().parent
    old = PlanLoader(unsaved=GitFiles.at(folder, first or "HEAD")).load(plan)
    before = f"{plan} @ {first or 'HEAD'}"
    if not two:
        return _compared((old, PlanLoader().load(plan)), (before, str(plan)), lang)
    new = PlanLoader(unsaved=GitFiles.at(folder, second or "HEAD")).load(plan)
    return _compared((old, new), (before, f"{plan} @ {second or 'HEAD'}"), lang)


def diff_plans(old: Plan, new: Plan, *, lang: str | None = None) -> Comparison:
    """Compare two plans that were read, each judged by the settings beside its file.

    Raises:
        ConfigError: A file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    first, second = (one.reading.name if one.reading else one.id for one in (old, new))
    return _compared((old, new), (first, second), lang)


def _compared(plans: tuple[Plan, Plan], names: tuple[str, str], lang: str | None) -> Comparison:
    chosen = lang or message_language([plans[1]])
    return diff(*plans, lang=chosen, reports=(judged(plans[0], chosen), judged(plans[1], chosen)), names=names)
