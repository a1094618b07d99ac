"""Waits until files change: looks at their times and sizes now and then, and lets a burst of writes settle."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.app.lint_files import files_in
from sdggraph.io.load import TABLE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Watcher"]

_SUFFIXES = TABLE_SUFFIXES | {".yaml", ".yml", ".json", ".toml"}

State: TypeAlias = dict[Path, tuple[int, int] | None]


class Watcher:
    """Knows how some files looked, and waits until they look otherwise.

    Args:
        paths: Files and folders. In a folder, and beside a file, all that can be a plan, a table or settings counts:
            a library that is missing now may come.
        without: Files that don't count, because the run itself writes them.
        interval: The seconds between two looks.
        sleep: What waits; a test gives its own.
    """

    def __init__(
        self,
        paths: Iterable[str | Path],
        *,
        without: Iterable[str | Path] = (),
        interval: float = 0.5,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.paths = [Path(path) for path in paths]
        self.without = {Path(path).resolve() for path in without}
        self.interval = interval
        self.sleep = sleep
        self._known = self._look()

    def also(self, paths: Iterable[str | Path]) -> None:
        """Watch more files from now on: libraries, plans that are followed up, settings."""
        fresh = [path for path in map(Path, paths) if path not in self.paths]
        if fresh:
            self.paths += fresh
            self._known = {**self._look(), **self._known}

    def wait(self) -> list[Path]:
        """Wait for a change and for the end of a burst of them; give the files that changed."""
        before = self._known
        now = self._look()
        while now == before:
            self.sleep(self.interval)
            now = self._look()
        settled = False
        while not settled:  # an editor may write a file in several steps
            self.sleep(self.interval / 4)
            later = self._look()
            settled, now = later == now, later
        self._known = now
        return sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))

    def _look(self) -> State:
        state: State = {}
        for path in self.paths:
            inside = files_in(path) if path.is_dir() else (path, *path.parent.glob("*"))
            for file in inside:
                if (file == path or file.suffix.lower() in _SUFFIXES) and file not in state:
                    state[file] = _stamp(file)
        return {file: stamp for file, stamp in state.items() if file.resolve() not in self.without}


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
