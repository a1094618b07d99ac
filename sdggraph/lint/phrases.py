"""How messages call nodes and kinds, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.words import pick
from sdggraph.catalogue.labels import label
from sdggraph.model.codes import local_part
from sdggraph.model.kinds import KINDS
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from sdggraph.graph.index import Index
    from sdggraph.model.plan import Plan

__all__ = ["capitalised", "listed", "node_phrase", "quoted"]

_LONGEST = 70


def node_phrase(index: Index, node: int, lang: str) -> str:
    """Call a node by kind, id and title: ``strategy s7 “Safe paths”``; a goal or target by its code and label."""
    kind = index.kinds[node]
    record: Any = index.records[node]
    word = pick(KINDS[kind].one, lang)
    if kind in ("Prioritisation", "Selection"):
        word = pick(KINDS["Goal" if kind == "Prioritisation" else "Target"].one, lang)
        return f"{word} {record.code} {quoted(label(record.code, lang), lang)}"
    name = local_part(index.ids[node]) or index.ids[node]
    if record is None:
        return f"{word} {name} {quoted(label(name, lang), lang)}".rstrip()
    owner = index.owners[node]
    language = index.plans[owner].language if owner >= 0 else ""
    title = in_language(getattr(record, "title", None), lang, language)
    if title and owner >= 0 and _is_made(index.plans[owner], name):
        return f"{word} {quoted(title, lang)}"
    return f"{word} {name} {quoted(title, lang)}".rstrip()


def _is_made(plan: Plan, local: str) -> bool:
    """Say whether nobody wrote a node's id, so that nobody would know it again."""
    return plan.reading is not None and local in plan.reading.made


def quoted(text: str, lang: str) -> str:
    """Put a title in quotation marks, on one line and not too long; nothing where there is none."""
    text = " ".join(text.split())
    if not text:
        return ""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return f"«{text}»" if lang in ("nb", "nn", "no") else f"“{text}”"


def capitalised(text: str) -> str:
    """Give a sentence its capital; an id or code at its beginning stays as it is."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() else text


def listed(items: list[str], lang: str) -> str:
    """Join a few words as a sentence does."""
    last = " og " if lang == "nb" else " and "
    return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
