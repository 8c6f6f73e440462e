"""A workbook as a PDF file: the pages that an office program would print of it, without one.

Works without a display, from a command as from a thread of the window.
"""

import sys
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from PySide6.QtCore import QHashSeed, QMarginsF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from inspector.domain.papers.printed_page import Lettering
from inspector.excel.pages.joined_pages import Pages, opened_paper, papers_at
from inspector.excel.pages.stored_pages import AnyPages
from inspector.excel.sheet.written_papers import papers_written
from inspector.gui.papers.printing.page_painting import draw_page, texts_of
from inspector.gui.papers.printing.paper_fonts import digit_width, paper_font
from inspector.gui.papers.printing.pdf_finishing import finish_pdf, why_cut_off
from inspector.gui.papers.printing.pdf_photos import PdfPhotos
from inspector.read_back import digest_at
from inspector.storage.files.whole_files import Progress, handing_out, unheard

DOTS = 1200
"""To the inch: what a length is rounded to."""

POINTS = 72

_made: list[QGuiApplication] = []
"""What a command made, kept until it ends."""


def pdf_of_workbook(workbook: Path, target: Path, progress: Progress = unheard) -> int:
    """Write the workbook at one path as PDF to another; return how many pages it has.

    A folder is all its workbooks, one after the other.

    Fonts are embedded and the text can be searched. The file is whole or not there, and was read
    back; `progress` hears of each page, and stops the work by what it raises. Raises
    CannotReadError or NotAWorkbookError about the workbook, CannotWriteError or NotAsWrittenError
    about the PDF.
    """
    require_application()
    with opened_paper(workbook, digit_width) as pages, handing_out(target) as path:
        photos = PdfPhotos(pages.picture)
        letters, fonts = _write(pages, path, photos, progress)
        photos.put_in(path)
        number = uuid5(NAMESPACE_OID, "".join(map(digest_at, papers_at(workbook))))
        finish_pdf(path, letters, map(paper_font, fonts), pages.made, number)
        papers_written().note_blank(target, pages.blank)
        return pages.count


def require_application() -> None:
    """Make an application where there is none yet: fonts are its. It needs no display."""
    if QGuiApplication.instance() is not None:
        return
    QHashSeed.setDeterministicGlobalSeed()  # fonts are written in the same order each time
    # Windows has a desktop always, and Qt's other platform none of its fonts: boxes for letters.
    words = [] if sys.platform == "win32" else ["-platform", "offscreen"]
    _made.append(QGuiApplication([sys.argv[0], *words]))


def page_layout(pages: AnyPages, number: int) -> QPageLayout:
    """Return the paper of a page, from 0, all of which is drawn on."""
    width, height = pages.size(number)
    turned = width > height
    return QPageLayout(
        QPageSize(
            QSizeF(*sorted((width, height))),
            QPageSize.Unit.Point,
            "",
            QPageSize.SizeMatchPolicy.FuzzyMatch,
        ),
        QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait,
        QMarginsF(),
    )


def _write(
    pages: Pages, path: Path, photos: PdfPhotos, progress: Progress
) -> tuple[set[str], set[Lettering]]:
    """Write the pages; return what letters they have, and how they are written."""
    letters: set[str] = set()
    fonts: set[Lettering] = set()
    path.touch()  # Qt would not say why it cannot
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setTitle(pages.title)
    writer.setCreator("inspector")
    painter = QPainter()
    try:
        for number in range(max(pages.count, 1)):
            progress(number, pages.count)
            if number < pages.count:
                writer.setPageLayout(page_layout(pages, number))
            if number == 0:
                if not painter.begin(writer):
                    raise why_cut_off(path)
            elif not writer.newPage():
                raise why_cut_off(path)
            if number < pages.count:
                page = pages.page(number)
                draw_page(painter, page, DOTS / POINTS, photos.image)
                for text in texts_of(page):
                    letters.update(text.text)
                    fonts.add(replace(text.lettering, size=1, colour=""))
    finally:
        if painter.isActive() and not painter.end():
            raise why_cut_off(path)
    return letters, fonts
