"""A drawing as a figure of the report: what the drawing says of itself is its text alternative."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from sdggraph.view.report.blocks import Figure

if TYPE_CHECKING:
    from sdggraph.view.report.blocks import Document, Section

__all__ = ["figure_of", "light_only", "on_paper"]

_PAGE = 640
"""How wide a drawing may be on a page of paper, in pixels."""
_SIZE = re.compile(r'(<svg[^>]*?) width="([\d.]+)" height="([\d.]+)"')
_FLUID = re.compile(r' style="max-width:100%;height:auto"')
_HALO = re.compile(r'<text[^>]* paint-order="stroke"[^>]*>')
_STROKE = re.compile(r' (?:stroke|stroke-width|stroke-linejoin|paint-order)="[^"]*"')
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_SAID = re.compile(r"<title[^>]*>(.*?)</title><desc[^>]*>(.*?)</desc>", re.DOTALL)


def figure_of(svg: str, caption: str) -> Figure:
    """Make a figure of a drawing of ``view.charts``."""
    found = _SAID.search(svg)
    alternative = " ".join(unescape(part).strip() for part in found.groups()) if found else caption
    return Figure(svg, caption, alternative)


def light_only(svg: str) -> str:
    """Give a drawing without its rules for dark pages: its attributes have the light colours, which paper needs."""
    return _STYLE.sub("", svg)


def on_paper(document: Document) -> Document:
    """Give a document whose drawings are light, for what knows nothing of a reader's device."""
    return replace(document, sections=tuple(map(_light_section, document.sections)))


def _light_section(section: Section) -> Section:
    blocks = (
        replace(one, svg=_fitted(light_only(one.svg))) if isinstance(one, Figure) else one for one in section.blocks
    )
    return replace(section, blocks=tuple(blocks), sections=tuple(map(_light_section, section.sections)))


def _fitted(svg: str) -> str:
    """Give a drawing of a fixed size that is no wider than the page: on paper nothing shrinks by itself."""
    found = _SIZE.match(svg)
    if found is None:
        return svg
    width, height = float(found[2]), float(found[3])
    svg = _HALO.sub(lambda one: _STROKE.sub("", one[0]), svg)  # what knows no paint order would paint it over the text
    found = _SIZE.match(svg) or found
    scale = min(1.0, _PAGE / width)
    opening = _FLUID.sub("", f'{found[1]} width="{width * scale:.0f}" height="{height * scale:.0f}"')
    rest = _FLUID.sub("", svg[found.end() :], count=1)
    return opening + rest
