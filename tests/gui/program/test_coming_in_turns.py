"""Who goes to a page right after the start waits for its code with the window alive."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from tests.offscreen import go_offscreen
go_offscreen()
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from inspector.__main__ import main
from inspector.gui.program import ahead, built_ahead

ahead.AFTER = built_ahead.REST = 1_000_000_000  # nothing is there before it is asked for
PLAIN, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

def press(key, held=PLAIN):
    QTest.keyClick(QApplication.focusWidget(), key, held)

def click(window, widget):
    place = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, PLAIN, place)

def goes_to(window, name):
    before = window.page
    while window.page is before:
        assert before.isVisible()
        QCoreApplication.processEvents()
    assert window.page.objectName() == name, window.page.objectName()

def drive(*_):
    from inspector.gui.frame.main_window import MainWindow
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    inspect = window.page

    press("4", CTRL)
    assert window.page is inspect
    assert "inspector.gui.summary.summary_board" not in sys.modules
    press(Qt.Key.Key_Control, CTRL)  # nothing yet
    pressed = []
    button = next(each for each in inspect.findChildren(QPushButton) if each.isVisible())
    button.pressed.connect(lambda: pressed.append(button))
    click(window, button)  # of what goes
    assert not pressed
    assert window.page is inspect
    goes_to(window, "summaryPage")
    assert window.page.board.isVisible()

    click(window, window.findChild(QWidget, "rail-inspect"))
    press("4", CTRL)
    click(window, window.findChild(QWidget, "rail-inspect"))  # which stays
    assert window.page is inspect
    press("2", CTRL)
    press("?")  # a key is for the page that comes
    assert window.page.objectName() == "meetingPage"
    press(Qt.Key.Key_Escape)

    press("3", CTRL)
    window.show_page("inspect")  # who is led elsewhere is there
    assert window.page is inspect
    press("3", CTRL)
    goes_to(window, "rectifyPage") if window.page is inspect else None

    press("1", CTRL)
    window.session.complaints_wanted.emit()  # what is gone into comes so as well
    assert window.page is inspect
    goes_to(window, "complaintsPage")
    press(Qt.Key.Key_Escape)
    assert window.page is inspect

    inspect.show_new()
    assert inspect.tables() == inspect.start.tables()
    while inspect.tables() == inspect.start.tables():
        QCoreApplication.processEvents()
    assert inspect.new.isVisible()
    press(Qt.Key.Key_Escape)

    press("5", CTRL)
    goes_to(window, "dataPage")
    data = window.page
    press("2", Qt.KeyboardModifier.AltModifier)
    press("?")  # for the tab that comes
    assert data.panel("packs").isVisible()
    press(Qt.Key.Key_Escape)
    press("1", CTRL)

    window.session.plan_wanted.emit()  # and the window is closed meanwhile
    window.close()
    for _ in range(100):
        QCoreApplication.processEvents()
    assert window.page is inspect
    return 0

QApplication.exec = drive
sys.exit(main(["--data", sys.argv[1], "--lang", "en"]))
"""


@pytest.mark.ci
def test_the_page_before_stands_until_the_code_is_there(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "data")],
        check=False, timeout=300, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
