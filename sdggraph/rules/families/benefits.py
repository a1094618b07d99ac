"""Family 6, benefits: whether what is gained has an owner, a beginning and a source."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import AllOf, AnyOf, Chain, Compare, Has, Not, Reach, Star, nodes, step, where
from sdggraph.rules.rule import INFO, OFF, WARNING, Follows, Gathering, Level, Rule

_SOURCES = Chain((step("results_from"), Star(step("results_from"))))
_MEASURED = Reach(step("measured_by"), nodes("Indicator"))

benefit_has_owner = Rule(
    code="SDG601",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=Has(where("owner")),
    gathering=Gathering(
        1.0,
        words("none of the {count} benefits has an owner", "ingen av de {count} gevinstene har eier"),
    ),
    holds=words(
        "Every benefit has an owner. Where none has (three or more), one info stands for all.",
        "Hver gevinst har en eier. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no owner", "{node} mangler eier"),
    help=words("Name the unit that answers for it under `owner`.", "Oppgi enheten som har ansvaret, under `owner`."),
    why=words(
        "A benefit that nobody owns is planned and never collected.",
        "En gevinst ingen eier, blir planlagt og aldri hentet ut.",
    ),
    at=("owner",),
    valid=("units: [{id: u1, title: U}]\nbenefits: [{id: b1, title: A, owner: u1}]",),
    invalid=("units: [{id: u1, title: U}]\nbenefits:\n  - {id: b1, title: A, owner: u1}\n  - {id: b2, title: B} # !",),
)

benefit_has_baseline = Rule(
    code="SDG602",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=AnyOf((Not(_MEASURED), Reach(step("measured_by"), nodes("Indicator", where("baseline.date"))))),
    follows=(Follows(("SDG302",), step("measured_by")),),
    holds=words(
        "Every benefit that is measured is measured by an indicator with a baseline, measured or planned. One that isn't measured at all is left to SDG604; where the indicator's missing baseline is found too (SDG302), this follows from it.",
        "Hver gevinst som måles, har en indikator med nullpunkt, målt eller planlagt. En som ikke måles i det hele tatt, hører under SDG604; der indikatorens manglende nullpunkt også meldes (SDG302), følger dette av det.",
    ),
    message=words("{node} has no zero-point behind it", "{node} måles uten nullpunkt"),
    help=words("Give its indicator a `baseline`.", "Legg til `baseline` på indikatoren."),
    why=words(
        "A gain is a difference: without the point before nobody can say how large it was.",
        "En gevinst er en forskjell: uten nullpunktet kan ingen si hvor stor den ble.",
    ),
    at=("indicators",),
    related=step("measured_by"),
    valid=(
        "indicators: [{id: i1, title: A, role: monitoring, baseline: {date: 2019, value: 4}}]\nbenefits: [{id: b1, title: A, indicators: [i1]}, {id: b2, title: B}]",
    ),
    invalid=(
        "indicators: [{id: i1, title: A, baseline: {date: 2019}}, {id: i2, title: B, role: monitoring}]\nbenefits:\n  - {id: b1, title: A, indicators: [i1, i2]}\n  - {id: b2, title: B, indicators: [i2]} # !",
    ),
)

benefit_has_due_date = Rule(
    code="SDG603",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=Has(where("due")),
    gathering=Gathering(
        1.0,
        words("none of the {count} benefits has a due date", "ingen av de {count} gevinstene har frist"),
    ),
    holds=words(
        "Every benefit has a date by which it is due. Where none has (three or more), one info stands for all.",
        "Hver gevinst har en dato den skal være hentet ut innen. Der ingen har det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no due date", "{node} mangler frist"),
    help=words("Add `due: 2030`.", "Legg til `due: 2030`."),
    why=words(
        "A benefit that is never due is never missed.",
        "En gevinst som aldri forfaller, blir heller aldri savnet.",
    ),
    at=("due",),
    valid=("benefits: [{id: b1, title: A, due: 2030}]",),
    invalid=("benefits:\n  - {id: b1, title: A, due: 2030}\n  - {id: b2, title: B} # !",),
)

benefit_is_measured = Rule(
    code="SDG604",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=_MEASURED,
    gathering=Gathering(
        1.0,
        words("none of the {count} benefits is measured", "ingen av de {count} gevinstene måles"),
    ),
    holds=words(
        "Every benefit is measured by a municipal indicator of its own. Where none is (three or more), one info stands for all.",
        "Hver gevinst måles av en egen kommunal indikator. Der ingen gjør det (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} is measured by nothing", "{node} måles ikke av noe"),
    help=words("Name an indicator under `indicators`.", "Oppgi en indikator under `indicators`."),
    why=words("Nobody will know whether it was realised.", "Ingen vil vite om den ble hentet ut."),
    at=("indicators",),
    valid=("indicators: [{id: i1, title: A}]\nbenefits: [{id: b1, title: A, indicators: [i1]}]",),
    invalid=(
        "indicators: [{id: i1, title: A}]\nbenefits:\n  - {id: b1, title: A, indicators: [i1]}\n  - {id: b2, title: B} # !",
    ),
)

benefit_results_from_something = Rule(
    code="SDG605",
    level=Level(WARNING),
    subject=nodes("Benefit"),
    requires=Reach(_SOURCES, nodes("Strategy Action")),
    holds=words(
        "Every benefit results from a strategy or an action, directly or through other benefits.",
        "Hver gevinst følger av en strategi eller et tiltak, direkte eller gjennom andre gevinster.",
    ),
    message=words("{node} results from nothing", "{node} følger ikke av noe"),
    help=words(
        "Name what it comes from under `strategies`, `actions` or `benefits`.",
        "Oppgi hva den kommer av, under `strategies`, `actions` eller `benefits`.",
    ),
    why=words("A gain without a cause is a hope in a table.", "En gevinst uten årsak er et håp i en tabell."),
    valid=(
        "strategies: [{id: s1, title: S, goals: [3]}]\nbenefits: [{id: b1, title: A, strategies: [s1]}, {id: b2, title: B, benefits: [b1]}]",
    ),
    invalid=(
        "strategies: [{id: s1, title: S, goals: [3]}]\nbenefits:\n  - {id: b1, title: A, strategies: [s1]}\n  - {id: b2, title: B} # !",
    ),
)

benefit_due_after_its_sources = Rule(
    code="SDG606",
    level=Level(OFF),
    subject=nodes("Benefit", where("due")),
    requires=AllOf(
        (
            Compare("due", ">=", "period.end", _SOURCES, nodes("Action")),
            Compare("due", ">=", "due", step("results_from"), nodes("Benefit")),
        )
    ),
    holds=words(
        "No benefit is due before the end of an action that it results from, through other benefits too, nor before a benefit that it results from. Within one and the same year either may come first.",
        "Ingen gevinst har frist før slutten på et tiltak den følger av, også gjennom andre gevinster, eller før fristen for en gevinst den følger av. Innenfor ett og samme år kan begge komme først.",
    ),
    message=words(
        "{node} is due in {due}, before what it results from is done",
        "{node} har frist i {due}, før det den følger av, er ferdig",
    ),
    help=words("Move `due`, or correct what it results from.", "Flytt `due`, eller rett det den følger av."),
    why=words("What isn't done yet has given nothing yet.", "Det som ikke er gjort, har ikke gitt noe ennå."),
    at=("due",),
    related=step("results_from"),
    shows={"due": "due"},
    valid=(
        "actions: [{id: a1, title: A, period: {end: 2026-06}}]\nbenefits: [{id: b1, title: B, actions: [a1], due: 2026}, {id: b2, title: C, benefits: [b1], due: 2027}]",
    ),
    invalid=(
        "actions: [{id: a1, title: A, period: {end: 2027}}]\nbenefits:\n  - {id: b1, title: B, actions: [a1], due: 2026} # !\n  - {id: b2, title: C, benefits: [b1], due: 2028}\n  - {id: b3, title: D, benefits: [b2], due: 2027} # !",
    ),
)

priced_benefit_has_amount = Rule(
    code="SDG607",
    level=Level(INFO),
    subject=nodes("Benefit", where("kind", "=", "priced")),
    requires=AnyOf((Has(where("values.planned")), Has(where("values.realised")))),
    holds=words(
        "Every benefit of kind `priced` has an amount, planned or realised, in some year.",
        "Hver gevinst av typen `priced` har et beløp, planlagt eller realisert, i et år.",
    ),
    message=words("{node} is priced, but has no amount", "{node} er prissatt, men mangler beløp"),
    help=words(
        "Add `values: [{year: 2027, planned: …}]`, or call it `non_priced`.",
        "Legg til `values: [{year: 2027, planned: …}]`, eller kall den `non_priced`.",
    ),
    why=words("A price without a number can't be added up.", "En pris uten tall kan ikke legges sammen."),
    at=("values",),
    valid=(
        "benefits: [{id: b1, title: A, kind: priced, values: [{year: 2027, planned: 0}]}, {id: b2, title: B, kind: non_priced}]",
    ),
    invalid=(
        "benefits:\n  - {id: b1, title: A, kind: priced, values: [{year: 2027, planned: 100000}]}\n  - {id: b2, title: B, kind: priced, values: [{year: 2027}]} # !",
    ),
)
