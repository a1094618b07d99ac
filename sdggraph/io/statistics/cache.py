"""Answers kept on disk for a while, so that the same question isn't asked again."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.errors import OutputError
from sdggraph.io.bytes_out import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DAY", "AnswerCache", "user_cache"]

DAY = 86_400
"""A day's seconds."""


def user_cache(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Give the folder in which this user's programs keep what they can fetch again."""
    if platform == "win32":
        home = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return home / "sdggraph" / "Cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sdggraph"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sdggraph"


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """Answers by address in a folder; what is older than ``keep`` seconds counts as not there."""

    folder: Path
    keep: float = DAY

    def get(self, address: str) -> bytes | None:
        """Give the answer from an address, if it is there and not too old."""
        file = self._file(address)
        try:
            if time.time() - file.stat().st_mtime > self.keep:
                return None
            return file.read_bytes()
        except OSError:
            return None

    def put(self, address: str, answer: bytes) -> None:
        """Keep an answer; a folder that can't be written keeps nothing."""
        try:
            write_whole(self._file(address), answer)
        except OutputError:
            return

    def _file(self, address: str) -> Path:
        return self.folder / f"{hashlib.sha256(address.encode()).hexdigest()}.json"
