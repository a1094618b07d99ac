"""The catalogue's data files as rows, and which codes there are; no record is made here."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from sdggraph_ontology import data_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.model.codes import CodeKind

__all__ = ["Change", "Codes", "Former", "codes", "exists", "rows"]

Change: TypeAlias = Literal["withdrawn", "renumbered", "redefined", "reworded"]

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "goals": ("code", "title_en", "title_nb", "title_nn", "color"),
    "targets": ("code", "goal", "means_of_implementation", "label_en", "label_nb"),
    "indicators": (
        "code",
        "target",
        "canonical",
        "permanent_code",
        "tier",
        "custodian",
        "label_en",
        "label_nb",
    ),
    "national-goals": ("id", "country", "label_en", "label_nb"),
    "withdrawn-indicators": ("code", "permanent_code", "replaced_by", "change"),
    "search-words": ("code", "words_en", "words_nb"),
}


@cache
def rows(name: str) -> tuple[list[str], ...]:
    """Give the rows of a data file, in the order of its columns, without the heading."""
    with data_path(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        heading = tuple(next(reader))
        if heading != _COLUMNS[name]:
            raise ValueError(f"{name}.csv has the columns {heading}, not {_COLUMNS[name]}")
        return tuple(reader)


@dataclass(frozen=True, slots=True)
class Former:
    """An indicator of the UN's list of 2019 that no longer stands as it did.

    Attributes:
        change: ``withdrawn``; ``renumbered`` to ``replaced_by``; ``redefined``: its number now names another
            indicator, so only its permanent code is out of use; or ``reworded``: it stands in other words.
    """

    code: str
    permanent_code: str
    replaced_by: str | None
    change: Change


@dataclass(frozen=True, slots=True)
class Codes:
    """Which codes the UN has, in natural order, and what hangs below which.

    Attributes:
        kinds: Every code that stands, with its kind.
        children: The targets below a goal, the indicators below a target.
        canonical: The code under which an indicator is first listed, by each code that it has.
        permanent: The canonical code, by permanent code in lower case.
        permanent_of: The permanent code by canonical code: where it is known for today's list, or where the
            UN's list of 2019 has it for the same indicator in other words.
        former: What was withdrawn or renumbered, by code, and all former indicators by permanent code in
            lower case.
    """

    kinds: Mapping[str, CodeKind]
    children: Mapping[str, tuple[str, ...]]
    canonical: Mapping[str, str]
    permanent: Mapping[str, str]
    permanent_of: Mapping[str, str]
    former: Mapping[str, Former]


@cache
def codes() -> Codes:
    """Give the codes that there are."""
    kinds: dict[str, CodeKind] = {}
    below: dict[str, list[str]] = {}
    canonical: dict[str, str] = {}
    permanent: dict[str, str] = {}
    permanent_of: dict[str, str] = {}
    for row in rows("goals"):
        kinds[row[0]] = "goal"
        below[row[0]] = []
    for row in rows("targets"):
        kinds[row[0]] = "target"
        below[row[1]].append(row[0])
        below[row[0]] = []
    for code, target, first, lasting, *_ in rows("indicators"):
        kinds[code] = "indicator"
        below[target].append(code)
        canonical[code] = first
        if lasting:
            permanent.setdefault(lasting.lower(), code)
            permanent_of[code] = lasting
    for former in _former().values():
        if former.change == "reworded":
            permanent.setdefault(former.permanent_code.lower(), former.code)
            permanent_of.setdefault(former.code, former.permanent_code)
    children = {code: tuple(found) for code, found in below.items()}
    return Codes(kinds, children, canonical, permanent, permanent_of, _former())


@cache
def _former() -> dict[str, Former]:
    found: dict[str, Former] = {}
    for code, lasting, replaced_by, change in rows("withdrawn-indicators"):
        former = Former(code, lasting, replaced_by or None, cast("Change", change))
        found[lasting.lower()] = former
        if change in {"withdrawn", "renumbered"}:
            found[code] = former
    return found


def exists(code: str) -> bool:
    """Say whether the UN has a goal, target or indicator of this canonical code; no record is made for it."""
    return code in codes().kinds
