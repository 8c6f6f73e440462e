"""A window stays open overnight: in the morning its pages count by the new day."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from inspector.domain.finding.ledger_view import Quick
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.program import built_ahead, new_day
from inspector.gui.program.new_day import NewDay
from inspector.gui.rectify.ledger_page import RectifyPage
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.hall import write_hall
from tests.gui.program.ahead_of_window import wait_until_built
from tests.gui.waiting import wait_for
from tests.written_once import Written

DUE, OVERDUE = 2, 3
"""Places among the figures of a meeting."""

AtHall = Callable[[Callable[[MainWindow], None]], None]


@pytest.fixture
def at_hall(run_main: RunMain, copied: Written) -> AtHall:
    """Return a function that opens a hall in the morning: one finding is due, one overdue."""
    hall = copied(write_hall)

    def open_and_work(work: Callable[[MainWindow], None]) -> None:
        def drive(window: MainWindow) -> None:
            work(window)
            window.close()

        assert run_main(drive, "--data", str(hall), "--lang", "en") == 0

    return open_and_work


def sleep_until_tomorrow(window: MainWindow) -> None:
    """Close the lid for a day: the clock goes on, and no timer does."""
    workspace = window.session.workspace
    now = workspace.now
    workspace.now = lambda: now() + timedelta(days=1)


def figures(window: MainWindow) -> list[int]:
    page = window.page_of("meeting")
    assert isinstance(page, MeetingPage)
    return page.opening.agenda.figures.counts


def overdue(window: MainWindow) -> list[int]:
    """Return a list whose last is what the ledger says is overdue."""
    page, heard = window.page_of("rectify"), list[int]()
    assert isinstance(page, RectifyPage)
    page.query.counted.connect(lambda counts: heard.append(counts[Quick.OVERDUE]))
    return heard


def test_pages_that_were_read_the_day_before_are_read_again(
    at_hall: AtHall, keyboard: Keyboard
) -> None:
    def work(window: MainWindow) -> None:
        heard = overdue(window)
        keyboard.press("2", ctrl=True)
        due, late = figures(window)[DUE : OVERDUE + 1]
        assert due
        keyboard.press("3", ctrl=True)
        wait_for(lambda: heard)  # its first look comes in a step of its own
        assert heard[-1] == late
        keyboard.press("1", ctrl=True)
        sleep_until_tomorrow(window)
        keyboard.press("2", ctrl=True)
        assert figures(window)[OVERDUE] == late + due
        keyboard.press("3", ctrl=True)
        assert heard[-1] == late + due

    at_hall(work)


def test_the_page_in_front_hears_of_it_too(at_hall: AtHall, keyboard: Keyboard) -> None:
    def work(window: MainWindow) -> None:
        keyboard.press("2", ctrl=True)
        due, late = figures(window)[DUE : OVERDUE + 1]
        sleep_until_tomorrow(window)
        assert figures(window)[OVERDUE] == late
        new = window.findChild(NewDay)
        assert isinstance(new, NewDay)
        new._timer.start(0)
        wait_for(lambda: figures(window)[OVERDUE] == late + due)
        assert 0 < new._timer.interval() <= new_day.LOOK_AGAIN_AFTER

    at_hall(work)


def test_a_page_read_ahead_is_not_of_the_day_before(
    at_hall: AtHall, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built_ahead, "REST", 0)
    monkeypatch.setattr(built_ahead, "BETWEEN", 0)

    def work(window: MainWindow) -> None:
        wait_until_built(window)
        due, late = figures(window)[DUE : OVERDUE + 1]
        assert due
        sleep_until_tomorrow(window)
        keyboard.press("2", ctrl=True)
        assert figures(window)[OVERDUE] == late + due

    at_hall(work)


@pytest.mark.parametrize(
    ("now", "milliseconds"), [("23:59:59", 1_001), ("00:00:00", 86_400_001), ("23:59:59.9996", 1)]
)
def test_the_next_look_is_not_before_midnight(now: str, milliseconds: int) -> None:
    moment = datetime.fromisoformat(f"2026-11-30T{now}")
    assert new_day._until_midnight(moment) == milliseconds
