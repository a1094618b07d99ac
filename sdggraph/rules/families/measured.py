"""Family 2, thread: whether the thread ends in something measured.

The catalogue never satisfies these rules: every UN target has UN indicators, so only a municipal indicator counts.
"""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import AnyOf, Either, Reach, Star, back, nodes, step, where
from sdggraph.rules.paths import INDICATORS, MEASURED_ABOVE, MEASURED_BELOW, MEASURES
from sdggraph.rules.rule import ERROR, WARNING, Follows, Level, Rule

_UNDER = Either((step("contributes_to"), step("part_of")))

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
