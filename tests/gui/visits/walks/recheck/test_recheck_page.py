"""A recheck by keys only: as found beside as it is now, passed or failed, and what comes of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from inspector.domain.finding.recheck import RecheckOutcome
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.photos.photo_cache import LARGE, PhotoCache
from inspector.gui.photos.photo_subject import Subject
from inspector.gui.visits.walks.recheck.recheck_page import RecheckPage
from inspector.gui.widgets.elided_label import ElidedLabel
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.visits.visit import (
    ALT,
    BACKSPACE,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    SHIFT,
    UP,
    Person,
    at_the_window,
)
from tests.gui.visits.walks_hall import write_due
from tests.gui.waiting import wait_for
from tests.photos import jpeg, photo
from tests.written_once import Written

RIGHT = Qt.Key.Key_Right


@pytest.fixture
def folder(copied: Written) -> Path:
    """A data folder with a hall where three findings are long due, the first with two photos."""
    return copied(write_due, photos=2)


def begin(person: Person) -> RecheckPage:
    """Start a recheck of the first site from the form."""
    person.press("n", ctrl=True)
    person.press_with(ALT, "4")
    person.press(ENTER, ctrl=True)
    page = person.page.recheck
    assert page.isVisible()
    assert person.focus == "recheckFindings"
    return page


def outcomes(person: Person) -> list[tuple[str | None, str]]:
    """What is on disk: outcome and note of each finding."""
    return person.disk.rows("SELECT outcome, note FROM recheck_entry ORDER BY position")


def states(person: Person) -> list[str]:
    """The states of the findings."""
    return [state for (state,) in person.disk.rows("SELECT state FROM finding ORDER BY number")]


def said(person: Person) -> str:
    """The sentence in the line of the recheck."""
    line = person.page.recheck.line
    return line.text if line.isVisible() else ""


def fail(person: Person, note: str) -> None:
    """Let the finding in front fail."""
    person.press("2")
    person.keyboard.compose(note)
    person.press(ENTER)


@pytest.mark.ci
@at_the_window
def test_its_button_says_that_what_passed_is_closed(person: Person) -> None:
    begin(person)
    assert person.find(QPushButton, "passed").accessibleName() == "Passed, closed"


@pytest.mark.ci
@at_the_window
def test_passed_is_closed_and_failed_goes_back(person: Person) -> None:
    begin(person)
    person.press("1")
    fail(person, "仍未改")
    person.press("1")
    assert (
        said(person)
        == "Every finding was looked at. “Complete the recheck” (Ctrl+↵) completes the recheck."
    )
    assert outcomes(person) == [("passed", ""), ("failed", "仍未改"), ("passed", "")]
    assert states(person) == ["open"] * 3  # until it is completed
    person.press(ENTER, ctrl=True)
    assert said(person) == (
        "2 passed and are closed, 1 failed and go back."
        " “Complete the recheck” (Ctrl+↵) again completes it."
    )
    person.press(ESC)
    assert states(person) == ["open"] * 3
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert states(person) == ["closed", "rectifying", "closed"]
    result = person.page.recheck_result
    assert result.isVisible()
    assert person.find(QLabel, "resultSummary", result).text() == (
        "2 passed and closed · 1 failed and sent back"
    )
    rows = [[result.model.index(row, column).data() for column in (0, 4, 5)] for row in range(3)]
    assert rows == [
        ["✓ Passed, closed", "—", "Closed"],
        ["✗ Failed", "仍未改", "Being put right"],
        ["✓ Passed, closed", "—", "Closed"],
    ]
    person.press(ESC)
    completed = person.page.start.completed_model
    assert [completed.index(0, column).data() for column in (1, 3)] == ["Recheck", "—"]
    person.press(UP, ENTER)
    assert result.isVisible()


@pytest.mark.ci
@at_the_window
def test_a_failure_says_what_is_still_wrong(person: Person) -> None:
    begin(person)
    person.press("2", ENTER)
    assert said(person) == "Say what is still wrong; the site has to know."
    person.press("1", "2", ENTER)  # in the field, digits are text
    assert outcomes(person)[0] == ("failed", "12")
    person.press(UP, "2", ESC)
    assert person.focus == "recheckFindings"
    assert outcomes(person)[0] == ("failed", "12")


@at_the_window
@pytest.mark.ci
def test_not_looked_at_after_all_and_undone(person: Person) -> None:
    begin(person)
    person.press("1", "1", UP, UP)
    person.press("3")
    assert outcomes(person)[0] == (None, "")
    person.press(DOWN, BACKSPACE)
    assert outcomes(person)[1] == (None, "")
    person.press("z", ctrl=True)
    assert outcomes(person)[1] == ("passed", "")
    person.press("z", ctrl=True)
    assert outcomes(person)[0] == ("passed", "")
    person.press("y", ctrl=True)
    assert outcomes(person)[0] == (None, "")


@at_the_window
@pytest.mark.ci
def test_what_is_left_is_shown_before_it_can_be_completed(person: Person) -> None:
    page = begin(person)
    person.press(RIGHT, "1")
    person.press(ENTER, ctrl=True)
    assert said(person) == (
        "2 findings were not looked at yet; this is the first. Leave the recheck where it is to go"
        " on another day."
    )
    assert page.finding == page.walk.stops[0]
    person.press("1", "1", BACKSPACE)
    person.press(ENTER, ctrl=True)
    assert said(person) == "Only this finding was not looked at yet."
    assert person.disk.states() == ["completed", "open"]


@at_the_window
@pytest.mark.ci
def test_the_facts_of_a_finding(person: Person) -> None:
    page = begin(person)
    finding = page.finding
    assert person.find(QLabel, "findingText", page).text() == "见照片"
    facts = {
        name: person.find(QLabel, f"fact-{name}", page).text()
        for name in ("number", "window", "item", "requirement", "owner", "state")
    }
    assert facts == {
        "number": finding.number,
        "window": "1号窗口 · No. 1001",
        "item": "顾客走近时起身、微笑、主动问候",
        "requirement": "晨会复训迎送动作",
        "owner": "综合部 · No. 1001 · 王经理",
        "state": "Open, overdue",
    }
    assert not person.find(QLabel, "fact-reported", page).isVisible()


@at_the_window
@pytest.mark.ci
def test_photos_as_found_stand_beside_those_of_now(
    person: Person, tmp_path: Path, choose_file: ChooseFile
) -> None:
    page = begin(person)
    assert [each.role.value for each in page.panel.before.shown] == ["found", "found"]
    assert list(page.panel.now.shown) == []
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    person.press("v", ctrl=True)
    person.press(DOWN)  # read meanwhile: it stays with the first finding
    page.photos.finish()
    assert list(page.panel.before.shown) == []
    choose_file(photo(tmp_path))
    person.press("p")
    page.photos.finish()
    assert [each.role.value for each in page.panel.now.shown] == ["rechecked"]
    person.press(UP)
    (taken,) = page.panel.now.shown
    assert (taken.role.value, taken.inspection_id) == ("rechecked", page.walk.id)
    person.press(DELETE)
    assert list(page.panel.now.shown) == []
    person.press("z", ctrl=True)
    assert list(page.panel.now.shown) == [taken]
    cache = PhotoCache.of(page._session)
    wait_for(lambda: cache.get(taken, LARGE) is not None)  # read on a thread
    picture = cache.get(taken, LARGE)
    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (64, 48)


@at_the_window
def test_a_double_click_shows_the_photos_large(person: Person) -> None:
    page = begin(person)
    QTest.mouseDClick(page.panel.before, Qt.MouseButton.LeftButton)
    assert page.photos.viewer.is_open
    assert page.walk.outcome(page.finding.id) is None


@at_the_window
@pytest.mark.ci
def test_without_a_photo_as_found_the_latest_comes_first(person: Person) -> None:
    page = begin(person)
    earlier, latest = (
        replace(each, role=EvidenceRole.REPORTED) for each in page.walk.before(page.finding.id)
    )
    page.photos.view(Subject("reported", lambda: (earlier, latest)), "")
    assert page.photos.viewer.beside.shown == [latest]


@pytest.mark.ci
@at_the_window
def test_v_shows_the_photos_large_and_changes_none(person: Person) -> None:
    page = begin(person)
    person.press("v")
    viewer = page.photos.viewer
    assert [each.partition(" ")[0] for each in viewer.beside.captions] == ["As"]
    assert viewer.beside.captions[0].endswith("1/2")
    person.press(Qt.Key.Key_Right)
    assert viewer.beside.captions[0].endswith("2/2")
    person.press(DELETE, "1", "c")
    assert len(page.walk.before(page.finding.id)) == 2
    assert page.walk.outcome(page.finding.id) is None
    assert viewer.isVisible()
    person.press(ESC)
    assert not viewer.isVisible()
    person.press("1")
    assert page.walk.count(RecheckOutcome.PASSED) == 1


@at_the_window
def test_a_photo_of_the_repair_never_stands_as_found(person: Person) -> None:
    page = begin(person)
    person.press(DOWN)  # found without a photo
    book, finding = page._session.workspace.evidence, page.finding
    role = EvidenceRole.REPORTED
    book.attach_to_finding(book.prepare(jpeg()), finding.id, EvidenceOrigin.CHOSEN, role)
    page.walk._read_again()
    assert list(page.panel.before.shown) == []
    assert [each.role for each in page.panel.now.shown] == [role]
    assert person.find(ElidedLabel, "photosNowTitle", page).text().startswith("Reported done, ")
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    QGuiApplication.clipboard().setImage(image)
    person.press("v", ctrl=True)
    page.photos.finish()
    assert [each.role for each in page.panel.now.shown] == [EvidenceRole.RECHECKED]


@pytest.mark.ci
def test_it_is_resumed_at_what_was_not_looked_at(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def first(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        begin(person)
        person.press("1", ESC)
        assert person.page.start.unfinished_model.index(0, 3).data() == "1 / 3 looked at"

    def second(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        page = person.page.recheck
        assert page.finding == page.walk.stops[1]

    for drive in (first, second):
        assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@at_the_window
@pytest.mark.ci
def test_closed_meanwhile_does_not_stand_in_the_way(person: Person) -> None:
    page = begin(person)
    workspace = page._session.workspace
    workspace.findings.correct([page.finding.id], "晨会上已改")
    fail(person, "没看到")
    person.press("1", "1")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert states(person) == ["closed"] * 3
    assert outcomes(person)[0] == ("failed", "没看到")


@pytest.mark.ci
@at_the_window
def test_the_ledger_is_exported_from_the_result(
    person: Person, tmp_path: Path, choose_file: ChooseFile
) -> None:
    begin(person)
    person.press("1", "1", "1")
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    choose_file(tmp_path / "ledger.xlsx")
    person.press("e", ctrl=True)
    wait_for((tmp_path / "ledger.xlsx").exists)


@at_the_window
@pytest.mark.ci
def test_on_a_narrow_window_the_arrow_keys_still_lead_on(person: Person) -> None:
    page = begin(person)
    person.window.showNormal()
    person.window.resize(911, 440)
    person.press(DOWN)
    assert page.stops.width() == 0
    assert page.finding == page.walk.stops[1]
    person.press(RIGHT, "1")
    assert outcomes(person) == [(None, ""), (None, ""), ("passed", "")]


@pytest.mark.ci
@at_the_window
def test_a_discarded_recheck_comes_back_with_its_decisions(person: Person) -> None:
    begin(person)
    person.press("1", ESC, DELETE)
    assert "discarded" in person.disk.states()
    person.turn_to("data")
    person.press_with(ALT, "4")
    person.press(ENTER)
    person.press("1", ctrl=True)
    assert person.page.start.unfinished_model.index(0, 3).data() == "1 / 3 looked at"
    person.press(ENTER)
    assert person.page.recheck.isVisible()


@at_the_window
def test_digits_work_with_shift(person: Person) -> None:
    begin(person)
    person.press_with(SHIFT, "1")  # a digit of a French keyboard
    assert outcomes(person)[0] == ("passed", "")
