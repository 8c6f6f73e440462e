"""The record of one visit as a workbook (DOMAIN §3.1), whole or with its exceptions alone.

On the whole one (检查记录表) each window has a sheet of its own, as paper forms have: it is signed
and handed out alone. That of exceptions (检查记录简表) has one sheet for all windows. Photos have
the same numbers on both.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from inspector.domain.record.edition import Edition
from inspector.domain.record.exceptions import photos_shown
from inspector.domain.record.record import Record
from inspector.excel.papers.record.record_exceptions import add_exceptions_sheet
from inspector.excel.papers.record.record_photos import add_photo_sheet
from inspector.excel.papers.record.record_summary import add_summary_sheet
from inspector.excel.papers.record.record_window import add_window_sheet
from inspector.excel.sheet.export_progress import Progress, unheard
from inspector.excel.sheet.legal_text import legal_text
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.excel.sheet.sheet_style import Styles
from inspector.excel.sheet.table_sheet import new_book
from inspector.excel.sheet.workbook_saving import save_workbook

SUBJECTS = {
    Edition.WHOLE: "文明窗口现场检查记录表",
    Edition.EXCEPTIONS: "文明窗口现场检查记录简表",
}
_PHOTOS = "文明窗口现场检查照片"


def write_record(
    path: Path,
    record: Record,
    unit: str,
    pictures: Mapping[str, Picture],
    edition: Edition = Edition.WHOLE,
    progress: Progress = unheard,
) -> None:
    """Write the record of a completed, scored visit to `path`; `unit` is who inspects.

    `pictures` are by the id of the evidence; one that is not among them has no file any more.
    `progress` hears of the bytes of the file, once the pictures are in it.
    Raises what `save_workbook` and the makers of pictures raise.
    """
    inspection = record.sheet.inspection
    site = " ".join(legal_text(inspection.site_name).split())
    title = f"{unit or site}{SUBJECTS[edition]}"
    book = new_book(title, unit or site, inspection.started_at.date(), record.code)
    styles = Styles(book)
    photos = photos_shown(record, edition)
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for photo in photos:
        numbers[photo.card.id, photo.item.id].append(photo.number)
    add_summary_sheet(book, record, title, styles, edition)
    if edition is Edition.WHOLE:
        for part in record.parts or (record,):  # a window's sheet is of whoever inspected it
            for card in part.sheet.inspected:
                add_window_sheet(book, part, card, title, numbers, styles)
    else:
        add_exceptions_sheet(book, record, title, numbers, styles)
    if photos:
        add_photo_sheet(book, record, f"{site}{_PHOTOS}", photos, pictures, styles)
    save_workbook(book, path, progress)
