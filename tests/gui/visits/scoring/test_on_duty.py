"""Who is on duty is changed or typed at the window during a visit, and stays with the visit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from tests.gui.visits.photos import copy_image
from tests.gui.visits.visit import ENTER, ESC, PAGE_DOWN, Person, in_a_visit


def on_duty(person: Person) -> list[str]:
    """Who is on duty at the windows, as it is on the disk."""
    rows = person.disk.rows(
        "SELECT staff_number || ' ' || staff_name FROM scorecard WHERE window_id IS NOT NULL"
        " ORDER BY position"
    )
    return [str(row[0]).strip() for row in rows]


def click(person: Person, name: str) -> None:
    QTest.mouseClick(person.find(QPushButton, name), Qt.MouseButton.LeftButton)


@pytest.mark.ci
@in_a_visit
def test_another_person_is_chosen_with_the_mouse(person: Person) -> None:
    person.press(PAGE_DOWN, PAGE_DOWN)
    who = person.find(QPushButton, "onDuty")
    assert "1003 ▾" in who.text()
    click(person, "onDuty")
    assert person.find(QPushButton, "onDuty-2").text() == "1004"
    click(person, "onDuty-2")
    assert on_duty(person) == ["1001", "1002", "1004"]
    assert "1004 ▾" in who.text()
    assert person.scoring.items.hasFocus()
    assert not person.scoring.on_duty.isVisible()
    person.press("z", ctrl=True)
    assert on_duty(person) == ["1001", "1002", "1003"]
    assert "1003 ▾" in who.text()


@in_a_visit
def test_somebody_unknown_is_typed_and_the_roster_stays(person: Person) -> None:
    before = person.disk.rows("SELECT number, name, window_id FROM staff")
    person.press("w")
    line = person.find(QComboBox, "onDutyPerson")
    offered = [line.itemText(place) for place in range(line.count())]
    assert offered == ["1001", "1002", "1003", "1004"]
    person.press("1009", ENTER)
    assert on_duty(person)[0] == "1009"
    person.press("w", ESC)
    assert on_duty(person)[0] == "1009"
    assert person.disk.rows("SELECT number, name, window_id FROM staff") == before
    person.press("1")  # the keys of the list again
    assert len(person.disk.rows("SELECT 1 FROM answer")) == 1


@in_a_visit
def test_nobody_is_on_duty_at_the_public_area(person: Person) -> None:
    person.scoring.turn_window(-1)
    assert not person.find(QPushButton, "onDuty").isVisible()
    person.press("w")
    assert not person.scoring.on_duty.isVisible()


@in_a_visit
def test_a_picture_that_is_pasted_into_a_name_is_told_where_it_goes(person: Person) -> None:
    copy_image()
    person.press("w")
    person.press("v", ctrl=True)
    assert person.banner.startswith("Only text goes into this field. A picture is pasted on")
    assert person.find(QComboBox, "onDutyPerson").currentText() == "1001"


@pytest.mark.ci
@in_a_visit
def test_a_text_that_is_pasted_where_no_field_is_is_told_so(person: Person) -> None:
    QGuiApplication.clipboard().setText("张主任")
    person.press("3", ctrl=True)  # the ledger's list
    person.press("v", ctrl=True)
    assert person.banner.startswith("Nothing takes the text here")
