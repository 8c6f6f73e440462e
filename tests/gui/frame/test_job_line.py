"""The line of what is under way: a long name gives way to the screen."""

from threading import Event

import pytest
from PySide6.QtWidgets import QLabel

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
