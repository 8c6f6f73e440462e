"""The line of what is under way: a long name gives way to the screen."""

from threading import Event

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.gui.frame.main_window import LEAST_SIZE
from inspector.gui.jobs.runner import Job
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import wait_for


@pytest.mark.ci
@at_the_window
def test_the_name_of_a_file_does_not_widen_the_window(person: Person) -> None:
    window = person.window
    window.resize(LEAST_SIZE)
    may_end = Event()

    def work(hear: object) -> None:
        may_end.wait(30)

    runner = window.session.runner
    assert runner.run(Job(f"正在读取“{'滨江新区政务服务中心' * 9}.inspx”…", work, lambda _: None))
    said = person.find(QLabel, "writingProgress", window)
    wait_for(said.isVisible)
    assert window.minimumSizeHint().width() <= LEAST_SIZE.width()
    assert said.text().endswith(".inspx”…")
    may_end.set()
    wait_for(lambda: runner.is_free)


@at_the_window
def test_what_was_written_last_stays_in_reach_when_the_page_is_turned(person: Person) -> None:
    window, path = person.window, person.folder / "整改台账.xlsx"
    session = window.session
    away = person.find(QPushButton, "writtenAway", window)
    said = person.find(QLabel, "writingProgress", window)
    session.told.emit(f"Written: {path}", str(path))
    assert not away.isVisible()  # the banner says it
    person.turn_to("data")
    assert not window.banner.isVisible()
    assert away.isVisible()
    assert said.text() == f"Written: {path}"
    assert person.find(QPushButton, "writtenFolder", window).isVisible()
    assert not person.find(QPushButton, "stopWriting", window).isVisible()
    session.told.emit("Something else.", "")
    assert not away.isVisible()
    person.turn_to("rectify")
    assert away.isVisible()
    person.click("writtenAway", window)
    assert not said.isVisible()
    person.turn_to("data")
    assert not said.isVisible()  # it was put away

    session.told.emit(f"Written: {path}", str(path))
    person.click("bannerClose", window.banner)
    assert not away.isVisible()
    session.told.emit(f"Written: {path}", str(path))
    person.turn_to("rectify")
    may_end = Event()
    runner = session.runner
    assert runner.run(Job("Reading…", lambda hear: may_end.wait(30), lambda _: None))
    assert not away.isVisible()
    wait_for(said.isVisible)
    assert person.find(QPushButton, "stopWriting", window).isVisible()
    may_end.set()
    wait_for(lambda: runner.is_free)
    assert not said.isVisible()
