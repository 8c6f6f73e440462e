"""The ledger by mouse: boxes, the bar below the rows, the panel, menus, the head."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLabel, QMenu, QPushButton

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerColumn
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.commands.command_button import CommandButton
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger.ledger_columns import LEAST_PROBLEM, PROBLEM
from inspector.gui.steps.marked_model import CHECK
from inspector.gui.steps.step_buttons import MOST, StepButtons
from inspector.storage.database.pinyin_order import pinyin_key
from tests.conftest import Keyboard, RunMain
from tests.gui.rectify.clerk import CTRL, ESC, SPACE, Clerk, at_the_ledger

LEFT_BUTTON = Qt.MouseButton.LeftButton


def place(clerk: Clerk, row: int, column: int) -> QPoint:
    """Return the middle of a cell."""
    table = clerk.page.table
    return table.visualRect(clerk.page.model.index(row, column)).center()


def click(clerk: Clerk, row: int, column: int = CHECK) -> None:
    """Click a cell."""
    QTest.mouseClick(clerk.page.table.viewport(), LEFT_BUTTON, pos=place(clerk, row, column))
    clerk.settle()


def menu_on(clerk: Clerk, row: int) -> QMenu:
    """Open the menu of a row by the right button."""
    table = clerk.page.table
    table.customContextMenuRequested.emit(place(clerk, row, PROBLEM))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.ci
@at_the_ledger
def test_three_rows_are_marked_by_their_boxes_and_assigned_through_the_bar(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    numbers = clerk.numbers
    assert not [w for w in clerk.page.findChildren(QFrame, "markBar") if w.isVisible()]
    for row in (0, 2, 3):
        click(clerk, row)
    assert clerk.marked == {numbers[0], numbers[2], numbers[3]}
    assert clerk.find(QLabel, "markCount").text() == "3 marked"
    assert clerk.focus == "ledger"
    click(clerk, 2)
    click(clerk, 4, PROBLEM)  # another row in front: marks stay
    assert clerk.marked == {numbers[0], numbers[3]}
    click(clerk, 2)
    assert not [b for b in clerk.page.findChildren(QPushButton, "step-assigned") if b.isVisible()]
    clerk.push("mark-assigned")
    assert clerk.form == "assignForm"
    clerk.write("综合部")
    clerk.push("confirmStep")
    for number in (numbers[0], numbers[2], numbers[3]):
        finding = clerk.workspace.findings.get(number)
        assert (finding.state, finding.department) == (FindingState.RECTIFYING, "综合部")
    assert clerk.marked == set()
    assert not [w for w in clerk.page.findChildren(QFrame, "markBar") if w.isVisible()]


@pytest.mark.ci
@at_the_ledger
def test_the_box_in_the_head_marks_all_or_none(clerk: Clerk) -> None:
    box = clerk.find(QCheckBox, "markAll")
    total = len(clerk.numbers)
    click(clerk, 1)
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    QTest.mouseClick(box, LEFT_BUTTON)
    assert len(clerk.page.model.marks) == total
    assert box.checkState() is Qt.CheckState.Checked
    QTest.mouseClick(box, LEFT_BUTTON)
    assert (len(clerk.page.model.marks), box.checkState()) == (0, Qt.CheckState.Unchecked)
    clerk.press("a", ctrl=True)  # the key does the same
    assert box.checkState() is Qt.CheckState.Checked
    clerk.push("mark-none")
    assert not clerk.page.model.marks


@pytest.mark.ci
@at_the_ledger
def test_after_a_click_on_a_chip_the_head_or_a_row_the_keys_shown_work(clerk: Clerk) -> None:
    header = clerk.page.table.horizontalHeader()
    ways: list[Callable[[], object]] = [
        lambda: QTest.mouseClick(clerk.find(QPushButton, "quick-overdue"), LEFT_BUTTON),
        lambda: QTest.mouseClick(header.viewport(), LEFT_BUTTON, pos=QPoint(80, 10)),
        lambda: click(clerk, 1, PROBLEM),
        lambda: click(clerk, 1),
    ]
    for click_there in ways:
        click_there()
        clerk.settle()
        assert clerk.focus == "ledger"
        clerk.press("n")
        assert clerk.form == "noteForm"
        clerk.press(ESC)


@pytest.mark.ci
@at_the_ledger
def test_the_panel_offers_what_the_finding_in_front_allows(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    click(clerk, 1, PROBLEM)
    clerk.push("step-assigned")
    assert clerk.form_subject == clerk.numbers[1]
    clerk.press(ESC)
    clerk.go(clerk.some(FindingState.CLOSED))
    assert not [b for b in clerk.page.findChildren(QPushButton, "step-assigned") if b.isVisible()]
    clerk.push("step-reopened")
    assert clerk.form == "reopenForm"


@pytest.mark.ci
@at_the_ledger
def test_an_open_form_follows_the_row_and_the_marks(clerk: Clerk) -> None:
    numbers = clerk.numbers
    click(clerk, 1, PROBLEM)
    clerk.press("n")
    clerk.write("甲")
    click(clerk, 3, PROBLEM)
    assert (clerk.form_subject, clerk.focus) == (numbers[3], "noteWords")
    clerk.write("乙")
    click(clerk, 1, PROBLEM)
    assert clerk.form_subject == numbers[1]
    clerk.push("confirmStep")
    finding = clerk.workspace.findings.get(numbers[1])
    assert "甲" in str(clerk.workspace.findings.history(finding.id)[-1])
    click(clerk, 3, PROBLEM)
    clerk.press("n", ESC)  # what was written of it goes
    click(clerk, 1, PROBLEM)
    clerk.press("z", ctrl=True)  # and comes back, with its row
    assert (clerk.form_subject, clerk.current.number) == (numbers[3], numbers[3])
    click(clerk, 0)
    click(clerk, 2)
    assert clerk.form_subject == "2 findings"


@at_the_ledger
def test_rows_that_come_in_place_of_the_ones_before_move_no_form(clerk: Clerk) -> None:
    numbers = clerk.numbers
    click(clerk, 1, PROBLEM)
    clerk.press("n")
    clerk.write("甲")
    clerk.press("f", ctrl=True)
    clerk.write(numbers[3])
    assert (clerk.numbers, clerk.focus) == ([numbers[3]], "ledgerSearch")
    assert clerk.form_subject == numbers[1]
    click(clerk, 0)  # which a person chose
    assert clerk.form_subject == numbers[3]
    clerk.push("confirmStep")


@at_the_ledger
def test_where_a_form_has_the_room_of_the_search_that_comes_when_it_is_wanted(clerk: Clerk) -> None:
    clerk.window.resize(800, 700)
    click(clerk, 1, PROBLEM)
    clerk.press("n")
    assert not clerk.page.search.isVisible()
    clerk.press("f", ctrl=True)
    assert clerk.page.search.isVisible()
    clerk.press(Qt.Key.Key_Return)
    assert not clerk.page.search.isVisible()


@at_the_ledger
def test_marks_that_go_with_their_rows_leave_a_form_what_it_is_for(clerk: Clerk) -> None:
    click(clerk, 0)
    click(clerk, 2)
    clerk.press("n")
    clerk.write("甲")
    clerk.look(Quick.OVERDUE)
    assert not clerk.marked
    assert clerk.form_subject == "2 findings"


@pytest.mark.ci
@at_the_ledger
def test_the_menu_of_a_row_offers_the_commands_and_says_whose_they_are(clerk: Clerk) -> None:
    menu = menu_on(clerk, 2)
    names = [act.objectName() for act in menu.actions()]
    assert names[:2] == ["mark", "assigned"]
    menu.close()
    assert clerk.page.table.currentIndex().row() == 2
    click(clerk, 0)
    click(clerk, 1)
    menu = menu_on(clerk, 4)
    assert menu.actions()[0].text() == "Deselect (2 marked)"
    next(act for act in menu.actions() if act.objectName() == "noted").trigger()
    menu.close()
    assert clerk.form_subject == "2 findings"


@pytest.mark.ci
@at_the_ledger
def test_ctrl_and_shift_mark_by_mouse_as_in_any_list(clerk: Clerk) -> None:
    table, shift = clerk.page.table, Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(table.viewport(), LEFT_BUTTON, CTRL, place(clerk, 0, PROBLEM))
    QTest.mouseClick(table.viewport(), LEFT_BUTTON, shift, place(clerk, 3, PROBLEM))
    assert clerk.marked == set(clerk.numbers[:4])


@pytest.mark.ci
@at_the_ledger
def test_a_click_on_a_head_sorts_and_the_mark_agrees_with_the_words(clerk: Clerk) -> None:
    header, table = clerk.page.table.horizontalHeader(), clerk.page.table

    def head(by: LedgerColumn) -> tuple[str, str]:
        section = [place.by for place in table._places].index(by)
        assert not table.isColumnHidden(section)
        title = clerk.page.model.headerData(section, Qt.Orientation.Horizontal)
        return str(title), clerk.page.head._subtitle.text().rpartition(" · ")[2]

    def click_head(by: LedgerColumn) -> None:
        section = [place.by for place in table._places].index(by)
        at = header.sectionViewportPosition(section) + 12
        QTest.mouseClick(header.viewport(), LEFT_BUTTON, pos=QPoint(at, 10))
        clerk.settle()

    assert head(LedgerColumn.DAY) == ("Found on ▼", "by Found on, newest first")
    click_head(LedgerColumn.DAY)
    assert head(LedgerColumn.DAY) == ("Found on ▲", "by Found on, oldest first")
    click_head(LedgerColumn.TEXT)
    assert head(LedgerColumn.TEXT) == ("Problem ▲", "by Problem, alphabetical")
    said = [clerk.page.model.row_at(row).text for row in range(clerk.page.model.rowCount())]
    assert said == sorted(said, key=pinyin_key)
    click_head(LedgerColumn.TEXT)
    assert head(LedgerColumn.TEXT) == ("Problem ▼", "by Problem, backwards")


@pytest.mark.ci
def test_columns_are_chosen_and_drawn_wider_at_the_head_and_found_so_the_next_day(
    run_main: RunMain, keyboard: Keyboard, ledger: Path
) -> None:
    owner, day = LedgerColumn.OWNER, LedgerColumn.DAY
    wide = 0

    def at(clerk: Clerk, by: LedgerColumn) -> int:
        return [each.by for each in clerk.page.table._places].index(by)

    def choose(clerk: Clerk, name: str) -> None:
        header = clerk.page.table.horizontalHeader()
        header.customContextMenuRequested.emit(QPoint(80, 10))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        act = next(act for act in menu.actions() if act.objectName() == name)
        QTest.mouseClick(menu, LEFT_BUTTON, pos=menu.actionGeometry(act).center())
        clerk.come_back()

    def first_day(window: MainWindow) -> None:
        nonlocal wide
        QTest.keyClick(keyboard.focus, Qt.Key.Key_3, CTRL)
        clerk = Clerk(window, keyboard)
        table = clerk.page.table
        header = table.horizontalHeader()
        assert table.isColumnHidden(at(clerk, owner))
        choose(clerk, "column-owner")
        assert not table.isColumnHidden(at(clerk, owner))
        choose(clerk, "column-site")
        assert table.isColumnHidden(at(clerk, LedgerColumn.SITE))
        edge = header.sectionViewportPosition(at(clerk, day)) + table.columnWidth(at(clerk, day))
        wide = table.columnWidth(at(clerk, day)) + 24
        QTest.mousePress(header.viewport(), LEFT_BUTTON, pos=QPoint(edge - 1, 10))
        QTest.mouseMove(header.viewport(), QPoint(edge + 23, 10))
        QTest.mouseRelease(header.viewport(), LEFT_BUTTON, pos=QPoint(edge + 23, 10))
        assert table.columnWidth(at(clerk, day)) == wide
        window.close()

    def next_day(window: MainWindow) -> None:
        QTest.keyClick(keyboard.focus, Qt.Key.Key_3, CTRL)
        clerk = Clerk(window, keyboard)
        table = clerk.page.table
        assert not table.isColumnHidden(at(clerk, owner))
        assert table.isColumnHidden(at(clerk, LedgerColumn.SITE))
        assert table.columnWidth(at(clerk, day)) == wide
        assert table.columnWidth(PROBLEM) >= LEAST_PROBLEM
        choose(clerk, "usualColumns")
        assert table.isColumnHidden(at(clerk, owner))
        assert table.columnWidth(at(clerk, day)) == wide - 24
        window.close()

    for drive in (first_day, next_day):
        assert run_main(drive, "--data", str(ledger), "--lang", "en") == 0


@at_the_ledger
def test_what_can_be_done_stays_in_sight_below_a_long_finding(clerk: Clerk) -> None:
    offered = clerk.find(StepButtons, "stepButtons")
    clerk.page.panel._title.setText("很长的问题" * 60)
    clerk.settle()
    clerk.page.panel.verticalScrollBar().setValue(0)
    shown = [b for b in offered.findChildren(QPushButton) if b.isVisible()]
    assert 1 < len(shown) <= MOST + 1  # and 更多
    assert all(b.visibleRegion().boundingRect() == b.rect() for b in shown)


@pytest.mark.ci
@at_the_ledger
def test_buttons_call_a_step_as_the_line_of_keys_does(clerk: Clerk) -> None:
    page = clerk.page
    clerk.press(SPACE)
    for name in ("assigned", "reported", "rechecked"):
        word = page.commands[name].iconText()
        for place in ("step", "mark"):
            (made,) = page.findChildren(CommandButton, f"{place}-{name}")
            assert made.accessibleName() == word
