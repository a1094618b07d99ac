"""What people call the classes, and what each is: for the ontology. The node kinds' names are the model's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.model.kinds import KINDS

if TYPE_CHECKING:
    from sdggraph.base.words import Words

__all__ = ["class_label", "class_meaning"]

_LABELS: dict[str, Words] = {
    "Node": words("node", "node"),
    "Track": words("track", "spor"),
    "Organisation": words("organisation", "organisasjon"),
    "OrganisationNumber": words("organisation number", "kommunenummer"),
    "Period": words("period", "periode"),
    "Adoption": words("adoption", "vedtak"),
    "FollowedPlan": words("followed plan", "plan som følges opp"),
    "Source": words("source", "kilde"),
    "Materiality": words("materiality", "vesentlighet"),
    "Contribution": words("contribution", "bidrag"),
    "Measurement": words("measurement", "måling"),
    "Reference": words("reference point", "sammenligningspunkt"),
    "TargetValue": words("target value", "målverdi"),
    "BudgetLine": words("budget line", "budsjettlinje"),
    "BenefitValue": words("benefit value", "gevinstverdi"),
    "Interval": words("interval", "intervall"),
    "OrderedText": words("text in a list", "tekst i en liste"),
    "Entry": words("entry in a list", "oppføring i en liste"),
    "WrittenReference": words("reference as written", "henvisning slik den er skrevet"),
}

_MEANINGS: dict[str, Words] = {
    "Node": words("Whatever a goal hierarchy ties together.", "Alt som et målhierarki knytter sammen."),
    "Goal": words("One of the 17 Sustainable Development Goals of the United Nations.", "Ett av FNs 17 bærekraftsmål."),
    "Target": words("One of the 169 targets of those goals.", "Ett av de 169 delmålene."),
    "GlobalIndicator": words(
        "An indicator by which the United Nations measure a target.", "En indikator som FN måler et delmål med."
    ),
    "NationalGoal": words(
        "A government's goal for its municipalities.", "Et mål som regjeringen har satt for kommunene."
    ),
    "Plan": words(
        "A municipality's plan: what it is, and everything it says.", "En kommunes plan: hva den er, og alt den sier."
    ),
    "Prioritisation": words(
        "That one plan puts a goal first, and what it says of that goal.",
        "At én plan prioriterer et bærekraftsmål, og det planen sier om målet.",
    ),
    "Selection": words(
        "That one plan takes up a target, and what it says of it.",
        "At én plan velger et delmål, og det planen sier om delmålet.",
    ),
    "TargetArea": words("A municipality's own area of effort.", "Kommunens eget satsingsområde."),
    "Objective": words("A state that is wanted in the future.", "En ønsket framtidig tilstand."),
    "Strategy": words("The way to an objective.", "Veien til et mål."),
    "Action": words(
        "Something to be done, bounded in time, by somebody who answers for it.",
        "Noe som skal gjøres innen en viss tid, av noen som har ansvaret.",
    ),
    "Indicator": words(
        "What is measured locally, from baseline to target value.", "Det som måles lokalt, fra nullpunkt til målverdi."
    ),
    "Benefit": words("A gain that is to be realised.", "En gevinst som skal hentes ut."),
    "Stakeholder": words("Somebody who is concerned or takes part.", "Noen som berøres eller deltar."),
    "Precondition": words(
        "A local opportunity or challenge that bears on a goal or target.",
        "En lokal mulighet eller utfordring for et mål eller delmål.",
    ),
    "Engagement": words(
        "An occasion on which people had their say: a survey, workshop, hearing, panel or film.",
        "En anledning der folk fikk si sitt: undersøkelse, verksted, høring, panel eller film.",
    ),
    "Unit": words(
        "A part of the organisation that owns what is to be done.", "En del av organisasjonen som har ansvar."
    ),
    "Interaction": words(
        "That a goal, target or strategy helps or hinders a goal or target.",
        "At et mål, et delmål eller en strategi fremmer eller hemmer et mål eller delmål.",
    ),
    "Track": words(
        "A track in which a plan sorts its objectives and strategies.",
        "Et spor som planen deler mål og strategier inn i.",
    ),
    "Organisation": words("Whose plan it is.", "Den som eier planen."),
    "OrganisationNumber": words(
        "An official number of a municipality, and when it was valid.", "Et kommunenummer, og når det gjaldt."
    ),
    "Period": words("From a first to a last date, both included.", "Fra og med en dato til og med en annen."),
    "Adoption": words("When and in which case a plan was adopted.", "Når og i hvilken sak planen ble vedtatt."),
    "FollowedPlan": words(
        "How a plan names one that it follows up.", "Slik en plan viser til en plan som den følger opp."
    ),
    "Source": words("Where a text or a figure comes from.", "Der en tekst eller et tall er hentet fra."),
    "Materiality": words(
        "How much a goal matters to the stakeholders, and how much the municipality can move it.",
        "Hvor mye et mål betyr for interessentene, og hvor mye kommunen kan påvirke det.",
    ),
    "Contribution": words(
        "A plan's claim that a node contributes to a goal or target, with its role, basis and reason.",
        "En påstand i en plan om at noe bidrar til et mål eller delmål, med rolle, grunnlag og begrunnelse.",
    ),
    "Measurement": words(
        "One value of an indicator at one time, of all or of a part.",
        "Én verdi for en indikator på ett tidspunkt, for alle eller for en del.",
    ),
    "Reference": words(
        "The point that a relative target value counts from.", "Punktet som en relativ målverdi regnes fra."
    ),
    "TargetValue": words(
        "A value that an indicator is to reach. Not a target of a goal: that is sg:Target.",
        "En verdi som en indikator skal nå. Ikke et delmål: det er sg:Target.",
    ),
    "BudgetLine": words("The money of one year.", "Pengene i ett år."),
    "BenefitValue": words(
        "What a benefit was planned to give in a year, and what it gave.",
        "Det en gevinst skulle gi i et år, og det den ga.",
    ),
    "Interval": words(
        "A closed interval of values; an end that isn't there is open.",
        "Et lukket intervall av verdier. En ende som mangler, er åpen.",
    ),
    "OrderedText": words("A text whose place in a list counts.", "En tekst der plassen i listen teller."),
    "Entry": words("A word or code whose place in a list counts.", "Et ord eller en kode der plassen i listen teller."),
    "WrittenReference": words(
        "A reference that leads to nothing, or is written otherwise than its target's IRI tells.",
        "En henvisning som ikke leder til noe, eller er skrevet på en annen måte enn IRI-en tilsier.",
    ),
}


def class_label(name: str) -> Words:
    """Give what people call a class."""
    return KINDS[name].one if name in KINDS else _LABELS[name]


def class_meaning(name: str) -> Words:
    """Say what the members of a class are."""
    return _MEANINGS[name]
