"""An assembled program as `bundle.py` leaves it: its version, its target, its files.

Read by what packs it up; knows no package.
"""

import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = re.compile(r"inspector-(?P<version>[0-9][^-]*)-(?P<target>[a-z]+-[a-z0-9]+)")
LAUNCHERS = {"linux": "inspector", "windows": "inspector.cmd"}
OF_PERSONS = ("data", "portable", "settings")
"""What a portable program keeps beside itself: none of it goes into a package."""


class TreeError(Exception):
    """Why a folder is not packed up, in one sentence."""


@dataclass(frozen=True)
class Tree:
    """A folder `inspector-VERSION-TARGET`."""

    folder: Path
    version: str
    target: str

    @property
    def is_windows(self) -> bool:
        """Tell whether it runs on Windows."""
        return self.target.startswith("windows")

    def entries(self) -> Iterator[Path]:
        """Yield its files, links and empty folders in one order, whatever the disk's."""
        for place, folders, names in os.walk(self.folder):
            folders.sort()
            links = [name for name in folders if (Path(place) / name).is_symlink()]
            folders[:] = [name for name in folders if name not in links]
            here = Path(place)
            if here != self.folder and not folders and not names and not links:
                yield here
            for name in sorted([*names, *links]):
                yield here / name

    def bytes(self) -> int:
        """Return how much its files weigh."""
        return sum(path.lstat().st_size for path in self.entries() if not path.is_dir())


def read_tree(folder: Path) -> Tree:
    """Recognise an assembled program.

    Raises TreeError for a folder of another name, one without its parts or with somebody's data.
    """
    folder = folder.resolve()
    named = NAME.fullmatch(folder.name)
    if named is None:
        raise TreeError(f"{folder.name} is not called inspector-VERSION-TARGET")
    tree = Tree(folder, named["version"], named["target"])
    launcher = LAUNCHERS.get(tree.target.partition("-")[0])
    if launcher is None:
        raise TreeError(f"{tree.target} is no target that is packed up")
    needed = (launcher, "python", "site/inspector/__init__.py", "licences")
    for name in needed:
        if not (folder / name).exists():
            raise TreeError(f"{folder} has no {name}")
    for name in OF_PERSONS:
        if (folder / name).exists():
            raise TreeError(f"{folder} was used: {name} is no part of the program")
    said = re.search(
        r'^__version__ = "([^"]+)"', (folder / needed[2]).read_text("utf-8"), re.MULTILINE
    )
    if said is None or said[1] != tree.version:
        raise TreeError(f"{folder.name} holds version {said[1] if said else 'unknown'}")
    return tree


def moment(tree: Tree) -> int:
    """Return the one moment that everything packed up bears, in seconds since 1970.

    SOURCE_DATE_EPOCH says it; without it, when the newest file of the program was written.
    """
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    newest = max((path.lstat().st_mtime for path in tree.entries()), default=time.time())
    return int(said) if said.isdecimal() else int(newest)


def is_executable(path: Path) -> bool:
    """Tell whether a file is one to be run; what only root or nobody may run is not meant."""
    return bool(path.stat().st_mode & 0o100)


def megabytes(count: int) -> str:
    """Return a number of bytes as it is told: 51.2 MB."""
    return f"{count / 1_000_000:.1f} MB"
