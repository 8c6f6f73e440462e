"""共享: what is new goes into the city's ledger by the same key twice."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.gui.data.data_page import DataPage
from inspector.gui.data.sharing.sharing_panel import SharingPanel
from inspector.gui.session import Session
from inspector.workspace.city.publishing import Publishing
from inspector.workspace.workspace import Workspace
from tests.gui.data.conftest import Heard
from tests.gui.data.sharing.test_sharing_panel import write_met
from tests.gui.data.widgets import press
from tests.gui.waiting import wait_for
from tests.workspace.city.ledgers import rows, unheard
from tests.workspace.visiting import add_site, visit
from tests.written_once import Write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def write() -> Write:
    return write_met


@pytest.mark.ci
def test_what_is_new_is_published_when_it_is_wanted_twice(
    page: DataPage, workspace: Workspace, session: Session, heard: Heard, tmp_path: Path
) -> None:
    ledger = tmp_path / "ledger.sqlite"
    press(Qt.Key.Key_0, ALT)
    panel = page.findChild(SharingPanel)
    assert panel is not None
    assert "inspector publish --to" in panel.city.why_not()
    press(Qt.Key.Key_U, CTRL)  # nothing is named yet
    workspace.of(Publishing).publish(str(ledger), unheard)
    assert panel.city.why_not() == ""
    visit(workspace, add_site(workspace, "城西厅"), {0: ["rise-to-greet"]})
    before = rows(ledger, "SELECT id FROM visit")
    panel.draw()
    press(Qt.Key.Key_U, CTRL)
    assert panel.line.waiting
    assert rows(ledger, "SELECT id FROM visit") == before
    press(Qt.Key.Key_U, CTRL)
    wait_for(lambda: session.runner.is_free)
    assert heard.refused == []
    assert heard.told[-1][0].startswith(f"Published to {ledger}: entries ")
    assert len(rows(ledger, "SELECT id FROM visit")) == len(before) + 1
