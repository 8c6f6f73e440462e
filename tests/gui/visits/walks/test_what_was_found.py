"""What a patrol and a recheck say of what was found before: words, days, photos, by every hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inspector.gui.photos.photo_strip import PhotoStrip
from tests.conftest import ChooseFile
from tests.gui.visits.visit import DOWN, ESC, NONE, Person, at_the_window, click
from tests.gui.visits.walks.test_walks_by_mouse import begin
from tests.gui.visits.walks_hall import write_due
from tests.gui.waiting import wait_for
from tests.photos import photo
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    """A hall where 1号窗口 had three findings a month ago, the first of them with photos."""
    return copied(write_due, photos=2)


def shown(page: QWidget) -> list[str]:
    """What the labels in sight say, from top to bottom."""
    labels = [each for each in page.findChildren(QLabel) if each.isVisible() and each.text()]
    return [each.text() for each in labels]


@at_the_window
def test_a_patrol_shows_what_was_found_at_the_place_last(person: Person) -> None:
    begin(person, "3")
    page = person.page.patrol
    before = page.panel.before
    assert shown(before) == ["Nothing was found here in the last 90 days."]
    click(page.stops, page.model.index(1))  # 1号窗口
    texts = dict(person.disk.rows("SELECT item_id, text FROM finding"))
    said = shown(before)
    assert said[0] == "Found here last"
    assert {text for text in texts.values() if text in said} == set(texts.values())
    assert any(each.startswith("Found ") and "To do: " in each for each in said[1:])
    assert "Open, overdue" in said

    # By mouse: the photo, large. By key: V, which else shows those of the entry in front.
    strips = [each for each in before.findChildren(PhotoStrip) if each.isVisible()]
    (strip,) = strips
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, NONE, QPoint(20, 20))
    viewer = page.photos.viewer
    assert viewer.isVisible()
    assert person.text("photoTitle").startswith("1号窗口 · ")
    person.press(ESC)
    assert not viewer.isVisible()
    page.stops.setFocus()
    person.press("v")
    assert viewer.isVisible()
    person.press(ESC)
    # What is written now stands above it, and has the key again.
    person.press("2")
    person.keyboard.compose("台面凌乱")
    person.press(Qt.Key.Key_Return, "4")
    assert shown(before)[0] == "Found here last"
    person.press("v")
    assert not viewer.isVisible()
    assert page.line.text.startswith("There is no photo here yet")


@at_the_window
def test_a_recheck_without_a_photo_has_the_words_at_large(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    begin(person, "4")
    page = person.page.recheck
    panel = page.panel
    assert panel.before.isVisible()  # the first finding has photos
    assert not panel.words.isVisible()
    person.press(DOWN)
    assert not panel.before.isVisible()
    assert panel.words.isVisible()
    finding = page.finding
    said = shown(panel.words)
    assert said[1] == finding.text
    assert said[0].startswith("Found ")
    assert "30 days ago" in said[0]
    assert any(finding.department in each for each in said)
    assert "—" not in said  # what nobody wrote is left out
    assert panel.words.width() > panel.now.width()

    # The place of the photo of now has a button; when there is one, it has the place.
    choose_file(photo(tmp_path))
    add = person.find(QPushButton, "addNow")
    assert add.isVisible()
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    page.photos.finish()
    wait_for(lambda: bool(panel.now.photos))
    assert not add.isVisible()
    person.press("z", ctrl=True)
    assert add.isVisible()
