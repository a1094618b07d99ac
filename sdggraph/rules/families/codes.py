"""Family 0, reading: SDG codes as people and spreadsheets write them. No engine runs these rules; the readers find them."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.rule import ERROR, INFO, WARNING, Level, Rule

unknown_code = Rule(
    code="SDG001",
    level=Level(ERROR),
    holds=words(
        "Every code of a goal, target or UN indicator is one that the UN has, or can be read as one.",
        "Hver kode for et bærekraftsmål, delmål eller en FN-indikator finnes hos FN, eller kan leses som en som finnes.",
    ),
    fixes="unsafe",
    message=words("“{code}” is no SDG code", "«{code}» er ingen bærekraftskode"),
    variants={
        "meant": words(
            "“{code}” is no SDG code; did you mean {meant}?",
            "«{code}» er ingen bærekraftskode. Mente du {meant}?",
        ),
    },
    help=words(
        "Look the code up with `sdggraph catalogue search`; goals are 1 to 17, targets such as 3.8 or 3.a.",
        "Slå opp koden med `sdggraph catalogue search`. Bærekraftsmål er 1 til 17, delmål som 3.8 eller 3.a.",
    ),
    why=words(
        "A code that nobody has ties the node to nothing: whoever follows the thread ends in the air.",
        "En kode som ikke finnes, knytter noden til ingenting: den som følger tråden, havner i løse lufta.",
    ),
    valid=("objectives: [{id: o1, title: Health for all, targets: [3.8]}]",),
    invalid=(
        "objectives:\n  - id: o1\n    title: Health for all\n    targets: [3.18] # !\n  - id: o2\n    title: Less waste\n    targets: [17.20] # !",
    ),
)

code_not_canonical = Rule(
    code="SDG002",
    level=Level(INFO),
    holds=words(
        "Every code is written as the UN writes it: 3.a, not 3.9a, 3,8, 03.08 or “SDG 3.8”.",
        "Hver kode er skrevet slik FN skriver den: 3.a, ikke 3.9a, 3,8, 03.08 eller «SDG 3.8».",
    ),
    fixes="both",
    message=words("“{code}” is read as {new}", "«{code}» er lest som {new}"),
    help=words("Write {new}.", "Skriv {new}."),
    why=words(
        "The plan is understood, but other programs, and people who search for the code, won't find it.",
        "Planen blir forstått, men andre programmer, og folk som søker etter koden, finner den ikke.",
    ),
    valid=("objectives: [{id: o1, title: Less tobacco, targets: [3.a]}]",),
    invalid=("objectives:\n  - id: o1\n    title: Less tobacco\n    targets: [3.9a] # !",),
)

cell_may_be_another_code = Rule(
    code="SDG003",
    level=Level(WARNING),
    holds=words(
        "No cell of a table holds a number or date that may have been another code before a spreadsheet changed it.",
        "Ingen celle i en tabell har et tall eller en dato som kan ha vært en annen kode før regnearket endret den.",
    ),
    message=words(
        "the cell is read as {code}, but may have been {other}",
        "cellen er lest som {code}, men kan ha vært {other}",
    ),
    help=words(
        "Format the cell as text and write the code that is meant.",
        "Gjør cellen om til tekst og skriv koden som er ment.",
    ),
    why=words(
        "A spreadsheet turns 8.10 into the number 8.1, which is another target, and 3.5 into the third of May.",
        "Et regneark gjør 8.10 til tallet 8,1, som er et annet delmål, og 3.5 til tredje mai.",
    ),
)

former_indicator = Rule(
    code="SDG004",
    level=Level(WARNING),
    holds=words(
        "No code is of a UN indicator that was withdrawn or has got another number.",
        "Ingen kode er fra en FN-indikator som er trukket tilbake eller har fått nytt nummer.",
    ),
    fixes="unsafe",
    message=words("the UN has withdrawn indicator {code}", "FN har trukket tilbake indikator {code}"),
    variants={
        "renumbered": words("the UN's indicator {code} is now {new}", "FN-indikator {code} heter nå {new}"),
    },
    help=words("Use an indicator of today's list.", "Bruk en indikator fra dagens liste."),
    why=words(
        "Figures under an old number can't be compared with others'.",
        "Tall under et gammelt nummer kan ikke sammenlignes med andres.",
    ),
    valid=("indicators: [{id: i1, title: A, global: [3.8.1]}]",),
    invalid=("indicators:\n  - {id: i1, title: A, global: [3.8.1]}\n  - {id: i2, title: B, global: [13.3.2]} # !",),
)

id_reads_as_code = Rule(
    code="SDG012",
    level=Level(ERROR),
    holds=words(
        "No id of a node reads as an SDG code, and no plan is called `sdg` or `national`.",
        "Ingen id kan leses som en bærekraftskode, og ingen plan heter `sdg` eller `national`.",
    ),
    message=words("the id “{id}” reads as an SDG code", "id-en «{id}» kan leses som en bærekraftskode"),
    help=words(
        "Choose an id such as `o3-8`; the plan's own numbering belongs under `number`.",
        "Velg en id som `o3-8`; planens egen nummerering hører hjemme under `number`.",
    ),
    why=words(
        "A reference to it could mean the UN's goal or target as well.",
        "En henvisning til den kan like gjerne bety FNs mål eller delmål.",
    ),
    valid=('objectives: [{id: o3, title: A, number: "3.8", goals: [3]}]',),
    invalid=('objectives:\n  - id: "3.8" # !\n    title: A\n    goals: [3]',),
)
