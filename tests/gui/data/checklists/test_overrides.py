"""A site's own numbers: shown in the list, changed in the strip below it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit

from inspector.domain.checklist.checklist import Override
from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.domain.visit.roster import Site
from inspector.gui.data.data_page import DataPage
from inspector.gui.widgets.lists.table import TableView
from inspector.workspace.workspace import Workspace
from tests.gui.commands.said import line_of
from tests.gui.data.conftest import Heard
from tests.gui.data.packs import GENERAL as PACK
from tests.gui.data.packs import go_to_general
from tests.gui.data.rosters import EAST, write_halls
from tests.gui.data.widgets import click, column, find, focus_name, press, rows, type_text
from tests.written_once import Write

COUNT = sum(1 for _ in PACK.items())
BADGE = PACK.item_by_id["badge"]
"""Its second item; the first is uniform."""


@pytest.fixture
def write() -> Write:
    return write_halls


@pytest.fixture
def east(workspace: Workspace) -> Site:
    return next(site for site in workspace.rosters.sites() if site.name == EAST)


@pytest.fixture
def items(packs_page: DataPage) -> TableView:
    """Return the items of the general pack, for the site, with the keyboard."""
    go_to_general()
    find(packs_page, QComboBox, "packSite").setFocus()
    press(Qt.Key.Key_Down)
    made = find(packs_page, TableView, "packItems")
    made.setFocus()
    return made


def replace_text(page: DataPage, name: str, text: str) -> None:
    field = find(page, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    type_text(text)


def test_without_a_site_e_leads_to_the_choice_of_one(packs_page: DataPage) -> None:
    items = find(packs_page, TableView, "packItems")
    assert items.isColumnHidden(1)
    items.setFocus()
    press(Qt.Key.Key_E)
    assert focus_name() == "packSite"


@pytest.mark.ci
def test_own_numbers_are_kept_and_marked_in_words(
    packs_page: DataPage, workspace: Workspace, east: Site, items: TableView
) -> None:
    assert not items.isColumnHidden(1)
    assert line_of(packs_page)[2] == ("E", "Adapt for the site")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_E)
    assert focus_name() == "overrideOff"
    full = BADGE.full // 100
    more = full + 1
    assert find(packs_page, QLabel, "overrideOwn").text() == (
        f"In the pack: {full} points · 1 off each time (人次)"
    )
    replace_text(packs_page, "override-full", chr(ord("０") + more))  # full-width
    replace_text(packs_page, "override-each", "0.5")
    replace_text(packs_page, "overrideReason", "新员工多")
    press(Qt.Key.Key_Return)
    assert workspace.overrides.of(east, "general") == [
        Override("badge", "新员工多", full=more * 100, each=50)
    ]
    assert rows(items)[1][1:4] == ["Adapted", str(more), "0.5 off each time (人次)"]
    assert focus_name() == "packItems"
    assert items.currentIndex().row() == 1
    assert find(packs_page, QLabel, "itemOverride").text() == (
        f"At this site: Full marks {full} → {more}; Off each time (人次) 1 → 0.5. Reason: 新员工多"
    )
    assert find(packs_page, QComboBox, "packSite").currentText() == f"{EAST} (1 item)"


@pytest.mark.ci
def test_an_item_is_switched_off_and_on_again(
    packs_page: DataPage, workspace: Workspace, east: Site, items: TableView
) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert not find(packs_page, QLineEdit, "override-full").isEnabled()
    replace_text(packs_page, "overrideReason", "无工装")
    click(packs_page, "saveOverride")
    assert workspace.overrides.of(east, "general") == [Override("uniform", "无工装", off=True)]
    assert column(items, 1)[:2] == ["Off", ""]
    font = items.model().index(0, 0).data(Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert font.strikeOut()
    assert find(packs_page, QLabel, "packCount").text() == f"{COUNT - 1} items, 1 off"
    press(Qt.Key.Key_E)
    assert find(packs_page, QCheckBox, "overrideOff").isChecked()
    click(packs_page, "dropOverride")
    assert workspace.overrides.of(east, "general") == []
    assert column(items, 1)[0] == ""


@pytest.mark.ci
def test_a_red_line_is_switched_off_by_a_second_tick(
    packs_page: DataPage, workspace: Workspace, east: Site, items: TableView
) -> None:
    """The first is for the item, the second for its being a red line; by the mouse alone."""
    texts = [item.text for item in PACK.items()]
    row = texts.index(PACK.item_by_id["no-quarrel"].text)
    items.scrollTo(items.model().index(row, 0))
    place = items.visualRect(items.model().index(row, 0)).center()
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    press(Qt.Key.Key_E)
    off, red = (find(packs_page, QCheckBox, f"override{name}") for name in ("Off", "RedLine"))
    assert not red.isVisible()
    tick(off)
    assert red.isVisible()
    replace_text(packs_page, "overrideReason", "本厅没有顾客")
    click(packs_page, "saveOverride")
    assert workspace.overrides.of(east, "general") == []
    assert focus_name() == "overrideRedLine"
    tick(red)
    click(packs_page, "saveOverride")
    assert workspace.overrides.of(east, "general") == [
        Override("no-quarrel", "本厅没有顾客", off=True, red_line=True)
    ]


def tick(box: QCheckBox) -> None:
    """Click a tick where its mark is."""
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


@pytest.mark.ci
def test_esc_keeps_nothing(
    packs_page: DataPage, workspace: Workspace, east: Site, items: TableView
) -> None:
    press(Qt.Key.Key_E)
    replace_text(packs_page, "override-full", "9")
    press(Qt.Key.Key_Escape)
    assert focus_name() == "packItems"
    assert not find(packs_page, QLineEdit, "override-full").isVisible()
    assert workspace.overrides.of(east, "general") == []


REFUSED = [
    ("abc", "why", Problem("Full marks", Fault.NOT_A_NUMBER, "abc")),
    ("nan", "why", Problem("Full marks", Fault.NOT_A_NUMBER, "nan")),
    ("1.234", "why", Problem("Full marks", Fault.TOO_PRECISE, "1.234")),
    ("0", "why", Problem("Full marks", Fault.OUT_OF_RANGE, "0", "> 0")),
    ("5", " ", Problem("Reason", Fault.MISSING, expected="Reason")),
    ("", "why", Problem("", Fault.MISSING, expected="a number, or the tick")),
    ("3", "why", Problem("", Fault.MISSING, expected="a number, or the tick")),  # the pack's
]
"""Full marks and reason, and what is said of them."""


@pytest.mark.ci
def test_what_cannot_be_kept_is_said_and_stays_to_be_put_right(
    packs_page: DataPage,
    workspace: Workspace,
    east: Site,
    heard: Heard,
    items: TableView,
) -> None:
    fields = {"Full marks": "override-full", "Reason": "overrideReason", "": "overrideOff"}
    for full, reason, problem in REFUSED:
        press(Qt.Key.Key_E)
        replace_text(packs_page, "override-full", full)
        replace_text(packs_page, "overrideReason", reason)
        press(Qt.Key.Key_Return)
        error = heard.refused.pop()
        assert heard.refused == []
        assert isinstance(error, RefusedInputError)
        assert error.problems == [problem]
        assert find(packs_page, QLineEdit, "override-full").text() == full
        assert workspace.overrides.of(east, "general") == []
        assert focus_name() == fields[problem.place]
        press(Qt.Key.Key_Escape)


@pytest.mark.ci
def test_a_measured_item_has_a_limit(
    packs_page: DataPage, workspace: Workspace, east: Site, items: TableView
) -> None:
    measured = next(
        row for row, item in enumerate(workspace.packs.get("general").items())
        if hasattr(item.rule, "bands")
    )  # fmt: skip
    items.selectRow(measured)
    press(Qt.Key.Key_E)
    assert find(packs_page, QLineEdit, "override-limit").isVisible()
    assert not find(packs_page, QLineEdit, "override-each").isVisible()
    limit = find(packs_page, QLineEdit, "override-limit").placeholderText()
    replace_text(packs_page, "override-limit", f"{limit}.5")
    replace_text(packs_page, "overrideReason", "高峰期")
    press(Qt.Key.Key_Return)
    [override] = workspace.overrides.of(east, "general")
    assert override.limit == int(limit) * 100 + 50


def test_another_item_leaves_the_form(packs_page: DataPage, items: TableView) -> None:
    press(Qt.Key.Key_E)
    items.selectRow(2)
    assert not find(packs_page, QLineEdit, "overrideReason").isVisible()
    assert find(packs_page, QLabel, "itemText").isVisible()


@pytest.mark.ci
def test_other_sites_and_packs_keep_the_packs_numbers(
    packs_page: DataPage, workspace: Workspace, east: Site, items: TableView
) -> None:
    workspace.overrides.put(east, "general", Override("uniform", "无工装", full=500))
    sites = find(packs_page, QComboBox, "packSite")
    sites.setFocus()
    press(Qt.Key.Key_Down)
    assert sites.currentText() != EAST
    assert rows(items)[0][1:3] == ["", "3"]
    press(Qt.Key.Key_Up)
    assert rows(items)[0][1:3] == ["Adapted", "5"]
    find(packs_page, TableView, "packs").setFocus()
    press(Qt.Key.Key_Down)
    assert sites.currentText() == EAST
    assert set(column(items, 1)) == {""}
