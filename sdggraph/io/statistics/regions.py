"""Which numbers a municipality has had, when, and whose it was before it was merged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdggraph.model.plan import Organisation, OrganisationNumber
    from sdggraph.model.scalars import PlanDate

__all__ = ["Regions"]


@dataclass(frozen=True, slots=True)
class Regions:
    """The numbers of one municipality.

    Attributes:
        numbers: Its own, with the years in which each was valid.
        predecessors: Those of the municipalities that it was made of.
    """

    numbers: tuple[OrganisationNumber, ...] = ()
    predecessors: tuple[str, ...] = ()

    @classmethod
    def of(cls, organisation: Organisation | None) -> Regions:
        """Give the numbers of an organisation; one without any has none to ask for."""
        return cls(organisation.numbers, organisation.predecessors) if organisation is not None else cls()

    @property
    def all(self) -> tuple[str, ...]:
        """Every number, each once."""
        return tuple(dict.fromkeys([*(one.number for one in self.numbers), *self.predecessors]))

    @property
    def merged(self) -> bool:
        """Whether it was made of several: the figures of one of them are then not its own."""
        return len(self.predecessors) > 1

    @property
    def own(self) -> frozenset[str]:
        """The numbers that mean itself, without zeros in front; a single predecessor is it under an older one."""
        older = self.predecessors if len(self.predecessors) == 1 else ()
        return frozenset(number.lstrip("0") for number in (*(one.number for one in self.numbers), *older))

    def valid(self, date: PlanDate) -> tuple[str, ...]:
        """Give the number that was valid at a time: its own, or before it had one those of its predecessors.

        Where two of its own were valid in one year, the later one comes first.
        """
        own = [one.number for one in self.numbers if _is_valid(one, date)]
        if own:
            return tuple(reversed(own))
        first = min((one.start.start for one in self.numbers if one.start is not None), default=None)
        begun = self.numbers and (first is None or date.end >= first)
        return () if begun else self.predecessors


def _is_valid(number: OrganisationNumber, date: PlanDate) -> bool:
    begun = number.start is None or number.start.start <= date.end
    return begun and (number.end is None or date.start <= number.end.end)
