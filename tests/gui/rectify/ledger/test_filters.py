"""Narrowing, ordering and searching the ledger; saved filters; what an empty one says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton

from inspector.domain.checklist.category import Category
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerColumn, LedgerFilter, LedgerOrder
from inspector.domain.finding.ledger_view import Period, Quick, counted
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.rectify.ledger.quick_filters import BEHIND, FRONT
from inspector.gui.rectify.ledger_page import RectifyPage
from tests.conftest import Keyboard, RunMain
from tests.gui.rectify.clerk import (
    ALT,
    CTRL,
    DOWN,
    ENTER,
    ESC,
    LEFT,
    RIGHT,
    SHIFT,
    SPACE,
    TAB,
    Clerk,
    at_the_ledger,
)  # fmt: skip
from tests.gui.waiting import wait_for


@pytest.mark.ci
@at_the_ledger
def test_it_opens_on_what_is_not_closed_with_every_count(clerk: Clerk) -> None:
    counts = clerk.workspace.findings.counts()
    assert clerk.page.view.quick is Quick.UNFINISHED
    for quick in Quick:
        assert clerk.chip(quick).endswith(f" {counted(counts, quick)}")
    assert len(clerk.numbers) == counted(counts, Quick.UNFINISHED)
    assert clerk.focus == "ledger"
    assert clerk.page.table.currentIndex().row() == 0


@pytest.mark.ci
@at_the_ledger
def test_the_arrows_go_through_the_quick_filters(clerk: Clerk) -> None:
    counts = clerk.workspace.findings.counts()
    for quick in [*(*FRONT, *BEHIND)[1:], Quick.UNFINISHED]:
        clerk.press(RIGHT)
        assert clerk.page.view.quick is quick
        assert len(clerk.numbers) == counted(counts, quick)
    clerk.press(LEFT)
    assert clerk.page.view.quick is (*FRONT, *BEHIND)[-1]


@pytest.mark.ci
@at_the_ledger
def test_text_is_searched_for_as_it_is_typed_and_down_goes_to_the_rows(clerk: Clerk) -> None:
    clerk.press("f", ctrl=True)
    assert clerk.focus == "ledgerSearch"
    clerk.write("窗口")
    wanted = clerk.workspace.findings.ledger(clerk.page.view.asked(clerk.page._today()))
    assert clerk.page.view.text == "窗口"
    assert clerk.numbers == [row.number for row in wanted]
    assert clerk.focus == "ledgerSearch"
    clerk.press(DOWN)
    assert clerk.focus == "ledger"


@pytest.mark.ci
@at_the_ledger
def test_where_nothing_is_found_it_says_how_to_widen(clerk: Clerk) -> None:
    closed = clerk.some(FindingState.CLOSED)
    clerk.press("/", closed, ENTER)
    assert clerk.numbers == []
    note = clerk.find(QLabel, "ledgerNoteText").text()
    assert note.startswith("1 finding match in another state")
    clerk.press("t", SPACE, "k")  # nothing to do it to
    assert clerk.form == ""
    clerk.look(Quick.ALL)
    assert clerk.numbers == [closed]
    clerk.look(Quick.UNFINISHED)
    clerk.press(ESC)
    assert clerk.page.view.text == ""
    assert clerk.page.search.text() == ""
    assert clerk.numbers


@pytest.mark.ci
@at_the_ledger
def test_the_fields_narrow_it_further(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    clerk.press("f")
    assert clerk.focus == "filterSite"
    clerk.press(DOWN)
    site = clerk.workspace.rosters.sites()[0]
    assert clerk.page.view.site_id == site.id
    windows = clerk.find(QComboBox, "filterWindow")
    assert [windows.itemText(n) for n in range(1, windows.count())] == list(
        clerk.workspace.findings.choices(site.id).windows
    )
    clerk.press(TAB, DOWN, TAB, DOWN)
    view = clerk.page.view
    assert view.window_number == windows.itemText(1)
    assert view.category is Category.ETIQUETTE
    assert clerk.numbers == [
        row.number
        for row in clerk.workspace.findings.ledger(
            LedgerFilter(
                site_id=site.id,
                window_number=view.window_number,
                category=Category.ETIQUETTE,
            )
        )
    ]
    clerk.press(ESC)
    told = clerk.find(QPushButton, "clearFilters")
    assert told.text().startswith(f"Filtered: {site.name}, ")
    assert not clerk.page.filters._site.isVisible()
    QTest.mouseClick(told, Qt.MouseButton.LeftButton)
    clerk.settle()
    assert clerk.page.view.narrowing == 0
    assert (told.isVisible(), clerk.focus) == (False, "ledger")


@pytest.mark.ci
@at_the_ledger
def test_a_period_of_ones_own_is_typed(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    clerk.push("showFilters")
    period = clerk.find(QComboBox, "filterPeriod")
    period.setFocus()
    clerk.press(Qt.Key.Key_End)
    assert clerk.page.view.period is Period.OWN
    first = clerk.page.filters._first.field
    day = clerk.workspace.findings.ledger()[0].day
    first.setFocus()
    clerk.press(day.isoformat(), ENTER)
    assert clerk.page.view.first == day
    rows = clerk.workspace.findings.ledger(LedgerFilter(first=day))
    assert clerk.numbers == [row.number for row in rows]


@pytest.mark.ci
@at_the_ledger
def test_the_order_changes_by_key_and_by_the_header(clerk: Clerk) -> None:
    asked = clerk.page.view.asked(clerk.page._today())

    def expect(column: LedgerColumn, descending: bool) -> None:
        rows = clerk.workspace.findings.ledger(asked, LedgerOrder(column, descending))
        assert clerk.numbers == [row.number for row in rows]

    clerk.press_with(SHIFT, Qt.Key.Key_S)
    expect(LedgerColumn.DAY, False)
    clerk.press("s")
    expect(LedgerColumn.SITE, False)
    header = clerk.page.table.horizontalHeader()
    position = [place.by for place in clerk.page.table._places].index(LedgerColumn.DEADLINE)
    for descending in (False, True):
        at = header.sectionViewportPosition(position) + 20
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
        clerk.settle()
        expect(LedgerColumn.DEADLINE, descending)


@pytest.mark.ci
@at_the_ledger
def test_marks_are_taken_off_by_another_filter_and_kept_by_another_order(clerk: Clerk) -> None:
    clerk.press(SPACE)
    marked = clerk.marked
    clerk.press("s")
    assert clerk.marked == marked
    clerk.press(RIGHT)
    assert clerk.marked == set()


@pytest.mark.ci
def test_a_filter_is_saved_and_comes_back_by_its_key_also_the_next_day(
    run_main: RunMain, keyboard: Keyboard, ledger: Path
) -> None:
    def first_day(window: MainWindow) -> None:
        QTest.keyClick(keyboard.focus, Qt.Key.Key_3, CTRL)
        clerk = Clerk(window, keyboard)
        clerk.look(Quick.OVERDUE)
        clerk.press("/", "1", ENTER)
        clerk.press("s", ctrl=True)
        assert clerk.focus == "filterName"
        clerk.press(ENTER)
        assert clerk.banner == "Write a name first. Nothing was changed."
        clerk.press(ESC)
        assert clerk.focus == "ledger"
        assert clerk.find(QComboBox, "savedFilters").isVisible()
        clerk.press("s", ctrl=True)
        clerk.press("late")
        QTest.mouseClick(clerk.find(QPushButton, "keepFilter"), Qt.MouseButton.LeftButton)
        assert clerk.focus == "ledger"
        clerk.look(Quick.REPORTED)
        clerk.press_with(ALT, Qt.Key.Key_1)
        assert (clerk.page.view.quick, clerk.page.view.text) == (Quick.OVERDUE, "1")
        assert clerk.find(QComboBox, "savedFilters").currentText() == "1  late"
        clerk.press(RIGHT)
        assert clerk.find(QComboBox, "savedFilters").currentIndex() == 0
        window.close()

    def next_day(window: MainWindow) -> None:
        QTest.keyClick(keyboard.focus, Qt.Key.Key_3, CTRL)
        clerk = Clerk(window, keyboard)
        assert (clerk.page.view.quick, clerk.page.view.text) == (Quick.DUE_TODAY, "")
        more = window.findChild(QPushButton, "line-more")
        assert isinstance(more, QPushButton)
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = _click_in(menu, "Saved filters").menu()
        assert isinstance(names, QMenu)
        wait_for(names.isVisible)
        _click_in(names, "late")
        clerk.settle()
        assert (clerk.page.view.quick, clerk.page.view.text) == (Quick.OVERDUE, "1")
        QTest.mouseClick(clerk.find(QPushButton, "forgetFilter"), Qt.MouseButton.LeftButton)
        assert clerk.workspace.ledger_desk.saved() == []
        window.close()

    for day in (first_day, next_day):
        assert run_main(day, "--data", str(ledger), "--lang", "en") == 0


@pytest.mark.ci
@at_the_ledger
def test_marked_rows_are_copied_whole_and_without_marks(clerk: Clerk) -> None:
    clerk.press(SPACE, SPACE)
    rows = clerk.workspace.findings.lines_of(clerk.page.table.subjects())
    clerk.press("c", ctrl=True)
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Number", "Found on", "Site"]
    assert head.split("\t")[-1] == "Type"
    assert [line.split("\t")[0] for line in lines] == [row.number for row in rows]
    assert [line.split("\t")[2] for line in lines] == [row.site_name for row in rows]


@pytest.mark.ci
@at_the_ledger
def test_h_leads_to_the_history_and_esc_back(clerk: Clerk) -> None:
    clerk.go(clerk.some(FindingState.REPORTED))
    clerk.press("h")
    assert clerk.focus == "findingPanel"
    assert clerk.story[0] == "Found"
    assert clerk.story[-1] == "Reported done"
    clerk.press(ESC)
    assert clerk.focus == "ledger"
    clerk.press(ENTER)
    assert clerk.focus == "findingPanel"


def test_an_empty_ledger_says_what_to_do_next(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path
) -> None:
    def drive(window: MainWindow) -> None:
        QTest.keyClick(window, Qt.Key.Key_3, CTRL)
        page = window.page
        assert isinstance(page, RectifyPage)
        page.show_now()
        assert page.rows.note.isVisible()
        assert page.rows.note.text.startswith("No findings yet\nEvery deduction of a completed")
        QTest.keyClicks(keyboard.focus, "tecdkronhp")
        QTest.keyClick(keyboard.focus, Qt.Key.Key_Z, CTRL)
        assert page.rows.note.isVisible()
        window.close()

    assert run_main(drive, "--data", str(tmp_path / "none"), "--lang", "en") == 0


@pytest.mark.ci
def test_another_page_changes_the_ledger(
    run_main: RunMain, keyboard: Keyboard, ledger: Path
) -> None:
    def drive(window: MainWindow) -> None:
        QTest.keyClick(keyboard.focus, Qt.Key.Key_3, CTRL)
        clerk = Clerk(window, keyboard)
        finding, session = clerk.current, clerk.page._session
        session.attempt(lambda: session.workspace.findings.correct([finding.id], by="x"))
        clerk.settle()
        assert finding.number not in clerk.numbers
        window.close()

    assert run_main(drive, "--data", str(ledger), "--lang", "en") == 0


@pytest.mark.ci
@at_the_ledger
def test_of_another_text_nothing_is_said_before_it_is_known(clerk: Clerk) -> None:
    clerk.look(Quick.ALL)
    page, chip = clerk.page, clerk.find(QPushButton, "quick-unfinished")
    of_all, before = page.head._subtitle.text(), chip.text()
    clerk.press("/")
    for text in ("nothing like this", ""):  # typed, then cleared
        page.search.setText(text)
        page._search_now()
        assert chip.text() == "Not closed …"
        assert page.head._subtitle.text() == "Reading…"
        assert page.rows.veil.lies()
        wait_for(lambda: not page.query.reads)
        assert not page.rows.veil.lies()
        assert (chip.text() == before) == (not text)
        assert (page.head._subtitle.text() == of_all) == (not text)
    clerk.press(ESC)
    page.turn_quick(0)  # of the same text they are known
    assert chip.text() == before


@pytest.mark.ci
@at_the_ledger
def test_letters_work_with_shift(clerk: Clerk) -> None:
    clerk.press_with(SHIFT, Qt.Key.Key_H)
    assert clerk.focus == "findingPanel"


def _click_in(menu: QMenu, words: str) -> QAction:
    """Click an entry of a menu; return it."""
    act = next(each for each in menu.actions() if each.text().startswith(words))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(act).center())
    return act
