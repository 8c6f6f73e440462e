"""A page that comes to the front is filled in one step of the loop, and painted in another."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.jobs import task
from inspector.gui.jobs.late_painting import do_later, once_painted, paint_later, painted_soon
from inspector.gui.jobs.runner import Job, Runner
from inspector.gui.jobs.task import Hear
from tests.conftest import RunMain
from tests.gui.commands.views import CTRL, press
from tests.gui.painted import Painted
from tests.gui.waiting import LONGEST, wait_for


def test_a_page_is_painted_behind_the_keys_that_wait(run_main: RunMain, tmp_path: Path) -> None:
    def drive(window: MainWindow) -> None:
        page = window.page_of("data")
        list(window.pieces_of("data"))  # what lays it out takes a picture of a pixel
        look = Painted(page)
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
        look = Painted(page)
        press("5", CTRL)
        painted = painted_soon(window)
        QCoreApplication.sendPostedEvents()
        assert not painted.is_set()
        wait_for(painted.is_set)
        assert look.times > 0
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "data")) == 0


def test_a_part_of_what_is_held_is_painted_a_step_later(qapp: QApplication) -> None:
    whole, painted = QWidget(), list[str]()
    whole.resize(80, 80)
    part = QWidget(whole)
    part.resize(40, 40)
    whole.show()
    looks = Painted(whole), Painted(part)
    wait_for(lambda: all(look.times for look in looks))
    looks[0].times = looks[1].times = 0
    do_later(whole, lambda: paint_later(part))  # filled in the step after the whole was
    paint_later(whole)
    once_painted(whole, lambda: painted.append("both"))
    assert not whole.updatesEnabled()
    wait_for(lambda: painted)
    assert all(look.times for look in looks)
    assert part.updatesEnabled()
    whole.close()


def test_what_is_done_later_lets_keys_come_first(qapp: QApplication) -> None:
    owner, done = QObject(), list[str]()
    do_later(owner, lambda: done.append("it"))
    QCoreApplication.sendPostedEvents()  # all that comes before the loop looks for keys
    assert done == []
    wait_for(lambda: done)
    assert not owner.children()


def test_a_job_waits_at_its_next_word_until_its_line_is_painted(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a thread that works each cell of a table would wait for Python."""
    monkeypatch.setattr(task, "LONGEST", LONGEST / 1000)
    owner, said = QObject(), list[int]()
    runner = Runner(owner)

    def work(hear: Hear) -> None:
        while True:
            hear(0, 0)
            said.append(1)

    runner.run(Job(said="", work=work, done=lambda _: None))
    wait_for(lambda: said)
    runner.let_paint()
    before = len(said)
    time.sleep(0.05)  # the loop does not come round, and nothing is painted
    assert len(said) <= before + 1
    wait_for(lambda: len(said) > before + 1)
    runner.let_paint()
    runner.close()  # nor does the end wait for what is not painted any more
