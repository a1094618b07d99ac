"""Family 7, interactions: goals that work against each other, and what is done about it."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import (
    AllOf,
    AnyOf,
    Between,
    Chain,
    Each,
    Has,
    Not,
    Parameter,
    Reach,
    Star,
    back,
    nodes,
    step,
    where,
)
from sdggraph.rules.rule import INFO, WARNING, Default, Gathering, Level, Rule

_HARM = Default(
    -2, words("from which score down an interaction is a harm", "fra hvilken poengsum og ned et samspill er uheldig")
)
_HARMS = where("score", "<=", Parameter("harm"))
_NEGATIVE = (where("role", "=", "negative"),)

strategy_serves_goals_in_conflict = Rule(
    code="SDG701",
    level=Level(INFO),
    subject=nodes("Strategy"),
    requires=Not(
        Between(
            Chain((step("contributes_to", "Goal Target"), Star(step("part_of")))),
            nodes("Interaction", _HARMS, where("note", "absent")),
            (step("acts_from"), step("acts_on")),
        )
    ),
    parameters={"harm": _HARM},
    holds=words(
        "No strategy itself contributes to two goals or targets (a target stands for its goal too) between which the plan system has an interaction of `harm` (−2) or worse without a note.",
        "Ingen strategi bidrar selv til to bærekraftsmål eller delmål (et delmål står også for målet sitt) som plansystemet har et samspill mellom på `harm` (−2) eller lavere, uten notat.",
    ),
    message=words(
        "{node} serves goals that work against each other ({links})",
        "{node} bidrar til mål som motvirker hverandre ({links})",
    ),
    help=words(
        "Say under `note` of the interaction how the two are weighed, or divide the strategy.",
        "Skriv under `note` på samspillet hvordan de to er avveid, eller del strategien.",
    ),
    why=words(
        "One of the two will lose, and the plan doesn't say which.",
        "Ett av de to vil tape, og planen sier ikke hvilket.",
    ),
    at=("targets",),
    valid=(
        "strategies: [{id: s1, title: A, targets: [8.3, 15.3]}]\ninteractions: [{id: x1, source: 8.3, target: 15.3, score: -2, note: Only on land without soil}]",
        "strategies: [{id: s1, title: A, targets: [8.3, {code: 15.3, role: negative}]}]\ninteractions: [{id: x1, source: 8.3, target: 15.3, score: -2}]",
    ),
    invalid=(
        "strategies:\n  - {id: s1, title: A, targets: [8.3, 15.3]} # !\n  - {id: s2, title: B, targets: [8.3]}\ninteractions: [{id: x1, source: 8.3, target: 15.3, score: -2}, {id: x2, source: 8.3, target: 9.1, score: -1}]",
    ),
)

harm_is_mitigated = Rule(
    code="SDG702",
    level=Level(INFO),
    subject=nodes("Interaction", _HARMS),
    requires=Reach(back("mitigates")),
    parameters={"harm": _HARM},
    holds=words(
        "Every interaction of `harm` (−2) or worse is mitigated by a strategy or an action.",
        "Hvert samspill på `harm` (−2) eller lavere dempes av en strategi eller et tiltak.",
    ),
    message=words(
        "{source} harms {target} (score {score}), and nothing mitigates it",
        "{source} skader {target} (poengsum {score}), og ingenting demper det",
    ),
    help=words(
        "Name the interaction under `mitigates` of the strategy or action that softens it.",
        "Oppgi samspillet under `mitigates` på strategien eller tiltaket som demper det.",
    ),
    why=words(
        "A known harm that nobody is working on is a choice; the plan should at least have made it.",
        "En kjent skade ingen gjør noe med, er et valg; da bør planen i det minste ha tatt det.",
    ),
    at=("score",),
    shows={"source": "source", "target": "target", "score": "score"},
    valid=(
        "strategies: [{id: s1, title: A, targets: [8.3], mitigates: [x1]}]\ninteractions: [{id: x1, source: 8.3, target: 15.3, score: -3}, {id: x2, source: 8.3, target: 9.1, score: -1}]",
    ),
    invalid=(
        "strategies: [{id: s1, title: A, targets: [8.3], mitigates: [x1]}]\ninteractions:\n  - {id: x1, source: 8.3, target: 15.3, score: -3}\n  - {id: x2, source: s1, target: 13.2, score: -2} # !",
    ),
)

interaction_has_evidence = Rule(
    code="SDG703",
    level=Level(INFO),
    subject=nodes("Interaction"),
    requires=Has(where("evidence")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} interactions has evidence", "ingen av de {count} samspillene har et kunnskapsgrunnlag"
        ),
    ),
    holds=words(
        "Every interaction has evidence, be it the citation of the matrix that it comes from. Where none has (three or more), one info stands for all.",
        "Hvert samspill har et kunnskapsgrunnlag, om så bare en henvisning til matrisen det er hentet fra. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no evidence", "{node} mangler kunnskapsgrunnlag"),
    help=words(
        "Add `evidence:`: a report, a study, or the matrix with its source.",
        "Legg til `evidence:`: en rapport, en studie eller matrisen med kilde.",
    ),
    why=words(
        "A score that nobody can look up is an opinion.",
        "En poengsum ingen kan etterprøve, er en mening.",
    ),
    at=("evidence",),
    valid=("interactions: [{id: x1, source: 8.3, target: 15.3, score: 1, evidence: Farm plan 2022}]",),
    invalid=(
        "interactions:\n  - {id: x1, source: 8.3, target: 15.3, score: 1, evidence: Farm plan 2022}\n  - {id: x2, source: 8.3, target: 9.1, score: 1} # !",
    ),
)

negative_claim_is_answered = Rule(
    code="SDG704",
    level=Level(WARNING),
    subject=nodes("TargetArea Objective Strategy"),
    requires=AnyOf(
        (
            AllOf(
                (
                    Each("goals", _NEGATIVE, (where("why"),)),
                    Each("targets", _NEGATIVE, (where("why"),)),
                )
            ),
            Reach(Chain((back("acts_from"), back("mitigates")))),
        )
    ),
    holds=words(
        "Every claim with the role `negative` says why, or an interaction that the node is the source of is mitigated by a strategy or an action.",
        "Hvert bidrag med rollen `negative` er begrunnet (`why`), eller et samspill som noden er kilden til, dempes av en strategi eller et tiltak.",
    ),
    message=words(
        "{node} works against a goal or target, and nobody says why or what is done about it",
        "{node} motvirker et bærekraftsmål eller delmål, og det står ikke hvorfor eller hva som gjøres med det",
    ),
    help=words(
        "Add `why:` to the claim, or an interaction that something mitigates.",
        "Skriv hvorfor, under `why:` på bidraget, eller legg til et samspill som noe demper.",
    ),
    why=words(
        "To declare a harm is honest; to leave it there is not a plan.",
        "Å si fra om en skade er ærlig; å la den ligge er ingen plan.",
    ),
    at=("targets",),
    valid=(
        "strategies: [{id: s1, title: A, targets: [11.2, {code: 11.6, role: negative, why: Only while it is built}]}]",
        "strategies: [{id: s1, title: A, targets: [11.2, {code: 11.6, role: negative}]}]\nactions: [{id: a1, title: B, strategies: [s1], mitigates: [x1]}]\ninteractions: [{id: x1, source: s1, target: 11.6, score: -2}]",
    ),
    invalid=(
        "strategies:\n  - {id: s1, title: A, targets: [11.2, {code: 11.6, role: negative}]} # !\n  - {id: s2, title: B, targets: [11.2]}",
    ),
)
