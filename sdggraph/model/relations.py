"""The relation table: which relation joins which kinds, and in which field of the plan file it stands.

Reader, linter, ontology, shapes, plan schema and the explorer's legend all come from this one table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.base.words import words

if TYPE_CHECKING:
    from sdggraph.base.words import Words

__all__ = ["FIELDS", "RELATIONS", "UPWARD_RELATIONS", "Join", "Relation", "reference_field"]


@dataclass(frozen=True, slots=True)
class Join:
    """That a relation goes from one kind to some kinds.

    Attributes:
        source: The kind at which the relation begins.
        targets: The kinds at which it may end.
        field: The field of the source's record that holds the references; None where no field does (the catalogue's
            own relations, and those that follow from where a record stands).
        claim: Whether a reference carries role, basis and why.
    """

    source: str
    targets: tuple[str, ...]
    field: str | None = None
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: its name, how it reads forwards and backwards, what it means, and what it joins."""

    name: str
    forward: Words
    backward: Words
    meaning: Words
    joins: tuple[Join, ...]


def _each(sources: str, targets: str, field: str | None = None, *, claim: bool = False) -> tuple[Join, ...]:
    """Write one join a source kind."""
    return tuple(Join(source, tuple(targets.split()), field, claim) for source in sources.split())


RELATIONS: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation(
            "part_of",
            words("is part of", "er del av"),
            words("has part", "består av"),
            words("The whole that a node belongs to.", "Helheten som en node hører til."),
            (
                Join("Target", ("Goal",)),
                Join("TargetArea", ("TargetArea",), "part_of"),
                Join("Objective", ("TargetArea",), "areas"),
                Join("Objective", ("Objective",), "part_of"),
                Join("Unit", ("Unit",), "part_of"),
            ),
        ),
        Relation(
            "contributes_to",
            words("contributes to", "bidrar til"),
            words("is served by", "følges opp av"),
            words(
                "What a node is there to reach; to a goal or target it is a claim with a role.",
                "Det noden skal bidra til å nå. Mot bærekraftsmål og delmål er det en påstand med en rolle.",
            ),
            (
                *_each("TargetArea Objective Strategy", "Goal", "goals", claim=True),
                *_each("TargetArea Objective Strategy", "Target", "targets", claim=True),
                Join("TargetArea", ("NationalGoal",), "national_goals"),
                Join("Strategy", ("Objective",), "objectives"),
                Join("Strategy", ("TargetArea",), "areas"),
            ),
        ),
        Relation(
            "implements",
            words("implements", "gjennomfører"),
            words("is implemented by", "gjennomføres av"),
            words("What an action carries out.", "Det et tiltak setter ut i livet."),
            (
                Join("Action", ("Strategy",), "strategies"),
                Join("Action", ("Objective",), "objectives"),
            ),
        ),
        Relation(
            "results_from",
            words("results from", "følger av"),
            words("results in", "gir"),
            words("What a benefit comes from.", "Det en gevinst kommer av."),
            (
                Join("Benefit", ("Strategy",), "strategies"),
                Join("Benefit", ("Action",), "actions"),
                Join("Benefit", ("Benefit",), "benefits"),
            ),
        ),
        Relation(
            "measured_by",
            words("is measured by", "måles av"),
            words("measures", "måler"),
            words("The indicator that shows how a node fares.", "Indikatoren som viser hvordan det går."),
            (
                Join("Target", ("GlobalIndicator",)),
                Join("Selection", ("Indicator",), "indicators"),
                *_each("TargetArea Objective Strategy Action Benefit", "Indicator", "indicators"),
            ),
        ),
        Relation(
            "aligns_with",
            words("aligns with", "svarer til"),
            words("is matched by", "har lokalt motstykke i"),
            words(
                "The UN's indicator that a municipality's own corresponds to.",
                "FN-indikatoren som kommunens egen indikator svarer til.",
            ),
            (Join("Indicator", ("GlobalIndicator",), "global_"),),
        ),
        Relation(
            "prioritises",
            words("prioritises", "prioriterer"),
            words("is prioritised by", "er prioritert av"),
            words("A goal that a plan puts first.", "Et bærekraftsmål som en plan setter først."),
            (Join("Plan", ("Goal",), "goals"),),
        ),
        Relation(
            "selects",
            words("selects", "velger"),
            words("is selected by", "er valgt av"),
            words("A target that a plan takes up.", "Et delmål som en plan tar opp."),
            (Join("Plan", ("Target",), "targets"),),
        ),
        Relation(
            "conditions",
            words("is a precondition for", "er en forutsetning for"),
            words("has precondition", "har forutsetning"),
            words(
                "The goal or target that a local opportunity or challenge bears on.",
                "Målet eller delmålet som en lokal mulighet eller utfordring gjelder.",
            ),
            (Join("Precondition", ("Target", "Goal"), "of"),),
        ),
        Relation(
            "involves",
            words("involves", "involverer"),
            words("is involved in", "er involvert i"),
            words("Who is concerned or takes part.", "Hvem som berøres eller deltar."),
            _each("Objective Strategy Action", "Stakeholder", "stakeholders"),
        ),
        Relation(
            "owned_by",
            words("is owned by", "eies av"),
            words("owns", "eier"),
            words("The unit that answers for a node.", "Enheten som har ansvaret."),
            _each("TargetArea Objective Strategy Action Benefit Indicator", "Unit", "owner"),
        ),
        Relation(
            "informs",
            words("informed", "ga innspill til"),
            words("was informed by", "fikk innspill fra"),
            words("What an engagement had an influence on.", "Det en medvirkning har påvirket."),
            (Join("Engagement", ("Precondition", "Objective", "Strategy", "TargetArea", "Goal"), "informs"),),
        ),
        Relation(
            "interacts_with",
            words("interacts with", "virker inn på"),
            words("is affected by", "påvirkes av"),
            words(
                "That one goal, target or strategy helps or hinders another.",
                "At ett mål, delmål eller én strategi fremmer eller hemmer et annet.",
            ),
            (
                Join("Interaction", ("Goal", "Target", "Strategy"), "source"),
                Join("Interaction", ("Goal", "Target"), "target"),
            ),
        ),
        Relation(
            "mitigates",
            words("mitigates", "demper"),
            words("is mitigated by", "dempes av"),
            words("The harmful interaction that a node softens.", "Det uheldige samspillet som en node demper."),
            _each("Strategy Action", "Interaction", "mitigates"),
        ),
        Relation(
            "follows_up",
            words("follows up", "følger opp"),
            words("is followed up by", "følges opp av"),
            words("The plan that a plan puts into effect.", "Planen som en plan følger opp."),
            (Join("Plan", ("Plan",), "follows_up"),),
        ),
        Relation(
            "replaces",
            words("replaces", "erstatter"),
            words("is replaced by", "er erstattet av"),
            words("What went before.", "Det som var før."),
            (
                Join("Plan", ("Plan",), "replaces"),
                *(
                    Join(kind, (kind,), "replaces")
                    for kind in (
                        "TargetArea",
                        "Objective",
                        "Strategy",
                        "Action",
                        "Indicator",
                        "Benefit",
                        "Stakeholder",
                        "Unit",
                        "Engagement",
                    )
                ),
            ),
        ),
    )
}
"""Every relation by its name."""

UPWARD_RELATIONS = ("contributes_to", "part_of", "implements", "results_from")
"""The relations that lead up the thread, from daily work to the goals; a negative claim is none."""

FIELDS: dict[tuple[str, str], tuple[str, Join]] = {
    (join.source, join.field): (relation.name, join)
    for relation in RELATIONS.values()
    for join in relation.joins
    if join.field is not None
}
"""The relation and join that stand in a kind's field: ``("Strategy", "objectives")``."""


def reference_field(kind: str, field: str) -> Join | None:
    """Give what a kind's field joins, or None where the field holds no references."""
    entry = FIELDS.get((kind, field))
    return entry[1] if entry else None
