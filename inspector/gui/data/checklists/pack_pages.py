"""The pages of a pack, made in a process of their own.

Where pages have to begin is found by laying the whole document out several times, which takes
seconds and holds the interpreter's lock: no key would be heard meanwhile.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QBuffer, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from inspector.domain.checklist.checklist import Item, Pack
from inspector.gui.data.checklists.pack_document import pack_document
from inspector.gui.data.checklists.page_breaks import page_starts, print_pages, with_starts
from inspector.gui.papers.printing.pdf_of_workbook import require_application

A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(),  # the document has its own
)

_DOTS = 1200
"""To the inch, as a printer has them."""


def pdf_of_pack(pack: Pack, items: Sequence[Item], narrowed: str) -> bytes:
    """Return the items as a PDF file, made in memory: temporary folders may be full."""
    require_application()
    make = partial(pack_document, pack, items, narrowed)
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(content)
    writer.setResolution(_DOTS)
    writer.setTitle(f"{pack.title}-{pack.version}")
    writer.setPageLayout(A4)
    print_pages(with_starts(make, page_starts(make, writer), writer), writer)
    content.close()
    return bytes(content.data().data())


def starts_on_paper(
    pack: Pack, items: Sequence[Item], narrowed: str, size: tuple[int, int], dots: int
) -> list[int]:
    """Return where pages begin on a printer with pages of `size`, in its `dots` to the inch."""
    require_application()
    writer = QPdfWriter(QBuffer())
    writer.setResolution(dots)
    inches = QSizeF(size[0] / dots, size[1] / dots)
    page = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    return page_starts(partial(pack_document, pack, items, narrowed), writer)
