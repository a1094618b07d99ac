"""Family 1, structure: relations whose ends have changed since somebody looked at them."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.rule import WARNING, Level, Rule

_A_FILE = words("it compares with a file beside the plan", "den sammenligner med en fil ved siden av planen")

_LOCK = """\
# file: plan.review.json
{
  "sdggraph-review": 1,
  "relations": [
    {"from": "s1", "relation": "contributes_to", "to": "o1", "ends": ["99632fb211e5", "d4daa2c0e591"], "on": "2026-02-03"}
  ],
  "contents": [
    {"node": "o1", "is": "d4daa2c0e591", "said": {"title": {"en": "Safe paths"}}},
    {"node": "s1", "is": "99632fb211e5", "said": {"title": {"en": "Build paths"}}}
  ]
}"""

relation_is_reviewed = Rule(
    code="SDG111",
    level=Level(WARNING),
    holds=words(
        "Both ends of each relation that was reviewed (`sdggraph review`) say what they said then: title, texts, target values, period, budget. Ids, numbers, notes, order and measurements don't count. Where no `plan.review.json` stands beside the plan, nothing is said; relations that are new or gone are none of its business.",
        "Begge ender av hver kobling som er gjennomgått (`sdggraph review`), sier det samme som da: tittel, tekster, målverdier, periode, budsjett. Id, nummer, notater, rekkefølge og målinger teller ikke. Uten en `plan.review.json` ved siden av planen meldes ingenting; koblinger som er nye eller borte, angår den ikke.",
    ),
    message=words(
        "the relation from {node} to {other} is to be reviewed: {changed}",
        "koblingen fra {node} til {other} må gjennomgås: {changed}",
    ),
    variants={
        "unread": words(
            "what was reviewed can't be read from {file}: {reason}",
            "det som er gjennomgått, kan ikke leses fra {file}: {reason}",
        ),
    },
    help=words(
        "See what changed with `sdggraph review`. If the relation still holds, take it as reviewed with `--accept ID`; else mend the relation.",
        "Se hva som er endret, med `sdggraph review`. Holder koblingen fortsatt, godta den med `--accept ID`; ellers rett koblingen.",
    ),
    helps={
        "unread": words(
            "Take the last good version from git, or delete the file and begin anew with `sdggraph review --accept-all`.",
            "Hent siste gode versjon fra git, eller slett filen og begynn på nytt med `sdggraph review --accept-all`.",
        ),
    },
    why=words(
        "A strategy that served an objective need not serve what the objective has become.",
        "En strategi som bidro til et mål, trenger ikke bidra til det målet er blitt.",
    ),
    unfit={"shacl": _A_FILE, "sparql": _A_FILE},
    valid=(
        f"""\
plan: {{id: p, language: en}}
objectives: [{{id: o1, number: "1", title: Safe paths, targets: [11.2]}}]
strategies: [{{id: s1, title: Build paths, objectives: [o1]}}]
{_LOCK}""",
    ),
    invalid=(
        f"""\
plan: {{id: p, language: en}}
objectives: [{{id: o1, title: Safe roads for everybody, targets: [11.2]}}]
strategies:
  - id: s1
    title: Build paths
    objectives: [o1] # !
{_LOCK}""",
    ),
)
