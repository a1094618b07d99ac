"""What the sheets of the workbook are for and how they are filled in, said on a sheet of its own."""

from __future__ import annotations

from sdggraph.base.words import Words, words

__all__ = ["ACCEPTED", "GUIDE_TITLE", "HOW_TO", "PURPOSES"]

GUIDE_TITLE = words("Read this first", "Les dette først")

ACCEPTED = words("accepted findings", "godtatte funn")
"""The heading of the column for findings that a reader accepts."""

HOW_TO: tuple[Words, ...] = (
    words(
        "Fill in the sheets that you need and leave the others as they are. Each row is one thing; a row needs an "
        "id and a title.",
        "Fyll ut arkene dere trenger, og la resten stå. Hver rad er én ting, og en rad trenger id og tittel.",
    ),
    words(
        "An id is a short word such as school-paths: letters, digits and hyphens. It ties the sheets together. "
        "Leave it empty, "
        "and one is made of the title.",
        "En id er et kort ord som skoleveier: bokstaver, tall og bindestrek. Den binder arkene sammen. Står den "
        "tom, blir den "
        "laget av tittelen.",
    ),
    words(
        "Where a column asks for others (objectives, indicators, owner …), write their ids, several with a comma "
        "between.",
        "Der en kolonne spør etter andre (mål, indikatorer, ansvarlig …), skriver dere id-ene deres, flere med "
        "komma mellom.",
    ),
    words(
        "Write SDG codes as text: 3 is a goal, 3.8 and 3.a are targets. The cells are text already, so that 8.10 "
        "stays 8.10.",
        "Skriv bærekraftskoder som tekst: 3 er et mål, 3.8 og 3.a er delmål. Cellene er tekst fra før, så 8.10 "
        "forblir 8.10.",
    ),
    words(
        "A text in a second language gets a column of its own: title (en).",
        "En tekst på et annet språk får sin egen kolonne: tittel (en).",
    ),
    words(
        "A finding that you accept is written in the column “accepted findings” of its row: the rule's code and why, "
        "as SDG202 the county measures it. It is then counted, but no longer shown.",
        "Et funn dere godtar, skrives i kolonnen «godtatte funn» i raden det gjelder: koden til regelen og hvorfor, "
        "som SDG202 fylket måler det. Da blir det talt, men ikke lenger vist.",
    ),
    words(
        "Columns of your own are welcome: what stands in them is kept as notes.",
        "Egne kolonner er velkomne: det som står i dem, blir tatt vare på som notater.",
    ),
)

PURPOSES: dict[str, Words] = {
    "plan": words("What the plan is: its id, title, kind and period.", "Hva planen er: id, tittel, type og periode."),
    "follows_up": words("The plans that this one follows up.", "Planene som denne følger opp."),
    "numbers": words(
        "The municipality's official numbers, and when they were valid.", "Kommunenumrene, og når de gjaldt."
    ),
    "tracks": words(
        "Tracks of your own, if you need more than the usual ones.", "Egne spor, om dere trenger flere enn de vanlige."
    ),
    "goals": words(
        "The UN goals that you put first, and what they mean here.",
        "Bærekraftsmålene dere setter først, og hva de betyr hos dere.",
    ),
    "commitments": words(
        "What the municipality commits itself to under a goal.", "Det kommunen forplikter seg til under et mål."
    ),
    "targets": words("The UN targets that you take up.", "Delmålene dere tar opp."),
    "preconditions": words(
        "Local opportunities and challenges for a goal or target.",
        "Lokale muligheter og utfordringer for et mål eller delmål.",
    ),
    "areas": words("Your areas of effort.", "Målområdene eller satsingsområdene deres."),
    "objectives": words("What shall be achieved.", "Det som skal oppnås."),
    "strategies": words("How you get there.", "Hvordan dere kommer dit."),
    "claims": words(
        "Where something contributes to a goal in another way than straight on: secondary, negative, or with a reason.",
        "Der noe bidrar til et mål på en annen måte enn rett fram: i andre rekke, negativt, eller med en begrunnelse.",
    ),
    "actions": words(
        "Concrete things to do, with an owner and a period.", "Konkrete ting som skal gjøres, med ansvarlig og periode."
    ),
    "budget": words("What an action costs, year by year.", "Hva et tiltak koster, år for år."),
    "indicators": words("What is measured: unit, baseline and source.", "Det som måles: enhet, nullpunkt og kilde."),
    "target_values": words("The values to be reached, and by when.", "Verdiene som skal nås, og når."),
    "bands": words(
        "The values that are desired, and those that are acceptable.",
        "Verdiene som er ønsket, og de som er akseptable.",
    ),
    "measurements": words("What was measured, and when.", "Det som er målt, og når."),
    "benefits": words("Benefits to be realised.", "Gevinster som skal realiseres."),
    "benefit_values": words(
        "What a benefit was to give and gave, year by year.", "Det en gevinst skulle gi og ga, år for år."
    ),
    "stakeholders": words("Who is concerned or takes part.", "De som er berørt eller deltar."),
    "units": words("Who owns what is to be done.", "Enhetene som har ansvar."),
    "engagements": words(
        "Surveys, workshops, hearings, and what came of them.",
        "Undersøkelser, møter og høringer, og hva som kom ut av dem.",
    ),
    "interactions": words(
        "Where a goal or strategy helps (+3) or hinders (-3) another.",
        "Der et mål eller en strategi fremmer (+3) eller hemmer (-3) et annet.",
    ),
}
"""What each sheet holds."""
