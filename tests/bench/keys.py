"""Scoring: from a verdict's key to its row committed and painted; from window to window.

Run on a copy of a data folder, as a process of its own: it makes a visit and scores it.
"""

import sqlite3
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.visits.visits_page import InspectPage
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.bench.at_window import PAUSE, BarePages, paint, press, settle, window_on
from tests.bench.measure import Cost, last_percent, middle, quick_cost
from tests.bench.process import say_rows
from tests.bench.table import Limit, Row, timed_row

KEY_LIMIT = 16
"""Milliseconds: a frame."""

TURN_LIMIT = 50


def main(folder: str, size: str, rounds: str) -> int:
    """Say the rows of keys while scoring; return 0."""
    with window_on(Path(folder)) as (window, workspace):
        page = window.page
        assert isinstance(page, InspectPage)
        visit = _begin(workspace)
        first = quick_cost(partial(_open, page, visit))
        settle(window)
        rows = [timed_row("visit opened, first time", int(size), first, None, is_flat=True)]
        with _BareAnswers(Path(folder).with_name("bare.db")) as bare:
            rows += _verdicts(page, bare, int(size), int(rounds))
        rows += _turns(page, int(size), max(int(rounds) // 2, 1))
        say_rows(rows)
    return 0


def _begin(workspace: Workspace) -> str:
    """Start a visit of the site with the most windows; return it."""
    site = max(workspace.rosters.sites(), key=lambda each: len(workspace.rosters.windows(each.id)))
    pack = workspace.packs.suggest(site)
    assert pack is not None
    windows = workspace.rosters.windows(site.id)
    duties = [Duty(each, each.staff[0] if each.staff else None) for each in windows]
    kind = InspectionKind.OPEN
    visit, _ = workspace.inspections.start(site, kind, ["甲"], pack.id, duties, False)
    return visit


def _open(page: InspectPage, visit: str) -> None:
    page.resume(visit)
    _paint(page)


def _paint(page: InspectPage) -> None:
    paint(page.window())


def _verdicts(page: InspectPage, bare: "_BareAnswers", size: int, rounds: int) -> list[Row]:
    scoring, window = page.scoring, page.window()
    ours: list[Cost] = []
    reference: list[Cost] = []
    while len(ours) < rounds and not _is_answered(page):
        for _ in range(scoring.model.rowCount()):  # titles of categories are rows, too
            if len(ours) == rounds or _is_answered(page):
                break
            QTest.qWait(PAUSE)
            ours.append(quick_cost(partial(press, window, Qt.Key.Key_1)))
            reference.append(quick_cost(bare.commit))
        press(window, Qt.Key.Key_PageDown)
    return [
        timed_row(
            "verdict key, p50", size, middle(ours), middle(reference), Limit(KEY_LIMIT), True
        ),
        timed_row(
            "verdict key, p99", size, last_percent(ours), last_percent(reference),
            Limit(KEY_LIMIT), True,
        ),
    ]  # fmt: skip


def _is_answered(page: InspectPage) -> bool:
    entry = page.scoring.position.entry()
    return entry is not None and entry.answer is not None


def _turns(page: InspectPage, size: int, rounds: int) -> list[Row]:
    window = page.window()
    pages = BarePages(window)
    ours: list[Cost] = []
    reference: list[Cost] = []
    cards = page.scoring.scoring.sheet.scorecards
    key = Qt.Key.Key_PageDown
    for _ in range(rounds):
        QTest.qWait(PAUSE)
        if page.scoring.card.id in (cards[0].id, cards[-1].id):  # there and back again
            at_start = page.scoring.card.id == cards[0].id
            key = Qt.Key.Key_PageDown if at_start else Qt.Key.Key_PageUp
        ours.append(quick_cost(partial(press, window, key)))
        reference.append(quick_cost(pages.turn))
    pages.close()
    name = "window change (PgDn)"
    return [
        timed_row(
            f"{name}, p50", size, middle(ours), middle(reference), Limit(TURN_LIMIT), True
        ),
        timed_row(
            f"{name}, p99", size, last_percent(ours), last_percent(reference),
            Limit(TURN_LIMIT), True,
        ),
    ]  # fmt: skip


class _BareAnswers:
    """The same row into a table like ours, by nothing but SQLite, on disk when it returns."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute(
            "CREATE TABLE answer (scorecard INTEGER, item TEXT, verdict TEXT, count INTEGER,"
            " option INTEGER, measured INTEGER, samples TEXT, phrases TEXT, note TEXT,"
            " praised INTEGER, correction TEXT, PRIMARY KEY (scorecard, item)) STRICT,"
            " WITHOUT ROWID"
        )
        self._number = 0

    def __enter__(self) -> "_BareAnswers":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def commit(self) -> None:
        self._number += 1
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(
            "INSERT INTO answer VALUES (?, ?, 'pass', 0, NULL, NULL, NULL, NULL, '', 0, NULL)",
            (self._number // 60, f"item-{self._number % 60}"),
        )
        self._connection.execute("COMMIT")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
