"""The page of plans, as a person uses it: make a plan, change it, draw, start the visit."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.plan.plan_page import PlanPage
from inspector.gui.visits.starting.new_page import NewPage
from inspector.gui.visits.visits_page import InspectPage
from tests.conftest import RunMain
from tests.gui.commands.views import ALT, CTRL, plan, press, start
from tests.workspace.visiting import add_site, visit

ENTER = Qt.Key.Key_Return


@pytest.fixture
def at_halls(run_main: RunMain, tmp_path: Path) -> Callable[[Callable[[MainWindow], None]], None]:
    """Return a function that drives the window on two halls, nothing planned."""

    def at_halls(drive: Callable[[MainWindow], None]) -> None:
        def begin(window: MainWindow) -> None:
            for name in ("城东厅", "城西厅"):
                add_site(window.session.workspace, name)
            start(window)
            drive(window)
            window.close()

        assert run_main(begin, "--data", str(tmp_path / "data"), "--lang", "en") == 0

    return at_halls


def fill(page: PlanPage, **fields: str) -> None:
    """Write into the fields of the form in front, by the ends of their names, and keep it."""
    form = page.editing.front
    assert form is not None
    for name, text in fields.items():
        field = form.findChild(QLineEdit, name)
        assert field is not None, name
        field.setText(text)
    last = form.findChild(QLineEdit, next(reversed(fields)))
    assert last is not None
    last.setFocus()
    QTest.keyClick(last, ENTER)


def is_asked(page: PlanPage) -> bool:
    """A form is in front."""
    return page.editing.front is not None


def make(window: MainWindow, visits: str = "2") -> PlanPage:
    """Make a plan of this year."""
    page, year = plan(window), date.today().year
    press("n", CTRL)
    fill(page, planName="全年计划", planFirst=f"{year}-1-1", planLast=f"{year}-12-31",
         planVisits=visits, planCovert="50")  # fmt: skip
    return page


@pytest.mark.ci
def test_a_plan_is_made_changed_and_given_up(
    at_halls: Callable[[Callable[[MainWindow], None]], None],
) -> None:
    def drive(window: MainWindow) -> None:
        page, plans = make(window), window.session.workspace.plans
        (made,) = plans.all()
        assert [(each.site_name, each.visits) for each in made.sites] == [
            ("城东厅", 2),
            ("城西厅", 2),
        ]
        assert any("to go 4" in each.text() for each in page.findChildren(QLabel))
        press(ENTER)
        fill(page, quotaVisits="5", quotaBarred="周敏、市住建局")
        (second,) = plans.all()
        assert (second.version, second.visits) == (2, 7)
        assert [bar.who for bar in second.barred] == ["周敏", "市住建局"]
        press("a", CTRL)
        press(ENTER)
        fill(page, quotaShare="50")
        (third,) = plans.all()
        assert [(each.visits, each.share) for each in third.sites] == [(5, 50), (2, 50)]
        assert third.barred == second.barred
        press(Qt.Key.Key_Delete)
        assert plans.all() == ()
        assert not page.model.rowCount()

    at_halls(drive)


@pytest.mark.ci
def test_the_table_counts_up_to_what_is_asked_and_tells_what_is_beyond(
    at_halls: Callable[[Callable[[MainWindow], None]], None],
) -> None:
    def drive(window: MainWindow) -> None:
        workspace = window.session.workspace
        for _ in range(2):
            visit(workspace, workspace.rosters.site_named("城东厅"))
        page = make(window, "1")
        model = page.model
        rows = [[str(model.index(row, at).data()) for at in range(1, 6)] for row in (0, 1)]
        # Asked for, made, to go, beyond; then the untold ones, up to the visits asked for.
        assert rows == [["1", "1", "", "1", "1"], ["1", "0", "1", "", "0"]]
        assert any("1 beyond the plan" in each.text() for each in page.findChildren(QLabel))

    at_halls(drive)


@pytest.mark.ci
def test_a_refusal_is_told_and_what_was_typed_stays(
    at_halls: Callable[[Callable[[MainWindow], None]], None],
) -> None:
    def drive(window: MainWindow) -> None:
        page = plan(window)
        press("n", CTRL)
        fill(page, planName="", planFirst="12-1", planLast="12-31")
        assert is_asked(page)
        assert "Name" in page.line.text
        assert window.session.workspace.plans.all() == ()
        press(Qt.Key.Key_Escape)
        assert not is_asked(page)
        press(Qt.Key.Key_Escape)
        assert window.page is not page

    at_halls(drive)


@pytest.mark.ci
def test_tab_goes_from_the_last_field_to_the_buttons_and_esc_closes_the_form_first(
    at_halls: Callable[[Callable[[MainWindow], None]], None],
) -> None:
    def drive(window: MainWindow) -> None:
        page = plan(window)
        press("n", CTRL)
        share = page.editing.form.findChild(QLineEdit, "planShare")
        assert share is not None
        share.setFocus()
        stops = []
        for _ in range(2):
            before = QApplication.focusWidget()
            assert before is not None
            QTest.keyClick(before, Qt.Key.Key_Tab)
            after = QApplication.focusWidget()
            assert after is not None
            stops.append(after.objectName())
        assert stops == ["cancelPlan", "savePlan"]
        name = page.editing.form.findChild(QLineEdit, "planName")
        assert name is not None
        name.setText("写了一半")
        page.go_back()  # as Esc does from the table
        assert window.page is page
        assert not is_asked(page)
        press("n", CTRL)
        assert name.text() == "写了一半"
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Escape)
        assert window.page is not page

    at_halls(drive)


@pytest.mark.ci
def test_what_was_drawn_is_the_form_of_a_visit(
    at_halls: Callable[[Callable[[MainWindow], None]], None],
) -> None:
    def drive(window: MainWindow) -> None:
        page = make(window)
        press("3", ALT)
        draw = window.session.workspace.draws.newest(window.session.workspace.plans.all()[0])
        assert draw is not None
        assert draw.seed in page.line.text
        assert [site.site_id for site in page._chosen] == [draw.site_id]
        assert "Drawn once today" in page.line.text
        press("3", ALT)
        assert "Drawn 2 times today" in page.line.text
        draw = window.session.workspace.draws.newest(window.session.workspace.plans.all()[0])
        assert draw is not None
        page.start_drawn()
        QApplication.processEvents()
        new = start_form(window)
        assert new.places.site is not None
        assert new.places.site.name == draw.site_name
        numbers = [duty.window.number for duty in new.ticks.ticked if duty is not None]
        assert tuple(numbers) == draw.window_numbers

    at_halls(drive)


def start_form(window: MainWindow) -> NewPage:
    """The form of a new visit, which is in front."""
    page = window.page
    assert isinstance(page, InspectPage)
    return page.new


@pytest.mark.ci
def test_phases_fill_in_the_days_of_a_plan_and_the_phase_of_a_visit(
    at_halls: Callable[[Callable[[MainWindow], None]], None],
) -> None:
    def drive(window: MainWindow) -> None:
        page, year = plan(window), date.today().year
        press("p")
        fill(page, phaseName="全面实施", phaseFirst=f"{year}-1-1", phaseLast=f"{year}-12-31")
        workspace = window.session.workspace
        assert workspace.plans.phase_on(date.today()) == "全面实施"
        press("n", CTRL)
        form = page.editing.form
        form._phase.setCurrentIndex(1)
        fill(page, planName="计划")
        (made,) = workspace.plans.all()
        assert (made.phase, made.first, made.last) == (
            "全面实施", date(year, 1, 1), date(year, 12, 31),
        )  # fmt: skip
        inspect = start(window)
        inspect.show_new()
        assert inspect.new.form.phase == "全面实施"
        plan(window)
        press("p")
        fill(page, phaseName="")
        assert workspace.plans.phases() == []

    at_halls(drive)
