"""Pages of a long paper, laid out by another process and read one by one.

To lay out a workbook it has to be read whole, which takes seconds and memory that a window would
feel; a page that is shown needs only itself.
"""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from inspector.domain.errors import CannotReadError
from inspector.domain.papers.printed_page import PrintedPage
from inspector.excel.pages.joined_pages import Pages, opened_paper
from inspector.excel.pages.sheet_sizes import DigitWidth
from inspector.excel.sheet.export_progress import Progress

_FACTS = "facts"


class _Facts(NamedTuple):
    title: str
    made: datetime
    blank: list[str]
    sizes: list[tuple[float, float]]
    begins: list[bool]
    pictures: dict[str, str]  # where the bytes of each are, by what they are asked for by


class StoredPages:
    """The pages of a paper out of a file of our own; asked like those of an open workbook."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        self._facts: _Facts = pickle.loads(file.read(_FACTS))
        self.title, self.made, self.blank = self._facts[:3]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._facts.sizes)

    def begins_paper(self, number: int) -> bool:
        """Tell whether a page, from 0, is the first of its workbook."""
        return self._facts.begins[number]

    def page(self, number: int) -> PrintedPage:
        """Return a page, from 0."""
        page: PrintedPage = pickle.loads(self._file.read(str(number)))
        return page

    def size(self, number: int) -> tuple[float, float]:
        """Return the width and height of a page, from 0, in points."""
        return self._facts.sizes[number]

    def picture(self, part: str) -> bytes | None:
        """Return the bytes of a picture; None when they are missing or damaged."""
        name = self._facts.pictures.get(part)
        return self._file.read(name) if name else None


def store_pages(workbook: Path, digit_width: DigitWidth, target: Path, hear: Progress) -> None:
    """Lay out a workbook, or those of a folder, and keep its pages in a new file.

    Raises what `opened_paper` raises.
    """
    with opened_paper(workbook, digit_width) as pages, ZipFile(target, "w", ZIP_DEFLATED) as file:
        pictures: dict[str, str] = {}
        for number in range(pages.count):
            hear(number, pages.count)
            page = pages.page(number)
            file.writestr(str(number), pickle.dumps(page))
            for part in (each.part for each in page.pictures):
                if part not in pictures:
                    pictures[part] = _stored_picture(pages, part, len(pictures), file)
        facts = _Facts(
            pages.title,
            pages.made,
            pages.blank,
            [pages.size(number) for number in range(pages.count)],
            [pages.begins_paper(number) for number in range(pages.count)],
            pictures,
        )
        file.writestr(_FACTS, pickle.dumps(facts))


def _stored_picture(pages: Pages, part: str, number: int, file: ZipFile) -> str:
    content = pages.picture(part)
    if content is None:
        return ""
    name = f"picture{number}"
    file.writestr(name, content, ZIP_STORED)
    return name


@contextmanager
def opened_stored(path: Path) -> Iterator[StoredPages]:
    """Open pages that were kept; raises CannotReadError."""
    try:
        with ZipFile(path) as file:
            yield StoredPages(file)
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error


AnyPages: TypeAlias = Pages | StoredPages
