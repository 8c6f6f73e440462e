"""Where the keyboard is can be seen: every control looks another, clearly, while it has it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QWidget,
)

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.theme import apply_theme
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.views import VIEWS
from tests.gui.looks import in_sight, settle, takes_keyboard
from tests.gui.test_theme import contrast
from tests.lengths import in_turn
from tests.written_once import Written

LEAST = 40
"""Pixels that have to be others: an edge of three of a row, a ring around a box to tick."""

WHOLE = {
    "presenter", "findingPanel", "complaintPanel", "recheckForm", "pastPage", "surface", "overlay",
}  # fmt: skip
"""Parts of a page that hear keys themselves; what one uses in them is seen by itself."""


def controls(window: MainWindow) -> list[QWidget]:
    """What Tab or a click gives the keyboard to, and has something to show it on."""
    return [
        each
        for each in in_sight(window)
        if each.isEnabled()
        and takes_keyboard(each)
        and each.objectName() not in WHOLE
        and not (isinstance(each, QAbstractItemView) and _is_empty(each))
    ]


def _is_empty(view: QAbstractItemView) -> bool:
    return view.model() is None or view.model().rowCount() == 0


def difference(one: QImage, other: QImage) -> int:
    """How many pixels stand out against what was there, by 3:1; no more than are enough."""
    if one.size() != other.size():
        return LEAST
    count, line = 0, one.bytesPerLine()
    bits, others = bytes(one.constBits()), bytes(other.constBits())
    for y in range(one.height()):
        if bits[y * line : (y + 1) * line] == others[y * line : (y + 1) * line]:
            continue
        for x in range(one.width()):
            if one.pixel(x, y) != other.pixel(x, y):
                count += contrast(one.pixelColor(x, y), other.pixelColor(x, y)) >= 3
                if count >= LEAST:
                    return count
    return count


def looks(window: MainWindow, control: QWidget) -> tuple[QImage, QImage]:
    """A control with and without the keyboard."""
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is not None
    settle()
    with_it = control.grab().toImage()
    window.setFocus()
    settle()
    return with_it, control.grab().toImage()


@pytest.mark.ci
@pytest.mark.parametrize("theme", in_turn(("light", "dark")))
def test_where_the_keyboard_is(
    run_main: RunMain, written: Written, tmp_path: Path, qapp: QApplication, theme: str
) -> None:
    unseen: set[str] = set()

    def drive(window: MainWindow) -> None:
        apply_theme(qapp, theme)
        known: set[tuple[object, ...]] = set()
        for view, go in VIEWS.items():
            go(window)
            settle()
            for control in controls(window):
                checked = control.property("checked")
                kind = (type(control), control.property("role"), control.objectName(), checked)
                if kind in known or not control.isVisible():  # another row offers others
                    continue
                known.add(kind)
                pixels = difference(*looks(window, control))
                if pixels < LEAST and control.focusProxy() is None:
                    unseen.add(f"{view}: {type(control).__name__} {control.objectName()} {pixels}")
        assert len(known) > 100
        window.close()

    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    try:
        assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    finally:
        apply_theme(qapp, "light")
    assert not unseen, "\n".join(sorted(unseen))
