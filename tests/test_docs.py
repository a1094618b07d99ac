"""Generated pages are what their writers write."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

PAGES = runpy.run_path(str(Path(__file__).parent.parent / "docs" / "make.py"))["pages"]()


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_page_has_not_drifted(file):
    assert file.read_text(encoding="utf-8") == PAGES[file], "run python docs/make.py"
