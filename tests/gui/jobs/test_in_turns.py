"""What comes in turns says so where it takes long; what nobody waits for stands aside for it."""

import time
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector.gui.jobs import in_turns
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.jobs.runner import Runner
from inspector.gui.jobs.task import Hear, Outcome
from tests.gui.waiting import wait_for


@pytest.fixture(autouse=True)
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_turns, "AT_ONCE", False)


def words(old: QWidget) -> list[QLabel]:
    return [each for each in old.findChildren(QLabel, "comingWord") if each.isVisible()]


@pytest.fixture
def old(qapp: QApplication) -> Iterator[QWidget]:
    """What stands in front until something else has come."""
    made = QWidget()
    made.resize(400, 300)
    made.show()
    yield made
    made.deleteLater()


def test_what_is_slow_says_that_it_comes(old: QWidget) -> None:
    came = list[int]()

    def until_said() -> Iterator[None]:
        while not words(old):
            yield
        came.append(old.rect().contains(words(old)[0].geometry()))
        yield

    InTurns(old).do(until_said(), lambda: came.append(len(words(old))))
    while len(came) < 2:
        QApplication.processEvents()
    assert came == [True, 0]


def test_what_is_dropped_says_nothing_more(old: QWidget) -> None:
    def never() -> Iterator[None]:
        while True:
            yield

    coming = InTurns(old)
    coming.do(never(), lambda: None)
    while not words(old):
        QApplication.processEvents()
    coming.drop()
    assert not words(old)


def test_what_came_is_awaited_until_it_is_painted(
    old: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(lambda: not InTurns.is_awaited())
    monkeypatch.setattr(in_turns, "PAINTING", 3600)
    InTurns(old).do(iter([None]), lambda: None)
    assert InTurns.is_awaited()
    wait_for(lambda: not InTurns.under_way)
    assert InTurns.is_awaited()
    monkeypatch.setattr(in_turns, "PAINTING", 0)
    assert not InTurns.is_awaited()


def test_what_nobody_asked_for_stands_aside_while_somebody_waits_for_a_page(old: QWidget) -> None:
    runner, has_begun, heard = Runner(old), Event(), list[float]()

    def never() -> Iterator[None]:
        while True:
            yield

    def work(hear: Hear) -> None:
        has_begun.set()
        hear(1, 2)
        heard.append(time.monotonic())

    coming = InTurns(old)
    coming.do(never(), lambda: None)
    task = runner.beside(work)
    assert task is not None
    assert has_begun.wait(60)
    begun = time.monotonic()
    wait_for(lambda: time.monotonic() - begun > 0.3)
    assert not heard
    coming.drop()
    over = time.monotonic()
    wait_for(lambda: heard)
    assert heard[0] >= over
    runner.close()


def test_what_stands_aside_ends_when_the_window_closes(old: QWidget) -> None:
    def never() -> Iterator[None]:
        while True:
            yield

    coming, runner = InTurns(old), Runner(old)
    coming.do(never(), lambda: None)
    task = runner.beside(lambda hear: hear(1, 2))
    runner.close()
    assert task is not None
    assert task.outcome is Outcome.STOPPED
    coming.drop()
