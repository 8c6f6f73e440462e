"""A signature half drawn, an amendment half written: they wait at their record."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.gui.visits.record.amend_subjects import SubjectList
from tests.gui.conftest import Visit
from tests.gui.visits.record.test_record import draw, drawn, kept, pad_of
from tests.gui.visits.record.test_result_page import complete
from tests.gui.visits.visit import BACKSPACE, ENTER, ESC, TAB, Person


def drafts(person: Person) -> list[str]:
    """The editors whose drafts are on the disk."""
    return [editor for (editor,) in person.disk.rows("SELECT editor FROM draft ORDER BY 1")]


def open_record(person: Person) -> None:
    """Open the completed visit from its list."""
    person.page.start.completed.setFocus()
    person.press(ENTER)


@pytest.mark.ci
def test_strokes_wait_after_esc_and_after_closing(visit: Visit) -> None:
    def begin(person: Person) -> None:
        person.press(ENTER)
        complete(person)
        person.press("s")
        draw(pad_of(person), (100, 100), (300, 100))
        person.press(ESC)
        assert person.banner == "What is drawn and written waits: “Sign” (S) goes on with it."
        person.press("s")
        assert drawn(pad_of(person)) == 1
        draw(pad_of(person), (100, 200), (300, 200))

    def go_on(person: Person) -> None:
        assert drafts(person) == ["signature"]
        assert kept(person) == []  # no signature until somebody signs
        open_record(person)
        person.press("s")
        assert drawn(pad_of(person)) == 2
        person.press(ESC, "s")
        person.press(ENTER)
        assert [signer for signer, _, _ in kept(person)] == ["王经理"]
        assert drafts(person) == []
        assert person.banner == ""  # nothing waits any more, and nothing says so

    visit(begin)
    visit(go_on)


def test_what_was_cleared_comes_back(visit: Visit) -> None:
    def work(person: Person) -> None:
        person.press(ENTER)
        complete(person)
        person.press("s")
        pad = pad_of(person)
        draw(pad, (100, 100), (300, 100))
        draw(pad, (100, 200), (300, 200))
        person.press(BACKSPACE)
        assert drawn(pad) == 0
        assert person.text("signStatement") == "Cleared. “Undo stroke” (Ctrl+Z) brings it back."
        person.press("z", ctrl=True)
        assert drawn(pad) == 2
        person.press("z", ctrl=True)
        assert drawn(pad) == 1
        person.press(BACKSPACE)
        draw(pad, (100, 300), (300, 300))
        person.press("z", ctrl=True)
        assert drawn(pad) == 0
        person.press("z", ctrl=True)
        assert drawn(pad) == 0  # another one was begun since

    visit(work)


@pytest.mark.ci
def test_the_reason_of_a_refusal_waits(visit: Visit) -> None:
    def begin(person: Person) -> None:
        person.press(ENTER)
        complete(person)
        person.press("s", "r")
        person.keyboard.compose("对扣分有异议")

    def go_on(person: Person) -> None:
        open_record(person)
        person.press("s")
        assert person.focus == "refusalReason"
        person.press(ENTER)
        assert kept(person) == [("王经理", None, "对扣分有异议")]

    visit(begin)
    visit(go_on)


@pytest.mark.ci
def test_an_amendment_waits_with_what_it_is_about(visit: Visit) -> None:
    about: list[str] = []

    def begin(person: Person) -> None:
        person.press(ENTER)
        complete(person)
        person.press("m")
        person.press(TAB)
        subjects = person.find(SubjectList, "amendSubjects")
        subjects.setCurrentIndex(subjects.model().index(3, 0))
        about.append(subjects.subject_text)
        text = person.find(QPlainTextEdit, "amendText")
        text.setFocus()
        person.keyboard.compose("应为一人")
        person.press(ESC)
        assert person.banner == "What is written of the amendment waits: “Amend” (M) goes on."
        person.press("m")
        assert text.toPlainText() == "应为一人"
        person.press(TAB)
        person.keyboard.compose("看错了")

    def go_on(person: Person) -> None:
        open_record(person)
        person.press("m")
        assert person.focus == "amendText"
        assert person.find(SubjectList, "amendSubjects").subject_text == about[0]
        assert person.find(QPlainTextEdit, "amendText").toPlainText() == "应为一人"
        assert person.find(QLineEdit, "amendReason").text() == "看错了"
        assert person.disk.rows("SELECT * FROM amendment") == []
        person.press(ENTER, ctrl=True)
        assert person.disk.rows("SELECT text, reason FROM amendment") == [("应为一人", "看错了")]
        assert drafts(person) == []

    visit(begin)
    visit(go_on)
