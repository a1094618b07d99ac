"""Where the keys and values of a TOML text stand; asked only when something is wrong with one of them.

The text was read by tomllib before, so that it is known to be well-formed: the scanner only has to find its way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["TomlPlaces", "toml_places"]

KeyPath: TypeAlias = tuple[str | int, ...]

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}\n#]+")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)


@dataclass(slots=True)
class TomlPlaces:
    """The first and last offset of each key and of each value, by the way to it."""

    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def key(self, path: KeyPath) -> tuple[int, int]:
        """Give the span of the key at a path, else of the nearest thing around it."""
        return self._near(path, self.keys)

    def value(self, path: KeyPath) -> tuple[int, int]:
        """Give the span of the value at a path, else of the nearest thing around it."""
        return self.values[path] if path in self.values else self._near(path, self.keys)

    def _near(self, path: KeyPath, spans: dict[KeyPath, tuple[int, int]]) -> tuple[int, int]:
        while path:
            for known in (spans, self.values):
                if path in known:
                    return known[path]
            path = path[:-1]
        return (0, 0)


def toml_places(text: str) -> TomlPlaces:
    """Find the keys and values of a well-formed TOML text."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.places


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    places: TomlPlaces = field(default_factory=TomlPlaces)
    tables: dict[KeyPath, int] = field(default_factory=dict)
    """Of each ``[[table]]``, the number of the last one."""

    def run(self) -> None:
        prefix: KeyPath = ()
        while True:
            self._skip(_SPACE)
            if self.at >= len(self.text):
                return
            if self._here("[["):
                prefix = self._header(2)
            elif self._here("["):
                prefix = self._header(1)
            else:
                self._pair(prefix)

    def _here(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def _header(self, brackets: int) -> KeyPath:
        self.at += brackets
        names = self._dotted()
        self.at += brackets
        path: KeyPath = ()
        for name, span in names[:-1]:
            path = self._inside((*path, name))
            self.places.keys.setdefault(path, span)
        last, span = names[-1]
        path = (*path, last)
        if brackets == 2:
            self.tables[path] = self.tables.get(path, -1) + 1
            self.places.keys.setdefault(path, span)
            path = (*path, self.tables[path])
        else:
            path = self._inside(path)
        self.places.keys[path] = span
        return path

    def _inside(self, path: KeyPath) -> KeyPath:
        """Give the path of the last of several tables where there are several."""
        return (*path, self.tables[path]) if path in self.tables else path

    def _dotted(self) -> list[tuple[str, tuple[int, int]]]:
        names = []
        while True:
            self._skip(_BLANK)
            start = self.at
            quoted = self.text[start : start + 1] in ("'", '"')
            self._skip(_STRING if quoted else _BARE_KEY)
            name = self.text[start : self.at]
            names.append((name[1:-1] if quoted else name, (start, self.at)))
            self._skip(_BLANK)
            if not self._here("."):
                return names
            self.at += 1

    def _pair(self, prefix: KeyPath) -> None:
        path = prefix
        for name, span in self._dotted():
            path = (*path, name)
            self.places.keys.setdefault(path, span)
        self.at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        start = self.at
        if self._here("[") or self._here("{"):
            self._members(path, listed=self._here("["))
            end = self.at
        elif self._here('"') or self._here("'"):
            end = self._skip(_STRING)
        else:
            self._skip(_BARE_VALUE)
            end = start + len(self.text[start : self.at].rstrip())
        self.places.values[path] = (start, end)

    def _members(self, path: KeyPath, *, listed: bool) -> None:
        self.at += 1
        number = 0
        while True:
            self._skip(_SPACE)
            if self.at >= len(self.text) or self._here("]") or self._here("}"):
                self.at += 1
                return
            if self._here(","):
                self.at += 1
                continue
            if listed:
                self._value((*path, number))
                number += 1
            else:
                self._pair(path)
