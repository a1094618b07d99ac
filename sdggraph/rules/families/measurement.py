"""Family 3, measurement: whether an indicator can show what happened."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import Has, nodes, where
from sdggraph.rules.rule import WARNING, Gathering, Level, Rule

indicator_has_unit = Rule(
    code="SDG301",
    level=Level(WARNING),
    subject=nodes("Indicator", where("value_type", "=", "number")),
    requires=Has(where("unit")),
    holds=words(
        "Every indicator whose values are numbers has a unit.",
        "Hver indikator med tallverdier har en enhet.",
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
        "Every steering indicator has a baseline, measured or planned (a date without a value).",
        "Hver styringsindikator har et nullpunkt, målt eller planlagt (en dato uten verdi).",
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
    invalid=(
        "indicators:\n  - {id: i1, title: A, baseline: {date: 2019, value: 4}}\n  - {id: i2, title: B} # !",
    ),
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
    holds=words("Every steering indicator has a target value.", "Hver styringsindikator har en målverdi."),
    message=words("{node} has no target value", "{node} mangler målverdi"),
    help=words(
        "Add `target_values: [{date: 2030, value: …}]`, or `role: monitoring` if it only watches.",
        "Legg til `target_values: [{date: 2030, value: …}]`, eller `role: monitoring` hvis den bare følger med.",
    ),
    why=words(
        "Who names no value can't say whether the goal was reached.",
        "Den som ikke nevner noen verdi, kan ikke si om målet er nådd.",
    ),
    at=("target_values",),
    valid=(
        "indicators: [{id: i1, title: A, target_values: [{date: 2030, value: 90}]}, {id: i2, title: B, role: monitoring}]",
    ),
    invalid=(
        "indicators:\n  - {id: i1, title: A, target_value: {date: 2030, value: 90}}\n  - {id: i2, title: B} # !",
    ),
)
