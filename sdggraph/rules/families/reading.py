"""Family 0, reading: what the readers find. No engine runs these rules; their words and severities stand here."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.rule import ERROR, INFO, WARNING, Level, Rule

unknown_key = Rule(
    code="SDG005",
    level=Level(ERROR),
    holds=words(
        "Every key of the plan file is one that the format has. (A column that no layout has is an info, and is kept as notes.)",
        "Hver nøkkel i planfilen finnes i formatet. (En kolonne som ingen tabell har, er en merknad og beholdes som notat.)",
    ),
    fixes="unsafe",
    message=words("there is no key “{key}” here", "nøkkelen «{key}» finnes ikke her"),
    variants={
        "meant": words(
            "there is no key “{key}” here; did you mean “{meant}”?",
            "nøkkelen «{key}» finnes ikke her. Mente du «{meant}»?",
        ),
        "merge": words(
            "merge keys (<<) are not part of the plan format", "flettenøkler (<<) er ikke del av planformatet"
        ),
        "column": words("the column “{key}” is kept as notes", "kolonnen «{key}» beholdes som notat"),
        "statement": words(
            "“{key}” means nothing here and was left out", "«{key}» har ingen betydning her og er utelatt"
        ),
        "statements": words(
            "“{key}” means nothing here and was left out, {number} times",
            "«{key}» har ingen betydning her og er utelatt, {number} ganger",
        ),
        "class": words(
            "“{key}” is a class that means nothing here; its nodes were left out ({number})",
            "«{key}» er en klasse uten betydning her; nodene i den er utelatt ({number})",
        ),
        "column_meant": words("the column “{key}” is read as “{meant}”", "kolonnen «{key}» er lest som «{meant}»"),
        "money": words("{key}: read as {meant}", "{key}: lest som {meant}"),
    },
    milder={"column": INFO, "column_meant": INFO, "money": INFO, "statement": INFO, "statements": INFO, "class": INFO},
    help=words(
        "What stands under it was not read. Correct the key, or put the text under `notes`.",
        "Det som står under den, er ikke lest. Rett nøkkelen, eller legg teksten under `notes`.",
    ),
    helps={
        "column": words(
            "Nothing is lost. If it is one of the known columns, write its heading as they are written.",
            "Ingenting går tapt. Er den en av de kjente kolonnene, skriv overskriften slik de skrives.",
        ),
        "column_meant": words("Write the heading “{meant}”.", "Skriv overskriften «{meant}»."),
        "money": words(
            "Say in the heading what it is, as in “Operating 2026 (1,000 kr)” or “Investment 2026 (mill. kr)”, or write the unit on a line above the table.",
            "Skriv i overskriften hva det er, som i «Drift 2026 (1 000 kr)» eller «Investering 2026 (mill. kr)», eller enheten på en linje over tabellen.",
        ),
    },
    why=words(
        "A misspelt key silently loses what stands under it.",
        "En feilstavet nøkkel gjør at det som står under den, blir borte.",
    ),
    valid=("strategies: [{id: s1, title: Safe paths, goals: [11]}]",),
    invalid=("strategies:\n  - id: s1\n    title: Safe paths\n    objectivs: [o1] # !",),
)

id_twice = Rule(
    code="SDG006",
    level=Level(ERROR),
    holds=words(
        "No id stands twice in a plan, no goal or target is prioritised or selected twice, and no mapping has a key twice.",
        "Ingen id står to ganger i en plan, ingen mål eller delmål er valgt to ganger, og ingen nøkkel gjentas.",
    ),
    message=words("the id “{id}” stands a second time", "id-en «{id}» står for andre gang"),
    variants={
        "key": words(
            "the key “{key}” stands a second time; the first is used",
            "nøkkelen «{key}» står for andre gang; den første brukes",
        ),
        "code": words("{id} stands a second time in this list", "{id} står for andre gang i denne listen"),
    },
    help=words(
        "Give one of them another id, or put the two together.",
        "Gi en av dem en annen id, eller slå de to sammen.",
    ),
    why=words("A reference to the id could mean either.", "En henvisning til id-en kan bety begge."),
    valid=("objectives: [{id: o1, title: A, goals: [3]}, {id: o2, title: B, goals: [4]}]",),
    invalid=("objectives:\n  - {id: o1, title: A, goals: [3]}\n  - {id: o1, title: B, goals: [4]} # !",),
)

reference_to_nothing = Rule(
    code="SDG007",
    level=Level(ERROR),
    holds=words(
        "Every reference names a node of the plan or of a plan that it follows up, and every companion file can be read.",
        "Hver henvisning viser til noe i planen eller i en plan den følger opp, og hver fil planen viser til, kan leses.",
    ),
    fixes="unsafe",
    message=words("{field}: there is no “{ref}”", "{field}: «{ref}» finnes ikke"),
    variants={
        "meant": words(
            "{field}: there is no “{ref}”; did you mean {meant}?",
            "{field}: «{ref}» finnes ikke. Mente du {meant}?",
        ),
        "plan": words(
            "{field}: “{ref}” stands in a plan that this one doesn't follow up",
            "{field}: «{ref}» står i en plan som denne ikke følger opp",
        ),
        "companion": words("“{ref}” can't be read: {reason}", "«{ref}» kan ikke leses: {reason}"),
        "measured": words("there is no indicator “{ref}” to measure", "indikatoren «{ref}» finnes ikke"),
    },
    help=words(
        "Correct the id, or add what it names.",
        "Rett id-en, eller legg til det den viser til.",
    ),
    why=words(
        "The thread breaks here: what was meant to be tied together isn't.",
        "Tråden ryker her: det som skulle henge sammen, gjør det ikke.",
    ),
    valid=("objectives: [{id: o1, title: A, goals: [3]}]\nstrategies: [{id: s1, title: B, objectives: [o1]}]",),
    invalid=(
        "objectives: [{id: o1, title: A, goals: [3]}]\nstrategies:\n  - id: s1\n    title: B\n    objectives: [o11] # !",
    ),
)

relation_between_wrong_kinds = Rule(
    code="SDG008",
    level=Level(ERROR),
    holds=words(
        "Every reference names a node of a kind that its field joins.",
        "Hver henvisning viser til en type node som feltet kan knyttes til.",
    ),
    message=words(
        "{field}: “{ref}” is {found_kind}, but this is the place for {wanted}",
        "{field}: «{ref}» er {found_kind}; her hører det hjemme {wanted}",
    ),
    variants={
        "code": words(
            "{field}: {ref} is {found_kind}, but this is the place for {wanted}",
            "{field}: {ref} er {found_kind}; her hører det hjemme {wanted}",
        ),
    },
    help=words("Move the reference to the field for its kind.", "Flytt henvisningen til feltet for denne typen."),
    why=words(
        "A relation between kinds that it doesn't join has no meaning, so it is left out.",
        "En kobling mellom typer som ikke hører sammen, har ingen mening og blir utelatt.",
    ),
    valid=("areas: [{id: a1, title: A, goals: [3]}]\nobjectives: [{id: o1, title: B, areas: [a1]}]",),
    invalid=(
        "strategies: [{id: s1, title: A, goals: [3]}]\nobjectives:\n  - id: o1\n    title: B\n    areas: [s1] # !",
    ),
)

required_value_missing = Rule(
    code="SDG009",
    level=Level(ERROR),
    holds=words(
        "A plan has an id and a language, every node an id and a title, every prioritised goal and selected target a code.",
        "En plan har id og språk, hver node har id og tittel, og hvert prioriterte mål og valgte delmål har en kode.",
    ),
    message=words("“{key}” is missing", "«{key}» mangler"),
    variants={"year": words("“{key}” doesn't say which year", "«{key}» sier ikke hvilket år")},
    milder={"year": WARNING},
    help=words("Add `{key}:`.", "Legg til `{key}:`."),
    helps={
        "year": words(
            "Write the year in the heading (“{key} 2019”), or beside each value (“78 (2019)”). Until then the values are kept as notes.",
            "Skriv året i overskriften («{key} 2019»), eller ved hver verdi («78 (2019)»). Inntil videre er verdiene beholdt som notater.",
        )
    },
    why=words(
        "Without it the node can't be named, referred to or shown.",
        "Uten den kan ikke noden navngis, vises til eller vises fram.",
    ),
    valid=("areas: [{id: a1, title: A, goals: [3]}]",),
    invalid=("areas:\n  - id: a1 # !\n    goals: [3]",),
)

_TRACK_HELP = words(
    "Write one of {expected}, or give the plan the track under `tracks:`.",
    "Skriv en av {expected}, eller legg sporet til i planen under `tracks:`.",
)

value_of_wrong_type = Rule(
    code="SDG010",
    level=Level(ERROR),
    holds=words(
        "Every value is of its field's type, in its closed list and in its range; a track is services, community, organisation, or one under `tracks` of the plan or of one that it follows up; the text has no tags and one document.",
        "Hver verdi har riktig type, er blant de lovlige verdiene og innenfor grensene; et spor er `services`, `community`, `organisation` eller et under `tracks` i planen eller i en plan den følger opp; teksten har ingen tagger og bare ett dokument.",
    ),
    fixes="unsafe",
    message=words("{field}: expected {expected}, found “{found}”", "{field}: ventet {expected}, fant «{found}»"),
    variants={
        "meant": words(
            "{field}: expected {expected}, found “{found}”; did you mean {meant}?",
            "{field}: ventet {expected}, fant «{found}». Mente du {meant}?",
        ),
        "tag": words(
            "YAML tags ({key}) are not part of the plan format",
            "YAML-tagger ({key}) er ikke del av planformatet",
        ),
        "documents": words(
            "a second document begins here; only the first is read",
            "her begynner et nytt dokument; bare det første er lest",
        ),
        "track": words(
            "there is no track “{found}”; there are {expected}", "sporet «{found}» finnes ikke; det finnes {expected}"
        ),
        "track_meant": words(
            "there is no track “{found}”; did you mean {meant}?", "sporet «{found}» finnes ikke. Mente du {meant}?"
        ),
    },
    help=words("The value was left out; the rest was read.", "Verdien er utelatt; resten er lest."),
    helps={"track": _TRACK_HELP, "track_meant": _TRACK_HELP},
    why=words(
        "A value that can't be understood can't be checked or counted.",
        "En verdi som ikke kan forstås, kan verken kontrolleres eller telles.",
    ),
    valid=("indicators: [{id: i1, title: A, direction: increase, quality: 2}]",),
    invalid=(
        "indicators:\n  - id: i1\n    title: A\n    direction: upwards # !\n  - id: i2\n    title: B\n    direction: increse # !",
    ),
)

suppression_without_effect = Rule(
    code="SDG011",
    level=Level(WARNING),
    holds=words(
        "Every suppression, in a comment or under `lint.ignore`, silences a finding. (One of a rule that is off says nothing.)",
        "Hvert unntak, i en kommentar eller under `lint.ignore`, demper et funn. (Et unntak fra en regel som er av, teller ikke.)",
    ),
    message=words(
        "{rule} is ignored here, but nothing is found", "{rule} er unntatt her, men det er ingenting å unnta"
    ),
    variants={
        "meant": words(
            "there is no rule {rule}; did you mean {meant}?", "regelen {rule} finnes ikke. Mente du {meant}?"
        ),
        "unknown": words("there is no rule {rule}", "regelen {rule} finnes ikke"),
        "bare": words(
            "the comment names no rule, so it silences nothing",
            "kommentaren nevner ingen regel og unntar derfor ingenting",
        ),
        "bare_cell": words(
            "the cell names no rule, so it silences nothing",
            "cellen nevner ingen regel og unntar derfor ingenting",
        ),
    },
    help=words("Remove the suppression.", "Fjern unntaket."),
    helps={
        "bare": words(
            "Write the rule in brackets, then the reason: `# sdggraph: ignore[SDG202] measured by the county`.",
            "Skriv regelen i hakeparentes, og så grunnen: `# sdggraph: ignore[SDG202] måles av fylket`.",
        ),
        "bare_cell": words(
            "Write the rule, then the reason: `SDG202 measured by the county`.",
            "Skriv regelen, og så grunnen: `SDG202 måles av fylket`.",
        ),
    },
    why=words(
        "An exception that is no longer needed hides the next defect.",
        "Et unntak som ikke lenger trengs, skjuler neste feil.",
    ),
)
