"""From a file's bytes to its text: encodings, sizes and what can't be opened."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

__all__ = ["STDIN", "decode", "encoding_of", "read_bytes", "read_text"]

STDIN = "-"
_LARGEST = 512 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_bytes(path: str | Path) -> bytes:
    """Read a file, or standard input for ``-``.

    Raises:
        InputError: It isn't there, is a folder, may not be read, or is larger than 512 MiB.
    """
    name = str(path)
    if name == STDIN:
        return sys.stdin.buffer.read(_LARGEST)
    file = Path(path)
    try:
        if file.is_dir():
            raise InputError(words("this is a folder, not a file", "dette er en mappe, ikke en fil"), place=Place(name))
        with file.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        raise _missing(file) from None
    except PermissionError:
        raise InputError(words("may not be read", "kan ikke leses: mangler tilgang"), place=Place(name)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(words(f"can't be read: {reason}", f"kan ikke leses: {reason}"), place=Place(name)) from None
    if len(data) > _LARGEST:
        raise InputError(words("is larger than 512 MiB", "er større enn 512 MiB"), place=Place(name))
    return data


def _missing(file: Path) -> InputError:
    from sdggraph.base.nearby import nearest

    try:
        around = [other.name for other in file.parent.iterdir()] if file.parent.is_dir() else []
    except OSError:
        around = []
    close = nearest(file.name, around[:2000])
    hint = None
    if close:
        meant = file.parent / close[0]
        hint = words(f"did you mean {meant}?", f"mente du {meant}?")
    return InputError(words("no such file", "filen finnes ikke"), place=Place(str(file)), hint=hint)


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """Give the byte order mark that a text begins with, if any, and the name of its encoding."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def decode(data: bytes, name: str) -> str:
    """Turn bytes into text: UTF-8, or UTF-16 and UTF-32 with a byte order mark, which is left out.

    Raises:
        InputError: The bytes are not such text, with the line of the first bad one.
    """
    mark, encoding = encoding_of(data)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start + len(mark)) + 1
        raise InputError(
            words("is not text in UTF-8", "er ikke tekst i UTF-8"),
            place=Place(name, line, 1, line, 1),
            hint=words("save the file as UTF-8 and try again", "lagre filen som UTF-8 og prøv igjen"),
        ) from None


def read_text(path: str | Path) -> str:
    """Read a file's text.

    Raises:
        InputError: It can't be opened or isn't text.
    """
    return decode(read_bytes(path), str(path))
