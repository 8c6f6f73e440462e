"""A gallery of faulty packs: each fault by its cell, in the words of the workbook."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector.domain.checklist.checklist import Responsible
from inspector.domain.faults import Fault, Problem
from inspector.excel.packs.pack_workbook import read_pack_sheets
from tests.excel.packs.pack_books import edited, problems_of, sample_pack, sheet_of, written

SAME = "起身、微笑、 主动问候"
RULE_KINDS = "扣分、分项扣分、酌情扣分、选项、实测、加分"
GREET, PRAISE, POLITE = "服务礼仪!{}4", "服务礼仪!{}5", "文明用语!{}4"
WAIT, FLOOR = "操作规范!{}4", "环境卫生!{}4"
TOO_FEW_BANDS = "两档，每行一档，如：≤10=4，最后一行：以上=0"
TOO_FEW_GRADES = "两级，每行一级，如：优秀=90，最后一行：不合格=0"
TOO_FEW_OPTIONS = "两档，每行一档，如：没有=0"


def case(place: str, value: object, fault: Fault, found: str = "", expected: str = "") -> Any:  # noqa: ANN401
    """One cell typed over, and the one problem that follows, at the same place."""
    name = f"{place}={value}".replace("\n", "|")
    return pytest.param({place: value}, Problem(place, fault, found, expected), id=name)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        # what has to be there
        case(GREET.format("B"), " \u3000", Fault.MISSING, expected="项目"),
        case(POLITE.format("C"), None, Fault.MISSING, expected="分值"),
        case(POLITE.format("C"), "—", Fault.MISSING, expected="分值"),
        case(GREET.format("E"), None, Fault.MISSING, expected="评分方式"),
        case(GREET.format("F"), None, Fault.MISSING, expected="每次扣分（加分）"),
        case(GREET.format("G"), None, Fault.MISSING, expected="计量单位"),
        case(WAIT.format("G"), "/", Fault.MISSING, expected="计量单位"),
        case(WAIT.format("H"), None, Fault.TOO_FEW, expected=TOO_FEW_BANDS),
        case(WAIT.format("H"), "以上=4", Fault.TOO_FEW, expected=TOO_FEW_BANDS),
        case(FLOOR.format("H"), None, Fault.TOO_FEW, expected=TOO_FEW_OPTIONS),
        case(FLOOR.format("H"), "干净=3\n脏", Fault.MISSING, expected="脏=分数"),
        case(FLOOR.format("H"), "干净=3\n脏＝", Fault.MISSING, expected="脏=分数"),
        case(FLOOR.format("H"), "干净=3\n=0", Fault.MISSING, expected="名称=0"),
        case(WAIT.format("H"), "≤10=4\n以上", Fault.MISSING, expected="以上=分数"),
        case("设置!B4", None, Fault.MISSING, expected="编号"),
        case("设置!B6", "", Fault.MISSING, expected="版本"),
        case("设置!B8", None, Fault.MISSING, expected="服务礼仪权重"),
        case("设置!B25", None, Fault.TOO_FEW, expected=TOO_FEW_GRADES),
        case("设置!B25", "不合格=0", Fault.TOO_FEW, expected=TOO_FEW_GRADES),
        case("设置!B25", "优秀=90\n不合格", Fault.MISSING, expected="不合格=分数"),
        case("设置!B25", "优秀=90\n=0", Fault.MISSING, expected="名称=0"),
        case("窗口类型!A5", None, Fault.MISSING, expected="编号"),
        case("窗口类型!B5", None, Fault.MISSING, expected="名称"),
        # one of a few words
        case(GREET.format("E"), "打分", Fault.NOT_ONE_OF, "打分", RULE_KINDS),
        case(GREET.format("K"), "大厅", Fault.NOT_ONE_OF, "大厅", "窗口、公共区域"),
        case(GREET.format("O"), "也许", Fault.NOT_ONE_OF, "也许", "否、是"),
        case(GREET.format("P"), "必拍", Fault.NOT_ONE_OF, "必拍", "可选、扣分须拍"),
        case(GREET.format("P"), True, Fault.NOT_TEXT, "TRUE"),
        case(GREET.format("Q"), "领导", Fault.NOT_ONE_OF, "领导", "个人、班组、单位"),
        case(GREET.format("L"), "收费、窗口一", Fault.UNKNOWN_KIND, "窗口一", "收费、药房"),
        case("设置!B17", "一半", Fault.NOT_ONE_OF, "一半", "不计入满分、按满分计"),
        case("设置!B18", "不扣", Fault.NOT_ONE_OF, "不扣", "扣完为止、扣分不封顶"),
        case("设置!B20", "约谈", Fault.NOT_ONE_OF, "约谈", "得分保留、计0分"),
        case("设置!B22", "取最好", Fault.NOT_ONE_OF, "取最好", "取最差、取平均"),
        # numbers
        case(POLITE.format("C"), "四分", Fault.NOT_A_NUMBER, "四分"),
        case(POLITE.format("C"), date(2026, 1, 2), Fault.NOT_A_NUMBER, "2026-01-02 00:00:00"),
        case(POLITE.format("C"), True, Fault.NOT_A_NUMBER, "TRUE"),
        case(POLITE.format("C"), -4, Fault.OUT_OF_RANGE, "-4", "> 0"),
        case(POLITE.format("C"), 0, Fault.OUT_OF_RANGE, "0", "> 0"),
        case(POLITE.format("C"), 1e17, Fault.OUT_OF_RANGE, f"{10**17}", "≤ 1000000"),
        case(POLITE.format("C"), 4.125, Fault.TOO_PRECISE, "4.125"),
        case(POLITE.format("F"), "0", Fault.OUT_OF_RANGE, "0", "> 0"),
        case(POLITE.format("S"), 1.5, Fault.NOT_A_WHOLE_NUMBER, "1.5"),
        case(POLITE.format("S"), "次日", Fault.NOT_A_WHOLE_NUMBER, "次日"),
        case(POLITE.format("S"), 400, Fault.OUT_OF_RANGE, "400", "0–365"),
        case(FLOOR.format("H"), "干净=3\n脏=零", Fault.NOT_A_NUMBER, "零"),
        case(WAIT.format("H"), "十分钟=4\n以上=0", Fault.NOT_A_NUMBER, "十分钟", "≤10、以上"),
        case("设置!B8", "两成", Fault.NOT_A_WHOLE_NUMBER, "两成"),
        case("设置!B19", "五", Fault.NOT_A_NUMBER, "五"),
        case("设置!B21", 101, Fault.OUT_OF_RANGE, "101", "0–100"),
        case("设置!B25", "优秀=110\n不合格=0", Fault.OUT_OF_RANGE, "110", "0–103"),
        case("设置!B25", "优秀=九十\n不合格=0", Fault.NOT_A_NUMBER, "九十"),
        # what the program cannot know the value of
        case(GREET.format("A"), "=A5", Fault.FORMULA, "=A5"),
        case(POLITE.format("C"), "=1+1", Fault.FORMULA, "=1+1"),
        case(GREET.format("E"), "=E5", Fault.FORMULA, "=E5"),
        case(WAIT.format("H"), "=H5", Fault.FORMULA, "=H5"),
        case(GREET.format("T"), "#REF!", Fault.UNREADABLE, "#REF!"),
        case("设置!B8", "=25", Fault.FORMULA, "=25"),
        case("窗口类型!A4", "=1", Fault.FORMULA, "=1"),
        case("窗口类型!B4", date(2026, 3, 1), Fault.NOT_TEXT, "2026-03-01 00:00:00"),
        # without effect
        case(PRAISE.format("C"), 5, Fault.NOT_HERE, "分值", "评分方式为“加分”"),
        case(PRAISE.format("O"), "是", Fault.NOT_HERE, "一票否决", "评分方式为“加分”"),
        case(GREET.format("H"), "轻=1\n重=0", Fault.NOT_HERE, "档次", "评分方式为“扣分”"),
        case(WAIT.format("F"), 1, Fault.NOT_HERE, "每次扣分（加分）", "评分方式为“实测”"),
        case(FLOOR.format("G"), "处", Fault.NOT_HERE, "计量单位", "评分方式为“选项”"),
        case(FLOOR.format("L"), "收费", Fault.NOT_HERE, "窗口类型", "范围为“公共区域”"),
        case(FLOOR.format("T"), "脏", Fault.NOT_HERE, "问题短语", "评分方式为“选项”"),
        # twice
        case(FLOOR.format("A"), "wait", Fault.SAME_NUMBER, "wait", "操作规范!A4"),
        case("窗口类型!A5", "cashier", Fault.DUPLICATE, "cashier", "窗口类型!A4"),
        # what does not fit together
        case("设置!B8", 24, Fault.WEIGHTS_NOT_100, "99", "100"),
        case(WAIT.format("H"), "≤10=4\n≤9=2\n以上=0", Fault.BANDS_NOT_ASCENDING, "9"),
        case(WAIT.format("H"), "≤10=4\n≤15=2\n≤20=0", Fault.LAST_BAND_BOUNDED, "20"),
        case(WAIT.format("H"), "≤10=4\n以上=2\n以上=0", Fault.OPEN_BAND_NOT_LAST),
        case(WAIT.format("H"), "≤10=4\n≤15=4\n以上=0", Fault.POINTS_NOT_DESCENDING, "4"),
        case(WAIT.format("H"), "≤10=5\n以上=0", Fault.BEST_NOT_FULL, "5", "4"),
        case(FLOOR.format("H"), "干净=3\n脏=3", Fault.POINTS_NOT_DESCENDING, "3"),
        case("设置!B25", "优秀=90\n合格=95\n不合格=0", Fault.GRADES_NOT_DESCENDING, "95"),
        case("设置!B25", "优秀=90\n不合格=10", Fault.LAST_GRADE_NOT_ZERO, "10"),
        # the header
        case("服务礼仪!AA3", "分值", Fault.DUPLICATE, "分值", "服务礼仪!C3"),
        case(GREET.format("T"), "未微笑\n未微笑", Fault.DUPLICATE, "未微笑", "服务礼仪!T4"),
        case(GREET.format("L"), "收费、收银", Fault.DUPLICATE, "收费", "服务礼仪!L4"),
        case(FLOOR.format("H"), "脏=3\n 脏=0", Fault.DUPLICATE, "脏", "环境卫生!H4"),
        case("设置!B25", "优秀=90\n优秀=0", Fault.DUPLICATE, "优秀", "设置!B25"),
        case("窗口类型!B5", "收 银", Fault.DUPLICATE, "收 银", "窗口类型!C4"),
        case("窗口类型!C5", "西药\n收费", Fault.DUPLICATE, "收费", "窗口类型!B4"),
        case("设置!A27", "编号", Fault.DUPLICATE, "编号", "设置!A4"),
        case(PRAISE.format("B"), SAME, Fault.SAME_TEXT, SAME, "服务礼仪!B4"),
        # several on one line
        case(FLOOR.format("H"), "干净=3；脏=0", Fault.ONE_LINE, "；"),
        case(FLOOR.format("H"), "干净=3，少量纸屑=1\n脏=0", Fault.ONE_LINE, "，"),
        case(FLOOR.format("H"), "干净=3 脏=0", Fault.ONE_LINE, "空格"),
        case(WAIT.format("H"), "≤10=4；≤15=2；以上=0", Fault.ONE_LINE, "；"),
        case(WAIT.format("H"), "≤10=4分,≤15=2分,以上=0分", Fault.ONE_LINE, ","),
        case("设置!B25", "优秀=90、合格=60、不合格=0", Fault.ONE_LINE, "、"),
    ],
)
def test_one_mistake_is_one_problem(
    tmp_path: Path, cells: Mapping[str, Any], problem: Problem
) -> None:
    assert problems_of(edited(tmp_path, cells)) == [problem]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"服务礼仪!C3": "满分"}, Problem("服务礼仪!A3", Fault.MISSING, expected="分值")),
        ({"设置!A17": "不适用"}, Problem("设置!A3", Fault.MISSING, expected="不适用的项目")),
        ({"设置!B3": "取值"}, Problem("设置!A1", Fault.MISSING, expected="栏目、内容")),
        ({"窗口类型!C3": "别名"}, Problem("窗口类型!A3", Fault.MISSING, expected="也可写作")),
    ],
)
def test_what_is_called_otherwise_is_missing(
    tmp_path: Path, cells: Mapping[str, Any], problem: Problem
) -> None:
    assert problems_of(edited(tmp_path, cells)) == [problem]


@pytest.mark.ci
def test_a_checklist_without_its_header(tmp_path: Path) -> None:
    path = written(tmp_path, sample_pack())
    book = openpyxl.load_workbook(path)
    sheet_of(book, "文明用语").delete_rows(3)
    book.save(path)
    (problem,) = problems_of(path)
    assert (problem.place, problem.fault) == ("文明用语!A1", Fault.MISSING)
    assert problem.expected.startswith("编号、项目、分值、")


@pytest.mark.parametrize("name", ["文明用语", "设置", "窗口类型"])
def test_a_missing_sheet(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, sample_pack())
    book = openpyxl.load_workbook(path)
    del book[name]
    book.save(path)
    (problem,) = problems_of(path)
    assert problem == Problem("", Fault.NO_SHEET, "、".join(book.sheetnames), f"“{name}”")


def test_every_problem_is_listed_in_reading_order_causes_first(tmp_path: Path) -> None:
    cells = {
        "设置!B8": 24,
        "设置!B4": None,
        "窗口类型!A4": "=1",
        "环境卫生!C4": "三",
        "服务礼仪!E5": "奖励",
        "服务礼仪!C4": "=2*2",
        "服务礼仪!B4": None,
        "文明用语!A4": "praise",
    }
    assert [(p.place, p.fault) for p in problems_of(edited(tmp_path, cells))] == [
        ("窗口类型!A4", Fault.FORMULA),
        ("设置!B4", Fault.MISSING),
        ("设置!B8", Fault.WEIGHTS_NOT_100),
        ("服务礼仪!B4", Fault.MISSING),
        ("服务礼仪!C4", Fault.FORMULA),
        ("服务礼仪!E5", Fault.NOT_ONE_OF),
        ("文明用语!A4", Fault.SAME_NUMBER),
        ("环境卫生!C4", Fault.NOT_A_NUMBER),
    ]


def kinds_everywhere(path: Path, text: str, rows: int = 3) -> Path:
    """More items at the same kinds: the first one of 服务礼仪, copied below the others."""
    book = openpyxl.load_workbook(path)
    sheet = sheet_of(book, "服务礼仪")
    sheet["L4"].value = text
    for row in range(6, 6 + rows):
        for column in range(1, 27):
            sheet.cell(row, column).value = sheet.cell(4, column).value
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = f"copy-{row}", f"项目{row}"
    book.save(path)
    return path


def test_a_renamed_kind_is_one_problem_at_the_first_place(tmp_path: Path) -> None:
    path = kinds_everywhere(edited(tmp_path, {"窗口类型!B4": "缴款"}), "收费、药房")
    assert problems_of(path) == [
        Problem("服务礼仪!L4", Fault.UNKNOWN_KIND, "收费", "缴款、药房", more=3)
    ]


@pytest.mark.parametrize(
    ("cell", "value", "first"),
    [("窗口类型!A5", "cashier", "窗口类型!A4"), ("窗口类型!B5", "收费", "窗口类型!B4")],
)
def test_a_kind_twice_is_one_problem(tmp_path: Path, cell: str, value: str, first: str) -> None:
    path = kinds_everywhere(edited(tmp_path, {cell: value}), "收费、药房")
    assert problems_of(path) == [Problem(cell, Fault.DUPLICATE, value, first)]


@pytest.mark.parametrize(
    ("column", "text"), [("A", "rise-to-greet"), ("B", "起身、微笑、主动问候")]
)
def test_a_merged_cell_is_told_for_what_it_is(tmp_path: Path, column: str, text: str) -> None:
    path = edited(tmp_path, {f"服务礼仪!{column}5": None})
    book = openpyxl.load_workbook(path)
    sheet_of(book, "服务礼仪").merge_cells(f"{column}4:{column}5")
    book.save(path)
    (problem,) = problems_of(path)
    assert problem == Problem(f"服务礼仪!{column}5", Fault.MERGED, text, f"服务礼仪!{column}4")


def test_other_columns_may_be_merged(tmp_path: Path) -> None:
    path = edited(tmp_path, {"服务礼仪!Q5": None})
    book = openpyxl.load_workbook(path)
    sheet_of(book, "服务礼仪").merge_cells("Q4:Q5")
    book.save(path)
    assert read_pack_sheets(path).pack.item_by_id["praise"].responsible is Responsible.TEAM


def test_one_deduction_above_the_full_marks(tmp_path: Path) -> None:
    path = edited(tmp_path, {"设置!B18": "扣完为止", "文明用语!F4": 6})
    assert problems_of(path) == [Problem("文明用语!F4", Fault.EACH_ABOVE_FULL, "6", "5")]


def test_without_window_kinds_none_can_be_named(tmp_path: Path) -> None:
    cells = dict.fromkeys(["窗口类型!A4", "窗口类型!B4", "窗口类型!C4"])
    cells |= dict.fromkeys(["窗口类型!A5", "窗口类型!B5"])
    assert problems_of(edited(tmp_path, cells)) == [
        Problem("服务礼仪!L4", Fault.MISSING, expected="窗口类型工作表中的类型")
    ]


def test_a_pack_in_which_nothing_counts(tmp_path: Path) -> None:
    cells: dict[str, Any] = {"设置!B8": 0, "设置!B9": 100, "设置!B10": 0, "设置!B11": 0}
    cells |= dict.fromkeys(f"文明用语!{column}4" for column in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert problems_of(edited(tmp_path, cells)) == [Problem("设置!A3", Fault.NOTHING_COUNTS)]


def test_without_a_known_kind_of_rule_nobody_asks_for_full_marks(tmp_path: Path) -> None:
    assert problems_of(edited(tmp_path, {"服务礼仪!E5": "奖励"})) == [
        Problem("服务礼仪!E5", Fault.NOT_ONE_OF, "奖励", RULE_KINDS)
    ]


NAMED = {"文明用语!E4": "分项扣分", "文明用语!F4": None, "文明用语!G4": None}


@pytest.mark.parametrize(
    ("text", "fault", "found", "expected"),
    [
        (None, Fault.TOO_FEW, "", "扣分情形，每行一种，如：未戴工牌=1/人次"),
        ("未戴工牌=1/人次\n发型", Fault.MISSING, "", "发型=扣分/计量单位"),
        ("未戴工牌＝1", Fault.MISSING, "", "未戴工牌=扣分/计量单位"),
        ("未戴工牌=多/人次", Fault.NOT_A_NUMBER, "多", ""),
        ("未戴工牌=0/人次", Fault.OUT_OF_RANGE, "0", "> 0"),
        ("发型=1/次\n发型=2/次", Fault.DUPLICATE, "发型", "文明用语!H4"),
    ],
)
def test_named_deductions(
    tmp_path: Path, text: str | None, fault: Fault, found: str, expected: str
) -> None:
    path = edited(tmp_path, {**NAMED, "文明用语!H4": text})
    problems = set(problems_of(path))
    assert problems == {Problem("文明用语!H4", fault, found, expected)}


@pytest.mark.ci
def test_a_judged_deduction(tmp_path: Path) -> None:
    cells: dict[str, Any] = {"文明用语!E4": "酌情扣分", "文明用语!F4": None, "文明用语!I4": 3}
    missing = Problem("文明用语!J4", Fault.MISSING, expected="最多扣分")
    assert problems_of(edited(tmp_path, cells)) == [missing]
    problems = problems_of(edited(tmp_path, {**cells, "文明用语!J4": 2}))
    assert problems == [Problem("文明用语!J4", Fault.OUT_OF_RANGE, "2", "> 3")]


def test_a_place_is_where_the_clerk_put_the_row(tmp_path: Path) -> None:
    path = written(tmp_path, sample_pack())
    book = openpyxl.load_workbook(path)
    sheet = sheet_of(book, "文明用语")
    sheet.insert_rows(4, 3)
    sheet.insert_cols(3)
    sheet["D7"].value = "五分"
    book.save(path)
    assert problems_of(path) == [Problem("文明用语!D7", Fault.NOT_A_NUMBER, "五分")]


def test_another_workbook_lacks_everything(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    lacking = "“服务礼仪”、“文明用语”、“操作规范”、“环境卫生”、“设置”、“窗口类型”"
    assert problems_of(tmp_path / "a.xlsx") == [Problem("", Fault.NO_SHEET, "Sheet", lacking)]
