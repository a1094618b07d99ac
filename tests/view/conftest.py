"""A headless Chromium for the explorer's tests, or one visible reason why there is none."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field

import pytest

from sdggraph.view.explorer import explorer_html
from tests.needs import missing

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole session, without a network."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install sdggraph[test])")
    path = _chromium()
    if path is None:
        missing("BROWSER", "no Chromium on this machine (set CHROMIUM to its path)")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page with whatever it complained about and asked for."""

    page: object
    path: object
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def check(self) -> None:
        assert self.complaints == []
        assert self.requests == []


WATCH = """
addEventListener('securitypolicyviolation', (event) => console.error('violation ' + event.violatedDirective));
"""


@pytest.fixture
def open_explorer(chromium, tmp_path):
    """Write an explorer, open it offline, and watch the console, the policy and the network."""
    contexts = []

    def opener(source, fragment="", *, width=1440, height=900, reports=None, bypass_csp=False, **options) -> Opened:
        path = tmp_path / f"explorer-{len(contexts)}.html"
        path.write_text(explorer_html(source, reports, **options), encoding="utf-8")
        touch = width < 700
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            offline=True,
            has_touch=touch,
            accept_downloads=True,
            bypass_csp=bypass_csp,
        )
        contexts.append(context)
        page = context.new_page()
        opened = Opened(page, path)
        page.add_init_script(WATCH)
        page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: opened.complaints.append(f"error: {error}"))
        page.on("request", lambda request: _note_request(opened, request.url))
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        page.wait_for_selector("#app:not([hidden]) .top")
        return opened

    yield opener
    for context in contexts:
        context.close()


def _note_request(opened: Opened, url: str) -> None:
    if not url.startswith((opened.path.as_uri(), "blob:", "data:")):
        opened.requests.append(url)
