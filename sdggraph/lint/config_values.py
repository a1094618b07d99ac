"""From a table of settings, as a TOML file or a plan has it, to settings; whatever is wrong with it is noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Severity
from sdggraph.base.nearby import Names, nearest
from sdggraph.base.words import LANGUAGES, Words, words
from sdggraph.lint.settings import Settings
from sdggraph.lint.suppress_settings import Accepted
from sdggraph.rules.rule_names import code_meant, codes_in, rule_near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import FieldPath
    from sdggraph.rules.rule import Default, Rule

__all__ = ["KEYS", "PROFILES", "Problem", "TableReader"]

KEYS = ("select", "ignore", "extend-select", "severity", "parameters", "profile", "as-of", "lang")
"""The keys of a table of settings, as TOML writes them; ``_`` may stand for ``-``."""

PROFILES = ("asker", "strict")
_OFF = "off"
_ENTRY = ("rule", "node", "reason")
_SEVERITIES = (*(one.word for one in reversed(Severity)), _OFF)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a table, and where: an unknown key, or something that isn't what was ``expected``."""

    path: FieldPath
    found: str
    expected: Words | None = None
    meant: str = ""
    known: tuple[str, ...] = ()
    on_key: bool = False

    def said(self) -> Words:
        """Say it in a sentence."""
        if self.expected is None:
            return words(f"there is no setting “{self.found}”", f"innstillingen «{self.found}» finnes ikke")
        en, nb = self.expected["en"], self.expected["nb"]
        return words(f"expected {en}, found “{self.found}”", f"ventet {nb}, fant «{self.found}»")

    def hint(self) -> Words | None:
        """Say what was probably meant, else what there is to choose from."""
        if self.meant:
            return words(f"did you mean {self.meant}?", f"mente du {self.meant}?")
        if self.known:
            return words(f"there are {', '.join(self.known)}", f"det finnes {', '.join(self.known)}")
        return None


_A_COLUMN = words("a column that tables have", "en kolonne som tabeller har")
_A_RULE = words("a rule's code", "koden til en regel")
_A_TABLE = words("a table", "en tabell")
_A_LIST = words("a list of rules' codes", "en liste med koder for regler")
_A_TEXT = words("a text", "en tekst")
_A_PATTERN = words("a regular expression", "et regulært uttrykk")
_A_NUMBER = words("a number", "et tall")
_NOT_NEGATIVE = words("a number that isn't negative", "et tall som ikke er negativt")


@dataclass(slots=True)
class TableReader:
    """Reads tables of settings and notes their problems."""

    rules: Mapping[str, Rule]
    problems: list[Problem] = field(default_factory=list)
    accepted: list[Accepted] = field(default_factory=list)

    def settings(self, table: Mapping[str, Any], path: FieldPath = (), besides: tuple[str, ...] = ()) -> Settings:
        """Read a table; the keys in ``besides`` are somebody else's."""
        values: dict[str, Any] = {}
        for written, value in table.items():
            key = written.replace("_", "-")
            if key in besides:
                continue
            if key not in KEYS:
                self.unknown(written, (*KEYS, *besides), (*path, written))
            elif value is not None:
                values[key.replace("-", "_")] = getattr(self, f"_{key.replace('-', '_')}")(value, (*path, written))
        return Settings(**{name: value for name, value in values.items() if value is not None})

    def wrong(self, path: FieldPath, value: Any, expected: Words, among: Iterable[str] = ()) -> None:
        """Note a value that isn't what is expected there."""
        found = value if isinstance(value, str) else f"{value}"
        close = nearest(found.casefold(), among)
        self.problems.append(Problem(path, found[:40], expected, close[0] if close else ""))

    def unknown(self, written: str, known: Iterable[str], path: FieldPath) -> None:
        """Note a key that the table hasn't."""
        close = nearest(written.replace("_", "-"), known)
        meant = close[0] if close else ""
        self.problems.append(Problem(path, written, None, meant, tuple(known), on_key=True))

    def code(self, written: Any, path: FieldPath, *, whole: bool = False, on_key: bool = False) -> str | None:
        """Read a rule's code or name, or, unless it must be ``whole``, the beginning of several codes."""
        meant = code_meant(written, self.rules) if isinstance(written, str) else None
        if meant is None or (whole and meant not in self.rules):
            found = f"{written}"
            self.problems.append(Problem(path, found[:40], _A_RULE, rule_near(found, self.rules), on_key=on_key))
            return None
        return meant

    def _codes(self, value: Any, path: FieldPath) -> tuple[str, ...]:
        if isinstance(value, str):
            read = [self.code(one, path) for one in codes_in(value)]
        elif isinstance(value, list):
            read = [self.code(one, (*path, number)) for number, one in enumerate(value) if one is not None]
        else:
            self.wrong(path, value, _A_LIST)
            return ()
        return tuple(code for code in read if code is not None)

    _select = _extend_select = _codes

    def _ignore(self, value: Any, path: FieldPath) -> tuple[str, ...]:
        """Read what is ignored: rules that aren't run, and findings that are accepted with a reason."""
        listed = [value] if isinstance(value, Mapping) else value
        if not isinstance(listed, list):
            return self._codes(value, path)
        for number, one in enumerate(listed):
            if isinstance(one, Mapping):
                self._accept(one, (*path, number) if listed is value else path)
        return self._codes([None if isinstance(one, Mapping) else one for one in listed], path)

    def _accept(self, entry: Mapping[str, Any], path: FieldPath) -> None:
        for key in entry:
            if key not in _ENTRY:
                self.unknown(key, _ENTRY, (*path, key))
        node, reason = entry.get("node"), entry.get("reason")
        code = self.code(entry.get("rule", ""), (*path, "rule"), whole=True)
        if code is not None:
            shown = node.strip() if isinstance(node, str) else None
            self.accepted.append(Accepted(code, shown, reason if isinstance(reason, str) else "", path))

    def _severity(self, value: Any, path: FieldPath) -> dict[str, Severity | None]:
        read: dict[str, Severity | None] = {}
        for written, word in self._table(value, path).items():
            code = self.code(written, (*path, written), whole=True, on_key=True)
            if word not in _SEVERITIES:
                listed = ", ".join(_SEVERITIES)
                self.wrong((*path, written), word, words(f"one of {listed}", f"en av {listed}"), _SEVERITIES)
            elif code is not None:
                read[code] = None if word == _OFF else Severity[word.upper()]
        return read

    def _parameters(self, value: Any, path: FieldPath) -> dict[str, dict[str, Any]]:
        read: dict[str, dict[str, Any]] = {}
        for written, given in self._table(value, path).items():
            code = self.code(written, (*path, written), whole=True, on_key=True)
            if code is None:
                continue
            declared = self.rules[code].parameters
            for name, one in self._table(given, (*path, written)).items():
                if name not in declared:
                    self.unknown(name, tuple(declared), (*path, written, name))
                    continue
                number = self._parameter(one, declared[name], (*path, written, name))
                if number is not None:
                    read.setdefault(code, {})[name] = number
        return read

    def _parameter(self, value: Any, declared: Default, path: FieldPath) -> Any:
        if declared.value == "today":
            return value if value == "today" else self._as_of(value, path)
        if isinstance(declared.value, str):
            from sdggraph.rules.text import is_pattern

            if isinstance(value, str) and (is_pattern(value) or not declared.is_pattern):
                return value
            return self.wrong(path, value, _A_PATTERN if declared.is_pattern else _A_TEXT)
        number = value
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            try:
                number = type(declared.value)(value if isinstance(value, str) else "")
            except (ValueError, TypeError):
                return self.wrong(path, value, _A_NUMBER)
        return number if number >= 0 or declared.value < 0 else self.wrong(path, value, _NOT_NEGATIVE)

    def headings(self, value: Any, path: FieldPath) -> dict[str, str]:
        """Read the headings of tables; each stands for a column that a table can have."""
        if value is None:
            return {}
        from sdggraph.io.own_headings import column_called
        from sdggraph.io.tables.vocabulary import columns, phrases

        read: dict[str, str] = {}
        for heading, said in self._table(value, path).items():
            column = column_called(said)
            if column is None:
                near = Names((*columns(), *(known.said for known in phrases().values() if known.column)))
                close = near.nearest(f"{said}")
                self.problems.append(
                    Problem((*path, heading), f"{said}"[:40], _A_COLUMN, close[0] if close else "", columns())
                )
            else:
                read[heading] = column
        return read

    def _profile(self, value: Any, path: FieldPath) -> str | None:
        return self._choice(value, path, PROFILES)

    def _lang(self, value: Any, path: FieldPath) -> str | None:
        return self._choice(value, path, LANGUAGES)

    def _choice(self, value: Any, path: FieldPath, choices: tuple[str, ...]) -> str | None:
        if isinstance(value, str) and value in choices:
            return value
        listed = ", ".join(choices)
        self.wrong(path, value, words(f"one of {listed}", f"en av {listed}"), choices)
        return None

    def _as_of(self, value: Any, path: FieldPath) -> dt.date | None:
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except (TypeError, ValueError):
            self.wrong(path, value, words("a date such as 2026-06-09", "en dato som 2026-06-09"))
            return None

    def _table(self, value: Any, path: FieldPath) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return value
        self.wrong(path, value, _A_TABLE)
        return {}
