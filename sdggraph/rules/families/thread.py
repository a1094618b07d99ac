"""Family 2, thread: whether strategies, objectives and areas reach the goals, and the goals them."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import AllOf, AnyOf, Chain, Every, Not, Reach, Star, back, nodes, step
from sdggraph.rules.paths import ABOUT_DOWN, BELOW, MEANT_FOR_NO_GOAL, REACHES_GOAL, REACHES_GOAL_WITHOUT_AREAS, UPWARD
from sdggraph.rules.rule import ERROR, INFO, WARNING, Follows, Gathering, Level, Rule, Scope

_ITS_STRATEGIES = Chain((Star(back("part_of")), back("contributes_to")))
_STRATEGIES_REACH_GOAL = AllOf(
    (Reach(_ITS_STRATEGIES, nodes("Strategy")), Every(_ITS_STRATEGIES, nodes("Strategy"), REACHES_GOAL))
)
"""A planner may put the codes on each strategy instead of on the objective: then nothing is amiss above them."""

strategy_reaches_goal = Rule(
    code="SDG201",
    level=Level(ERROR),
    subject=nodes("Strategy"),
    requires=REACHES_GOAL,
    unless=MEANT_FOR_NO_GOAL,
    follows=(Follows(("SDG203", "SDG204"), UPWARD),),
    holds=words(
        "From every strategy a chain of contributions and parts leads to a goal; negative claims don't count. A strategy with `goals: none` and a reason in `notes`, or below such a node, is exempt.",
        "Fra hver strategi går det en kjede av bidrag og deler fram til et bærekraftsmål; bidrag med rollen `negative` teller ikke. En strategi med `goals: none` og grunn i `notes`, eller under en slik node, er unntatt.",
    ),
    message=words("{node} reaches no goal", "{node} når ikke fram til noe bærekraftsmål"),
    help=words(
        "Tie it to an objective that reaches a goal, or name a target under `targets`. If it is meant to reach none, write `goals: none` and the reason in `notes`.",
        "Knytt den til et mål som når fram, eller oppgi et delmål under `targets`. Skal den ikke nå noe, skriv `goals: none` og grunnen i `notes`.",
    ),
    why=words(
        "A strategy that no chain ties to a goal is work that nobody can justify by the plan.",
        "En strategi som ingen kjede knytter til et bærekraftsmål, er arbeid som ingen kan begrunne ut fra planen.",
    ),
    at=("objectives",),
    valid=(
        "objectives: [{id: o1, title: Safe paths, targets: [11.2]}]\nstrategies: [{id: s1, title: Build paths, objectives: [o1]}]",
        "areas: [{id: a1, title: Our own house, goals: none, notes: The municipality as an employer}]\nobjectives: [{id: o1, title: Staff stay, areas: [a1]}]\nstrategies: [{id: s1, title: Train leaders, objectives: [o1]}]",
    ),
    invalid=(
        "objectives: [{id: o1, title: Safe paths, targets: [11.2]}]\nstrategies:\n  - {id: s1, title: Build paths, objectives: [o1]}\n  - {id: s2, title: Do something else} # !",
        "strategies:\n  - {id: s1, title: Widen the motorway, targets: [{code: 13.2, role: negative}]} # !",
        "strategies:\n  - {id: s1, title: No reason given, goals: none} # !",
    ),
)


objective_reaches_goal = Rule(
    code="SDG203",
    level=Level(WARNING),
    subject=nodes("Objective"),
    requires=AnyOf((REACHES_GOAL, _STRATEGIES_REACH_GOAL)),
    unless=MEANT_FOR_NO_GOAL,
    follows=(Follows(("SDG203", "SDG204"), UPWARD),),
    holds=words(
        "From every objective a chain of contributions and parts leads to a goal, or it has strategies and each of them, in it and in the objectives below it, reaches one by itself. One that is meant to reach none, or stands below such a node, is exempt.",
        "Fra hvert mål går det en kjede av bidrag og deler fram til et bærekraftsmål, eller det har strategier og hver av dem, i målet og i målene under, når fram på egen hånd. Et mål som er ment å ikke nå noe, eller står under noe slikt, er unntatt.",
    ),
    message=words("{node} reaches no goal", "{node} når ikke fram til noe bærekraftsmål"),
    help=words(
        "Name a target under `targets` or a goal under `goals`, here or on the area.",
        "Oppgi et delmål under `targets` eller et bærekraftsmål under `goals`, her eller på området.",
    ),
    why=words(
        "Everything below the objective hangs on it: a strategy with no code of its own reaches a goal only if the objective does.",
        "Alt under målet henger på det: en strategi uten egen kode når fram bare hvis målet gjør det.",
    ),
    at=("targets",),
    valid=(
        "areas: [{id: a1, title: Health, goals: [3]}]\nobjectives: [{id: o1, title: Live longer, areas: [a1]}]",
        "objectives: [{id: o1, title: Live longer}]\nstrategies: [{id: s1, title: Walk more, objectives: [o1], targets: [3.4]}]",
    ),
    invalid=(
        "areas: [{id: a1, title: Health, goals: [3]}]\nobjectives:\n  - {id: o1, title: Live longer, areas: [a1]}\n  - {id: o2, title: Feel better} # !",
    ),
)


area_reaches_goal = Rule(
    code="SDG204",
    level=Level(WARNING),
    subject=nodes("TargetArea"),
    requires=AnyOf((REACHES_GOAL, Reach(Chain((BELOW, step("contributes_to", "Goal Target")))))),
    unless=MEANT_FOR_NO_GOAL,
    follows=(Follows(("SDG204",), step("part_of")),),
    holds=words(
        "Every target area contributes to a goal or target: itself, through the area that it is part of, or through anything below it. One that is meant to reach none is exempt.",
        "Hvert målområde bidrar til et bærekraftsmål eller delmål: selv, gjennom området det er del av, eller gjennom noe under det. Et område som er ment å ikke nå noe, er unntatt.",
    ),
    message=words("{node} reaches no goal", "{node} når ikke fram til noe bærekraftsmål"),
    help=words(
        "Name the goals that the area serves under `goals`.",
        "Oppgi bærekraftsmålene som området tjener, under `goals`.",
    ),
    why=words(
        "The areas are how the council steers; the one without a goal is outside the plan's own logic.",
        "Kommunestyret styrer etter områdene; det som ikke har noe bærekraftsmål, står utenfor planens egen logikk.",
    ),
    at=("goals",),
    valid=("areas: [{id: a1, title: Health, goals: [3]}, {id: a2, title: Care, part_of: a1}]",),
    invalid=("areas:\n  - {id: a1, title: Health, goals: [3]}\n  - {id: a2, title: Business} # !",),
)


prioritised_goal_is_served = Rule(
    code="SDG205",
    level=Level(WARNING, adopted=ERROR),
    subject=nodes("Prioritisation"),
    requires=Reach(ABOUT_DOWN, nodes("Strategy")),
    scope=Scope(kinds=("community", "land_use", "action", "economic", "thematic", "other")),
    holds=words(
        "Every prioritised goal is reached by a strategy of the plan or of one that it follows up, directly, through a target, or by inheritance. An error in an adopted plan, else a warning; a planstrategi, which has no strategies, is left in peace.",
        "Hvert prioriterte bærekraftsmål nås av en strategi i planen eller i en plan den følger opp, direkte, gjennom et delmål eller ved arv. Feil i en vedtatt plan, ellers advarsel; en planstrategi, som ikke har strategier, er unntatt.",
    ),
    message=words(
        "{node} is prioritised, but no strategy reaches it",
        "{node} er prioritert, men ingen strategi når fram til det",
    ),
    help=words(
        "Write the strategy that serves it, tie an existing one to it, or don't call the goal prioritised.",
        "Skriv strategien som følger opp målet, knytt en som finnes til det, eller la være å kalle målet prioritert.",
    ),
    why=words(
        "A goal on the cover with nothing below it is a promise that nobody is working on.",
        "Et bærekraftsmål på forsiden uten noe under er et løfte ingen arbeider med.",
    ),
    at=("code",),
    valid=("goals: [{code: 11, significance: A}]\nstrategies: [{id: s1, title: A, targets: [11.2]}]",),
    invalid=(
        "goals:\n  - {code: 11, significance: A}\n  - {code: 3, significance: B} # !\nstrategies: [{id: s1, title: A, targets: [11.2]}]",
    ),
)


selected_target_is_served = Rule(
    code="SDG206",
    level=Level(WARNING),
    subject=nodes("Selection"),
    requires=Reach(ABOUT_DOWN, nodes("Objective Strategy")),
    follows=(Follows(("SDG205",), Chain((step("about"), step("part_of"), back("about")))),),
    holds=words(
        "Every selected target is reached by an objective or a strategy. Where no strategy reaches its prioritised goal at all, this is a consequence of that.",
        "Hvert valgte delmål nås av et mål eller en strategi. Der ingen strategi når det prioriterte målet i det hele tatt, er dette en følge av det.",
    ),
    message=words(
        "{node} is selected, but no objective or strategy takes it up",
        "{node} er valgt, men verken noe mål eller noen strategi følger det opp",
    ),
    help=words(
        "Name the target under `targets` of an objective or strategy.",
        "Oppgi delmålet under `targets` på et mål eller en strategi.",
    ),
    why=words(
        "Level 2 of the method leads to level 3: a target that nobody takes up was picked for show.",
        "Nivå 2 i metoden leder til nivå 3: et delmål som ingen følger opp, er valgt for syns skyld.",
    ),
    at=("code",),
    valid=("targets: [{code: 11.2}]\nobjectives: [{id: o1, title: A, targets: [11.2]}]",),
    invalid=("targets:\n  - {code: 11.2}\n  - {code: 11.3} # !\nobjectives: [{id: o1, title: A, targets: [11.2]}]",),
)


thread_not_only_inherited = Rule(
    code="SDG215",
    level=Level(INFO),
    subject=nodes("Strategy"),
    requires=AnyOf((REACHES_GOAL_WITHOUT_AREAS, Not(REACHES_GOAL))),
    unless=MEANT_FOR_NO_GOAL,
    gathering=Gathering(
        0.5,
        words(
            "{count} of {of} strategies reach their goals only by what their area is tagged with",
            "{count} av {of} strategier når bærekraftsmålene bare gjennom det området er merket med",
        ),
    ),
    holds=words(
        "A strategy that reaches a goal does so without help of its area's tags. Where half or more don't, that is the plan's convention, and one info stands for all.",
        "En strategi som når et bærekraftsmål, gjør det uten hjelp av merkingen på området. Der halvparten eller flere ikke gjør det, er det planens måte å gjøre det på, og én merknad gjelder alle.",
    ),
    message=words(
        "{node} reaches its goals only by its area's tags",
        "{node} når bærekraftsmålene bare gjennom merkingen på området",
    ),
    help=words(
        "Name under `targets` what the strategy, or its objective, really serves.",
        "Oppgi under `targets` hva strategien, eller målet, faktisk bidrar til.",
    ),
    why=words(
        "An area tagged with four goals lends all four to each of its strategies, whether they serve them or not.",
        "Et område merket med fire mål låner alle fire bort til hver strategi, enten de bidrar eller ikke.",
    ),
    valid=(
        "areas: [{id: a1, title: A, goals: [3]}]\nobjectives: [{id: o1, title: B, areas: [a1], targets: [3.4]}]\nstrategies: [{id: s1, title: C, objectives: [o1]}]",
    ),
    invalid=(
        "areas: [{id: a1, title: A, goals: [3]}]\nobjectives: [{id: o1, title: B, areas: [a1]}]\nstrategies:\n  - {id: s1, title: C, objectives: [o1]} # !\n  - {id: s2, title: D, targets: [3.4]}\n  - {id: s3, title: E, targets: [3.4]}",
    ),
)
