"""Nothing is cut, lost, or lies over something else: both languages, small screens, long names.

A laptop of 1366×768 at 150 % has 911×512 pixels, and its title and task bar take some of them.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QListView, QPushButton, QWidget

from inspector.domain.visit.answer_changes import deducted, noted, with_phrase
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.gui.frame.main_window import MainWindow
from inspector.gui.theme import GRID
from inspector.gui.visits.parts.verdict_segment import VerdictButton
from inspector.workspace.preferences import INSPECTORS
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.conftest import Keyboard, RunMain
from tests.gui.conftest import LookThrough
from tests.gui.looks import (
    LANGUAGES,
    LAPTOP,
    SCALED,
    SIZES,
    SMALL_AND_LARGE,
    cut,
    lost,
    nameless,
    overlapping,
    primaries,
    reachable,
    settle,
)
from tests.gui.visits.folder import KIND, PACK_ID, start_visit, write_folder
from tests.gui.visits.visit import (
    BACKSPACE,
    ENTER,
    ESC,
    NONE,
    PAGE_DOWN,
    PAGE_UP,
    SHIFT,
    TAB,
    Person,
)
from tests.lengths import in_turn
from tests.written_once import Written

LONG = "超长名称" * 50
UNBROKEN = "W" * 200
AT_175 = QSize(780, 439)
"""1366×768 at 175 %."""


def write_plain(folder: Path) -> None:
    """Write one completed and eight open visits."""
    write_folder(folder, visits=0)
    _complete_one(folder)
    with closing(Workspace(folder)) as workspace:
        for _ in range(8):
            start_visit(workspace)


@pytest.fixture
def plain(copied: Written) -> Path:
    return copied(write_plain)


def write_crowded(folder: Path) -> None:
    """Write 200 sites, and names of 200 characters, with and without places to break."""
    write_folder(folder, visits=0)
    with closing(Workspace(folder)) as workspace:
        sites = [Site(f"site-{n}", f"{n:03}{UNBROKEN if n % 2 else LONG}") for n in range(200)]
        windows = [
            Window(f"w-{n}", "site-0", f"{n}{LONG}", KIND, LONG, UNBROKEN,
                   (Staff(f"s-{n}", f"{n}{UNBROKEN}", LONG, LONG),))
            for n in range(40)
        ]  # fmt: skip
        workspace.roster_store.put(sites, windows)
        workspace.preferences.set(INSPECTORS, f"{LONG}、{UNBROKEN}")
        duties = [Duty(window, window.staff[0]) for window in windows[:12]]
        for _ in range(2):
            workspace.inspections.start(
                sites[0], InspectionKind.CROSS, [LONG, UNBROKEN], PACK_ID, duties, True, LONG
            )
    _complete_one(folder)


@pytest.fixture
def crowded(copied: Written) -> Path:
    return copied(write_crowded)


def _complete_one(folder: Path) -> None:
    """Complete a visit in which every item was found wrong."""
    with closing(Workspace(folder)) as workspace:
        inspection = start_visit(workspace)
        sheet = workspace.inspections.sheet(inspection)
        for card in sheet.scorecards:
            answers = []
            for item in sheet.items(card):
                answer = noted(deducted(item), LONG)
                answers.append(
                    with_phrase(item, answer, item.phrases[0]) if item.phrases else answer
                )
            workspace.inspections.record(inspection, card.id, answers)
        workspace.inspections.complete(inspection)


def views(person: Person) -> Iterator[str]:
    """Go through everything 检查 can show."""
    yield "start"
    person.press("n", ctrl=True)
    yield "new"
    person.press("zzz")
    yield "no site"
    person.press(BACKSPACE, BACKSPACE, BACKSPACE, ESC, ENTER)
    person.press(*[PAGE_UP] * 13, PAGE_DOWN)  # wherever the last look left off
    yield "scoring"
    for item, keys in {
        "greet": ["2", "1", "+", "x"],
        "wait": ["2", "2", "3"],
        "notice": ["2"],
        "quarrel": ["2", "2", "1"],
        "praise": ["2", "1"],
    }.items():
        person.go(item)
        person.press(*keys)
        yield item
        person.press(ESC)
    person.go("desk")
    person.press("2", "1", ESC, "c")
    yield "correction"
    person.press("1", ENTER)
    person.go("polite")
    person.press(BACKSPACE, "4", "x")
    yield "highlight"
    person.press(ENTER)
    person.press("f", ctrl=True)
    person.press("z")
    yield "finding"
    person.press(ESC)
    person.press(ENTER, ctrl=True)
    yield "obstacles"
    person.scoring.items.setFocus()
    person.press(*[PAGE_UP] * 13, PAGE_DOWN)
    person.go("greet")  # from an answered item Tab goes to its fields
    person.press("a")
    yield "question"
    person.press(ESC, "=")
    yield "score sheet"
    person.press(ESC, "?")
    yield "keys"
    person.press(ESC, "x")
    yield "left out"
    person.press("x", ESC)
    person.page.start.completed.setFocus()
    person.press(ENTER)
    yield "result"
    person.press("s")
    yield "sign"
    person.press("r")
    yield "refuse"
    person.press(ENTER)
    yield "refuse without a reason"
    person.press(ESC, ESC, "m")
    yield "amend"
    person.press(ESC)
    person.window.banner.tell(f"Written: /home/{LONG}/{UNBROKEN}.xlsx", "/")
    yield "banner"
    person.window.banner.hide()
    person.press(ESC)


def nothing_is_wrong(person: Person, page: str) -> None:
    """Nothing is cut, lost, or under something else, and the primary button can be clicked."""
    window = person.window
    assert (page, cut(window)) == (page, [])
    assert (page, lost(window)) == (page, [])
    assert (page, overlapping(window)) == (page, [])
    buttons = primaries(window)
    assert len(buttons) == 1, page  # one primary action a page
    corner = buttons[0].mapTo(window, buttons[0].rect().bottomRight())
    assert window.rect().contains(corner), page


@pytest.mark.ci
@pytest.mark.parametrize(("size", "language"), in_turn(SIZES, LANGUAGES, every=3))
def test_nothing_is_cut(look_through: LookThrough, plain: Path, language: str, size: QSize) -> None:
    look_through(plain, language, size, views, nothing_is_wrong)


@pytest.mark.ci
@pytest.mark.parametrize("size", in_turn(SMALL_AND_LARGE))
def test_long_names_push_nothing_away(
    look_through: LookThrough, crowded: Path, size: QSize
) -> None:
    look_through(crowded, "zh_CN", size, views, nothing_is_wrong)


@pytest.mark.ci
def test_everything_has_a_name_and_tab_comes_to_it(look_through: LookThrough, plain: Path) -> None:
    def look(person: Person, page: str) -> None:
        assert (page, nameless(person.window)) == (page, [])
        if page in ("score sheet", "keys", "banner"):
            return
        front = person.page
        wanted, before = reachable(front), person.keyboard.focus
        for modifier in [NONE] * (len(wanted) + 8) + [SHIFT] * (len(wanted) + 8):
            wanted.discard(person.focus)
            person.press_with(modifier, TAB)
        assert (page, wanted) == (page, set())
        before.setFocus()

    look_through(plain, "en", LAPTOP, views, look)


@pytest.mark.ci
def test_the_field_that_is_typed_into_is_in_sight(look_through: LookThrough, plain: Path) -> None:
    def look(person: Person, page: str) -> None:
        if page in ("greet", "wait", "quarrel", "praise", "correction", "highlight", "finding"):
            field = person.keyboard.focus
            seen = field.visibleRegion().boundingRect()
            assert (page, seen.height()) == (page, field.height())

    look_through(plain, "zh_CN", SCALED, views, look)


@pytest.mark.ci
def test_names_keep_room_on_a_small_screen(look_through: LookThrough, plain: Path) -> None:
    def look(person: Person, page: str) -> None:
        if page == "start":
            for table in (person.page.start.unfinished, person.page.start.completed):
                assert table.columnWidth(0) >= 120
                assert not table.horizontalScrollBar().isVisible()
        elif page == "new":
            assert person.page.new.ticks.list.width() >= 300
        elif page == "scoring":
            assert person.scoring.items.width() >= 400

    look_through(plain, "zh_CN", SCALED, views, look)


@pytest.mark.ci
def test_all_sites_are_in_the_list(run_main: RunMain, keyboard: Keyboard, crowded: Path) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, crowded)
        person.press("n", ctrl=True)
        sites = person.find(QListView, "sites")
        assert sites.model().rowCount() == 202
        assert not sites.horizontalScrollBar().isVisible()
        person.press("199W", ENTER)
        assert sites.model().rowCount() == 1
        person.press(ESC)
        person.press("n", ctrl=True)
        person.press("000", ENTER)
        windows = person.find(QListView, "windows")
        assert windows.model().rowCount() == 41
        assert not windows.horizontalScrollBar().isVisible()
        person.press(ENTER, ctrl=True)
        for _ in range(45):
            person.press(PAGE_DOWN)
        current = person.scoring.cards.currentIndex()
        assert current.row() == 40
        assert window.width() == LAPTOP.width()
        place = person.scoring.cards.visualRect(current)
        assert person.scoring.cards.viewport().rect().contains(place)
        for _ in range(45):
            person.press(PAGE_UP)
        assert person.scoring.cards.currentIndex().row() == 0

    assert run_main(drive, "--data", str(crowded), "--lang", "zh_CN") == 0


def test_what_stands_beside_an_item_is_in_line(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER, "2")

        def edges(name: str) -> tuple[int, int, int]:
            (part,) = (e for e in window.findChildren(QWidget, name) if e.isVisible())
            at = part.mapTo(window, QPoint(0, 0))
            return at.x(), at.y(), at.x() + part.width()

        panel = person.scoring.panel
        segment = [e for e in panel.findChildren(VerdictButton) if e.isVisible()]
        note, photo, at_once = edges("note"), edges("addPhoto"), edges("correct")
        assert min(e.mapTo(window, QPoint(0, 0)).x() for e in segment) == note[0] == photo[0]
        assert photo[1] == at_once[1]
        left, _, right = edges("onDuty")
        cards = person.scoring.cards
        outer = cards.mapTo(window, QPoint(0, 0)).x()
        assert (left - outer, outer + cards.width() - right) == (GRID, GRID)
        assert "当班" in person.find(QPushButton, "onDuty").text()
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0


def test_every_verdict_is_in_sight_where_they_take_two_rows(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def drive(window: MainWindow) -> None:
        window.showNormal()
        window.resize(AT_175)
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        settle()
        each = [e for e in person.scoring.panel.findChildren(VerdictButton) if e.isVisible()]
        assert len({e.y() for e in each}) == 2
        for made in each:
            segment = made.parentWidget()
            assert segment is not None
            assert segment.rect().contains(made.geometry()), made.text()
        assert person.scoring.panel.width() + person.scoring.items.width() > 0.95 * (
            person.scoring.width()
        )  # the windows leave the items their room
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "en") == 0
