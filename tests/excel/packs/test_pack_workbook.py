"""A pack goes out as a workbook and comes back the same."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.item_schema import RULE_KINDS
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.excel.packs.pack_fields import ITEM_FIELDS, KIND_FIELDS, SETTINGS
from inspector.excel.packs.pack_help import EXAMPLE_KINDS, EXAMPLES
from inspector.excel.packs.pack_reader import is_pack
from inspector.excel.packs.pack_workbook import read_pack_sheets, write_pack
from inspector.excel.reading.plain_sheets import read_sheets
from inspector.excel.rosters.roster_workbook import write_roster_template
from tests.domain.checklist.raw_packs import Raw, raw_pack, read
from tests.excel.packs.pack_books import SHIPPED, sample_pack, sheet_of, shipped_pack, written
from tests.excel.rosters.rosters import KINDS

RELEASED = Path(__file__).parents[1] / "samples" / "checklist-released.xlsx"
"""The sample pack as the version before gravity and methods wrote it."""

SHEETS = ["服务礼仪", "文明用语", "操作规范", "环境卫生", "设置", "窗口类型", "填写说明"]


@pytest.mark.ci
@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_comes_back(name: str, tmp_path: Path) -> None:
    pack = shipped_pack(name)
    got = read_pack_sheets(written(tmp_path, pack))
    assert got.pack == pack
    assert (got.ignored_sheets, got.ignored_columns) == ((), ())


def test_every_kind_of_rule_comes_back(tmp_path: Path) -> None:
    assert read_pack_sheets(written(tmp_path, sample_pack())).pack == sample_pack()


def test_a_workbook_of_the_released_version_is_read_as_before() -> None:
    got = read_pack_sheets(RELEASED)
    kinds = tuple(replace(kind, usual=False) for kind in sample_pack().window_kinds)
    assert got.pack == replace(sample_pack(), window_kinds=kinds)
    assert (got.ignored_sheets, got.ignored_columns, got.numbered) == ((), (), ())


def test_sheets(tmp_path: Path) -> None:
    assert openpyxl.load_workbook(written(tmp_path, sample_pack())).sheetnames == SHEETS


def rows_of(path: Path, name: str) -> list[list[Any]]:
    """What a sheet shows below its header, without the blank lines."""
    sheet = sheet_of(openpyxl.load_workbook(path), name)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    return [row for row in rows if any(value is not None for value in row)]


def test_a_checklist_as_a_clerk_sees_it(tmp_path: Path) -> None:
    header, greet, praise = rows_of(written(tmp_path, sample_pack()), "服务礼仪")
    assert header == [
        "编号", "项目*", "分值", "轻重", "评分方式*", "每次扣分（加分）", "计量单位", "档次",
        "最少扣分", "最多扣分", "范围", "窗口类型", "检查方法", "必查", "一票否决", "照片", "责任",
        "整改要求", "时限（工作日）", "问题短语", "依据", "简称", "总分扣分", "累计扣分", "栏目",
        "其他栏",
    ]  # fmt: skip
    assert greet == [
        "rise-to-greet", "起身、微笑、主动问候", 4, "一般", "扣分", 1, "人次", None, None, None,
        "窗口", "收费", None, "否", "是", "扣分须拍", "班组", "晨会复训", 0, "未起身迎接\n未微笑",
        "礼仪规范", None, "否", "否", None, None,
    ]  # fmt: skip
    assert praise[2:8] == [None, None, "加分", 2, "次", None]


def test_cases_as_a_clerk_sees_them(tmp_path: Path) -> None:
    path = written(tmp_path, sample_pack())
    assert rows_of(path, "操作规范")[1][4:8] == ["实测", None, "分钟", "≤10=4\n≤15=2\n以上=0"]
    assert rows_of(path, "环境卫生")[1][4:11] == [
        "选项", None, None, "干净=3\n少量纸屑=1\n脏=0", None, None, "公共区域",
    ]  # fmt: skip


def test_settings_as_a_clerk_sees_them(tmp_path: Path) -> None:
    path = written(tmp_path, sample_pack())
    assert [row[:2] for row in rows_of(path, "设置")] == [
        ["栏目", "内容"],
        ["编号*", "telecom-hall"],
        ["名称*", "通信营业厅"],
        ["版本*", "2026.1"],
        ["说明", "示例"],
        ["服务礼仪权重*", 25],
        ["文明用语权重*", 20],
        ["操作规范权重*", 35],
        ["环境卫生权重*", 20],
        ["计分办法", "按得分率计分"],
        ["总分", 100],
        ["一般问题每次扣分", 1],
        ["重点问题每次扣分", 3],
        ["严重问题每次扣分", 5],
        ["不适用的项目", "按满分计"],
        ["扣分下限", "扣分不封顶"],
        ["加分上限", 3],
        ["一票否决后", "计0分"],
        ["公共区域占比", 30],
        ["多次实测", "取最差"],
        ["抽查项数", 10],
        ["参加排名的覆盖率", 0],
        ["等级*", "优秀=90\n合格=60\n不合格=0"],
        ["其他栏", None],
    ]
    assert rows_of(path, "窗口类型") == [
        ["编号*", "名称*", "也可写作", "默认类型"],
        ["cashier", "收费", "收银", "是"],
        ["pharmacy", "药房", None, "否"],
    ]


def test_words_are_offered(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, sample_pack()))
    lists = {
        str(offer.sqref): (offer.formula1, offer.showErrorMessage)
        for offer in sheet_of(book, "文明用语").data_validations.dataValidation
        if offer.type == "list"
    }
    assert lists == {
        "D4:D500": ('"一般,重点,严重"', True),
        "E4:E500": ('"扣分,分项扣分,酌情扣分,选项,实测,加分"', True),
        "G4:G500": ('"人次,次,处,件,项,台,分钟,秒,个工作日,字/分钟,‰,%"', False),
        "K4:K500": ('"窗口,公共区域"', True),
        "N4:N500": ('"否,是"', True),
        "O4:O500": ('"否,是"', True),
        "P4:P500": ('"可选,扣分须拍"', True),
        "Q4:Q500": ('"个人,班组,单位"', True),
        "W4:W500": ('"否,是"', True),
        "X4:X500": ('"否,是"', True),
    }
    settings = sheet_of(book, "设置").data_validations.dataValidation
    assert {str(offer.sqref): offer.formula1 for offer in settings} == {
        "B12": '"按得分率计分,直接扣分"',
        "B17": '"不计入满分,按满分计"',
        "B18": '"扣完为止,扣分不封顶"',
        "B20": '"得分保留,计0分"',
        "B22": '"取最差,取平均"',
    }


def test_a_cell_of_several_lines_says_how_to_fill_it_in(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, sample_pack()))
    notes = {
        str(note.sqref): note.prompt
        for note in sheet_of(book, "操作规范").data_validations.dataValidation
        if note.type != "list"
    }
    assert notes.keys() == {f"{each}4:{each}500" for each in "CHLMTZ"}
    assert notes["L4:L500"].endswith("可填：收费、药房。")


def test_look(tmp_path: Path) -> None:
    sheet = sheet_of(openpyxl.load_workbook(written(tmp_path, sample_pack())), "服务礼仪")
    assert sheet.freeze_panes == "C4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$3"
    assert sheet["A4"].number_format == "@"  # an id 3-1 stays one
    heights = [sheet.row_dimensions[row].height for row in (4, 5)]
    assert heights[0] > heights[1]  # two phrases, and none


def test_a_version_typed_over_stays_text(tmp_path: Path) -> None:
    sheet = sheet_of(openpyxl.load_workbook(written(tmp_path, sample_pack())), "设置")
    assert {sheet.cell(row, 2).number_format for row in range(4, 26)} == {"@"}


def test_the_examples_are_a_pack_without_faults() -> None:
    raw: Raw = {category.value: {"item": []} for category in Category}
    raw["pack"] = raw_pack()["pack"] | {"window_kind": list(EXAMPLE_KINDS)}
    raw["etiquette"] = {"item": list(EXAMPLES)}
    pack, problems = read(raw)
    assert problems == []
    assert pack is not None
    absent = {"requirement": "", "phrases": [], "deadline": 1}
    written_again = pack_tables(pack)["etiquette"]["item"]
    assert written_again == [absent | dict(example) for example in EXAMPLES]


def test_the_examples_stand_in_the_help(tmp_path: Path) -> None:
    sheet = sheet_of(openpyxl.load_workbook(written(tmp_path, sample_pack())), "填写说明")
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=28)]
    assert header[3:] == [f"示例：{said.chinese}" for said in RULE_KINDS.values()]
    assert [row[0] for row in rows] == [field.label for field in ITEM_FIELDS]
    assert [row[1] for row in rows[:8]] == [
        "否", "是", "否", "否", "是", "视情况", "视情况", "视情况",
    ]  # fmt: skip
    assert all(row[2] for row in rows)
    by_label = {row[0]: row[3:] for row in rows}
    assert by_label["档次"] == [
        None, "未戴工牌=1/人次\n未穿工作服=2/人次\n发型不合要求=0.5/人次", None,
        "显著且完整=3\n有但不全或过期=1.5\n没有=0", "≤10=4\n≤15=2\n以上=0", None,
    ]  # fmt: skip


def test_every_key_of_a_pack_has_its_field() -> None:
    tables = pack_tables(sample_pack())
    head, item = tables["pack"], tables["etiquette"]["item"][0]
    keys = {field.key for field in SETTINGS}
    assert {(key,) for key in head.keys() - {"weights", "policy", "window_kind"}} <= keys
    assert {("weights", key) for key in head["weights"]} <= keys
    assert {("policy", key) for key in head["policy"]} <= keys
    assert {(key,) for key in head["window_kind"][0]} == {field.key for field in KIND_FIELDS}
    assert item.keys() <= {field.key[0] for field in ITEM_FIELDS}


def test_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_pack(first, sample_pack())
    write_pack(second, sample_pack())
    assert first.read_bytes() == second.read_bytes()


def test_recognised_by_content(tmp_path: Path) -> None:
    path = written(tmp_path, sample_pack())
    assert is_pack(read_sheets(path))
    book = openpyxl.load_workbook(path)
    for name in ("服务礼仪", "文明用语", "操作规范", "设置"):
        del book[name]
    book.save(path)
    assert is_pack(read_sheets(path))  # a faulty one


def test_a_roster_is_no_pack(tmp_path: Path) -> None:
    write_roster_template(tmp_path / "a.xlsx", KINDS)
    assert not is_pack(read_sheets(tmp_path / "a.xlsx"))


def test_a_summary_by_category_is_no_pack(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("服务礼仪")
    sheet.append(["编号", "项目", "得分"])
    book.save(tmp_path / "a.xlsx")
    assert not is_pack(read_sheets(tmp_path / "a.xlsx"))
