"""Settings in files: ``sdggraph.toml``, or ``[tool.sdggraph]`` in ``pyproject.toml``; with own rules and globs.

::

    ignore = ["SDG105", {rule = "SDG504", node = "asker-2020", reason = "The hearing is in March"}]
    severity = {SDG202 = "warning"}
    parameters = {SDG216 = {most = 12}}

    [files."temaplaner/*.yaml"]      # relative to this file's folder; ** is any number of folders
    profile = "strict"

    [headings]                       # of tables, and what they stand for
    "Innsatsområde" = "area"

    [[rule]]
    code = "X001"
    for = "Strategy[tracks=services]"
    requires = "measured_by -> Indicator[source.system=KOSTRA]"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import ConfigError
from sdggraph.base.places import TextFile
from sdggraph.base.words import Words, words
from sdggraph.io.bytes_in import read_text
from sdggraph.io.config_files import SHARED
from sdggraph.io.own_headings import KEY as HEADINGS
from sdggraph.lint.config_values import TableReader
from sdggraph.lint.suppress_settings import suppression_of
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from pathlib import Path

    from sdggraph.base.places import FieldPath, Place
    from sdggraph.lint.config_values import Problem
    from sdggraph.lint.settings import Settings
    from sdggraph.lint.suppress import Suppression
    from sdggraph.lint.suppress_settings import Accepted
    from sdggraph.rules.rule import Rule

__all__ = ["ConfigFile", "read_config"]

_SHARED_TABLE = ("tool", "sdggraph")
_GLOB = re.compile(r"\*\*/?|\*|\?|\[[^\]]+\]")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file of settings that was read: what it says for all plans, and for those that a glob matches."""

    path: Path
    text: TextFile
    settings: Settings
    for_files: tuple[tuple[str, Settings], ...] = ()
    accepted: tuple[tuple[str | None, Accepted, Place], ...] = ()
    """What is accepted, with the glob of the plans in which it is; None means all."""

    def matching(self, plan: Path) -> list[tuple[str, Settings]]:
        """Give the globs that match a plan's file, with their settings, the last in the file first."""
        try:
            name = plan.resolve().relative_to(self.path.resolve().parent).as_posix()
        except ValueError:
            return []
        return [(glob, settings) for glob, settings in reversed(self.for_files) if _matches(name, glob)]

    def suppressions(self, plan: Path, plan_id: str) -> list[Suppression]:
        """Give what is accepted in a plan."""
        globs = {None, *(glob for glob, _ in self.matching(plan))}
        return [suppression_of(one, plan_id, place) for glob, one, place in self.accepted if glob in globs]


def _matches(name: str, glob: str) -> bool:
    """Say whether a glob matches: ``*`` within a folder, ``**`` across; one without ``/`` matches in any folder."""
    glob = glob.removeprefix("./")
    pattern, done = ("" if "/" in glob else "(?:.*/)?"), 0
    for sign in _GLOB.finditer(glob):
        pattern += re.escape(glob[done : sign.start()])
        done = sign.end()
        text = sign[0]
        if text.startswith("**"):
            pattern += "(?:.*/)?" if text.endswith("/") else ".*"
        else:
            pattern += {"*": "[^/]*", "?": "[^/]"}.get(text, text.replace("[!", "[^"))
    return re.fullmatch(pattern + re.escape(glob[done:]), name) is not None


def read_config(path: Path, name: str | None = None) -> ConfigFile:
    """Read a file of settings; ``name`` is what it is called in messages.

    Raises:
        ConfigError: It is not TOML, or a key, code or value in it is not known, with its place; it has all ``others``.
        InputError: It can't be opened.
    """
    file = TextFile(name or str(path), read_text(path))
    data = _parsed(file)
    prefix: FieldPath = ()
    if path.name == SHARED:
        prefix = _SHARED_TABLE
        data = data.get("tool", {}).get("sdggraph", {})
    if not isinstance(data, Mapping):
        raise _wrong(file, prefix, words("settings are a table", "innstillinger er en tabell"))
    wrong: list[ConfigError] = []
    own = _own_rules(data.get("rule", []), file, (*prefix, "rule"), wrong)
    reader = TableReader({**ALL_RULES, **{rule.code: rule for rule in own}})
    settings = reader.settings(data, prefix, besides=("files", "rule", HEADINGS))
    headings = reader.headings(data.get(HEADINGS), (*prefix, HEADINGS))
    by_glob: list[tuple[str, Settings]] = []
    globs = data.get("files", {})
    if not isinstance(globs, Mapping):
        reader.wrong((*prefix, "files"), globs, words("a table for each glob", "en tabell for hvert mønster"))
        globs = {}
    for glob, table in globs.items():
        if isinstance(table, Mapping):
            by_glob.append((glob, reader.settings(table, (*prefix, "files", glob))))
        else:
            reader.wrong((*prefix, "files", glob), table, words("a table of settings", "en tabell med innstillinger"))
    spoilt = _codes(data.get("rule")) - {rule.code for rule in own}
    wrong += [_said(file, one) for one in reader.problems if one.found not in spoilt]
    if wrong:
        raise _first_of(wrong)
    at = len(prefix)
    accepted = tuple(
        (str(one.path[at + 1]) if one.path[at] == "files" else None, one, _place(file, (*one.path, "rule")))
        for one in reader.accepted
    )
    return ConfigFile(path, file, replace(settings, own=own, headings=headings), tuple(by_glob), accepted)


def _parsed(file: TextFile) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(file.text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        match = re.search(r" \(at line (\d+), column (\d+)\)", said)
        start = file.offset(int(match[1]), int(match[2])) if match else len(file.text)
        reason = re.sub(r" \(at .*\)", "", said)
        raise ConfigError(
            words("can't be read as TOML", "kan ikke leses som TOML"),
            place=file.span(start, start + 1),
            hint=words(reason, reason),
        ) from None


def _own_rules(tables: Any, file: TextFile, path: FieldPath, wrong: list[ConfigError]) -> tuple[Rule, ...]:
    """Read the user's rules; what is wrong with one is noted, and the others are read."""
    if not tables:
        return ()
    from sdggraph.rules.own import KEYS, OwnRuleError, rule_from_table

    rules: dict[str, Rule] = {}
    for number, table in enumerate(tables if isinstance(tables, list) else [tables]):
        if not isinstance(table, dict):
            wrong.append(
                _wrong(file, path, words("own rules are tables: [[rule]]", "egne regler er tabeller: [[rule]]"))
            )
            break
        here = (*path, number) if isinstance(tables, list) else path
        try:
            rule = rule_from_table(table)
        except OwnRuleError as error:
            where = here if error.key is None else (*here, error.key)
            on_key = error.key is not None and error.key not in KEYS
            place = _place(file, where, error.offset, on_key=on_key)
            wrong.append(ConfigError(error.words, place=place, hint=error.hint))
            continue
        if rule.code in rules:
            twice = words(f"a second rule has the code {rule.code}", f"enda en regel har koden {rule.code}")
            wrong.append(_wrong(file, (*here, "code"), twice))
        rules[rule.code] = rule
    return tuple(rules.values())


def _codes(tables: Any) -> set[Any]:
    """Give the codes that the user's rules have or would have, so that nobody hears of an unknown one besides."""
    listed = tables if isinstance(tables, list) else [tables]
    return {code for table in listed if isinstance(table, dict) and isinstance(code := table.get("code"), str)}


def _first_of(wrong: list[ConfigError]) -> ConfigError:
    """Give the error that stands first in the file; it has the others with it."""
    first, *others = sorted(
        wrong, key=lambda one: (one.place.line or 0, one.place.column or 0) if one.place else (0, 0)
    )
    first.others = tuple(others)
    return first


def _said(file: TextFile, problem: Problem) -> ConfigError:
    return ConfigError(problem.said(), place=_place(file, problem.path, on_key=problem.on_key), hint=problem.hint())


def _wrong(file: TextFile, path: FieldPath, what: Words) -> ConfigError:
    return ConfigError(what, place=_place(file, path))


def _place(file: TextFile, path: FieldPath, offset: int = 0, *, on_key: bool = False) -> Place:
    from sdggraph.lint.config_places import toml_places

    places = toml_places(file.text)
    start, end = places.key(path) if on_key else places.value(path)
    if offset:
        start += offset + (3 if file.text[start : start + 3] in ('"""', "'''") else 1)
    return file.span(start, max(end, start + 1))
