"""Family 1, structure: the levels and tracks of the method."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import AnyOf, Chain, Compare, Has, Reach, back, nodes, step, where
from sdggraph.rules.rule import INFO, OFF, WARNING, Gathering, Level, Rule

_ITS_GOAL = Chain((step("about"), step("part_of"), back("about")))

selected_target_has_preconditions = Rule(
    code="SDG105",
    level=Level(OFF, asker=INFO),
    subject=nodes("Selection"),
    requires=AnyOf(
        (
            Has(where("opportunities")),
            Has(where("challenges")),
            Reach(_ITS_GOAL, nodes("Prioritisation", where("opportunities"))),
            Reach(_ITS_GOAL, nodes("Prioritisation", where("challenges"))),
        )
    ),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} selected targets has local opportunities or challenges",
            "ingen av de {count} valgte delmålene har lokale muligheter eller utfordringer",
        ),
    ),
    holds=words(
        "Every selected target, or its prioritised goal, has an opportunity or a challenge. Where none has (three or more), one info stands for all.",
        "Hvert valgte delmål, eller det prioriterte målet det hører til, har en mulighet eller en utfordring. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has neither opportunities nor challenges", "{node} har verken muligheter eller utfordringer"),
    help=words(
        "Say under `opportunities` and `challenges` what makes the target easy or hard to reach here.",
        "Skriv under `opportunities` og `challenges` hva som gjør delmålet lett eller vanskelig å nå her.",
    ),
    why=words(
        "Level 2 of the method asks for the local preconditions: strategies are written to use the one and meet the other.",
        "Nivå 2 i metoden spør etter de lokale forutsetningene: strategiene skal utnytte muligheter og møte utfordringer.",
    ),
    at=("code",),
    valid=("targets: [{code: 3.4, challenges: [Few GPs]}]",),
    invalid=("targets:\n  - {code: 3.4, challenges: [Few GPs]}\n  - {code: 11.2} # !",),
)

stands_in_a_track = Rule(
    code="SDG106",
    level=Level(OFF, asker=WARNING),
    subject=nodes("Objective Strategy"),
    requires=Has(where("tracks")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} objectives and strategies stands in a track",
            "ingen av de {count} målene og strategiene står i et spor",
        ),
    ),
    holds=words(
        "Every objective and strategy stands in a track. Where none does (three or more), one info stands for all.",
        "Hvert mål og hver strategi står i et spor. Der ingen gjør det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} stands in no track", "{node} står ikke i noe spor"),
    help=words(
        "Add `tracks: [services]`, `[community]` or both.",
        "Legg til `tracks: [services]`, `[community]` eller begge.",
    ),
    why=words(
        "Level 3 of the method asks of each goal what the services and what the community can do; without a track nobody sees which was meant.",
        "Nivå 3 i metoden spør hva tjenestene og hva samfunnet kan gjøre for hvert mål; uten spor ser ingen hva som er ment.",
    ),
    at=("tracks",),
    valid=("objectives: [{id: o1, title: A, goals: [3], tracks: [services]}]",),
    invalid=(
        "objectives: [{id: o1, title: A, goals: [3], tracks: [services]}]\nstrategies:\n  - {id: s1, title: B, objectives: [o1]} # !",
    ),
)

strategy_shares_track_with_objective = Rule(
    code="SDG107",
    level=Level(OFF),
    subject=nodes("Strategy"),
    requires=Compare("tracks", "=", "tracks", step("contributes_to", "Objective"), pairs="any"),
    holds=words(
        "Every strategy stands in a track in which one of its objectives stands. A strategy without a track, or whose objectives have none, is left alone.",
        "Hver strategi står i et spor som et av målene dens står i. En strategi uten spor, eller der målene ikke har spor, blir ikke vurdert.",
    ),
    message=words("{node} shares no track with its objectives", "{node} står ikke i samme spor som noen av målene"),
    help=words(
        "Correct `tracks` on one of them, or tie the strategy to the objective it serves.",
        "Rett `tracks` på en av dem, eller knytt strategien til målet den hører til.",
    ),
    why=words(
        "One of the two stands in the wrong column of the method table.",
        "En av de to står i feil kolonne i metodetabellen.",
    ),
    at=("tracks",),
    related=step("contributes_to", "Objective"),
    valid=(
        "objectives: [{id: o1, title: A, goals: [3], tracks: [services, community]}]\nstrategies: [{id: s1, title: B, objectives: [o1], tracks: [services]}, {id: s2, title: C, objectives: [o1]}]",
    ),
    invalid=(
        "objectives: [{id: o1, title: A, goals: [3], tracks: [services]}]\nstrategies:\n  - {id: s1, title: B, objectives: [o1], tracks: [services]}\n  - {id: s2, title: C, objectives: [o1], tracks: [community]} # !",
    ),
)
