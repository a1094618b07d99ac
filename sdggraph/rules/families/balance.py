"""Family 4, balance: whether the plan as a whole is spread as it should be."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import (
    IN_PLAN,
    AllOf,
    AnyOf,
    Chain,
    Covers,
    Either,
    Labelled,
    Parameter,
    Reach,
    Star,
    Step,
    back,
    nodes,
    step,
    where,
)
from sdggraph.rules.paths import ABOUT_DOWN, GOALS, SYSTEM, UPWARD
from sdggraph.rules.rule import INFO, OFF, WARNING, Default, Level, Rule, Scope
from sdggraph.rules.scopes import CURRENT, METHOD_KINDS

_STRATEGIES = Chain((SYSTEM, back(IN_PLAN, "Strategy")))
_SERVED = Chain(
    (
        SYSTEM,
        Step(IN_PLAN, backward=True, to=nodes("Strategy", where("dimensions", "absent"))),
        UPWARD,
        Star(back("about")),
    )
)
"""From a plan to the goals that strategies without dimensions of their own reach, and what plans say of these."""


def _dimension(name: str, goals: str, en: str, nb: str) -> Labelled:
    """Write that some strategy is of a dimension: its own, its goals' in the plan, or its goals' as usually grouped."""
    given = where("dimensions", "=", name)
    return Labelled(
        AnyOf(
            (
                Reach(_STRATEGIES, nodes("Strategy", given)),
                Reach(_SERVED, nodes("Goal", where("code", "~", f"^({goals})$"))),
                Reach(_SERVED, nodes("Prioritisation", given)),
            )
        ),
        en,
        nb,
    )


every_dimension_has_a_strategy = Rule(
    code="SDG401",
    level=Level(INFO),
    subject=nodes("Plan"),
    requires=AllOf(
        (
            _dimension("environment", "6|13|14|15", "the environment", "miljø"),
            _dimension("social", "1|2|3|4|5|7|11|16", "social conditions", "sosiale forhold"),
            _dimension("economy", "8|9|10|12", "the economy", "økonomi"),
        )
    ),
    scope=Scope(kinds=METHOD_KINDS, statuses=CURRENT, uses=nodes("Strategy")),
    holds=words(
        "In a community plan or planning strategy with strategies, each of the three dimensions has one. A strategy without `dimensions` has those that the plan gives the goals it reaches, and those of their usual grouping: environment 6, 13, 14, 15; social 1–5, 7, 11, 16; economy 8, 9, 10, 12.",
        "I en samfunnsdel eller planstrategi med strategier har hver av de tre dimensjonene en strategi. En strategi uten `dimensions` har dem planen gir målene den når, og dem målene vanligvis grupperes i: miljø 6, 13, 14, 15; sosiale forhold 1–5, 7, 11, 16; økonomi 8, 9, 10, 12.",
    ),
    message=words("{node} has no strategy for {missing}", "{node} har ingen strategi for {missing}"),
    help=words(
        "Ask what the plan can do in this dimension, or set `dimensions` on the strategies that do it.",
        "Spør hva planen kan gjøre i denne dimensjonen, eller sett `dimensions` på strategiene som gjør det.",
    ),
    why=words(
        "Sustainable development rests on all three; a plan with two of them moves the burden to the third.",
        "Bærekraftig utvikling hviler på alle tre; en plan med to av dem skyver byrden over på den tredje.",
    ),
    at=("id",),
    valid=(
        "plan: {id: p, language: en, kind: community}\nstrategies: [{id: s1, title: A, goals: [3, 8]}, {id: s2, title: B, targets: [13.2]}]",
        "plan: {id: p, language: en, kind: community}\nstrategies: [{id: s1, title: A, goals: [3], dimensions: [social, economy, environment]}]",
    ),
    invalid=(
        "plan: {id: p, language: en, kind: community} # !\nstrategies: [{id: s1, title: A, goals: [3]}, {id: s2, title: B, targets: [13.2]}]",
        "plan: {id: p, language: en, kind: community} # !\nstrategies: [{id: s1, title: A, goals: [3, 8, 13], dimensions: [social, economy]}]",
    ),
)

every_track_has_an_objective = Rule(
    code="SDG402",
    level=Level(OFF),
    subject=nodes("Plan"),
    requires=Covers(
        Chain((SYSTEM, back(IN_PLAN, "Objective"))), "tracks", own="tracks.id", values=("services", "community")
    ),
    scope=Scope(kinds=METHOD_KINDS, statuses=CURRENT, uses=nodes("Objective Strategy", where("tracks"))),
    holds=words(
        "In a community plan or planning strategy where tracks are in use, each track of the plan's own `tracks`, else services and community, has an objective.",
        "I en samfunnsdel eller planstrategi der spor er i bruk, har hvert spor under planens egne `tracks`, ellers `services` og `community`, et mål.",
    ),
    message=words("{node} has no objective in the track {missing}", "{node} har ingen mål i sporet {missing}"),
    help=words("Ask what the goals mean in this track.", "Spør hva bærekraftsmålene betyr i dette sporet."),
    why=words(
        "The method looks at each goal both as a service and as a community.",
        "Metoden ser på hvert bærekraftsmål både som tjeneste og som samfunn.",
    ),
    at=("id",),
    valid=(
        "plan: {id: p, language: en, kind: community}\nobjectives: [{id: o1, title: A, goals: [3], tracks: [services]}, {id: o2, title: B, goals: [3], tracks: [community]}]",
    ),
    invalid=(
        "plan: {id: p, language: en, kind: community} # !\nobjectives: [{id: o1, title: A, goals: [3], tracks: [services]}]",
        "plan: {id: p, language: en, kind: community} # !\ntracks: [{id: inside, title: I}, {id: outside, title: O}]\nobjectives: [{id: o1, title: A, goals: [3], tracks: [inside]}]",
    ),
)

material_goal_is_served = Rule(
    code="SDG403",
    level=Level(WARNING),
    subject=nodes(
        "Prioritisation",
        where("materiality.stakeholders", ">=", Parameter("high")),
        where("materiality.impact", ">=", Parameter("high")),
    ),
    requires=Reach(ABOUT_DOWN, nodes("Strategy")),
    parameters={
        "high": Default(
            3,
            words(
                "from which value on both axes a goal is material",
                "fra hvilken verdi på begge akser et mål er vesentlig",
            ),
        ),
    },
    holds=words(
        "Every goal that is at least `high` (3) on both axes of the materiality matrix is reached by a strategy of the plan or of one that it follows up.",
        "Hvert bærekraftsmål som er minst `high` (3) på begge akser i vesentlighetsmatrisen, nås av en strategi i planen eller i en plan den følger opp.",
    ),
    message=words(
        "{node} is material (stakeholders {stakeholders}, impact {impact}), but no strategy reaches it",
        "{node} er vesentlig (interessenter {stakeholders}, påvirkning {impact}), men ingen strategi når fram til det",
    ),
    help=words(
        "Write the strategy, or look at the assessment again.",
        "Skriv strategien, eller se på vurderingen en gang til.",
    ),
    why=words(
        "The matrix says that it matters and that the municipality can move it; then something should follow.",
        "Matrisen sier at det betyr noe, og at kommunen kan påvirke det; da bør noe følge.",
    ),
    at=("materiality",),
    shows={"stakeholders": "materiality.stakeholders", "impact": "materiality.impact"},
    valid=(
        "goals: [{code: 3, significance: A, materiality: {stakeholders: 4.5, impact: 4}}, {code: 4, significance: B, materiality: {stakeholders: 4.5, impact: 2}}]\nstrategies: [{id: s1, title: A, targets: [3.4]}]",
    ),
    invalid=(
        "goals:\n  - {code: 3, significance: A, materiality: {stakeholders: 4.5, impact: 4}} # !\n  - {code: 4, significance: B, materiality: {stakeholders: 4.5, impact: 4}}\nstrategies: [{id: s1, title: A, targets: [4.1]}]",
    ),
)

partnership_is_sought = Rule(
    code="SDG405",
    level=Level(INFO),
    subject=nodes("Plan"),
    requires=AnyOf(
        (
            Reach(
                Chain((SYSTEM, Either((step("prioritises"), step("selects"), back(IN_PLAN))), UPWARD)),
                nodes("Goal", where("code", "=", "17")),
            ),
            Reach(Chain((SYSTEM, back(IN_PLAN))), nodes("Action", where("partners"))),
        )
    ),
    scope=Scope(kinds=METHOD_KINDS, statuses=CURRENT),
    holds=words(
        "In a community plan or planning strategy, goal 17 or a target of it is prioritised, selected or contributed to, or an action names partners.",
        "I en samfunnsdel eller planstrategi er bærekraftsmål 17 eller et delmål under det prioritert, valgt eller bidratt til, eller et tiltak oppgir partnere.",
    ),
    message=words(
        "{node} says nothing of partnership (goal 17)", "{node} sier ingenting om samarbeid (bærekraftsmål 17)"
    ),
    help=words(
        "Say with whom the goals are to be reached, under goal 17 or as `partners` of actions.",
        "Skriv hvem målene skal nås sammen med, under bærekraftsmål 17 eller som `partners` på tiltak.",
    ),
    why=words(
        "A municipality moves few of the goals alone: companies, associations, neighbours and the county hold the rest.",
        "En kommune når få av målene alene: næringsliv, lag og foreninger, nabokommuner og fylket rår over resten.",
    ),
    at=("id",),
    valid=(
        "plan: {id: p, language: en, kind: community}\nareas: [{id: a1, title: A, targets: [17.17]}]",
        "plan: {id: p, language: en, kind: strategy}\ngoals: [17]",
    ),
    invalid=("plan: {id: p, language: en, kind: community} # !\nareas: [{id: a1, title: A, goals: [3]}]",),
)

indicator_carries_few_strategies = Rule(
    code="SDG406",
    level=Level(OFF),
    subject=nodes("Indicator"),
    requires=Reach(
        Chain((back("measured_by", "Objective Strategy"), Star(back("contributes_to")))),
        nodes("Strategy"),
        at_least=0,
        at_most=Parameter("most"),
    ),
    parameters={
        "most": Default(
            12, words("how many strategies an indicator may carry", "hvor mange strategier en indikator kan måle")
        ),
    },
    holds=words(
        "No indicator is the measure of more than `most` strategies (12), its own and those of the objectives that it measures.",
        "Ingen indikator måler flere enn `most` strategier (12), medregnet dem under målene den måler.",
    ),
    message=words("{node} is to carry {count} strategies", "{node} skal måle {count} strategier"),
    help=words("Give some of them an indicator of their own.", "Gi noen av dem en egen indikator."),
    why=words(
        "A figure that stands for everything shows the effect of nothing.",
        "Et tall som skal stå for alt, viser ikke virkningen av noe.",
    ),
    at=("id",),
    valid=(
        "indicators: [{id: i1, title: A}]\nobjectives: [{id: o1, title: O, goals: [3], indicators: [i1]}]\nstrategies: [{id: s1, title: B, objectives: [o1]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A} # !\n  - {id: i2, title: B}\nobjectives: [{id: o1, title: O, goals: [3], indicators: [i1]}]\nstrategies: ["
        + ", ".join(f"{{id: s{n}, title: S{n}, objectives: [o1], indicators: [i2]}}" for n in range(1, 13))
        + ", {id: s13, title: S13, objectives: [o1]}]",
    ),
)

strategy_claims_few_goals = Rule(
    code="SDG407",
    level=Level(INFO),
    subject=nodes("Strategy"),
    requires=Reach(
        Chain((Step("contributes_to", role="primary"), Star(step("part_of")))),
        GOALS,
        at_least=0,
        at_most=Parameter("most"),
    ),
    parameters={
        "most": Default(
            4, words("how many goals a strategy may claim", "hvor mange bærekraftsmål en strategi kan vise til")
        ),
    },
    holds=words(
        "No strategy claims more than `most` goals (4) itself, directly or by their targets, in the role `primary`.",
        "Ingen strategi viser selv til flere enn `most` bærekraftsmål (4), direkte eller ved delmål, i rollen `primary`.",
    ),
    message=words("{node} claims {count} goals", "{node} viser til {count} bærekraftsmål"),
    help=words(
        "Keep those that it is written for; give the others `role: secondary`.",
        "Behold dem den er skrevet for; gi de andre `role: secondary`.",
    ),
    why=words(
        "Tags cost nothing: a strategy that claims a little of everything tells nobody what it is for.",
        "Merkelapper koster ingenting: en strategi som tar litt av alt, sier ikke hva den er til for.",
    ),
    at=("goals",),
    valid=(
        "strategies: [{id: s1, title: A, goals: [3, 4, {code: 8, role: secondary}, {code: 11, role: secondary}], targets: [3.4, 13.2, 13.3]}]",
    ),
    invalid=(
        "strategies:\n  - {id: s1, title: A, goals: [3, 4, 8, 11, 13]} # !\n  - {id: s2, title: B, goals: [3, 4], targets: [3.4, 8.5, 11.2]}",
    ),
)
