"""Items that several packs share: written once in `common/`, beside the packs' own folders.

An item of a pack that says `common = "badge"` is the one with that id in the common file of its
category; every other key that it says stands in the place of the common one (DESIGN §5).
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

from inspector.domain.checklist.table_values import Path, shown
from inspector.domain.faults import Fault, Problem
from inspector.storage.packs.toml_lines import line_numbers, line_of

COMMON = "common"
"""The folder, and the key by which an item takes what stands there."""

Table: TypeAlias = Mapping[str, Any]


class CommonItems:
    """What the common files say, and which items of one pack were taken from where.

    `texts`: the text of each common file by its category; `tables`: the same, parsed.
    """

    def __init__(self, texts: Mapping[str, str], tables: Mapping[str, Table]) -> None:
        self._lines = cache(lambda category: line_numbers(texts[category]))
        self._rows = {name: _rows(table) for name, table in tables.items()}
        self._taken: dict[Path, int] = {}  # position of the common item by that of the pack's

    def completed(self, category: str, table: Table) -> Table:
        """Return the table of one category with every common item in full."""
        rows = _items(table)
        if not any(isinstance(row, Mapping) and COMMON in row for row in rows):
            return table
        return {**table, "item": [self._item(category, n, row) for n, row in enumerate(rows)]}

    def place(self, path: Path, said: Mapping[Path, int]) -> str | None:
        """Return where the value at `path` stands in a common file; None: in the pack's own.

        `said`: the paths of the pack's own file of the category, as `line_numbers` gives them.
        """
        position = self._taken.get(path[:3])
        if position is None or len(path) < 4 or path[1:4] in said:
            return None
        category = str(path[0])
        lines = self._lines(category)
        common = ("item", position, *path[3:])
        if common[:3] not in lines:
            return None  # neither of them says it
        return f"{COMMON}/{category}.toml:{line_of(lines, common)}"

    def unknown(
        self, tables: Mapping[str, Table], place_of: Callable[[Path], str]
    ) -> list[Problem]:
        """Return a problem for each item of completed `tables` whose common one is not there."""
        return [
            Problem(
                place_of((category, "item", number, COMMON)),
                Fault.NOT_ONE_OF,
                shown(row[COMMON]),
                ", ".join(self._rows.get(category, {})),
            )
            for category, table in tables.items()
            for number, row in enumerate(_items(table))
            if isinstance(row, Mapping) and COMMON in row
        ]

    def _item(self, category: str, number: int, row: object) -> object:
        if not isinstance(row, Mapping) or not isinstance(row.get(COMMON), str):
            return row
        found = self._rows.get(category, {}).get(row[COMMON])
        if found is None:
            return row
        position, common = found
        self._taken[category, "item", number] = position
        return {**common, **{key: value for key, value in row.items() if key != COMMON}}


def _items(table: Table) -> list[object]:
    rows = table.get("item")
    return rows if isinstance(rows, list) else []


def _rows(table: Table) -> dict[str, tuple[int, Table]]:
    return {
        row["id"]: (position, row)
        for position, row in enumerate(_items(table))
        if isinstance(row, Mapping) and isinstance(row.get("id"), str)
    }
