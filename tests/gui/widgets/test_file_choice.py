"""File dialogs: in the language of the program, and where one was the last time."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.program.application import make_application
from inspector.gui.program.qt_words import QtWords
from inspector.gui.session import Session
from inspector.gui.widgets.file_choice import (
    evidence_to_read,
    pack_to_read,
    workbook_to_read,
    workbook_to_write,
)
from inspector.paths import catalogues_folder
from inspector.translation import use_language
from inspector.workspace.last_folders import Purpose
from inspector.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return Session(workspace)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Path], list[Path]]:
    """Return where dialogs began, and what they are to answer."""
    began: list[Path] = []
    answers: list[Path] = []

    def ask(_: QWidget, title: str, start: str, kinds: str) -> tuple[str, str]:
        assert title
        assert kinds
        began.append(Path(start))
        return (str(answers.pop(0)) if answers else ""), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return began, answers


def test_each_purpose_begins_where_it_was_last(
    session: Session,
    parent: QWidget,
    shown: tuple[list[Path], list[Path]],
    tmp_path: Path,
) -> None:
    began, answers = shown
    rosters, exports = tmp_path / "花名册", tmp_path / "通报"
    rosters.mkdir()
    exports.mkdir()
    answers += [rosters / "a.xlsx", exports / "表.xlsx"]
    assert workbook_to_read(session, parent, Purpose.ROSTER, "?") == rosters / "a.xlsx"
    saved = workbook_to_write(session, parent, Purpose.REPORTS, "?", "表.xlsx")
    assert saved == exports / "表.xlsx"
    began.clear()
    with_another_start = Session(session.workspace)
    assert workbook_to_write(with_another_start, parent, Purpose.ROSTER, "?", "模板.xlsx") is None
    assert workbook_to_write(with_another_start, parent, Purpose.REPORTS, "?", "b.xlsx") is None
    assert pack_to_read(with_another_start, parent, "?") is None
    assert began[:2] == [rosters / "模板.xlsx", exports / "b.xlsx"]
    assert began[2] not in (rosters, exports)


def test_a_folder_that_is_gone_is_not_gone_to(
    session: Session, parent: QWidget, shown: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
    began, answers = shown
    stick = tmp_path / "U盘"
    stick.mkdir()
    answers.append(stick / "a.xlsx")
    workbook_to_read(session, parent, Purpose.ROSTER, "?")
    stick.rmdir()
    workbook_to_read(session, parent, Purpose.ROSTER, "?")
    assert began[0] == began[1]


def test_without_documents_an_export_begins_at_home_and_not_where_photos_lay(
    session: Session,
    parent: QWidget,
    shown: tuple[list[Path], list[Path]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home, camera = tmp_path / "home", tmp_path / "camera"
    home.mkdir()
    camera.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    chosen = ([str(camera / "a.jpg")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    assert evidence_to_read(session, parent, "?") == [camera / "a.jpg"]
    began, _ = shown
    workbook_to_write(session, parent, Purpose.REPORTS, "?", "表.xlsx")
    (home / "Documents").mkdir()
    workbook_to_write(session, parent, Purpose.REPORTS, "?", "表.xlsx")
    assert began == [home / "表.xlsx", home / "Documents" / "表.xlsx"]


def test_photos_are_looked_for_among_pictures_and_tables_of_any_format_are_seen(
    session: Session, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Pictures").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    asked: list[tuple[str, ...]] = []

    def none(_: QWidget, *words: str) -> tuple[list[str], str]:
        asked.append(words)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", none)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", none)
    evidence_to_read(session, parent, "?")
    assert asked == [("?", str(tmp_path / "Pictures"))]
    workbook_to_read(session, parent, Purpose.ROSTER, "?")
    assert all(suffix in asked[1][2] for suffix in (".xlsx", ".xls", ".et", ".csv"))


def test_it_is_remembered_in_the_data_folder(
    session: Session, parent: QWidget, shown: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
    shown[1].append(tmp_path / "a.xlsx")
    workbook_to_read(session, parent, Purpose.ROSTER, "?")
    session.workspace.close()
    again = Workspace(session.workspace.folder)
    assert again.last_folders.of(Purpose.ROSTER) == tmp_path
    assert again.last_folders.of(Purpose.CHECKLISTS) is None
    again.close()


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    use_language("zh_CN", catalogues_folder())
    make_application("zh_CN")
    yield
    for words in qapp.findChildren(QtWords):
        qapp.removeTranslator(words)
        words.setParent(None)
    QLocale.setDefault(locale)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_qts_own_dialog_is_chinese(qtbot: QtBot, mode: QFileDialog.AcceptMode) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    said = [each.text() for each in dialog.findChildren(QLabel)]
    said += [each.text() for each in dialog.findChildren(QPushButton)]
    said += [each.toolTip() for each in dialog.findChildren(QToolButton)]
    said = [text for text in said if text]
    assert len(said) > 6
    assert [text for text in said if not any("\u4e00" <= c <= "\u9fff" for c in text)] == []


@pytest.mark.usefixtures("chinese")
def test_the_question_before_replacing_a_file_is_chinese() -> None:
    asked = "%1 already exists.\nDo you want to replace it?"
    assert "替换" in QCoreApplication.translate("QFileDialog", asked)
    assert QCoreApplication.translate("QFileDialog", "never said") == "never said"
