"""The node kinds: what people call them, and where a plan file keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.base.words import Words, pick, words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CATALOGUE_KINDS", "KINDS", "Kind", "kinds_phrase", "one_of_kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A node kind: its name in the code, its words for one and for many, its section in a plan file."""

    name: str
    one: Words
    many: Words
    section: str | None = None


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("Goal", words("goal", "bærekraftsmål"), words("goals", "bærekraftsmål")),
        Kind("Target", words("target", "delmål"), words("targets", "delmål")),
        Kind("GlobalIndicator", words("UN indicator", "FN-indikator"), words("UN indicators", "FN-indikatorer")),
        Kind("NationalGoal", words("national goal", "nasjonalt mål"), words("national goals", "nasjonale mål")),
        Kind("Plan", words("plan", "plan"), words("plans", "planer")),
        Kind(
            "Prioritisation",
            words("prioritised goal", "prioritert bærekraftsmål"),
            words("prioritised goals", "prioriterte bærekraftsmål"),
            "goals",
        ),
        Kind(
            "Selection",
            words("selected target", "valgt delmål"),
            words("selected targets", "valgte delmål"),
            "targets",
        ),
        Kind("TargetArea", words("target area", "målområde"), words("target areas", "målområder"), "areas"),
        Kind("Objective", words("objective", "mål"), words("objectives", "mål"), "objectives"),
        Kind("Strategy", words("strategy", "strategi"), words("strategies", "strategier"), "strategies"),
        Kind("Action", words("action", "tiltak"), words("actions", "tiltak"), "actions"),
        Kind("Indicator", words("indicator", "indikator"), words("indicators", "indikatorer"), "indicators"),
        Kind("Benefit", words("benefit", "gevinst"), words("benefits", "gevinster"), "benefits"),
        Kind(
            "Stakeholder",
            words("stakeholder", "interessent"),
            words("stakeholders", "interessenter"),
            "stakeholders",
        ),
        Kind("Precondition", words("precondition", "forutsetning"), words("preconditions", "forutsetninger")),
        Kind(
            "Engagement",
            words("engagement", "medvirkning"),
            words("engagements", "medvirkning"),
            "engagements",
        ),
        Kind("Unit", words("unit", "enhet"), words("units", "enheter"), "units"),
        Kind("Interaction", words("interaction", "samspill"), words("interactions", "samspill"), "interactions"),
    )
}
"""Every node kind by its name, in the order in which people meet them."""

CATALOGUE_KINDS = ("Goal", "Target", "GlobalIndicator", "NationalGoal")
"""The kinds that all plans share."""

_NEUTER = frozenset(
    {
        "Goal",
        "Target",
        "NationalGoal",
        "Prioritisation",
        "Selection",
        "TargetArea",
        "Objective",
        "Action",
        "Interaction",
    }
)


def one_of_kind(kind: str) -> Words:
    """Call one node of a kind, with its article."""
    return words(_with_article(kind, "en"), _with_article(kind, "nb"))


def kinds_phrase(kinds: Iterable[str]) -> Words:
    """Call the kinds that a field may name."""
    *most, last = list(kinds)
    en, nb = (", ".join(_with_article(kind, lang) for kind in most) for lang in ("en", "nb"))
    one, other = _with_article(last, "en"), _with_article(last, "nb")
    return words(f"{en} or {one}", f"{nb} eller {other}") if most else words(one, other)


def _with_article(kind: str, lang: str) -> str:
    name = pick(KINDS[kind].one, lang)
    if lang == "nb":
        return f"{'et' if kind in _NEUTER else 'en'} {name}"
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"  # a unit, a UN indicator
