"""The form of a new visit says what each window is taken for, and another kind is chosen there."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListView

from inspector.domain.visit.roster import Site, Window
from inspector.workspace.workspace import Workspace
from tests.gui.hand import Hand
from tests.gui.visits.visit import DOWN, ENTER, Person, at_the_window
from tests.gui.waiting import wait_for
from tests.written_once import Written

NAMES = ("导诊台", "采血窗口2", "5号窗口")


def write_hospital(folder: Path) -> None:
    """Write a roster that says no kind."""
    with closing(Workspace(folder)) as workspace:
        site = Site(workspace.new_id(), "市人民医院")
        workspace.roster_store.put(
            [site], [Window(workspace.new_id(), site.id, name, "") for name in NAMES]
        )


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_hospital)


def rows(person: Person) -> list[str]:
    model = person.find(QListView, "windows").model()
    return [model.index(row, 0).data() for row in range(1, model.rowCount())]


@pytest.mark.ci
@at_the_window
def test_what_windows_are_taken_for_is_said_and_changed(person: Person) -> None:
    person.press("n", ctrl=True)
    assert rows(person) == [
        "导诊台    导诊台 (by name)",
        "采血窗口2    采血窗口 (by name)",
        "5号窗口    挂号收费 (usual)",
    ]
    assert "1 window is" in person.find(QLabel, "newHint").text()

    # By key: T at the list opens the choice, and Enter takes what is in front.
    person.press(ENTER)
    wait_for(lambda: person.focus == "windows")
    person.press(DOWN, DOWN, DOWN, "t")
    box = person.find(QComboBox, "windowKind")
    view = box.view()
    assert view.isVisible()
    while view.currentIndex().data() != "住院处":
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, ENTER)
    assert rows(person)[2] == "5号窗口    住院处"
    assert not person.find(QLabel, "newHint").isVisible()

    # By mouse, and back to what its name tells.
    hand = Hand(person.window, person.keyboard)
    hand.row("windows", "导诊台")
    hand.pick("windowKind", "收费")
    assert rows(person)[0] == "导诊台    收费"
    hand.pick("windowKind", "导诊台 (by name)")
    kinds = person.disk.rows("SELECT number, kind FROM window ORDER BY rowid")
    assert kinds == [("导诊台", ""), ("采血窗口2", ""), ("5号窗口", "admission")]

    hand.click("Start")
    cards = person.disk.rows(
        "SELECT window_number, window_kind FROM scorecard WHERE scope = 'window' ORDER BY position"
    )
    assert cards == [
        ("导诊台", "guide-desk"), ("采血窗口2", "blood-sampling"), ("5号窗口", "admission"),
    ]  # fmt: skip
