"""What of a table is legible on paper."""

from pathlib import Path
from typing import Any

import openpyxl

from inspector.excel.sheet.printed_width import legible, page_units, printed_share
from inspector.excel.sheet.sheet_style import Column, Kind
from tests.excel.sheet.test_table_sheet import write

NUMBER, DAY = Column("得分", 6, Kind.SCORE), Column("日期", 12, Kind.DATE)
TEXT, WORD = Column("问题", 90, Kind.TEXT), Column("单位", 30)


def total(columns: list[Column]) -> float:
    return sum(column.width for column in columns)


def test_texts_give_way_until_the_smallest_word_is_legible() -> None:
    columns = [TEXT, WORD, NUMBER, DAY, TEXT]
    upright = legible(columns, 11, landscape=False)
    share = printed_share(upright, landscape=False)
    assert 8.99 <= share * 11 <= 9.1
    assert upright[1] == WORD
    assert upright[0].width == upright[4].width < TEXT.width


def test_numbers_and_dates_have_the_room_they_need() -> None:
    fitting = legible([NUMBER, DAY, TEXT], 11, landscape=True)
    assert [column.width for column in fitting[1:]] == [18, 90]
    assert 8 < fitting[0].width < 9


def test_words_give_way_last_and_a_table_for_the_screen_stays() -> None:
    words = legible([*[WORD] * 6, TEXT], 11, landscape=False)
    assert words[0].width < WORD.width
    assert total(words) <= page_units(landscape=False) * 11 / 9
    wide = [*[NUMBER] * 40, TEXT]
    assert legible(wide, 9, landscape=True)[-1] == TEXT


def test_a_unit_is_that_of_a_font_every_system_measures_alike(tmp_path: Path) -> None:
    write(tmp_path)
    book: Any = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert book._fonts[0].name == book._named_styles["Normal"].font.name == "Verdana"
