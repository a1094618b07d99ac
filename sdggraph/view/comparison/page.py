"""A comparison as one page that needs nothing else: no script, no address, a strict content security policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sdggraph.analysis.comparison.summary import summary_of
from sdggraph.base.words import pick, words
from sdggraph.view.comparison.outline import BROKEN, outline
from sdggraph.view.html_text import safe
from sdggraph.view.page_colours import page_colours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.analysis.comparison.wording import Piece
    from sdggraph.view.comparison.outline import Detail, Entry, Mark

__all__ = ["comparison_page"]

_MARKS: dict[Mark, tuple[str, dict[str, str]]] = {
    "+": ("plus", dict(words("came", "kom til"))),
    "-": ("minus", dict(words("went", "gikk ut"))),
    "~": ("changed", dict(words("changed", "endret"))),
    BROKEN: ("broken", dict(words("broken", "brutt"))),
    "✓": ("mended", dict(words("mended", "i orden"))),
    "!": ("found", dict(words("found", "funn"))),
}
_SHOWN: dict[Mark, str] = {"-": "\u2212"}
"""The minus sign is as wide as the plus."""


def comparison_page(found: Comparison) -> str:
    """Give the comparison as HTML, in light or dark as the reader's device asks; every text of a plan is escaped."""
    style = _style()
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
    contents = "Innhold" if found.lang == "nb" else "Contents"
    title = f"{found.old.title} → {found.new.title}"
    sections = list(enumerate(outline(found), 1))
    links = "".join(f'<li><a href="#s{number}">{safe(one.title)}</a></li>' for number, one in sections)
    body = "".join(
        f'<section id="s{number}"><h2>{safe(one.title)}</h2>{_entries(one.entries, found.lang)}'
        + (f'<p class="remark">{safe(one.remark)}</p>' if one.remark else "")
        + "</section>\n"
        for number, one in sections
    )
    files = " → ".join(safe(one.name) for one in (found.old, found.new) if one.name)
    return (
        f'<!doctype html>\n<html lang="{found.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n"
        f'<h1 dir="auto">{safe(title)}</h1>\n<p class="files">{files}</p>\n'
        f'<p class="lede">{safe(summary_of(found))}</p>\n</header>\n'
        + (f'<nav aria-label="{contents}"><ul>{links}</ul></nav>\n' if len(sections) > 1 else "")
        + f"<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _entries(entries: tuple[Entry, ...], lang: str) -> str:
    return '<ol class="changes">' + "".join(_entry(one, lang) for one in entries) + "</ol>" if entries else ""


def _entry(entry: Entry, lang: str) -> str:
    look, said = _MARKS[entry.mark]
    details = "".join(_detail(one) for one in entry.details)
    return (
        f'<li><span class="mark {look}" aria-hidden="true">{_SHOWN.get(entry.mark, entry.mark)}</span>'
        f'<span class="said">{pick(said, lang)}: </span><span dir="auto">{safe(entry.text)}</span>'
        + (f"<dl>{details}</dl>" if details else "")
        + "</li>\n"
    )


def _detail(detail: Detail) -> str:
    if not detail.pieces:
        return f'<dt class="alone">{safe(detail.label)}</dt><dd></dd>'
    return f'<dt>{safe(detail.label)}</dt><dd dir="auto">{"".join(_marked(detail.pieces))}</dd>'


def _marked(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        tag = {"-": "del", "+": "ins"}.get(piece.mark)
        yield f"<{tag}>{safe(piece.text)}</{tag}>" if tag else safe(piece.text)


@cache
def _style() -> str:
    """Give the page's style: the explorer's colours, and the page's own rules."""
    own = (resources.files("sdggraph.view") / "comparison" / "page.css").read_text(encoding="utf-8")
    return page_colours() + own


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
