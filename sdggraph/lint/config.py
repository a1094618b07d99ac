"""Which settings hold for each plan, and where they come from.

Uppermost is what the caller asks for (the command line), then the plan's own ``lint:`` section and ``profile``, then
the nearest file of settings: there a glob that matches the plan's file before what holds for all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import Words, same, words
from sdggraph.io.bytes_in import STDIN
from sdggraph.lint.config_plan import PlanSection, read_section
from sdggraph.lint.judge import NATIVE
from sdggraph.lint.settings import Settings, merged
from sdggraph.rules.registry import ALL_RULES
from sdggraph.rules.rule_names import code_meant, rule_near

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.places import TextFile
    from sdggraph.io.tables.vocabulary import Column
    from sdggraph.lint.config_toml import ConfigFile
    from sdggraph.lint.suppress import Suppression
    from sdggraph.model.plan import Plan
    from sdggraph.rules.rule import Rule

__all__ = ["Configuration", "Layer", "PlanSettings"]


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings from one place, and which place that is."""

    where: Words
    settings: Settings


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """What holds for one plan.

    Attributes:
        settings: All settings together.
        layers: What they are made of, the uppermost first.
        section: The plan's own ``lint:`` section.
        rules: All rules that there are, with the user's own.
        suppressions: The findings that settings accept.
    """

    settings: Settings
    layers: tuple[Layer, ...]
    section: PlanSection
    rules: Mapping[str, Rule]
    suppressions: tuple[Suppression, ...] = ()


@dataclass(slots=True)
class Configuration:
    """Finds the settings of each plan.

    Attributes:
        asked: What the caller asks for, over everything else.
        file: The one file of settings to read, instead of the nearest of each plan.
        look_around: Whether to look for the nearest files of settings.
        engine: The engine that judges.
    """

    asked: Settings = field(default_factory=Settings)
    file: Path | None = None
    look_around: bool = False
    engine: str = NATIVE
    _files: dict[Path, ConfigFile] = field(default_factory=dict)
    _nearest: dict[Path, Path | None] = field(default_factory=dict)
    _plans: dict[str, tuple[Plan, PlanSettings]] = field(default_factory=dict)

    def headings(self) -> Mapping[str, Column] | None:
        """Give the headings of tables that the one file of settings knows; None where the nearest of each table counts.

        Raises:
            ConfigError: The file can't be understood.
        """
        if self.file is None:
            return None if self.look_around else {}
        from sdggraph.io.own_headings import headings_in  # only tables have headings

        return headings_in(self._read(self.file).settings.headings)

    def begin(self, plans: Iterable[Plan]) -> None:
        """Find the settings of the plans of a run, so that what is wrong with them is said before anything is done.

        Raises:
            ConfigError: A file of settings can't be understood.
            NotFoundError: A rule that the caller names isn't there.
        """
        self._plans = {plan.id: (plan, self._found(plan)) for plan in plans}

    def of(self, plan: Plan) -> PlanSettings:
        """Give the settings that hold for a plan of the run."""
        return self._plans[plan.id][1]

    def without_plans(self) -> Settings:
        """Give the settings of a run without plan files: what the caller asks for, over the nearest file of settings.

        Raises:
            ConfigError: The file of settings can't be understood.
            NotFoundError: A rule that the caller names isn't there.
        """
        path = self.file or (self._nearest_to(Path.cwd()) if self.look_around else None)
        file = None
        if path is not None:
            from sdggraph.lint.config_toml import read_config

            file = read_config(path, _shown(path))
        own = (*(file.settings.own if file else ()), *self.asked.own)
        rules = {**ALL_RULES, **{rule.code: rule for rule in own}} if own else ALL_RULES
        layers = [_with_codes(self.asked, rules), *([file.settings] if file else [])]
        return merged(layers, rules)

    def ran(self) -> dict[str, frozenset[str]]:
        """Give the codes of the rules that are on in each plan of the run."""
        return {
            plan.id: frozenset(code for code, rule in own.rules.items() if own.settings.level(rule, plan) is not None)
            for plan, own in self._plans.values()
        }

    @property
    def files(self) -> list[TextFile]:
        """The files of settings that were read."""
        return [file.text for file in self._files.values()]

    def _found(self, plan: Plan) -> PlanSettings:
        file = self._file_for(plan)
        own = (*(file.settings.own if file else ()), *self.asked.own)
        rules = {**ALL_RULES, **{rule.code: rule for rule in own}} if own else ALL_RULES
        section = read_section(plan, rules)
        name = plan.reading.name if plan.reading else plan.id
        layers = [Layer(words("asked for", "oppgitt"), _with_codes(self.asked, rules))]
        layers.append(Layer(same(f"{section.place or name} (lint:)"), section.settings))
        if plan.profile:
            layers.append(Layer(same(f"{name} (plan.profile)"), Settings(profile=plan.profile)))
        if file is not None:
            shown = _shown(file.path)
            for glob, settings in file.matching(Path(name)):
                layers.append(Layer(same(f'{shown} [files."{glob}"]'), settings))
            layers.append(Layer(same(shown), file.settings))
        said = tuple(layer for layer in layers if layer.settings != Settings())
        settings = merged([layer.settings for layer in said] or [Settings()], rules)
        accepted = (*section.suppressions, *(file.suppressions(Path(name), plan.id) if file is not None else ()))
        return PlanSettings(settings, said, section, rules, accepted)

    def _file_for(self, plan: Plan) -> ConfigFile | None:
        path = self.file
        if path is None and self.look_around:
            name = plan.reading.name if plan.reading else STDIN
            path = self._nearest_to(Path.cwd() if name == STDIN else Path(name).parent)
        if path is None:
            return None
        return self._read(path)

    def _read(self, path: Path) -> ConfigFile:
        if path not in self._files:
            from sdggraph.lint.config_toml import read_config

            self._files[path] = read_config(path, _shown(path))
        return self._files[path]

    def _nearest_to(self, folder: Path) -> Path | None:
        if folder not in self._nearest:
            from sdggraph.io.config_files import find_config

            self._nearest[folder] = find_config(folder)
        return self._nearest[folder]


def _shown(path: Path) -> str:
    """Name a file as people would from where they stand."""
    try:
        return str(path.relative_to(Path.cwd())) if path.is_absolute() else str(path)
    except ValueError:
        return str(path)


def _with_codes(asked: Settings, rules: Mapping[str, Rule]) -> Settings:
    """Give the caller's settings with codes for names and digits.

    Raises:
        NotFoundError: One names no rule.
    """

    def codes(written: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_code(one, rules) for one in written)

    select, ignore, besides = codes(asked.select), codes(asked.ignore), codes(asked.extend_select)
    return replace(asked, select=select, ignore=ignore, extend_select=besides)


def _code(written: str, rules: Mapping[str, Rule]) -> str:
    code = code_meant(written, rules)
    if code is not None:
        return code
    close = rule_near(written, rules)
    hint = words(f"did you mean {close}?", f"mente du {close}?") if close else None
    raise NotFoundError(words(f"there is no rule “{written}”", f"det finnes ingen regel «{written}»"), hint=hint)
