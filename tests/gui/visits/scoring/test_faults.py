"""The machine is at fault while a visit is scored: nothing is lost, one sentence says the way out.

What the disk refuses stays in the window, marked, and is written in its order when it can be.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from inspector.gui import unsaved
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.frame.unsaved_question import UnsavedQuestion
from inspector.gui.visits.scoring.lists.item_model import ItemRow
from tests.conftest import Keyboard, RunMain
from tests.faults import (
    deleted,
    drive,
    full,
    locked,
    moved_away,
    overwritten,
    write_protected,
)
from tests.gui.looks import cut, lost, nameless, overlapping
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import (
    BACKSPACE,
    CTRL,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    Person,
    in_a_visit,
)
from tests.gui.waiting import wait_for
from tests.written_once import Written

Fault = Callable[[Path], AbstractContextManager[None]]

FAULTS: dict[str, tuple[Fault, str, str]] = {
    "full": (full, "the disk is full", "Make room on the disk"),
    "write-protected": (write_protected, "is read-only", "Allow writing to it again"),
    "locked": (locked, "another program holds it", "Close the other program"),
    "moved away": (moved_away, "is no longer there", "Plug the drive in again"),
    "deleted": (deleted, "is no longer there", "put the folder back"),
}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is refused at once; nothing is tried again before the test says so."""
    monkeypatch.setattr(unsaved, "PATIENCE", 1)
    monkeypatch.setattr(unsaved, "TRY_AGAIN_AFTER", 3_600_000)


@pytest.fixture
def folder(written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder on a small drive of its own."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    disk = tmp_path / "drive"
    with drive(disk):
        yield Path(shutil.copytree(written(write_folder), disk / "data"))


def try_again(person: Person) -> None:
    """Press F5."""
    person.press(Qt.Key.Key_F5)


def shown(person: Person) -> dict[str, str]:
    """The verdicts that the list shows."""
    return {row.item.id: row.answer.verdict.value for row in _rows(person) if row.answer}


def marked(person: Person) -> list[str]:
    """The items that the list marks as unsaved, which it says in words."""
    model = person.scoring.model
    said = [str(model.index(at).data()) for at in range(model.rowCount())]
    rows = [model.item_row(model.index(at)) for at in range(model.rowCount())]
    marks = [row.item.id for row, text in zip(rows, said, strict=True) if row and "Unsaved" in text]
    assert marks == [row.item.id for row in _rows(person) if row.unsaved]
    return marks


def _rows(person: Person) -> list[ItemRow]:
    model = person.scoring.model
    rows = [model.item_row(model.index(at)) for at in range(model.rowCount())]
    return [row for row in rows if row is not None]


def status(person: Person) -> str:
    """What the line at the bottom says of the disk."""
    unsaved = person.window.key_line.findChild(QLabel, "unsavedCount")
    saved = person.window.key_line.findChild(QLabel, "savedTime")
    assert unsaved is not None
    assert saved is not None
    assert unsaved.isVisible() != saved.isVisible()
    return (unsaved if unsaved.isVisible() else saved).text()


def cards(person: Person) -> list[str]:
    """What the list of windows says."""
    model = person.scoring.cards_model
    return [str(model.index(at).data()) for at in range(model.rowCount())]


@pytest.fixture(params=FAULTS)
def fault(request: pytest.FixtureRequest) -> tuple[Fault, str, str]:
    """Each fault with what is said of it and of the way out."""
    return FAULTS[request.param]


@in_a_visit
def test_what_the_disk_refuses_stays_and_is_written_later(
    person: Person, fault: tuple[Fault, str, str]
) -> None:
    begin, cause, way_out = fault
    person.press("1")
    before = person.disk.answers()
    with begin(person.folder.parent if begin is full else person.folder):
        person.press("1")  # the key does what it always does
        assert person.item == "quarrel"
        assert cause in person.banner
        assert "1 entry is not saved yet" in person.banner
        assert way_out in person.banner
        assert person.find(QPushButton, "bannerAction", person.window.banner).isVisible()
        assert marked(person) == ["uniform"]
        person.press("3", "2", "a")
        assert shown(person) == {
            "greet": "pass", "uniform": "pass", "quarrel": "na", "polite": "deduct",
        }  # fmt: skip
        assert marked(person) == ["uniform", "quarrel", "polite"]
        assert status(person) == "! 3 unsaved"
        assert "Unsaved" in cards(person)[1]
        assert "Unsaved" not in cards(person)[2]
        person.press(ESC)
        try_again(person)  # in vain
        assert status(person) == "! 3 unsaved"
        assert "3 entries are not saved yet" in person.banner
        if begin not in (moved_away, deleted):
            assert person.disk.answers() == before
    try_again(person)
    assert {item: kept.verdict for item, kept in person.disk.answers().items()} == shown(person)
    assert person.disk.answers()["polite"].note == "a"
    assert marked(person) == []
    assert status(person).startswith("Saved ")
    assert person.banner == "Everything is saved now."
    assert "Unsaved" not in "".join(cards(person))
    assert copies(person) == []


def test_a_database_that_was_written_over_takes_no_answer_in_silence(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    kept: list[dict[str, str]] = []

    def lose(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        person.press("1")
        with overwritten(folder):
            person.press("1", "3")
            assert "is damaged" in person.banner
            assert "“Bring a backup back” (F6)" in person.banner
            assert marked(person) == ["uniform", "quarrel"]
            assert copies(person) != []  # the next start has them, whatever becomes of the file
        try_again(person)
        assert marked(person) == ["uniform", "quarrel"], "from the first sign nothing is written"
        kept.append(shown(person))
        window._unsaved._leaves = True

    def find(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert {item: each.verdict for item, each in person.disk.answers().items()} == kept[0]
        assert copies(person) == []

    for each in (lose, find):
        assert run_main(each, "--data", str(folder), "--lang", "en") == 0


def copies(person: Person) -> list[Path]:
    """The files that hold what is not saved."""
    places = (person.folder.parent, Path.home())
    return [path for place in places for path in place.rglob("inspector-unsaved*")]


@in_a_visit
def test_it_is_tried_again_by_itself_and_by_the_next_answer(person: Person) -> None:
    with full(person.folder.parent):
        person.press("1", "1")
        assert status(person) == "! 2 unsaved"
    person.press("1")  # the bonus item: passed as well
    assert len(person.disk.answers()) == 3
    assert status(person).startswith("Saved ")
    with full(person.folder.parent):
        person.press("1")
    person.window._session.unsaved._timer.setInterval(1)
    wait_for(lambda: len(person.disk.answers()) == 4)
    wait_for(lambda: status(person).startswith("Saved "))


@pytest.mark.ci
@in_a_visit
def test_typing_goes_on(person: Person) -> None:
    person.press("2", "a")
    with full(person.folder.parent):
        person.press("bcdefg")
        note = person.find(QPlainTextEdit, "note")
        assert note.toPlainText() == "abcdefg"
        assert status(person) == "! 1 unsaved"
        assert person.disk.note() == "a"
        person.press(ENTER)
        assert person.item == "uniform"
        person.press_with(CTRL, "z")
        assert person.item == "greet"
    try_again(person)
    assert person.disk.note() == ""  # it was one step, as ever
    person.press_with(CTRL, "y")
    assert person.disk.note() == "abcdefg"


@in_a_visit
@pytest.mark.ci
def test_undo_reaches_over_what_is_saved_and_what_is_not(person: Person) -> None:
    person.press("1", "3")
    with full(person.folder.parent):
        person.press("1", "1")
        for _ in range(3):
            person.press("z", ctrl=True)
        assert shown(person) == {"greet": "pass"}
        person.press("y", ctrl=True)
        assert shown(person) == {"greet": "pass", "uniform": "na"}
        assert "uniform" in marked(person)
    try_again(person)
    assert person.disk.verdicts() == {"greet": "pass", "uniform": "na"}
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    assert person.disk.verdicts() == {}


@in_a_visit
@pytest.mark.ci
def test_windows_are_left_out_and_passed_whole(person: Person) -> None:
    with full(person.folder.parent):
        person.press("x", PAGE_DOWN, "a", "a")
        assert status(person) != ""
        assert person.disk.left_out() == []
        assert person.disk.verdicts("2号窗口") == {}
    try_again(person)
    assert person.disk.left_out() == ["1号窗口"]
    assert len(person.disk.verdicts("2号窗口")) == 7


@pytest.mark.ci
@in_a_visit
def test_a_visit_is_left_and_taken_up_again_meanwhile(person: Person) -> None:
    person.press("1")
    with full(person.folder.parent):
        person.press("1", "1")
        person.press(ESC)
        assert person.page.start.isVisible()
        assert status(person) == "! 2 unsaved"
        assert "2 entries" in person.banner
        person.press(ENTER)
        assert person.place == ("1号窗口", "polite")
        assert shown(person) == {"greet": "pass", "uniform": "pass", "quarrel": "pass"}
        assert marked(person) == ["uniform", "quarrel"]
        person.press(BACKSPACE, ESC)
    try_again(person)
    unfinished = person.page.start.unfinished_model
    progress = unfinished.row_at(0).progress
    assert progress is not None
    assert progress.done == 3
    person.press(ENTER)
    assert person.disk.verdicts() == shown(person)


@pytest.mark.ci
@in_a_visit
def test_nothing_is_completed_discarded_or_handed_out_meanwhile(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.press(PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    with full(person.folder.parent):
        person.press(PAGE_UP, PAGE_UP)
        person.press("3")
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert "1 entry is not saved yet; that comes first" in person.banner
        assert "the disk is full" in person.banner
        assert "Make room on the disk" in person.banner
        assert person.disk.states() == ["open"]
        person.press(ESC, ESC)
        person.press(Qt.Key.Key_Delete)
        assert person.disk.states() == ["open"]
        assert "that comes first" in person.banner
        person.press(ENTER)
    try_again(person)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]
    person.press(ESC)
    person.press("n", ctrl=True)
    person.press(TAB)
    person.press(ENTER, ctrl=True)
    with full(person.folder.parent):
        person.press("1", ESC)
        person.press("s", ctrl=True)  # asks for no file
        assert "1 entry is not saved yet; that comes first" in person.banner


# The end of the window


def question(person: Person) -> UnsavedQuestion | None:
    """What the window asks before it closes."""
    asked = person.window.findChildren(UnsavedQuestion)
    return next((each for each in asked if each.isVisible()), None)


def answer(person: Person, name: str) -> None:
    """Choose one of its buttons."""
    asked = question(person)
    assert asked is not None
    button = asked.findChild(QPushButton, name)
    assert button is not None
    button.click()
    QApplication.processEvents()


@in_a_visit
def test_closing_asks_first(person: Person) -> None:
    with full(person.folder.parent):
        person.press("1")
        assert not person.window.close()
        assert question(person) is not None
        answer(person, "unsavedStay")
        assert question(person) is None
        assert person.window.isVisible()
        person.window.close()
        answer(person, "unsavedTryAgain")
        assert question(person) is not None, "it is still full"
    answer(person, "unsavedTryAgain")
    assert not person.window.isVisible()
    assert person.disk.verdicts() == {"greet": "pass"}


@pytest.mark.ci
def test_what_was_left_behind_is_written_by_the_next_run(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    said: list[str] = []

    def leave(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        with full(folder.parent):
            person.press("1", "2", "1")
            window.close()
            asked = question(person)
            assert asked is not None
            text = asked.findChild(QLabel, "unsavedText")
            assert text is not None
            (copy,) = copies(person)
            assert str(copy) in text.text().replace("\u200b", "")
            answer(person, "unsavedLeave")
            assert not window.isVisible()
        assert person.disk.verdicts() == {}

    def come_back(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        said.append(person.banner)
        assert copies(person) == []
        person.press(ENTER)
        assert shown(person) == person.disk.verdicts() == {"greet": "pass", "uniform": "deduct"}

    for drive_ in (leave, come_back):
        assert run_main(drive_, "--data", str(folder), "--lang", "en") == 0
    assert said == ["2 entries that the last run could not save are saved now."]


@pytest.mark.ci
def test_a_run_that_was_killed_left_a_copy_as_well(
    run_main: RunMain, keyboard: Keyboard, folder: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"

    def fill(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        with full(folder.parent):
            person.press("1", "2", "1")
            (copy,) = copies(person)
            shutil.copy(copy, kept)  # as it lies there at this instant
        try_again(person)
        person.press("z", ctrl=True)
        person.press("z", ctrl=True)
        person.press("z", ctrl=True)
        assert person.disk.verdicts() == {}
        shutil.copy(kept, folder / "inspector-unsaved.json")

    def come_back_full(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert person.disk.verdicts() == {"greet": "pass", "uniform": "deduct"}

    for drive_ in (fill, come_back_full):
        assert run_main(drive_, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
def test_what_was_left_behind_waits_on_while_it_is_refused(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def leave(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        with locked(folder):
            person.press("1", "1")
            window.close()
            answer(person, "unsavedLeave")

    def come_back(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert status(person) == "! 2 unsaved"
        assert "Close the other program" in person.banner
        person.press(ENTER)
        assert person.place == ("1号窗口", "quarrel")
        assert marked(person) == ["greet", "uniform"]
        window.resize(911, 440)
        QApplication.processEvents()
        assert cut(window) == lost(window) == overlapping(window) == nameless(window) == []
        window.close()
        asked = question(person)
        assert asked is not None
        assert cut(asked) == lost(asked) == nameless(asked) == []
        answer(person, "unsavedLeave")

    arguments = ("--data", str(folder), "--lang", "zh_CN")
    run_main(leave, *arguments)
    with locked(folder):
        run_main(come_back, *arguments[:-1], "en")
    (copy,) = (path for path in folder.glob("inspector-unsaved*"))
    assert copy.stat().st_mode & 0o077 == 0
