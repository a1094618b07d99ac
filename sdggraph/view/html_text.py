"""Texts of a plan in HTML: never markup, and without the characters that no page may hold."""

from __future__ import annotations

from html import escape

from sdggraph.view.charts.svg import legible

__all__ = ["safe"]


def safe(text: str) -> str:
    """Keep a text from being markup, in an element or an attribute."""
    return escape(legible(text))
