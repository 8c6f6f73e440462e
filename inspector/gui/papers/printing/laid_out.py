"""A paper as pages: a short one laid out here, a long one by a process of its own.

For any thread but the window's.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspector.excel.pages.joined_pages import opened_paper, papers_at
from inspector.excel.pages.stored_pages import AnyPages, opened_stored, store_pages
from inspector.excel.sheet.export_progress import Progress
from inspector.gui.papers.printing.paper_fonts import digit_width
from inspector.own_process import in_own_process

_LARGE = 250_000
"""Bytes of workbooks that take longer to be laid out than a process takes to begin."""


@contextmanager
def laid_out(paper: Path, hear: Progress) -> Iterator[AnyPages]:
    """Open a workbook, or those of a folder, as pages; what `hear` raises stops a long one.

    Raises what `opened_paper` raises, of a long one ProcessEndedError and CannotWriteError as well.
    """
    if sum(map(_size, papers_at(paper))) < _LARGE:
        with opened_paper(paper, digit_width) as pages:
            yield pages
        return
    with tempfile.TemporaryDirectory(prefix="inspector-", ignore_cleanup_errors=True) as folder:
        kept = Path(folder, "pages")
        in_own_process(_lay_out, paper, kept, hear=hear, tells=True)
        with opened_stored(kept) as stored:
            yield stored


def _size(path: Path) -> int:
    return os.path.getsize(path) if os.path.exists(path) else 0


def _lay_out(paper: Path, kept: Path, hear: Progress) -> None:
    """Lay a paper out in this process, which is there for nothing else."""
    from inspector.gui.papers.printing.pdf_of_workbook import require_application

    require_application()  # what is printed is measured in its fonts
    store_pages(paper, digit_width, kept, hear)
