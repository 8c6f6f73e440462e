"""Turning to the pages of the rail, and narrowing the ledger.

Run on a copy of a data folder, as a process of its own.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.storage.files.folder_layout import DATABASE_FILE
from tests.bench.at_window import PAUSE, BarePages, paint, press, settle, window_on
from tests.bench.measure import Cost, cost, last_percent, middle, quick_cost
from tests.bench.process import say_rows
from tests.bench.statements import Statements
from tests.bench.table import Limit, Row, timed_row

LIMIT = 50
"""Milliseconds."""

PAGES = "23451"
CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = "未起身迎接"


def main(folder: str, size: str, rounds: str) -> int:
    """Say the rows of pages; return 0."""
    database = Path(folder) / DATABASE_FILE
    with Statements() as asked, window_on(Path(folder)) as (window, _):
        press(window, "3", CTRL)
        _page(window).show_now()
        asked.forget()
        for letter in TYPED:
            _typed(window, letter)
        replay = asked.replay(database)
    with window_on(Path(folder)) as (window, _):
        rows = _pages(window, int(size), int(rounds))
        press(window, "3", CTRL)
        rows += _ledger(window, int(size), int(rounds), replay)
        say_rows(rows)
    return 0


def _pages(window: MainWindow, size: int, rounds: int) -> list[Row]:
    bare = BarePages(window)
    first: list[Cost] = []
    for key in PAGES[:-1]:
        before = window.page
        first.append(quick_cost(partial(press, window, key, CTRL)))
        assert window.page is not before
        settle(window)
    ours: list[Cost] = []
    reference: list[Cost] = []
    for number in range(max(rounds // len(PAGES), 1) * len(PAGES)):
        QTest.qWait(PAUSE)
        ours.append(quick_cost(partial(press, window, PAGES[number % len(PAGES)], CTRL)))
        reference.append(quick_cost(bare.turn))
        if window.page.objectName() == "summaryPage":
            settle(window)  # what it read beside the window is shown outside the measure
    bare.close()
    turned, slowest = middle(reference), max(first, key=lambda each: each.wall)
    limit = Limit(LIMIT)
    return [
        timed_row("page, the slowest first time", size, slowest, turned, is_flat=True),
        timed_row("page change, p50", size, middle(ours), turned, limit, True),
        timed_row(
            "page change, p99", size, last_percent(ours), last_percent(reference), limit, True
        ),
    ]


def _ledger(window: MainWindow, size: int, rounds: int, replay: Callable[[], None]) -> list[Row]:
    """Type into the search field, each letter until the rows it leaves are painted."""
    ours: list[Cost] = []
    reference: list[Cost] = []
    while len(ours) < rounds:
        _page(window).search.clear()
        _page(window).show_now()
        settle(window)
        for letter in TYPED:
            _page(window).show_now()
            ours.append(quick_cost(partial(_typed, window, letter)))
            each = cost(replay)
            reference.append(Cost(each.wall / len(TYPED), each.cpu / len(TYPED)))
    limit, name = Limit(LIMIT), "ledger filter keystroke"
    return [
        timed_row(f"{name}, p50", size, middle(ours), middle(reference), limit, True),
        timed_row(f"{name}, p99", size, last_percent(ours), last_percent(reference), limit, True),
    ]


def _page(window: MainWindow) -> RectifyPage:
    page = window.page
    assert isinstance(page, RectifyPage)
    return page


def _typed(window: MainWindow, letter: str) -> None:
    """Type a letter and leave the field: the rows are looked for at once, and painted.

    How many rows the other quick filters would show is counted beside the window, meanwhile.
    """
    page = _page(window)
    page.search.insert(letter)
    page.search.left.emit()
    QApplication.processEvents()
    paint(window)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
