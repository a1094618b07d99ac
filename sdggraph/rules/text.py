"""The text form of the rule language, as users write it in their settings; it is parsed to the same records.

::

    nodes      Strategy    Strategy|Objective    Indicator[source.system=KOSTRA, !unit]    *
    path       measured_by    ^contributes_to    part_of*    objectives / (a | b)*    involves(Stakeholder[role=pupil])
    condition  measured_by -> Indicator    [owner, period.end]    thread -> Goal    !(measured_by -> Indicator)

A relation goes forwards, with ``^`` backwards; ``*`` is any number of times, ``+`` once or more, ``?`` at most once.
``thread`` is the way up from daily work to the goals. Conditions are joined with ``and`` and ``or``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from sdggraph.base.errors import ConfigError
from sdggraph.base.nearby import nearest
from sdggraph.base.words import Words, words
from sdggraph.model.kinds import KINDS
from sdggraph.model.relations import RELATIONS
from sdggraph.rules.language import AllOf, AnyOf, Has, Not, Reach
from sdggraph.rules.path_ends import INNER, ends, relations_at
from sdggraph.rules.paths import UPWARD
from sdggraph.rules.terms import Chain, Either, Nodes, Star, Step, Where
from sdggraph.rules.text_attributes import choices, found_attribute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.rules.language import Condition
    from sdggraph.rules.terms import Operator, Path

__all__ = ["RuleTextError", "is_pattern", "parse_condition", "parse_nodes", "parse_path"]

_TOKEN = re.compile(
    r"""\s*(?:(->|!=|<=|>=|[\[\]()|/,^*+?!=<>~])|"([^"]*)"|'([^']*)'|((?:(?!->)[^\s\[\]()|/,^*+?!=<>~"'])+))"""
)
_OPERATORS: tuple[Operator, ...] = ("!=", "<=", ">=", "=", "<", ">", "~")
_DEEPEST = 50


class RuleTextError(ConfigError):
    """A rule's text that can't be understood; ``offset`` is where in the text, from 0."""

    def __init__(self, what: Words, offset: int, hint: Words | None = None) -> None:
        super().__init__(what, hint=hint)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    offset: int
    sign: bool


def is_pattern(text: str) -> bool:
    """Say whether a text is a regular expression."""
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def parse_nodes(text: str) -> Nodes:
    """Read a set of nodes: ``Strategy[tracks=services]``.

    Raises:
        RuleTextError: It can't be understood, with the place in the text.
    """
    parser = _Parser(text)
    found = parser.nodes()
    parser.end()
    return found


def parse_path(text: str) -> Path:
    """Read a path: ``contributes_to / part_of*``.

    Raises:
        RuleTextError: It can't be understood, with the place in the text.
    """
    parser = _Parser(text)
    found = parser.path()
    parser.end()
    return found


def parse_condition(text: str, subject: Nodes, at_least: int = 1, at_most: int | None = None) -> Condition:
    """Read what must hold for the nodes of ``subject``: ``measured_by -> Indicator`` or ``[owner]``.

    Args:
        text: The condition.
        subject: The nodes that it is about; their attributes are known.
        at_least: How many nodes must be reached.
        at_most: How many may be reached.

    Raises:
        RuleTextError: It can't be understood, with the place in the text.
    """
    parser = _Parser(text, subject, at_least, at_most)
    found = parser.either()
    parser.end()
    return found


class _Parser:
    """A parser by recursive descent; each method reads one form of the grammar."""

    def __init__(self, text: str, subject: Nodes | None = None, at_least: int = 1, at_most: int | None = None) -> None:
        self.text = text
        self.subject = subject or Nodes()
        self.at_least, self.at_most = at_least, at_most
        self.tokens = list(self._tokens(text))
        self.position = 0
        self.depth = 0

    def _tokens(self, text: str) -> Iterable[_Token]:
        at = 0
        while at < len(text.rstrip()):
            match = _TOKEN.match(text, at)
            if match is None:
                raise RuleTextError(words("a quote is never closed", "et anførselstegn lukkes aldri"), at)
            quoted = match[2] if match[2] is not None else match[3]
            value = match[1] or (quoted if quoted is not None else match[4])
            yield _Token(value, match.end() - len(match[0].lstrip()), match[1] is not None)
            at = match.end()

    def sign(self, *signs: str) -> bool:
        """Say whether one of some signs comes next, and step over it if so."""
        if self.position < len(self.tokens):
            token = self.tokens[self.position]
            if token.sign and token.text in signs:
                self.position += 1
                return True
        return False

    def word(self, what: Words) -> _Token:
        """Give the next word."""
        if self.position >= len(self.tokens) or self.tokens[self.position].sign:
            self.fail(what)
        self.position += 1
        return self.tokens[self.position - 1]

    def next_is_word(self, *known: str) -> bool:
        """Say whether one of some words comes next, and step over it if so."""
        if self.position < len(self.tokens):
            token = self.tokens[self.position]
            if not token.sign and token.text in known:
                self.position += 1
                return True
        return False

    def offset(self) -> int:
        return self.tokens[self.position].offset if self.position < len(self.tokens) else len(self.text)

    def fail(self, expected: Words) -> NoReturn:
        found = self.tokens[self.position].text if self.position < len(self.tokens) else ""
        if found:
            what = words(f"expected {expected['en']}, found “{found}”", f"ventet {expected['nb']}, fant «{found}»")
        else:
            what = words(f"ends where {expected['en']} should come", f"slutter der det skulle komme {expected['nb']}")
        raise RuleTextError(what, self.offset())

    def need(self, sign: str) -> None:
        if not self.sign(sign):
            self.fail(words(f"“{sign}”", f"«{sign}»"))

    def end(self) -> None:
        if self.position < len(self.tokens):
            self.fail(words("the end", "slutten"))

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise RuleTextError(words("has too many brackets", "har for mange parenteser"), self.offset())

    # conditions

    def either(self) -> Condition:
        parts = [self.both()]
        while self.next_is_word("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def both(self) -> Condition:
        parts = [self.single()]
        while self.next_is_word("and"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def single(self) -> Condition:
        if self.sign("!"):
            self.deeper()
            self.need("(")
            inner = self.either()
            self.need(")")
            return Not(inner)
        if self.sign("["):
            conditions = self.conditions(self.subject.kinds)
            parts: tuple[Condition, ...] = tuple(Has(one) for one in conditions)
            return parts[0] if len(parts) == 1 else AllOf(parts)
        begins = self.offset()
        path = self.path()
        reached = ends(path, frozenset(self.subject.kinds or KINDS))
        if not reached:
            raise self.leads_nowhere(begins)
        if not self.sign("->"):
            return Reach(path, Nodes(), self.at_least, self.at_most)
        begins = self.offset()
        to = self.nodes()
        if to.kinds and reached.isdisjoint(to.kinds):
            raise self.leads_elsewhere(begins, to.kinds, reached)
        return Reach(path, to, self.at_least, self.at_most)

    def leads_nowhere(self, offset: int) -> RuleTextError:
        kinds = self.subject.kinds or tuple(KINDS)
        listed = ", ".join(relations_at(frozenset(kinds)))
        return RuleTextError(
            words(
                f"this leads nowhere from {' or '.join(kinds)}", f"dette fører ingen steder fra {' eller '.join(kinds)}"
            ),
            offset,
            words(f"there are {listed}", f"det finnes {listed}"),
        )

    def leads_elsewhere(self, offset: int, wanted: tuple[str, ...], reached: Iterable[str]) -> RuleTextError:
        there = [kind for kind in KINDS if kind in set(reached)]
        return RuleTextError(
            words(
                f"this leads to {' or '.join(there)}, never to {' or '.join(wanted)}",
                f"dette fører til {' eller '.join(there)}, aldri til {' eller '.join(wanted)}",
            ),
            offset,
        )

    # nodes

    def nodes(self) -> Nodes:
        kinds: list[str] = []
        if not self.sign("*"):
            kinds.append(self.kind())
            while self.sign("|"):
                kinds.append(self.kind())
        conditions = self.conditions(tuple(kinds)) if self.sign("[") else ()
        return Nodes(tuple(dict.fromkeys(kinds)), conditions)  # a kind said twice is meant once

    def kind(self) -> str:
        token = self.word(words("a kind of node", "en nodetype"))
        if token.text not in KINDS:
            raise self.unknown(token, words("kind of node", "nodetypen"), KINDS)
        return token.text

    def conditions(self, kinds: tuple[str, ...]) -> tuple[Where, ...]:
        found = [self.condition(kinds)]
        while self.sign(","):
            found.append(self.condition(kinds))
        self.need("]")
        return tuple(found)

    def condition(self, kinds: tuple[str, ...]) -> Where:
        absent = self.sign("!")
        name = self.attribute(kinds)
        if absent:
            return Where(name, "absent")
        for sign in _OPERATORS:
            if self.sign(sign):
                value = self.word(words("a value", "en verdi"))
                self.check_value(kinds, name, sign, value)
                return Where(name, sign, value.text)
        return Where(name, "present")

    def check_value(self, kinds: tuple[str, ...], name: str, operator: Operator, value: _Token) -> None:
        """Refuse a pattern that isn't one, and what a closed list doesn't have: no node would ever have it."""
        if operator == "~" and not is_pattern(value.text):
            raise RuleTextError(
                words(f"“{value.text}” is no regular expression", f"«{value.text}» er ikke et regulært uttrykk"),
                value.offset,
            )
        known = choices(kinds, name) if operator in ("=", "!=") else ()
        if known and value.text not in known:
            raise self.unknown(value, words(f"value of {name}", f"verdien av {name}"), known)

    def attribute(self, kinds: tuple[str, ...]) -> str:
        token = self.word(words("an attribute", "et felt"))
        name, wrong, known = found_attribute(kinds, token.text)
        if wrong:
            raise self.unknown(token, words("attribute", "feltet"), known, wrong)
        return name

    # paths

    def path(self) -> Path:
        parts = [self.chain()]
        while self.sign("|"):
            parts.append(self.chain())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def chain(self) -> Path:
        parts = [self.repeated()]
        while self.sign("/"):
            parts.append(self.repeated())
        return parts[0] if len(parts) == 1 else Chain(tuple(parts))

    def repeated(self) -> Path:
        path = self.step()
        if self.sign("*"):
            return Star(path)
        if self.sign("+"):
            return Chain((path, Star(path)))
        if self.sign("?"):
            return Either((path, Chain(())))
        return path

    def step(self) -> Path:
        if self.sign("("):
            self.deeper()
            inner = self.path()
            self.need(")")
            return inner
        backward = self.sign("^")
        token = self.word(words("a relation", "en kobling"))
        if token.text == "thread" and not backward:
            return UPWARD
        if token.text not in RELATIONS and token.text not in INNER:
            raise self.unknown(token, words("relation", "koblingen"), (*RELATIONS, "thread"))
        narrowed = None
        if self.sign("("):
            narrowed = self.nodes()
            self.need(")")
        return Step(token.text, backward, narrowed)

    def unknown(self, token: _Token, what: Words, known: Iterable[str], name: str | None = None) -> RuleTextError:
        wrong = name or token.text
        close = nearest(wrong, known)
        hint = words(f"did you mean {close[0]}?", f"mente du {close[0]}?") if close else None
        return RuleTextError(
            words(f"there is no {what['en']} “{wrong}”", f"{what['nb']} «{wrong}» finnes ikke"), token.offset, hint
        )
