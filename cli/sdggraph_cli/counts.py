"""Numbers with their words: one error, two errors; én feil, to feil."""

from __future__ import annotations

__all__ = ["counted"]

_WORDS = {
    "file": {"en": ("file", "files"), "nb": ("fil", "filer")},
    "node": {"en": ("node", "nodes"), "nb": ("node", "noder")},
    "edge": {"en": ("edge", "edges"), "nb": ("kobling", "koblinger")},
    "error": {"en": ("error", "errors"), "nb": ("feil", "feil")},
    "warning": {"en": ("warning", "warnings"), "nb": ("advarsel", "advarsler")},
    "info": {"en": ("info", "infos"), "nb": ("merknad", "merknader")},
    "finding": {"en": ("finding", "findings"), "nb": ("funn", "funn")},
    "accepted": {"en": ("more is accepted", "more are accepted"), "nb": ("til er godtatt", "til er godtatt")},
    "consequence": {
        "en": (
            "more only follows from these and is folded under them",
            "more only follow from these and are folded under them",
        ),
        "nb": ("til følger bare av disse og er lagt under dem", "til følger bare av disse og er lagt under dem"),
    },
    "strategy": {"en": ("strategy", "strategies"), "nb": ("strategi", "strategier")},
    "unserved": {
        "en": ("reaches no goal", "reach no goal"),
        "nb": ("når ikke noe bærekraftsmål", "når ikke noe bærekraftsmål"),
    },
    "indicator": {"en": ("indicator", "indicators"), "nb": ("indikator", "indikatorer")},
    "row": {"en": ("row", "rows"), "nb": ("rad", "rader")},
    "rule": {"en": ("rule", "rules"), "nb": ("regel", "regler")},
}


def counted(word: str, number: int, lang: str) -> str:
    """Give a number with its word in one or many; thousands are set apart."""
    one, many = _WORDS[word]["nb" if lang == "nb" else "en"]
    grouped = f"{number:,}".replace(",", "\u00a0" if lang == "nb" else ",")
    return f"{grouped} {one if number == 1 else many}"
