"""Lists and notes on cells stay within what a spreadsheet can hold."""

import openpyxl
import pytest

from inspector.excel.sheet.drop_downs import note, offer_words
from tests.excel.packs.pack_books import sheet_of


def test_a_list_that_excel_would_refuse() -> None:
    sheet = sheet_of(openpyxl.Workbook(), "Sheet")
    with pytest.raises(ValueError, match="B4"):
        offer_words(sheet, "B4", "窗口", ["一二三四五六七八九十"] * 30)


def test_a_long_note_is_cut() -> None:
    sheet = sheet_of(openpyxl.Workbook(), "Sheet")
    note(sheet, "B4", "长" * 50, "长" * 500)
    (shown,) = sheet.data_validations.dataValidation
    assert (len(shown.promptTitle or ""), len(shown.prompt or "")) == (32, 255)
