"""What a test needs beside Python: skipped with its reason where that is missing, failed where it must be there."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str, reason: str) -> NoReturn:
    """Skip a test; where ``SDGGRAPH_REQUIRE_<what>`` is 1, as in CI, fail it, so that nothing is passed over unseen."""
    if os.environ.get(f"SDGGRAPH_REQUIRE_{what}") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
