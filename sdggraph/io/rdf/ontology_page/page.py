"""The page itself: one file that needs no network and says in its policy that it asks for nothing."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path

from sdggraph.base.version import VERSION
from sdggraph.base.words import words
from sdggraph.io.rdf.ontology_page.example import prefixes
from sdggraph.io.rdf.ontology_page.html import both, link
from sdggraph.io.rdf.ontology_page.terms import (
    class_section,
    index_of,
    names_of_classes,
    names_of_properties,
    property_section,
)
from sdggraph.semantic.ontology import ABOUT, ONTOLOGY_IRI, TITLE
from sdggraph.semantic.terms import SG, Iri

__all__ = ["ontology_page"]

_HERE = Path(__file__).parent
_FILES = (
    ("sdggraph.ttl", words("the ontology, OWL 2 DL in Turtle", "ontologien, OWL 2 DL i Turtle")),
    ("catalogue.ttl", words("the goals, targets and indicators as SKOS", "mål, delmål og indikatorer som SKOS")),
    ("cubes.ttl", words("the data structures of measurements", "datastrukturene for målinger")),
    ("shapes.ttl", words("the rules as SHACL shapes", "reglene som SHACL-former")),
    ("context.jsonld", words("the JSON-LD context", "JSON-LD-konteksten")),
    ("plan.schema.json", words("the JSON Schema of a plan file", "JSON-skjemaet for en planfil")),
)
_THREAD = (
    "Action",
    "implements",
    "Strategy",
    "contributesTo",
    "Objective",
    "partOf",
    "TargetArea",
    "contributesTo",
    "Goal",
)
_HEADS = {
    "classes": words("Classes", "Klasser"),
    "relations": words("Properties that lead to nodes", "Egenskaper som leder til noder"),
    "values": words("Properties with values", "Egenskaper med verdier"),
}


def ontology_page() -> str:
    """Give the documentation of the ontology as one HTML page in English and Norwegian."""
    style, script = ((_HERE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    relations, values = names_of_properties(is_object=True), names_of_properties(is_object=False)
    parts = {
        "classes": "".join(map(class_section, names_of_classes())),
        "relations": "".join(map(property_section, relations)),
        "values": "".join(map(property_section, values)),
    }
    indexes = {
        "classes": index_of(names_of_classes(), is_class=True),
        "relations": index_of(relations, is_class=False),
        "values": index_of(values, is_class=False),
    }
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>sdggraph: {escape(TITLE['en'])} · {escape(TITLE['nb'])}</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n"
        f'<div class="page">\n{_header()}{_contents(indexes)}<main>\n{_introduction()}'
        + "".join(
            f'<section aria-labelledby="-{name}"><h2 id="-{name}">{both(_HEADS[name])}</h2>\n{part}</section>\n'
            for name, part in parts.items()
        )
        + f"</main>\n</div>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _switch() -> str:
    """Give the choice of language, which works without a script: what isn't chosen is hidden by the style sheet."""
    choices = "".join(
        f'<input type="radio" name="language" id="-{language}" value="{language}"{checked}>'
        f'<label for="-{language}" lang="{language}" class="choice">{name}</label>'
        for language, name, checked in (("en", "English", " checked"), ("nb", "Norsk", ""))
    )
    return f'<fieldset class="switch"><legend>Language / språk</legend>{choices}</fieldset>'


def _header() -> str:
    files = "".join(f'<li><a href="{name}"><code>{name}</code></a> {both(what)}</li>' for name, what in _FILES)
    return (
        f'<header>{_switch()}<p class="over">sdggraph {escape(VERSION)} · <code>{escape(ONTOLOGY_IRI)}#</code></p>'
        f'<h1>{both(TITLE)}</h1><p class="lead">{both(ABOUT)}</p><ul class="files">{files}</ul></header>\n'
    )


def _contents(indexes: dict[str, str]) -> str:
    parts = "".join(
        f"<details{' open' if name == 'classes' else ''}><summary>{both(_HEADS[name])}</summary>"
        f"<ul>{listed}</ul></details>"
        for name, listed in indexes.items()
    )
    search = (
        '<p class="find" hidden><label for="-find">'
        f'{both(words("Find a term", "Finn et begrep"))}</label><input id="-find" type="search" autocomplete="off"></p>'
    )
    return f'<nav aria-label="Contents / innhold">{search}{parts}</nav>\n'


def _introduction() -> str:
    chain = "".join(
        f'<li class="{"kind" if name[0].isupper() else "tie"}">{link(Iri(SG + name))}</li>' for name in _THREAD
    )
    lines = (
        words(
            "A plan is read from the right: a goal of the United Nations, the municipality's own area of effort under "
            "it, the objectives there, the strategies that lead to them, and the actions that carry those out. "
            "What measures them hangs beside.",
            "En plan leses fra høyre: et av FNs bærekraftsmål, kommunens satsingsområde under det, målene der, "
            "strategiene som fører dit, og tiltakene som setter dem i verk. Det som måler dem, henger ved siden av.",
        ),
        words(
            "Goals, targets and indicators have the United Nations' own IRIs. What one plan says of them stands on "
            "nodes of that plan's own, so that many plans can lie in one store.",
            "Mål, delmål og indikatorer har FNs egne IRI-er. Det én plan sier om dem, står på planens egne noder, "
            "så mange planer kan ligge i én database.",
        ),
        words(
            "Dates keep their text, with sg:dateStart and sg:dateEnd to compare by. "
            "sg:position tells the order in a list.",
            "Datoer beholder teksten sin, med sg:dateStart og sg:dateEnd til å sammenligne med. "
            "sg:position gir rekkefølgen i en liste.",
        ),
    )
    said = "".join(f"<p>{both(line)}</p>" for line in lines)
    known = words("What the examples begin with", "Det eksemplene begynner med")
    return (
        f'<section aria-labelledby="-thread"><h2 id="-thread">{both(words("The thread", "Den røde tråden"))}</h2>'
        f'<ol class="thread">{chain}</ol>{said}<details><summary>{both(known)}</summary>'
        f'<pre tabindex="0"><code>{escape(prefixes())}</code></pre></details></section>\n'
    )
