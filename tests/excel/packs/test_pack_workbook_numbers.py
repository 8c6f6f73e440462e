"""Items of a workbook without a number, which the import gives one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.checklist import Pack
from inspector.domain.faults import Fault, Problem
from inspector.excel.packs.pack_workbook import PackSheets, read_pack_sheets
from tests.excel.packs.pack_books import edited, problems_of, sample_pack, sheet_of, written

NEW: dict[str, Any] = dict(zip("BCEFG", ["站姿端正", 2, "扣分", 0.5, "人次"], strict=True))


def add(folder: Path, *rows: int, pack: Pack | None = None, **cells: Any) -> Path:  # noqa: ANN401
    """The workbook of a pack with new items at the end of 环境卫生, each with a text of its own."""
    typed = {
        f"环境卫生!{column}{row}": f"{value}{row}" if column == "B" else value
        for row in rows
        for column, value in NEW.items()
    }
    return edited(folder, {**typed, **cells}, pack)


def with_versions(path: Path, *versions: Pack) -> PackSheets:
    def earlier(pack_id: str) -> Sequence[Pack]:
        return [each for each in versions if each.id == pack_id]

    return read_pack_sheets(path, earlier)


def test_new_items_get_the_next_free_numbers(tmp_path: Path) -> None:
    got = with_versions(add(tmp_path, 5, 6), sample_pack())
    assert got.numbered == ("环境卫生-1", "环境卫生-2")
    assert [item.id for item in got.pack.checklists[3].items] == ["floor", *got.numbered]
    assert [item.text for item in got.pack.checklists[3].items[1:]] == ["站姿端正5", "站姿端正6"]


def test_a_number_that_a_version_once_had_is_not_given_again(tmp_path: Path) -> None:
    once = with_versions(add(tmp_path, 5), sample_pack()).pack
    got = with_versions(add(tmp_path, 6), sample_pack(), once)
    assert got.numbered == ("环境卫生-2",)


def test_what_is_taken_in_twice_changes_nothing(tmp_path: Path) -> None:
    path = add(tmp_path, 5, 6)
    once = with_versions(path, sample_pack()).pack
    again = with_versions(path, once, sample_pack())
    assert (again.pack, again.numbered) == (once, ())


def test_it_comes_back_with_its_number(tmp_path: Path) -> None:
    once = with_versions(add(tmp_path, 5), sample_pack()).pack
    again = with_versions(written(tmp_path, once), once)
    assert (again.pack, again.numbered) == (once, ())


def test_an_old_item_whose_number_was_rubbed_out_is_known_by_its_text(tmp_path: Path) -> None:
    got = with_versions(edited(tmp_path, {"服务礼仪!A4": None}), sample_pack())
    assert (got.pack, got.numbered) == (sample_pack(), ())


def test_a_row_copied_with_its_number_is_told_of_with_the_cure(tmp_path: Path) -> None:
    path = copied(tmp_path, "floor")
    assert problems_of(path) == [Problem("环境卫生!A5", Fault.SAME_NUMBER, "floor", "环境卫生!A4")]


@pytest.mark.ci
def test_a_row_copied_without_its_number_is_another_item(tmp_path: Path) -> None:
    got = with_versions(copied(tmp_path, None), sample_pack())
    floor, copy = got.pack.checklists[3].items
    assert got.numbered == (copy.id,) == ("环境卫生-1",)
    assert replace(copy, id=floor.id, text=floor.text) == floor
    again = with_versions(written(tmp_path, got.pack), got.pack, sample_pack())
    assert again.pack == got.pack


def copied(folder: Path, number: str | None) -> Path:
    """The sample's workbook with the row of 环境卫生 copied below, its text changed."""
    path = written(folder, sample_pack())
    book = openpyxl.load_workbook(path)
    sheet = sheet_of(book, "环境卫生")
    for column in range(1, sheet.max_column + 1):
        sheet.cell(5, column).value = sheet.cell(4, column).value
    sheet["A5"].value, sheet["B5"].value = number, "台面清洁"
    book.save(path)
    return path
