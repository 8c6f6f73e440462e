"""What comes in turns says so where it takes long, and takes the word away with it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector.gui.jobs import in_turns
from inspector.gui.jobs.in_turns import InTurns


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
