"""What a person sees of the ledger: room for the problem, photos beside each other, emphasis."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication

from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import LedgerColumn
from inspector.domain.finding.ledger_view import Quick
from inspector.domain.finding.urgency import Urgency, urgency
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.gui import theme
from inspector.gui.photos.before_after import BeforeAfter
from inspector.gui.photos.photo_cache import PhotoCache
from inspector.gui.rectify.ledger.ledger_columns import PROBLEM
from inspector.gui.steps.marked_model import CHECK, URGENCY
from inspector.gui.theme import EDGE, GRID, apply_theme, colours_for, text_font
from inspector.workspace.workspace import Workspace
from tests.gui.rectify.clerk import (
    DOWN,
    ENTER,
    ESC,
    LEFT,
    RIGHT,
    TAB,
    UP,
    Clerk,
    at_the_ledger,
)
from tests.gui.waiting import wait_for
from tests.photos import photo

SIZES = [(1366, 768), (1093, 615), (911, 440)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    chosen: tuple[int, int] = request.param
    return chosen


@pytest.mark.ci
@at_the_ledger
def test_the_problem_has_room_whatever_the_width(clerk: Clerk, size: tuple[int, int]) -> None:
    clerk.window.resize(*size)
    clerk.settle()
    assert clerk.page.table.columnWidth(PROBLEM) >= 200
    table = clerk.page.table
    shown = [p.by for n, p in enumerate(table._places) if not table.isColumnHidden(n)]
    assert not table.isColumnHidden(CHECK)
    assert LedgerColumn.NUMBER in shown
    assert LedgerColumn.DAY in shown  # by which the rows are ordered
    assert LedgerColumn.DEADLINE in shown  # which says what is overdue


@pytest.mark.ci
@at_the_ledger
def test_tab_comes_to_every_field_of_a_form_and_to_the_buttons(clerk: Clerk) -> None:
    clerk.look(Quick.OPEN)
    clerk.press("t")
    names = []
    for _ in range(12):
        names.append(clerk.focus)
        clerk.press(TAB)
    for name in (
        "assignDepartment", "assignOwner", "assignDeadline", "assignLeader", "assignType",
        "assignRequirement", "stepBy", "cancelStep", "confirmStep",
    ):  # fmt: skip
        assert name in names


@pytest.mark.ci
@at_the_ledger
def test_photos_stand_beside_each_other_and_grow(clerk: Clerk, tmp_path: Path) -> None:
    evidence = clerk.workspace.evidence
    number = clerk.some(FindingState.RECTIFYING)
    finding = clerk.workspace.findings.get(number)

    def attach(name: str, role: EvidenceRole) -> None:
        prepared = evidence.prepare(photo(tmp_path, name, colour=f"#{len(name)}04060"))
        evidence.attach_to_finding(prepared, finding.id, EvidenceOrigin.CHOSEN, role)

    for name, role in (("a.jpg", EvidenceRole.FOUND), ("bb.jpg", EvidenceRole.REPORTED),
                       ("ccc.jpg", EvidenceRole.RECHECKED)):  # fmt: skip
        attach(name, role)
    clerk.go(number)
    pair = clerk.page.panel.pair
    assert pair.isVisible()
    before, after = pair.accessibleDescription().split("\n")
    assert before.startswith("As found ")
    assert after.startswith("Rechecked ")
    assert after.endswith("2/2")
    clerk.press("p")
    view = clerk.page.viewer.beside
    assert view.captions[1].startswith("Rechecked")
    clerk.press(UP)
    assert view.captions[1].startswith("Reported done")
    clerk.press(DOWN, LEFT, RIGHT)
    assert view.captions[1].startswith("Rechecked")
    PhotoCache.of(clerk.page._session).finish()
    assert view.isVisible()
    clerk.press(ESC)
    assert not view.isVisible()
    assert clerk.focus == "ledger"
    clerk.press("k")
    assert [each for each in clerk.page.findChildren(BeforeAfter) if each.isVisible()] != []
    clerk.press(ESC, "h", ENTER)
    assert view.isVisible()
    clerk.press(ESC)


@pytest.mark.ci
@at_the_ledger
def test_without_a_photo_p_says_so(clerk: Clerk) -> None:
    clerk.press("p")
    assert clerk.banner == "This finding has no photo."


@pytest.fixture
def one_due_today(ledger: Path) -> str:
    """A finding that was to be put right later and is now due today, also on a Saturday.

    Another is a day late: no deadline falls on a weekend, so on a Monday none would be.
    """
    with closing(Workspace(ledger)) as workspace:
        today = workspace.now().date()
        rows = workspace.findings.ledger()
        later, late, *_ = [row for row in rows if not row.state.is_ended and row.deadline > today]
        workspace.findings.assign([later.id], Assignment(owner="1001", deadline=today), by="甲")
        yesterday = Assignment(owner="1001", deadline=today - timedelta(days=1))
        workspace.findings.assign([late.id], yesterday, by="甲")
        return later.id


@pytest.mark.ci
@at_the_ledger
def test_emphasis_is_graded_by_days_overdue(clerk: Clerk, one_due_today: str) -> None:
    """A bar today, amber text for two days, bold red from the third day; nothing else is red."""
    model, today = clerk.page.model, clerk.workspace.now().date()
    place = [by.by for by in model._places].index(LedgerColumn.DEADLINE)
    drawn: dict[Urgency, set[tuple[str, bool, object]]] = {}
    for row in range(model.rowCount()):
        line, index = model.row_at(row), model.index(row, place)
        colour = model.data(index, Qt.ItemDataRole.ForegroundRole)
        font = model.data(index, Qt.ItemDataRole.FontRole)
        assert isinstance(font, QFont)
        name = colour.name() if isinstance(colour, QColor) else ""
        looks = (name, font.bold(), model.data(index, URGENCY))
        drawn.setdefault(urgency(line.state.is_ended, line.deadline, today), set()).add(looks)
    assert drawn == {
        Urgency.NONE: {("", False, Urgency.NONE)},
        Urgency.TODAY: {("", False, Urgency.TODAY)},
        Urgency.LATE: {("#8a5a00", False, Urgency.LATE)},
        Urgency.LONG_LATE: {("#b3261e", True, Urgency.LONG_LATE)},
    }


@pytest.mark.ci
@at_the_ledger
def test_overdue_is_seen_in_the_chosen_row_as_well(
    clerk: Clerk, one_due_today: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From what is drawn, beside the bar: in every set of colours."""
    model, table, today = clerk.page.model, clerk.page.table, clerk.workspace.now().date()
    place = [by.by for by in model._places].index(LedgerColumn.DEADLINE)
    roles = {Urgency.LATE: "due_today", Urgency.LONG_LATE: "overdue"}
    rows = {
        urgency(line.state.is_ended, line.deadline, today): row
        for row, line in enumerate(map(model.row_at, range(model.rowCount())))
    }
    for strong, dressed in product((False, True), ("dark", "light")):
        monkeypatch.setattr(theme, "wants_contrast", lambda strong=strong: strong)
        apply_theme(qapp, dressed)
        for urgent, role in roles.items():
            table.selectRow(rows[urgent])
            clerk.settle()
            index = model.index(rows[urgent], place)
            cell = table.visualRect(index).adjusted(2 * EDGE, 0, 0, -1)
            image = table.viewport().grab(cell).toImage()
            assert _has(image, colours_for(qapp.palette()).colour(role)), (strong, dressed, role)
            assert not _has(image, colours_for(qapp.palette()).colour("text"))
    monkeypatch.undo()
    apply_theme(qapp, "light")


def _has(image: QImage, colour: QColor) -> bool:
    """Tell whether some pixel is, but for smoothing, of a colour."""
    wanted = _parts(colour)
    return any(
        max(abs(here - there) for here, there in zip(pixel, wanted, strict=True)) < 24
        for x in range(image.width())
        for y in range(image.height())
        if (pixel := _parts(image.pixelColor(x, y)))
    )


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.ci
@at_the_ledger
def test_days_of_earlier_years_are_not_cut(clerk: Clerk) -> None:
    row = next(row for row in clerk.workspace.findings.ledger() if row.state.is_ended)
    old = replace(row, day=date(2020, 12, 28), deadline=date(2020, 12, 30))
    clerk.window.resize(1366, 768)
    clerk.settle()
    table, said = clerk.page.table, []
    for at, place in enumerate(table._places):
        if place.by in (LedgerColumn.DAY, LedgerColumn.DEADLINE):
            said.append(place.column.text(old))
            room = table.columnWidth(at) - 2 * GRID
            assert QFontMetrics(text_font()).horizontalAdvance(said[-1]) <= room
    assert said == ["2020-12-28", "2020-12-30"]


@pytest.mark.ci
@at_the_ledger
def test_the_finding_that_comes_back_beside_the_rows_is_the_current_one(clerk: Clerk) -> None:
    clerk.window.resize(1366, 768)
    clerk.settle()
    page = clerk.page
    assert page.panel.isVisible()
    clerk.window.resize(911, 600)
    clerk.settle()
    assert not page.panel.isVisible()
    clerk.press(DOWN, DOWN)
    clerk.window.resize(1366, 768)
    assert page.panel.isVisible()
    wait_for(lambda: page.panel.finding and page.panel.finding.id == page.table.current_id())
