"""Click's own words in bokmål: the message file is what its writer writes, and click uses it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from sdggraph_cli.click_words import HOME, NORWEGIAN, message_file


def test_message_file_has_not_drifted():
    assert (HOME / "nb" / "LC_MESSAGES" / "messages.mo").read_bytes() == message_file()


@pytest.mark.parametrize("source", NORWEGIAN)
def test_fields_are_kept(source):
    field = re.compile(r"\{\w+")
    assert set(field.findall(source)) == set(field.findall(NORWEGIAN[source]))


def say(*arguments: str) -> str:
    """Run the command line in a process of its own: what help says is chosen when a command is first loaded."""
    done = subprocess.run(
        [sys.executable, "-m", "sdggraph_cli.main", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    return done.stdout + done.stderr


def test_click_speaks_norwegian_when_asked():
    shown = say("lint", "--help", "--lang", "nb")
    assert "Bruk: sdggraph lint" in shown
    assert "Vis denne hjelpen og avslutt." in shown
    assert "Feil: Valget '--nosuch' finnes ikke." in say("lint", "--nosuch", "--lang", "nb")
    assert "Show this message and exit." in say("lint", "--help", "--lang", "en")
