"""YAML to plain values in one pass over the C parser's events, each scalar with its own text.

No type is guessed: ``8.10`` stays ``"8.10"`` and ``no`` stays ``"no"``; only an empty plain scalar, ``~`` and ``null``
are None. Aliases are followed within a limit; merge keys, tags, second documents and repeated keys are noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml._yaml import CParser

from sdggraph.base.collector import collector_paused
from sdggraph.base.errors import InputError
from sdggraph.base.places import Place, TextFile
from sdggraph.base.words import Words, words
from sdggraph.io.document import ALIAS, CLOSE, MAPPING, SCALAR, SEQUENCE, Document, Mapping, Oddity

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["parse_yaml"]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 100
_MOST_ALIASED = 200_000
_PLAIN_TAGS = frozenset({None, "!"})

_PROBLEMS: dict[str, Words] = {
    "mapping values are not allowed in this context": words(
        "a colon stands where none can be; a text with a colon needs quotes",
        "her kan det ikke stå kolon; en tekst med kolon må stå i anførselstegn",
    ),
    "could not find expected ':'": words("a colon is missing after a key", "det mangler kolon etter en nøkkel"),
    "did not find expected key": words(
        "a key was expected here; look at the indentation and quotes of this line and the one before",
        "her var en nøkkel ventet; se på innrykk og anførselstegn på denne linjen og linjen før",
    ),
    "did not find expected '-' indicator": words(
        "a list item was expected here; look at the indentation",
        "her var et listepunkt ventet; se på innrykket",
    ),
    "found character that cannot start any token": words(
        "this character can't stand here; indent with spaces, not tabs, and quote texts that begin with @ or `",
        "dette tegnet kan ikke stå her; bruk mellomrom, ikke tabulator, og sett tekst som begynner med @ eller ` i "
        "anførselstegn",
    ),
    "found unexpected end of stream": words(
        "a quote is opened and never closed", "et anførselstegn åpnes og lukkes aldri"
    ),
    "did not find expected ',' or ']'": words(
        "a list is opened with [ and never closed", "en liste åpnes med [ og lukkes aldri"
    ),
    "did not find expected ',' or '}'": words(
        "a mapping is opened with { and never closed, or a text in it has a colon or comma and needs quotes",
        "en samling åpnes med { og lukkes aldri, eller en tekst i den har kolon eller komma og må stå i anførselstegn",
    ),
}


def parse_yaml(text: str, name: str) -> Document:
    """Take a YAML text apart.

    Raises:
        InputError: The text isn't YAML, is nested deeper than 100, or its aliases unfold to too much.
    """
    document = Document(TextFile(name, text))
    try:
        with collector_paused():
            _Builder(document, CParser(text).get_event).build()
    except yaml.YAMLError as error:
        raise _unreadable(error, document.file) from None
    return document


class _Builder:
    """Builds the values of one document from events, without recursion."""

    def __init__(self, document: Document, next_event: Callable[[], Any]) -> None:
        self.document = document
        self.next_event = next_event
        self.anchors: dict[str, tuple[Any, int, int]] = {}
        self.open_anchors: dict[int, tuple[str, int]] = {}
        self.aliased = 0

    def build(self) -> None:
        self.next_event()  # the stream's start
        event = self.next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return
        self._content()
        event = self.next_event()
        while isinstance(event, yaml.DocumentEndEvent):
            event = self.next_event()
        if isinstance(event, yaml.DocumentStartEvent):
            self._token(SCALAR, event)
            self.document.oddities.append(Oddity("documents", len(self.document.kinds) - 1, "---"))

    def _token(self, kind: int, event: Any) -> int:
        document = self.document
        document.kinds.append(kind)
        document.starts.append(event.start_mark.index)
        document.ends.append(event.end_mark.index)
        return len(document.kinds) - 1

    def _content(self) -> None:  # noqa: C901, PLR0912, PLR0915  # the one hot loop: calls would double its cost
        """Read events until the one value of the document is whole."""
        document, next_event = self.document, self.next_event
        starts, ends, kinds = document.starts.append, document.ends.append, document.kinds
        note = kinds.append
        scalar_event, mapping_event, sequence_event = (
            yaml.ScalarEvent,
            yaml.MappingStartEvent,
            yaml.SequenceStartEvent,
        )
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        stack: list[tuple[Any, str | None, int]] = []
        here: Any = None
        key: str | None = None
        key_token = 0
        while True:
            event = next_event()
            what = event.__class__
            starts(event.start_mark.index)
            ends(event.end_mark.index)
            if what is scalar_event:
                note(SCALAR)
                value: Any = event.value
                is_key = key is None and here.__class__ is Mapping
                if value in _NULLS and event.implicit[0] and not is_key:
                    value = None
                if event.tag is not None or event.anchor is not None:
                    self._marked(event, value)
                if is_key:
                    key, key_token = value, len(kinds) - 1
                    continue
            elif what is mapping_event or what is sequence_event:
                token = len(kinds)
                note(MAPPING if what is mapping_event else SEQUENCE)
                if len(stack) >= _DEEPEST:
                    raise self._error(token, words("is nested deeper than 100", "har mer enn 100 nivåer"))
                if here.__class__ is Mapping and key is None:
                    raise self._error(token, words("a key must be a text", "en nøkkel må være en tekst"))
                if what is mapping_event:
                    opened: Any = Mapping()
                    opened.at = token
                else:
                    opened = []
                if event.tag is not None or event.anchor is not None:
                    self._marked(event, opened)
                stack.append((here, key, key_token))
                here, key = opened, None
                continue
            elif what is mapping_end or what is sequence_end:
                note(CLOSE)
                value = here
                if self.open_anchors:
                    self._close_anchor(value)
                here, key, key_token = stack.pop()
            else:
                note(ALIAS)
                value = self._alias(event, len(kinds) - 1)
            if here is None:
                document.root = value
                return
            if here.__class__ is list:
                here.append(value)
            elif key is None:
                key = self._key(value)
                key_token = len(kinds) - 1
            else:
                if key in here:
                    document.oddities.append(Oddity("twice", key_token, key, here.at))
                elif key == "<<":
                    document.oddities.append(Oddity("merge", len(kinds) - 1, key))
                else:
                    here[key] = value
                key = None

    def _key(self, value: Any) -> str:
        if not isinstance(value, str):
            raise self._error(len(self.document.kinds) - 1, words("a key must be a text", "en nøkkel må være en tekst"))
        return value

    def _marked(self, event: Any, value: Any) -> None:
        token = len(self.document.kinds) - 1
        if event.tag not in _PLAIN_TAGS:
            self.document.oddities.append(Oddity("tag", token, event.tag))
        if event.anchor is not None:
            if isinstance(value, (list, Mapping)):
                self.open_anchors[id(value)] = (event.anchor, self.aliased)
                self.anchors[event.anchor] = (None, token, -1)
            else:
                self.anchors[event.anchor] = (value, token, 1)

    def _close_anchor(self, value: Any) -> None:
        opened = self.open_anchors.pop(id(value), None)
        if opened is not None:
            anchor, aliased_before = opened
            token = self.anchors[anchor][1]
            unfolded = len(self.document.kinds) - token + self.aliased - aliased_before
            self.anchors[anchor] = (value, token, unfolded)

    def _alias(self, event: Any, token: int) -> Any:
        known = self.anchors.get(event.anchor)
        if known is None or known[2] < 0:
            raise self._error(
                token,
                words(
                    f"*{event.anchor} names nothing that stands before it",
                    f"*{event.anchor} viser ikke til noe som står foran",
                ),
            )
        value, first, size = known
        self.aliased += size
        if self.aliased > _MOST_ALIASED:
            raise self._error(
                token,
                words("the aliases unfold to too much", "henvisningene med * folder seg ut til altfor mye"),
            )
        self.document.aliases[token] = first
        return value

    def _error(self, token: int, what: Words) -> InputError:
        return InputError(what, place=self.document.file.span(self.document.starts[token], self.document.ends[token]))


def _unreadable(error: yaml.YAMLError, file: TextFile) -> InputError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if mark is not None:
        place = Place(file.name, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    elif isinstance(position, int):
        place = file.span(position, position + 1)
    else:
        place = Place(file.name)
    said = _PROBLEMS.get(problem)
    return InputError(
        words("can't be read as YAML", "kan ikke leses som YAML"),
        place=place,
        hint=said or words(problem, problem),
    )
