"""Family 1, structure: plans and the plans that they follow up or replace."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import (
    IN_PLAN,
    AnyOf,
    Chain,
    Has,
    Not,
    Parameter,
    Reach,
    back,
    nodes,
    step,
    where,
)
from sdggraph.rules.rule import ERROR, WARNING, Default, Level, Rule, Scope
from sdggraph.rules.scopes import ACTION_PLANS, CURRENT

_ITS_PLAN = (step("implements", "Strategy Objective"), step(IN_PLAN))

_FILES = words("it asks for files", "den spør etter filer")

followed_plan_found = Rule(
    code="SDG108",
    level=Level(ERROR),
    holds=words(
        "Every plan that is followed up can be read from its file and has the id that is given. (A warning where only an IRI is given.)",
        "Hver plan som følges opp, kan leses fra filen og har id-en som er oppgitt. (Advarsel der bare en IRI er oppgitt.)",
    ),
    message=words(
        "the plan “{plan}” can't be read from {file}: {reason}",
        "planen «{plan}» kan ikke leses fra {file}: {reason}",
    ),
    variants={
        "file": words(
            "the plan “{plan}” can't be read from {file}: {reason}",
            "planen «{plan}» kan ikke leses fra {file}: {reason}",
        ),
        "meant": words(
            "there is no {file} for the plan “{plan}”; did you mean {meant}?",
            "{file} for planen «{plan}» finnes ikke. Mente du {meant}?",
        ),
        "other": words("{file} holds the plan “{found}”, not “{plan}”", "{file} er planen «{found}», ikke «{plan}»"),
        "iri": words(
            "the plan “{plan}” is only given by its IRI, so its nodes are not known here",
            "planen «{plan}» er bare oppgitt med IRI, så innholdet er ikke kjent her",
        ),
        "nowhere": words("nothing says where the plan “{plan}” is found", "det står ikke hvor planen «{plan}» finnes"),
    },
    milder={"iri": WARNING},
    help=words(
        "Give its `file:` relative to this plan's own file.",
        "Oppgi `file:` ut fra der denne planfilen ligger.",
    ),
    why=words(
        "Without it the thread ends at the edge of this plan.",
        "Uten den slutter tråden der denne planen slutter.",
    ),
    unfit={"shacl": _FILES, "sparql": _FILES},
    valid=(
        """\
plan: {id: h, language: en, follows_up: [{plan: p, file: other.yaml}]}
# file: other.yaml
plan: {id: p, language: en}""",
    ),
    invalid=(
        """\
plan:
  id: h
  language: en
  follows_up:
    - {plan: p, file: other.yaml} # !
# file: others.yaml
plan: {id: p, language: en}""",
        """\
plan:
  id: h
  language: en
  follows_up:
    - {plan: p, file: other.yaml} # !
# file: other.yaml
plan: {id: q, language: en}""",
        """\
plan:
  id: h
  language: en
  follows_up:
    - {plan: p, iri: "https://plans.example/p"} # !""",
    ),
)

action_plan_covers_enough_years = Rule(
    code="SDG109",
    level=Level(WARNING),
    subject=nodes("Plan", where("period.start"), where("period.end")),
    requires=Has(where("period.years", ">=", Parameter("years"))),
    scope=Scope(kinds=ACTION_PLANS),
    parameters={
        "years": Default(
            4, words("how many years the plan must cover at least", "hvor mange år planen minst skal dekke")
        ),
    },
    holds=words(
        "A handlingsdel or økonomiplan covers at least `years` whole years (4), from the first day of its period to the last. One without a full period is left alone.",
        "En handlingsdel eller økonomiplan dekker minst `years` hele år (4), fra første til siste dag i perioden. En plan uten hel periode blir ikke vurdert.",
    ),
    message=words(
        "{node} covers too few years: {covered}, where {years} are due",
        "{node} dekker for få år: {covered}, der {years} er kravet",
    ),
    help=words("Extend `period` to four budget years.", "Utvid `period` til fire budsjettår."),
    why=words(
        "The Planning and Building Act and the Local Government Act want four years at least, revised each year.",
        "Plan- og bygningsloven og kommuneloven krever minst fire år, med rullering hvert år.",
    ),
    at=("period",),
    shows={"covered": "period.years"},
    valid=("plan: {id: h, language: en, kind: action, period: {start: 2025, end: 2028}}",),
    invalid=("plan: {id: h, language: en, kind: action, period: {start: 2025, end: 2027}} # !",),
)

action_follows_current_plan = Rule(
    code="SDG110",
    level=Level(WARNING),
    subject=nodes("Action"),
    requires=Not(
        AnyOf(
            (
                Reach(Chain(_ITS_PLAN), nodes("Plan", where("status", "=", "replaced"))),
                Reach(Chain((*_ITS_PLAN, back("replaces"))), nodes("Plan")),
            )
        )
    ),
    scope=Scope(statuses=CURRENT),
    holds=words(
        "No action of a plan in force implements a strategy or objective of a plan that is replaced: one with that status, or one that another plan names under `replaces`.",
        "Ingen tiltak i en gjeldende plan gjennomfører en strategi eller et mål i en plan som er erstattet: en med den statusen, eller en som en annen plan oppgir under `replaces`.",
    ),
    message=words("{node} follows up a plan that has been replaced", "{node} følger opp en plan som er erstattet"),
    help=words(
        "Tie the action to a strategy of the new plan, or end it.",
        "Knytt tiltaket til en strategi i den nye planen, eller avslutt det.",
    ),
    why=words(
        "Money still goes to what the council has left behind.",
        "Pengene går fortsatt til noe kommunestyret har gått bort fra.",
    ),
    at=("strategies",),
    related=step("implements", "Strategy Objective"),
    valid=(
        "strategies: [{id: s1, title: S, goals: [3]}]\nactions: [{id: a1, title: A, strategies: [s1]}]",
        "plan: {id: p, language: en, status: replaced}\nstrategies: [{id: s1, title: S, goals: [3]}]\nactions: [{id: a1, title: A, strategies: [s1]}]",
    ),
    invalid=(
        """\
plan: {id: h, language: en, kind: action, follows_up: [{plan: old, file: old.yaml}]}
actions:
  - {id: a1, title: A, strategies: ["old:s1"]} # !
# file: old.yaml
plan: {id: old, language: en, status: replaced}
strategies: [{id: s1, title: S, goals: [3]}]""",
        """\
plan: {id: h, language: en, kind: action, follows_up: [{plan: old, file: old.yaml}, {plan: new, file: new.yaml}]}
actions:
  - {id: a1, title: A, strategies: ["old:s1"]} # !
  - {id: a2, title: B, strategies: ["new:s1"]}
# file: old.yaml
plan: {id: old, language: en}
strategies: [{id: s1, title: S, goals: [3]}]
# file: new.yaml
plan: {id: new, language: en, replaces: [old]}
strategies: [{id: s1, title: S, goals: [3]}]""",
    ),
)
