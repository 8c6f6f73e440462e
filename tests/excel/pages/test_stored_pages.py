"""Pages that were kept are those of the open workbook, with their pictures."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import CannotReadError
from inspector.excel.pages.joined_pages import opened_paper
from inspector.excel.pages.stored_pages import opened_stored, store_pages
from tests.excel.pages.test_printed_sheets import seven


def test_they_say_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, rows in (("乙.xlsx", 70), ("甲.xlsx", 3)):
        book = openpyxl.Workbook()
        for number in range(rows):
            book.worksheets[0].append([name, number, "=1+1"])
        book.save(folder / name)
    heard: list[tuple[int, int]] = []
    store_pages(folder, seven, tmp_path / "kept", lambda *said: heard.append(said))
    with opened_paper(folder, seven) as pages, opened_stored(tmp_path / "kept") as stored:
        assert heard == [(number, pages.count) for number in range(pages.count)]
        assert (stored.title, stored.made, stored.blank) == (pages.title, pages.made, pages.blank)
        for number in range(pages.count):
            assert stored.page(number) == pages.page(number)
            assert stored.size(number) == pages.size(number)
            assert stored.begins_paper(number) == pages.begins_paper(number)
        assert stored.count == pages.count == 3
        assert stored.picture("0:none") is None


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CannotReadError), opened_stored(tmp_path / "kept"):
        pass
