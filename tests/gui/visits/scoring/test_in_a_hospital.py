"""A visit with a shipped checklist of many items: what is asked about is in sight, and said."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QRegularExpression
from PySide6.QtWidgets import QAbstractButton

from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.gui.visits.scoring.lists.item_model import Heading
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.gui.visits.visit import ENTER, Person, at_the_window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hospital = Site("1", "市第一人民医院")
    window = Window("1-1", "1", "挂号收费1号", "registration", staff=(Staff("g", "G01"),))
    with closing(Workspace(tmp_path)) as workspace:
        workspace.roster_store.put([hospital], [window])
        workspace.preferences.set(INSPECTORS, "检查一组")
        workspace.inspections.start(
            hospital, InspectionKind.OPEN, ["检查一组"], "hospital", [Duty(window, window.staff[0])]
        )
    return tmp_path


@at_the_window
def test_the_red_line_that_is_asked_about_is_in_sight_beside_the_question(person: Person) -> None:
    person.press(ENTER)
    scoring = person.scoring
    items = scoring.scoring.sheet.items(scoring.card)
    last = [item for item in items if is_found_or_not(scoring.scoring.sheet.pack, item)][-1]
    scoring.items.setFocus()
    scoring.items.setCurrentIndex(scoring.model.index_of(last.id))
    person.press("2")
    assert "again confirms" in person.line
    row = scoring.items.visualRect(scoring.items.currentIndex())
    assert scoring.items.viewport().rect().contains(row)


@at_the_window
def test_what_is_chosen_says_what_it_costs_where_points_are_taken_off(person: Person) -> None:
    person.press(ENTER)
    scoring = person.scoring
    index = scoring.model.index_of("peak-no-crowding")
    scoring.items.setFocus()
    scoring.items.setCurrentIndex(index)
    found = scoring.panel.findChildren(QAbstractButton, QRegularExpression(r"^choices-\d$"))
    assert [each.accessibleName().split()[-1] for each in found if each.isVisible()] == [
        "0",
        "−1",
        "−3",
    ]


@at_the_window
@pytest.mark.ci
def test_leaving_the_rest_unobserved_says_that_red_lines_are_among_it(person: Person) -> None:
    person.press(ENTER)
    person.press("u")
    assert "Red lines among them: " in person.line
    person.press("n", "n", "u")
    assert "Red lines" not in person.line


@pytest.mark.ci
@at_the_window
def test_red_lines_alone_do_not_say_that_a_category_lost_nothing(person: Person) -> None:
    person.press(ENTER)
    scoring = person.scoring

    def lost() -> list[str]:
        rows = scoring.model.rows
        return [each.end for each in rows if isinstance(each, Heading) and each.category]

    person.press("n", "n")
    marks = ["full marks 25", "full marks 20", "full marks 35", "full marks 20"]
    assert lost() == marks
    person.press("1")
    assert lost() == ["nothing off · full marks 25", *marks[1:]]
    first = next(each for each in scoring.model.rows if isinstance(each, Heading))
    assert first.note == f"answered 1 of {first.items}"
