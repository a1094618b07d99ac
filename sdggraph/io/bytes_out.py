"""Writing files whole: to a temporary name beside, then moved into place."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

__all__ = ["write_whole"]


def write_whole(path: str | Path, content: str | bytes, *, overwrite: bool = True) -> Path:
    """Write a file so that nobody ever sees half of it; text is written as UTF-8 with its own line ends.

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
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary: str | None = None
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            with file.open("wb") as stream:  # a device or a pipe takes the bytes: it must never be replaced by a file
                stream.write(data)
            return file
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask())
        Path(temporary).replace(file)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        reason = error.strerror or str(error)
        raise OutputError(
            words(f"can't be written: {reason}", f"kan ikke skrives: {reason}"), place=Place(str(file))
        ) from None
    return file


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
