"""Bokmål for the words that click itself prints, through gettext, as click means them to be translated.

The message file beside this module is written by :func:`message_file`; a test finds drift.
"""

from __future__ import annotations

import gettext
import os
import struct
from pathlib import Path

__all__ = ["NORWEGIAN", "message_file", "speak"]

HOME = Path(__file__).parent / "locale"

NORWEGIAN: dict[str, str] = {
    "Usage:": "Bruk:",
    "Options": "Valg",
    "Commands": "Kommandoer",
    "Show the version and exit.": "Vis versjonen og avslutt.",
    "Show this message and exit.": "Vis denne hjelpen og avslutt.",
    "Try '{command} {option}' for help.": "Prøv «{command} {option}» for hjelp.",
    "Error: {message}": "Feil: {message}",
    "Missing command.": "Det mangler en kommando.",
    "Missing argument": "Det mangler et argument",
    "Missing option": "Det mangler et valg",
    "Missing parameter": "Det mangler et parameter",
    "Invalid value: {message}": "Ugyldig verdi: {message}",
    "Invalid value for {param_hint}: {message}": "Ugyldig verdi for {param_hint}: {message}",
    "No such option {name!r}.": "Valget {name!r} finnes ikke.",
    "No such command {name!r}.": "Kommandoen {name!r} finnes ikke.",
    "default: {default}": "ellers {default}",
    "Aborted!": "Avbrutt.",
    "{value!r} is not a valid {number_type}.": "{value!r} er ikke gyldig: {number_type}.",
    "{value} is not in the range {range}.": "{value} er ikke i området {range}.",
    "Option {name!r} does not take a value.": "Valget {name!r} tar ingen verdi.",
    "{name} {filename!r} is a file.": "{name} {filename!r} er en fil.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} er en mappe.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} finnes ikke.",
    "file": "fil",
    "directory": "mappe",
    "path": "sti",
    "Option {name!r} requires an argument.\0Option {name!r} requires {nargs} arguments.": (
        "Valget {name!r} trenger en verdi.\0Valget {name!r} trenger {nargs} verdier."
    ),
    "Got unexpected extra argument ({args})\0Got unexpected extra arguments ({args})": (
        "Ett argument for mye ({args})\0Argumenter for mye ({args})"
    ),
    "Did you mean {possibility}?\0(Did you mean one of: {possibilities}?)": (
        "Mente du {possibility}?\0(Mente du en av: {possibilities}?)"
    ),
    "{value!r} is not {choice}.\0{value!r} is not one of {choices}.": (
        "{value!r} er ikke {choice}.\0{value!r} er ikke en av {choices}."
    ),
}
"""What click says, and what it says in bokmål; one and many are parted by a NUL, as in a message file."""

_HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\nLanguage: nb\n"
_MAGIC = 0x950412DE


def message_file() -> bytes:
    """Give the message file in the format that gettext reads (GNU .mo)."""
    entries = sorted({"": _HEADER, **NORWEGIAN}.items(), key=lambda entry: entry[0].encode())
    pairs = [(source.encode(), target.encode()) for source, target in entries]
    table = 28
    start = table + 16 * len(pairs)
    lengths: list[tuple[int, int]] = []
    body = b""
    for side in (0, 1):
        for pair in pairs:
            lengths.append((len(pair[side]), start + len(body)))
            body += pair[side] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), table, table + 8 * len(pairs), 0, start)
    return head + b"".join(struct.pack("<2I", *one) for one in lengths) + body


def speak(lang: str) -> None:
    """Let click print in a language: bokmål from the message file, else English."""
    gettext.bindtextdomain("messages", str(HOME))
    os.environ["LANGUAGE"] = "nb" if lang == "nb" else "en"
