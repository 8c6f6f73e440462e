"""Taking values out of plain tables, noting every problem instead of stopping at the first.

Whoever read the tables says where a value stands; nothing here knows files or packs.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from inspector.domain.checklist.points import Hundredths, to_hundredths
from inspector.domain.errors import Fault, Problem

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

Word = TypeVar("Word", bound=StrEnum)


class Reading:
    """The problems found so far, and the ways to take one value out of a table.

    `accepted`: the pack was taken in once. What only warns its author is not reported then, so
    that a rule which came later takes no pack away from those who use it.
    """

    def __init__(self, place_of: Callable[[Path], str], *, accepted: bool = False) -> None:
        self._place_of = place_of
        self._accepted = accepted
        self.problems: list[Problem] = []
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
        if not self._accepted:
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

    def text(
        self, table: Mapping[str, Any], path: Path, key: str, default: str | None = None
    ) -> str:
        """Return a text; without `default` it has to be there and not be blank."""
        value = table.get(key, default)
        if value is None or (default is None and isinstance(value, str) and not value.strip()):
            self.report((*path, key), Fault.MISSING, expected=key)
            return ""
        if not isinstance(value, str):
            self.report((*path, key), Fault.NOT_TEXT, value)
            return ""
        return value.strip()

    def texts(
        self, table: Mapping[str, Any], path: Path, key: str, known: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """Return a list of different texts, each one of `known` if given; absent is empty."""
        value = table.get(key, [])
        if not isinstance(value, list):
            self.report((*path, key), Fault.NOT_A_LIST, value)
            return ()
        texts: list[str] = []
        for index, entry in enumerate(value):
            own = (*path, key, index)
            text = entry.strip() if isinstance(entry, str) else ""
            if not isinstance(entry, str):
                self.report(own, Fault.NOT_TEXT, entry)
            elif not text:
                self.report(own, Fault.BLANK_ENTRY, key)
            elif text in texts:
                first = self.place((*path, key, texts.index(text)))
                self.report(own, Fault.DUPLICATE, text, first)
            elif known is not None and text not in known:
                # Without any to choose from: where they are declared.
                choice = ", ".join(sorted(known)) or f"[[{key.removesuffix('s')}]]"
                self.report(own, Fault.NOT_ONE_OF, text, choice)
            texts.append(text)
        return tuple(texts)

    def points(
        self,
        table: Mapping[str, Any],
        path: Path,
        key: str,
        default: Hundredths | None = None,
        *,
        zero: bool = True,
    ) -> Hundredths:
        """Return a number of at most two decimals, in hundredths; at least 0, or above it."""
        if key not in table and default is not None:
            return default
        value = table.get(key)
        if value is None:
            self.report((*path, key), Fault.MISSING, expected=key)
            return 0
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            self.report((*path, key), Fault.NOT_A_NUMBER, value)
            return 0
        if isinstance(value, Decimal) and not value.is_finite():
            self.report((*path, key), Fault.NOT_A_NUMBER, value)
            return 0
        if value > LARGEST_NUMBER:
            self.report((*path, key), Fault.OUT_OF_RANGE, value, f"≤ {LARGEST_NUMBER}")
            return 0
        if value < 0 or (value == 0 and not zero):
            self.report((*path, key), Fault.OUT_OF_RANGE, value, "≥ 0" if zero else "> 0")
            return 0
        if 0 < value < SMALLEST_NUMBER:  # 1E-999999999 written out would fill the memory
            self.report((*path, key), Fault.TOO_PRECISE, value)
            return 0
        try:
            return to_hundredths(value)
        except ValueError:
            self.report((*path, key), Fault.TOO_PRECISE, value)
            return 0

    def whole(
        self, table: Mapping[str, Any], path: Path, key: str, default: int, highest: int
    ) -> int:
        """Return a whole number from 0 to `highest`."""
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.report((*path, key), Fault.NOT_A_WHOLE_NUMBER, value)
            return default
        if not 0 <= value <= highest:
            self.report((*path, key), Fault.OUT_OF_RANGE, value, f"0–{highest}")
        return value

    def flag(self, table: Mapping[str, Any], path: Path, key: str) -> bool:
        """Return a yes or no; absent is no."""
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.report((*path, key), Fault.NOT_YES_OR_NO, value)
            return False
        return value

    def word(self, table: Mapping[str, Any], path: Path, key: str, default: Word) -> Word:
        """Return one of the words of `default`'s enumeration."""
        value = table.get(key, default.value)
        for word in type(default):
            if value == word.value:
                return word
        words = ", ".join(word.value for word in type(default))
        self.report((*path, key), Fault.NOT_ONE_OF, value, words)
        return default

    def table(self, tables: Mapping[str, Any], path: Path, key: str) -> Mapping[str, Any]:
        """Return a table that has to be there; an empty one when it is not."""
        value = tables.get(key)
        if value is None:
            self.report((*path, key), Fault.MISSING, expected=f"[{key}]")
            return {}
        if not isinstance(value, Mapping):
            self.report((*path, key), Fault.NOT_A_TABLE, value)
            return {}
        return value

    def rows(
        self, table: Mapping[str, Any], path: Path, key: str
    ) -> list[tuple[Path, Mapping[str, Any]]]:
        """Return the tables of a list of tables, each with its path."""
        value = table.get(key, [])
        if not isinstance(value, list):
            single = isinstance(value, Mapping) and key in TABLES_OF_THEIR_OWN
            self.report((*path, key), Fault.NOT_A_LIST, value, f"[[{key}]]" if single else "")
            return []
        found: list[tuple[Path, Mapping[str, Any]]] = []
        for index, row in enumerate(value):
            row_path = (*path, key, index)
            if isinstance(row, Mapping):
                found.append((row_path, row))
            else:
                self.report(row_path, Fault.NOT_A_TABLE, row)
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
