"""Texts in Markdown: shown as they are, and nothing of them is markup."""

from __future__ import annotations

import pytest

from sdggraph.view.markdown_text import plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("18. april 2023", "18\\. april 2023"),  # \18 would show the backslash
        ("1) først", "1\\) først"),
        ("4.", "4\\."),
        ("4.2.1 Kartlegge flom", "4.2.1 Kartlegge flom"),
        ("- en strek", "\\- en strek"),
        ("+ mer", "\\+ mer"),
        ("Kultur & fritid", "Kultur & fritid"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("a|b", "a\\|b"),
        ("en\nto\x0b\x85tre", "en to tre"),
        ("<b>*x*</b>", "\\<b\\>\\*x\\*\\</b\\>"),
    ],
)
def test_a_text_is_shown_as_it_is(text, written):
    assert plain(text) == written
