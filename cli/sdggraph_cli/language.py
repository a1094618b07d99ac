"""The language of the command line: as asked for, else the locale's, else English."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["asked", "current", "say", "set_language"]

_KNOWN = {"en": "en", "nb": "nb", "nn": "nb", "no": "nb"}
_state = {"lang": "en", "asked": ""}


def set_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Choose the language from ``--lang`` among the arguments, else from the locale."""
    wanted = ""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            wanted = argument.partition("=")[2]
        elif argument == "--lang" and position + 1 < len(arguments):
            wanted = arguments[position + 1]
    _state["asked"] = _KNOWN.get(wanted[:2].lower(), "")
    told = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    _state["lang"] = _state["asked"] or _KNOWN.get((told or _of_windows())[:2].lower(), "en")
    return _state["lang"]


def _of_windows() -> str:
    """Give the language that Windows is set to, as ``nb_NO`` or in words; nothing elsewhere.

    Windows sets none of the variables that other systems say it in.
    """
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""


def current() -> str:
    """Give the language of the command line."""
    return _state["lang"]


def asked() -> str | None:
    """Give the language that ``--lang`` asks for, or None."""
    return _state["asked"] or None


def say(en: str, nb: str) -> str:
    """Choose between the two languages."""
    return nb if _state["lang"] == "nb" else en
