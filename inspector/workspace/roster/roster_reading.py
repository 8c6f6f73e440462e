"""A roster workbook read for the window: a city's in a process of its own, any other right here.

openpyxl's reading is seconds of pure Python in which whatever the window paints waits for the
interpreter at each cell; and to let go of what was read of twenty thousand rows, in one step at
its end, holds the lock for as long as a key may wait. A process costs half a second.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector.domain.checklist.checklist import WindowKind
from inspector.excel.rosters.roster_workbook import RosterSheet, read_roster
from inspector.own_process import in_own_process

LONG = 64 * 1024
"""Bytes of a workbook: about two thousand rows."""


def read_roster_heard(
    path: Path, kinds: Sequence[WindowKind], hear: Callable[[int, int], object]
) -> RosterSheet:
    """Return what `read_roster` does; where that takes long, what `hear` raises stops it at once.

    Raises what `read_roster` raises, of a long one ProcessEndedError as well.
    """
    try:
        is_long = path.stat().st_size > LONG
    except OSError:  # reading it says why
        is_long = False
    return (
        in_own_process(read_roster, path, kinds, hear=hear) if is_long else read_roster(path, kinds)
    )
