"""The small pieces of HTML that the ontology's page is made of; whatever isn't ours is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sdggraph.semantic.terms import NAMESPACES, SG, Iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.words import Words

__all__ = ["both", "code_block", "link", "links", "row", "short"]

_PREFIX_OF = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


def both(text: Words) -> str:
    """Give a text in both languages, of which the page shows one."""
    return "".join(f'<span lang="{language}">{escape(said)}</span>' for language, said in sorted(text.items()))


def short(iri: str) -> str:
    """Give an IRI with its prefix: ``sg:Strategy``."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else iri


def link(iri: Iri) -> str:
    """Link to a term: within the page, or to where others have it."""
    if iri.startswith(SG):
        return f'<a href="#{escape(iri.removeprefix(SG))}"><code>{escape(short(iri))}</code></a>'
    return f'<a href="{escape(iri)}" rel="noopener noreferrer"><code>{escape(short(iri))}</code></a>'


def links(iris: Iterable[Iri]) -> str:
    """Link to several terms."""
    return " ".join(link(iri) for iri in iris)


def row(title: Words, content: str) -> str:
    """Give one row of what is said of a term; nothing if there is nothing."""
    return f"<dt>{both(title)}</dt><dd>{content}</dd>" if content else ""


def code_block(text: str, label: Words) -> str:
    """Give an example that opens."""
    return f'<details><summary>{both(label)}</summary><pre tabindex="0"><code>{escape(text)}</code></pre></details>'
