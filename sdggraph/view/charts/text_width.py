"""How wide a text is drawn, without a font at hand: the advance widths of Helvetica, which system fonts keep near to.

Segoe UI and Roboto are narrower, Liberation Sans and Arial alike; what fits by these figures fits in all of them.
"""

from __future__ import annotations

__all__ = ["fit", "text_width", "wrap"]

_WIDTHS = {
    0.222: "ijl'|",
    0.278: " .,:;!/tfI[]\\",
    0.333: "r-()`·",
    0.4: '"*',
    0.5: "ckvsxyzJ",
    0.556: "abdeghnopqu0123456789?$#_Lå«»\u2013äöéüø",
    0.584: "+<>=~\u2212",
    0.611: "FTZ",
    0.667: "ABEKPSVXY&ÅÄ",
    0.722: "CDHNRUwÜÉ",
    0.778: "GOQÖØ",
    0.833: "mM",
    0.889: "%æ—",
    0.944: "W",
    1.0: "…Æ@→",
}
_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_OTHER = 0.6
_WIDE = 1.0
_BOLD = 1.07
_FIRST_WIDE = 0x2E80  # from here on: East Asian writing, pictographs


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give a text's width in pixels at a size in pixels."""
    units = sum(_OF.get(one) or (_WIDE if ord(one) >= _FIRST_WIDE else _OTHER) for one in text)
    return units * size * (_BOLD if bold else 1)


def fit(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Give a text that is at most so wide, cut with an ellipsis if it has to be."""
    if text_width(text, size, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + "…", size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,.;:\u2013-") + "…"


def wrap(text: str, width: float, size: float, *, lines: int = 2, bold: bool = False) -> list[str]:
    """Break a text at its spaces into at most so many lines; the last is cut with an ellipsis if there is more.

    A word that is wider than a line is cut, not hyphenated.
    """
    found: list[str] = []
    rest = text.split()
    while rest and len(found) < lines - 1:
        count = 1
        while count < len(rest) and text_width(" ".join(rest[: count + 1]), size, bold=bold) <= width:
            count += 1
        found.append(fit(" ".join(rest[:count]), width, size, bold=bold))
        rest = rest[count:]
    return [*found, fit(" ".join(rest), width, size, bold=bold)] if rest else found
