"""From literals to the values of a record's fields."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import Words, words
from sdggraph.model.scalars import parse_date, parse_decimal, parse_whole
from sdggraph.semantic.terms import XSD, Literal, untag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.model.texts import Text
    from sdggraph.semantic.fields import FieldForm

__all__ = ["expected", "scalar_of", "text_of"]

_NUMBERS = frozenset({XSD.decimal, XSD.integer, XSD.double, XSD.float, XSD.int, XSD.long})
_EXPECTED: dict[type, Words] = {
    Decimal: words("a number", "et tall"),
    int: words("a whole number", "et heltall"),
    str: words("a text", "en tekst"),
}
_DATE = words("a date such as 2026, 2026-06 or 2026-06-09", "en dato som 2026, 2026-06 eller 2026-06-09")


def scalar_of(form: FieldForm, literal: Literal) -> Any:
    """Give the value of a literal in a field.

    Raises:
        ValueError: It is none that the field can have.
    """
    if len(form.scalar) > 1:
        return parse_decimal(literal.text) if literal.datatype in _NUMBERS else literal.text
    kind = form.scalar[0]
    if kind is str:
        if form.words and literal.text not in form.words:
            raise ValueError(literal.text)
        return literal.text
    if kind not in (Decimal, int):
        return parse_date(literal.text)
    value: Decimal | int = parse_decimal(literal.text)
    if kind is int:
        value = parse_whole(format(value, "f").removesuffix(".0"))
    for limit in (inner for one in form.metadata for inner in getattr(one, "metadata", (one,))):
        if getattr(limit, "ge", value) > value or getattr(limit, "le", value) < value:
            raise ValueError(literal.text)
    return value


def expected(form: FieldForm) -> Words:
    """Say what a field can have."""
    if form.words:
        listed = ", ".join(form.words)
        return words(f"one of {listed}", f"en av {listed}")
    return _EXPECTED.get(form.scalar[0], _DATE) if form.scalar else words("a node", "en node")


def text_of(literals: Iterable[Literal], plan_language: str) -> Text:
    """Give the text that literals in several languages make: a plain one if it is in the plan's language only."""
    texts: dict[str, str] = {}
    own = plan_language.lower()
    for literal in literals:
        texts.setdefault(untag(literal.language) if literal.language else own, literal.text)
    return texts[own] if set(texts) == {own} else texts
