"""Own ids for another laptop's: those that site, window and inspector have here.

What was replaced is kept beside the object (`own id → its maker's`), so that it travels on, and is
verified, exactly as its maker has it. Pure rules; which ids are whose is not known here.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from inspector.domain.sharing.travelling import Rows, Value

Places: TypeAlias = Mapping[str, str]
"""Own ids, each with the one that the maker of an object has in its stead."""

_Instead: TypeAlias = Callable[[str], str]

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_STRUCTURED = ("{", "[")
"""What the text of a column of JSON begins with."""


class CollidingPlacesError(ValueError):
    """Two ids of the maker's became one own: the object could not be given back as it was."""


def at_own_places(rows: Rows, own: Mapping[str, str]) -> tuple[Rows, Places]:
    """Return an object's rows in own ids, and what was replaced.

    `own` tells the own id of every foreign one that has another here; what it does not know stays.
    An id is replaced where it is all of a value, and where it is a text within one of JSON. Raises
    CollidingPlacesError.
    """
    if not own:
        return rows, {}
    met: dict[str, str] = {}
    there: set[str] = set()

    def instead(text: str) -> str:
        replaced = own.get(text)
        if replaced is None:
            there.add(text)
            return text
        if met.setdefault(replaced, text) != text:
            raise CollidingPlacesError(replaced)
        return replaced

    placed = _replaced(rows, instead)
    if not there.isdisjoint(met):
        raise CollidingPlacesError(sorted(there & met.keys())[0])
    return placed, met


def as_made(rows: Rows, places: Places) -> Rows:
    """Return an object's rows as its maker has them: what `at_own_places` made of them, undone."""
    if not places:
        return rows
    return _replaced(rows, lambda text: places.get(text, text))


def text_as_made(text: str, places: Places) -> str:
    """Return one value as an object's maker has it, whether an id or JSON."""
    return _within(text, lambda each: places.get(each, each))


def _replaced(rows: Rows, instead: _Instead) -> Rows:
    return {table: [_row(row, instead) for row in own] for table, own in rows.items()}


def _row(row: Mapping[str, Value], instead: _Instead) -> Mapping[str, Value]:
    return {
        column: _within(value, instead) if isinstance(value, str) else value
        for column, value in row.items()
    }


def _within(text: str, instead: _Instead) -> str:
    if not text.startswith(_STRUCTURED):
        return instead(text)
    return _TOKEN.sub(lambda found: f'"{instead(found[1])}"', text)
