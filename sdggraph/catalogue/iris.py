"""The IRIs of goals, targets and indicators."""

from __future__ import annotations

import re

from sdggraph.catalogue.tables import codes
from sdggraph.model.codes import code_kind

__all__ = ["OWN_BASE", "UN_BASE", "code_of_iri", "code_of_permanent", "iri_of"]

UN_BASE = "http://metadata.un.org/sdg/"
"""Where the UN's knowledge organisation system has its goals, targets and indicators."""

OWN_BASE = "https://w3id.org/sdggraph/sdg/"
"""For indicators of which no permanent code, and so no IRI of the UN's, is known for sure."""

_IRI = re.compile(r"(?:https?://metadata\.un\.org/sdg/|https://w3id\.org/sdggraph/sdg/)([0-9A-Za-z.]{1,12})/?")


def iri_of(code: str) -> str:
    """Give the IRI of a code that stands.

    Goals and targets, and indicators whose permanent code is known, have the UN's own. An indicator that is
    listed several times has one IRI. Those without a known permanent code have one of ours, so that nothing
    is said in the UN's name that the UN hasn't said.

    Raises:
        KeyError: If no such code stands.
    """
    if codes().kinds[code] != "indicator":
        return UN_BASE + code
    first = codes().canonical[code]
    permanent = codes().permanent_of.get(first)
    return UN_BASE + permanent if permanent else OWN_BASE + first


def code_of_iri(iri: str) -> str | None:
    """Give the code that an IRI of the UN's or ours names, by http or https; None if it names none."""
    match = _IRI.fullmatch(iri)
    if match is None:
        return None
    name = match[1]
    if name in codes().kinds:
        return name
    return code_of_permanent(name)


def code_of_permanent(permanent: str) -> str | None:
    """Give the code of a permanent code (``C030801``); None if it names no indicator that still stands."""
    key = permanent.lower()
    if key in codes().permanent:
        return codes().permanent[key]
    if key in codes().former:
        return codes().former[key].replaced_by
    return _by_place(key)


def _by_place(name: str) -> str | None:
    """Read ``C030801`` by its digits, for a permanent code that isn't in the list."""
    match = re.fullmatch(r"c(\d\d)(\d\d|0[a-d])(\d\d)", name, re.ASCII)
    if match is None:
        return None
    code = ".".join(part.lstrip("0") for part in match.groups())
    return code if code_kind(code) and code in codes().kinds else None
