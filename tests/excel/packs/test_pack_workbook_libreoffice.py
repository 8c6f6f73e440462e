"""A pack that LibreOffice opened and saved again is still the same pack."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.checklist.checklist import ChoiceRule, Item
from inspector.excel.packs.pack_workbook import read_pack_sheets, write_pack
from tests.excel.libreoffice import LibreOffice
from tests.excel.packs.pack_books import SHIPPED, sample_pack, sheet_of, shipped_pack

HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "-1",
    "a=b",
    "甲、乙；丙",
    "第一行\n第二行",
    "C:\\new",
    "0123",
    "2026.10",
)


def hostile(item: Item) -> Item:
    """The same item with texts that a spreadsheet may take for something else."""
    phrases = () if isinstance(item.rule, ChoiceRule) else HOSTILE
    text = f"=1+{item.id}"
    return replace(item, text=text, requirement="-微笑", basis="0123", phrases=phrases)


@pytest.mark.ci  # every pack through another office program
def test_saved_again(libreoffice: LibreOffice, tmp_path: Path) -> None:
    sample = sample_pack()
    checklists = [replace(c, items=tuple(map(hostile, c.items))) for c in sample.checklists]
    packs = {name: shipped_pack(name) for name in SHIPPED}
    packs["hostile"] = replace(sample, version="2026.10", checklists=tuple(checklists))
    for name, pack in packs.items():
        write_pack(tmp_path / f"{name}.xlsx", pack)
        again = read_pack_sheets(libreoffice.convert(tmp_path / f"{name}.xlsx", "xlsx"))
        assert again.pack == pack, name
        assert (again.ignored_sheets, again.ignored_columns) == ((), ()), name


@pytest.mark.ci
def test_lists_and_look_stay(libreoffice: LibreOffice, tmp_path: Path) -> None:
    write_pack(tmp_path / "a.xlsx", sample_pack())
    book = openpyxl.load_workbook(libreoffice.convert(tmp_path / "a.xlsx", "xlsx"))
    sheet = sheet_of(book, "服务礼仪")
    offered = [each.formula1 for each in sheet.data_validations.dataValidation if each.formula1]
    assert '"扣分,分项扣分,酌情扣分,选项,实测,加分"' in offered
    assert sheet.freeze_panes == "C4"
    assert sheet.print_title_rows == "$1:$3"
