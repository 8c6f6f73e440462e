"""Four units' own sheets from Excel to record, summary and 自查, with points added up by hand.

hospital   礼 20 − (未佩戴胸牌 1×2 + 发型 0.5) − 表情冷漠 2.5          = 15
           语 15 − 忌语 5                                              = 10
           操 55 − (迟到 1×2 + 旷工半天 5) − 等候12分钟 5              = 43
           境 10 − 垃圾未分类 5                                        =  5
           锦旗 1×2, 有责投诉 5                                        = 73 + 2 − 5 = 70
township   礼 20 − 未佩戴工作牌 0.5×3 − 态度 1.5                       = 17
           语 10 − 争吵 3                                              =  7
           操 60 − (迟到 1 + 缺岗 3) − 聊天 1×2 − 首问 0.5
                 − 文书 1.5×2 − 超期 2×3                               = 44.5
           境 10 − 便民设施 0.2×4                                      =  9.2
           诱导评价 2                                                  = 77.7 − 2 = 75.7
toll       境 100 − 缺少 6                                             =  94
           礼 200 − 表情冷淡 2×3 − ※手势 2×5                           = 184
           语 200 − 未使用文明用语 4×2 − 语气生硬 6                    = 186
           操 500 − 公示栏缺 8                                         = 492
           有责投诉 20                                                 = 956 − 20 = 936
bank       礼 30 − 行服 1×2 − 态度 3                                   = 25
           语 20 − 1×3                                                 = 17
           操 30 − (未疏导 2 + 未主动分流 1×2)                         = 26
           境 20 − 不洁 0.5×3                                          = 18.5
           有责投诉 5                                                  = 86.5 − 5 = 81.5
"""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

from inspector.__main__ import main
from inspector.domain.record.edition import Edition
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.scoring.score_sheet import ScoreSheet
from inspector.workspace.preferences import INSPECTORS, RECORD_EDITION, USUAL_PACK
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile, Key, Keyboard, RunMain
from tests.gui.summary.reader import Reader
from tests.gui.visits.visit import ALT, DOWN, ENTER, ESC, UP, Person
from tests.gui.waiting import wait_for
from tests.lengths import in_turn
from tests.packs.real.paper import BANK, HOSPITAL, TOLL, TOWNSHIP, write_paper

HALL = Site("hall", "河口大厅")
PLACE = Window("w1", "hall", "1号窗口", "", "综合科", "王主任", (Staff("p1", "1001"),))

礼, 语, 操, 境 = "服务礼仪", "文明用语", "操作规范", "环境卫生"


@dataclass(frozen=True)
class Case:
    """A sheet, what is pressed at its items, and what it comes to by hand."""

    sheet: str
    pack: str
    presses: dict[str, tuple[Key, ...]]
    categories: tuple[str, ...]  # what is left of each, as 得分怎么算 shows it
    total: str
    grade: str
    unseen: int
    said: tuple[str, ...]  # on the record

    def __str__(self) -> str:
        return self.sheet


CASES = [
    Case(
        HOSPITAL,
        "城东医院窗口服务考核评分表",
        {
            f"{礼}-1": ("2", "2", "+", "3", ENTER),
            f"{礼}-2": ("2", "2", ".", "5", ENTER),
            f"{语}-2": ("2", "1", ENTER),
            f"{操}-1": ("2", "1", "+", "3", ENTER),
            f"{操}-2": ("0",),
            f"{操}-3": ("2", "1", "2", ENTER),
            f"{操}-6": ("2", "1", ENTER),
            f"{操}-8": ("2", "+", "two banners", ENTER),
            f"{境}-3": ("2", "1", ENTER),
        },
        ("15.00", "10.00", "43.00", "5.00"),
        "70",
        "合格",
        1,
        ("仪容仪表与主动服务（服务礼仪）", "诊区环境（环境卫生）", "扣分项（总分扣分）"),
    ),
    Case(
        TOWNSHIP,
        "河口镇便民服务中心窗口考核细则",
        {
            f"{礼}-1": ("2", "2", "+", "+", ENTER),
            f"{礼}-2": ("2", "1", ".", "5", ENTER),
            f"{语}-1": ("2", "2", ENTER),
            f"{操}-1": ("2", "1", "3", ENTER),
            f"{操}-2": ("2", "2", "+", ENTER),
            f"{操}-3": ("2", "1", ENTER),
            f"{操}-4": ("2", "1", "+", ENTER),
            f"{操}-5": ("2", "2", "+", "+", ENTER),
            f"{操}-6": ("2", "1", ENTER),
            f"{境}-1": ("2", "2", "+", "+", "+", ENTER),
            f"{境}-2": ("0",),
        },
        ("17.00", "7.00", "44.50", "9.20"),
        "75.7",
        "合格",
        1,
        ("考核办法", "查签到、看现场", "着装仪表（服务礼仪）"),
    ),
    Case(
        TOLL,
        "文明服务星级收费站考评表",
        {
            f"{礼}-1": ("2", "3", "+", "+", ENTER),
            f"{礼}-2": ("2", "1", "+", "+", "+", "+", ENTER),
            f"{语}-1": ("2", "1", "+", ENTER),
            f"{语}-2": ("2", "6", ENTER),
            f"{操}-2": ("2", "1", ENTER),
            f"{操}-3": ("0",),
            f"{操}-6": ("2", "1", ENTER),
            f"{境}-1": ("2", "1", ENTER),
        },
        ("184.00", "186.00", "492.00", "94.00"),
        "936",
        "五星",
        1,
        ("满分1000分", "93.60%", "※手势规范", "文明服务（文明用语）"),
    ),
    Case(
        BANK,
        "网点文明服务考核表",
        {
            f"{礼}-1": ("2", "+", ENTER),
            f"{礼}-3": ("2", "3", ENTER),
            f"{语}-1": ("2", "+", "+", ENTER),
            f"{操}-3": ("2", "1", "2", "+", ENTER),
            f"{操}-4": ("2", ENTER),
            f"{境}-1": ("0",),
            f"{境}-2": ("2", "1", "+", "+", ENTER),
        },
        ("25.00", "17.00", "26.00", "18.50"),
        "81.5",
        "良好",
        1,
        ("着行服，佩戴工号牌", "厅堂环境（环境卫生）"),
    ),
]


def go(person: Person, item: str) -> None:
    """Go to an item by the arrow keys."""
    for key in (UP, DOWN):
        for _ in range(30):
            if person.item == item:
                return
            person.press(key)
    assert person.item == item


def score(person: Person, case: Case) -> None:
    """Score the only window, and look how the points come about."""
    page = person.scoring
    for item, keys in case.presses.items():
        go(person, item)
        person.press(*keys)
        page.items.setFocus()
    person.press("a", "a")
    if any(row.veto for row in page.scoring.sheet.items(page.card)):
        person.press("n", "n")
    assert page.scoring.sheet.progress(page.card).complete
    found = page.scoring.sheet.coverage(page.card)
    assert found.asked - found.observed == case.unseen
    person.press("=")
    (how,) = page.findChildren(ScoreSheet)
    said = [each.text() for each in how.findChildren(QLabel)]
    sum_of = " + ".join(case.categories)
    assert any(text.startswith(sum_of) and case.total in text for text in said), said
    person.press(ESC)


@pytest.mark.ci
@pytest.mark.parametrize("case", in_turn({f"{case}": case for case in CASES}))
def test_a_units_own_sheet_from_excel_to_record_summary_and_self_check(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path, choose_file: ChooseFile, case: Case
) -> None:
    folder, record, summary = (tmp_path / name for name in ("data", "record.xlsx", "sum.xlsx"))
    assert main(["import", str(write_paper(tmp_path, case.sheet)), "--data", str(folder)]) == 0
    with closing(Workspace(folder)) as workspace:
        workspace.roster_store.put([HALL], [PLACE])
        workspace.preferences.set(INSPECTORS, "考核组")
        workspace.preferences.set(USUAL_PACK, case.pack)
        workspace.preferences.set(RECORD_EDITION, Edition.WHOLE)  # with the sheet's own columns

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press("n", ctrl=True)
        person.press_with(ALT, "2")
        person.press(ENTER, ctrl=True)
        visit = person.scoring.scoring.sheet
        assert (visit.pack.title, visit.inspection.kind) == (case.pack, InspectionKind.OPEN)
        score(person, case)
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        if case.sheet == TOLL:
            shown = {each.text() for each in person.page.result.findChildren(QLabel)}
            assert {"得分（满分1000，93.60%）", "936.00"} <= shown
        choose_file(record)
        person.press("r", ctrl=True)
        wait_for(record.exists)

        person.press(ESC)  # and the hall by itself, with the same checklist
        person.press("n", ctrl=True)
        person.press_with(ALT, "6")
        person.press(ENTER, ctrl=True)
        assert person.scoring.scoring.sheet.inspection.kind is InspectionKind.SELF
        assert person.scoring.scoring.sheet.pack.title == case.pack
        person.press("a", "a")
        person.press("n", "n")
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)

        shown = {each.text() for each in person.page.result.findChildren(QLabel)}
        assert "本次为自查，与检查结果并列，不参加排名。" in shown

        reader = Reader(person)
        ((name, rank, _, total, *_, remark),) = reader.rows
        assert (name, rank) == ("河口大厅", "1/1")  # the only one with this checklist
        assert Decimal(total) == Decimal(case.total)
        assert remark.startswith("自查")
        wait_for(lambda: window._session.runner.is_free)  # the record was read back
        choose_file(summary)
        reader.press("s", ctrl=True)
        wait_for(summary.exists)

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    book = openpyxl.load_workbook(record)
    texts = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    for wanted in (case.pack, *case.said):
        assert any(wanted in text for text in texts), wanted
    rows = list(openpyxl.load_workbook(summary).worksheets[0].iter_rows(values_only=True))
    heads = next(row for row in rows if "总分" in row)
    (hall,) = [row for row in rows if "河口大厅" in row]
    line = dict(zip(heads, hall, strict=True))
    assert (Decimal(str(line["总分"])), line["等级"]) == (Decimal(case.total), case.grade)
    assert (line["名次"], line["检查次数"]) == (1, 1)
    assert "自查1次" in str(line["备注"])
    assert str(date.today().year) in str(rows[0][0])
