"""What a comparison comes to: counts, and one or two plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.lint.phrases import capitalised, listed

if TYPE_CHECKING:
    from sdggraph.analysis.comparison.records import Comparison

__all__ = ["counts_of", "summary_of"]

_MANY = {
    "added": (("was added", "were added"), ("er kommet til", "er kommet til")),
    "removed": (("was removed", "were removed"), ("er tatt ut", "er tatt ut")),
    "reworded": (("was reworded", "were reworded"), ("er omformulert", "er omformulert")),
    "moved": (("was moved", "were moved"), ("er flyttet", "er flyttet")),
    "renumbered": (("was renumbered", "were renumbered"), ("har fått nytt nummer", "har fått nytt nummer")),
    "revalued": (("has other values", "have other values"), ("har nye opplysninger", "har nye opplysninger")),
    "gained": (("relation was gained", "relations were gained"), ("kobling er ny", "koblinger er nye")),
    "lost": (("relation was lost", "relations were lost"), ("kobling er borte", "koblinger er borte")),
    "broken": (("thread broke", "threads broke"), ("tråd er brutt", "tråder er brutt")),
    "mended": (("was mended", "were mended"), ("er knyttet sammen igjen", "er knyttet sammen igjen")),
    "new": (("finding is new", "findings are new"), ("funn er nytt", "funn er nye")),
    "gone": (("is gone", "are gone"), ("er borte", "er borte")),
}

_NODES = (("node", "nodes"), ("node", "noder"))


def counts_of(found: Comparison) -> dict[str, int]:
    """Count what changed; relations that came or went with a node are not counted."""
    counts = {what: len(found.of(what)) for what in ("added", "removed", "reworded", "moved", "renumbered")}
    counts["revalued"] = sum(any(field.field != "title" for field in one.fields) for one in found.nodes)
    own = [one for one in found.relations if not one.follows]
    counts |= {what: sum(one.what == what for one in own) for what in ("gained", "lost")}
    counts |= {what: sum(one.what == what for one in found.threads) for what in ("broken", "mended")}
    return counts | {what: sum(one.what == what for one in found.findings) for what in ("new", "gone")}


def summary_of(found: Comparison, nouns: tuple[tuple[str, str], tuple[str, str]] = _NODES) -> str:
    """Say in plain sentences what changed: the nodes first, then the threads and what the linter says.

    Args:
        found: The comparison.
        nouns: What the nodes are called, one and many of them, in English and in Norwegian.
    """
    if not found:
        return "Ingenting er endret." if found.lang == "nb" else "Nothing has changed."
    counts = counts_of(found)
    first = _clauses(counts, ("added", "removed", "reworded", "moved", "renumbered", "revalued"), found.lang)
    second = _clauses(counts, ("gained", "lost"), found.lang)
    third = _clauses(counts, ("broken", "mended"), found.lang, noun=("thread", "tråd", "tråder"))
    last = _clauses(counts, ("new", "gone"), found.lang, noun=("finding", "funn", "funn"))
    if first:
        number, _, rest = first[0].partition(" ")
        first[0] = f"{number} {nouns[found.lang == 'nb'][number != '1']} {rest}"
    parts = [listed(one, found.lang) for one in (first, second, third, last) if one]
    if not parts:
        parts = ["bare planens egne opplysninger er endret" if found.lang == "nb" else "only the plan's header changed"]
    return " ".join(f"{capitalised(one)}." for one in parts)


def _clauses(
    counts: dict[str, int], names: tuple[str, ...], lang: str, noun: tuple[str, str, str] | None = None
) -> list[str]:
    """Say each count that isn't zero; where the first is, the noun that it would have named is put in."""
    said: list[str] = []
    for name in names:
        number = counts[name]
        if not number:
            continue
        one, many = _MANY[name][lang == "nb"]
        words = one if number == 1 else many
        if noun and name == names[1] and not said:
            singular, *norwegian = noun
            thing = norwegian[number != 1] if lang == "nb" else singular + ("s" if number != 1 else "")
            words = f"{thing} {words}"
        said.append(f"{number} {words}")
    return said
