"""What status says: the names of results, the arithmetic in sentences, and what was left out and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.base.numbers import decimals_of, number_text
from sdggraph.base.words import Words, fill, pick, same, words
from sdggraph.model.progress import moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.status.records import Aim, IndicatorStatus, LeftOut, Point

__all__ = [
    "ASSUMED",
    "BANDS",
    "LEFT_OUT",
    "REASONS",
    "RESULT_WORDS",
    "aim_text",
    "explanation",
    "left_out_text",
    "result_text",
    "sentences",
    "value_text",
]

RESULT_WORDS: dict[str, Words] = {
    "achieved": words("achieved", "nådd"),
    "on_track": words("on track", "i rute"),
    "lagging": words("lagging", "henger etter"),
    "off": words("off track", "ute av kurs"),
    "not_measured": words("not measured", "ikke målt"),
    "no_data": words("can't be judged", "kan ikke vurderes"),
}

BANDS: dict[str, Words] = {
    "desired": words("desired", "ønsket"),
    "acceptable": words("acceptable", "akseptert"),
    "not_accepted": words("not accepted", "ikke godkjent"),
}

REASONS: dict[str, Words] = {
    "reached": words("The target value is reached.", "Målverdien er nådd."),
    "kept": words("It is kept as it should be.", "Nivået er holdt."),
    "not_kept": words("It is not kept as it should be.", "Nivået er ikke holdt."),
    "bands": words("Judged by its bands alone.", "Vurdert bare etter intervallene for ønsket og akseptert."),
    "no_measurement": words("Nobody has measured it yet.", "Ingen måling ennå."),
    "parts_only": words("Only parts are measured, not the whole.", "Bare deler er målt, ikke helheten."),
    "no_target": words(
        "There is no target value, and no band.", "Målverdi mangler, og det er ingen intervaller å vurdere etter."
    ),
    "monitoring": words("It is followed, without a target value.", "Den følges med på, uten målverdi."),
    "no_baseline": words(
        "There is no baseline to compare with.", "Nullpunktet mangler, så det er ingenting å sammenligne med."
    ),
    "no_date": words("The target value has no date.", "Målverdien mangler dato."),
    "contradiction": words(
        "The direction leads away from the target value, so neither can be held against the other.",
        "Retningen går bort fra målverdien, så målingen kan ikke vurderes.",
    ),
    "tolerance": words(
        "It should stay as it is, but nothing says how far from that is too far: give a range or a desired band.",
        "Nivået skal holdes, men ingenting sier hvor langt unna som er for langt: oppgi et intervall som målverdi, "
        "eller hva som er ønsket.",
    ),
    "words": words("Words are read, not reckoned.", "Ord må leses, de kan ikke regnes på."),
    "not_due": words(
        "Not reached yet, and not due; there is no half way.",
        "Ikke nådd ennå, men fristen er ikke ute. Her finnes ingen mellomting.",
    ),
    "too_late": words("Not reached in time.", "Ikke nådd innen fristen."),
    "path": words("", ""),
}
"""What each result follows from, in a sentence; the arithmetic of the expected path is a sentence of its own."""

LEFT_OUT: dict[str, Words] = {
    "before_baseline": words("measured before the baseline", "målt før nullpunktet"),
    "future": words("later than the date that counts as today", "senere enn datoen som gjelder som i dag"),
    "type": words("not of the indicator's value type", "ikke av indikatorens verditype"),
    "scale": words("off the scale that the unit names", "utenfor skalaen som enheten oppgir"),
    "share": words(
        "looks like a share of 1 where per cent is meant", "ser ut som en andel av 1 der det skal være prosent"
    ),
    "date": words("has no date", "mangler dato"),
    "missing": words("has a value, but is said to be missing", "har en verdi, men er merket som manglende"),
    "twice": words("measured again for the same time", "målt på nytt for samme tid"),
    "baseline_of_part": words(
        "the baseline is of a part, not of the whole", "nullpunktet gjelder en del, ikke helheten"
    ),
    "reference": words("what it is relative to is not known", "verdien som den regnes fra, er ikke kjent"),
    "empty": words("a target value without a value", "en målverdi uten verdi"),
    "upside_down": words("ends before it begins", "slutter før det begynner"),
    "unread": words("could not be understood", "kunne ikke forstås"),
}
"""Why a value could not be used."""

ASSUMED: dict[str, Words] = {
    "provisional": words("The latest figure is provisional.", "Siste tall er foreløpig."),
    "direction_increase": words(
        "The direction is not given: taken as more is better.", "Retningen er ikke oppgitt: regnet som at mer er bedre."
    ),
    "direction_decrease": words(
        "The direction is not given: taken as less is better.",
        "Retningen er ikke oppgitt: regnet som at mindre er bedre.",
    ),
    "direction_maintain": words(
        "The direction is not given: taken as to be kept.",
        "Retningen er ikke oppgitt: regnet som at nivået skal holdes.",
    ),
    "direction_range": words(
        "The direction is not given: taken as to be within the range.",
        "Retningen er ikke oppgitt: regnet som at verdien skal ligge i intervallet.",
    ),
    "period_end": words(
        "The target value has no date: taken as the end of the plan's period.",
        "Målverdien mangler dato: regnet til slutten av planperioden.",
    ),
    "frequency": words("Its frequency was not understood.", "Hyppigheten ble ikke forstått."),
}
"""What was taken for granted."""

_IN_BAND: dict[str, Words] = {
    "desired": words("The value is a desired one.", "Verdien er på ønsket nivå."),
    "acceptable": words("The value is acceptable.", "Verdien er på akseptert nivå."),
    "not_accepted": words("The value is not accepted.", "Verdien er ikke godkjent."),
}
_YES_NO = {"yes": words("yes", "ja"), "no": words("no", "nei")}
_FIELDS = {
    "measurements": words("measurement", "måling"),
    "baseline": words("baseline", "nullpunkt"),
    "target_values": words("target value", "målverdi"),
    "desired": words("desired band", "ønsket intervall"),
    "acceptable": words("acceptable band", "akseptert intervall"),
}
_PATH = words(
    "From {start} in {from} to {goal}: expected {expected} in {when}, measured {measured}.",
    "Fra {start} i {from} til {goal}: ventet {expected} i {when}, målt {measured}.",
)
_NO_PATH = words(
    "Measured {measured} in {when}; the target value is {goal}.", "Målt {measured} i {when}; målverdien er {goal}."
)
_MEASURED = words("Measured {measured} in {when}.", "Målt {measured} i {when}.")
_AIM_ONLY = words("The target value is {goal}.", "Målverdien er {goal}.")
_BASELINE_ONLY = words("The baseline is {start} in {from}.", "Nullpunktet er {start} i {from}.")
_SHARE = words(
    "{share} % of the change expected by then has come about.", "{share} % av endringen som var ventet til da, er nådd."
)
_WRONG_WAY = words("It has gone the wrong way since the baseline.", "Den har gått feil vei siden nullpunktet.")
_UNMOVED = words("It has not moved since the baseline.", "Den har stått stille siden nullpunktet.")
_OVERDUE = words(
    "No measurement in its frequency ({frequency}): the last is of {when}.",
    "Ikke målt så ofte som den skal ({frequency}): siste måling er fra {when}.",
)
_MISSING = words("Missing: {when}.", "Mangler: {when}.")
_LEFT = words("Left out: {what}, because: {why}.", "Utelatt: {what}, fordi: {why}.")


def result_text(result: str, lang: str) -> str:
    """Name a result: on track, i rute."""
    return pick(RESULT_WORDS[result], lang)


def value_text(value: Decimal | str | None, lang: str, unit: str = "", decimals: int | None = None) -> str:
    """Write a value with its unit as the language does: 81,3 %, ja."""
    if value is None:
        return ""
    if isinstance(value, str):
        return pick(_YES_NO[value], lang) if value in _YES_NO else value
    text = number_text(value, lang, decimals)
    return f"{text}\N{NO-BREAK SPACE}{unit}" if unit else text


def _decimals(one: IndicatorStatus, value: Decimal) -> int:
    """Give how many decimals to show: as many as the figures have, one at least; none of great numbers."""
    if abs(value) >= 1000:
        return 0
    given = [one.baseline.value] if one.baseline else []
    numbers = [value for value in (*given, *(point.value for point in one.points)) if isinstance(value, Decimal)]
    return max([1, *(min(decimals_of(number), 4) for number in numbers)])


def expected_text(one: IndicatorStatus, lang: str, unit: str = "") -> str:
    """Write what was expected; empty if nothing was."""
    if one.expected is None:
        return ""
    return value_text(one.expected, lang, unit, _decimals(one, one.expected))


def aim_text(one: IndicatorStatus, aim: Aim, lang: str, unit: str = "", *, brief: bool = False) -> str:
    """Write a target value: 90 %, from 1.75 to 3 % with a dash, at least 88 %, ja."""
    if aim.ends is None:
        return value_text(aim.word, lang)
    low, high = aim.ends
    if low is None and high is None:
        return pick(words("any value", "hvilken som helst verdi"), lang)
    if low is None or high is None:
        end = high if low is None else low
        least = words("at most", "høyst") if low is None else words("at least", "minst")
        if brief:
            least = same("≤" if low is None else "≥")
        return f"{pick(least, lang)} {value_text(end, lang, unit)}"
    if low == high:
        return value_text(low, lang, unit, None if aim.change is None else _decimals(one, low))
    return f"{value_text(low, lang)}\N{EN DASH}{value_text(high, lang, unit)}"


def left_out_text(one: LeftOut, lang: str) -> str:
    """Say what was left out and why, with its place if it is known."""
    named = pick(_FIELDS.get(one.field, words(one.field, one.field)), lang)
    said = _as_written(one.said, lang)
    what = " ".join(part for part in (named, one.date or "", f"({said})" if said else "") if part)
    text = fill(pick(_LEFT, lang), {"what": what, "why": pick(LEFT_OUT[one.reason], lang)})
    return f"{text} {one.place}" if one.place is not None else text


def _as_written(said: str | None, lang: str) -> str:
    try:
        return number_text(Decimal(said or ""), lang)
    except ArithmeticError:
        return said or ""


def explanation(one: IndicatorStatus, lang: str) -> str:
    """Say in words how an indicator's result comes about."""
    return " ".join(sentences(one, lang))


def sentences(one: IndicatorStatus, lang: str, *, left_out: bool = True) -> Iterator[str]:
    """Give the sentences of the explanation: the arithmetic, the result's reason, what was assumed and left out."""
    yield from _arithmetic(one, lang)
    reason = pick(REASONS[one.reason], lang)
    if reason:
        yield reason
    if one.reason == "path":
        yield from _how_far(one, lang)
    if one.band is not None:
        yield pick(_IN_BAND[one.band], lang)
    yield from _around(one, lang)
    for left in one.left_out if left_out else ():
        yield left_out_text(left, lang)


def _arithmetic(one: IndicatorStatus, lang: str) -> Iterator[str]:
    """Give the sentence with the figures; a unit is said with the first of them only, unless it is per cent."""
    unit = "" if one.indicator.value_type == "scale" else one.unit(lang)
    after = unit if unit == "%" else ""
    latest, start = one.latest, one.baseline
    on_path = one.expected is not None and start is not None
    values = {
        "goal": _goals(one, lang, after if on_path else unit),
        "measured": value_text(latest.value, lang, after if on_path else unit) if latest else "",
        "when": latest.date if latest else "",
        "expected": expected_text(one, lang, after),
        "start": value_text(start.value, lang, unit) if start else "",
        "from": start.date if start else "",
    }
    if latest is None:
        if start is not None:
            yield fill(pick(_BASELINE_ONLY, lang), values)
        if values["goal"]:
            yield fill(pick(_AIM_ONLY, lang), values)
        return
    form = _PATH if on_path else _NO_PATH if values["goal"] else _MEASURED
    yield fill(pick(form, lang), values)


def _goals(one: IndicatorStatus, lang: str, unit: str) -> str:
    """Write the target values in their order: 11 % in 2027 and 9.5 % in 2032."""
    pieces = []
    for aim in one.aims:
        text = aim_text(one, aim, lang, unit)
        if aim.change is not None and aim.reference is not None:
            change = value_text(aim.change, lang, "%")
            reference = value_text(aim.reference, lang)
            text += f" ({change} {pick(words('of', 'av'), lang)} {reference})"
        pieces.append(f"{text} {pick(words('in', 'i'), lang)} {aim.date}" if aim.date else text)
    joint = pick(words(" and ", " og "), lang)
    return joint.join([", ".join(pieces[:-1]), pieces[-1]]) if len(pieces) > 1 else "".join(pieces)


def _how_far(one: IndicatorStatus, lang: str) -> Iterator[str]:
    if one.share is None or one.result not in ("lagging", "off"):
        return
    if one.share < 0:
        yield pick(_WRONG_WAY, lang)
    elif one.share == 0:
        yield pick(_UNMOVED, lang)
    else:
        yield fill(pick(_SHARE, lang), {"share": number_text(100 * one.share, lang, 0)})


def _around(one: IndicatorStatus, lang: str) -> Iterator[str]:
    """Say what is provisional, assumed, missing or late."""
    for key in one.assumed:
        yield pick(ASSUMED[key], lang)
    latest: Point | None = one.latest or one.baseline
    since = moment(latest.date.end) if latest else None
    gone = [date for date in one.missing if since is None or moment(date.end) > since]
    if gone:
        yield fill(pick(_MISSING, lang), {"when": ", ".join(gone)})
    if one.overdue and latest is not None:
        frequency = pick(_FREQUENCIES.get(one.indicator.frequency or "", {}), lang) or one.indicator.frequency
        yield fill(pick(_OVERDUE, lang), {"frequency": frequency, "when": latest.date})


_FREQUENCIES: dict[str, Words] = {
    "weekly": words("weekly", "ukentlig"),
    "monthly": words("monthly", "månedlig"),
    "quarterly": words("quarterly", "kvartalsvis"),
    "half-yearly": words("half-yearly", "halvårlig"),
    "yearly": words("yearly", "årlig"),
}
