"""How messages call the nodes of a store: by kind, id and title, fetched for those that were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import pick
from sdggraph.lint.phrases import quoted
from sdggraph.model.kinds import KINDS
from sdggraph.semantic.queries.terms import prefixes
from sdggraph.semantic.terms import SG, is_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.io.rdf.endpoint import Endpoint

__all__ = ["phrases"]

_PORTION = 200
_NAMES = ("this", "kind", "id", "code", "label", "language")
_ASKED = """SELECT ?this ?kind ?id ?code ?label ?language WHERE {{
  VALUES ?this {{ {listed} }} ?this a ?kind .
  OPTIONAL {{ ?this sg:id ?id }} OPTIONAL {{ ?this sg:code ?code }}
  OPTIONAL {{ ?this rdfs:label ?label BIND(LANG(?label) AS ?language) }}
}}"""


def phrases(endpoint: Endpoint, nodes: Iterable[str], lang: str) -> dict[str, tuple[str, str]]:
    """Give what each node is called and its local id, by its IRI.

    Raises:
        InputError: The endpoint doesn't answer as it should.
    """
    known = sorted(node for node in nodes if is_iri(node))
    called: dict[str, tuple[str, str]] = {}
    ranks: dict[str, int] = {}
    for start in range(0, len(known), _PORTION):
        listed = " ".join(f"<{node}>" for node in known[start : start + _PORTION])
        for row in endpoint.select(f"{prefixes()}\n{_ASKED.format(listed=listed)}", _NAMES):
            node, kind, name, code, label, language = (value or "" for value in row)
            kind = kind.removeprefix(SG)
            if not kind or kind not in KINDS:
                continue
            # The title in the reader's language, else any.
            rank = 2 if language.lower() == lang else 1
            if rank <= ranks.get(node, 0):
                continue
            ranks[node] = rank
            local = name or _scoped(kind, code) or node.rstrip("/").rpartition("/")[2]
            shown = code if kind in ("Prioritisation", "Selection") else local
            called[node] = f"{pick(KINDS[kind].one, lang)} {shown} {quoted(label, lang)}".rstrip(), local
    return called


def _scoped(kind: str, code: str) -> str:
    return {"Prioritisation": f"goal-{code}", "Selection": f"target-{code}"}.get(kind, "") if code else ""
