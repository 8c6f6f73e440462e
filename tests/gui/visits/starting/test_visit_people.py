"""Who goes on a new visit: picked by initials, a whole group, or typed and added to the roster."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton

from inspector.domain.people.inspector import Inspector, Role
from inspector.domain.people.party import head_of
from inspector.workspace.workspace import Workspace
from tests.gui.visits.visit import ALT, DOWN, ENTER, ESC, TAB, Person, at_the_window

HEAD = Inspector("", "周敏", "市文明办", Role.HEAD, "第一组")
PEOPLE = (
    HEAD,
    replace(HEAD, name="郑洁", role=Role.MEMBER),
    Inspector("", "赵敏", "城东营业厅"),
)


def workspace_of(person: Person) -> Workspace:
    return person.window._session.workspace


def begin(person: Person) -> QLineEdit:
    """Open the form of a new visit, with somebody on the roster of inspectors."""
    workspace_of(person).inspector_steps.add(*PEOPLE)
    person.press("n", ctrl=True)
    names = person.find(QLineEdit, "inspectors")
    names.clear()
    names.setFocus()
    return names


def offered(person: Person) -> list[str]:
    view = person.find(QListView, "inspectorsOffered")
    if not view.isVisible():
        return []
    model = view.model()
    return [str(model.index(row, 0).data()).split("  ")[0] for row in range(model.rowCount())]


@at_the_window
def test_they_are_picked_by_their_initials(person: Person) -> None:
    names = begin(person)
    person.press("zm")
    assert offered(person) == ["周敏", "赵敏"]
    person.press(DOWN, ENTER)
    assert names.text() == "赵敏"
    assert offered(person) == []
    person.press(",zj", ENTER)
    assert names.text() == "赵敏、郑洁"
    assert "赵敏" in person.text("newConflict")  # comes from the site itself
    assert not person.find(QLabel, "unknownNames").isVisible()


@at_the_window
def test_a_group_is_picked_as_a_whole_and_the_visit_knows_its_head(person: Person) -> None:
    names = begin(person)
    person.press("dyz")
    assert offered(person) == ["第一组: 周敏（Head）、郑洁"]
    person.press(ENTER)
    assert names.text() == "周敏、郑洁"
    assert person.find(QLabel, "headOfNames").text() == "head 周敏"
    person.press(ENTER, ctrl=True)
    line = workspace_of(person).inspections.unfinished()[0]  # the newest
    assert line.inspection.inspectors == ("周敏", "郑洁")
    assert head_of(line.inspection.party) == "周敏"


@at_the_window
def test_alt_p_or_the_button_shows_everybody_and_esc_closes_only_the_list(person: Person) -> None:
    names = begin(person)
    person.press_with(ALT, "p")
    assert len(offered(person)) == 4  # the group, and each of them
    person.press(ESC)
    assert offered(person) == []
    assert person.page.new.isVisible()
    person.find(QPushButton, "pickInspectors").click()
    assert len(offered(person)) == 4
    person.press(DOWN, ENTER)
    assert names.text() == "周敏"
    person.press(ESC)
    assert not person.page.new.isVisible()


@at_the_window
@pytest.mark.ci
def test_names_that_are_on_no_roster_are_taken_and_can_be_added(person: Person) -> None:
    names = begin(person)
    names.setText("路人甲、周敏、路人乙")
    person.press(TAB)
    assert person.text("unknownNames") == "Not among the inspectors: 路人甲、路人乙"
    person.press_with(ALT, "n")
    assert {"路人甲", "路人乙"} < {each.name for each in workspace_of(person).inspectors.in_use()}
    assert not person.find(QLabel, "unknownNames").isVisible()
    assert not person.find(QPushButton, "addUnknownNames").isVisible()
    person.press(ENTER, ctrl=True)
    line = workspace_of(person).inspections.unfinished()[0]  # the newest
    assert line.inspection.inspectors == ("路人甲", "周敏", "路人乙")
    assert len(line.inspection.party) == 3


@at_the_window
@pytest.mark.ci
def test_a_patrol_is_the_halls_own_and_asks_for_nobody_to_be_added(person: Person) -> None:
    names = begin(person)
    person.press_with(ALT, "3")
    names.setText("值班经理")
    names.clearFocus()
    assert not person.find(QLabel, "unknownNames").isVisible()
    names.setFocus()
    person.press(",zj", ENTER)
    assert names.text() == "值班经理、郑洁"
    person.press(ENTER, ctrl=True)
    assert person.page.patrol.isVisible()
    line = workspace_of(person).inspections.unfinished()[0]  # the newest
    assert [each.name for each in line.inspection.party] == ["值班经理", "郑洁"]


@at_the_window
def test_without_a_roster_names_are_typed_as_before(person: Person) -> None:
    person.press("n", ctrl=True)
    names = person.find(QLineEdit, "inspectors")
    names.clear()
    names.setFocus()
    person.press("zm", TAB)
    assert names.text() == "zm"
    assert not person.find(QPushButton, "pickInspectors").isVisible()
    assert not person.find(QLabel, "unknownNames").isVisible()
