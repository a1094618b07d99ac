"""The reference of the plan file as Markdown, in English and bokmål, made from the models and the relation table."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from sdggraph.app.field_meanings import meaning, own_meaning
from sdggraph.base.words import pick, words
from sdggraph.io.workbook.values import choice_in
from sdggraph.model.kinds import KINDS
from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.record import Record
from sdggraph.model.relations import FIELDS, RELATIONS
from sdggraph.model.scalars import Grammar, PlanDate
from sdggraph.model.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["plan_reference"]

_TITLE = words("The plan file, key by key", "Planfilen, nøkkel for nøkkel")
_INTRO = words(
    "A plan file is YAML (or JSON with the same keys). It begins with `sdggraph: 1` and a `plan:` section; the other "
    "sections are lists. A single value may stand for a list of one, and the key may then be in the singular "
    "(`area: services`). A text is a string in the plan's language, or texts by language: `{nb: …, en: …}`. Only `id`, "
    "`title`, `code` and the plan's `language` are required.",
    "En planfil er YAML (eller JSON med de samme nøklene). Den begynner med `sdggraph: 1` og en `plan:`-del; de andre "
    "delene er lister. En enkelt verdi kan stå for en liste med ett punkt, og nøkkelen kan da stå i entall "
    "(`area: services`). En tekst er en streng på planens språk, eller tekster etter språk: `{nb: …, en: …}`. Bare "
    "`id`, `title`, `code` og planens `language` må være med.",
)
_HEAD = words("| key | holds | what for |", "| nøkkel | inneholder | til hva |")
_PARTS = words("Parts", "Deler")
_GENERATED = words("Made by `python docs/make.py`.", "Laget av `python docs/make.py`.")


def plan_reference(lang: str) -> str:
    """Give the whole reference in one language."""
    lines = [f"# {pick(_TITLE, lang)}", "", pick(_INTRO, lang), ""]
    lines += _section("plan", PlanHeader, lang)
    for name, record in SECTIONS.items():
        lines += _section(name, record, lang)
    lines += [f"## {pick(_PARTS, lang)}", ""]
    for part in _parts():
        lines += [f"### {part.__name__}", "", *_table(part, lang), ""]
    return "\n".join([*lines, pick(_GENERATED, lang), ""])


def _section(name: str, record: type[Record], lang: str) -> list[str]:
    kind = KINDS.get(record.__name__)
    called = f": {pick(kind.many, lang)}" if kind else ""
    return [f"## `{name}:`{called}", "", *_table(record, lang), ""]


def _table(record: type[Record], lang: str) -> list[str]:
    rows = [
        f"| `{key}` | {_holds(record, name, lang)} | {_for(record, key, name, lang)} |"
        for key, name in record.keys().items()
    ]
    return [pick(_HEAD, lang), "|---|---|---|", *rows]


def _for(record: type[Record], key: str, name: str, lang: str) -> str:
    entry = FIELDS.get((record.__name__, name))
    phrase = own_meaning(record.__name__, key)
    if entry is not None and phrase is None:
        return pick(RELATIONS[entry[0]].meaning, lang)
    phrase = phrase or meaning(key)
    if phrase is None:
        raise LookupError(f"{record.__name__}.{key} has no meaning")
    said = pick(phrase, lang)
    return said[:1].upper() + said[1:] + "."


def _holds(record: type[Record], name: str, lang: str) -> str:
    field = record.model_fields[name]
    entry = FIELDS.get((record.__name__, name))
    required = words(" (required)", " (må være med)") if field.is_required() else words("", "")
    if entry is not None:
        kinds = (" or " if lang == "en" else " eller ").join(pick(KINDS[kind].one, lang) for kind in entry[1].targets)
        many = get_origin(field.annotation) is tuple or entry[1].claim
        listed = (
            words("ids or codes of: ", "id-er eller koder for: ")
            if many
            else words("id or code of: ", "id eller kode for: ")
        )
        claim = (
            words("; or a [Claim](#claim) with role and why", "; eller en [Claim](#claim) med rolle og grunn")
            if entry[1].claim
            else words("", "")
        )
        return f"{pick(listed, lang)}{kinds}{pick(claim, lang)}{pick(required, lang)}"
    return _type(field.annotation, lang, list(field.metadata)) + pick(required, lang)


def _type(annotation: Any, lang: str, metadata: list[Any] | None = None) -> str:
    """Say in words what a type holds."""
    if annotation in (Text, Text | None):
        return pick(words("text", "tekst"), lang)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _type(arguments[0], lang, list(arguments[1:]))
    grammar = next((one for one in metadata or [] if isinstance(one, Grammar)), None)
    if grammar is not None or annotation in (Decimal, int, PlanDate):
        becomes = grammar.becomes if grammar else annotation
        return pick(
            {Decimal: words("number", "tall"), int: words("whole number", "heltall")}.get(
                becomes, words("date", "dato")
            ),
            lang,
        )
    if origin in (typing.Union, types.UnionType):
        parts = [part for part in arguments if part is not type(None)]
        return (" or " if lang == "en" else " eller ").join(
            dict.fromkeys(_type(part, lang, metadata) for part in parts)
        )
    if origin is Literal:
        return " \\| ".join(_choice(choice, lang) for choice in arguments)
    if origin is tuple:
        if Ellipsis not in arguments:
            return pick(words("[low, high]", "[lav, høy]"), lang)
        return f"{pick(words('list of', 'liste av'), lang)} {_type(arguments[0], lang)}"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return pick(words("text", "tekst"), lang)


def _choice(choice: str, lang: str) -> str:
    """Give a word of a closed list, with what it stands for in the reader's language if that is another."""
    said = choice_in(lang, choice)
    return f"`{choice}`" if said == choice else f"`{choice}` ({said})"


def _parts() -> Iterator[type[Record]]:
    """Give the records that stand inside others, each once, in the order in which they are met."""
    met: dict[type[Record], None] = {}

    def look(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Record):
            if annotation not in met:
                met[annotation] = None
                for field in annotation.model_fields.values():
                    look(field.annotation)
            return
        for part in get_args(annotation):
            look(part)

    whole: list[type[Record]] = [PlanHeader, *SECTIONS.values()]
    for record in whole:
        for field in record.model_fields.values():
            look(field.annotation)
    return iter(met)
