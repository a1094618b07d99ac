"""Units that are persons: in flat lists the column of who answers often holds names, and readers outside see none.

A unit counts as a person when nothing is part of it and its title is written as a name is: an address of e-mail, or two
to four words that each begin with a capital (``Kari Nordmann``, ``Nordmann, Kari``, ``Per A. van der Berg``), none of
which is a word for a part of an organisation. That can be wrong in both directions: a unit called ``Fjord Senter`` with
no unit under it is known by ``senter``, one called ``Nye Vannveier`` isn't. Where it is in doubt, the name is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.model.texts import by_language

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["UNNAMED", "people_among", "seems_a_person"]

UNNAMED = words("a named person", "en navngitt person")
"""What stands for a person's name where readers outside see it."""

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['\N{RIGHT SINGLE QUOTATION MARK}-])+|[^\W\d_]\.?")
_BETWEEN = frozenset(
    ("af", "al", "av", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "ter", "van", "von")
)
_AFTER = re.compile(r"\s*(?:[(/\N{EN DASH}].*|\s-\s.*)$")
_MOST = 4
_ORGANISED = re.compile(
    r"(?:administra|agency|analy|anlegg|arbeid|archive|arkiv|avdeling|barn|bibliotek|board|bolig|brann|bygg|byråd|"
    r"care|center|centre|children|climate|committee|council|culture|department|development|digital|direktør|director|"
    r"division|drift|economy|education|eiendom|energi|enhet|environment|etat|felles|finans|finance|folke|forbund|"
    r"foreldre|forening|forum|forvaltning|frivillig|fylke|gruppe|group|health|helse|housing|ikt|infra|innovasjon|"
    r"inkludering|integrering|kirke|klima|kommun|kontor|kultur|ledels|ledergruppe|levekår|library|lokal|manager|"
    r"miljø|municip|nav\b|næring|office|officer|omsorg|oppvekst|organisa|park|personal|plan|politi|post|prosjekt|"
    r"project|regional|renovasjon|rektor|ressurs|røde|råd|samferdsel|samfunn|school|sektor|sector|seksjon|section|"
    r"selskap|senter|service|services|sivil|sjef|skole|sosial|social|stab|staff|stat(?:en|ens|lig)|strategi|styre|"
    r"team|technical|teknisk|tjeneste|transport|trust|ungdom|unge|union|unit|university|universitet|utbygging|"
    r"utdanning|utvalg|utvikling|vann|vatn|vei|veg|verk|vern|water|work|young|youth|økonomi)",
    re.IGNORECASE,
)


def seems_a_person(title: str) -> bool:
    """Say whether a unit's title is written as a person's name is.

    Example:
        >>> [seems_a_person(one) for one in ("Kari Nordmann", "Plan og teknisk", "Agder Fylkeskommune")]
        [True, False, False]
    """
    if "@" in title:
        return True
    first, comma, rest = (part.strip() for part in _AFTER.sub("", title.strip()).partition(","))
    if _ORGANISED.search(first):
        return False
    turned = comma and len(first.split()) == 1
    parts = f"{rest} {first}".split() if turned and _alone(rest) else first.split()
    names = [part for number, part in enumerate(parts) if not (number and part in _BETWEEN)]
    if not 1 < len(names) <= _MOST or _ORGANISED.search(" ".join(parts)):
        return False
    return len(names[-1].rstrip(".")) > 1 and all(map(_is_name, names))


def people_among(graph: PlanGraph) -> frozenset[str]:
    """Give the units of a graph that seem to be persons, by their ids."""
    return frozenset(
        node
        for node in graph.nodes("Unit")
        if not graph.sources_of(node, "part_of")
        and any(map(seems_a_person, by_language(graph.record(node).title, "nb").values()))
    )


def _alone(text: str) -> bool:
    """Say whether a text is one name or two, without anything after them."""
    return 1 <= len(text.split()) <= 2 and all(map(_is_name, text.split()))


def _is_name(word: str) -> bool:
    """Say whether a word begins with a capital and goes on in small letters, or is an initial."""
    if _NAME.fullmatch(word) is None or not word[0].isupper():
        return False
    return len(word.rstrip(".")) == 1 or not word.isupper()
