"""What sheets and columns of the workbook are called, in English and bokmål."""

from __future__ import annotations

from functools import cache

from sdggraph.base.words import Words, words
from sdggraph.io.tables.vocabulary import folded

__all__ = ["called", "keys_called", "sheet_called", "sheet_title"]

_SHEETS: dict[str, Words] = {
    "plan": words("Plan", "Plan"),
    "follows_up": words("Follows up", "Følger opp"),
    "numbers": words("Municipality numbers", "Kommunenumre"),
    "tracks": words("Tracks", "Spor"),
    "goals": words("Goals", "Bærekraftsmål"),
    "commitments": words("Commitments", "Forpliktelser"),
    "targets": words("Targets", "Delmål"),
    "preconditions": words("Preconditions", "Forutsetninger"),
    "areas": words("Areas", "Områder"),
    "objectives": words("Objectives", "Mål"),
    "strategies": words("Strategies", "Strategier"),
    "claims": words("Claims", "Bidrag"),
    "actions": words("Actions", "Tiltak"),
    "budget": words("Budget", "Budsjett"),
    "indicators": words("Indicators", "Indikatorer"),
    "target_values": words("Target values", "Målverdier"),
    "bands": words("Bands", "Resultatområder"),
    "measurements": words("Measurements", "Målinger"),
    "benefits": words("Benefits", "Gevinster"),
    "benefit_values": words("Benefit values", "Gevinstverdier"),
    "stakeholders": words("Stakeholders", "Interessenter"),
    "units": words("Units", "Enheter"),
    "engagements": words("Engagements", "Medvirkning"),
    "interactions": words("Interactions", "Samspill"),
    "lists": words("Lists", "Lister"),
}

_NB = {
    "acceptable": "akseptabelt",
    "actions": "tiltak",
    "adopted": "vedtatt",
    "age": "alder",
    "amount": "beløp",
    "areas": "områder",
    "base_iri": "base-IRI",
    "baseline": "nullpunkt",
    "baseline_year": "nullpunktsår",
    "basis": "hvem som sier det",
    "benefits": "gevinster",
    "budget": "budsjett",
    "case": "sak",
    "challenges": "utfordringer",
    "code": "kode",
    "date": "dato",
    "description": "beskrivelse",
    "desired": "ønsket",
    "dimensions": "dimensjoner",
    "direction": "retning",
    "district": "delområde",
    "document": "dokument",
    "due": "frist",
    "effect": "virkning",
    "end": "slutt",
    "evidence": "grunnlag",
    "field": "felt",
    "file": "fil",
    "frequency": "hyppighet",
    "from": "fra",
    "global": "FN-indikatorer",
    "goals": "bærekraftsmål",
    "groups": "grupper",
    "high": "til og med",
    "id": "id",
    "impact": "kommunens påvirkning",
    "indicators": "indikatorer",
    "informs": "ga innspill til",
    "iri": "IRI",
    "kind": "type",
    "language": "språk",
    "languages": "alle språk",
    "low": "fra og med",
    "measurements": "målefiler",
    "mitigates": "demper",
    "name": "navn",
    "national_goals": "nasjonale mål",
    "note": "merknad",
    "notes": "notater",
    "number": "nummer",
    "objectives": "mål",
    "of": "gjelder",
    "opportunities": "muligheter",
    "organisation": "kommune",
    "outcome": "hva som kom ut av det",
    "owner": "ansvarlig",
    "page": "side",
    "part_of": "del av",
    "participants": "deltakere",
    "partners": "samarbeidspartnere",
    "period": "periode",
    "perspective": "perspektiv",
    "plan": "plan",
    "planned": "planlagt",
    "predecessors": "tidligere kommunenumre",
    "profile": "profil",
    "quality": "kvalitet",
    "range": "intervall",
    "realised": "realisert",
    "region": "region",
    "relative_to": "målt mot",
    "replaces": "erstatter",
    "role": "rolle",
    "score": "styrke",
    "sex": "kjønn",
    "short": "kortform",
    "significance": "kommunal betydning",
    "source": "kilde",
    "stakeholders": "interessenter",
    "start": "start",
    "status": "status",
    "strategies": "strategier",
    "system": "system",
    "table": "tabell",
    "target": "virker på",
    "targets": "delmål",
    "text": "tekst",
    "title": "tittel",
    "to": "til",
    "tracks": "spor",
    "type": "slag",
    "unit": "enhet",
    "url": "lenke",
    "use": "bruker filene",
    "value": "verdi",
    "value_type": "verditype",
    "why": "begrunnelse",
    "year": "år",
    "materiality": "vesentlighet",
}


def sheet_title(name: str, lang: str) -> str:
    """Give a sheet's title in a language."""
    said = _SHEETS[name]
    return said["nb"] if lang in ("nb", "nn", "no") else said["en"]


@cache
def _sheets() -> dict[str, str]:
    return {folded(title): name for name, said in _SHEETS.items() for title in (name, *said.values())}


def sheet_called(title: str) -> str | None:
    """Give the sheet that has a title, in either language."""
    return _sheets().get(folded(title))


def called(path: tuple[str, ...], lang: str) -> str:
    """Give a column's heading: the words for its key, with a point between a part and what it is part of."""
    norwegian = lang in ("nb", "nn", "no")
    return ".".join(_NB[key] if norwegian else key.replace("_", " ") for key in path)


@cache
def _keys() -> dict[str, str]:
    return {folded(said): key for key, said in _NB.items()}


def keys_called(text: str) -> tuple[str, ...]:
    """Give the keys that a word may stand for: the key itself or its English words, then the Norwegian ones."""
    wanted = folded(text)
    english = wanted.replace(" ", "_")
    return tuple(dict.fromkeys((english, _keys().get(wanted, english))))
