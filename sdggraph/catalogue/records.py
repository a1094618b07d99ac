"""The catalogue: the UN's goals, targets and indicators and the national goals, as records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import pick, words
from sdggraph.catalogue.reading import read_code
from sdggraph.catalogue.tables import codes, rows
from sdggraph.model.un import GlobalIndicator, Goal, NationalGoal, Target

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Catalogue", "catalogue", "no_such_code"]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Goals, targets and indicators by code and national goals by id, each in natural order.

    Attributes:
        official: Official wording by code and language, where an overlay brought it.
    """

    goals: Mapping[str, Goal]
    targets: Mapping[str, Target]
    indicators: Mapping[str, GlobalIndicator]
    national_goals: Mapping[str, NationalGoal]
    official: Mapping[str, Mapping[str, str]]

    def __contains__(self, code: object) -> bool:
        return code in codes().kinds

    def __getitem__(self, code: str) -> Goal | Target | GlobalIndicator:
        """Give the record of a canonical code.

        Raises:
            NotFoundError: If there is no such code; the words say what may have been meant.
        """
        kind = codes().kinds.get(code)
        if kind == "goal":
            return self.goals[code]
        if kind == "target":
            return self.targets[code]
        if kind == "indicator":
            return self.indicators[code]
        raise no_such_code(code)

    def label(self, code: str, lang: str) -> str:
        """Give the short label of a canonical code (a goal's title) in ``lang``, or in one near to it.

        Raises:
            NotFoundError: If there is no such code.
        """
        record = self[code]
        return pick(record.title if isinstance(record, Goal) else record.label, lang)

    def below(self, code: str) -> tuple[str, ...]:
        """Give the codes of a goal's targets or a target's indicators, in natural order."""
        return codes().children.get(code, ())

    def same_as(self, code: str) -> tuple[str, ...]:
        """Give the other codes under which the same indicator is listed."""
        first = codes().canonical.get(code)
        return tuple(other for other in self._listings.get(first or "", ()) if other != code)

    @cached_property
    def _listings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for code, first in codes().canonical.items():
            found.setdefault(first, []).append(code)
        return found

    def overlaid(self, texts: Mapping[str, Mapping[str, str]]) -> Catalogue:
        """Give a catalogue that has official wording beside our labels.

        Args:
            texts: Wording by code and language, as ``{"3.8": {"en": "…"}}``. Wording of a code that doesn't
                stand is left out. What an earlier overlay brought in another language is kept.
        """
        official = {code: dict(wording) for code, wording in self.official.items()}
        for code, wording in texts.items():
            if code in codes().kinds:
                official.setdefault(code, {}).update(wording)
        return Catalogue(
            self.goals,
            {code: _worded(target, official.get(code)) for code, target in self.targets.items()},
            {code: _worded(indicator, official.get(code)) for code, indicator in self.indicators.items()},
            self.national_goals,
            official,
        )


_Worded = TypeVar("_Worded", Target, GlobalIndicator)


def _worded(record: _Worded, wording: dict[str, str] | None) -> _Worded:
    return record if wording is None else record.model_copy(update={"official": wording})


@cache
def catalogue() -> Catalogue:
    """Give the catalogue as it is shipped; it's read once."""
    return Catalogue(
        goals={
            code: Goal.trusted({"code": code, "title": {"en": en, "nb": nb, "nn": nn}, "color": color})
            for code, en, nb, nn, color in rows("goals")
        },
        targets={
            code: Target.trusted(
                {
                    "code": code,
                    "goal": goal,
                    "label": {"en": en, "nb": nb},
                    "means_of_implementation": means == "1",
                }
            )
            for code, goal, means, en, nb in rows("targets")
        },
        indicators={row[0]: _indicator(row) for row in rows("indicators")},
        national_goals={
            key: NationalGoal.trusted({"id": key, "country": country, "label": {"en": en, "nb": nb}})
            for key, country, en, nb in rows("national-goals")
        },
        official={},
    )


def _indicator(row: list[str]) -> GlobalIndicator:
    code, target, first, permanent, tier, custodian, en, nb = row
    return GlobalIndicator.trusted(
        {
            "code": code,
            "target": target,
            "canonical": first,
            "label": {"en": en, "nb": nb},
            "tier": tier or None,
            "custodian": custodian or None,
            "permanent_code": permanent or None,
        }
    )


def no_such_code(text: str) -> NotFoundError:
    """Give the error for a code that doesn't stand, with what may have been meant."""
    reading = read_code(text)
    meant = (reading.code,) if reading.code else reading.candidates
    shown = text if len(text) <= 40 else text[:40] + "…"
    hint = words(f"did you mean {_either(meant, 'or')}?", f"mente du {_either(meant, 'eller')}?") if meant else None
    return NotFoundError(
        words(f"there is no SDG code “{shown}”", f"fant ingen kode «{shown}» blant bærekraftsmålene"), hint=hint
    )


def _either(names: tuple[str, ...], word: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {word} {last}" if most else last
