"""A data page on a data folder of its own, and what its session said."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.domain.errors import InspectorError
from inspector.gui.data.data_page import DataPage
from inspector.gui.jobs import in_turns
from inspector.gui.session import Session
from inspector.translation import use_language
from inspector.workspace.workspace import Workspace
from tests.gui.data.widgets import press
from tests.gui.waiting import LONGEST
from tests.workspace.conftest import write_empty
from tests.written_once import Write, Written


@dataclass
class Heard:
    """What a session said."""

    told: list[tuple[str, str]] = field(default_factory=list)
    refused: list[InspectorError] = field(default_factory=list)


@pytest.fixture(autouse=True)
def _english_and_undressed(tmp_path: Path, qapp: QApplication) -> None:
    """As it is before a window was there: a page takes three times as long under its style."""
    use_language("en", tmp_path)
    qapp.setStyleSheet("")


@pytest.fixture
def write() -> Write:
    """What the data folder is begun with; nothing, where a module says nothing else."""
    return write_empty


@pytest.fixture
def workspace(copied: Written, write: Write) -> Iterator[Workspace]:
    opened = Workspace(copied(write))
    yield opened
    opened.close()


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return Session(workspace)


@pytest.fixture
def heard(session: Session) -> Heard:
    made = Heard()
    session.told.connect(lambda text, path: made.told.append((text, path)))
    session.told_undoable.connect(lambda text, _: made.told.append((text, "")))
    session.refused.connect(made.refused.append)
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> DataPage:
    monkeypatch.setattr(in_turns, "AT_ONCE", True)
    made = DataPage(session)
    made.be_whole()
    session.setParent(made)  # as below a window
    qtbot.addWidget(made)
    made.resize(1294, 732)
    with qtbot.waitExposed(made, timeout=LONGEST):
        made.show()
    made.activateWindow()
    made.enter()
    return made


@pytest.fixture
def packs_page(page: DataPage) -> DataPage:
    """Return the page with the checklists in front."""
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    return page
