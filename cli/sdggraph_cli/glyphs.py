"""Which signs the terminal can show, and small charts made of them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["shows_unicode", "sparkline"]

_BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
_PLAIN = "_.-~=+*#"
_PROBE = _BLOCKS + "\u25bc\u25d0\u25cf\u2713\u25cb"


def shows_unicode(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether standard output and the locale take more than ASCII."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    name, _, charset = locale.partition(".")
    if name in ("C", "POSIX") and charset.replace("-", "").lower() != "utf8":
        return False
    if charset and charset.partition("@")[0].replace("-", "").lower() != "utf8":
        return False
    try:
        _PROBE.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def sparkline(values: Sequence[float], *, unicode: bool = True) -> str:
    """Draw values as a line of small bars, the lowest lowest; one that never changes stands half high."""
    if not values:
        return ""
    signs = _BLOCKS if unicode else _PLAIN
    low, high = min(values), max(values)
    if low == high:
        return signs[3] * len(values)
    return "".join(signs[min(7, int(8 * (value - low) / (high - low)))] for value in values)
