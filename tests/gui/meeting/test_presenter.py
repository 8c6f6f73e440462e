"""The screens of a meeting: keys, full screen, refusals, what is shown of whom."""

from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from inspector.domain.finding.finding import FindingState
from inspector.domain.meeting.meeting import Meeting
from inspector.gui.meeting.presenter import Presenter
from inspector.gui.meeting.screens.meeting_words import kind_word
from inspector.gui.meeting.screens.stage_foot import StageFoot
from inspector.gui.photos.photo_cache import LARGE
from inspector.workspace.preferences import SHOW_NAMES
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.meeting.in_front import END, RIGHT, SPACE, meeting_page, place, words_of
from tests.gui.visits.visit import ENTER, ESC, TAB, Person, at_the_window
from tests.gui.waiting import wait_for

F11, HOME, PAGE_DOWN, LEFT = (
    Qt.Key.Key_F11, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Left,
)  # fmt: skip


def begin(person: Person, finding: int = 0) -> Presenter:
    """Start the meeting; with a number, go to that finding."""
    person.turn_to("meeting")
    person.press(ENTER)
    if finding:
        person.press(str(finding), ENTER)
        assert place(person) == f"{finding} / 15"
    return meeting_page(person).presenter


def state_of(person: Person, number: int) -> FindingState:
    """What is on disk of a finding of the meeting."""
    with closing(Workspace(person.folder)) as workspace:
        (meeting,) = workspace.meetings.open_ones()
        return workspace.meetings.agenda(meeting.id).items[number - 1].finding.state


@pytest.mark.ci
@at_the_window
def test_keys_lead_from_screen_to_screen(person: Person) -> None:
    begin(person)
    person.press(LEFT)
    assert place(person) == "opening"
    person.press(RIGHT, SPACE, PAGE_DOWN, RIGHT)  # a remote control sends PgDn
    assert place(person) == "2 / 15"
    person.press(END)
    assert place(person) == "closing"
    person.press(RIGHT, HOME)
    assert place(person) == "opening"
    person.press("12", ENTER)
    assert place(person) == "12 / 15"
    presenter = meeting_page(person).presenter
    person.press("99", ENTER)
    assert place(person) == "12 / 15"
    assert presenter.line.text == "There is no finding 99."
    person.press(RIGHT)
    assert not presenter.line.isVisible()


@pytest.mark.ci
@at_the_window
def test_the_whole_screen_and_back_and_the_meeting_goes_on(person: Person) -> None:
    presenter = begin(person, 3)
    window = person.window
    person.press(F11)
    assert window.isFullScreen()
    assert not window.rail.isVisible()
    assert not window.key_line.isVisible()
    person.press(RIGHT)
    assert place(person) == "4 / 15"
    person.press(ESC)
    assert not window.isFullScreen()
    assert window.rail.isVisible()
    assert place(person) == "4 / 15"
    assert presenter.isVisible()
    person.press(ESC)
    page = meeting_page(person)
    assert page.opening.isVisible()
    assert page.opening.start_button.text().startswith("Go on")
    person.press(ENTER)
    assert place(person) == "4 / 15"  # what was in front


@pytest.mark.ci
@at_the_window
def test_another_page_and_closing_give_the_screen_back(person: Person) -> None:
    begin(person)
    person.press(F11)
    person.press("1", ctrl=True)
    assert not person.window.isFullScreen()
    assert person.window.rail.isVisible()
    person.turn_to("meeting")
    assert person.focus == "presenter"
    person.press(F11)
    person.window.close()
    assert not person.window.isFullScreen()


@pytest.mark.ci
@at_the_window
def test_ending_always_asks_first(person: Person) -> None:
    presenter = begin(person, 2)
    person.press(ENTER, ctrl=True)
    assert presenter.line.text.startswith("15 findings were not shown yet.")
    person.press(RIGHT)  # another key takes the question back
    assert not presenter.line.isVisible()
    person.press(ENTER, ctrl=True)
    assert presenter.line.text.startswith("14 findings")
    person.press(ENTER, ctrl=True)
    assert person.focus == "minutesText"


@pytest.mark.ci
@at_the_window
def test_a_key_held_down_ends_nothing(person: Person) -> None:
    presenter = begin(person)
    for _ in range(3):
        QApplication.sendEvent(
            presenter,
            QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier,
                "", True,
            ),
        )  # fmt: skip
    assert not presenter.line.isVisible()
    assert presenter.is_open
    person.press(ENTER, ctrl=True)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, modifier, "", True)
        QApplication.sendEvent(presenter, again)
    assert presenter.line.waiting
    assert person.focus == "presenter"


@pytest.mark.ci
@at_the_window
def test_only_what_this_meeting_decided_is_taken_back(person: Person) -> None:
    presenter = begin(person, 1)  # assigned weeks ago
    person.press("z", ctrl=True)
    assert presenter.line.text.startswith("This meeting has decided nothing")
    assert state_of(person, 1) is FindingState.RECTIFYING
    person.press("c", ENTER)
    assert state_of(person, 1) is FindingState.CLOSED
    person.press("t")
    assert presenter.line.text.startswith("Nothing has to be done")
    person.press("z", ctrl=True)
    assert presenter.line.text == "Taken back."
    assert state_of(person, 1) is FindingState.RECTIFYING


@pytest.mark.ci
@at_the_window
def test_what_is_refused_stays_to_be_written(person: Person) -> None:
    presenter = begin(person, 1)
    person.press("e", ENTER)
    assert person.banner == "Write the reason first. Nothing was changed."
    assert person.focus == "extendReason"
    person.press("wait", ENTER)
    assert person.focus == "presenter"
    assert any("Extended" in words for words in words_of(presenter))
    person.press("r", "no", ENTER, "r")
    points = person.find(QLineEdit, "decidePoints")
    assert (points.isEnabled(), points.text()) == (False, "")
    person.press(ENTER)
    assert person.banner == "Write the reason first. Nothing was changed."
    assert person.focus == "decideReason"
    person.press_with(Qt.KeyboardModifier.ShiftModifier, TAB)
    assert person.focus == "decideOutcome"
    person.press(TAB)
    assert person.focus == "decideReason"  # past the points, which are not asked for
    person.press_with(Qt.KeyboardModifier.ShiftModifier, TAB)
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (points.isEnabled(), points.text()) == (True, "0.5")
    person.press(TAB, "x", ENTER)
    assert person.focus == "decidePoints"
    assert person.banner


@pytest.mark.ci
@at_the_window
def test_esc_leaves_a_tray_and_changes_nothing(person: Person) -> None:
    begin(person, 3)
    for key in "ctrn":
        person.press(key)
        assert person.focus != "presenter"
        person.press(ESC)
        assert person.focus == "presenter"
    assert place(person) == "3 / 15"
    assert state_of(person, 3) is FindingState.OPEN


@pytest.mark.ci
@at_the_window
def test_tasks_are_kept_by_esc_as_well(person: Person) -> None:
    presenter = begin(person)
    person.press(END, "t", "one", ENTER, "two", ESC)
    assert person.focus == "presenter"
    assert "one\ntwo" in words_of(presenter)


@pytest.mark.ci
@at_the_window
def test_numbers_are_shown_rather_than_names(person: Person) -> None:
    presenter = begin(person, 1)
    assert words_of(presenter)[0] == "1号窗口 · No. 1001"
    assert "Owner 综合部 No. 1001" in words_of(presenter)


@pytest.mark.ci
def test_names_when_they_are_switched_on(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    with closing(Workspace(folder)) as workspace:
        workspace.preferences.set(SHOW_NAMES, "yes")

    def drive(window: object) -> None:
        person = Person(window, keyboard, folder)  # type: ignore[arg-type]
        shown = words_of(begin(person, 1))
        assert shown[0] == "1号窗口 · No. 1001 张敏"
        assert "Owner 综合部 1001 张敏" in shown

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0


@pytest.mark.ci
@at_the_window
def test_before_stands_beside_after_and_beside_the_last_time(person: Person) -> None:
    presenter = begin(person, 8)
    pane = presenter.stage.view.pane
    assert [photo.caption[:8] for photo in pane.photos] == ["Reported"]
    person.press("2", ENTER)
    captions = [photo.caption for photo in pane.photos]
    assert [caption.rpartition(" ")[0].rpartition(" ")[0] for caption in captions] == [
        "As found", "Last time",
    ]  # fmt: skip
    assert presenter.stage.foot.position.text() == "2 / 15 · New finding"  # as in the list
    assert "Occurrence 2" in words_of(presenter)
    person.press("1", ENTER)
    assert not pane.isVisible()
    person.press(HOME, RIGHT)
    assert pane.isVisible()
    assert words_of(presenter)[:2] == ["1号窗口 · No. 1001", "台面整洁，物品摆放有序"]


@pytest.mark.ci
@at_the_window
def test_photos_come_without_a_key(person: Person) -> None:
    presenter = begin(person)
    person.press(RIGHT)
    pane = presenter.stage.view.pane
    (photo,) = pane.photos
    wait_for(lambda: isinstance(pane.cache.get(photo.evidence, LARGE), QImage))


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "15:00 left"), (15, "00:00 left"), (16.5, "01:30 over time")],
)
def test_the_clock_says_in_words_when_it_is_late(qtbot: QtBot, minutes: float, said: str) -> None:
    foot = StageFoot()
    qtbot.addWidget(foot)
    start = datetime(2026, 11, 24, 8, 20).astimezone()
    meeting = Meeting("m", "s", "城东营业厅", start, start, budget=15)
    foot.show_clock(meeting, start + timedelta(minutes=minutes))
    assert foot.clock.text() == said


@pytest.mark.ci
@at_the_window
def test_letters_and_digits_work_with_shift(person: Person) -> None:
    begin(person)
    person.press_with(Qt.KeyboardModifier.ShiftModifier, "3")  # a digit of a French keyboard
    person.press(ENTER)
    assert place(person) == "3 / 15"
    person.press_with(Qt.KeyboardModifier.ShiftModifier, "E")
    assert person.focus == "extendReason"


@pytest.mark.ci
@at_the_window
def test_the_list_the_opening_screen_and_the_foot_name_one_kind(person: Person) -> None:
    """What is decided changes no kind while the screens go on."""
    person.turn_to("meeting")
    opening = meeting_page(person).opening
    topics = opening.agenda.model.topics
    kinds = [kind_word(topic.kind) for topic in topics if topic.items]
    presenter = begin(person)
    counted = Counter(kinds)
    (counts,) = [words for words in words_of(presenter) if words.startswith("Praise")]
    assert sorted(counts.split(" · ")[1:]) == sorted(f"{k} {n}" for k, n in counted.items())
    foot = presenter.stage.foot.position
    for number, kind in enumerate(kinds, 1):
        person.press(str(number), ENTER)
        assert foot.text() == f"{number} / 15 · {kind}"
    person.press("1", ENTER, "c", ENTER)
    assert foot.text() == f"1 / 15 · {kinds[0]}"


@pytest.mark.ci
@at_the_window
def test_a_mark_is_filled_where_something_was_said_and_not_where_one_jumped_over(
    person: Person,
) -> None:
    presenter = begin(person, 15)
    progress = presenter.stage.foot.progress
    assert progress.done == {0}  # the opening; neither praise nor finding
    person.press("c", ENTER)
    at = presenter.course.at
    assert progress.done == {0, at}
    person.press("3", ENTER, RIGHT)
    assert progress.done == {0, at, at - 12}


@pytest.mark.ci
@at_the_window
def test_esc_takes_back_the_question_before_it_leaves(person: Person) -> None:
    presenter = begin(person, 2)
    person.press(ENTER, ctrl=True)
    assert presenter.line.waiting
    person.press(ESC)
    assert not presenter.line.isVisible()
    assert place(person) == "2 / 15"
    assert presenter.isVisible()
    person.press(ESC)
    assert meeting_page(person).opening.isVisible()
