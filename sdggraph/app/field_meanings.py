"""What each field of the plan file is for, in one phrase; references are described by the relation table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import words

if TYPE_CHECKING:
    from sdggraph.base.words import Words

__all__ = ["MEANINGS", "meaning", "own_meaning"]

MEANINGS: dict[str, Words] = {
    "id": words("the name by which others refer to it", "navnet som andre viser til den med"),
    "title": words("what it is called", "hva den heter"),
    "number": words("the plan's own numbering", "planens egen nummerering"),
    "short": words("a short title for tables and small screens", "kort tittel til tabeller og små skjermer"),
    "description": words("a longer text", "en lengre tekst"),
    "notes": words("notes and reasons", "notater og begrunnelser"),
    "replaces": words("what it takes the place of", "det den kommer i stedet for"),
    "source": words("where it comes from", "hvor det kommer fra"),
    "document": words("a document", "et dokument"),
    "page": words("the page", "siden"),
    "system": words(
        "the system that has the figures (KOSTRA, U4SSC, own)", "systemet som har tallene (KOSTRA, U4SSC, eget)"
    ),
    "table": words("the table in it", "tabellen i systemet"),
    "url": words("an address", "en adresse"),
    "code": words("the UN's code, or the code in the source", "FNs kode, eller koden i kilden"),
    "kind": words("which kind it is", "hva slags det er"),
    "status": words("how far it has come", "hvor langt den er kommet"),
    "organisation": words("whose plan it is", "hvem planen gjelder"),
    "name": words("the name", "navnet"),
    "type": words("the type", "typen"),
    "numbers": words("official numbers, with the years in which they held", "offisielle nummer, med årene de gjaldt"),
    "predecessors": words("numbers of what was merged into it", "nummer på dem som ble slått sammen"),
    "from": words("from when", "fra når"),
    "to": words("until when", "til når"),
    "period": words("from when until when", "fra når til når"),
    "start": words("the first date", "første dato"),
    "end": words("the last date", "siste dato"),
    "adopted": words("when and in which case it was adopted", "når og i hvilken sak den ble vedtatt"),
    "case": words("the case number", "saksnummeret"),
    "baseline_year": words("the year of the zero-point measurement", "året for nullpunktsmålingen"),
    "language": words("the language of plain texts", "språket i tekster uten språkmerke"),
    "languages": words("the languages in which every text is promised", "språkene som alle tekster skal finnes på"),
    "base_iri": words("where the plan's IRIs begin", "det planens IRI-er begynner med"),
    "profile": words("how strictly it is linted", "hvor strengt den kontrolleres"),
    "follows_up": words("the plans that it puts into effect", "planene den følger opp"),
    "plan": words("the plan's id", "planens id"),
    "file": words("its file, seen from this one", "filen, sett fra denne"),
    "iri": words("its IRI, where there is no file", "IRI-en, der det ikke er noen fil"),
    "use": words(
        "libraries of indicators, stakeholders and units", "bibliotek av indikatorer, interessenter og enheter"
    ),
    "measurements": words("measured values; in the header: files of them", "målte verdier; i hodet: filer med dem"),
    "significance": words("what the goal means here (kommunal betydning)", "hva målet betyr her (kommunal betydning)"),
    "commitments": words("what the municipality commits itself to", "det kommunen forplikter seg til"),
    "materiality": words(
        "how much it matters, and how much can be moved", "hvor vesentlig det er, og hvor mye som kan påvirkes"
    ),
    "impact": words("how much the municipality can move it, 0 to 5", "hvor mye kommunen kan påvirke det, 0 til 5"),
    "stakeholders": words("who is concerned", "hvem som berøres"),
    "dimensions": words("the dimensions of sustainability", "dimensjonene i bærekraft"),
    "opportunities": words("what helps locally", "det som taler for lokalt"),
    "challenges": words("what hinders locally", "det som står i veien lokalt"),
    "text": words("the text", "teksten"),
    "tracks": words(
        "the tracks that it stands in: services, community, organisation, or the plan's own",
        "sporene den står i: services (tjenester), community (samfunn), organisation (organisasjon), eller planens egne",
    ),
    "role": words("the part that it plays", "rollen den har"),
    "basis": words("on whose word: the plan's or an analyst's", "på hvis ord: planens eller en analytikers"),
    "why": words("why", "hvorfor"),
    "partners": words("who works on it from outside", "hvem utenfra som er med"),
    "budget": words(
        "money by year, or that it is found within the frame", "penger per år, eller at det dekkes innenfor rammen"
    ),
    "year": words("the year", "året"),
    "amount": words("the amount", "beløpet"),
    "value_type": words("what its values are", "hva verdiene er"),
    "unit": words("the unit of its values", "enheten for verdiene"),
    "direction": words("which way is better", "hvilken vei som er bedre"),
    "frequency": words("how often it is measured", "hvor ofte det måles"),
    "perspective": words("input, activity, output, result …", "innsats, aktivitet, produksjon, resultat …"),
    "quality": words("the quality class of the figures, 1 to 3", "kvalitetsklassen for tallene, 1 til 3"),
    "baseline": words("the zero-point measurement", "nullpunktsmålingen"),
    "target_values": words("the values to be reached, and when", "verdiene som skal nås, og når"),
    "desired": words("the intervals of desired values", "intervallene med ønskede verdier"),
    "acceptable": words("the intervals of acceptable values", "intervallene med akseptable verdier"),
    "date": words("the date: a year, quarter, month or day", "datoen: år, kvartal, måned eller dag"),
    "value": words("the value", "verdien"),
    "range": words("an interval instead of one value", "et intervall i stedet for én verdi"),
    "relative_to": words(
        "the point that a change in per cent counts from", "punktet som en endring i prosent regnes fra"
    ),
    "note": words("a note", "et notat"),
    "region": words("the municipality's number", "kommunenummeret"),
    "district": words("the part of the municipality", "delen av kommunen"),
    "sex": words("the sex", "kjønnet"),
    "age": words("the age group", "aldersgruppen"),
    "effect": words("whether it is for better or worse", "om den er til det bedre eller verre"),
    "due": words("when it is to be realised", "når den skal være realisert"),
    "values": words("planned and realised by year", "planlagt og realisert per år"),
    "planned": words("what was planned", "det som var planlagt"),
    "realised": words("what came of it", "det det ble"),
    "participants": words("how many took part", "hvor mange som deltok"),
    "groups": words("which groups took part", "hvilke grupper som deltok"),
    "outcome": words("what came of it", "hva som kom ut av det"),
    "score": words("from -3 (cancels) to +3 (is indivisible)", "fra -3 (umuliggjør) til +3 (uløselig knyttet)"),
    "evidence": words("where that is known from", "hvor det er kjent fra"),
}
"""A phrase for each key of the plan file that isn't described by a relation."""

_OWN: dict[tuple[str, str], Words] = {
    ("Materiality", "stakeholders"): words(
        "how important it is to those concerned, 0 to 5", "hvor viktig det er for interessentene, 0 til 5"
    ),
    ("OrganisationNumber", "number"): words("the municipality's number", "kommunenummeret"),
    ("Claim", "code"): words("the code of the goal or target", "koden til bærekraftsmålet eller delmålet"),
    ("Source", "code"): words("the code in the table", "koden i tabellen"),
    ("Prioritisation", "code"): words("the goal, 1 to 17", "bærekraftsmålet, 1 til 17"),
    ("Selection", "code"): words("the target: 3.8, 3.a", "delmålet: 3.8, 3.a"),
    ("Interaction", "source"): words("what helps or hinders", "det som fremmer eller hemmer"),
    ("Interaction", "target"): words(
        "the goal or target that is helped or hindered", "bærekraftsmålet eller delmålet som fremmes eller hemmes"
    ),
    ("BudgetLine", "amount"): words("the amount, in whole kroner", "beløpet, i hele kroner"),
    ("BudgetLine", "type"): words("operating costs or investment", "drift eller investering"),
    ("Benefit", "kind"): words("what it gives", "hva den gir"),
}
"""What a key means in one record, where that is not what it means in others."""


def meaning(key: str) -> Words | None:
    """Give the phrase for a key, or None."""
    return MEANINGS.get(key)


def own_meaning(record: str, key: str) -> Words | None:
    """Give the phrase for a key where it means something else in one record; None if it doesn't."""
    return _OWN.get((record, key))
