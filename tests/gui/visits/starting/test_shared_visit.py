"""A visit that a group shares (分头检查) is begun by keys; its record tells what of it is here."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from inspector.domain.people.inspector import Inspector, Role
from inspector.gui.visits.parts.inspection_columns import PART_COLUMN
from inspector.workspace.workspace import Workspace
from tests.gui.visits.starting.shared_part import shared_part
from tests.gui.visits.visit import ALT, ENTER, ESC, Person, at_the_window
from tests.workspace.visiting import PACK, answer_all

HEAD = Inspector("", "周敏", "市文明办", Role.HEAD, "第二组")


def workspace_of(person: Person) -> Workspace:
    return person.window._session.workspace


def begin(person: Person) -> QLineEdit:
    """Open the form of a new visit, for somebody of the second group."""
    workspace_of(person).inspector_steps.add(HEAD)
    person.press("n", ctrl=True)
    person.find(QLineEdit, "inspectors").setText("周敏")
    return person.find(QLineEdit, "sharedBy")


@at_the_window
def test_the_group_of_the_inspector_is_offered_by_one_key_and_taken_back_by_it(
    person: Person,
) -> None:
    group = begin(person)
    said = person.find(QLabel, "sharedVisit")
    assert not said.isVisible()
    person.press_with(ALT, "g")
    assert (group.text(), person.focus, said.isVisible()) == ("第二组", "sharedBy", True)
    person.press_with(ALT, "g")
    assert (group.text(), group.isVisible(), said.isVisible()) == ("", False, False)


@at_the_window
def test_a_group_that_no_roster_knows_is_written(person: Person) -> None:
    group = begin(person)
    person.find(QLineEdit, "inspectors").setText("路人甲")
    person.press_with(ALT, "g")
    assert (group.text(), person.focus) == ("", "sharedBy")
    person.press("2z")
    assert person.page.new.form.shared_by == "2z"


@pytest.mark.ci
@at_the_window
def test_what_is_begun_is_a_part_and_a_patrol_never_is(person: Person) -> None:
    group = begin(person)
    person.press_with(ALT, "g")
    person.press_with(ALT, "3")
    assert not group.isVisible()
    person.press_with(ALT, "1")
    assert group.isVisible()
    person.press(ENTER, ctrl=True)
    (line, *_) = workspace_of(person).inspections.unfinished()
    assert line.inspection.shared_by == "第二组"


@at_the_window
def test_a_record_tells_what_is_here_of_its_visit(person: Person) -> None:
    workspace = workspace_of(person)
    first = shared_part(workspace, slice(0, 1), "周敏")
    sheet = workspace.inspections.sheet(first)
    result = person.page.result
    result.open(sheet, [])
    told = result.findChild(QLabel, "leftOut")
    assert told is not None
    assert "only this part, 1 window" in told.text()
    shared_part(workspace, slice(1, 2), "秦晓雨")
    result.open(sheet, [])
    together = result.findChild(QLabel, "sharedVisit")
    assert together is not None
    assert "one visit in 2 parts, 2 windows" in together.text()
    assert "秦晓雨" in together.text()
    assert not told.text()


@pytest.mark.ci
@at_the_window
def test_parts_begun_by_keys_draw_by_one_number_and_a_result_says_where_they_did_not(
    person: Person,
) -> None:
    workspace = workspace_of(person)
    for inspector in ("周敏", "秦晓雨"):
        begin(person) if inspector == "周敏" else person.press("n", ctrl=True)
        person.find(QLineEdit, "inspectors").setText(inspector)
        packs = person.find(QComboBox, "pack")
        packs.setCurrentIndex(packs.findData(PACK))  # it says what is 必查
        person.press_with(ALT, "g", "9")
        person.find(QLineEdit, "sharedBy").setText("第二组")
        person.press(ENTER, ctrl=True)
        person.press(ESC)
    parts = [line.inspection for line in workspace.inspections.unfinished()]
    assert len({part.seed for part in parts if part.shared_by} - {""}) == 1
    one, two = (part.id for part in parts if part.shared_by)
    statement = "UPDATE inspection SET seed = 'ABCDEF' WHERE id = ?"  # as older programs drew
    workspace.database.write(statement, (two,))
    for part in (one, two):
        answer_all(workspace, part)
        workspace.inspections.complete(part)
    person.page.result.open(workspace.inspections.sheet(one), [])
    said = person.page.result.findChild(QLabel, "sharedVisit")
    assert said is not None
    assert "by numbers that differ" in said.text()
    assert "周敏: ABCDEF" in said.text()


@pytest.mark.ci
@at_the_window
def test_the_list_of_visits_says_which_part_one_is(person: Person) -> None:
    workspace, start = workspace_of(person), person.page.start
    assert start.completed.isColumnHidden(PART_COLUMN)
    shared_part(workspace, slice(0, 1), "周敏")
    start.refresh()

    def told() -> list[str]:
        model = start.completed_model
        rows = range(model.rowCount())
        texts = [model.index(row, PART_COLUMN).data() for row in rows]
        return sorted(text for text in texts if text)

    assert not start.completed.isColumnHidden(PART_COLUMN)
    assert told() == ["1/?"]
    shared_part(workspace, slice(1, 2), "秦晓雨")
    start.refresh()
    assert told() == ["1/2", "2/2"]
