"""The preferences: a field for each, kept at once."""

import platform
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.gui.data.data_page import DataPage
from inspector.gui.data.preferences.preference_words import choice_label, preference_label
from inspector.gui.session import Session
from inspector.gui.visits.starting.new_page import NewPage
from inspector.gui.words import several_names
from inspector.workspace.changes import Changes
from inspector.workspace.preferences import (
    INSPECTORS,
    LANGUAGE,
    PHOTO_FOLDER,
    PREFERENCES,
    REPEAT_DAYS,
    THEME,
    UNIT_NAME,
)
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile
from tests.gui.data.conftest import Heard
from tests.gui.data.widgets import find, focus_name, press, type_text
from tests.gui.waiting import LONGEST


@pytest.fixture
def form(page: DataPage) -> DataPage:
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    return page


def test_every_preference_and_choice_has_a_name_and_a_field(form: DataPage) -> None:
    for preference in PREFERENCES:
        assert preference_label(preference)
        assert all(choice_label(preference, choice) for choice in preference.choices)
        kind = QComboBox if preference.choices else QLineEdit
        field = find(form, kind, f"preference-{preference.key}")
        assert field.accessibleName() == preference_label(preference)


def test_several_inspectors_are_typed_the_same_way_everywhere(
    form: DataPage, session: Session, qtbot: QtBot
) -> None:
    new = NewPage(session)
    qtbot.addWidget(new)
    assert "、" in several_names()
    assert several_names() in new.form.names_edit.placeholderText()
    assert any(several_names() in said.text() for said in form.findChildren(QLabel))


def test_what_is_set_is_shown_and_stays_when_one_tabs_through(
    page: DataPage, workspace: Workspace
) -> None:
    workspace.preferences.set(UNIT_NAME, "市文明办")
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    field = find(page, QLineEdit, "preference-unit_name")
    assert field.text() == "市文明办"
    field.setFocus()
    press(Qt.Key.Key_Tab)
    assert workspace.preferences.get(UNIT_NAME) == "市文明办"


def test_a_text_is_kept_when_the_field_is_left(form: DataPage, workspace: Workspace) -> None:
    find(form, QLineEdit, "preference-unit_name").setFocus()
    type_text(" 市文明办 ")
    assert workspace.preferences.get(UNIT_NAME) == ""
    press(Qt.Key.Key_Tab)
    assert workspace.preferences.get(UNIT_NAME) == "市文明办"
    assert focus_name() == "preference-filled_by"


def test_a_text_is_kept_on_enter_too(form: DataPage, workspace: Workspace) -> None:
    find(form, QLineEdit, "preference-inspectors").setFocus()
    type_text("张三、李四")
    press(Qt.Key.Key_Return)
    assert workspace.preferences.get(INSPECTORS) == "张三、李四"


def test_leaving_a_field_as_it_was_writes_nothing(
    qtbot: QtBot, form: DataPage, session: Session
) -> None:
    with qtbot.assertNotEmitted(session.saved):
        for _ in range(len(PREFERENCES)):
            press(Qt.Key.Key_Tab)


def test_a_theme_is_kept_and_announced_at_once(
    qtbot: QtBot, form: DataPage, workspace: Workspace, session: Session
) -> None:
    find(form, QComboBox, "preference-theme").setFocus()
    with qtbot.waitSignal(session.changed, timeout=LONGEST) as changed:
        press(Qt.Key.Key_Down)
    assert changed.args == [Changes(preferences=True)]
    assert workspace.preferences.get(THEME) == "light"


def test_the_wheel_changes_nothing(form: DataPage, workspace: Workspace) -> None:
    field = find(form, QComboBox, "preference-theme")
    middle = QPointF(field.rect().center())
    event = QWheelEvent(
        middle, field.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert field.currentText() == "As the system"
    assert workspace.preferences.get(THEME) == "system"


def test_page_keys_scroll_the_form_and_choose_nothing(form: DataPage, workspace: Workspace) -> None:
    field = find(form, QComboBox, "preference-language")
    field.setFocus()
    before = field.mapTo(form, QPoint(0, 0)).y()
    press(Qt.Key.Key_PageDown)
    assert field.mapTo(form, QPoint(0, 0)).y() < before
    press(Qt.Key.Key_PageUp)
    assert field.mapTo(form, QPoint(0, 0)).y() == before
    assert workspace.preferences.get(LANGUAGE) == LANGUAGE.default


def test_a_language_says_when_it_comes(form: DataPage, workspace: Workspace, heard: Heard) -> None:
    assert focus_name() == "preference-language"
    press(Qt.Key.Key_Down)
    assert workspace.preferences.get(LANGUAGE) == "en"
    assert heard.told == [("The language changes when the program is opened again.", "")]


def test_a_number_of_days_is_kept_or_refused_and_shown_as_it_was(
    form: DataPage, workspace: Workspace
) -> None:
    field = find(form, QLineEdit, "preference-repeat_days")
    for typed, kept in (("0", "90"), ("三十", "90"), ("30", "30"), ("0", "30")):
        field.setFocus()
        field.selectAll()
        type_text(typed)
        press(Qt.Key.Key_Return)
        assert workspace.preferences.get(REPEAT_DAYS) == kept
        assert field.text() == kept


def test_what_is_set_elsewhere_is_shown(form: DataPage, session: Session) -> None:
    book = session.workspace.preferences
    session.attempt(lambda: book.set(INSPECTORS, "王五"))
    session.attempt(lambda: book.set(THEME, "dark"))
    assert find(form, QLineEdit, "preference-inspectors").text() == "王五"
    assert find(form, QComboBox, "preference-theme").currentText() == "Dark"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Take the place of the desktop's file manager: the folders it was asked for."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def test_the_data_folder_is_shown_and_opens(
    form: DataPage, workspace: Workspace, opened: list[str]
) -> None:
    assert find(form, QLineEdit, "dataFolder").text() == str(workspace.folder)
    find(form, QPushButton, "openDataFolder").setFocus()
    press(Qt.Key.Key_Return)
    assert opened == [str(workspace.folder)]


def test_the_versions_are_shown_and_what_is_inside_when_asked(form: DataPage) -> None:
    version = find(form, QLabel, "version").text()
    assert version.startswith(f"{__version__} (Python 3.")
    assert "SQLite 3." in version
    inside = find(form, QLabel, "inside")
    assert not inside.isVisible()
    press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert inside.isVisible()
    assert f"Python {platform.python_version()}, PSF-2.0" in inside.text()
    assert focus_name() == "dataFolder"
    assert inside.visibleRegion().boundingRect().height() == inside.height()


def test_a_folder_is_chosen_in_a_dialog(
    form: DataPage, workspace: Workspace, tmp_path: Path, choose_file: ChooseFile
) -> None:
    choose_file(tmp_path)
    find(form, QPushButton, "choose-photo_folder").click()
    assert workspace.preferences.get(PHOTO_FOLDER) == str(tmp_path)
    assert find(form, QLineEdit, "preference-photo_folder").text() == str(tmp_path)
    find(form, QPushButton, "choose-photo_folder").click()  # and nothing is chosen
    assert workspace.preferences.get(PHOTO_FOLDER) == str(tmp_path)
