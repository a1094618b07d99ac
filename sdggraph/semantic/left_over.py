"""What a plan's triples say that nothing here has a use for, counted: one thing to tell for each kind of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sdggraph.catalogue import code_of_iri
from sdggraph.model.kinds import CATALOGUE_KINDS
from sdggraph.semantic.cubes import QB
from sdggraph.semantic.fields import class_iri, relation_iri
from sdggraph.semantic.foreign_terms import SILENT
from sdggraph.semantic.standard_terms import DATASET_TERMS
from sdggraph.semantic.terms import SG, TYPE, Iri

if TYPE_CHECKING:
    from sdggraph.semantic.names import Names
    from sdggraph.semantic.statements import Statements

__all__ = ["LeftOver", "left_over"]

_SHARED = frozenset({*(class_iri(kind) for kind in CATALOGUE_KINDS), SG.Plan})
_FOLLOWS = relation_iri("interacts_with")


class LeftOver(NamedTuple):
    """A property or class that wasn't understood: where it stands first, and how often."""

    subject: Iri
    key: Iri
    variant: str
    number: int


def left_over(said: Statements, plan: Iri, names: Names, *, alone: bool) -> list[LeftOver]:
    """Give what wasn't understood of a plan; of a file with one plan, of everything in it.

    Args:
        said: All statements, of which those that were made use of are ticked off.
        plan: The plan.
        names: Its nodes.
        alone: Whether no other plan is told of.
    """
    for cube in said.of_type(QB.DataSet):
        said.use(cube, *DATASET_TERMS)
    found: dict[tuple[str, Iri], list[Iri]] = {}
    for subject, predicate in said.left():
        mine = subject == plan or subject in names.of
        mine = mine or (subject.startswith(plan + "/") and not _describes_the_file(said, subject))
        if predicate == _FOLLOWS or not (mine or (alone and _may_be_of_the_plan(said, subject, plan))):
            continue
        unknown = None if mine else _unknown_class(said, subject)
        key = ("statement", predicate) if unknown is None else ("class", unknown)
        subjects = found.setdefault(key, [])
        if subject not in subjects[-1:]:
            subjects.append(subject)
    return [
        LeftOver(
            subjects[0], key, "statements" if variant == "statement" and len(subjects) > 1 else variant, len(subjects)
        )
        for (variant, key), subjects in found.items()
    ]


def _may_be_of_the_plan(said: Statements, subject: Iri, plan: Iri) -> bool:
    """Say whether a node may belong to the only plan: not what all plans share, nor what describes the file."""
    if code_of_iri(subject) is not None:
        return False
    kinds, plans = said.nodes(subject, TYPE), said.nodes(subject, SG.inPlan)
    if _SHARED.intersection(kinds) or (plans and plan not in plans):
        return False
    return not _describes_the_file(said, subject)


def _describes_the_file(said: Statements, subject: Iri) -> bool:
    """Say whether a node is of none but classes that describe files and vocabularies."""
    kinds = said.nodes(subject, TYPE)
    return bool(kinds) and all(kind.startswith(SILENT) for kind in kinds)


def _unknown_class(said: Statements, subject: Iri) -> Iri | None:
    """Give the class of a node that has none of ours."""
    kinds = said.nodes(subject, TYPE)
    return None if not kinds or any(kind.startswith(SG) for kind in kinds) else kinds[0]
