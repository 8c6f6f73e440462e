"""A file dropped anywhere on the window comes to the preview of its import, or is told about."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.sharing.manifest import Scope
from inspector.excel.rosters.roster_workbook import write_roster_template
from inspector.gui.data.data_page import DataPage
from inspector.gui.plan.plan_page import PlanPage
from inspector.gui.rectify.ledger_page import RectifyPage
from inspector.gui.visits.scoring.scoring_page import ScoringPage
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.excel.packs.pack_books import sample_pack, written
from tests.gui.data.rosters import TIDY, two_halls
from tests.gui.dragging import drop
from tests.gui.visits.photos import here, until
from tests.gui.visits.visit import ENTER, Person, at_the_window
from tests.workspace.test_file_kinds import table
from tests.workspace.visiting import add_site, visit


def data_page(person: Person) -> DataPage:
    page = person.window.page
    assert isinstance(page, DataPage)
    return page


@pytest.mark.ci
@at_the_window
def test_a_workbook_comes_to_the_preview_of_its_own_import(person: Person, tmp_path: Path) -> None:
    drop(person.page.start.unfinished, TIDY)
    assert data_page(person).panel("roster").tables()[0]["confirm"].can
    person.tap("discardRoster")
    person.turn_to("rectify")
    ledger = person.window.page
    assert isinstance(ledger, RectifyPage)
    drop(ledger.table, written(tmp_path, sample_pack()))
    assert person.find(QWidget, "confirmPack").isVisible()
    days = table(tmp_path / "假.xlsx", ("日期", "性质"), ("2027-03-03", "放假"))
    drop(data_page(person), days)
    assert data_page(person).panel("holidays").isVisible()
    assert person.banner == "假.xlsx: 1 problem, nothing was imported."  # it says which days lack
    heads = ("问题编号", "整改情况", "完成时间")
    back = table(tmp_path / "回.xlsx", heads, ("2611-K7M-0001", "好"))
    drop(data_page(person), back)
    assert person.window.page is ledger
    assert ledger.papers.returned.is_open


@pytest.mark.ci
@at_the_window
def test_what_is_no_import_is_told_in_a_sentence(person: Person, tmp_path: Path) -> None:
    photo, sheet = tmp_path / "a.jpg", table(tmp_path / "账.xlsx", ("收入", "支出"))
    photo.touch()
    old = tmp_path / "花名册.xls"
    old.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1"))
    start = person.page.start
    for paths, said in (
        ([photo], "“a.jpg” is a picture. Open the visit"),
        ([sheet], "“账.xlsx” is nothing that is imported here"),
        ([sheet], "results of a survey, a plan of visits"),
        ([tmp_path], "is a folder. Drop the workbook that lies in it."),
        ([photo, sheet], "2 files were dropped. Import one file at a time"),
        ([old], "is in an old format. Save it as .xlsx first."),
    ):
        drop(start.completed, *paths)
        assert said in person.banner
        assert person.window.page is person.page
    person.turn_to("data")
    drop(data_page(person), sheet)  # where a roster is expected, it says what is missing
    assert person.window.banner.isVisible()
    assert "nothing was imported" in person.banner


@pytest.mark.ci
@at_the_window
def test_a_plan_comes_to_the_page_of_plans(person: Person, tmp_path: Path) -> None:
    heads, row = ("单位", "检查次数"), ("没有的厅", 3)
    drop(person.page.start.completed, table(tmp_path / "计划.xlsx", heads, row))
    assert isinstance(person.window.page, PlanPage)
    assert "计划.xlsx" in person.banner


@pytest.mark.ci
@at_the_window
def test_a_bundle_comes_to_what_it_would_change(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "二组.inspx"
    with closing(Workspace(tmp_path / "other")) as other:
        visit(other, add_site(other, "城西厅"))
        other.of(Sharing).share(path, Scope())
    drop(person.page.start.unfinished, path)
    until(lambda: person.find(QWidget, "takeBundleIn").isVisible())


@pytest.mark.ci
@at_the_window
def test_a_file_on_a_visit_stays_evidence(person: Person, tmp_path: Path) -> None:
    person.press(ENTER)
    assert isinstance(person.scoring, ScoringPage)
    drop(person.scoring.items, TIDY)
    until(lambda: [each.name for each in here(person)] == [TIDY.name])
    assert person.scoring.isVisible()


@pytest.mark.ci
@at_the_window
def test_what_is_being_filled_in_is_not_lost_by_it(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "两.xlsx"
    write_roster_template(path, [], two_halls())
    person.turn_to("data")
    person.tap("addSite")
    name = person.find(QLineEdit, "rosterName")
    name.setText("新大厅")
    drop(data_page(person), path)
    assert person.banner == "Save what you are filling in, or cancel it; then import “两.xlsx”."
    assert name.isVisible()
    assert name.text() == "新大厅"
    person.tap("cancelRoster")
    drop(data_page(person), path)
    assert data_page(person).panel("roster").tables()[0]["confirm"].can
