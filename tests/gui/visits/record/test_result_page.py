"""What a visit came to: figures, windows, findings; copied as text that pastes."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from inspector.gui.widgets.lists.table import TableView
from tests.gui.visits.visit import (
    CTRL,
    DOWN,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    SHIFT,
    TAB,
    Person,
    in_a_visit,
)


def complete(person: Person) -> None:
    """Mark what is left as passed and complete the visit."""
    person.press(*[PAGE_UP] * 4)
    for _ in range(4):
        person.press("a", "a", PAGE_DOWN)
    person.press(ENTER, ctrl=True)
    person.press(ENTER, ctrl=True)
    assert person.page.result.isVisible()


def pasted() -> list[list[str]]:
    """What Excel makes of the clipboard."""
    return list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), "excel-tab"))


def figures(person: Person) -> list[str]:
    """The large figures, from the left."""
    labels = person.page.result.findChildren(QLabel)
    return [
        label.text()
        for label in labels
        if label.property("role") in ("figure", "alarm") and label.isVisible()
    ]


@pytest.mark.ci
@in_a_visit
def test_a_perfect_visit(person: Person) -> None:
    complete(person)
    assert figures(person) == ["100.00", "优秀", "23 / 23", "100.00", "100.00", "0 / 0"]
    assert person.page.result.view.model.rowCount() == 0
    assert person.focus == "resultCards"  # there is no finding to look at


@pytest.mark.ci
@in_a_visit
def test_figures_and_findings(person: Person) -> None:
    # Window 1: greet −2 of 7 in etiquette (25): 25·5/7 + 75 = 92.857 → 92.86; quarrel −5 of 7 in
    # language (20): 25·5/7 + 20·2/7 + 55 = 78.571 → 78.57, vetoed. Public: toilet −1 of 6 = 83.33.
    # Windows: (78.57 + 100 + 100) / 3 = 92.8566…; site: 0.8 · 92.8566… + 0.2 · 83.33 = 90.9513…
    person.press("2", "1", "+", ENTER)
    person.go("quarrel")
    person.press("2", "2", "1", ENTER, PAGE_UP, "2", "1", ENTER)
    complete(person)
    assert figures(person) == ["90.95", "★ 不合格", "23 / 23", "92.8567", "83.33", "3 / 1"]
    model = person.page.result.view.model
    rows = [[model.index(row, column).data() for column in (1, 2, 3, 4)] for row in range(3)]
    assert rows == [
        ["公共区域", "厕所有异味", "Cleanliness", "1"],
        ["1号窗口", "未起身迎接", "Service etiquette", "2"],
        ["1号窗口", "★ 与顾客争吵", "Civil language", "5"],
    ]
    assert person.focus == "resultFindings"
    selected = person.find(TableView, "resultFindings").selectedIndexes()
    assert {index.row() for index in selected} == {0}  # one sees where the keyboard is


@pytest.mark.ci
@in_a_visit
def test_who_signs_sees_which_windows_were_not_inspected_and_why(person: Person) -> None:
    person.press(PAGE_DOWN, "x", "1")
    complete(person)
    (reason,) = person.disk.rows("SELECT left_out_reason FROM scorecard WHERE left_out")[0]
    assert reason
    said = f"Not inspected: 2号窗口 ({reason})."
    shown = person.find(QLabel, "leftOut")
    assert shown.isVisible()
    assert shown.text().replace("\u200b", "") == said
    person.press("s")
    assert person.text("signStatement").endswith(said)


@pytest.mark.ci
@in_a_visit
def test_rows_are_copied_as_text_that_pastes(person: Person) -> None:
    person.press("2", "a")
    person.press_with(SHIFT, ENTER)
    person.keyboard.compose("b\tc \"d\" ，'e'")
    person.press(ENTER, "2", "1", ENTER)
    complete(person)
    person.press("c", ctrl=True)
    rows = pasted()
    assert rows[0] == [
        "Number", "Window", "Finding", "Category", "Points off", "Corrected", "Photos",
        "Responsible", "Deadline",
    ]  # fmt: skip
    assert len(rows) == 2
    assert rows[1][2] == "a b c \"d\" ，'e'"
    assert {len(row) for row in rows} == {9}
    person.press("a", ctrl=True)
    person.press("c", ctrl=True)
    assert len(pasted()) == 3
    person.press_with(SHIFT, TAB)
    assert person.focus == "resultCards"
    person.press_with(CTRL, Qt.Key.Key_A, Qt.Key.Key_C)
    assert [row[0] for row in pasted()] == [
        "Window", "Public area", "1号窗口", "2号窗口", "3号窗口",
    ]  # fmt: skip


@pytest.mark.ci
@in_a_visit
def test_a_text_that_looks_like_a_formula_pastes_as_text(person: Person) -> None:
    person.press("2", "0")
    person.press(Qt.Key.Key_Backspace)
    person.keyboard.compose("=1+1")
    person.press(Qt.Key.Key_Home, ENTER)
    complete(person)
    person.press("c", ctrl=True)
    assert pasted()[1][2] == "'=1+1"


@pytest.mark.ci
@in_a_visit
def test_figures_are_copied_as_numbers(person: Person) -> None:
    complete(person)
    person.press("c", ctrl=True)
    assert pasted()[1][2:] == ["—", "—", "—", "100.00", "0", "2／2", "100.00", "优秀"]


@pytest.mark.ci
@in_a_visit
def test_nothing_selected_copies_nothing(person: Person) -> None:
    QGuiApplication.clipboard().setText("as it was")
    complete(person)
    person.find(TableView, "resultFindings").setFocus()
    person.press("c", ctrl=True)
    assert QGuiApplication.clipboard().text() == "as it was"


@pytest.mark.ci
@in_a_visit
def test_keys_of_the_page(person: Person) -> None:
    person.press("2", "1", ENTER, "2", "1", ENTER)
    complete(person)
    person.press(DOWN)
    assert person.find(TableView, "resultFindings").currentIndex().row() == 1
    person.press_with(SHIFT, TAB)
    assert person.focus == "resultCards"
    person.press(ESC)
    assert person.page.start.isVisible()
