"""共享: a bundle of another laptop is told of, its fingerprint compared, and taken in."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton

from inspector.domain.sharing.manifest import Scope
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.session import Session
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.sharing.contacts import Contacts
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import click, column, find, focus_name, press
from tests.gui.waiting import wait_for
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock, add_site, visit

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WORDS = "桌上的 绿萝 三片叶"

pytestmark = pytest.mark.ci


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """Another laptop, with a visit of its own."""
    with closing(Workspace(tmp_path / "other", Clock(NOON))) as other:
        other.of(LaptopHere).rename("二组")
        visit(other, add_site(other, "城西厅"), {0: ["rise-to-greet"]})
        yield other


def bundle(other: Workspace, path: Path, passphrase: str = "") -> Path:
    other.of(Sharing).share(path, Scope(), passphrase=passphrase)
    return path


@pytest.fixture
def panel(page: DataPage) -> SharingPanel:
    press(Qt.Key.Key_0, ALT)
    found = page.findChild(SharingPanel)
    assert found is not None
    return found


def take(
    panel: SharingPanel, session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(Qt.Key.Key_O, CTRL)
    wait_for(lambda: session.runner.is_free)


def test_a_first_bundle_is_taken_in_once_its_fingerprint_was_compared(
    panel: SharingPanel, page: DataPage, workspace: Workspace, session: Session, heard: Heard,
    other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = bundle(other, tmp_path / "二组.inspx")
    take(panel, session, path, monkeypatch)
    known = other.of(LaptopHere).known()
    assert known is not None
    assert known.fingerprint in find(page, QLabel, "firstContact").text()
    assert "new" in column(find(page, TableView, "bundlePreview"), 0)
    assert focus_name() == "sameFingerprint"
    assert not find(page, QPushButton, "takeBundleIn").isEnabled()
    assert workspace.rosters.sites() == []
    press(Qt.Key.Key_1)
    assert find(page, QCheckBox, "sameFingerprint").isChecked()
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    assert [site.name for site in workspace.rosters.sites()] == ["城西厅"]
    assert heard.told[-1][0].startswith("Taken in: ")
    (contact,) = workspace.of(Contacts).all()
    assert contact.is_confirmed
    assert column(find(page, TableView, "laptops"), 0) == ["二组"]
    press(Qt.Key.Key_2)
    assert column(find(page, TableView, "receivedBundles"), 1) == [f"二组 ({known.code})"]
    take(panel, session, path, monkeypatch)
    assert not find(page, QLabel, "firstContact").isVisible()
    assert not find(page, QPushButton, "takeBundleIn").isEnabled()  # nothing would change
    press(Qt.Key.Key_Escape)
    assert focus_name() == "receivedBundles"


def test_a_locked_bundle_asks_for_its_passphrase(
    panel: SharingPanel, page: DataPage, session: Session, heard: Heard, other: Workspace,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = bundle(other, tmp_path / "二组.inspx", WORDS)
    take(panel, session, path, monkeypatch)
    assert focus_name() == "bundlePassphrase"
    find(page, QLineEdit, "bundlePassphrase").setText("nicht dieses")
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert focus_name() == "bundlePassphrase"
    find(page, QLineEdit, "bundlePassphrase").setText(WORDS)
    press(Qt.Key.Key_Return)
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    assert find(page, TableView, "bundlePreview").isVisible()


def test_what_is_nearly_a_site_here_is_placed_first(
    panel: SharingPanel, page: DataPage, workspace: Workspace, session: Session, heard: Heard,
    other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    add_site(workspace, "城西 厅")
    take(panel, session, bundle(other, tmp_path / "二组.inspx"), monkeypatch)
    press(Qt.Key.Key_1)
    question = panel.coming.question()
    while question._preview is not None and question._preview.questions:
        assert not find(page, QPushButton, "takeBundleIn").isEnabled()
        choice = question._choice
        choice.setCurrentIndex(1)
        choice.activated.emit(1)
        wait_for(lambda: session.runner.is_free)
    click(page, "takeBundleIn")
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    assert [site.name for site in workspace.rosters.sites()] == ["城西 厅"]


def test_what_is_no_bundle_is_refused(
    panel: SharingPanel, page: DataPage, session: Session, heard: Heard, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "x.inspx"
    path.write_text("no bundle")
    take(panel, session, path, monkeypatch)
    assert len(heard.refused) == 1
    assert not any(each.isVisible() for each in page.findChildren(TableView, "bundlePreview"))
