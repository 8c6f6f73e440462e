"""共享: this laptop is named, others are confirmed, by keys."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from inspector.domain.sharing.laptop import new_identity
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import column, find, focus_name, press
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
OTHER = new_identity("other", "M3X", "二组").laptop
HEARD = ("third", ("P7K", "三组"))


def write_met(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        contacts = Contacts(workspace)
        contacts.meet(OTHER)
        contacts.hear_of(dict([HEARD]))


@pytest.fixture
def write() -> Write:
    return write_met


@pytest.fixture
def sharing(page: DataPage) -> DataPage:
    press(Qt.Key.Key_0, ALT)
    return page


def test_this_laptop_is_named(sharing: DataPage, workspace: Workspace) -> None:
    here = workspace.of(LaptopHere)
    assert here.known() is None
    press(Qt.Key.Key_N, CTRL)
    assert focus_name() == "laptopName"
    find(sharing, QLineEdit, "laptopName").setText("一组 电脑")
    press(Qt.Key.Key_Return)
    known = here.known()
    assert known is not None
    assert known.name == "一组 电脑"
    assert known.code in find(sharing, QLabel, "laptop-name").text()
    assert known.fingerprint in find(sharing, QLabel, "laptop-fingerprint").text()
    assert focus_name() == "laptops"


def test_esc_leaves_the_name_as_it_is(sharing: DataPage, workspace: Workspace) -> None:
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_Escape)
    assert focus_name() == "laptops"
    assert workspace.of(LaptopHere).known() is None


def test_a_laptop_is_confirmed_when_it_is_wanted_twice(
    sharing: DataPage, workspace: Workspace, heard: Heard
) -> None:
    table, contacts = find(sharing, TableView, "laptops"), Contacts(workspace)
    assert column(table, 0) == ["二组", "三组"]
    press(Qt.Key.Key_Return)
    assert not contacts.all()[0].is_confirmed
    press(Qt.Key.Key_Return)
    assert contacts.all()[0].is_confirmed
    assert "confirmed" in column(table, 4)[0]
    assert heard.told[-1][0] == "Confirmed: 二组 (M3X)."
    table.selectRow(1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # one that is only heard of has nothing to compare
    assert not contacts.all()[1].is_confirmed


def test_another_code_is_drawn_when_it_is_wanted_twice(
    sharing: DataPage, workspace: Workspace
) -> None:
    code = workspace.of(LaptopHere).identity().laptop.code
    press(Qt.Key.Key_K, CTRL)
    assert workspace.of(LaptopHere).code() == code
    press(Qt.Key.Key_K, CTRL)
    assert workspace.of(LaptopHere).code() != code


def test_nobody_was_another_laptop_before(sharing: DataPage) -> None:
    assert not find(sharing, QLabel, "laptopFormer").isVisible()
    assert not find(sharing, QPushButton, "readFormer").isVisible()
