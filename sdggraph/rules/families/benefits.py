"""Family 6, benefits: whether what is gained has an owner, a beginning and a source."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import Chain, Has, Reach, Star, nodes, step, where
from sdggraph.rules.rule import WARNING, Level, Rule

benefit_has_owner = Rule(
    code="SDG601",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=Has(where("owner")),
    holds=words("Every benefit has an owner.", "Hver gevinst har en eier."),
    message=words("{node} has no owner", "{node} mangler eier"),
    help=words(
        "Name the unit that answers for it under `owner`.", "Oppgi enheten som har ansvaret, under `owner`."
    ),
    why=words(
        "A benefit that nobody owns is planned and never collected.",
        "En gevinst ingen eier, blir planlagt og aldri hentet ut.",
    ),
    at=("owner",),
    valid=("units: [{id: u1, title: U}]\nbenefits: [{id: b1, title: A, owner: u1}]",),
    invalid=(
        "units: [{id: u1, title: U}]\nbenefits:\n  - {id: b1, title: A, owner: u1}\n  - {id: b2, title: B} # !",
    ),
)

benefit_results_from_something = Rule(
    code="SDG605",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=Reach(Chain((step("results_from"), Star(step("results_from")))), nodes("Strategy Action")),
    holds=words(
        "Every benefit results from a strategy or an action, directly or through other benefits.",
        "Hver gevinst følger av en strategi eller et tiltak, direkte eller gjennom andre gevinster.",
    ),
    message=words("{node} results from nothing", "{node} følger ikke av noe"),
    help=words(
        "Name what it comes from under `strategies`, `actions` or `benefits`.",
        "Oppgi hva den kommer av, under `strategies`, `actions` eller `benefits`.",
    ),
    why=words("A gain without a cause is a hope in a table.", "En gevinst uten årsak er et håp i en tabell."),
    valid=(
        "strategies: [{id: s1, title: S, goals: [3]}]\nbenefits: [{id: b1, title: A, strategies: [s1]}, {id: b2, title: B, benefits: [b1]}]",
    ),
    invalid=(
        "strategies: [{id: s1, title: S, goals: [3]}]\nbenefits:\n  - {id: b1, title: A, strategies: [s1]}\n  - {id: b2, title: B} # !",
    ),
)
