"""What a text means as an SDG code. A canonical code costs one look-up; repair is loaded at need."""

from __future__ import annotations

import re

from sdggraph.catalogue.code_reading import CodeReading
from sdggraph.catalogue.tables import codes

__all__ = ["is_code_like", "read_code"]

_LONGEST = 400
_CODE_BEGINS = re.compile(r"\s*(?:c|(?:sdg|goal|target|indicator)[-_.]?)?\d", re.IGNORECASE | re.ASCII)
"""How whatever has the form of a code begins, if it is ASCII: few ids do, and the rest needn't be looked at."""
_LONGEST_ID = 40


def read_code(text: str, *, goal: str | None = None) -> CodeReading:
    """Read an SDG code as people write it: ``3.8``, ``SDG 3.8``, ``3,8``, ``03.08``, ``C030801``, ``3.9a``.

    A goal's or target's name may stand beside its code (``3 GOD HELSE``).

    Args:
        text: What was written; a text of any length is answered at once.
        goal: The goal that the text stands beside, as in a table's row. It decides where exactly one of
            several candidates belongs to it; such a reading is not sure.
    """
    kind = codes().kinds.get(text)
    if kind is not None:
        return CodeReading(text, kind, "canonical", (), sure=True)
    if len(text) > _LONGEST:
        return CodeReading(None, None, "unknown")
    from sdggraph.catalogue.repair import beside, repair

    reading = repair(text)
    return reading if goal is None else beside(reading, goal, text)


def is_code_like(text: str) -> bool:
    """Say whether an id would be taken for an SDG code: ``3.8``, ``goal-3``, ``sdg3``; not ``s1``."""
    if text in codes().kinds:
        return True
    if len(text) > _LONGEST_ID or (text.isascii() and _CODE_BEGINS.match(text) is None):
        return False
    from sdggraph.catalogue.repair import has_form_of_code

    if not has_form_of_code(text):
        return False
    reading = read_code(text)
    return reading.sure or reading.status == "withdrawn"
