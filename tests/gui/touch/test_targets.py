"""触控模式: what a finger is to hit is found by it, in everything that comes to the front."""

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QTableView,
    QWidget,
)

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.measures import LEAST_TARGET
from inspector.gui.touch.touch_mode import ON, choose_touch
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import VIEWS
from tests.written_once import Written

KINDS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)


def test_targets_are_found_by_a_finger(run_main: RunMain, written: Written, tmp_path: Path) -> None:
    sample = written(write_demo, 12, 1, date.today(), rounds=True)
    folder = shutil.copytree(sample, tmp_path / "sample")
    small: set[str] = set()
    looked_at = 0

    def drive(window: MainWindow) -> None:
        nonlocal looked_at
        choose_touch(ON)
        for name, go in (VIEWS | FORMS).items():
            go(window)
            QApplication.processEvents()
            targets = [each for kind in KINDS for each in window.findChildren(kind)]
            for each in filter(_is_a_target, targets):
                looked_at += 1
                if each.height() < LEAST_TARGET:
                    small.add(f"{name}: {_said(each)} {each.width()}×{each.height()}")
            small.update(f"{name}: {said}" for said in _low_rows(window))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert not small, "\n".join(sorted(small))
    assert looked_at > 200


def _is_a_target(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return widget.isVisible() and not isinstance(above, KINDS)  # a part of a field is not one


def _low_rows(window: MainWindow) -> list[str]:
    low = []
    for view in window.findChildren(QAbstractItemView):
        if not view.isVisible() or not isinstance(view, QListView | QTableView):
            continue
        model = view.model()
        for row in range(min(model.rowCount(), 30)):
            index = model.index(row, 0)
            rect = view.visualRect(index)
            span = isinstance(view, QTableView) and view.isRowHidden(row)
            if rect.isValid() and not span and 0 < rect.height() < LEAST_TARGET - 1:
                low.append(f"{view.objectName()} {rect.height()}")
                break
    return low


def _said(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName() or type(widget).__name__
