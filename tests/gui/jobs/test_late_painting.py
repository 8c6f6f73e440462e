"""A page that comes to the front is filled in one step of the loop, and painted in another."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs.late_painting import do_later, painted_soon
from tests.conftest import RunMain
from tests.gui.commands.views import CTRL, press
from tests.gui.waiting import wait_for


class _Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


def test_a_page_is_painted_behind_the_keys_that_wait(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        page = window.page_of("data")
        look = _Painted(page)
        press("5", CTRL)
        assert window.page is page
        assert page.isVisible()
        QCoreApplication.sendPostedEvents()  # all that comes before the loop looks for keys
        assert look.times == 0
        assert not page.updatesEnabled()
        press("1", CTRL)  # who is in a hurry
        press("5", CTRL)
        wait_for(lambda: look.times > 0)
        assert page.updatesEnabled()
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data")) == 0


def test_a_thread_waits_for_the_window_to_be_painted(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        page = window.page_of("data")
        look = _Painted(page)
        press("5", CTRL)
        painted = painted_soon(window)
        QCoreApplication.sendPostedEvents()
        assert not painted.is_set()
        wait_for(painted.is_set)
        assert look.times > 0
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data")) == 0


def test_what_is_done_later_lets_keys_come_first(qapp: QApplication) -> None:
    owner, done = QObject(), list[str]()
    do_later(owner, lambda: done.append("it"))
    QCoreApplication.sendPostedEvents()  # all that comes before the loop looks for keys
    assert done == []
    wait_for(lambda: done)
    assert not owner.children()
