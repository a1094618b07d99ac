"""The files of one revision in git, as a mapping that a plan loader reads from instead of the disk."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

__all__ = ["GitFiles"]

_SAFE = ("-c", "core.fsmonitor=false", "--no-optional-locks", "--literal-pathspecs")


class GitFiles(Mapping[Path, bytes]):
    """The bytes of a revision's files, by their paths on the disk.

    A path that the revision doesn't have is an :class:`InputError`, never what stands on the disk: a version is read
    from one revision as a whole.
    """

    def __init__(self, root: Path, commit: str, name: str) -> None:
        self.root = root
        self.commit = commit
        self.name = name

    @classmethod
    def at(cls, folder: Path, revision: str) -> GitFiles:
        """Give the files of a revision of the repository that a folder is in.

        Raises:
            InputError: There is no git, no repository, or no such revision.
        """
        top = _git(folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise InputError(
                words("is in no git repository", "ligger ikke i noe git-lager"),
                place=Place(str(folder)),
                hint=words("name two files instead: diff OLD NEW", "oppgi to filer i stedet: diff GAMMEL NY"),
            )
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            raise InputError(
                words(f"git knows no revision “{revision}”", f"git kjenner ingen versjon «{revision}»"),
                hint=words("see them with: git log --oneline", "se dem med: git log --oneline"),
            )
        return cls(Path(os.fsdecode(top.removesuffix(b"\n"))).resolve(), commit.decode("ascii").strip(), revision)

    def __getitem__(self, path: Path) -> bytes:
        """Give a file's bytes.

        Raises:
            InputError: The revision doesn't have it.
        """
        if path.is_relative_to(self.root):
            inside = path.relative_to(self.root).as_posix()
            data = _git(self.root, "show", "--no-textconv", "--no-ext-diff", f"{self.commit}:{inside}")
            if data is not None:
                return data
        raise InputError(
            words(f"is not in the revision “{self.name}”", f"finnes ikke i versjonen «{self.name}»"),
            place=Place(str(path)),
        )

    def __iter__(self) -> Iterator[Path]:
        listed = _git(self.root, "ls-tree", "-r", "-z", "--name-only", self.commit) or b""
        return (self.root / os.fsdecode(name) for name in listed.split(b"\0") if name)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return True


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Run git and give what it prints; None where it says no.

    Raises:
        InputError: There is no git, or no such folder.
    """
    try:
        done = subprocess.run(  # noqa: S603  # a list of arguments, no shell; revisions and paths can't be options
            ["git", *_SAFE, "-C", str(folder), *arguments],  # noqa: S607  # whichever git the user has
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except (OSError, ValueError) as error:
        raise InputError(
            words(f"git can't be run: {error}", f"git kan ikke kjøres: {error}"), place=Place(str(folder))
        ) from None
    return done.stdout if done.returncode == 0 else None
