"""Writing files whole: to a temporary name beside, then moved into place."""

from __future__ import annotations

import contextlib
import os
import tempfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["in_portions", "write_whole"]

_AT_ONCE = 10_000


def write_whole(path: str | Path, content: str | bytes | Iterator[str], *, overwrite: bool = True) -> Path:
    """Write a file so that nobody ever sees half of it; text is written as UTF-8 with its own line ends.

    Text of any length may come in pieces, which are written as they come.

    Raises:
        OutputError: It can't be written, or it exists and may not be overwritten.
    """
    file = Path(path)
    if file.is_symlink():
        file = file.resolve()  # a link stays a link: what it points to is written
    if not overwrite and file.exists():
        raise OutputError(
            words("exists already", "finnes allerede"),
            place=Place(str(file)),
            hint=words("choose another name, or use --force", "velg et annet navn, eller bruk --force"),
        )
    data = [content] if isinstance(content, bytes) else _encoded(content)
    temporary: str | None = None
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            with file.open("wb") as stream:  # a device or a pipe takes the bytes: it must never be replaced by a file
                stream.writelines(data)
            return file
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(data)
        Path(temporary).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask())
        Path(temporary).replace(file)
    except OSError as error:
        _remove(temporary)
        reason = error.strerror or str(error)
        raise OutputError(
            words(f"can't be written: {reason}", f"kan ikke skrives: {reason}"), place=Place(str(file))
        ) from None
    except BaseException:  # a piece of text can't be made or encoded, or the user has had enough
        _remove(temporary)
        raise
    return file


def _remove(temporary: str | None) -> None:
    if temporary is not None:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()


def _encoded(content: str | Iterator[str]) -> Iterable[bytes]:
    """Encode a text; pieces of one as they come, many at once."""
    if isinstance(content, str):
        return [content.encode("utf-8")]
    return (text.encode("utf-8") for text in in_portions(content))


def in_portions(pieces: Iterator[str]) -> Iterator[str]:
    """Give the pieces of a text many at once, for what is dear each time."""
    return iter(lambda: "".join(islice(pieces, _AT_ONCE)), "")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
