"""Family 8, wording: titles and translations."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import (
    AnyOf,
    Either,
    Has,
    Not,
    Parameter,
    Reach,
    Translated,
    Unique,
    back,
    nodes,
    step,
    where,
)
from sdggraph.rules.rule import ERROR, INFO, OFF, WARNING, Default, Gathering, Level, Rule

_TITLED = "TargetArea Objective Strategy Action Indicator Benefit Stakeholder Unit Engagement"
_COMPARED = nodes(_TITLED)
_PARENT = Either(
    (
        step("part_of"),
        step("contributes_to", "TargetArea Objective"),
        step("implements"),
        step("results_from"),
        back("measured_by"),
    )
)
"""What a node belongs to: an indicator to what it measures."""

title_is_not_empty = Rule(
    code="SDG801",
    level=Level(ERROR),
    subject=nodes(f"{_TITLED} Precondition Plan", where("title", "given")),
    requires=Has(where("title")),
    holds=words(
        "No title that is given is empty or only white space. Where the key is missing or has no value, SDG009 speaks.",
        "Ingen oppgitt tittel er tom eller bare mellomrom. Mangler nøkkelen eller verdien, gjelder SDG009.",
    ),
    message=words("{node} has an empty title", "{node} har en tom tittel"),
    help=words("Write the title.", "Skriv tittelen."),
    why=words("Nobody can talk about what has no name.", "Ingen kan snakke om noe som ikke har navn."),
    at=("title",),
    valid=("objectives: [{id: o1, title: A, goals: [3]}, {id: o2, title: {nb: B}, goals: [3]}]",),
    invalid=(
        'objectives:\n  - {id: o1, title: A, goals: [3]}\n  - {id: o2, title: "", goals: [3]} # !\n  - {id: o3, title: {nb: " "}, goals: [3]} # !',
    ),
)

title_stands_once = Rule(
    code="SDG802",
    level=Level(INFO),
    subject=_COMPARED,
    requires=Unique(("title",), _COMPARED, _PARENT),
    unless=Reach(step("replaces")),
    holds=words(
        "No two nodes of one kind and under one parent have the same title, without regard to case and white space; the later one is reported, unless it `replaces` another. An indicator's parents are what it measures; nodes without a parent are compared within their plan.",
        "Ingen to noder av samme type og under samme overordnede har samme tittel, uten hensyn til store bokstaver og mellomrom; den siste meldes, om den ikke erstatter en annen (`replaces`). En indikator er underordnet det den måler; noder uten overordnet sammenlignes innenfor planen.",
    ),
    message=words("{node} has the same title as {other}", "{node} har samme tittel som {other}"),
    help=words(
        "Put the two together, say how they differ, or let the one name the other under `replaces`.",
        "Slå de to sammen, vis hva som skiller dem, eller oppgi den ene under `replaces` på den andre.",
    ),
    why=words(
        "Either it stands there twice, or nobody can tell the two apart.",
        "Enten står den der to ganger, eller så kan ingen skille de to.",
    ),
    at=("title",),
    valid=(
        "objectives: [{id: o1, title: A, goals: [3]}, {id: o2, title: B, goals: [3]}]\nstrategies: [{id: s1, title: A, objectives: [o1]}, {id: s2, title: A, objectives: [o2]}]",
        'plan: {id: h, language: en, kind: economic, follows_up: [{plan: t, file: other.yaml}]}\nactions: [{id: a1, title: Cycle path, strategies: ["t:s1"], replaces: ["t:a1"]}]\n# file: other.yaml\nplan: {id: t, language: en}\nstrategies: [{id: s1, title: A, goals: [11]}]\nactions: [{id: a1, title: Cycle path, strategies: [s1]}]',
    ),
    invalid=(
        "objectives: [{id: o1, title: A, goals: [3]}]\nstrategies:\n  - {id: s1, title: Build paths, objectives: [o1]}\n  - {id: s2, title: build  Paths, objectives: [o1]} # !\n  - {id: s3, title: Build paths, goals: [3]}",
    ),
)

title_fits_a_table = Rule(
    code="SDG803",
    level=Level(OFF),
    subject=nodes(_TITLED),
    requires=AnyOf((Not(Has(where("title.length", ">", Parameter("most")))), Has(where("short")))),
    parameters={
        "most": Default(120, words("how many characters a title may have", "hvor mange tegn en tittel kan ha")),
    },
    holds=words(
        "No title is longer than `most` characters (120) in any language, unless there is a `short`.",
        "Ingen tittel er lengre enn `most` tegn (120) på noe språk, om det ikke finnes en `short`.",
    ),
    message=words(
        "{node} has a title of more than {most} characters and no `short`",
        "{node} har en tittel på over {most} tegn og ingen `short`",
    ),
    help=words("Add `short:` with a few words.", "Legg til `short:` med noen få ord."),
    why=words(
        "Tables, figures and the explorer cut it off in the middle.",
        "Tabeller, figurer og utforskeren kutter den midt i.",
    ),
    at=("title",),
    valid=("objectives: [{id: o1, title: Short, goals: [3]}]",),
    invalid=(
        f"objectives:\n  - {{id: o1, title: {'long ' * 25}, goals: [3]}} # !\n  - {{id: o2, title: {'long ' * 25}, short: L, goals: [3]}}",
    ),
)

promised_language_is_there = Rule(
    code="SDG804",
    level=Level(WARNING),
    subject=nodes(f"Plan Prioritisation {_TITLED} Precondition"),
    requires=Translated(("title", "short", "description", "significance", "commitments", "outcome")),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} nodes has every language that the plan promises",
            "ingen av de {count} nodene finnes på alle språkene planen lover",
        ),
    ),
    holds=words(
        "Every title, short title, description, significance, commitment and outcome that is there is there in each language of the plan's `languages`; a plain text is in the plan's `language`. Without `languages` nothing is promised.",
        "Hver tittel, korttittel, beskrivelse, betydning, forpliktelse og hvert resultat som er skrevet, finnes på alle språkene i planens `languages`; en ren tekst er på planens `language`. Uten `languages` er ingenting lovet.",
    ),
    message=words(
        "{node} lacks texts in a promised language ({missing})", "{node} mangler tekst på et lovet språk ({missing})"
    ),
    help=words(
        "Write the text by language, `{nb: …, en: …}`, or take the language out of `languages`.",
        "Skriv teksten etter språk, `{nb: …, en: …}`, eller ta språket ut av `languages`.",
    ),
    why=words(
        "Whoever chooses the language meets holes in the plan.",
        "Den som velger språket, møter hull i planen.",
    ),
    at=("title",),
    valid=(
        "plan: {id: p, language: nb, languages: [nb, en]}\nobjectives: [{id: o1, title: {nb: A, en: B}, goals: [3]}]",
        "plan: {id: p, language: nb}\nobjectives: [{id: o1, title: A, goals: [3]}]",
    ),
    invalid=(
        "plan: {id: p, language: nb, languages: [nb, en]}\nobjectives:\n  - {id: o1, title: {nb: A, en: B}, goals: [3]}\n  - {id: o2, title: A, goals: [3]} # !\n  - {id: o3, title: {nb: A, en: B}, short: {nb: C}, goals: [3]} # !",
    ),
)
