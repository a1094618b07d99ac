"""Family 2, thread: actions, who does them, when and for what money."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import AllOf, Chain, Has, Labelled, Not, Parameter, Reach, back, nodes, step, where
from sdggraph.rules.paths import BELOW
from sdggraph.rules.rule import INFO, OFF, WARNING, Default, Gathering, Level, Rule, Scope
from sdggraph.rules.scopes import ACTION_PLANS, CARRIED_OUT_BY_ACTIONS

action_follows_something = Rule(
    code="SDG209",
    level=Level(WARNING),
    subject=nodes("Action"),
    requires=Reach(step("implements")),
    scope=Scope(kinds=ACTION_PLANS),
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


strategy_has_action = Rule(
    code="SDG213",
    level=Level(OFF, kinds={"action": INFO, "economic": INFO}),
    subject=nodes("Strategy"),
    requires=Reach(Chain((BELOW, back("implements"))), nodes("Action")),
    scope=Scope(kinds=CARRIED_OUT_BY_ACTIONS, beside=ACTION_PLANS),
    gathering=Gathering(
        0.25,
        words("{count} of {of} strategies have no action", "{count} av {of} strategier har ingen tiltak"),
        fewest=10,
    ),
    holds=words(
        "Where the plan system has a handlingsdel or økonomiplan, every strategy has an action; one of a land-use plan is carried out by other plans and permits. Where a quarter or more have none (ten or more), one info stands for all: four years of actions don't cover twelve years of strategies.",
        "Der plansystemet har en handlingsdel eller økonomiplan, har hver strategi et tiltak; strategiene i en arealdel følges opp i reguleringsplaner og vedtak. Der en fjerdedel eller flere ikke har det (ti eller flere), gjelder én merknad for alle: fire år med tiltak dekker ikke tolv år med strategier.",
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
        "Ingen tiltak har sluttdato før den datoen som regnes som i dag (`--as-of`, `lint.as_of`, ellers dagens dato), uten å være ferdig eller stanset.",
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
