"""The database refuses: one sentence, the list shows what is on disk, and it works again after."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from inspector.workspace.workspace import DATABASE_FILE
from tests.gui.inspect.disk import Kept
from tests.gui.inspect.folder import REQUIRED
from tests.gui.inspect.visit import (
    BACKSPACE,
    CTRL,
    DELETE,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    Person,
    at_the_window,
    in_a_visit,
)

REFUSED = "cannot be written: another program holds it. Nothing was changed."


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked database is refused at once instead of after five seconds."""
    monkeypatch.setattr("inspector.storage.database.BUSY_TIMEOUT", 1)


@contextmanager
def locked(person: Person) -> Iterator[None]:
    """Hold the database as a backup program might."""
    with closing(sqlite3.connect(person.folder / DATABASE_FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def shown(person: Person) -> dict[str, str]:
    """The verdicts that the list shows."""
    model = person.scoring.model
    rows = [model.item_row(model.index(row)) for row in range(model.rowCount())]
    return {row.item.id: row.answer.verdict.value for row in rows if row and row.answer}


def refuse(person: Person, *keys: str | Qt.Key, ctrl: bool = False) -> None:
    """Press keys in vain."""
    person.window.banner.hide()
    person.press(*keys, ctrl=ctrl)
    assert REFUSED in person.banner
    assert person.banner.count("。") + person.banner.count(". ") <= 1
    assert shown(person) == person.disk.verdicts()


@in_a_visit
def test_every_key_that_writes_is_refused_and_works_again(person: Person) -> None:
    person.press("1", "2", "1", ESC)
    before = person.disk.rows("SELECT * FROM answer")
    with locked(person):
        refuse(person, "1")
        assert person.item == "uniform"  # one is not led on
        refuse(person, "3")
        refuse(person, BACKSPACE)
        refuse(person, "a", "a")
        refuse(person, "x")
        refuse(person, "z", ctrl=True)
        refuse(person, "2", "2")
        refuse(person, "+")
        assert person.disk.rows("SELECT * FROM answer") == before
        assert person.disk.left_out() == []
    person.press("2")
    assert person.disk.answers()["uniform"].phrases == ("未穿工装", "未佩戴工牌")
    assert person.banner == ""  # it is no longer so


@in_a_visit
def test_the_history_is_as_it_was(person: Person) -> None:
    person.press("1", "3", "1")
    with locked(person):
        for _ in range(5):
            refuse(person, "z", ctrl=True)
        refuse(person, "3")
    person.press("z", ctrl=True)
    person.press("z", ctrl=True)
    assert person.disk.verdicts() == {"greet": "pass"}
    with locked(person):
        refuse(person, "y", ctrl=True)
        refuse(person, "1")  # a refused change does not forget what was taken back
    person.press("y", ctrl=True)
    person.press("y", ctrl=True)
    assert person.disk.verdicts() == {"greet": "pass", "uniform": "na", "quarrel": "pass"}


@in_a_visit
def test_a_window_left_out_in_vain(person: Person) -> None:
    person.press("x")
    with locked(person):
        refuse(person, "z", ctrl=True)
        refuse(person, "x")
    assert person.disk.left_out() == ["1号窗口"]
    person.press("z", ctrl=True)
    assert person.disk.left_out() == []
    person.press("y", ctrl=True)
    assert person.disk.left_out() == ["1号窗口"]


@in_a_visit
def test_a_note_refused_is_kept_in_the_field_and_by_the_next_key(person: Person) -> None:
    person.press("2", "a")
    with locked(person):
        refuse(person, "b")
        assert person.find(QPlainTextEdit, "note").toPlainText() == "ab"
        refuse(person, ENTER)  # tried once more, and not left behind
        assert person.focus == "note"
        assert person.item == "greet"
        assert person.disk.note() == "a"
    person.press("c")
    assert person.disk.note() == "abc"
    with locked(person):
        refuse(person, "d")
    person.press(ENTER)
    assert person.disk.note() == "abcd"
    assert person.item == "uniform"


@in_a_visit
def test_esc_from_a_refused_note_shows_what_is_on_disk(person: Person) -> None:
    person.press("2", "a")
    with locked(person):
        refuse(person, "b")
        person.press(ESC)
    assert person.find(QPlainTextEdit, "note").toPlainText() == "a"


@in_a_visit
def test_a_value_refused_is_kept_by_enter(person: Person) -> None:
    person.go("wait")
    person.press("2", "2")
    with locked(person):
        refuse(person, "3")
        refuse(person, ENTER)
        assert person.focus == "measuredValue"
    person.press(ENTER)
    assert person.disk.answers()["wait"] == Kept("deduct", 1, measured=2300)
    assert person.item == "notice"


@in_a_visit
def test_a_visit_completed_in_vain_stays_open(person: Person) -> None:
    person.press(PAGE_UP)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    with locked(person):
        person.press(ENTER, ctrl=True)
        person.press(ENTER, ctrl=True)
        assert REFUSED in person.banner
    assert person.disk.states() == ["open"]
    assert person.disk.rows("SELECT * FROM finding") == []
    assert person.scoring.isVisible()
    person.press("z", ctrl=True)  # the history is still there
    assert person.disk.verdicts("3号窗口") == {}
    person.press("y", ctrl=True)
    assert set(person.disk.answers("3号窗口")) == set(REQUIRED)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.disk.states() == ["completed"]


@in_a_visit
def test_leaving_is_possible_all_the_same(person: Person) -> None:
    person.press("1")
    with locked(person):
        person.press(ESC)
        assert person.page.start.isVisible()
        person.press(ENTER)
        assert person.place == ("1号窗口", "uniform")


@at_the_window
def test_a_visit_started_or_discarded_in_vain(person: Person) -> None:
    with locked(person):
        person.press(DELETE)
        assert REFUSED in person.banner
        person.press("n", ctrl=True)
        person.press(TAB)
        person.press(ENTER, ctrl=True)
        assert REFUSED in person.banner
        assert person.page.new.isVisible()
    assert person.disk.states() == ["open"]
    person.press(ENTER, ctrl=True)
    assert person.scoring.isVisible()
    assert person.disk.states() == ["open", "open"]
    assert person.banner == ""


@in_a_visit
def test_redo_from_the_note_is_refused_like_any_other(person: Person) -> None:
    person.press("2", "1")
    person.press("z", ctrl=True)
    with locked(person):
        refuse(person, "y", ctrl=True)
    person.press_with(CTRL, "y")
    assert person.disk.answers()["greet"].phrases == ("未起身迎接",)
