"""Beside the ledger a finding is laid out when it is painted: no line is crushed for a moment."""

import shutil
from datetime import date
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.steps.step_buttons import StepButtons
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import CTRL, press
from tests.gui.looks import LANGUAGES, LAPTOP, SCALED, lines_short
from tests.gui.painted import Painted
from tests.gui.waiting import LONGEST, rest, wait_for
from tests.written_once import Written

FINDINGS = 12


class _AtPaint(Painted):
    """Looks at a widget each time that it is painted."""

    def __init__(self, widget: QWidget, foot: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._foot = widget, foot
        self.crushed: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.crushed += lines_short(self._widget)
            room = self._foot.parentWidget()
            if room is not None and self._foot.geometry().bottom() >= room.height():
                self.crushed.append("the buttons are cut")
        return super().eventFilter(watched, event)


@pytest.mark.ci
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_crushed_when_a_finding_is_painted(
    run_main: RunMain, written: Written, tmp_path: Path, language: str
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")

    def drive(window: MainWindow) -> None:
        window.showNormal()
        page = window.show_page("rectify")
        assert isinstance(page, RectifyPage)
        inside = page.side.panel.widget()
        assert inside is not None
        foot = page.side.findChild(StepButtons)
        assert foot is not None
        look = _AtPaint(inside, foot)
        _walk(window, page, LAPTOP, ())
        assert look.times >= FINDINGS
        _walk(window, page, SCALED, (Qt.Key.Key_Return, Qt.Key.Key_Escape))
        window.close()
        assert look.times >= 2 * FINDINGS
        assert not look.crushed, "\n".join(look.crushed)

    assert run_main(drive, "--data", str(folder), "--lang", language) == 0


def _walk(
    window: MainWindow, page: RectifyPage, size: QSize, to_and_fro: tuple[Qt.Key, ...]
) -> None:
    """Go down the ledger; on a small screen a finding comes to the front by a key."""
    window.resize(size)
    page.enter()
    for _ in range(FINDINGS):
        page.show_now()
        rest(10)
        for key in to_and_fro:
            press(key)
            rest(10)
        press(Qt.Key.Key_Down)


def test_the_first_look_is_filled_in_steps_of_their_own_but_before_a_key(
    run_main: RunMain, written: Written, tmp_path: Path
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")

    def drive(window: MainWindow) -> None:
        page = window.page_of("rectify")
        assert isinstance(page, RectifyPage)
        gate = Event()
        page.query._work.do(lambda: gate.wait(LONGEST / 1000), lambda _: None)
        press("3", CTRL)
        QCoreApplication.sendPostedEvents()  # all that comes before the loop looks for keys
        assert page.isVisible()
        assert not page.model.ids
        Timer(0.2, gate.set).start()
        press("a", CTRL)  # who is in a hurry
        assert page.model.marked == len(page.model.ids) > 0
        painted = Painted(page.table.viewport())
        wait_for(lambda: painted.times)
        window.close()

    assert run_main(drive, "--data", str(folder)) == 0
