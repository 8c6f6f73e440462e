"""The photos of a record, each with its number, window, moment and subject."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from inspector.domain.record.record import NumberedPhoto, Record
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.evidence import EvidenceRole
from inspector.excel.papers.cell_values import cut
from inspector.excel.papers.record.record_words import found_words, window_name
from inspector.excel.papers.seal_words import record_alarm
from inspector.excel.sheet.photo_pages import add_photo_pages
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.sheet_pictures import Picture
from inspector.excel.sheet.sheet_style import Styles

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONGEST_WINDOW, _LONGEST_TEXT = 16, 44  # characters


def add_photo_sheet(
    book: "Workbook",
    record: Record,
    title: str,
    photos: Sequence[NumberedPhoto],
    pictures: Mapping[str, Picture],
    styles: Styles,
) -> None:
    """Write the sheet with the photos; one that is not among the `pictures` is gone.

    They are by the id of the evidence. The caption of one that is gone says so.
    """

    def captioned() -> Iterator[tuple[str, Picture | None]]:
        for photo in photos:
            picture = pictures.get(photo.evidence.id)
            yield _caption(record, photo, gone=picture is None), picture

    add_photo_pages(book, title, captioned(), styles, alarm=record_alarm(record))


def _caption(record: Record, photo: NumberedPhoto, *, gone: bool) -> str:
    """Return the number, window, moment and subject of a photo, on four lines at most."""
    evidence = photo.evidence
    at = evidence.taken_at or evidence.added_at
    answer = record.sheet.answers_of(photo.card).get(photo.item.id)
    corrected = evidence.role is EvidenceRole.CORRECTED
    # The role of a photo is the inspector's to set: without a correction it claims none.
    correction = answer.correction if corrected and answer is not None else None
    said = f"当场纠正后：{correction}" if correction else ""
    if answer is not None and answer.praised:
        said = f"亮点：{answer.note.strip()}"
    said = said or found_words(
        photo.item, answer, red_line=is_found_or_not(record.sheet.pack, photo.item)
    )
    return "\n".join(
        (
            f"照片{photo.number}　{cut(window_name(photo.card), _LONGEST_WINDOW)}"
            + ("（照片文件缺失）" if gone else ""),
            f"{chinese_date(at.date())} {at:%H:%M}",
            cut(" ".join(_subject(photo.item.text, said).split()), _LONGEST_TEXT),
        )
    )


def _subject(item: str, said: str) -> str:
    """Return the item and what is said of it; what begins with the item says it once."""
    return said if said.startswith(f"{item}：") else f"{item}：{said}"
