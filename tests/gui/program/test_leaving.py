"""The window is not closed by the way while something long runs: closed once more, it is."""

from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QPushButton

from inspector.gui.jobs.runner import Job
from inspector.gui.jobs.task import Hear
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import wait_for


@pytest.mark.ci
@pytest.mark.parametrize("by_frame", [False, True])
@at_the_window
def test_what_runs_is_told_before_it_is_left(person: Person, by_frame: bool) -> None:
    window = person.window
    runner = window.session.runner
    may_end = Event()

    def work(hear: Hear) -> None:
        while not may_end.wait(0.01):
            hear(1, 2)

    def close() -> None:
        if by_frame:
            QCoreApplication.sendEvent(window.windowHandle(), QCloseEvent())
        else:
            person.press("q", ctrl=True)

    job = Job("Archiving the period…", work, lambda _: None)
    assert runner.run(job)
    close()
    assert window.isVisible()
    assert person.banner.startswith("Still under way: Archiving the period…")
    assert "quit once more" in person.banner
    stay = person.find(QPushButton, "bannerClose", window.banner)
    assert stay.text() == "Do not quit"
    stay.click()
    assert not window.banner.isVisible()
    close()  # asked anew
    assert window.isVisible()
    assert "quit once more" in person.banner
    may_end.set()
    wait_for(lambda: runner.is_free)
    may_end.clear()
    assert runner.run(job)  # another one is told anew
    close()
    assert window.isVisible()
    close()
    assert not window.isVisible()
    assert runner.is_free
