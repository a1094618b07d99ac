"""Family 5, participation: who took part, and what came of it."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import (
    IN_PLAN,
    AnyOf,
    Chain,
    Either,
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
from sdggraph.rules.rule import INFO, OFF, WARNING, Default, Gathering, Level, Rule, Scope
from sdggraph.rules.scopes import CURRENT, PARTICIPATION_PLANS

_INVOLVES = Chain(
    (
        Star(Either((step("contributes_to", "Objective TargetArea"), step("part_of")))),
        Either((step("involves"), back("informs"))),
    )
)
"""From a strategy, its objectives, what these are part of, and their areas to those who are concerned or took part."""

_ENGAGEMENTS = back(IN_PLAN, "Engagement")

strategy_involves_somebody = Rule(
    code="SDG501",
    level=Level(OFF, asker=WARNING),
    subject=nodes("Strategy"),
    requires=Reach(_INVOLVES, nodes("Stakeholder Engagement")),
    gathering=Gathering(
        1.0,
        words("none of the {count} strategies involves anybody", "ingen av de {count} strategiene involverer noen"),
    ),
    holds=words(
        "Every strategy, an objective that it contributes to, what that is part of, or their area names a stakeholder or was informed by an engagement. Where none is (three or more), one info stands for all.",
        "Hver strategi, et mål den bidrar til, det målet er del av, eller området deres oppgir en interessent eller har fått innspill fra medvirkning. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} involves nobody", "{node} involverer ingen"),
    help=words(
        "Name those concerned under `stakeholders`, on the strategy or on its objective.",
        "Oppgi hvem det gjelder, under `stakeholders`, på strategien eller på målet.",
    ),
    why=words(
        "Level 3 of the method asks whose interests are at stake; who isn't named isn't asked.",
        "Nivå 3 i metoden spør hvem som har interesser i saken; den som ikke er nevnt, blir ikke spurt.",
    ),
    at=("stakeholders",),
    valid=(
        "stakeholders: [{id: gp, title: G}]\nobjectives: [{id: o1, title: A, goals: [3], stakeholders: [gp]}]\nstrategies: [{id: s1, title: B, objectives: [o1]}]",
    ),
    invalid=(
        "stakeholders: [{id: gp, title: G}]\nstrategies:\n  - {id: s1, title: B, goals: [3], stakeholders: [gp]}\n  - {id: s2, title: C, goals: [3]} # !\n  - {id: s3, title: D, goals: [3]}\nengagements: [{id: e1, title: E, informs: [s3]}]",
    ),
)

engagement_informs_something = Rule(
    code="SDG502",
    level=Level(INFO),
    subject=nodes("Engagement"),
    requires=Reach(step("informs")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} engagements says what it informed",
            "det står ikke hva noen av de {count} medvirkningsaktivitetene påvirket",
        ),
    ),
    holds=words(
        "Every engagement informed a precondition, objective, strategy, target area or goal. Where none says so (three or more), one info stands for all.",
        "For hver medvirkningsaktivitet står det hva den påvirket: en forutsetning, et mål, en strategi, et målområde eller et bærekraftsmål. Der det ikke står for noen av dem (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("it isn't said what {node} informed", "det står ikke hva {node} påvirket"),
    help=words(
        "Name what it had a say in under `informs`; a hearing of the whole plan may name the target areas.",
        "Oppgi hva den fikk betydning for, under `informs`; en høring av hele planen kan vise til målområdene.",
    ),
    why=words(
        "Those who gave an evening want to find it again in the plan.",
        "De som brukte en kveld på å si sin mening, vil finne den igjen i planen.",
    ),
    at=("informs",),
    valid=("objectives: [{id: o1, title: A, goals: [3]}]\nengagements: [{id: e1, title: B, informs: [o1]}]",),
    invalid=(
        "objectives: [{id: o1, title: A, goals: [3]}]\nengagements:\n  - {id: e1, title: B, informs: [o1]}\n  - {id: e2, title: C} # !",
    ),
)

stakeholder_is_involved = Rule(
    code="SDG503",
    level=Level(OFF, asker=INFO),
    subject=nodes("Stakeholder"),
    requires=Reach(back("involves")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} stakeholders is involved in anything",
            "ingen av de {count} interessentene er involvert i noe",
        ),
    ),
    holds=words(
        "Every stakeholder is named by an objective, a strategy or an action. Where none is (three or more), one info stands for all.",
        "Hver interessent er oppgitt på et mål, en strategi eller et tiltak. Der ingen er det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} is involved in nothing", "{node} er ikke involvert i noe"),
    help=words(
        "Name it under `stakeholders` of what it concerns.", "Oppgi den under `stakeholders` på det den berøres av."
    ),
    why=words(
        "Somebody was thought of, and then forgotten.",
        "Noen ble tenkt på, og så glemt.",
    ),
    at=("id",),
    valid=("stakeholders: [{id: gp, title: G}]\nobjectives: [{id: o1, title: A, goals: [3], stakeholders: [gp]}]",),
    invalid=(
        "stakeholders:\n  - {id: gp, title: G}\n  - {id: bus, title: H} # !\nobjectives: [{id: o1, title: A, goals: [3], stakeholders: [gp]}]",
    ),
)

plan_has_engagement = Rule(
    code="SDG504",
    level=Level(WARNING),
    subject=nodes("Plan"),
    requires=Reach(_ENGAGEMENTS),
    scope=Scope(kinds=PARTICIPATION_PLANS, statuses=CURRENT),
    holds=words(
        "A community, land-use or thematic plan that has not been replaced has an engagement of its own.",
        "En samfunnsdel, arealdel eller temaplan som ikke er erstattet, har egen medvirkning.",
    ),
    message=words("{node} has no engagement", "{node} har ingen medvirkning"),
    help=words(
        "Add to `engagements` the surveys, meetings and hearings that the plan builds on.",
        "Legg undersøkelsene, møtene og høringene som planen bygger på, til under `engagements`.",
    ),
    why=words(
        "The Planning and Building Act wants everybody to have had a chance to take part, and the plan to show it.",
        "Plan- og bygningsloven krever at alle har hatt mulighet til å medvirke, og at planen viser det.",
    ),
    at=("id",),
    valid=(
        "plan: {id: p, language: en, kind: community}\nengagements: [{id: e1, title: A}]",
        "plan: {id: p, language: en, kind: action}",
    ),
    invalid=("plan: {id: p, language: en, kind: thematic} # !\nobjectives: [{id: o1, title: A, goals: [3]}]",),
)

engagement_has_outcome = Rule(
    code="SDG505",
    level=Level(INFO),
    subject=nodes("Engagement"),
    requires=Has(where("outcome")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} engagements has a recorded outcome",
            "det er ikke skrevet ned hva noen av de {count} medvirkningsaktivitetene førte til",
        ),
    ),
    holds=words(
        "Every engagement has an outcome. Where none has (three or more), one info stands for all.",
        "For hver medvirkningsaktivitet står det under `outcome` hva den førte til. Der det ikke står for noen av dem (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no recorded outcome", "det står ikke hva {node} førte til"),
    help=words(
        "Write under `outcome` what changed because of it.", "Skriv under `outcome` hva som ble endret på grunn av den."
    ),
    why=words(
        "Without an outcome nobody can tell participation from information.",
        "Uten det kan ingen skille medvirkning fra informasjon.",
    ),
    at=("outcome",),
    valid=("engagements: [{id: e1, title: A, outcome: Objective 3 was added}]",),
    invalid=("engagements:\n  - {id: e1, title: A, outcome: Objective 3 was added}\n  - {id: e2, title: B} # !",),
)

children_and_youth_were_asked = Rule(
    code="SDG506",
    level=Level(INFO),
    subject=nodes("Plan"),
    requires=AnyOf(
        (
            Not(Reach(_ENGAGEMENTS)),
            Reach(_ENGAGEMENTS, nodes("Engagement", where("groups", "~", Parameter("groups")))),
            Reach(_ENGAGEMENTS, nodes("Engagement", where("title", "~", Parameter("groups")))),
        )
    ),
    scope=Scope(kinds=PARTICIPATION_PLANS, statuses=CURRENT),
    parameters={
        "groups": Default(
            r"barn|\bung|\belev|child|young|youth|pupil|student|funksjons|disab|innvandr|flyktning|immigrant|refugee|minorit|samisk|\bsami|tilrettelegg|special",
            words(
                "what a group or title is looked through for, as a regular expression",
                "det gruppe og tittel blir gjennomsøkt etter, som regulært uttrykk",
            ),
            is_pattern=True,
        ),
    },
    holds=words(
        "A community, land-use or thematic plan with engagements has one whose `groups` or title name children, youth or a group that needs special arrangements. One without any engagement is left to SDG504.",
        "En samfunnsdel, arealdel eller temaplan med medvirkning har en der `groups` eller tittelen nevner barn, unge eller en gruppe som krever spesiell tilrettelegging. En plan helt uten medvirkning hører under SDG504.",
    ),
    message=words(
        "{node} has no engagement with children and youth, or a group that needs special arrangements",
        "{node} har ingen medvirkning med barn og unge eller grupper som krever spesiell tilrettelegging",
    ),
    help=words(
        "Add it, or name the group under `groups` of the engagement where they took part.",
        "Legg den til, eller oppgi gruppen under `groups` på medvirkningen der de var med.",
    ),
    why=words(
        "The Planning and Building Act (§ 5-1) gives the municipality a special duty to hear them.",
        "Plan- og bygningsloven § 5-1 gir kommunen et særlig ansvar for å høre dem.",
    ),
    at=("id",),
    valid=(
        "plan: {id: p, language: nb, kind: community}\nengagements: [{id: e1, title: Folkemøte}, {id: e2, title: Workshop, groups: [ungdomsrådet]}]",
        "plan: {id: p, language: en, kind: community}",
    ),
    invalid=(
        "plan: {id: p, language: nb, kind: community} # !\nengagements: [{id: e1, title: Folkemøte, groups: [innbyggere]}]",
    ),
)
