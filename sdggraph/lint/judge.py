"""Other engines than the native one: what such an engine must do, and where each of them stands.

An engine only judges: it says which of a rule's subjects break it. What a rule looks at, how grave its findings are,
which of them gather or follow from others, what they say and where, is worked out once for all engines, so that they
give the same diagnostics with the same places.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from sdggraph.lint.system import PlanSystem
    from sdggraph.rules.rule import Rule

__all__ = ["ENGINES", "NATIVE", "Judge", "JudgeMaker", "judge_maker"]

NATIVE = "native"

_MODULES = {"shacl": "sdggraph.lint.shacl_judge", "sparql": "sdggraph.lint.sparql_judge"}
"""The module of each other engine, which has a function ``judge`` that makes one for a plan system."""

ENGINES = (NATIVE, *_MODULES)
"""What engines there are, by name."""


class Judge(Protocol):
    """Another engine over the plans of one system."""

    @property
    def name(self) -> str:
        """What diagnostics call the engine."""

    def broken(self, rule: Rule, subjects: Sequence[int], parameters: Mapping[str, Any]) -> Collection[int] | None:
        """Give those of a rule's subjects that break it, or None where the engine can't run the rule."""


JudgeMaker: TypeAlias = "Callable[[PlanSystem], Judge]"


def judge_maker(name: str) -> JudgeMaker | None:
    """Give what makes the judge of an engine for a plan system; None for the native engine, which needs none.

    Raises:
        NotFoundError: There is no such engine, or the packages that it needs aren't installed.
    """
    if name == NATIVE:
        return None
    if name not in _MODULES:
        raise NotFoundError(words(f"there is no engine “{name}”", f"det finnes ingen motor «{name}»"))
    try:
        module = import_module(_MODULES[name])
    except ModuleNotFoundError as error:
        if error.name != _MODULES[name]:
            raise
        raise NotFoundError(
            words(f"the engine “{name}” is not part of this version", f"motoren «{name}» er ikke med i denne versjonen")
        ) from error
    made: JudgeMaker = module.judge
    return made
