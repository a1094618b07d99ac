"""What stands in a sheet's XML after its rows: children in an order that Excel insists on."""

from __future__ import annotations

import re

__all__ = ["with_child"]

_ORDER = (
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks"),
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties"),
    *("cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF"),
    *("picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"),
)
_TAG = re.compile(rb"<(/?)(?:(\w+):)?(\w+)\b[^>]*?(/?)>|<!--.*?-->", re.DOTALL)


def with_child(xml: bytes, name: str, attributes: str) -> bytes:
    """Give a sheet's XML with one more child, in its place among the others."""
    start = max(xml.rfind(b"</sheetData"), xml.rfind(b":sheetData"), xml.rfind(b"<sheetData/>"))
    start = xml.find(b">", start) + 1
    prefix = re.search(rb"<((?:\w+:)?)worksheet\b", xml)
    before = set(_ORDER[: _ORDER.index(name)])
    at, depth, within = start, 0, ""
    for tag in _TAG.finditer(xml, start):
        if tag[3] is None:
            continue
        if tag[1]:
            depth -= 1
        if depth < 0:
            break
        if depth == 0 and not tag[1]:
            within = tag[3].decode()
            if within not in before and within in _ORDER:
                break
            if within == "AlternateContent" and _holds_later(xml, tag.end(), before):
                break
        if not tag[1] and not tag[4]:
            depth += 1
        if depth == 0:
            at = tag.end()
    said = (prefix[1] if prefix is not None else b"").decode()
    return xml[:at] + f"<{said}{name} {attributes}/>".encode() + xml[at:]


def _holds_later(xml: bytes, at: int, before: set[str]) -> bool:
    """Say whether a choice between contents holds something that belongs further down."""
    end = xml.find(b"AlternateContent>", at)
    inside = {tag[3].decode() for tag in _TAG.finditer(xml, at, end if end > 0 else len(xml)) if tag[3]}
    return any(name in inside for name in _ORDER if name not in before)
