"""Family 2, thread: whether the thread from global goal to local work and measured result holds.

The catalogue never satisfies these rules: every UN target has UN indicators, so only a municipal indicator counts.
"""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import (
    AllOf,
    AnyOf,
    Chain,
    Either,
    Has,
    Labelled,
    Not,
    Parameter,
    Reach,
    Spread,
    Star,
    back,
    nodes,
    step,
    where,
)
from sdggraph.rules.paths import (
    ABOUT_DOWN,
    BELOW,
    GOALS,
    INDICATORS,
    MEANT_FOR_NO_GOAL,
    MEASURED_ABOVE,
    MEASURED_BELOW,
    MEASURES,
    REACHES_GOAL,
    REACHES_GOAL_WITHOUT_AREAS,
    UPWARD,
)
from sdggraph.rules.rule import ERROR, INFO, OFF, WARNING, Default, Follows, Gathering, Level, Rule, Scope

_ACTION_PLANS = ("action", "economic")
_UNDER = Either((step("contributes_to"), step("part_of")))

strategy_reaches_goal = Rule(
    code="SDG201",
    level=Level(ERROR),
    subject=nodes("Strategy"),
    requires=REACHES_GOAL,
    unless=MEANT_FOR_NO_GOAL,
    follows=(Follows(("SDG203", "SDG204"), UPWARD),),
    holds=words(
        "From every strategy a chain of contributions and parts leads to a goal; negative claims don't count. A strategy with `goals: none` and a reason in `notes`, or below such a node, is exempt.",
        "Fra hver strategi går det en kjede av bidrag og deler fram til et bærekraftsmål; negative påstander teller ikke. En strategi med `goals: none` og grunn i `notes`, eller under en slik node, er unntatt.",
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

strategy_reaches_indicator = Rule(
    code="SDG202",
    level=Level(ERROR),
    subject=nodes("Strategy"),
    requires=AnyOf((Reach(MEASURES, INDICATORS), Reach(MEASURED_ABOVE, INDICATORS))),
    follows=(Follows(("SDG214",), Star(_UNDER)),),
    holds=words(
        "Every strategy, an objective that it contributes to or an ancestor of that, their area, or an action or benefit of the strategy is measured by a municipal indicator. An indicator on a UN target doesn't count.",
        "Hver strategi, et mål den bidrar til eller et mål over det, området deres, eller et tiltak eller en gevinst av strategien måles av en kommunal indikator. En indikator på et FN-delmål teller ikke.",
    ),
    message=words("{node} is measured by nothing", "{node} måles ikke av noe"),
    help=words(
        "Name an indicator under `indicators`, on the strategy or on its objective.",
        "Oppgi en indikator under `indicators`, på strategien eller på målet.",
    ),
    why=words(
        "Without a measure nobody will know whether the strategy made a difference.",
        "Uten måling vet ingen om strategien gjorde noen forskjell.",
    ),
    at=("indicators",),
    related=step("contributes_to", "Objective"),
    valid=(
        "indicators: [{id: i1, title: Cyclists, role: monitoring}]\nobjectives: [{id: o1, title: More cycle, targets: [11.2], indicators: [i1]}]\nstrategies: [{id: s1, title: Build paths, objectives: [o1]}]",
    ),
    invalid=(
        "indicators: [{id: i1, title: Cyclists}]\nobjectives: [{id: o1, title: More cycle, targets: [11.2]}]\nstrategies:\n  - {id: s1, title: Build paths, objectives: [o1], indicators: [i1]}\n  - {id: s2, title: Paint bicycles, objectives: [o1]} # !",
    ),
)

objective_reaches_goal = Rule(
    code="SDG203",
    level=Level(WARNING),
    subject=nodes("Objective"),
    requires=REACHES_GOAL,
    unless=MEANT_FOR_NO_GOAL,
    follows=(Follows(("SDG203", "SDG204"), UPWARD),),
    holds=words(
        "From every objective a chain of contributions and parts leads to a goal, unless it, or a node above it, is meant to reach none.",
        "Fra hvert mål går det en kjede av bidrag og deler fram til et bærekraftsmål, om ikke det selv eller noe over det er ment å ikke nå noe.",
    ),
    message=words("{node} reaches no goal", "{node} når ikke fram til noe bærekraftsmål"),
    help=words(
        "Name a target under `targets` or a goal under `goals`, here or on the area.",
        "Oppgi et delmål under `targets` eller et bærekraftsmål under `goals`, her eller på området.",
    ),
    why=words(
        "Everything below the objective hangs on it: if it reaches no goal, neither do its strategies.",
        "Alt under målet henger på det: når ikke målet fram, gjør heller ikke strategiene det.",
    ),
    at=("targets",),
    valid=("areas: [{id: a1, title: Health, goals: [3]}]\nobjectives: [{id: o1, title: Live longer, areas: [a1]}]",),
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
        "Hvert prioriterte mål nås av en strategi i planen eller i en plan den følger opp, direkte, gjennom et delmål eller ved arv. Feil i en vedtatt plan, ellers advarsel; en planstrategi, som ikke har strategier, er unntatt.",
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
        "{node} er valgt, men ingen mål eller strategi følger det opp",
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

steering_indicator_measures = Rule(
    code="SDG208",
    level=Level(WARNING),
    subject=nodes("Indicator", where("role", "=", "steering")),
    requires=Reach(back("measured_by")),
    holds=words(
        "Every steering indicator measures a target, area, objective, strategy, action or benefit. (Indicators with `role: monitoring` may stand alone.)",
        "Hver styringsindikator måler et delmål, område, mål, en strategi, et tiltak eller en gevinst. (Indikatorer med `role: monitoring` kan stå alene.)",
    ),
    message=words("{node} measures nothing", "{node} måler ingenting"),
    help=words(
        "Name it under `indicators` of what it measures, or give it `role: monitoring`.",
        "Oppgi den under `indicators` på det den måler, eller gi den `role: monitoring`.",
    ),
    why=words(
        "A figure that steers nothing costs work and is read by nobody.",
        "Et tall som ikke styrer noe, koster arbeid og blir ikke lest.",
    ),
    valid=("indicators: [{id: i1, title: A, role: monitoring}]",),
    invalid=(
        "indicators:\n  - {id: i1, title: A} # !\n  - {id: i2, title: B}\nobjectives: [{id: o1, title: C, targets: [3.4], indicators: [i2]}]",
    ),
)

action_follows_something = Rule(
    code="SDG209",
    level=Level(WARNING),
    subject=nodes("Action"),
    requires=Reach(step("implements")),
    scope=Scope(kinds=_ACTION_PLANS),
    holds=words(
        "In a handlingsdel or økonomiplan, every action implements a strategy or an objective.",
        "I en handlingsdel eller økonomiplan gjennomfører hvert tiltak en strategi eller et mål.",
    ),
    message=words("{node} follows up no strategy or objective", "{node} følger ikke opp noen strategi eller noe mål"),
    help=words(
        "Name the strategy under `strategies`, or the objective under `objectives`.",
        "Oppgi strategien under `strategies`, eller målet under `objectives`.",
    ),
    why=words(
        "Money goes to what the plan asks for; an action beside the plan can't be weighed against the others.",
        "Pengene skal gå til det planen ber om; et tiltak ved siden av planen kan ikke veies mot de andre.",
    ),
    valid=(
        "plan: {id: h, language: en, kind: action}\nobjectives: [{id: o1, title: B, targets: [11.2]}]\nactions: [{id: a1, title: A, objectives: [o1]}]",
    ),
    invalid=(
        "plan: {id: h, language: en, kind: action}\nobjectives: [{id: o1, title: B, targets: [11.2]}]\nactions:\n  - {id: a1, title: A, objectives: [o1]}\n  - {id: a2, title: C} # !",
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
        "Hvert målområde har et mål, selv eller i et område under. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
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

strategy_has_action = Rule(
    code="SDG213",
    level=Level(OFF, kinds={"action": INFO, "economic": INFO}),
    subject=nodes("Strategy"),
    requires=Reach(Chain((BELOW, back("implements"))), nodes("Action")),
    scope=Scope(beside=_ACTION_PLANS),
    gathering=Gathering(
        1.0,
        words("none of the {count} strategies has an action", "ingen av de {count} strategiene har tiltak"),
    ),
    holds=words(
        "Where the plan system has a handlingsdel or økonomiplan, every strategy has an action.",
        "Der plansystemet har en handlingsdel eller økonomiplan, har hver strategi et tiltak.",
    ),
    message=words("{node} has no action", "{node} har ingen tiltak"),
    help=words("Write what is to be done, by whom and when.", "Skriv hva som skal gjøres, av hvem og når."),
    why=words("The thread ends before the daily work.", "Tråden slutter før den daglige jobben."),
    valid=(
        "plan: {id: h, language: en, kind: action}\nstrategies: [{id: s1, title: A, goals: [11]}]\nactions: [{id: a1, title: B, strategies: [s1]}]",
    ),
    invalid=(
        "plan: {id: h, language: en, kind: action}\nstrategies:\n  - {id: s1, title: A, goals: [11]}\n  - {id: s2, title: C, goals: [11]} # !\nactions: [{id: a1, title: B, strategies: [s1]}]",
    ),
)

objective_is_measured = Rule(
    code="SDG214",
    level=Level(ERROR),
    subject=nodes("Objective"),
    requires=MEASURED_BELOW,
    follows=(Follows(("SDG214",), step("part_of", "Objective")),),
    holds=words(
        "Every objective is measured by a municipal indicator: itself, an ancestor or its area, or a strategy, action, benefit or sub-objective of it. That its strategies are measured by nothing (SDG202) follows from it.",
        "Hvert mål måles av en kommunal indikator: selv, et mål over det eller området, eller en strategi, et tiltak, en gevinst eller et mål under det. At strategiene ikke måles (SDG202), følger av det.",
    ),
    message=words("{node} is measured nowhere", "{node} måles ingen steder"),
    help=words("Name an indicator under `indicators`.", "Oppgi en indikator under `indicators`."),
    why=words(
        "About half of the municipalities that were asked measure no progress at all; then nobody knows whether the objective is near.",
        "Omtrent halvparten av kommunene som er spurt, måler ikke framgang; da vet ingen om målet er nært.",
    ),
    at=("indicators",),
    valid=(
        "indicators: [{id: i1, title: A, role: monitoring}]\nobjectives: [{id: o1, title: B, targets: [3.4]}]\nstrategies: [{id: s1, title: C, objectives: [o1], indicators: [i1]}]",
    ),
    invalid=(
        "indicators: [{id: i1, title: A}]\nobjectives:\n  - {id: o1, title: B, targets: [3.4], indicators: [i1]}\n  - {id: o2, title: C, targets: [3.4]} # !",
    ),
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

action_has_owner_and_end = Rule(
    code="SDG218",
    level=Level(WARNING),
    subject=nodes("Action", where("status", "!=", "stopped")),
    requires=AllOf(
        (
            Labelled(Has(where("owner")), "owner", "eier"),
            Labelled(Has(where("period.end")), "end date", "sluttdato"),
        )
    ),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} actions has both an owner and an end date",
            "ingen av de {count} tiltakene har både eier og sluttdato",
        ),
    ),
    holds=words(
        "Every action that isn't stopped has an owner and the end of its period.",
        "Hvert tiltak som ikke er stanset, har en eier og en slutt på perioden.",
    ),
    message=words("{node} has no {missing}", "{node} mangler {missing}"),
    help=words("Add `owner:` and `period: {start: …, end: …}`.", "Legg til `owner:` og `period: {start: …, end: …}`."),
    why=words(
        "What nobody owns and nothing ends is not an action, but a hope.",
        "Det ingen eier og som aldri slutter, er ikke et tiltak, men et håp.",
    ),
    valid=(
        "units: [{id: u1, title: U}]\nactions: [{id: a1, title: A, owner: u1, period: {end: 2030}}, {id: a2, title: B, status: stopped}]",
    ),
    invalid=(
        "units: [{id: u1, title: U}]\nactions:\n  - {id: a1, title: A, owner: u1, period: {end: 2030}}\n  - {id: a2, title: B, owner: u1} # !",
    ),
)

action_has_money = Rule(
    code="SDG219",
    level=Level(WARNING),
    subject=nodes("Action", where("status", "!=", "stopped"), where("status", "!=", "done")),
    requires=Has(where("budget")),
    scope=Scope(statuses=("adopted",)),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} actions says what it costs",
            "ingen av de {count} tiltakene sier hva det koster",
        ),
    ),
    holds=words(
        "In an adopted plan, every action that isn't done or stopped has a budget by year or says `budget: within_frame`.",
        "I en vedtatt plan har hvert tiltak som ikke er ferdig eller stanset, budsjett per år, eller `budget: within_frame`.",
    ),
    message=words(
        "{node} has neither a budget nor “within the frame”",
        "{node} har verken budsjett eller «innenfor rammen»",
    ),
    help=words(
        "Add `budget: [{year: 2027, amount: …}]`, or `budget: within_frame`.",
        "Legg til `budget: [{year: 2027, amount: …}]`, eller `budget: within_frame`.",
    ),
    why=words("An adopted action without money won't happen.", "Et vedtatt tiltak uten penger blir ikke gjort."),
    valid=(
        "plan: {id: p, language: en, status: adopted}\nactions: [{id: a1, title: A, budget: within_frame}, {id: a2, title: B, budget: [{year: 2027, amount: 100000}]}]",
    ),
    invalid=(
        "plan: {id: p, language: en, status: adopted}\nactions:\n  - {id: a1, title: A, budget: within_frame}\n  - {id: a2, title: B} # !",
    ),
)

action_not_overdue = Rule(
    code="SDG220",
    level=Level(WARNING),
    subject=nodes("Action", where("status", "!=", "stopped"), where("status", "!=", "done")),
    requires=Not(Has(where("period.end", "<", Parameter("as_of")))),
    parameters={"as_of": Default("today", words("the date that counts as today", "datoen som gjelder som i dag"))},
    holds=words(
        "No action's period has ended before the date of the run (`--as-of`, `lint.as_of`, else today) unless it is done or stopped.",
        "Ingen tiltak er over tiden på kjøringens dato (`--as-of`, `lint.as_of`, ellers i dag) uten å være ferdig eller stanset.",
    ),
    message=words(
        "{node} was to end in {end}, and is neither done nor stopped",
        "{node} skulle vært ferdig {end}, men er verken ferdig eller stanset",
    ),
    help=words(
        "Set `status: done`, or move the end with a reason in `notes`.",
        "Sett `status: done`, eller flytt slutten og skriv grunnen i `notes`.",
    ),
    why=words(
        "A plan that doesn't notice its delays isn't followed up.",
        "En plan som ikke merker forsinkelser, blir ikke fulgt opp.",
    ),
    at=("period", "end"),
    shows={"end": "period.end"},
    valid=(
        "lint: {as_of: 2026-01-01}\nactions: [{id: a1, title: A, period: {end: 2026}}, {id: a2, title: B, period: {end: 2024}, status: done}]",
    ),
    invalid=(
        "lint: {as_of: 2026-01-01}\nactions:\n  - {id: a1, title: A, period: {end: 2026}}\n  - {id: a2, title: B, period: {end: 2024}} # !",
    ),
)
