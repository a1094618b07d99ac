"""A text that was taken apart: plain values, and the place of each by way of its token.

Every key and value of the text is a token, numbered in the order of the text. Of a token only its start, end and kind
are kept, in arrays; line and column are found when a finding asks. A mapping knows its own token, and the place of
anything below it is found by walking from there.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.model.record import singular

if TYPE_CHECKING:
    from sdggraph.base.places import FieldPath, Place, TextFile

__all__ = ["ALIAS", "CLOSE", "MAPPING", "SCALAR", "SEQUENCE", "Document", "Mapping", "Oddity", "TokenOrigin"]

SCALAR, MAPPING, SEQUENCE, CLOSE, ALIAS = range(5)
_LONG = 32


class Mapping(dict[str, Any]):
    """A mapping of the text: its values by key, and the number of its token."""

    __slots__ = ("at",)

    at: int


@dataclass(frozen=True, slots=True)
class Oddity:
    """What the text itself has that a plan file shouldn't: ``twice``, ``merge``, ``tag``, ``documents``.

    ``within`` is the token of the mapping in which a key stands twice.
    """

    what: str
    token: int
    text: str
    within: int | None = None


@dataclass(slots=True)
class Document:
    """The values of a text (strings, None, lists, mappings) and where each stands."""

    file: TextFile
    root: Any = None
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    kinds: bytearray = field(default_factory=bytearray)
    aliases: dict[int, int] = field(default_factory=dict)
    oddities: list[Oddity] = field(default_factory=list)
    _known_insides: dict[int, dict[str | int, int]] = field(default_factory=dict)

    def place(self, token: int) -> Place:
        """Give the place of a token; a mapping or list in block style is shown by its first line."""
        start, end = self.starts[token], self.ends[token]
        if self.kinds[token] in (MAPPING, SEQUENCE):
            return self._first_line(token, start)
        return self.file.span(start, end)

    def _first_line(self, token: int, start: int) -> Place:
        text = self.file.text
        if text[start : start + 1] in ("{", "["):
            stop = self.ends[self._closing(token)]
        else:
            stop = self.ends[min(token + 1, len(self.ends) - 1)]
        newline = text.find("\n", start)
        if newline >= 0:
            stop = min(stop, newline)
        return self.file.span(start, max(stop, start))

    def _closing(self, token: int) -> int:
        return self.after(token) - 1

    def after(self, token: int) -> int:
        """Give the token that follows a value and all that is in it."""
        if self.kinds[token] not in (MAPPING, SEQUENCE):
            return token + 1
        depth = 0
        while True:
            kind = self.kinds[token]
            depth += (kind in (MAPPING, SEQUENCE)) - (kind == CLOSE)
            token += 1
            if not depth:
                return token

    def find(self, token: int, path: FieldPath, *, key: bool = False) -> int:
        """Give the token at ``path`` below a token, or the nearest one around it that is there.

        With ``key`` the last step finds the key instead of its value.
        """
        return self._walk(token, path, key=key)[0]

    def holds(self, token: int, path: FieldPath) -> bool:
        """Say whether something stands at ``path`` below a token."""
        return self._walk(token, path, key=False)[1]

    def _walk(self, token: int, path: FieldPath, *, key: bool) -> tuple[int, bool]:
        before = 0
        for number, step in enumerate(path):
            token = self.aliases.get(token, token)
            last = number == len(path) - 1
            if isinstance(step, str):
                inside, before = self._named(token, step, None if last else path[number + 1], key=key and last)
            else:
                inside = self._step(token, step - before, key=key and last)
            if inside is None:
                # A single value may stand for a list of one: the list's only item is the value itself.
                if not isinstance(step, str) and step == before and self.kinds[token] != SEQUENCE:
                    continue
                return token, False
            token = inside
        return token, True

    def _named(self, token: int, name: str, item: str | int | None, *, key: bool) -> tuple[int | None, int]:
        """Find a key, or the singular that may stand for it, and how many items come before those under it.

        Both may be there, ``goals: [3]`` and ``goal: 4``: the field has the items of both, in the order of the text.
        """
        exact, single = self._step(token, name, key=key), self._step(token, singular(name), key=key)
        if exact is None or single is None or exact == single or not isinstance(item, int):
            return (single if exact is None else exact), 0
        first, second = sorted((exact, single))
        held = self.aliases.get(first, first)
        size = len(self._inside(held)) if self.kinds[held] == SEQUENCE else 1
        return (first, 0) if item < size else (second, size)

    def _step(self, token: int, step: str | int, *, key: bool) -> int | None:
        kind = self.kinds[token]
        if kind not in (MAPPING, SEQUENCE):
            return None
        found = self._inside(token).get(step)
        return found + 1 if found is not None and kind == MAPPING and not key else found

    def _inside(self, token: int) -> dict[str | int, int]:
        """Give the token of each key of a mapping or item of a list; of a long one kept, for many findings in it."""
        known = self._known_insides.get(token)
        if known is None:
            known, child, is_list = {}, token + 1, self.kinds[token] == SEQUENCE
            while self.kinds[child] != CLOSE:
                known.setdefault(len(known) if is_list else self.text_of(child), child)
                child = self.after(child if is_list else child + 1)
            if child - token > _LONG:
                self._known_insides[token] = known
        return known

    def text_of(self, token: int) -> str:
        """Give a scalar's text as it stands, without its quotes."""
        text = self.file.text[self.starts[token] : self.ends[token]]
        return text[1:-1] if text[:1] in ("'", '"') else text


@dataclass(frozen=True, slots=True)
class TokenOrigin:
    """Tells the places of a record that was read from a document."""

    document: Document
    token: int

    def place(self, path: FieldPath = (), default: FieldPath = ()) -> Place:
        """Give the place of the value at ``path``; else at ``default``; else of the nearest thing around it."""
        if default and not self.document.holds(self.token, path):
            path = default
        return self.document.place(self.document.find(self.token, path))

    def key_place(self, path: FieldPath) -> Place:
        """Give the place of the key at ``path``."""
        return self.document.place(self.document.find(self.token, path, key=True))
