"""Writing plans as graphs for other programs: to look at, to lay out, to analyse."""

from __future__ import annotations

__all__: list[str] = []
