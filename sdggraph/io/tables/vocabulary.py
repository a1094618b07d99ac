"""What the headings of municipalities' tables mean, in bokmål, nynorsk and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from sdggraph.catalogue.plain import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Column", "Group", "Meaning", "columns", "folded", "forms_of", "meaning_of", "phrases"]

Column: TypeAlias = Literal[
    "goal",
    "target",
    "codes",
    "significance",
    "opportunities",
    "challenges",
    "area",
    "objective",
    "sub_objective",
    "strategy",
    "action",
    "indicator",
    "stakeholders",
    "owner",
    "start",
    "due",
    "status",
    "partners",
    "number",
    "id",
    "description",
    "notes",
    "accepted",
    "ids",
    "unit",
    "baseline",
    "target_value",
    "source",
    "budget",
    "budget_type",
    "owner_due",
]
"""What a column of a method table or a flat list holds."""

Group: TypeAlias = Literal["services", "community", "organisation", "preconditions"]
"""What a heading over several columns says of them: the track, or that they are preconditions."""

_HEADINGS: dict[str, dict[str, str]] = {
    "goal": {
        "nb": "globalt mål|globale mål|bærekraftsmål|FNs bærekraftsmål|FN-mål|FN-målene|hovedmål fra FN|SDG-mål|"
        "bærekraftmål|bærekraftsmålene|FNs mål|FNs bærekraftsmål nr",
        "nn": "berekraftsmål|FN sine berekraftsmål|berekraftsmåla|FN-måla",
        "en": "goal|goals|global goal|global goals|SDG|SDGs|SDG goal|SDG goals|UN goal|UN goals|"
        "sustainable development goal|sustainable development goals",
    },
    "target": {
        "nb": "globalt delmål|globale delmål|delmål|FN-delmål|delmålene|FNs delmål|delmål fra FN",
        "nn": "delmåla",
        "en": "target|targets|global target|global targets|SDG target|SDG targets|UN target|UN targets|sub-target",
    },
    "codes": {
        "nb": "bærekraftsmål og delmål|FN-mål og delmål|mål og delmål fra FN|bærekraftsmål/delmål|FN-mål/delmål|koder|"
        "bærekraftskode|bærekraft|kobling til bærekraftsmål|SDG-kode",
        "nn": "berekraftsmål og delmål|berekraft",
        "en": "goals and targets|SDG code|SDG codes|SDG goals and targets|SDG link",
    },
    "significance": {
        "nb": "kommunal betydning|betydning|betydning for kommunen|kommunens betydning|lokal betydning|"
        "hva det betyr for oss",
        "nn": "kommunal betyding|betyding|betyding for kommunen|lokal betyding|kommunal tyding",
        "en": "municipal significance|significance|local significance|why it matters|meaning for the municipality",
    },
    "opportunities": {
        "nb": "muligheter|mulighet|lokale muligheter",
        "nn": "moglegheiter|moglegheit|lokale moglegheiter|muligheiter",
        "en": "opportunities|opportunity|local opportunities",
    },
    "challenges": {
        "nb": "utfordringer|utfordring|lokale utfordringer",
        "nn": "utfordringar|lokale utfordringar",
        "en": "challenges|challenge|local challenges",
    },
    "area": {
        "nb": "område|målområde|satsingsområde|innsatsområde|temaområde|tema|fokusområde|hovedsatsingsområde|"
        "satsing|kategori",
        "nn": "hovudsatsingsområde|satsingsområde",
        "en": "area|target area|focus area|theme|priority area|category",
    },
    "objective": {
        "nb": "mål|lokalt mål|lokale mål|kommunalt mål|kommunens mål|målsetting|langsiktig mål|hovedmål|resultatmål|"
        "ambisjon|kommunale mål|hva vil vi oppnå|hva vi vil oppnå|dette vil vi oppnå|hva skal vi oppnå|ønsket tilstand",
        "nn": "lokalt mål|målsetjing|hovudmål|kommunen sine mål|kva vil vi oppnå|kva vi vil oppnå|dette vil vi oppnå",
        "en": "objective|objectives|local goal|local goals|local objective|municipal goal|municipal objective|aim|aims",
    },
    "sub_objective": {
        "nb": "undermål|lokalt delmål|kommunalt delmål|kommunens delmål|underordnet mål",
        "nn": "lokalt delmål|undermål",
        "en": "sub-objective|sub-objectives|local target|municipal target",
    },
    "strategy": {
        "nb": "strategi|strategier|lokal strategi|strategisk grep|slik gjør vi det|hvordan|hvordan gjør vi det|"
        "hvordan skal vi få det til|slik vil vi gjøre det|veien dit",
        "nn": "strategiar|korleis|slik gjer vi det|korleis gjer vi det|vegen dit",
        "en": "strategy|strategies|local strategy",
    },
    "action": {
        "nb": "tiltak|tiltakene|oppdrag|oppgave|oppgaver|handling|aktivitet|aktiviteter|hva skal vi gjøre|hva gjør vi",
        "nn": "oppgåve|oppgåver|aktivitetar|tiltaka|kva skal vi gjere|kva gjer vi",
        "en": "action|actions|measure|measures|task|tasks|activity|activities",
    },
    "indicator": {
        "nb": "indikator|indikatorer|måleindikator|måleindikatorer|måling|måles ved|slik måler vi|resultatindikator|"
        "hvordan måler vi det|hvordan måles det|slik måler vi det|hvordan vet vi at vi lykkes",
        "nn": "indikatorar|måleindikatorar|korleis måler vi det|slik måler vi det",
        "en": "indicator|indicators|KPI|KPIs|measured by",
    },
    "stakeholders": {
        "nb": "interesser|interessenter|interessent|målgruppe|målgrupper|berørte",
        "nn": "interessentar",
        "en": "interests|stakeholders|stakeholder|target group|target groups|interested parties",
    },
    "owner": {
        "nb": "ansvar|ansvarlig|ansvarlige|ansvarlig enhet|eier|hovedansvar|ansvarlig virksomhet|hvem|"
        "hvem har ansvar|hvem gjør det",
        "nn": "ansvarleg|ansvarlege|ansvarleg eining|eigar|hovudansvar|kven",
        "en": "owner|responsible|responsibility|responsible unit|lead",
    },
    "start": {
        "nb": "start|oppstart|fra|startdato|startår",
        "nn": "frå",
        "en": "start|from|start date|begins",
    },
    "due": {
        "nb": "frist|tidsfrist|når|ferdig|slutt|sluttdato|gjennomføringsfrist|innen|tidsplan|periode|tidspunkt",
        "nn": "når|innan",
        "en": "due|deadline|due date|end|by|end date|when|period",
    },
    "status": {"nb": "status|framdrift|fremdrift", "nn": "status", "en": "status|progress"},
    "partners": {
        "nb": "samarbeid|samarbeidspartnere|partnere|samarbeidspartner|medvirkende|bidragsytere",
        "nn": "samarbeidspartnarar|partnarar",
        "en": "partners|partner|collaboration|together with",
    },
    "number": {"nb": "nr|nummer|løpenummer|pkt|punkt", "nn": "nr|nummer", "en": "no|number|#|num"},
    "id": {"nb": "id", "nn": "id", "en": "id|identifier"},
    "description": {
        "nb": "beskrivelse|forklaring|utdyping|utfyllende",
        "nn": "omtale|skildring",
        "en": "description|explanation|details",
    },
    "notes": {
        "nb": "merknad|merknader|kommentar|kommentarer|notat|notater|anmerkning",
        "nn": "kommentarar|merknader",
        "en": "note|notes|comment|comments|remark|remarks",
    },
    "accepted": {
        "nb": "godtatte funn|godtatt funn|unntak fra regler",
        "nn": "godtekne funn|unntak frå reglar",
        "en": "ignore|accepted findings|accepted finding",
    },
    "unit": {
        "nb": "enhet|måleenhet|benevning|benevnelse",
        "nn": "eining|måleeining|nemning",
        "en": "unit|unit of measurement|unit of measure",
    },
    "baseline": {
        "nb": "nullpunkt|nullpunktsmåling|utgangspunkt|utgangsverdi|nåverdi|dagens nivå|startverdi|nåsituasjon|"
        "siste måling",
        "nn": "nullpunkt|nullpunktsmåling|utgangspunkt|noverdi|dagens nivå|siste måling",
        "en": "baseline|baseline value|starting point|current value|zero point",
    },
    "target_value": {
        "nb": "målverdi|måltall|målverdier|ønsket resultat|resultatkrav|ønsket nivå|måltall for perioden",
        "nn": "målverdi|måltal|ønskt resultat|ønskt nivå",
        "en": "target value|target values|desired value|desired result",
    },
    "source": {
        "nb": "kilde|kilder|datakilde|datakilder|kilde for data",
        "nn": "kjelde|kjelder|datakjelde",
        "en": "source|sources|data source|data sources",
    },
    "budget": {
        "nb": "budsjett|driftsbudsjett|investeringsbudsjett|drift|investering|investeringer|kostnad|kostnader|"
        "økonomiplan|kostnadsramme|beløp|driftskostnad|investeringskostnad",
        "nn": "investeringar|kostnadar|kostnadsramme",
        "en": "budget|operating budget|investment budget|investment|investments|operating|cost|costs|amount",
    },
    "budget_type": {
        "nb": "drift/investering|drift eller investering|investering/drift|D/I|budsjettype",
        "nn": "drift/investering|drift eller investering",
        "en": "operating/investment|operating or investment|budget type",
    },
    "owner_due": {
        "nb": "ansvar/frist|ansvar og frist|ansvarlig/frist|ansvarlig og frist|frist/ansvar|frist og ansvar|hvem/når|"
        "hvem og når|ansvar og tid|ansvarlig/tidsfrist",
        "nn": "ansvarleg/frist|ansvarleg og frist|kven/når|kven og når",
        "en": "owner/due|responsible/deadline|responsible and deadline|owner and deadline|who/when|who and when",
    },
    "ids": {"nb": "sdggraph-id", "nn": "sdggraph-id", "en": "sdggraph-id|sdggraph id"},
}

_GROUPS: dict[str, dict[str, str]] = {
    "services": {
        "nb": "tjenesteutvikling|tjenester|tjenesteproduksjon|tjenesteyting",
        "nn": "tenesteutvikling|tenester|tenesteyting|tenesteproduksjon",
        "en": "service development|services|development of services",
    },
    "community": {
        "nb": "samfunnsutvikling|samfunn|samfunnsutviklingen",
        "nn": "samfunnsutvikling|samfunn",
        "en": "community development|community|development of the community",
    },
    "organisation": {
        "nb": "organisasjonsutvikling|organisasjon|kommunen som organisasjon|organisasjonen",
        "nn": "organisasjonsutvikling|organisasjon",
        "en": "organisation|organisational development|organization|the organisation|organizational development",
    },
    "preconditions": {
        "nb": "lokale forutsetninger|forutsetninger",
        "nn": "lokale føresetnader|føresetnader|lokale føresetnadar",
        "en": "local preconditions|preconditions|local conditions|conditions",
    },
}

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARENTHESES = re.compile(r"[(\[].*?[)\]]")
_OTHER = re.compile(r"[^a-z0-9#]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means: a column or a group, the languages in which it is said so, and how it is spelt."""

    column: Column | None
    group: Group | None
    languages: frozenset[str]
    said: str


def folded(heading: str) -> str:
    """Give a heading in the form in which two are compared: small letters, no accents, single spaces."""
    return _OTHER.sub(" ", fold(heading)).strip()


def meaning_of(heading: str) -> Meaning | None:
    """Give what a heading means; what stands in brackets, or after a colon or line break, is an explanation.

    A year beside it is that of what stands below: *Nullpunkt 2019*.
    """
    if not heading or len(heading) > 200:
        return None
    known = phrases()
    return next((known[form] for form in forms_of(heading) if form in known), None)


def forms_of(heading: str) -> Iterator[str]:
    """Give a heading folded: whole, without brackets, without a year, without both, and up to a colon or bracket."""
    yield folded(heading)
    yield folded(_PARENTHESES.sub(" ", heading))
    yield folded(_YEAR.sub(" ", heading))
    yield folded(_YEAR.sub(" ", _PARENTHESES.sub(" ", heading)))
    yield folded(re.split(r"[:\n\r(\[]", heading.strip(), maxsplit=1)[0])


def columns() -> tuple[Column, ...]:
    """Give the names of all columns."""
    return get_args(Column)


@cache
def phrases() -> dict[str, Meaning]:
    """Give every known heading, folded, with what it means."""
    found: dict[str, Meaning] = {}
    for table, is_group in ((_HEADINGS, False), (_GROUPS, True)):
        for name, by_language in table.items():
            for language, listed in by_language.items():
                for phrase in listed.split("|"):
                    _learn(found, phrase, name, language, is_group=is_group)
    return found


def _learn(found: dict[str, Meaning], said: str, name: str, language: str, *, is_group: bool) -> None:
    phrase = folded(said)
    known = found.get(phrase)
    languages = frozenset({language, *(known.languages if known else ())})
    if is_group:
        column: Column | None = known.column if known else None
        group: Group | None = next(one for one in get_args(Group) if one == name)
    else:
        column = next(one for one in get_args(Column) if one == name)
        group = known.group if known else None
    if known is not None and not is_group and known.column not in (None, column):
        raise ValueError(f"the heading {phrase!r} means both {known.column} and {name}")
    found[phrase] = Meaning(column, group, languages, known.said if known else said)
