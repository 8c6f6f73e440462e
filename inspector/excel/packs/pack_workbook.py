"""Checklist packs as workbooks: written to be edited in any office program, and read back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.excel.packs.pack_help import HELP_SHEET
from inspector.excel.packs.pack_reader import ignored_sheets, is_pack, pack_of
from inspector.excel.packs.pack_sheets import write_sheets
from inspector.excel.packs.paper_pack import score_sheet_pack
from inspector.excel.packs.score_sheet_heads import is_score_sheet
from inspector.excel.reading.plain_sheets import read_sheets


@dataclass(frozen=True, slots=True)
class PackSheets:
    """The pack in a workbook, and what else was in it and was not read."""

    pack: Pack
    ignored_sheets: tuple[str, ...] = ()
    ignored_columns: tuple[str, ...] = ()  # each after its sheet: 服务礼仪：备注
    numbered: tuple[str, ...] = ()  # the numbers that new items were given
    headings: Mapping[str, Category] | None = None  # of a score sheet, by the category taken for
    usual_grades: bool = False  # a score sheet says none


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

    A paper score sheet is read as well. An item without a number is given the next free one of
    its category; `earlier` knows the versions of a pack, the newest first, whose numbers are taken.
    Hidden sheets and rows are read like others, but for those of a score sheet. Raises
    FaultyFileError with every problem by sheet and cell, in the words of the workbook, and what
    `read_sheets` raises.
    """
    sheets = read_sheets(path)
    on_paper = not is_pack(sheets) and is_score_sheet(sheets)
    read = score_sheet_pack(sheets, path.stem, earlier) if on_paper else pack_of(sheets, earlier)
    if read.pack is None:
        raise FaultyFileError(path.name, read.problems)
    left = [s for s in sheets if s.name not in read.used] if on_paper else ignored_sheets(sheets)
    unread = tuple(s.name for s in left if s.rows and s.name != HELP_SHEET)
    ignored, numbered = tuple(read.ignored_columns), tuple(read.numbered)
    if not on_paper:
        return PackSheets(read.pack, unread, ignored, numbered)
    return PackSheets(read.pack, unread, ignored, (), read.headings, read.usual_grades)
