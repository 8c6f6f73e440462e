"""The problems of plain tables, every one noted instead of stopping at the first.

Whoever read the tables says where a value stands; nothing here knows files or packs.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from inspector.domain.faults import Fault, Problem

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top: ("etiquette", "item", 3, "rule", "each")."""

LARGEST_NUMBER = 1_000_000
"""No sheet has more points, and nothing is measured beyond it."""

SMALLEST_NUMBER = Decimal("0.01")
"""Besides 0."""

LONGEST_SHOWN = 60
"""Characters of a found value that are repeated to the reader."""

TABLES_OF_THEIR_OWN = ("item", "grade", "window_kind", "override")
"""Lists of tables that are written as [[item]], not within another value."""


class Reading:
    """The problems found so far, and what is known of the pack that they are in.

    `accepted`: the pack was taken in once. What only warns its author is not reported then, so
    that a rule which came later takes no pack away from those who use it.
    """

    def __init__(self, place_of: Callable[[Path], str], *, accepted: bool = False) -> None:
        self._place_of = place_of
        self.warns = not accepted
        self.problems: list[Problem] = []
        self.kinds: Collection[str] | None = None  # ids of the window kinds, where all are known
        self._rows: dict[Path, list[tuple[Path, Mapping[str, Any]]]] = {}
        self._around_reported: set[Path] = set()  # the places themselves and all around them

    def place(self, path: Path) -> str:
        """Return where the value at `path` stands."""
        return self._place_of(path)

    def report(self, path: Path, fault: Fault, found: object = "", expected: str = "") -> None:
        """Note a problem at `path`."""
        self._around_reported.update(path[:length] for length in range(len(path) + 1))
        self.problems.append(Problem(self._place_of(path), fault, shown(found), expected))

    def warn(self, path: Path, fault: Fault, found: object = "", expected: str = "") -> None:
        """Note a problem that does no harm to a pack in use, unless this is one."""
        if self.warns:
            self.report(path, fault, found, expected)

    def sound(self, *paths: Path) -> bool:
        """Tell that nothing was reported at or below `paths`: only then they can be compared."""
        return self._around_reported.isdisjoint(paths)

    def once(self, text: str, path: Path, seen: dict[str, Path]) -> None:
        """Report `text` at `path` if it is in `seen`, which holds where texts stood first."""
        alike = "".join(text.split()).casefold()
        if not alike or not self.sound(path):
            return
        if alike in seen:
            self.report(path, Fault.DUPLICATE, text, self.place(seen[alike]))
        else:
            seen[alike] = path

    def known_keys(self, table: Mapping[str, Any], path: Path, keys: Iterable[str]) -> None:
        """Report every key that is not one of `keys`."""
        allowed = list(keys)
        for key in table:
            if key not in allowed:
                self.report((*path, key), Fault.UNKNOWN_KEY, key, ", ".join(allowed))

    def rows(self, value: object, path: Path) -> list[tuple[Path, Mapping[str, Any]]]:
        """Return the tables of the list of tables at `path`, each with its own path.

        What is wrong with the list is reported once, however often it is asked for.
        """
        if path in self._rows:
            return self._rows[path]
        if not isinstance(value, list | tuple):
            single = isinstance(value, Mapping) and path[-1] in TABLES_OF_THEIR_OWN
            self.report(path, Fault.NOT_A_LIST, value, f"[[{path[-1]}]]" if single else "")
            value = ()
        found = self._rows[path] = []
        for index, row in enumerate(value):
            if isinstance(row, Mapping):
                found.append(((*path, index), row))
            else:
                self.report((*path, index), Fault.NOT_A_TABLE, row)
        return found


def shown(found: object) -> str:
    """Return a found value on one short line, as TOML writes it."""
    match found:
        case bool():
            text = "true" if found else "false"
        case list():
            text = "[…]" if found else "[]"
        case Mapping():
            text = "{…}" if found else "{}"
        case int() if abs(found) > LARGEST_NUMBER**3:
            text = f"{hex(found)[:20]}…"  # Python refuses to write out thousands of digits
        case _:
            text = str(found)
    text = "".join(c if c.isprintable() else " " for c in text)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
