"""Family 3, measurement: whether an indicator can show what happened."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import IN_PLAN, AnyOf, Compare, Has, Not, Reach, Unique, nodes, step, where
from sdggraph.rules.rule import INFO, WARNING, Gathering, Level, Rule

indicator_has_unit = Rule(
    code="SDG301",
    level=Level(WARNING),
    subject=nodes("Indicator", where("role", "=", "steering"), where("value_type", "=", "number")),
    requires=Has(where("unit")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} steering indicators has a unit",
            "ingen av de {count} styringsindikatorene har enhet",
        ),
    ),
    holds=words(
        "Every steering indicator whose values are numbers has a unit. Where none has (three or more), one info stands for all.",
        "Hver styringsindikator med tallverdier har en enhet. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no unit", "{node} mangler enhet"),
    help=words(
        "Add `unit:`, such as `%`, `tonnes` or `per 1,000 inhabitants`.",
        "Legg til `unit:`, for eksempel `%`, `tonn` eller `per 1000 innbyggere`.",
    ),
    why=words(
        "A number without a unit can't be read, compared or drawn.",
        "Et tall uten enhet kan verken leses, sammenlignes eller tegnes.",
    ),
    at=("unit",),
    valid=('indicators: [{id: i1, title: A, unit: "%"}, {id: i2, title: B, value_type: yes_no}]',),
    invalid=('indicators:\n  - {id: i1, title: A, unit: "%"}\n  - {id: i2, title: B} # !',),
)

indicator_has_baseline = Rule(
    code="SDG302",
    level=Level(WARNING),
    subject=nodes("Indicator", where("role", "=", "steering")),
    requires=Has(where("baseline.date")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} steering indicators has a baseline",
            "ingen av de {count} styringsindikatorene har nullpunkt",
        ),
    ),
    holds=words(
        "Every steering indicator has a baseline, measured or planned (a date without a value). Where none has (three or more), one info stands for all.",
        "Hver styringsindikator har et nullpunkt, målt eller planlagt (en dato uten verdi). Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no baseline", "{node} mangler nullpunkt"),
    help=words(
        "Add `baseline: {date: 2026, value: …}`; leave the value out while the measurement is planned.",
        "Legg til `baseline: {date: 2026, value: …}`; utelat verdien så lenge målingen er planlagt.",
    ),
    why=words(
        "Progress is the way from a known beginning: without a zero-point measurement there is none to speak of.",
        "Framgang er veien fra et kjent utgangspunkt: uten nullpunktsmåling er det ingenting å vise til.",
    ),
    at=("baseline",),
    valid=(
        "indicators: [{id: i1, title: A, baseline: {date: 2019, value: 4}}, {id: i2, title: B, baseline: {date: 2027}}]",
    ),
    invalid=("indicators:\n  - {id: i1, title: A, baseline: {date: 2019, value: 4}}\n  - {id: i2, title: B} # !",),
)

steering_indicator_has_target_value = Rule(
    code="SDG303",
    level=Level(WARNING),
    subject=nodes("Indicator", where("role", "=", "steering")),
    requires=Has(where("target_values")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} steering indicators has a target value",
            "ingen av de {count} styringsindikatorene har målverdi",
        ),
    ),
    holds=words(
        "Every steering indicator has a target value. Where none has (three or more), one info stands for all.",
        "Hver styringsindikator har en målverdi. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no target value", "{node} mangler målverdi"),
    help=words(
        "Add `target_values: [{date: 2030, value: …}]`, or `role: monitoring` if it only watches.",
        "Legg til `target_values: [{date: 2030, value: …}]`, eller `role: monitoring` hvis den bare brukes til å følge med.",
    ),
    why=words(
        "Who names no value can't say whether the goal was reached.",
        "Den som ikke nevner noen verdi, kan ikke si om målet er nådd.",
    ),
    at=("target_values",),
    valid=(
        "indicators: [{id: i1, title: A, target_values: [{date: 2030, value: 90}]}, {id: i2, title: B, role: monitoring}]",
    ),
    invalid=("indicators:\n  - {id: i1, title: A, target_value: {date: 2030, value: 90}}\n  - {id: i2, title: B} # !",),
)

indicator_has_source = Rule(
    code="SDG312",
    level=Level(WARNING),
    subject=nodes("Indicator", where("role", "=", "steering")),
    requires=Has(where("source")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} steering indicators names its source",
            "ingen av de {count} styringsindikatorene oppgir kilde",
        ),
    ),
    holds=words(
        "Every steering indicator says where its figures come from: a system, a table, a document or an address. Where none does (three or more), one info stands for all.",
        "Hver styringsindikator sier hvor tallene kommer fra: et system, en tabell, et dokument eller en adresse. Der ingen gjør det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no source", "{node} mangler kilde"),
    help=words(
        'Add `source: {system: KOSTRA, table: "13502", code: …}`.',
        'Legg til `source: {system: KOSTRA, table: "13502", code: …}`.',
    ),
    why=words(
        "A figure that nobody can find again can't be measured a second time.",
        "Et tall ingen finner igjen, kan ikke måles en gang til.",
    ),
    at=("source",),
    valid=("indicators: [{id: i1, title: A, source: {system: SSB}}, {id: i2, title: B, source: Survey 2023}]",),
    invalid=("indicators:\n  - {id: i1, title: A, source: {system: SSB}}\n  - {id: i2, title: B} # !",),
)

indicator_stands_once = Rule(
    code="SDG313",
    level=Level(INFO),
    subject=nodes("Indicator"),
    requires=Unique(
        (
            "source.code",
            "source.system",
            "source.table",
            "baseline.district",
            "baseline.sex",
            "baseline.age",
            "measurements.district",
            "measurements.sex",
            "measurements.age",
        ),
        nodes("Indicator"),
        step(IN_PLAN),
    ),
    holds=words(
        "No two indicators of a plan have the same source, table, code and breakdown (district, sex, age); the later one is reported. Indicators whose source has no code are not compared.",
        "Ingen to indikatorer i en plan har samme kilde, tabell, kode og inndeling (bydel, kjønn, alder); den siste meldes. Indikatorer der kilden ikke har kode, blir ikke sammenlignet.",
    ),
    message=words("{node} is the same figure as {other}", "{node} er samme tall som {other}"),
    help=words("Put the two together, or say how they differ.", "Slå de to sammen, eller vis hva som skiller dem."),
    why=words(
        "One figure under two names gets two target values and two owners.",
        "Ett tall under to navn får to målverdier og to eiere.",
    ),
    at=("source",),
    valid=(
        "indicators: [{id: i1, title: A, source: {system: SSB, code: K1}, measurements: [{date: 2023, value: 1, sex: women}]}, {id: i2, title: B, source: {system: SSB, code: K1}, measurements: [{date: 2023, value: 2, sex: men}]}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, source: {system: SSB, code: K1}}\n  - {id: i2, title: B, source: {system: SSB, code: K1}} # !\n  - {id: i3, title: C, source: {system: SSB}}\n  - {id: i4, title: D, source: {system: SSB}}",
    ),
)

objective_measured_by_results = Rule(
    code="SDG314",
    level=Level(INFO),
    subject=nodes("Objective"),
    requires=AnyOf(
        (
            Not(Reach(step("measured_by"), nodes("Indicator"))),
            Reach(
                step("measured_by"),
                nodes("Indicator", where("perspective", "!=", "input"), where("perspective", "!=", "activity")),
            ),
        )
    ),
    holds=words(
        "Every objective with indicators of its own has one whose perspective is neither `input` nor `activity`. An indicator without a perspective counts as one of results.",
        "Hvert mål med egne indikatorer har en der perspektivet verken er `input` eller `activity`. En indikator uten perspektiv regnes som en resultatindikator.",
    ),
    message=words(
        "{node} is measured by what goes in or is done, not by what comes of it",
        "{node} måles på innsats eller aktivitet, ikke på hva som kommer ut av det",
    ),
    help=words(
        "Add an indicator of output or of effect on users or society.",
        "Legg til en indikator for resultat eller for virkning for brukere eller samfunn.",
    ),
    why=words(
        "Money and activity can rise while the objective moves away.",
        "Pengebruk og aktivitet kan øke mens målet kommer lenger unna.",
    ),
    at=("indicators",),
    related=step("measured_by"),
    valid=(
        "indicators: [{id: i1, title: A, perspective: input}, {id: i2, title: B, perspective: user_effect}]\nobjectives: [{id: o1, title: C, targets: [3.4], indicators: [i1, i2]}, {id: o2, title: D, targets: [3.4]}]",
    ),
    invalid=(
        "indicators: [{id: i1, title: A, perspective: input}, {id: i2, title: B, perspective: activity}, {id: i3, title: C}]\nobjectives:\n  - {id: o1, title: D, targets: [3.4], indicators: [i1, i2]} # !\n  - {id: o2, title: E, targets: [3.4], indicators: [i1, i3]}",
    ),
)

baseline_is_of_the_whole = Rule(
    code="SDG317",
    level=Level(WARNING),
    subject=nodes("Indicator", where("baseline.region")),
    requires=Compare(
        "baseline.region",
        "!=",
        "organisation.predecessors",
        step(IN_PLAN),
        nodes("Plan", where("organisation.predecessors.count", ">=", 2)),
    ),
    holds=words(
        "Where the organisation is merged from two or more (`predecessors`), no baseline is of the region of one of them alone.",
        "Der organisasjonen er slått sammen av to eller flere (`predecessors`), er ingen nullpunktsmåling bare fra en av dem.",
    ),
    message=words(
        "{node} has its baseline from {region} alone, one of the municipalities that were merged",
        "{node} har nullpunkt bare fra {region}, en av kommunene som ble slått sammen",
    ),
    help=words(
        "Add up the baseline of all predecessors, weighted where it is a share.",
        "Regn sammen nullpunktet for alle de tidligere kommunene, vektet der det er en andel.",
    ),
    why=words(
        "A part is compared with the whole: the change that shows is the merger, not the work.",
        "En del sammenlignes med helheten: endringen som vises, er sammenslåingen, ikke arbeidet.",
    ),
    at=("baseline", "region"),
    shows={"region": "baseline.region"},
    valid=(
        'plan: {id: p, language: en, organisation: {name: New, predecessors: ["0220", "0627"]}}\nindicators: [{id: i1, title: A, baseline: {date: 2019, value: 4}}, {id: i2, title: B, baseline: {date: 2020, value: 4, region: "3025"}}]',
        'plan: {id: p, language: en, organisation: {name: New, predecessors: ["0220"]}}\nindicators: [{id: i1, title: A, baseline: {date: 2019, value: 4, region: "0220"}}]',
    ),
    invalid=(
        'plan: {id: p, language: en, organisation: {name: New, predecessors: ["0220", "0627"]}}\nindicators:\n  - {id: i1, title: A, baseline: {date: 2019, value: 4, region: "0220"}} # !\n  - {id: i2, title: B, baseline: {date: 2019, value: 4, region: "3025"}}',
    ),
)
