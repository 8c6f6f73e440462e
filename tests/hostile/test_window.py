"""Hostile files through the real window: chosen and dropped, told, and nothing changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from inspector.gui.data.data_page import DataPage
from inspector.gui.data.roster.roster_panel import RosterPanel
from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.excel.reports import TODAY
from tests.gui.data.widgets import find, press
from tests.gui.dragging import drop
from tests.gui.visits.visit import key_of_page
from tests.hostile.odd_cells import with_odd_cell
from tests.hostile.real_books import REAL, with_part
from tests.workspace.visiting import dump

SHEET = "xl/worksheets/sheet1.xml"
CTRL = Qt.KeyboardModifier.ControlModifier


def held(data: Path) -> list[str]:
    """What a data folder holds, but for the folder that a file was last chosen from."""
    return [line for line in dump(data) if "folder:" not in line]


@pytest.mark.ci
def test_a_chosen_and_a_dropped_file_are_refused(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path, choose_file: ChooseFile
) -> None:
    data = tmp_path / "data"
    write_demo(data, 2, 1, TODAY)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    bomb = with_part(REAL["roster"](tmp_path / "one"), SHEET, lambda held: b"<!DOCTYPE x>" + held)
    odd = with_part(
        REAL["roster"](tmp_path / "two"),
        SHEET,
        lambda held: with_odd_cell(held, "B6", "long whole number", 1),
    )
    before: list[list[str]] = []

    def drive(window: MainWindow) -> None:
        before.append(held(data))
        keyboard.press(key_of_page(window, "data"), ctrl=True)
        (page,) = window.findChildren(DataPage)
        choose_file(bomb)
        press(Qt.Key.Key_O, CTRL)
        assert "damaged" in window.banner.text
        (panel,) = page.findChildren(RosterPanel)
        drop(panel, odd)
        assert window.banner.text == "花名册.xlsx: 1 problem, nothing was imported."
        told = find(window.banner, QPlainTextEdit, "bannerProblems").toPlainText()
        assert told.startswith("sheet “花名册”, cell B6  “999")
        assert len(told) < 300
        assert held(data) == before[0]

    assert run_main(drive, "--data", str(data), "--lang", "en") == 0
