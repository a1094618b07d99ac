"""What ``lint --show-settings`` prints: the settings that apply to each plan, and where each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import pick, words
from sdggraph_cli.language import current, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.lint.config import Layer, PlanSettings
    from sdggraph.lint.settings import Settings
    from sdggraph.model.plan import Plan

__all__ = ["settings_lines"]

_NONE = words("no settings: every rule as it is declared", "ingen innstillinger: hver regel slik den er laget")


def settings_lines(plans: Iterable[tuple[Plan, PlanSettings]]) -> Iterator[str]:
    """Give the lines for some plans: a setting, its value, and where it is said."""
    for number, (plan, own) in enumerate(plans):
        if number:
            yield ""
        yield plan.reading.name if plan.reading is not None else plan.id
        rows = list(_rows(own))
        if not rows:
            yield f"  {pick(_NONE, current())}"
        first = max((len(name) for name, _, _ in rows), default=0)
        second = min(max((len(value) for _, value, _ in rows), default=0), 40)
        for name, value, where in rows:
            yield f"  {name:<{first}}  {value:<{second}}  {where}"
        on = sum(1 for rule in own.rules.values() if own.settings.level(rule, plan) is not None)
        yield say(f"  {on} of {len(own.rules)} rules are on", f"  {on} av {len(own.rules)} regler er på")


def _rows(own: PlanSettings) -> Iterator[tuple[str, str, str]]:
    """Give what each layer says, without what a layer above it says otherwise."""
    said: set[str] = set()
    for layer in own.layers:
        for name, value in _said(layer.settings):
            if name not in said:
                yield name, value, pick(layer.where, current())
        said.update(_overriding(layer))


def _overriding(layer: Layer) -> Iterator[str]:
    """Give the names of the settings that no lower layer can say otherwise; lists of rules add up."""
    for name, _ in _said(layer.settings):
        if name == "select" or name not in ("extend-select", "ignore", "rule"):
            yield name


def _said(settings: Settings) -> Iterator[tuple[str, str]]:
    for name in ("select", "extend-select", "ignore"):
        codes = getattr(settings, name.replace("-", "_"))
        if codes:
            yield name, ", ".join(codes)
    for code, level in settings.severity.items():
        yield f"severity {code}", level.word if level is not None else "off"
    for code, values in settings.parameters.items():
        for name, value in values.items():
            yield f"{code} {name}", str(value)
    for name in ("profile", "as-of", "lang"):
        value = getattr(settings, name.replace("-", "_"))
        if value:
            yield name, str(value)
    for heading, column in settings.headings.items():
        yield say(f"heading {heading}", f"overskrift {heading}"), column
    for rule in settings.own:
        yield "rule", f"{rule.code} {rule.name}" if rule.name != rule.code.lower() else rule.code
