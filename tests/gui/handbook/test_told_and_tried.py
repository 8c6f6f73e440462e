"""What the handbook tells: each name it gives is on screen; what is lost comes back as it says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from inspector.gui.data.backups.backup_panel import BackupPanel
from inspector.gui.data.data_page import DataPage
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.rail import RailButton
from tests.conftest import RunMain
from tests.gui.data.widgets import click, find
from tests.gui.looks import settle
from tests.gui.waiting import wait_for
from tests.translation.update import ROOT, translations
from tests.workspace.kept import fill, photos
from tests.workspace.visiting import dump

HANDBOOK = ROOT / "resources/handbook"

NAMED = {"zh_CN": re.compile("“([^”\\n]+)”"), "en": re.compile(r"\*\*([^*\n]+)\*\*")}
"""How a chapter writes what stands on the screen or in a paper."""

NO_CONTROL = {
    "zh_CN": {
        "窗口号", "整改后照片", "问题.", "排名.", "共 `{{问题数}}` 个",  # of workbooks
        "、", "已导出",  # a sign that one writes, the beginning of a sentence
    },
    "en": {
        "You have a list", "You have no list", "Only some numbers differ at a site",
        "The name, weights, grades and window kinds",
        "Other words, points, phrases or items", "In a workbook, if you prefer",
        "A set of your own", "A score sheet that your unit has",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", list(NAMED))
def test_what_a_chapter_calls_a_thing_is_what_the_window_calls_it(language: str) -> None:
    sentences = translations()
    words = set(sentences) if language == "en" else set(sentences.values())
    on_screen = {each.strip().rstrip("…") for each in words} | NO_CONTROL[language]
    chapters = {path.name: path.read_text("utf-8") for path in (HANDBOOK / language).glob("*.md")}
    named = {
        (name, called)
        for name, text in chapters.items()
        for called in NAMED[language].findall(text)
    }
    assert len(named) > 10
    assert [each for each in named if each[1].rstrip("…") not in on_screen] == []


def backups(window: MainWindow) -> BackupPanel:
    """Data, Backup."""
    QTest.mouseClick(find(window, RailButton, "rail-data"), Qt.MouseButton.LeftButton)
    page = window.page
    assert isinstance(page, DataPage)
    click(page, "tab-backups")
    panel = page.panel("backups")
    assert isinstance(panel, BackupPanel)
    return panel


def at_rest(panel: BackupPanel) -> None:
    wait_for(lambda: panel.session.runner.is_free)
    settle()


def visits(folder: Path) -> list[str]:
    tables = ('INSERT INTO "inspection"', 'INSERT INTO "answer"', 'INSERT INTO "finding"')
    return [line for line in dump(folder) if line.startswith(tables)]


def restore(window: MainWindow, panel: BackupPanel) -> None:
    click(window, "restoreFile")
    click(panel, "bannerAction")
    wait_for(lambda: not window.isVisible())


@pytest.mark.ci  # a whole restore
def test_a_photo_that_is_gone_and_a_lost_laptop_come_back_from_the_drive(
    run_main: RunMain, tmp_path: Path, choose_file: Callable[..., None]
) -> None:
    folder, other, stick = (tmp_path / name for name in ("data", "other", "usb"))
    stick.mkdir()
    fill(folder)
    names = {path.name for path in photos(folder)}
    before = visits(folder)
    restored: dict[Path, bool] = {}  # the window opens once more then

    def copy(window: MainWindow) -> None:
        panel = backups(window)
        choose_file(stick)
        click(panel, "chooseSecondCopy")
        at_rest(panel)

    def newest() -> Path:
        return max(stick.rglob("inspector*.db.zip"))

    def lose_a_photo(window: MainWindow) -> None:
        if not restored.get(folder):
            restored[folder] = True
            photos(folder)[0].unlink()
            panel = backups(window)
            click(panel, "lookOver")
            at_rest(panel)
            assert "missing" in find(panel, QPlainTextEdit, "doctorFindings").toPlainText()
            choose_file(newest())
            restore(window, panel)

    def begin_anew(window: MainWindow) -> None:
        if not restored.get(other):
            restored[other] = True
            panel = backups(window)
            choose_file(newest())
            restore(window, panel)

    for drive, at in ((copy, folder), (lose_a_photo, folder), (begin_anew, other)):
        assert run_main(drive, "--data", str(at), "--lang", "en") == 0
        assert {path.name for path in photos(at)} == names
    assert visits(other) == before
