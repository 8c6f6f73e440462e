"""The city's ledger by hand: a file or an address, remembered; what is refused says why."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from inspector.domain.sharing.city_errors import DriverMissingError
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.workspace.city.publishing import Publishing
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import find, focus_name, press
from tests.gui.waiting import wait_for
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock, add_site, visit
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def write_visited(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        workspace.of(LaptopHere).rename("一组")
        visit(workspace, add_site(workspace), {0: ["rise-to-greet"]})


@pytest.fixture
def write() -> Write:
    return write_visited


@pytest.fixture
def asked(page: DataPage) -> QLineEdit:
    """The field for the ledger, with the keyboard."""
    press(Qt.Key.Key_0, ALT)
    press(Qt.Key.Key_U, CTRL)
    assert focus_name() == "ledgerAddress"
    return find(page, QLineEdit, "ledgerAddress")


def visits_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM visit").fetchone()[0])


@pytest.mark.ci
def test_a_file_is_chosen_published_to_and_remembered(
    page: DataPage,
    asked: QLineEdit,
    workspace: Workspace,
    heard: Heard,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "city.sqlite"
    without = str(path.with_suffix(""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (without, ""))
    press(Qt.Key.Key_O, CTRL)
    assert asked.text() == str(path)  # in .sqlite, whatever was typed
    press(Qt.Key.Key_Return)
    wait_for(lambda: bool(heard.told))
    assert visits_in(path) == 1
    assert "Visits: 1" in heard.told[0][0]
    assert focus_name() == "laptops" or not asked.isVisible()
    press(Qt.Key.Key_U, CTRL)
    assert asked.text() == str(path)
    said = find(page, QLabel, "publishSaid").text().replace("\u200b", "")
    assert "Nothing waits." in said
    press(Qt.Key.Key_Return)
    wait_for(lambda: len(heard.told) == 2)
    assert "has everything already" in heard.told[1][0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("postgresql://a:secret@ledger/city", "Leave the password out"),
        ("ledger.txt", "is no ledger of a city"),
    ],
)
def test_what_is_no_ledger_is_refused_before_anything_is_shown(
    typed: str, said: str, page: DataPage, asked: QLineEdit, workspace: Workspace
) -> None:
    asked.setText(typed)
    press(Qt.Key.Key_Return)
    panel = page.findChild(SharingPanel)
    assert panel is not None
    assert said in panel.line.text
    assert focus_name() == "ledgerAddress"
    press(Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert workspace.of(Publishing).reached() == []


def test_without_psycopg_it_says_what_lacks(
    page: DataPage, asked: QLineEdit, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)  # as where it is not installed
    asked.setText("postgresql://checks@localhost/city")
    press(Qt.Key.Key_Return)
    wait_for(lambda: bool(heard.refused))
    assert isinstance(heard.refused[0], DriverMissingError)
    assert focus_name() == "ledgerAddress"  # to be put right
