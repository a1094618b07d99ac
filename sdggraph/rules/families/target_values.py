"""Family 3, measurement: whether baseline, target values, direction and bands go together."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.indicator_values import (
    bands_agree,
    direction_agrees,
    ends_in_desired_band,
    target_differs_from_baseline,
)
from sdggraph.rules.language import (
    IN_PLAN,
    Agree,
    AllOf,
    Chain,
    Compare,
    Either,
    Predicate,
    Star,
    back,
    nodes,
    step,
    where,
)
from sdggraph.rules.rule import ERROR, INFO, WARNING, Level, Rule

_LINKED_PLANS = Chain(
    (
        Either((step(IN_PLAN), Chain((back("measured_by"), step(IN_PLAN))))),
        Star(Either((step("follows_up"), back("follows_up")))),
    )
)
"""The plan of an indicator, those of what it measures, and those that follow up one another with them."""

target_date_in_a_plan_period = Rule(
    code="SDG304",
    level=Level(INFO),
    subject=nodes("Indicator"),
    requires=AllOf(
        (
            Compare("target_values.date", "<=", "period.end", _LINKED_PLANS, nodes("Plan"), "each"),
            Compare("target_values.date", ">=", "period.start", _LINKED_PLANS, nodes("Plan"), "each"),
        )
    ),
    holds=words(
        "No target date lies after the last or before the first day of the periods of the linked plans: the indicator's own, those of what it measures, and those that follow up one another with them. A year counts as inside if any day of it is.",
        "Ingen måldato ligger etter siste eller før første dag i periodene til de tilknyttede planene: indikatorens egen, planene til det den måler, og planer som følger opp hverandre sammen med dem. Et år regnes som innenfor hvis en dag av det er det.",
    ),
    message=words(
        "{node} has a target date outside the plan's period ({failing})",
        "{node} har en måldato utenfor planperioden ({failing})",
    ),
    help=words(
        "Add an interim target value within the period, or correct the date.",
        "Legg til en målverdi innenfor perioden, eller rett datoen.",
    ),
    why=words(
        "Nobody will be held to a value that falls due after the plan has been replaced.",
        "Ingen blir holdt ansvarlig for en verdi som forfaller etter at planen er erstattet.",
    ),
    at=("target_values",),
    valid=(
        "plan: {id: p, language: en, period: {start: 2024, end: 2036}}\nindicators: [{id: i1, title: A, target_values: [{date: 2030, value: 1}, {date: 2036-12-31, value: 2}]}]",
        "indicators: [{id: i1, title: A, target_values: [{date: 2090, value: 1}]}]",
    ),
    invalid=(
        "plan: {id: p, language: en, period: {start: 2024, end: 2036}}\nindicators:\n  - {id: i1, title: A, target_values: [{date: 2050, value: 1}]} # !\n  - {id: i2, title: B, target_values: [{date: 2030, value: 1}]}",
    ),
)

baseline_before_target = Rule(
    code="SDG305",
    level=Level(ERROR),
    subject=nodes("Indicator"),
    requires=Compare("baseline.date", "<=", "target_values.date"),
    holds=words(
        "No baseline is dated after a target value. Within one and the same year either may come first.",
        "Ingen nullpunktsmåling er datert etter en målverdi. Innenfor ett og samme år kan begge komme først.",
    ),
    message=words(
        "{node} has its baseline in {baseline}, after its target date ({target})",
        "{node} har nullpunkt i {baseline}, etter måldatoen ({target})",
    ),
    help=words("Correct one of the two dates.", "Rett en av de to datoene."),
    why=words(
        "Progress runs from the baseline to the target value; here it would run backwards in time.",
        "Framgang går fra nullpunkt til målverdi; her ville den gått baklengs i tid.",
    ),
    at=("baseline", "date"),
    shows={"baseline": "baseline.date", "target": "target_values.date"},
    valid=(
        "indicators: [{id: i1, title: A, baseline: {date: 2019-11, value: 4}, target_values: [{date: 2019, value: 5}]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, baseline: {date: 2027, value: 4}, target_values: [{date: 2026, value: 5}]} # !\n  - {id: i2, title: B, baseline: {date: 2023, value: 4}, target_values: [{date: 2026, value: 5}]}",
    ),
)

direction_agrees_with_target = Rule(
    code="SDG306",
    level=Level(ERROR),
    subject=nodes("Indicator", where("direction")),
    requires=Predicate("direction_agrees", direction_agrees),
    holds=words(
        "The last target value of an indicator that is to increase is not below the baseline, and of one that is to decrease not above it; of a relative target value the sign counts, of a range the end nearest to what is wanted.",
        "Siste målverdi for en indikator som skal øke, ligger ikke under nullpunktet, og for en som skal synke, ikke over; for en relativ målverdi teller fortegnet, for et intervall den enden som er nærmest det en vil.",
    ),
    message=words(
        "{node} is to {direction}, but goes from {baseline} to {target}",
        "{node} har retningen `{direction}`, men går fra {baseline} til {target}",
    ),
    help=words("Correct `direction`, or the value.", "Rett `direction`, eller verdien."),
    why=words(
        "Whoever reads the indicator will take a step back for progress.",
        "Den som leser indikatoren, vil ta et skritt tilbake for framgang.",
    ),
    at=("direction",),
    shows={"direction": "direction", "baseline": "baseline.value", "target": "target_values.value"},
    valid=(
        "indicators: [{id: i1, title: A, direction: decrease, baseline: {date: 2019, value: 9}, target_values: [{date: 2030, value: 4}]}]",
        "indicators: [{id: i1, title: A, direction: decrease, baseline: {date: 2019, value: 9}, target_values: [{date: 2030, value: -30, relative_to: {date: 2009}}]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, direction: increase, baseline: {date: 2023, value: 75}, target_values: [{date: 2030, value: 72}]} # !\n  - {id: i2, title: B, direction: increase, baseline: {date: 2023, value: 75}, target_values: [{date: 2030, value: 78}]}\n  - {id: i3, title: C, direction: decrease, target_values: [{date: 2030, value: 10, relative_to: {date: 2009}}]} # !",
    ),
)

target_differs = Rule(
    code="SDG307",
    level=Level(WARNING),
    subject=nodes("Indicator", where("direction", "!=", "maintain"), where("direction", "!=", "range")),
    requires=Predicate("target_differs_from_baseline", target_differs_from_baseline),
    holds=words(
        "The last target value is another number than the baseline, unless the direction is `maintain` or `range`. A target value that is a range differs.",
        "Siste målverdi er et annet tall enn nullpunktet, om ikke retningen er `maintain` eller `range`. En målverdi som er et intervall, regnes som ulik.",
    ),
    message=words(
        "{node} has a target value that is its baseline ({baseline})",
        "{node} har en målverdi som er lik nullpunktet ({baseline})",
    ),
    help=words(
        "Set a target value that says what is wanted, or `direction: maintain`.",
        "Sett en målverdi som sier hva en vil, eller `direction: maintain`.",
    ),
    why=words("The goal is reached before anything is done.", "Målet er nådd før noe er gjort."),
    at=("target_values",),
    shows={"baseline": "baseline.value"},
    valid=(
        "indicators: [{id: i1, title: A, direction: maintain, baseline: {date: 2022, value: 24}, target_values: [{date: 2030, value: 24}]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, direction: increase, baseline: {date: 2022, value: 24}, target_values: [{date: 2030, value: 24.0}]} # !\n  - {id: i2, title: B, direction: increase, baseline: {date: 2022, value: 24}, target_values: [{date: 2026, value: 24}, {date: 2030, value: 30}]}",
    ),
)

bands_do_not_contradict = Rule(
    code="SDG311",
    level=Level(ERROR),
    subject=nodes("Indicator"),
    requires=Predicate("bands_agree", bands_agree),
    holds=words(
        "No interval of `desired` or `acceptable` has its low end above its high end, and no desired interval shares more than an end point with an acceptable one.",
        "Ingen av intervallene i `desired` og `acceptable` har nedre ende over øvre, og ingen ønskede intervaller overlapper et akseptabelt med mer enn et endepunkt.",
    ),
    message=words("{node} has bands that contradict each other", "{node} har resultatnivåer som strider mot hverandre"),
    help=words(
        "Let the bands touch, not overlap: `desired: [[88, null]]`, `acceptable: [[80, 88]]`.",
        "La nivåene møtes uten å overlappe: `desired: [[88, null]]`, `acceptable: [[80, 88]]`.",
    ),
    why=words(
        "The same value would be a desired result and a merely acceptable one.",
        "Samme verdi ville vært både et ønsket og et så vidt akseptabelt resultat.",
    ),
    at=("desired",),
    valid=(
        "indicators: [{id: i1, title: A, desired: [[1.30, 1.69]], acceptable: [[1.00, 1.29], [1.70, 1.99]]}]",
        "indicators: [{id: i1, title: A, desired: [[88, null]], acceptable: [[80, 88]]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, desired: [[18, null]], acceptable: [[19, 25]]} # !\n  - {id: i2, title: B, desired: [[18, null]], acceptable: [[10, 18]]}",
    ),
)

target_value_is_desired = Rule(
    code="SDG315",
    level=Level(WARNING),
    subject=nodes("Indicator", where("desired"), where("target_values")),
    requires=Predicate("ends_in_desired_band", ends_in_desired_band),
    holds=words(
        "The last target value lies in the desired band, ends included; interim ones may lie outside. Without a desired band, or a number to compare, nothing is asked.",
        "Siste målverdi ligger i det ønskede nivået, endepunktene medregnet; verdier underveis kan ligge utenfor. Uten ønsket nivå, eller tall å sammenligne, blir den ikke vurdert.",
    ),
    message=words(
        "{node} has a target value outside its desired band ({target})",
        "{node} har en målverdi utenfor ønsket resultat ({target})",
    ),
    help=words("Correct the target value or `desired`.", "Rett målverdien eller `desired`."),
    why=words(
        "On the day that the goal is reached the indicator would not be green.",
        "Den dagen målet er nådd, ville ikke indikatoren vært grønn.",
    ),
    at=("target_values",),
    shows={"target": "target_values.value"},
    valid=(
        "indicators: [{id: i1, title: A, desired: [[null, 9.5]], target_values: [{date: 2027, value: 11}, {date: 2032, value: 9.5}]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, desired: [[55, null]], target_values: [{date: 2032, value: 50}]} # !\n  - {id: i2, title: B, desired: [[55, null]], target_values: [{date: 2032, value: 60}]}",
    ),
)

one_target_value_a_date = Rule(
    code="SDG316",
    level=Level(WARNING),
    subject=nodes("Indicator", where("target_values")),
    requires=Agree(
        "target_values",
        ("date", "relative_to.date"),
        ("value", "range"),
        nodes("Indicator", where("target_values")),
        ("source.system", "source.table", "source.code"),
    ),
    holds=words(
        "No indicator, and no two indicators of the plan system with the same source and code, have different target values for one date. Of two that differ, the one in the later plan is reported; an absolute and a relative value don't differ.",
        "Ingen indikator, og ingen to indikatorer i plansystemet med samme kilde og kode, har ulike målverdier for samme dato. Av to som er ulike, meldes den i planen som kom sist; en absolutt og en relativ verdi regnes ikke som ulike.",
    ),
    message=words(
        "{node} has two target values for {by}: {one} and {two}",
        "{node} har to målverdier for {by}: {one} og {two}",
    ),
    help=words("Decide on one of them.", "Velg en av dem."),
    why=words(
        "Two plans would judge the same year by two measures.",
        "To planer ville vurdert samme år mot hver sin målverdi.",
    ),
    at=("target_values",),
    valid=("indicators: [{id: i1, title: A, target_values: [{date: 2028, value: 78}, {date: 2030, value: 80}]}]",),
    invalid=(
        "indicators:\n  - {id: i1, title: A, target_values: [{date: 2030, value: 78}, {date: 2030, value: 80}]} # !\n  - {id: i2, title: B, target_values: [{date: 2030, value: 78}, {date: 2030, value: 78.0}]}",
        """\
plan: {id: h, language: en, follows_up: [{plan: p, file: other.yaml}]}
indicators:
  - {id: i1, title: A, source: {system: KOSTRA, code: K1}, target_values: [{date: 2030, value: 78}]} # !
# file: other.yaml
plan: {id: p, language: en}
indicators: [{id: i7, title: A, source: {system: KOSTRA, code: K1}, target_values: [{date: 2030, value: 80}]}]""",
    ),
)
