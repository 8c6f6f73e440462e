"""What this program is: its version, what is inside it and by which licence.

Read where it is asked for: an assembled program has a table of its licences, any other knows its
libraries by what they say of themselves.
"""

import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import __version__
from inspector.paths import licences_folder
from inspector.storage.database.sqlite_version import sqlite_version

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_TABLE = "README.txt"
_CARRIES = "carries "
"""What begins the words of the table for what a library brings along by other licences."""

_LONGEST = 60
"""Characters of a licence's name; some libraries write its whole text there."""


@dataclass(frozen=True, slots=True)
class Inside:
    """One thing that the program is made of."""

    name: str
    licence: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What runs. `qt` is that of the library that is installed, "" where none says."""

    program: str
    python: str
    qt: str
    sqlite: str


def versions() -> Versions:
    """Return what runs, without loading Qt."""
    from importlib import metadata

    try:
        qt = metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        qt = ""
    return Versions(__version__, platform.python_version(), qt, sqlite_version())


def inside() -> list[Inside]:
    """Return what the program is made of, by name; the program itself is not among it."""
    folder = licences_folder()
    table = folder / _TABLE if folder else None
    found = _in_table(table) if table and table.is_file() else _installed()
    return sorted(found, key=lambda each: each.name.casefold())


def _in_table(table: Path) -> list[Inside]:
    """Read lines such as `some-1.2: BSD-3-Clause, carries other (LGPL-3.0), some-1.2/`."""
    found = []
    for line in table.read_text("utf-8").splitlines():
        name, told, rest = line.partition(": ")
        if told and name != "inspector":
            licence, *others = rest.split(", ")
            carried = [each for each in others if each.startswith(_CARRIES)]
            found.append(Inside(name, ", ".join([licence, *carried])))
    return found


def _installed() -> list[Inside]:
    """Ask the libraries that are installed, from the program's own needs downwards."""
    from importlib import metadata

    found: dict[str, Inside] = {}
    asked = {"inspector"}
    waiting = ["inspector"]
    while waiting:
        try:
            library = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:
            continue  # what another system needs
        for need in library.requires or []:
            named = re.match(r"[\w.-]+", need)
            name = re.sub(r"[-_.]+", "-", named[0]).lower() if named else ""
            if name not in asked and "extra ==" not in need:
                asked.add(name)
                waiting.append(name)
        told = library.metadata
        name = str(told["Name"])
        if name != "inspector":
            found[name] = Inside(
                f"{name} {library.version}", _licence(told.json) or _first_line(library)
            )
    return [*found.values(), Inside(f"Python {platform.python_version()}", "PSF-2.0")]


def _licence(told: Mapping[str, str | list[str]]) -> str:
    """Return a licence's name from what a library tells of itself; "" where it tells none.

    A classifier that says LGPL besides is of what its wheel carries, as pi-heif's.
    """
    kinds = [kind.rpartition(" :: ")[2] for kind in told.get("classifier", ()) if "License" in kind]
    for key in ("license_expression", "license"):
        said = told.get(key, "")
        if isinstance(said, str) and 0 < len(said) <= _LONGEST and "\n" not in said:
            lesser = [kind for kind in kinds if "LGPL" in kind and "GPL" not in said]
            return ", ".join([said, *lesser])
    return ", ".join(kinds)


def _first_line(library: "Distribution") -> str:
    """Return what the text of a licence begins with, of a library that tells no name for it."""
    for file in library.files or []:
        if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
            lines = (line.strip() for line in file.read_text("utf-8").splitlines())
            return next((line for line in lines if line), "")[:_LONGEST]
    return ""
