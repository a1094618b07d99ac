"""Which characters XML has no way to write, not even escaped: what is packed as XML must mark or refuse them."""

from __future__ import annotations

import re

__all__ = ["NO_XML"]

NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of surrogate pairs, and the two places that Unicode never gives a character."""
