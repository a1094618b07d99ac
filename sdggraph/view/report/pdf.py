"""The report as a tagged PDF, made from its page by WeasyPrint (the extra ``[pdf]``)."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, NoReturn

from sdggraph.base.errors import OutputError
from sdggraph.base.words import words
from sdggraph.view.report.figures import on_paper
from sdggraph.view.report.html import report_page

if TYPE_CHECKING:
    from sdggraph.view.report.blocks import Document

__all__ = ["report_pdf"]

_LIGHT_DARK = re.compile(r"light-dark\(((?:[^(),]|\([^()]*\))*),\s*(?:[^(),]|\([^()]*\))*\)")


def report_pdf(document: Document) -> bytes:
    """Give the report as PDF/UA: headings, tables and figures are tagged, so that a screen reader finds its way.

    Raises:
        OutputError: WeasyPrint, or a library of the system that it needs, isn't installed.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # OSError: Pango, a library of the system, is missing
        raise OutputError(
            words(f"a PDF needs WeasyPrint: {error}", f"en PDF krever WeasyPrint: {error}"),
            hint=words("pip install 'sdggraph[pdf]'", "pip install 'sdggraph[pdf]'"),
        ) from None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it tells of each rule that is for screens only
    page = _LIGHT_DARK.sub(r"\1", report_page(on_paper(document)))  # paper is light
    made: bytes = HTML(string=page, url_fetcher=_fetch_nothing).write_pdf(pdf_variant="pdf/ua-1")
    return made


def _fetch_nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a report refers to nothing outside it: {url}")
