"""Whatever a pack says, its workbook says it, and reads the same however it was moved about."""

from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell import MergedCell

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.excel.packs.pack_workbook import read_pack_sheets
from tests.excel.packs.pack_books import sample_pack, sheet_of, written
from tests.excel.packs.pack_strategies import hostile_packs
from tests.lengths import share


@pytest.mark.ci
@share(0.2)
@given(hostile_packs())
def test_a_pack_survives_its_workbook(pack: Pack) -> None:
    with TemporaryDirectory() as folder:
        assert read_pack_sheets(written(Path(folder), pack)).pack == pack


@pytest.mark.ci
@share(0.1)
@given(hostile_packs(), st.data())
def test_columns_may_stand_in_any_order(pack: Pack, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), pack)
        book = openpyxl.load_workbook(path)
        for name in ("服务礼仪", "窗口类型", "设置"):
            sheet = sheet_of(book, name)
            width = sheet.max_column
            order = data.draw(st.permutations(range(width)))
            for row in sheet.iter_rows(min_row=3, max_row=sheet.max_row):
                held = [(cell.value, cell.data_type) for cell in row]
                for cell, column in zip(row, order, strict=True):
                    cell.value, kind = held[column]
                    cell.data_type = kind
        book.save(path)
        assert read_pack_sheets(path).pack == pack


JUNK = (
    None, "", " ", "x", "=1+1", "#REF!", "=", "≤", "≤=", "=\n=", "、", "/", 0, 1, -1, 10**18, 0.125,
    1e300, True, date(2026, 1, 1), time(9, 30), "编号", "扣分", "选项", "实测", "加分", "公共区域",
    "收费", "\ud7ff", "a\nb",
)  # fmt: skip


@pytest.mark.ci
@share(0.2)
@given(st.data())
def test_junk_is_refused_or_read_but_never_raises(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), sample_pack())
        book = openpyxl.load_workbook(path)
        for _ in range(data.draw(st.integers(1, 6))):
            sheet = sheet_of(book, data.draw(st.sampled_from(book.sheetnames)))
            row, column = data.draw(st.integers(1, 28)), data.draw(st.integers(1, 26))
            cell = sheet.cell(row, column)
            if not isinstance(cell, MergedCell):
                cell.value = data.draw(st.sampled_from(JUNK))
        book.save(path)
        try:
            read_pack_sheets(path)
        except FaultyFileError as refusal:
            places = [problem.place for problem in refusal.problems]
            assert places, "refused without a reason"
            assert all("!" in place for place in places)
