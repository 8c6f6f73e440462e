"""Checklist packs as workbooks: written to be edited in any office program, and read back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.excel.packs.pack_help import HELP_SHEET
from inspector.excel.packs.pack_reader import ignored_sheets, pack_of
from inspector.excel.packs.pack_sheets import write_sheets
from inspector.excel.reading.plain_sheets import read_sheets


@dataclass(frozen=True, slots=True)
class PackSheets:
    """The pack in a workbook, and what else was in it and was not read."""

    pack: Pack
    ignored_sheets: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()  # each after its sheet: 服务礼仪：备注
    numbered: tuple[str, ...] = ()  # the numbers that new items were given


def write_pack(path: Path, pack: Pack) -> None:
    """Write `pack` to `path`, so that it can be edited and read back.

    A pack adapted to a site goes out with the site's numbers, and without the record of what was
    changed and why. Raises what `save_workbook` raises.
    """
    write_sheets(path, pack)


def read_pack_sheets(
    path: Path, earlier: Callable[[str], Sequence[Pack]] = lambda _: ()
) -> PackSheets:
    """Return the pack in the workbook at `path`, the whole of it or nothing, and what was ignored.

    An item without a number is given the next free one of its category; `earlier` knows the
    versions of a pack, the newest first, whose numbers are taken. Hidden sheets and rows are read
    like others. Raises FaultyFileError with every problem by sheet and cell, in the words of the
    workbook, and what `read_sheets` raises.
    """
    sheets = read_sheets(path)
    read = pack_of(sheets, earlier)
    if read.pack is None:
        raise FaultyFileError(path.name, read.problems)
    unread = [s.name for s in ignored_sheets(sheets) if s.rows and s.name != HELP_SHEET]
    return PackSheets(read.pack, tuple(unread), tuple(read.ignored_columns), tuple(read.numbered))
