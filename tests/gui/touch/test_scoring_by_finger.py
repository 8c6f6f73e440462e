"""Scoring in touch mode: where its parts stand, and that nothing is judged but by a tap."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import LEAST_TARGET
from inspector.gui.touch.touch_mode import OFF, ON, choose_touch
from inspector.gui.visits.parts.verdict_segment import VerdictButton
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from tests.gui.commands.views import VIEWS, start
from tests.gui.looks import settle
from tests.gui.touch.conftest import WithFinger
from tests.gui.touch.finger import Finger

SCREENS = (1366, 768), (911, 512), (683, 384), (768, 1366)
"""Pixels: a laptop at 100, 150 and 200 %, and one held upright."""


def scoring_of(window: MainWindow) -> ScoringPage:
    """The page of a visit that goes on, at its fourth row."""
    VIEWS["scoring"](window)
    page = start(window)
    VIEWS["scoring"](window)
    return page.scoring


def place(page: ScoringPage, widget: QWidget) -> QRect:
    """Where a widget is on the page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def verdict(page: ScoringPage, name: str) -> VerdictButton:
    """The large button of a verdict."""
    return next(e for e in page.panel.findChildren(VerdictButton, name) if e.isVisible())


def standing(page: ScoringPage) -> tuple[str, int, int]:
    """Where one is: the window, its row, the row of the item."""
    return page.card.id, page.cards.currentIndex().row(), page.items.currentIndex().row()


@pytest.mark.parametrize(
    "sizes", [SCREENS[3:], pytest.param(SCREENS, marks=pytest.mark.ci)], ids=["some", "all"]
)
def test_the_page_is_laid_out_for_a_finger_and_back(
    with_finger: WithFinger, sizes: tuple[tuple[int, int], ...]
) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        window.resize(1366, 768)
        page = scoring_of(window)
        page.items.go_to(5)
        parts = (page.cards, page.items, page.panel)
        before, here = [place(page, each) for each in parts], standing(page)
        for size in sizes:
            choose_touch(ON)
            window.resize(*size)
            settle()
            cards, items, panel = (place(page, each) for each in parts)
            assert standing(page) == here
            assert cards.bottom() <= items.top()  # the windows lie in the head
            assert page.cards.visualRect(page.cards.currentIndex()).height() >= LEAST_TARGET
            if size[1] > size[0]:
                assert panel.top() >= items.bottom()
            else:
                assert panel.left() >= items.right()
            assert page.rect().contains(panel)
            assert page.items.visualRect(page.items.currentIndex()).height() >= LEAST_TARGET
            given = page.panel.findChildren(VerdictButton)
            shown = [each for each in given if each.isVisible()]
            assert len(shown) == 6
            assert all(e.height() >= LEAST_TARGET and e.width() >= LEAST_TARGET for e in shown)
            assert all(page.panel.rect().contains(place(page, e).translated(-panel.topLeft()))
                       for e in shown)  # fmt: skip
            window.resize(1366, 768)
            choose_touch(OFF)
            settle()
            assert [place(page, each) for each in parts] == before
            assert standing(page) == here

    with_finger(work)


@pytest.mark.ci
def test_only_a_tap_judges_and_only_once(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        choose_touch(ON)
        settle()
        page = scoring_of(window)
        sheet = page.scoring
        page.acts.next_unanswered()

        def answered() -> int:
            return sheet.sheet.total_progress().done

        before, here = answered(), standing(page)
        for name in ("pass", "deduct"):
            for way in (QPoint(0, -160), QPoint(-160, 0), QPoint(3, 120)):
                finger.drag(verdict(page, name), way)
        current = page.items.visualRect(page.items.currentIndex()).center()
        finger.drag(page.items.viewport(), QPoint(0, -80), current)
        finger.drag(page.cards.viewport(), QPoint(-80, 0))
        assert (answered(), standing(page)) == (before, here)

        finger.tap_twice(verdict(page, "pass"))
        assert answered() == before + 1
        finger.tap(verdict(page, "deduct"))  # with its phrases, its count and the photo in sight
        phrase = next(e for e in page.panel.findChildren(QWidget, "choices-1") if e.isVisible())
        assert not phrase.visibleRegion().isEmpty()
        finger.tap(phrase)
        for name in ("more", "more", "fewer"):
            finger.tap(next(iter(page.panel.findChildren(QWidget, name))))
        answer = page.position.shown()
        assert answer is not None
        assert answer.answer is not None
        assert answer.answer.count == 2
        assert answer.answer.phrases

        card = page.card.id
        row = page.cards.currentIndex().row()
        other = page.cards.visualRect(page.cards.model().index(row - 1, 0))
        finger.tap(page.cards.viewport(), other.center())
        assert page.card.id != card
        menu = finger.press_long(page.cards.viewport(), other.center())
        menu.close()

    with_finger(work)


@pytest.mark.ci
def test_what_is_missing_is_told_without_keys(with_finger: WithFinger) -> None:
    def work(window: MainWindow, finger: Finger) -> None:
        window.resize(1366, 768)
        page = scoring_of(window)
        choose_touch(ON)
        settle()
        page.commands["complete"].trigger()
        QApplication.processEvents()
        keys = page.findChild(QLabel, "obstacleKeys")
        assert keys is not None
        assert keys.isVisible()
        assert "↵" not in keys.text()
        choose_touch(OFF)

    with_finger(work)
