"""Plans as triples, and back; what is published of them."""

from __future__ import annotations

__all__: list[str] = []
