"""The page that says in which engine each rule runs: made from what the engines can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import pick, words
from sdggraph.rules.registry import ALL_RULES
from sdggraph.semantic.queries.dialects import DIALECTS
from sdggraph.semantic.queries.query import unfit_for_queries
from sdggraph.semantic.shapes.rules import way_in_shacl

if TYPE_CHECKING:
    from sdggraph.base.words import Words
    from sdggraph.rules.rule import Rule

__all__ = ["engines_page"]

_TITLE = words("Which rules run where", "Hvilke regler kjører hvor")
_LANGUAGES = words("[På norsk](engines.nb.md)", "[In English](engines.en.md)")
_LEAD = words(
    "Every rule is declared once, and what it asks is put to three engines: sdggraph's own (`--engine native`, the "
    "usual one), SHACL shapes (`--engine shacl`) and SPARQL queries (`--engine sparql`, or `--endpoint` for a store). "
    "They find the same nodes. Where an engine can't run a rule, the native one does, and the finding says so; in a "
    "store such a rule isn't asked. “Core” needs a processor of SHACL Core only, “SPARQL” one of SHACL-SPARQL, "
    "“SPARQL target” one that has SHACL's Advanced Features (`pyshacl --advanced`): a query "
    "selects the nodes that break such a rule, for it compares nodes with each other or asks of what all plans share. "
    "The rules of family 0 belong to the readers of files, and no engine runs them.",
    "Hver regel er skrevet ett sted, og det den krever, legges fram for tre motorer: den innebygde "
    "(`--engine native`, den vanlige), SHACL-former (`--engine shacl`) og SPARQL-spørringer (`--engine sparql`, "
    "eller `--endpoint` for et lager). De finner de samme nodene. "
    "Der en motor ikke kan kjøre en regel, gjør den innebygde "
    "det, og funnet sier det; i et lager blir en slik regel ikke spurt om. «Core» trenger bare en prosessor "
    "for SHACL Core, «SPARQL» en "
    "for SHACL-SPARQL, «SPARQL target» en som har Advanced Features (`pyshacl --advanced`): noder som bryter en slik "
    "regel, er det en spørring velger ut, for regelen sammenligner noder med hverandre eller spør om det alle planene "
    "deler. Reglene i familie 0 hører til dem som leser filer, og ingen motor kjører dem.",
)
_STORES = words(
    "At a store (`--endpoint`) a cycle is one finding, consequences stand as findings of their own, and the closing "
    "lines name the rules that weren't asked. Tests hold pyoxigraph to the native engine for every example and 200 "
    "random systems of plans; rdflib, a hundred times slower, for one example a rule.",
    "I et lager (`--endpoint`) er en ring ett funn, følgefeil står som funn for seg, og sluttlinjene nevner reglene "
    "som det ikke ble spurt om. Tester holder pyoxigraph opp mot den innebygde motoren for hvert eksempel og 200 "
    "tilfeldige plansystemer; rdflib, som er hundre ganger så treg, for ett eksempel per regel.",
)
_HEADS = words("rule|SHACL|SPARQL|why not", "regel|SHACL|SPARQL|hvorfor ikke")
_YES, _NO = words("yes", "ja"), words("no", "nei")
_WRONG = words(
    "Not asked of {store}, which answers them wrongly however they are put: {codes}.",
    "Blir ikke spurt om i {store}, som svarer feil på dem uansett: {codes}.",
)
_WAYS = {"core": "Core", "sparql": "SPARQL", "target": "SPARQL target"}


def engines_page(lang: str) -> str:
    """Give the page in a language."""
    heads = pick(_HEADS, lang).split("|")
    lines = [
        f"# {pick(_TITLE, lang)}",
        f"*{pick(_LANGUAGES, lang)}*",
        pick(_LEAD, lang),
        pick(_STORES, lang),
        "\n".join(
            [
                f"| {' | '.join(heads)} |",
                f"|{' --- |' * len(heads)}",
                *(_row(rule, lang) for rule in ALL_RULES.values() if rule.requires is not None),
            ]
        ),
        *(
            pick(_WRONG, lang).format(store=dialect.name.capitalize(), codes=", ".join(sorted(dialect.wrong)))
            for dialect in DIALECTS.values()
            if dialect.wrong
        ),
    ]
    return "\n\n".join(lines) + "\n"


def _row(rule: Rule, lang: str) -> str:
    way, unshaped = way_in_shacl(rule)
    unasked = unfit_for_queries(rule)
    reasons: list[Words] = [reason for reason in (unshaped if way is None else None, unasked) if reason is not None]
    why = "; ".join(dict.fromkeys(pick(reason, lang) for reason in reasons))
    shacl = _WAYS[way] if way is not None else pick(_NO, lang)
    sparql = pick(_YES if unasked is None else _NO, lang)
    return f"| [{rule.code}](rules/{lang}/{rule.code}.md) {rule.name} | {shacl} | {sparql} | {why} |".replace(
        "  |", " |"
    )
