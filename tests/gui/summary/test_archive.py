"""A period is archived from the summary, by key and by mouse; read back without the window."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt

from inspector.gui.frame.main_window import MainWindow
from inspector.workspace.archive.archive_verifying import verify_archive
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.hand import Hand
from tests.gui.summary.reader import Reader
from tests.gui.visits.visit import Person, at_the_window
from tests.gui.waiting import wait_for


@pytest.mark.ci
@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_period_is_archived(
    run_main: RunMain,
    keyboard: Keyboard,
    folder: Path,
    tmp_path: Path,
    choose_file: ChooseFile,
    by_mouse: bool,
) -> None:
    target = tmp_path / "归档.zip"
    choose_file(target)

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        Reader(person)
        if by_mouse:
            hand = Hand(window, keyboard)
            hand.click("导出")
            hand.choose("本期归档")
        else:
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            person.press_with(both, "a")
        wait_for(lambda: str(target) in person.banner)
        assert person.banner.startswith(f"已归档到 {target}")

    assert run_main(drive, "--data", str(folder)) == 0
    assert verify_archive(target).holds
    with ZipFile(target) as archive:
        pdfs = [name for name in archive.namelist() if name.endswith(".pdf")]
        assert archive.read(pdfs[0]).startswith(b"%PDF-")
        listed = archive.read("归档/目录.html").decode()
        assert len(re.findall(r'href="data/visits/', listed)) >= 11


@pytest.mark.ci
@at_the_window
def test_it_is_stopped_while_its_pages_are_drawn_and_leaves_what_was_there(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "归档.zip"
    target.parent.mkdir()
    target.write_bytes(b"an older one")
    choose_file(target)
    runner, told = person.window.session.runner, list[int]()
    runner.progressed.connect(told.append)
    Reader(person)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    person.press_with(both, "a")
    wait_for(lambda: any(told))  # another process is at it
    assert len(list(target.parent.iterdir())) == 2
    runner.stop()
    wait_for(lambda: runner.is_free)
    assert person.banner == "Stopped; no file was written."
    assert list(target.parent.iterdir()) == [target]
    assert target.read_bytes() == b"an older one"
