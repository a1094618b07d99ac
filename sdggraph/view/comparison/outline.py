"""The outline of a comparison: sections, entries and details in words, before any form is given to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdggraph.analysis.comparison.wording import Piece, word_changes
from sdggraph.analysis.thread_records import ThreadStep
from sdggraph.base.words import pick, words
from sdggraph.io.field_words import field_name
from sdggraph.lint.phrases import listed, quoted
from sdggraph.model.codes import code_kind, plan_part
from sdggraph.model.kinds import KINDS
from sdggraph.view.comparison.values import NOTHING, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.analysis.comparison.records import (
        Comparison,
        FieldChange,
        FindingChange,
        NodeChange,
        RelationChange,
        ThreadChange,
    )

__all__ = ["BROKEN", "Detail", "Entry", "Mark", "Section", "field_detail", "outline"]

Mark: TypeAlias = Literal["+", "-", "~", "\u00d7", "✓", "!"]
"""What happened: came, went, changed, broke, was mended, was found."""

BROKEN: Mark = "\u00d7"

_ROLES = {"primary": words("primary", "primær"), "secondary": words("secondary", "sekundær")}
_ANALYST = words("(an analyst's view)", "(en analytikers vurdering)")
_FIRST = re.compile(r"\w+")
_UNTITLED = words("(no title)", "(uten tittel)")
_SHOWN = 6
_THREADS = {
    "SDG202": (words("reaches no indicator any more", "måles ikke lenger"), words("is measured now", "måles nå")),
    "SDG214": (words("is measured nowhere any more", "måles ikke lenger"), words("is measured now", "måles nå")),
    "SDG205": (
        words("is reached by no strategy any more", "nås ikke lenger av noen strategi"),
        words("is now reached by a strategy", "nås nå av en strategi"),
    ),
    "SDG206": (
        words("is taken up by no objective or strategy any more", "følges ikke lenger opp av noe mål eller strategi"),
        words("is now taken up", "følges nå opp"),
    ),
}
_TO_GOAL = (
    words("reaches no goal any more", "når ikke lenger fram til noe bærekraftsmål"),
    words("now reaches a goal", "når nå fram til et bærekraftsmål"),
)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing about an entry: a label, and what stayed, went and came."""

    label: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One change in a line, with what belongs to it."""

    mark: Mark
    text: str
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Changes of one sort under a heading, and a remark on what is left out.

    Attributes:
        name: The sort: header, added, removed, changed, relations, threads or findings.
        title: The heading.
        entries: The changes.
        remark: What is left out.
    """

    name: str
    title: str
    entries: tuple[Entry, ...]
    remark: str = ""


def outline(found: Comparison, *, ids: bool = True) -> tuple[Section, ...]:
    """Give a comparison in sections, without those that are empty; ``ids`` says whether nodes go by their ids too."""
    nb = found.lang == "nb"
    own = [one for one in found.relations if not one.follows]
    rest = len(found.relations) - len(own)
    one_more = "1 kobling til kom eller gikk" if nb else "1 more relation came or went"
    many = f"{rest} koblinger til kom eller gikk" if nb else f"{rest} more relations came or went"
    along = " sammen med det som er nevnt over" if nb else " along with what is named above"
    remark = (one_more if rest == 1 else many) + along if rest else ""
    sections = (
        Section("header", "Planen selv" if nb else "The plan itself", _header(found)),
        Section("added", "Kommet til" if nb else "Added", _nodes(found, "added", ids=ids)),
        Section("removed", "Tatt ut" if nb else "Removed", _nodes(found, "removed", ids=ids)),
        Section("changed", "Endret" if nb else "Changed", _nodes(found, "changed", ids=ids)),
        Section(
            "relations",
            "Koblinger" if nb else "Relations",
            tuple(_relation(one, found.lang, ids=ids) for one in own),
            remark,
        ),
        Section(
            "threads", "Tråder" if nb else "Threads", tuple(_thread(one, found.lang, ids=ids) for one in found.threads)
        ),
        Section("findings", "Funn" if nb else "Findings", tuple(_finding(one, found.lang) for one in found.findings)),
    )
    return tuple(one for one in sections if one.entries or one.remark)


def _header(found: Comparison) -> tuple[Entry, ...]:
    several = len({one.language for one in found.header if one.language}) > 1
    details = tuple(field_detail(one, found.lang, with_language=several) for one in found.header)
    return (Entry("~", quoted(found.new.title, found.lang), details),) if details else ()


def _nodes(found: Comparison, what: str, *, ids: bool) -> tuple[Entry, ...]:
    marks: dict[str, Mark] = {"added": "+", "removed": "-", "changed": "~"}
    entries = []
    for one in found.nodes:
        if one.what == what:
            called = _called(one.kind, one.name, one.title, found.lang, ids=ids)
            entries.append(Entry(marks[what], called, tuple(_details(one, found.lang))))
    return tuple(entries)


def _details(one: NodeChange, lang: str) -> Iterator[Detail]:
    nb = lang == "nb"
    if one.heirs:
        yield Detail("erstattet av" if nb else "replaced by", (Piece("=", listed(list(one.heirs), lang)),))
    if one.renamed:
        how = _how(one, lang)
        yield Detail("id", (*_from_to(one.old or "", one.new or ""), Piece("=", f" ({how})")))
    elif one.matched == "likeness":
        yield Detail(_how(one, lang))
    if one.moved:
        before, after = (listed([_local(end) for end in ends], lang) for ends in one.moved)
        yield Detail("flyttet" if nb else "moved", _from_to(before, after))
    if one.number:
        yield Detail("nummer" if nb else "number", _from_to(one.number[0] or NOTHING, one.number[1] or NOTHING))
    several = {field.field for field in one.fields if field.language} if _languages(one) > 1 else set()
    for field in one.fields:
        yield field_detail(field, lang, with_language=field.field in several)


def _languages(one: NodeChange) -> int:
    return len({field.language for field in one.fields if field.language})


def _how(one: NodeChange, lang: str) -> str:
    nb = lang == "nb"
    if one.matched == "likeness":
        share = round(100 * (one.score or 0))
        return f"gjenkjent på ordlyden, {share} % lik" if nb else f"matched by its wording, {share}% alike"
    if one.matched == "replaces":
        return "sier at den erstatter den" if nb else "says that it replaces it"
    return "gjenkjent på tittelen" if nb else "matched by its title"


def field_detail(one: FieldChange, lang: str, *, with_language: bool = False) -> Detail:
    """Give what changed in a field, under its name."""
    label = field_name(one.field, lang)
    if one.language:
        label += f" ({one.language})" if with_language else ""
        return Detail(label, one.pieces)
    if one.items:
        before, after = (_items(items, lang) for items in (one.old, one.new))
        if not before and not after:
            return Detail(label, (Piece("=", "i en annen rekkefølge" if lang == "nb" else "in another order"),))
        if not before or not after:
            mark: Literal["-", "+"] = "-" if before else "+"
            return Detail(label, (Piece(mark, "; ".join(before or after)),))
        return Detail(label, _from_to("; ".join(before), "; ".join(after)))
    return Detail(label, _from_to(shown_value(one.old, lang, one.field), shown_value(one.new, lang, one.field)))


def _items(items: tuple[Any, ...], lang: str) -> list[str]:
    """Write the items of a list; of a long one the first."""
    shown = [shown_value(item, lang) for item in items[:_SHOWN]]
    left = len(items) - _SHOWN
    return [*shown, f"… {left} {'til' if lang == 'nb' else 'more'}"] if left > 0 else shown


def _from_to(old: str, new: str) -> tuple[Piece, ...]:
    return Piece("-", old), Piece("=", " → "), Piece("+", new)


def _relation(one: RelationChange, lang: str, *, ids: bool) -> Entry:
    marks: dict[str, Mark] = {"gained": "+", "lost": "-", "changed": "~"}
    says = pick(ThreadStep("", one.relation).words(), lang)
    ends = [_end(name, title, lang, ids=ids) for name, title in _ends(one)]
    details: tuple[Detail, ...] = ()
    if one.what == "changed":
        label = "rolle" if lang == "nb" else "role"
        details = (Detail(label, word_changes(_role(one.old, lang), _role(one.new, lang))),)
    return Entry(marks[one.what], f"{ends[0]} {says} {ends[1]}", details)


def _ends(one: RelationChange) -> Iterable[tuple[str, str]]:
    return (one.source, one.source_title), (one.target, one.target_title)


def _end(name: str, title: str, lang: str, *, ids: bool) -> str:
    """Call an end of a relation: what is the UN's or the state's always by its code, the plan's own by its id."""
    local = _local(name)
    if ids or local != name:
        return f"{local} {quoted(title, lang)}".strip()
    return quoted(title, lang) if title else pick(_UNTITLED, lang)


def _role(said: str, lang: str) -> str:
    role = _FIRST.match(said)
    if role is None or role[0] not in _ROLES:
        return said or NOTHING
    return pick(_ROLES[role[0]], lang) + said[role.end() :].replace("(analyst)", pick(_ANALYST, lang), 1)


def _thread(one: ThreadChange, lang: str, *, ids: bool) -> Entry:
    broken, mended = _THREADS.get(one.code, _TO_GOAL)
    called = _called(one.kind, one.node, one.title, lang, ids=ids)
    said = f"{called} {pick(broken if one.what == 'broken' else mended, lang)}"
    if one.goals:
        before = ("før: " if lang == "nb" else "before: ") if one.what == "broken" else ""
        said += f" ({before}{', '.join(one.goals)})"
    return Entry(BROKEN if one.what == "broken" else "✓", said)


def _finding(one: FindingChange, lang: str) -> Entry:
    said = {"new": ("new", "nytt"), "gone": ("gone", "borte")}[one.what][lang == "nb"]
    place = f"  {one.diagnostic.place}" if one.diagnostic.place is not None and one.what == "new" else ""
    return Entry("!" if one.what == "new" else "✓", f"{said}: {one.diagnostic.code} {one.diagnostic.message}{place}")


def _called(kind: str, name: str, title: str, lang: str, *, ids: bool) -> str:
    """Call a node by kind, id and title; what the plan says of a goal or target by the code."""
    word = pick(KINDS[{"Prioritisation": "Goal", "Selection": "Target"}.get(kind, kind)].one, lang)
    if kind in ("Prioritisation", "Selection"):
        name = name.partition("-")[2]
    elif kind == "Precondition" or not ids:
        return f"{word} {quoted(title, lang) if title else pick(_UNTITLED, lang)}"
    return f"{word} {name} {quoted(title, lang)}".strip()


def _local(name: str) -> str:
    if plan_part(name) in ("sdg", "national"):
        return name.partition(":")[2]
    section, _, code = name.partition("-")
    return code if section in ("goal", "target") and code_kind(code) else name
