"""While one writes, the line shows the keys that work there, and no letter that is text now."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Key, Keyboard, RunMain
from tests.gui.commands.said import line_of
from tests.gui.visits.folder import write_folder
from tests.gui.visits.visit import ALT, BACKSPACE, DOWN, ENTER, ESC, Person
from tests.gui.visits.walks_hall import write_due, write_hall
from tests.written_once import Write, Written

LANGUAGES = ("en", "zh_CN")

Drive = Callable[[Person], None]
Told = list[tuple[str, str]]


@pytest.fixture
def told(
    run_main: RunMain, keyboard: Keyboard, copied: Written, tmp_path: Path
) -> Callable[[Write, Drive], None]:
    """Return a function that lets somebody work in a folder, in both languages."""

    def in_language(before: Path, language: str, drive: Drive) -> None:
        folder = shutil.copytree(before, tmp_path / language)

        def begin(window: MainWindow) -> None:
            drive(Person(window, keyboard, folder))

        assert run_main(begin, "--data", str(folder), "--lang", language) == 0

    def told(write: Write, drive: Drive) -> None:
        before = copied(write)
        for language in LANGUAGES:
            in_language(before, language, drive)

    return told


def line(person: Person) -> Told:
    """Return what stands in the line of keys; it has to be what is drawn there."""
    QApplication.processEvents()
    return line_of(person.window.page)


def keys(person: Person, *pressed: Key) -> list[str]:
    """Press keys; return those that stand in the line then."""
    person.press(*pressed)
    return [key for key, words in line(person)]


def but_undo(told: Told) -> Told:
    """Return what stands in the line, whether or not there is something to take back."""
    return [each for each in told if each[0] != "Ctrl+Z"]


def words(person: Person) -> list[str]:
    return [words for key, words in line(person)]


def begin_walk(person: Person, kind: str) -> None:
    """Start a patrol (3) or a recheck (4) of the first site."""
    person.press("n", ctrl=True)
    person.press_with(ALT, kind)
    person.press(ENTER, ctrl=True)


COMPLETE = "Ctrl+↵"


@pytest.mark.ci
def test_on_a_patrol(told: Callable[[Write, Drive], None]) -> None:
    said: list[list[str]] = []

    def drive(person: Person) -> None:
        begin_walk(person, "3")
        resting = but_undo(line(person))
        # The public area: its places by digit, while nothing is written.
        assert keys(person, "2") == ["1…5", "↵", "Esc", COMPLETE]
        said.append(words(person))
        assert keys(person, "x") == ["↵", "Esc", COMPLETE]
        assert keys(person, BACKSPACE) == ["1…5", "↵", "Esc", COMPLETE]
        person.keyboard.compose("地上有水")
        assert keys(person, ENTER) == ["1…4", "Esc", COMPLETE]
        assert keys(person, "7", "x", ENTER) == ["1…4", "Esc", COMPLETE]  # no category
        said.append(words(person))
        person.press("2")
        assert but_undo(line(person)) == resting
        assert keys(person, "c")[1:] == ["↵", "Esc", COMPLETE]
        said.append(words(person))
        assert keys(person, "x") == ["↵", "Esc", COMPLETE]
        person.press(ESC)
        assert but_undo(line(person)) == resting
        person.press(DOWN)
        assert keys(person, "2", "w") == ["↑ ↓", "↵", "Esc", COMPLETE]  # of a window
        said.append(words(person))
        person.page.patrol.stops.setFocus()  # the line is open, and the list has the keyboard
        assert but_undo(line(person)) == resting

    told(write_hall, drive)
    half = len(said) // 2
    for english, chinese in zip(said[:half], said[half:], strict=True):
        assert all(a and b and a != b for a, b in zip(english, chinese, strict=True))


@pytest.mark.ci
def test_in_a_recheck(told: Callable[[Write, Drive], None]) -> None:
    said: list[list[str]] = []

    def drive(person: Person) -> None:
        begin_walk(person, "4")
        resting = but_undo(line(person))
        assert keys(person, "2") == ["↵", "Esc", COMPLETE]
        assert keys(person, "12p") == ["↵", "Esc", COMPLETE]
        said.append(words(person))
        person.press(ESC)
        assert but_undo(line(person)) == resting

    told(write_due, drive)
    assert len(said) == 2
    assert said[0] == ["Keep it as failed", "Back", "Complete the recheck"]
    assert said[1] == ["记为未通过", "返回", "完成复查"]


@pytest.mark.ci
def test_while_a_visit_is_scored(told: Callable[[Write, Drive], None]) -> None:
    said: list[list[str]] = []
    of_page = ["Alt+C", "Ctrl+V", "Ctrl+Z"]

    def drive(person: Person) -> None:
        person.press(ENTER)
        person.go("greet")
        resting = but_undo(line(person))
        # A note: digits and signs are commands while nothing is written.
        assert keys(person, "2") == ["1…9", "+  −", "↵", "Esc", *of_page]
        said.append(words(person))
        assert keys(person, "x") == ["↵", "Esc", *of_page]
        assert keys(person, BACKSPACE, "3") == ["1…9", "+  −", "↵", "Esc", *of_page]
        # How it was corrected: there is nothing to count.
        person.press_with(ALT, "c")
        assert keys(person) == ["1…9", "⌫", "↵", "Esc", *of_page]
        said.append(words(person))
        assert keys(person, "x") == ["↵", "Esc", *of_page]
        person.press(ESC)
        assert but_undo(line(person)) == resting
        person.go("wait")
        assert keys(person, "2") == ["+", "↵", "Esc", *of_page]
        said.append(words(person))
        person.press(ESC, BACKSPACE)
        # What is found, and where nothing is.
        person.press("f", ctrl=True)
        assert keys(person, BACKSPACE) == ["Esc"]
        assert keys(person, "zz") == ["↑ ↓", "↵", "Esc"]
        said.append(words(person))
        assert keys(person, "no such item") == ["Esc"]
        person.press(ESC)
        assert but_undo(line(person)) == resting
        # Why a window is left out.
        assert keys(person, "x", "r") == ["↵", "Esc"]
        assert keys(person, "12ap") == ["↵", "Esc"]
        said.append(words(person))
        person.press(ESC, "x")
        assert but_undo(line(person)) == resting
        # What is missing.
        person.press(ENTER, ctrl=True)
        assert keys(person) == ["↵", "Esc"]  # arrows of a list are no button
        said.append(words(person))
        person.press("n")  # what is no key of the list is one of the item
        assert but_undo(line(person)) == resting

    told(write_folder, drive)
    half = len(said) // 2
    for english, chinese in zip(said[:half], said[half:], strict=True):
        assert all(a and b and a != b for a, b in zip(english, chinese, strict=True))
