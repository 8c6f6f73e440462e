"""The whole job without a key but for what is written into fields: by mouse, and by finger."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.excel.returned.returned_books import column_of, edit, fill
from tests.gui.hand import Hand
from tests.gui.touch.finger_hand import FingerHand
from tests.gui.visits.photos import photo_file
from tests.gui.waiting import wait_for

PAPERS = {
    "整改台账…": "整改台账.xlsx",
    "检查汇总表…": "检查汇总表.xlsx",
    "通报附件…": "通报附件.xlsx",
}


def type_the_roster(hand: Hand) -> None:
    """Empty folder → a hall of two windows."""
    hand.click("直接录入")
    hand.write("rosterName", "城东营业厅")
    hand.click("保存")
    for number, staff in (("1号窗口", "1001"), ("2号窗口", "1002")):
        hand.write("rosterNumber", number)
        if number == "1号窗口":
            hand.pick("rosterKind", "综合受理")
            hand.write("rosterDepartmentText", "综合部")
            hand.write("rosterLeader", "值班经理")
        hand.write("rosterStaffNumber", staff)
        hand.click("保存")
    hand.click("完成")


def score_the_visit(hand: Hand, choose_file: ChooseFile, photo: Path) -> None:
    """Both windows and the public area: one item is wrong, what is not in sight 未观察."""
    hand.click("检查")
    hand.click("新建检查")
    hand.click("开始检查")
    hand.click("扣分")
    hand.click("未穿工装")
    choose_file(photo)
    hand.click("＋ 照片")
    for window in ("1号窗口", "2号窗口", "公共区域"):
        hand.row("cards", window)
        for rest in ("其余看得见的合格", "其余未观察"):
            hand.click(rest)
            hand.click("确认")
    hand.click("完成检查")
    hand.write("namesMissing", "检查一组")
    hand.click("保存")
    hand.click("完成检查")


def sign(hand: Hand) -> None:
    """The head of the hall signs on the pad."""
    hand.click("签字")
    hand.write("signer", "王经理")
    hand.draw("signaturePad", [(0.2, 0.3), (0.5, 0.6), (0.8, 0.4)])
    hand.click("签字")


def fill_in(sheet: Worksheet) -> None:
    """Say of every finding that it is put right, as the hall's clerk does in a spreadsheet."""
    header = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "问题编号")
    for row in range(header + 1, sheet.max_row + 1):
        if number := sheet.cell(row, column_of(sheet, "问题编号")).value:
            fill(sheet, str(number), "已整改到位", date.today())


def send_out_and_take_back(hand: Hand, choose_file: ChooseFile, folder: Path) -> None:
    """The notice goes to the hall, which fills it in; what it did stands in the ledger."""
    hand.click("整改")
    hand.click("导出")
    hand.choose("整改通知单")
    choose_file(folder)
    hand.click("导出通知单…")
    wait_for(lambda: list(folder.glob("*.xlsx")))
    (notice,) = folder.glob("*.xlsx")
    edit(notice, fill_in)
    choose_file(notice)
    hand.click("导入回执…")
    hand.click("确认导入")


def recheck(hand: Hand) -> None:
    """What was reported done is looked at, and closed."""
    hand.click("检查")
    hand.click("← 返回")
    hand.click("新建检查")
    hand.pick("kind", "复查")
    hand.click("开始检查")
    hand.click("通过销号")
    hand.click("完成复查")  # by who inspected: the name is proposed
    hand.click("完成复查")
    hand.click("← 返回")


def meet(hand: Hand, choose_file: ChooseFile, minutes: Path) -> None:
    """The morning meeting from its first screen to its minutes."""
    hand.click("晨会")
    hand.click("开始晨会")
    while hand.sees("下一屏"):
        hand.click("下一屏")
    hand.click("结束晨会")
    hand.click("结束晨会")
    choose_file(minutes)
    hand.click("导出纪要…")
    wait_until_told(hand, minutes)


def wait_until_told(hand: Hand, paper: Path) -> None:
    """Until the line says that a paper is written: it was read back by then."""
    wait_for(lambda: paper.stem in hand.window.banner.text)
    assert paper.exists()


def write_papers(hand: Hand, choose_file: ChooseFile, folder: Path) -> None:
    """What goes to superiors."""
    hand.click("检查")
    for words, name in PAPERS.items():
        choose_file(folder / name)
        hand.click(words)
        wait_until_told(hand, folder / name)


def use_touch_mode(hand: Hand) -> None:
    """The first touch is answered by an offer, which is taken."""
    hand.click("检查")
    hand.click("打开触控模式")


@pytest.mark.ci
@pytest.mark.parametrize("made_of", [Hand, FingerHand])
def test_the_whole_job_by_hand(
    made_of: type[Hand],
    run_main: RunMain,
    keyboard: Keyboard,
    choose_file: ChooseFile,
    tmp_path: Path,
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()

    def drive(window: MainWindow) -> None:
        hand = made_of(window, keyboard)
        if made_of is FingerHand:
            use_touch_mode(hand)
        type_the_roster(hand)
        score_the_visit(hand, choose_file, photo_file(tmp_path))
        sign(hand)
        send_out_and_take_back(hand, choose_file, tmp_path)
        recheck(hand)
        meet(hand, choose_file, papers / "晨会纪要.xlsx")
        write_papers(hand, choose_file, papers)
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "zh_CN") == 0
    said = [
        str(cell.value or "")
        for sheet in load_workbook(papers / PAPERS["整改台账…"]).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert "未穿工装" in said
    assert "已销号" in said
