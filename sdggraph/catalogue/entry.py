"""All that the catalogue knows of one code, put together for showing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.base.words import pick
from sdggraph.catalogue.iris import iri_of
from sdggraph.catalogue.reading import read_code
from sdggraph.catalogue.records import Catalogue, catalogue, no_such_code
from sdggraph.catalogue.tables import codes
from sdggraph.model.codes import goal_of, target_of

if TYPE_CHECKING:
    from sdggraph.catalogue.code_reading import CodeReading
    from sdggraph.model.codes import CodeKind

__all__ = ["CatalogueEntry", "describe"]


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What there is to show of a goal, target or indicator, in one language.

    Attributes:
        label: The short label; a goal's title.
        official: The official wording, where an overlay brought it.
        goal: The goal's code and title.
        target: The target's code and label, of an indicator.
        below: Codes and labels of a goal's targets or a target's indicators, in natural order.
        same_as: The other codes under which the same indicator is listed.
        iri: The UN's IRI; for the few indicators without a known permanent code, one of ours.
        reading: How the code was read from what was asked for.
    """

    code: str
    kind: CodeKind
    label: str
    official: str | None
    goal: tuple[str, str]
    target: tuple[str, str] | None
    below: tuple[tuple[str, str], ...]
    color: str
    means_of_implementation: bool | None
    tier: str | None
    custodian: str | None
    permanent_code: str | None
    same_as: tuple[str, ...]
    iri: str
    reading: CodeReading


def describe(code: str, lang: str = "en", *, source: Catalogue | None = None) -> CatalogueEntry:
    """Give all that the catalogue knows of a code, written in any way that ``read_code`` understands.

    Args:
        code: What was asked for.
        lang: The language of labels.
        source: The catalogue to look in, as one with official wording; else the one that is shipped.

    Raises:
        NotFoundError: If there is no such code, or more than one may be meant.
    """
    reading = read_code(code)
    if reading.code is None:
        raise no_such_code(code)
    found = source or catalogue()
    key, kind = reading.code, codes().kinds[reading.code]
    goal = goal_of(key)
    target = target_of(key) if kind == "indicator" else None
    indicator = found.indicators.get(key)
    wording = found.official.get(key)
    return CatalogueEntry(
        code=key,
        kind=kind,
        label=found.label(key, lang),
        official=pick(wording, lang) if wording else None,
        goal=(goal, found.label(goal, lang)),
        target=(target, found.label(target, lang)) if target else None,
        below=tuple((child, found.label(child, lang)) for child in found.below(key)),
        color=found.goals[goal].color,
        means_of_implementation=found.targets[key].means_of_implementation if kind == "target" else None,
        tier=indicator.tier if indicator else None,
        custodian=indicator.custodian if indicator else None,
        permanent_code=indicator.permanent_code if indicator else None,
        same_as=found.same_as(key),
        iri=iri_of(key),
        reading=reading,
    )
