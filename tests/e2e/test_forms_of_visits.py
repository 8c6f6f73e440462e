"""全查, 必查 and 抽查 from the form of a new visit: what is asked and shown, how many presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.method import Form, Method
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.honest_hall import AT_A_GLANCE, ITEMS, MUST, write_honest_roster
from tests.gui.visits.photos import copy_files, now, photo_file
from tests.gui.visits.visit import ALT, ENTER, Person, at_the_window
from tests.written_once import Written


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_honest_roster)


def begin(person: Person, kind: str, form: str) -> None:
    person.press("n", ctrl=True)
    person.press_with(ALT, kind, form)


def said(person: Person) -> str:
    return person.find(QLabel, "itemsAsked").text()


@pytest.mark.ci
@at_the_window
def test_a_window_of_18_items_that_are_always_asked_takes_at_most_20_presses(
    person: Person,
) -> None:
    begin(person, "2", "8")
    assert f"windows × {MUST} +" in said(person)
    person.press(ENTER, ctrl=True)
    page = person.scoring
    assert page.scoring.sheet.inspection.form is Form.MUST
    assert page.scoring.sheet.progress(page.card).total == MUST
    person.keyboard.presses = 0
    person.press("2", "1", ENTER)  # 顾客走近时起身、微笑、主动问候
    person.press("2", "1", ENTER)  # 着装统一，工牌佩戴在左胸
    person.press("a", "a")  # what else is seen at a glance
    person.press("1", "1", "1")  # a transaction and a question
    person.press("n")  # standing on the red lines: none found
    assert person.keyboard.presses == 12
    assert page.scoring.sheet.progress(page.card).complete
    assert page.scoring.sheet.coverage(page.card).observed == MUST
    assert page.scoring.sheet.score(page.card).total == 9800


@pytest.mark.ci
@at_the_window
def test_a_window_of_48_items_with_three_findings_and_photos_takes_31_presses(
    person: Person, tmp_path: Path
) -> None:
    shots = [photo_file(tmp_path, f"IMG_{number}.jpg", now()) for number in range(3)]
    begin(person, "2", "7")
    assert f"windows × {ITEMS} +" in said(person)
    person.press(ENTER, ctrl=True)
    page = person.scoring
    person.keyboard.presses = 0
    for initials, item, shot in zip(
        ("gkz", "zzt", "tdr"), ("greet", "dress", "manner"), shots, strict=True
    ):
        person.press("f", ctrl=True)
        person.press(initials, ENTER, "2", "1")
        assert person.item == item
        copy_files(shot)
        person.press("v", ctrl=True)
        person.press(ENTER)
    person.press("a", "a", "u", "u")
    assert person.keyboard.presses == 31
    sheet = page.scoring.sheet
    assert sheet.progress(page.card).complete
    assert sheet.coverage(page.card).observed == AT_A_GLANCE
    assert sheet.score(page.card).total == 9700


@pytest.mark.ci
@at_the_window
def test_red_lines_marked_as_none_found_a_window_of_48_items_stays_below_31_presses(
    person: Person, tmp_path: Path
) -> None:
    """The same findings and photos, found by two letters each; four red lines are not in sight."""
    shots = [photo_file(tmp_path, f"IMG_{number}.jpg", now()) for number in range(3)]
    begin(person, "2", "7")
    person.press(ENTER, ctrl=True)
    page = person.scoring
    person.keyboard.presses = 0
    for initials, item, shot in zip(
        ("gk", "zz", "td"), ("greet", "dress", "manner"), shots, strict=True
    ):
        person.press("f", ctrl=True)
        person.press(initials, ENTER, "2", "1")
        assert person.item == item
        copy_files(shot)
        person.press("v", ctrl=True)
        person.press(ENTER)
    person.press("a", "a", "n", "n", "u", "u")
    assert person.keyboard.presses == 30
    sheet = page.scoring.sheet
    assert sheet.progress(page.card).complete
    assert sheet.coverage(page.card).observed == AT_A_GLANCE + 4
    assert sheet.score(page.card).total == 9700


@pytest.mark.ci
@at_the_window
def test_a_sample_says_by_what_it_was_drawn_from_beginning_to_end(person: Person) -> None:
    begin(person, "2", "9")
    assert f"windows × {MUST + 10} +" in said(person)
    person.press("4")  # the keyboard is in the search still: text, and no form
    person.press(Qt.Key.Key_Backspace)
    person.press(ENTER, ctrl=True)
    page = person.scoring
    visit = page.scoring.sheet.inspection
    assert (visit.form, len(visit.seed)) == (Form.DRAWN, 6)
    assert page.scoring.sheet.progress(page.card).total == MUST + 10
    heads = [each.text() for each in page.head.findChildren(QLabel)]
    assert any(f"A drawn sample (draw {visit.seed})" in text for text in heads)


@pytest.mark.ci
@at_the_window
def test_a_hall_checks_itself_and_nobody_is_in_conflict(person: Person) -> None:
    begin(person, "6", "7")
    new = person.page.new
    assert new.form.kind is InspectionKind.SELF
    new.form.names_edit.setText("1001")
    assert not person.find(QLabel, "newConflict").isVisible()
    person.press_with(ALT, "2")
    new.form.names_edit.setText("1001 ")
    person.press_with(ALT, "6")
    person.press(ENTER, ctrl=True)
    visit = person.scoring.scoring.sheet.inspection
    assert (visit.kind, visit.conflicts) == (InspectionKind.SELF, ())
    heads = [each.text() for each in person.scoring.head.findChildren(QLabel)]
    assert any(text.startswith("Self-check") for text in heads)


@pytest.mark.ci
@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("1", InspectionKind.COVERT),
        ("2", InspectionKind.OPEN),
        ("5", InspectionKind.CROSS),
        ("6", InspectionKind.SELF),
    ],
)
def test_each_kind_of_visit_asks_what_it_can_find_out(
    run_main: RunMain, keyboard: Keyboard, folder: Path, key: str, kind: InspectionKind
) -> None:
    """Covert: what is seen, heard or tried. Records: once, of the site, where it is announced."""

    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        begin(person, key, "7")
        told = said(person)
        person.press(ENTER, ctrl=True)
        page, untold = person.scoring, kind is InspectionKind.COVERT
        sheet = page.scoring.sheet
        assert sheet.inspection.kind is kind
        asked = {}
        for card in sheet.scorecards:
            page.position.show_card(card.id)
            rows = [page.model.item_row(page.model.index(n)) for n in range(len(page.model.rows))]
            asked[card.scope, card.id] = [row.item for row in rows if row is not None]
        for (scope, _), items in asked.items():
            found_by = [set(item.method) for item in items if item.method]
            if scope is Scope.WINDOW:
                assert not any(Method.RECORDS in each for each in found_by)
                assert any(each == {Method.ASK} for each in found_by) is not untold
                assert len(items) == (ITEMS - 6 if untold else ITEMS)
            else:
                ids = [item.id for item in items]
                assert ids == (["toilet"] if untold else ["toilet", "sign-in", "complaint"])
        every, windows = sum(map(len, asked.values())), len(asked) - 1
        each, public = (ITEMS - 6, 1) if untold else (ITEMS, 3)
        assert told.startswith(f"{windows} windows × {each} + public {public} = {every} items")
        left = f"{6 * windows + 2} more where it is announced"
        assert (left in told) is untold

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
