"""The whole job without a key but for what is written into fields: by mouse."""

from pathlib import Path

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.hand import Hand


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
    hand.click("取消")


def begin_a_visit(hand: Hand) -> None:
    hand.click("检查")
    hand.click("新建检查")
    print([b.text() for b in hand.window.findChildren(__import__("PySide6.QtWidgets").QtWidgets.QAbstractButton) if b.isVisible()])
    print([(w.objectName(), type(w).__name__) for w in hand.window.findChildren(__import__("PySide6.QtWidgets").QtWidgets.QWidget) if w.isVisible() and w.objectName()])


def test_the_whole_job_by_mouse(run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        hand = Hand(window, keyboard)
        type_the_roster(hand)
        begin_a_visit(hand)
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "zh_CN") == 0
