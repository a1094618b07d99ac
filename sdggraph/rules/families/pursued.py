"""Family 2, thread: whether objectives, areas, tracks and national goals are taken up."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import AnyOf, Parameter, Reach, Spread, Star, back, nodes, step, where
from sdggraph.rules.paths import ABOUT_DOWN, GOALS
from sdggraph.rules.rule import INFO, OFF, WARNING, Default, Gathering, Level, Rule, Scope

objective_is_pursued = Rule(
    code="SDG207",
    level=Level(WARNING),
    subject=nodes("Objective"),
    requires=AnyOf(
        (
            Reach(back("contributes_to"), nodes("Strategy")),
            Reach(back("part_of"), nodes("Objective")),
            Reach(back("implements"), nodes("Action")),
        )
    ),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} objectives has a strategy, sub-objective or action",
            "ingen av de {count} målene har strategi, delmål under seg eller tiltak",
        ),
    ),
    holds=words(
        "Every objective has a strategy, a sub-objective or an action. Where none has, one info stands for all.",
        "Hvert mål har en strategi, et mål under seg eller et tiltak. Der ingen har det, gjelder én merknad for alle.",
    ),
    message=words(
        "{node} has neither strategy, sub-objective nor action",
        "{node} har verken strategi, mål under seg eller tiltak",
    ),
    help=words(
        "Write how it is to be reached, or say why that stands in another plan.",
        "Skriv hvordan det skal nås, eller si hvorfor det står i en annen plan.",
    ),
    why=words("An objective without a way to it is a wish.", "Et mål uten vei fram er et ønske."),
    valid=("objectives: [{id: o1, title: A, targets: [11.2]}]\nstrategies: [{id: s1, title: B, objectives: [o1]}]",),
    invalid=(
        "objectives:\n  - {id: o1, title: A, targets: [11.2]}\n  - {id: o2, title: C, targets: [11.2]} # !\nstrategies: [{id: s1, title: B, objectives: [o1]}]",
    ),
)


area_has_objective = Rule(
    code="SDG210",
    level=Level(INFO),
    subject=nodes("TargetArea"),
    requires=Reach(Star(back("part_of")), nodes("Objective")),
    gathering=Gathering(
        1.0,
        words("none of the {count} target areas has an objective", "ingen av de {count} målområdene har mål"),
    ),
    holds=words(
        "Every target area has an objective, itself or in an area below it. Where none has (three or more), one info stands for all.",
        "Hvert målområde har et mål, i området selv eller i et område under. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no objective", "{node} har ingen mål"),
    help=words("Write what shall have been achieved there.", "Skriv hva som skal være oppnådd der."),
    why=words("An area without an objective is a heading.", "Et område uten mål er en overskrift."),
    valid=("areas: [{id: a1, title: A, goals: [3]}]\nobjectives: [{id: o1, title: B, areas: [a1]}]",),
    invalid=(
        "areas:\n  - {id: a1, title: A, goals: [3]}\n  - {id: a2, title: C, goals: [4]} # !\nobjectives: [{id: o1, title: B, areas: [a1]}]",
    ),
)


goal_served_in_both_tracks = Rule(
    code="SDG211",
    level=Level(OFF),
    subject=nodes("Prioritisation"),
    requires=Spread(ABOUT_DOWN, nodes("Strategy Objective"), "tracks"),
    scope=Scope(uses=nodes("Strategy Objective", where("tracks"))),
    holds=words(
        "Where tracks are in use, the objectives and strategies that reach a prioritised goal stand in two tracks or more, if any stands in one.",
        "Der spor er i bruk, står målene og strategiene som når et prioritert mål, i to spor eller flere, om noen står i et spor.",
    ),
    message=words("{node} is served in one track only", "{node} følges opp i bare ett spor"),
    help=words("Ask what the other track can do for the goal.", "Spør hva det andre sporet kan gjøre for målet."),
    why=words(
        "The method looks at each goal as a service and as a community: what both can do is more than what one can.",
        "Metoden ser på hvert mål både som tjeneste og som samfunn: sammen får de til mer enn hver for seg.",
    ),
    valid=(
        "goals: [{code: 11, significance: A}]\nstrategies: [{id: s1, title: A, tracks: [services], goals: [11]}, {id: s2, title: B, tracks: [community], goals: [11]}]",
    ),
    invalid=(
        "goals:\n  - {code: 11, significance: A} # !\nstrategies: [{id: s1, title: A, tracks: [services], goals: [11]}]",
    ),
)


national_goal_is_served = Rule(
    code="SDG212",
    level=Level(OFF),
    subject=nodes("NationalGoal"),
    requires=Reach(back("contributes_to"), nodes("TargetArea")),
    scope=Scope(uses=nodes("TargetArea", where("national_goals"))),
    holds=words(
        "Where target areas name national goals at all, each national goal is named by one.",
        "Der målområder viser til nasjonale mål i det hele tatt, er hvert nasjonale mål nevnt av ett.",
    ),
    message=words("{node} is served by no target area", "{node} følges ikke opp av noe målområde"),
    help=words(
        "Name it under `national_goals` of the area that serves it.",
        "Oppgi det under `national_goals` på området som følger det opp.",
    ),
    why=words(
        "The state's goals for municipalities are a part of the mandate.",
        "Statens mål for kommunene er en del av oppdraget.",
    ),
    valid=(
        "areas: [{id: a1, title: A, goals: [3], national_goals: [good-services, coordinated-development, robust-municipalities, local-democracy]}]",
    ),
    invalid=(
        "plan: {id: p, language: en} # !\nareas: [{id: a1, title: A, goals: [3], national_goals: [good-services, robust-municipalities, local-democracy]}]",
    ),
)


goals_are_chosen = Rule(
    code="SDG216",
    level=Level(INFO),
    subject=nodes("Plan"),
    requires=Reach(step("prioritises"), GOALS, at_least=0, at_most=Parameter("most")),
    parameters={
        "most": Default(
            12,
            words("how many goals a plan may prioritise", "hvor mange bærekraftsmål en plan kan prioritere"),
        ),
    },
    holds=words(
        "A plan prioritises no more than `most` goals (12).",
        "En plan prioriterer ikke flere enn `most` bærekraftsmål (12).",
    ),
    message=words("{count} goals are prioritised", "{count} bærekraftsmål er prioritert"),
    help=words("Choose those that the municipality can move.", "Velg dem kommunen kan gjøre noe med."),
    why=words("Who puts everything first puts nothing first.", "Den som setter alt først, setter ingenting først."),
    at=("id",),
    valid=("goals: [3, 4, 11]",),
    invalid=("plan: {id: p, language: en} # !\ngoals: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]",),
)
