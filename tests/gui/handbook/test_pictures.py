"""The pictures of a chapter: each has its room at once, and is read when it comes into sight."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from inspector.gui.handbook import chapter_view
from inspector.gui.handbook.chapter_view import ChapterView
from inspector.gui.handbook.chapters import chapters, picture
from inspector.gui.theme import GRID

IMAGE = QTextDocument.ResourceType.ImageResource.value


def test_pictures_are_read_when_they_come_into_sight(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    reads = chapter_view._picture

    def reading(name: str) -> QImage:
        read.append(name)
        return reads(name)

    monkeypatch.setattr(chapter_view, "_picture", reading)
    view = ChapterView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    chapter = next(each for each in chapters("en") if each.name == "rectify")
    view.show_chapter(chapter.text)
    view.grab()
    at_first = len(read)
    bar = view.verticalScrollBar()
    whole = bar.maximum()
    for at in range(0, whole + 1, 100):
        bar.setValue(at)
        view.grab()
    assert bar.maximum() == whole  # nothing moves when one is read
    assert at_first < len(read) == len(set(read))
    for name in read:
        shown = view.document().resource(IMAGE, QUrl(name))
        assert isinstance(shown, QImage)
        room = view.viewport().width() - 6 * GRID
        wide = min(room, QImage(str(picture(name, "en"))).width())
        assert shown.width() == int(wide * view.devicePixelRatio())
