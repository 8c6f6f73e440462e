"""The photos of a circular: what was worth praising, then what was wrong, in the order told."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TypeAlias

from inspector.domain.papers.circular import Circular
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.excel.papers.circular_workbook import CircularPhoto, photo_caption
from inspector.excel.sheet.export_progress import Progress
from inspector.excel.sheet.photo_pages import PHOTO_SIZE
from inspector.workspace.evidence.evidence_book import EvidenceBook
from inspector.workspace.evidence.paper_photos import PaperPhotos

MOST_HIGHLIGHTS = 20
"""Those whose photos are shown."""

Shown: TypeAlias = tuple[Evidence, str, date, str]
"""A photo, where it was taken, when, and what is said of it."""


def photos_shown(book: EvidenceBook, circular: Circular) -> list[Shown]:
    """Return what is shown on the photo pages of a circular, as found, in its order."""
    shown: list[Shown] = []
    for highlight in circular.highlights[:MOST_HIGHLIGHTS]:
        where = f"{highlight.site_name} {highlight.window_number}"
        for evidence in book.of_answer(highlight.scorecard_id, highlight.item_id):
            shown.append((evidence, where, highlight.day, f"亮点：{highlight.text}"))
    by_finding = book.of_findings([finding.id for finding in circular.findings])
    for finding in circular.findings:
        for evidence in by_finding.get(finding.id, ()):
            said = f"问题{finding.number}：{finding.text or finding.item_text}"
            where = f"{finding.site_name}{finding.window_number}"
            shown.append((evidence, where, finding.raised_at.date(), said))
    return [each for each in shown if each[0].is_photo and each[0].role is EvidenceRole.FOUND]


@contextmanager
def circular_photos(
    pictures: PaperPhotos, found: Sequence[Shown], progress: Progress
) -> Iterator[list[CircularPhoto]]:
    """Yield photos for a circular at once; they are made until each is written, in the block.

    `progress` is told then how many are made. Leaving the block stops the others.
    """
    gone = {number for number, each in enumerate(found) if not pictures.has_something(each[0])}
    there = [each[:2] for number, each in enumerate(found) if number not in gone]
    with pictures.made_beside(there, PHOTO_SIZE, progress) as ready:
        yield [
            CircularPhoto(
                photo_caption(where, day, said),
                None if number in gone else pictures.picture(evidence, where, PHOTO_SIZE, ready),
            )
            for number, (evidence, where, day, said) in enumerate(found)
        ]
