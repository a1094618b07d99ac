"""What the columns of an analysis are called where people read them; files for programs keep the plain names."""

from __future__ import annotations

from sdggraph.base.words import pick, words

__all__ = ["heading_of"]

_HEADINGS = {
    "code": words("Code", "Kode"),
    "title": words("Title", "Tittel"),
    "named": words("Named", "Valgt"),
    "prioritised": words("Prioritised", "Prioritert"),
    "targets": words("Targets", "Delmål"),
    "selected_targets": words("Selected", "Valgte delmål"),
    "served_targets": words("Served", "Delmål som følges opp"),
    "objectives": words("Objectives", "Mål i planen"),
    "strategies": words("Strategies", "Strategier"),
    "direct": words("Directly", "Direkte"),
    "inherited": words("Inherited", "Arvet"),
    "against": words("Against", "Mot"),
    "measured": words("Measured", "Måles"),
    "touches": words("Money that touches it", "Penger som berører det"),
    "judged": words("Indicators with a result", "Indikatorer med resultat"),
    "on_track": words("On track", "I rute"),
    "environment": words("Environment", "Miljø"),
    "economy": words("Economy", "Økonomi"),
    "social": words("Social", "Sosiale forhold"),
    "goal": words("Goal", "Bærekraftsmål"),
    "stakeholders": words("Importance", "Viktighet"),
    "stakeholders_sd": words("± importance", "± viktighet"),
    "stakeholders_voices": words("Voices", "Stemmer"),
    "impact": words("Impact", "Påvirkning"),
    "impact_sd": words("± impact", "± påvirkning"),
    "impact_voices": words("Voices", "Stemmer"),
    "quadrant": words("Quadrant", "Rute"),
    "benefit": words("Id", "Id"),
    "number": words("No.", "Nr."),
    "kind": words("Kind", "Type"),
    "effect": words("Effect", "Virkning"),
    "owner": words("Owner", "Ansvarlig"),
    "due": words("Due", "Frist"),
    "status": words("Status", "Status"),
    "indicators": words("Indicators", "Indikatorer"),
    "since_zero_point": words("Since zero-point", "Siden nullpunkt"),
    "results_from": words("Results from", "Følger av"),
    "area": words("Target area", "Målområde"),
    "unit": words("Unit", "Enhet"),
    "type": words("Type", "Type"),
    "action": words("Action", "Tiltak"),
    "actions": words("Actions", "Tiltak"),
    "total": words("Total", "Sum"),
    "overlap": words("Overlaps", "Overlapper"),
    "split_equally": words("Split equally", "Likt delt"),
    "pursued": words("Pursued", "Følges opp"),
    "helping": words("Helping", "Fremmer"),
    "plus": words("Sum", "Sum"),
    "harming": words("Harming", "Hemmer"),
    "minus": words("Sum", "Sum"),
    "net": words("Net", "Netto"),
    "chains_helping": words("Chains that help", "Kjeder som fremmer"),
    "chains_plus": words("Sum", "Sum"),
    "chains_harming": words("Chains that harm", "Kjeder som hemmer"),
    "chains_minus": words("Sum", "Sum"),
    "chains_net": words("Net of chains", "Netto kjeder"),
}
_BY_YEAR = {"planned": words("Planned", "Planlagt"), "realised": words("Realised", "Tatt ut")}
_TRACK = words("Track", "Spor")


def heading_of(column: str, lang: str) -> str:
    """Give a column's name as people read it; one that is none of ours (an area's title, a year) stays as it is."""
    if column in _HEADINGS:
        return pick(_HEADINGS[column], lang)
    name, _, year = column.partition("_")
    if name in _BY_YEAR and year.isdecimal():
        return f"{pick(_BY_YEAR[name], lang)} {year}"
    if column.startswith("track "):
        return f"{pick(_TRACK, lang)} {column.removeprefix('track ')}"
    return column
