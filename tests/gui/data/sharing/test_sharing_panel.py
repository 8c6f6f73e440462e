"""共享: this laptop is named, others are confirmed, by keys."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton

from inspector.domain.sharing.laptop import new_identity
from inspector.domain.sharing.sharing_errors import NothingToShareError
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import column, find, focus_name, press
from tests.gui.waiting import wait_for
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock, add_site, visit
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
OTHER = new_identity("other", "M3X", "二组").laptop
HEARD = ("third", ("P7K", "三组"))


def write_met(folder: Path) -> None:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        contacts = Contacts(workspace)
        contacts.meet(OTHER)
        contacts.hear_of(dict([HEARD]))
        visit(workspace, add_site(workspace), {0: ["rise-to-greet"]})


@pytest.fixture
def write() -> Write:
    return write_met


@pytest.fixture
def sharing(page: DataPage) -> DataPage:
    press(Qt.Key.Key_0, ALT)
    return page


@pytest.mark.ci
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


@pytest.mark.ci
def test_a_bundle_is_told_of_and_written(
    sharing: DataPage, workspace: Workspace, session: Session, heard: Heard, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "给二组.inspx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(Qt.Key.Key_S, CTRL)
    assert focus_name() == "laptopName"  # once, before the first one
    press(Qt.Key.Key_Return)
    assert focus_name() == "shareName"
    panel = sharing.findChild(SharingPanel)
    assert panel is not None
    wait_for(lambda: not panel.reads)
    assert "It would hold: " in find(sharing, QLabel, "shareContents").text()
    assert not find(sharing, QCheckBox, "shareNew").isEnabled()
    find(sharing, QLineEdit, "shareNameText").setText("二组")
    find(sharing, QCheckBox, "sharePhotos").setChecked(True)
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    assert heard.told[-1][1] == str(path)
    with opened_bundle(path, "", work=tmp_path) as bundle:
        here = workspace.of(LaptopHere).known()
        assert bundle.manifest.sender == here
        assert "photos" not in bundle.manifest.left_out
    assert focus_name() == "laptops"
    press(Qt.Key.Key_S, CTRL)
    find(sharing, QLineEdit, "shareNameText").setText("二组")
    assert find(sharing, QCheckBox, "shareNew").isChecked()  # it was sent to them before
    assert find(sharing, QCheckBox, "sharePhotos").isChecked()
    wait_for(lambda: not panel.reads)
    assert "nothing new" in find(sharing, QLabel, "shareContents").text()
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert isinstance(heard.refused[-1], NothingToShareError)


def test_a_short_passphrase_is_refused_before_a_place_is_chosen(
    sharing: DataPage, workspace: Workspace
) -> None:
    workspace.of(LaptopHere).identity()
    press(Qt.Key.Key_S, CTRL)
    find(sharing, QLineEdit, "sharePassphrase").setText("kurz")
    press(Qt.Key.Key_Return)
    assert focus_name() == "sharePassphrase"
    press(Qt.Key.Key_Escape)
    assert find(sharing, QLineEdit, "sharePassphrase").text() == ""
    assert focus_name() == "laptops"
