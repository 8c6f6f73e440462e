"""A double click opens and never judges: on no row of any list does it write anything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QTableView

from inspector.gui.frame.main_window import MainWindow
from tests.gui.commands.conftest import EVERY, Look
from tests.gui.commands.test_tab_round import is_under_something
from tests.gui.visits.disk import Disk
from tests.workspace.visiting import dump

MEANT = {
    "movePlaces": "a click moves the photo there",
}
"""Lists of which a click, or a double click, does something, and what."""

OF_BEFORE = {("writing", "cards")}
"""What was being written is kept when one goes to another window."""

KEPT_IN_PASSING = ('INSERT INTO "draft"', 'INSERT INTO "setting"', 'INSERT INTO "inspection" ')
"""What is not said yet, and where one was: a visit knows its window."""

BACKUPS = "backups"
"""The day's backup is written beside the window, whenever the machine finds the time."""


@pytest.mark.ci  # every list of every page: half a minute
def test_a_double_click_on_a_row_writes_nothing(
    walk: Callable[[str, Look], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*_: object, **__: object) -> str:
        asked.append("folder")
        return ""

    def ask_for_file(*_: object, **__: object) -> tuple[str, str]:
        return ask(), ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    for dialog in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, dialog, ask_for_file)
    clicked: set[str] = set()
    wrong: dict[tuple[str, str], list[object]] = {}
    data = tmp_path / "zh_CN"

    def look(name: str, window: MainWindow) -> None:
        for view in _lists(window):
            for where in _ends(view):
                if not view.isVisible():
                    break  # the click before has opened something in its place
                before = _written(data)
                left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
                for click in (QTest.mouseClick, QTest.mouseDClick):
                    click(view.viewport(), left, none, where)
                QApplication.processEvents()
                clicked.add(view.objectName())
                change = _changed(before, _written(data))
                if change or asked:
                    wrong[name, view.objectName()] = change
                asked.clear()
            EVERY[name](window)  # what the double click opened is left again
            QApplication.processEvents()

    walk("zh_CN", look)
    faults = wrong.items()
    assert {e: w for e, w in faults if e not in OF_BEFORE and e[1] not in MEANT} == {}
    assert len(clicked) > 25


def _lists(window: MainWindow) -> Iterator[QAbstractItemView]:
    for view in window.findChildren(QAbstractItemView):
        if not view.visibleRegion().isEmpty() and not is_under_something(view, window):
            yield view


def _ends(view: QAbstractItemView) -> list[QPoint]:
    """Return the first and the last row in sight."""
    model = view.model()
    column = 2 if isinstance(view, QTableView) else 0  # no box to tick
    rows = (model.index(row, column) for row in range(model.rowCount()))
    places = [view.visualRect(each).center() for each in rows if _is_chosen(each.flags())]
    seen = [each for each in places if view.viewport().rect().contains(each)]
    return list(dict.fromkeys([*seen[:1], *seen[-1:]]))


def _is_chosen(flags: Qt.ItemFlag) -> bool:
    return bool(flags & Qt.ItemFlag.ItemIsSelectable)


def _written(data: Path) -> set[object]:
    """Return what the folder and the database hold."""
    visits = "SELECT id, state, completed_at FROM inspection ORDER BY id"
    kept = {each for each in dump(data) if not each.startswith(KEPT_IN_PASSING)}
    files = {each for each in data.rglob("*") if BACKUPS not in each.relative_to(data).parts}
    return files | kept | {tuple(row) for row in Disk(data).rows(visits)}


def _changed(before: set[object], after: set[object]) -> list[object]:
    return sorted(before ^ after, key=str)
