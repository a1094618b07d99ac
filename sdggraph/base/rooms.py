"""Rooms that share their name with a public function: ``sdggraph.lint`` is a package, and can be called.

Python binds a sub-package to its name in the package above as soon as anything in it is imported, so a function of the
same name would be lost. The room itself is therefore made callable, and both uses of the name work, in any order.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["make_callable"]


def make_callable(room: str, home: str, function: str) -> None:
    """Let a call of the package ``room`` be a call of a function in its module ``home``, imported when called."""

    class Room(ModuleType):
        def __call__(self, *arguments: Any, **options: Any) -> Any:
            return getattr(import_module(home), function)(*arguments, **options)

    sys.modules[room].__class__ = Room
