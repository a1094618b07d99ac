"""Accessible SVG from small parts: a title and a description for those who hear it, colours for light and dark.

Every part is a string. A colour is named by its use ("ink", "line", "warning"): it is written as an attribute, in its
light form, so that any viewer shows it, and as a class, so that a browser shows the dark form where that is wanted by
the system, or by ``data-theme`` on the page around it. Equal calls give equal bytes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from sdggraph.catalogue.tables import rows
from sdggraph.model.codes import goal_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "FONT",
    "PAINTS",
    "dark_text_on",
    "drawing",
    "element",
    "goal_colour",
    "group",
    "label",
    "legible",
    "number",
    "path",
]

FONT = '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif'
"""The fonts of the system: nothing is loaded."""

PAINTS: dict[str, tuple[str, str]] = {
    "ground": ("#F7F7F5", "#14161A"),
    "surface": ("#FFFFFF", "#1D2025"),
    "sunk": ("#EFEFEC", "#191C20"),
    "line": ("#E2E2DE", "#2C3138"),
    "strong": ("#C6C8C4", "#474E58"),
    "ink": ("#16181B", "#EEEFF1"),
    "ink2": ("#454A50", "#B9BEC6"),
    "ink3": ("#666B72", "#949BA5"),
    "faded": ("#6C7178", "#868D97"),
    "mark": ("#4B5563", "#9AA3AF"),
    "focus": ("#1456C8", "#8AB4FF"),
    "error": ("#B3261E", "#FF9A90"),
    "error-ground": ("#FCEDEB", "#3A1D1B"),
    "warning": ("#8A5200", "#FFC766"),
    "warning-ground": ("#FDF1DC", "#362A14"),
    "note": ("#2B5CAD", "#9CC3FF"),
    "note-ground": ("#EAF1FC", "#1B2A42"),
    "desired": ("#1A7350", "#6FD3A4"),
    "desired-ground": ("#E3F2EA", "#16332A"),
    "acceptable": ("#7A5C00", "#E7C765"),
    "acceptable-ground": ("#F8F0D8", "#332C17"),
    "unaccepted": ("#A8380F", "#FF9B73"),
    "unaccepted-ground": ("#FAE9E1", "#3A2219"),
    "heat1": ("#E6ECF2", "#1F2A36"),
    "heat2": ("#C6D5E3", "#28405A"),
    "heat3": ("#94B0CA", "#3F6C96"),
    "heat4": ("#45729B", "#94B0CA"),
    "heat5": ("#1E4A73", "#C6D5E3"),
    "harm1": ("#F6DDD0", "#43281B"),
    "harm2": ("#DE9268", "#8C4A2A"),
    "harm3": ("#8F2F0C", "#FFB08F"),
    "on-heat-low": ("#16181B", "#EEEFF1"),
    "on-heat-high": ("#FFFFFF", "#111418"),
}
"""What a colour is for: its light and its dark form."""

_LIGHT_TEXT_GOALS = frozenset({"1", "4", "8", "10", "13", "16", "17"})
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CLASS = re.compile(r'class="([^"]*)"')


def number(value: float) -> str:
    """Write a coordinate: two decimals at most, and no needless noughts."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def element(name: str, *children: str, **attributes: object) -> str:
    """Write an element; its children are parts, and have been escaped.

    Attribute names take ``_`` for ``-`` (``stroke_width``, ``class_``). A fill or stroke is a name in ``PAINTS``, or
    a colour of its own. What is None is left out.
    """
    classes = [str(attributes.pop("class_"))] if attributes.get("class_") else []
    written = []
    for key, value in attributes.items():
        if value is None:
            continue
        if key in ("fill", "stroke") and value in PAINTS:
            classes.append(f"sg-{key[0]}-{value}")
        shown = number(value) if isinstance(value, int | float) else str(value)
        if key in ("fill", "stroke"):
            shown = PAINTS.get(shown, (shown,))[0]
        written.append(f" {key.rstrip('_').replace('_', '-')}={quoteattr(_ILLEGAL.sub('', shown))}")
    if classes:
        written.append(f' class="{" ".join(classes)}"')
    opening = f"<{name}{''.join(written)}"
    return f"{opening}>{''.join(children)}</{name}>" if children else f"{opening}/>"


def group(parts: Iterable[str], **attributes: object) -> str:
    """Put parts together, with a title that a mouse over them shows if ``title`` is given."""
    title = attributes.pop("title", None)
    said = (element("title", _escaped(str(title))),) if title else ()
    return element("g", *said, *parts, **attributes)


def label(
    x: float, y: float, text: str, *, size: float = 12, fill: str = "ink", anchor: str = "start", **attributes: object
) -> str:
    """Write a text; ``y`` is its base line, and ``anchor`` start, middle or end."""
    shown = None if anchor == "start" else anchor
    return element("text", _escaped(text), x=x, y=y, font_size=size, fill=fill, text_anchor=shown, **attributes)


def path(points: Iterable[tuple[float, float]], *, closed: bool = False, **attributes: object) -> str:
    """Draw straight lines through points."""
    way = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")
    return element("path", d=way, **({"fill": "none"} | attributes))


def goal_colour(code: str) -> str:
    """Give the UN's colour of a goal, or of the goal above a target."""
    colours = {row[0]: row[-1] for row in rows("goals")}
    return colours[goal_of(code)]


def dark_text_on(code: str) -> str:
    """Give the colour of text that can be read on a goal's colour: white where that has contrast enough, else dark."""
    return "#FFFFFF" if goal_of(code) in _LIGHT_TEXT_GOALS else "#111111"


def drawing(  # noqa: PLR0913  # each is a fact of the drawing
    width: float,
    height: float,
    parts: Iterable[str],
    *,
    name: str,
    title: str,
    description: str,
    lang: str = "en",
    shrinks: bool = True,
) -> str:
    """Give a whole SVG: one picture to those who hear the page, with a title and a description in words.

    Args:
        width: Its width in pixels; it never grows.
        height: Its height in pixels.
        parts: What is drawn.
        name: A name that is its own on the page: ids begin with it.
        title: What it is.
        description: What it shows, in sentences: all that matters in it.
        lang: The language of its words.
        shrinks: Whether it shrinks with the page; else its texts stay as large as they are, and the page scrolls.
    """
    body = "".join(parts)
    said = (
        element("title", _escaped(title), id=f"{name}-title"),
        element("desc", _escaped(description), id=f"{name}-desc"),
        f"<style>{_styles(body)}</style>",
    )
    return element(
        "svg",
        *said,
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        lang=lang,
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        class_="sg-chart",
        font_family=FONT,
        style="max-width:100%;height:auto" if shrinks else None,
    )


def legible(text: str) -> str:
    """Give a text without the characters that no XML may hold."""
    return _ILLEGAL.sub("", text)


def _escaped(text: str) -> str:
    return escape(legible(text))


def _styles(body: str) -> str:
    """Write the rules of the colours that a drawing uses."""
    used = {one for classes in _CLASS.findall(body) for one in classes.split() if one.startswith(("sg-f-", "sg-s-"))}
    paints = [paint for paint in PAINTS if {f"sg-f-{paint}", f"sg-s-{paint}"} & used]
    light, dark = ("".join(f"--sg-{paint}:{PAINTS[paint][side]};" for paint in paints) for side in (0, 1))
    rules = [f".sg-chart{{{light}font-variant-numeric:tabular-nums}}"]
    rules.append(f"@media screen and (prefers-color-scheme:dark){{.sg-chart{{{dark}}}}}")
    rules.append(f'[data-theme="light"] .sg-chart{{{light}}}')
    rules.append(f'@media screen{{[data-theme="dark"] .sg-chart{{{dark}}}}}')
    for letter, key in (("f", "fill"), ("s", "stroke")):
        rules += [
            f".sg-{letter}-{paint}{{{key}:var(--sg-{paint})}}" for paint in paints if f"sg-{letter}-{paint}" in used
        ]
    return "".join(rules)
