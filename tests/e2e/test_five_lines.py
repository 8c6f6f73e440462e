"""The README's five lines lead a clerk through a first inspection: by the keys that stand there."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.hand import Hand
from tests.gui.waiting import wait_for

README = Path(__file__).parents[2] / "README.md"
PART = README.read_text("utf-8").split("### 五步做完第一次检查")[1].split("\n每个按键")[0]
LINES = [" ".join(each.split()) for each in re.split(r"\n\d\. ", PART)[1:]]
KEYS = [re.findall(r"`([^`]+)`", line) for line in LINES]
NAMED = {
    "↵": Qt.Key.Key_Return, "PgDn": Qt.Key.Key_PageDown, "PgUp": Qt.Key.Key_PageUp,
}  # fmt: skip


ASKED_OF_A_WINDOW = 5


def press(keyboard: Keyboard, told: str) -> None:
    """Press a key as the README writes it."""
    key = told.removeprefix("Ctrl+")
    keyboard.press(NAMED.get(key, key.lower()), ctrl=told != key)


def test_there_are_five_lines_with_these_keys() -> None:
    assert KEYS == [
        [],
        ["Ctrl+N", "Ctrl+↵"],
        ["1", "2", "↵", "3", "0", "A", "1", "N", "U", "PgDn", "PgUp"],
        ["Ctrl+↵"],
        ["S", "Ctrl+R"],
    ]


@pytest.mark.ci  # a whole visit
def test_the_five_lines_are_walked(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    record = tmp_path / "检查记录简表.xlsx"

    def drive(window: MainWindow) -> None:
        hand = Hand(window, keyboard)
        assert hand.sees("导入花名册…")
        hand.click("直接录入")
        hand.write("rosterName", "城东营业厅")
        hand.click("保存")
        for number, staff in (("1号窗口", "1001"), ("2号窗口", "1002")):
            hand.write("rosterNumber", number)
            hand.write("rosterStaffNumber", staff)
            hand.click("保存")
        hand.click("完成")
        hand.click("检查")
        new, begin = KEYS[1]
        press(keyboard, new)
        hand.write("inspectors", "检查一组")
        press(keyboard, begin)
        passes, deducts, keeps, not_applicable, unseen, *others = KEYS[2]
        rest, asked, none_found, rest_unseen, next_window, window_before = others
        press(keyboard, passes)
        press(keyboard, deducts)
        keyboard.press("1")  # 再按数字选一条短语
        for told in (keeps, not_applicable, unseen):
            press(keyboard, told)
        where = (next_window, window_before, window_before, window_before)
        for go_on in where:  # both windows, the first one again, the public area
            press(keyboard, rest)
            press(keyboard, rest)
            for _ in range(ASKED_OF_A_WINDOW):  # 问过、试过、查过的逐项
                press(keyboard, asked)
            press(keyboard, none_found)  # from elsewhere it leads there, and asks
            press(keyboard, none_found)
            for told in (rest_unseen, rest_unseen, go_on):
                press(keyboard, told)
        (complete,) = KEYS[3]
        press(keyboard, complete)
        press(keyboard, complete)
        sign, export = KEYS[4]
        press(keyboard, sign)
        hand.write("signer", "王经理")
        hand.draw("signaturePad", [(0.2, 0.3), (0.5, 0.6), (0.8, 0.4)])
        hand.click("签字")
        choose_file(record)
        press(keyboard, export)
        wait_for(lambda: record.stem in window.banner.text)

    assert run_main(drive, "--data", str(tmp_path / "data"), "--lang", "zh_CN") == 0
    said = {
        str(cell.value) for sheet in load_workbook(record) for row in sheet for cell in row
    }  # fmt: skip
    assert any("王经理" in each for each in said)
    assert {"1001", "1002"} <= said
    assert any("等级为优秀" in each for each in said)
