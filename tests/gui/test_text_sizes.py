"""字号: what is chosen holds at once, for all that is drawn, and nothing is cut for it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import measures
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import VIEWS
from tests.gui.looks import LAPTOP, cut, settle
from tests.written_once import Written


def choose(window: MainWindow, size: str) -> None:
    """Choose a size among the preferences, by key."""
    VIEWS["preferences"](window)
    box = window.page.findChild(QComboBox, "preference-text_size")
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(size)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == size
    settle()


@pytest.mark.ci
def test_a_size_holds_at_once_and_nothing_is_cut(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")
    faults: list[str] = []
    drawn: dict[str, tuple[int, int, int, int]] = {}

    def drive(window: MainWindow) -> None:
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(LAPTOP)
        for size in ("usual", "large", "largest", "usual"):
            choose(window, size)
            VIEWS["roster"](window)
            settle()
            table = window.page.findChild(QTableView, "windows")
            assert isinstance(table, QTableView)
            looks = (
                QApplication.font().pixelSize(), table.font().pixelSize(),
                table.rowHeight(0), window.rail.width(),
            )  # fmt: skip
            assert drawn.setdefault(size, looks) == looks  # as before, back again
            if size != "largest":
                continue
            for name, go in VIEWS.items():
                go(window)
                settle()
                faults.extend(f"{name}: {fault}" for fault in cut(window))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert drawn == {
        "usual": (14, 14, 36, 72), "large": (16, 16, 41, 82), "largest": (18, 18, 46, 93),
    }  # fmt: skip
    assert measures().factor == 1
    assert not faults, "\n".join(faults)
