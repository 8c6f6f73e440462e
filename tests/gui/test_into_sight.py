"""At 200 % what opens comes into sight, wherever on its page: a form, a tray, a question."""

import shutil
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.touch.touch_mode import ON, choose_touch
from inspector.workspace.sample.demo import write_demo
from tests.conftest import RunMain
from tests.gui.commands.forms_in_front import FORMS
from tests.gui.commands.views import figure_board
from tests.gui.looks import QUARTER, settle
from tests.gui.waiting import came
from tests.written_once import Written

FEW = {"step extended", "ledger, export", "tray a", "roster form", "holidays, adding"}
RANKING = "figures RANKING"
"""It has the keyboard when the summary is turned to, and that is read from its top."""


def out_of_sight(window: MainWindow) -> str:
    """Say what is not seen of what has the keys and the keyboard; '' where all is well."""
    room, focus = window.findChild(QScrollArea, "pageRoom"), QApplication.focusWidget()
    assert room is not None
    assert focus is not None
    fronts = [table.parent() for table in window.page.tables()]
    front = next(each for each in fronts if isinstance(each, QWidget) and each.isVisible())
    seen, there = _seen(front), min(front.height(), room.viewport().height())
    if seen < there / 2:
        return f"{type(front).__name__} {front.objectName()}: {seen} of {there}"
    seen, there = _seen(focus), min(focus.height(), 40)
    if seen < there and window.page.isAncestorOf(focus):
        return f"{type(focus).__name__} {focus.objectName()}: {seen} of {there}"
    return ""


def _seen(widget: QWidget) -> int:
    return widget.visibleRegion().boundingRect().height()


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(FEW, id="few"),
        pytest.param([*FORMS.keys() - FEW - {RANKING}], id="others", marks=pytest.mark.ci),
    ],
)
def test_what_opens_comes_into_sight(
    run_main: RunMain, written: Written, tmp_path: Path, forms: Collection[str]
) -> None:
    folder = shutil.copytree(written(write_demo, 12, 1, date.today(), rounds=True), tmp_path / "d")
    hidden: list[str] = []

    def drive(window: MainWindow) -> None:
        choose_touch(ON)
        settle()
        window.showNormal()
        window.resize(QUARTER)
        for name, go in FORMS.items():
            if name not in forms:
                continue
            if name.startswith("figures"):  # of the summary that one is looking at already
                figure_board(window)
                settle()
            go(window)
            settle()
            # What is read meanwhile is laid out when it comes.
            if not came(lambda: not out_of_sight(window)):
                hidden.append(f"{name}: {out_of_sight(window)}")
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    assert not hidden, "\n".join(hidden)
