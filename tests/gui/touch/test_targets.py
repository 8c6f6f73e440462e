"""触控模式: what a finger is to hit is found by it, in everything that comes to the front."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from inspector.gui.commands.command_table import CommandTable
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import LEAST_TARGET
from inspector.gui.meeting.screens.stage_progress import Progress
from inspector.gui.touch.touch_mode import ON, choose_touch
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import VIEWS
from tests.gui.looks import in_sight, settle
from tests.gui.touch.conftest import WithFinger
from tests.gui.touch.finger import Finger
from tests.written_once import Written

KINDS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)


@pytest.mark.ci
def test_targets_are_found_by_a_finger(run_main: RunMain, written: Written, tmp_path: Path) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")
    small: set[str] = set()
    looked_at = 0
    opened: list[QComboBox] = []

    def drive(window: MainWindow) -> None:
        nonlocal looked_at
        choose_touch(ON)
        settle()
        for name, go in (VIEWS | FORMS).items():
            go(window)
            QApplication.processEvents()
            seen = [*in_sight(window)]
            targets: list[QWidget] = [
                each for kind in KINDS for each in seen if isinstance(each, kind)
            ]
            targets += [each for each in seen if _is_clicked(each)]
            for each in filter(_is_a_target, targets):
                looked_at += 1
                if min(each.height(), each.width()) < LEAST_TARGET:
                    small.add(f"{name}: {_said(each)} {each.width()}×{each.height()}")
                if isinstance(each, QComboBox) and each.isEnabled() and each not in opened:
                    opened.append(each)
                    small.update(f"{name}: {said}" for said in _low_choices(each))
                    window.activateWindow()
                    QTest.qWaitForWindowActive(window)
            small.update(f"{name}: {said}" for said in _low_rows(window))
            small.update(f"{name}: {said}" for said in _keys_said(window))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert not small, "\n".join(sorted(small))
    assert looked_at > 200


def _keys_said(window: MainWindow) -> list[str]:
    """What a button says of a key, which a finger does not have."""
    tables = window.findChildren(CommandTable)
    keys = {command.key for table in tables for command in table} - {""}
    return [
        each.text()
        for each in in_sight(window)
        if isinstance(each, QAbstractButton)
        if (len(words := each.text().split("  ")) > 1 and keys & {words[0], words[-1]})
        or re.match(r"\d [^\d]", each.text())
    ]


def _is_clicked(widget: QWidget) -> bool:
    """It says by its pointer that a click does something, and is no button.

    The progress of a meeting is left out: 上一条 and 下一条 do the same, with buttons of their own.
    """
    hand = widget.cursor().shape() is Qt.CursorShape.PointingHandCursor
    return hand and widget.testAttribute(Qt.WidgetAttribute.WA_SetCursor) and not isinstance(
        widget, Progress
    )  # fmt: skip


def _is_a_target(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return widget.isVisible() and not isinstance(above, KINDS)  # a part of a field is not one


def _low_choices(field: QComboBox) -> list[str]:
    """Open a field of choices: what it offers is found by a finger as well."""
    if not field.count():
        return []
    field.showPopup()
    low = _low_rows(field.view().window())
    field.hidePopup()
    return [f"{_said(field)}: {each}" for each in low]


def _low_rows(window: QWidget) -> list[str]:
    """Return the lists, tables and trees that have a row, or a head, that is too low."""
    low = []
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible():
            continue
        if isinstance(view, QHeaderView):
            clickable = view.sectionsClickable() and view.parentWidget() is not None
            if clickable and 0 < view.height() < LEAST_TARGET:
                low.append(f"head of {_said(view.parentWidget())} {view.height()}")
            continue
        model = view.model()
        for row in range(min(model.rowCount(QModelIndex()), 30)):
            rect = view.visualRect(model.index(row, 0))
            span = isinstance(view, QTableView) and view.isRowHidden(row)
            if rect.isValid() and not span and 0 < rect.height() < LEAST_TARGET - 1:
                low.append(f"{_said(view)} {rect.height()}")
                break
    return low


def _said(widget: QWidget | None) -> str:
    assert widget is not None
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


@pytest.mark.ci
def test_everything_that_has_more_is_dragged(with_finger: WithFinger) -> None:
    """A finger drags whatever has a bar at its side, and chooses nothing by that."""
    stays: set[str] = set()
    dragged = 0

    def work(window: MainWindow, finger: Finger) -> None:
        nonlocal dragged
        choose_touch(ON)
        settle()
        window.resize(1093, 614)
        for name, go in VIEWS.items():
            go(window)
            QApplication.processEvents()
            for area in filter(_has_more, window.findChildren(QAbstractScrollArea)):
                rows = area.selectionModel() if isinstance(area, QAbstractItemView) else None
                chosen = rows.currentIndex().row() if rows is not None else 0
                bar, viewport = area.verticalScrollBar(), area.viewport()
                bar.setValue(0)
                finger.drag(viewport, QPoint(0, -viewport.height() // 2),
                            QPoint(viewport.width() // 2, viewport.height() - 8))  # fmt: skip
                dragged += 1
                if not bar.value():
                    stays.add(f"{name}: {_said(area)}")
                if rows is not None and rows.currentIndex().row() != chosen:
                    stays.add(f"{name}: {_said(area)} chose another row")

    with_finger(work)
    assert not stays, "\n".join(sorted(stays))
    assert dragged > 20


def _has_more(area: QAbstractScrollArea) -> bool:
    bar = area.verticalScrollBar()
    low = QPoint(area.viewport().width() // 2, area.viewport().height() - 8)
    above = area.window().childAt(area.viewport().mapTo(area.window(), low))
    viewport = area.viewport()
    is_inside = above is not None and (above is viewport or viewport.isAncestorOf(above))
    is_seen = area.isVisible() and is_inside
    return is_seen and bar.maximum() > bar.minimum() and area.viewport().height() > LEAST_TARGET


@pytest.mark.ci
def test_nothing_lies_over_another_once_a_finger_comes(with_finger: WithFinger) -> None:
    def turn(window: MainWindow, page: Qt.Key) -> None:
        QTest.keyClick(window, page, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def work(window: MainWindow, finger: Finger) -> None:
        window.resize(1366, 768)
        pages = (Qt.Key.Key_1, Qt.Key.Key_2)  # each has a form at its side
        for page in (*pages, Qt.Key.Key_5):
            turn(window, page)
        choose_touch(ON)  # while they are not in front
        settle()
        for page in pages:
            turn(window, page)
            (panel,) = (e for e in window.findChildren(QWidget, "panel") if e.isVisible())
            shown = [each for kind in (*KINDS, QLabel) for each in panel.findChildren(kind)
                     if each.isVisible() and not isinstance(each.parent(), KINDS)]  # fmt: skip
            places = [QRect(each.mapTo(panel, QPoint(0, 0)), each.size()) for each in shown]
            assert len(places) > 6
            for at, one in enumerate(places):
                assert not any(one.intersects(e) for e in places[at + 1 :]), shown[at]

    with_finger(work)
