"""Click's own words in bokmål: the message file is what its writer writes, and click uses it."""

from __future__ import annotations

import pytest

from sdggraph_cli.click_words import HOME, NORWEGIAN, message_file
from sdggraph_cli.run import run


def test_message_file_has_not_drifted():
    assert (HOME / "nb" / "LC_MESSAGES" / "messages.mo").read_bytes() == message_file()


@pytest.mark.parametrize("source", NORWEGIAN)
def test_fields_are_kept(source):
    import re

    field = re.compile(r"\{\w+")
    assert set(field.findall(source)) == set(field.findall(NORWEGIAN[source]))


def test_click_speaks_norwegian_when_asked(capsys):
    assert run(["lint", "--help", "--lang", "nb"]) == 0
    out = capsys.readouterr().out
    assert "Bruk: sdggraph lint" in out
    assert "Vis denne hjelpen og avslutt." in out
    assert run(["lint", "--nosuch", "--lang", "nb"]) == 2
    assert "Feil: Valget '--nosuch' finnes ikke." in capsys.readouterr().err
    assert run(["lint", "--help", "--lang", "en"]) == 0
    assert "Show this message and exit." in capsys.readouterr().out
