"""Several workbooks as the pages of one paper: what a folder holds, printed in one go.

Each keeps its own page numbers.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from inspector.domain.errors import CannotReadError
from inspector.domain.papers.printed_page import PrintedPage
from inspector.excel.pages.sheet_sizes import DigitWidth
from inspector.excel.pages.workbook_pages import WorkbookPages, opened_pages
from inspector.excel.sheet.file_names import is_paper


class JoinedPages:
    """The pages of open workbooks, one after the other, counted from 0."""

    def __init__(self, title: str, books: Sequence[WorkbookPages]) -> None:
        self._books = books
        self._places = [(book, n) for book in range(len(books)) for n in range(books[book].count)]
        self.title = title
        """What all of them are called."""
        self.made: datetime = max((book.made for book in books), default=datetime.now())
        """When the newest says that it was made."""
        self.blank: list[str] = [place for book in books for place in book.blank]
        """As of one workbook."""

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._places)

    def begins_paper(self, number: int) -> bool:
        """Tell whether a page, from 0, is the first of its workbook."""
        return self._places[number][1] == 0

    def page(self, number: int) -> PrintedPage:
        """Return a page, from 0."""
        book, own = self._places[number]
        page = self._books[book].page(own)
        pictures = [replace(each, part=f"{book}:{each.part}") for each in page.pictures]
        return replace(page, pictures=pictures)

    def size(self, number: int) -> tuple[float, float]:
        """Return the width and height of a page, from 0, in points."""
        book, own = self._places[number]
        return self._books[book].size(own)

    def picture(self, part: str) -> bytes | None:
        """Return the bytes of a picture; None when they are missing or damaged."""
        book, _, own = part.partition(":")
        return self._books[int(book)].picture(own)


Pages: TypeAlias = WorkbookPages | JoinedPages


@contextmanager
def opened_paper(path: Path, digit_width: DigitWidth) -> Iterator[Pages]:
    """Open a workbook, or those of a folder, as pages; raises what `opened_pages` raises."""
    with ExitStack() as stack:
        books = [stack.enter_context(opened_pages(each, digit_width)) for each in papers_at(path)]
        yield JoinedPages(path.name, books) if path.is_dir() else books[0]


def papers_at(path: Path) -> list[Path]:
    """Return the workbook at a path, or those of a folder by name. Raises CannotReadError."""
    if not path.is_dir():
        return [path]
    try:
        return sorted(path / name for name in os.listdir(path) if is_paper(name))
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error
