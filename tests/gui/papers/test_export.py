"""Workbooks from the lists: each period, each site, and every way a target can fail."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QDateEdit, QFileDialog

from inspector.workspace.preferences import CHECKED_BY, FILLED_BY, PHONE, UNIT_NAME
from inspector.workspace.sample.demo import write_demo
from tests.conftest import ChooseFile
from tests.gui.visits.visit import DOWN, Person, at_the_window
from tests.gui.waiting import wait_for
from tests.sample_days import newest_visits
from tests.written_once import Written

TODAY = date.today()
MONTH = TODAY.replace(day=1)
VISITED = 2 if newest_visits().year == TODAY.year else 1
"""The period of visits: this year; on its first days nothing is of it yet, and it is last month."""

NOTHING = "There is no completed inspection in this period."


@pytest.fixture
def folder(copied: Written) -> Path:
    """Visits of the last weeks."""
    return copied(write_demo, 12, 1, TODAY)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that the file dialog was opened with; it is cancelled each time."""
    proposed: list[str] = []

    def cancel(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", cancel)
    return proposed


def choose(person: Person, period: int) -> tuple[date, date]:
    """Choose a period by keys; return its days as the fields show them."""
    box = person.find(QComboBox, "period")
    box.setFocus()
    person.press(*[DOWN] * (period - box.currentIndex()))
    days = [person.find(QDateEdit, name).date() for name in ("firstDay", "lastDay")]
    return tuple(date(day.year(), day.month(), day.day()) for day in days)  # type: ignore[return-value]


def said(person: Person, sentence: str) -> None:
    """Wait for the banner: a workbook is written beside the window."""
    wait_for(lambda: person.banner != "")
    assert person.banner.startswith(sentence)
    person.window.banner.hide()


@pytest.mark.ci
@at_the_window
def test_every_period_names_its_days_and_its_file(person: Person, asked: list[str]) -> None:
    last = MONTH - timedelta(days=1)
    following = (MONTH + timedelta(days=31)).replace(day=1)
    expected = [
        (MONTH, following - timedelta(days=1)),
        (last.replace(day=1), last),
        (date(TODAY.year, 1, 1), date(TODAY.year, 12, 31)),
    ]
    for period, days in enumerate(expected):
        assert choose(person, period) == days
        assert not person.find(QDateEdit, "firstDay").isEnabled()
    choose(person, 3)
    for name, day in (("firstDay", TODAY), ("lastDay", TODAY - timedelta(days=60))):
        person.find(QDateEdit, name).setDate(QDate(day))  # the wrong way round
    person.press("e", ctrl=True)
    assert asked == [f"整改台账_{TODAY - timedelta(days=60)}_{TODAY}.xlsx"]


@at_the_window
@pytest.mark.ci
def test_both_workbooks_are_written_and_said(
    person: Person, choose_file: ChooseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    ledger, summary = tmp_path / "台账", tmp_path / "汇总.XLSX"
    choose(person, VISITED)
    choose_file(ledger, summary)
    person.press("e", ctrl=True)
    wait_for(lambda: person.banner.startswith(f"Written: {tmp_path / '台账.xlsx'}"))
    person.click("bannerAction", person.window.banner)
    person.click("bannerFile", person.window.banner)
    assert opened == [str(tmp_path), str(tmp_path / "台账.xlsx")]
    person.window.banner.hide()
    person.click("exportSummary")
    wait_for(lambda: person.banner.startswith(f"Written: {summary}"))
    assert load_workbook(tmp_path / "台账.xlsx").worksheets
    assert load_workbook(summary.open("rb")).worksheets
    summary.unlink()
    person.click("bannerFile", person.window.banner)
    assert person.banner == "汇总.XLSX cannot be opened: it is gone, or nothing here opens it."
    assert opened == [str(tmp_path), str(tmp_path / "台账.xlsx")]


@pytest.mark.ci
@at_the_window
def test_one_site_only(person: Person, choose_file: ChooseFile, tmp_path: Path) -> None:
    choose(person, VISITED)
    site = person.find(QComboBox, "exportSite")
    site.setCurrentIndex(site.findText("城东营业厅"))
    choose_file(tmp_path / "one.xlsx")
    person.press("s", ctrl=True)
    said(person, f"Written: {tmp_path / 'one.xlsx'}")
    rows = load_workbook(tmp_path / "one.xlsx").worksheets[0].iter_rows(values_only=True)
    sites = {row[1] for row in rows if isinstance(row[0], int)}
    assert sites == {"城东营业厅"}


@at_the_window
def test_a_cancelled_dialog_changes_nothing(person: Person, asked: list[str]) -> None:
    choose(person, VISITED)
    person.press("es", ctrl=True)
    assert len(asked) == 2
    assert person.banner == ""
    assert person.focus == "period"


@pytest.mark.ci
@at_the_window
def test_where_it_cannot_be_written_it_says_why(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose(person, VISITED)
    taken = tmp_path / "folder.xlsx"
    taken.mkdir()
    another = "Choose another folder, or allow writing to it."
    plug_in = "Plug the drive in or choose another folder."
    for path, why, way_out in (
        (tmp_path / "gone" / "x.xlsx", "the folder does not exist", plug_in),
        (taken, "it is a folder", "Choose another name."),
        (Path("/sys/x.xlsx"), "permission denied", another),
        (Path("/proc/x.xlsx"), "the folder does not exist", plug_in),
    ):
        choose_file(path)
        person.press("e", ctrl=True)
        said(person, f"{path} cannot be written: {why}. Nothing was changed. {way_out}")
    assert list(tmp_path.glob("*.xlsx")) == [taken]


@at_the_window
def test_a_period_without_a_completed_visit_asks_for_no_file(
    person: Person, asked: list[str]
) -> None:
    choose(person, 3)
    for name in ("firstDay", "lastDay"):
        person.find(QDateEdit, name).setDate(QDate(2001, 1, 1))
    for key in "est":  # a superior gets a form all the same: it says that there is nothing
        person.window.banner.hide()
        person.press(key, ctrl=True)
        assert person.banner == NOTHING
    assert asked == []


@pytest.mark.ci
@at_the_window
def test_a_name_without_its_ending_overwrites_nothing(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    taken = tmp_path / "台账.xlsx"
    taken.write_bytes(b"as it was")
    choose(person, VISITED)
    # The dialog asked about 台账, and there is none: it comes again, with the whole name.
    choose_file(tmp_path / "台账", tmp_path / "台账 (2).xlsx")
    person.press("e", ctrl=True)
    said(person, f"Written: {tmp_path / '台账 (2).xlsx'}")
    assert taken.read_bytes() == b"as it was"


@pytest.mark.ci
@at_the_window
def test_the_month_goes_with_the_day(person: Person) -> None:
    choose(person, 0)
    next_month = (MONTH + timedelta(days=31)).replace(day=1)
    session = person.page.start.export.session
    now = session.workspace.now
    session.workspace.now = lambda: now().replace(
        year=next_month.year, month=next_month.month, day=1
    )
    person.turn_to("data")
    person.press("1", ctrl=True)  # the laptop was left on over the end of the month
    assert person.find(QDateEdit, "firstDay").date() == QDate(next_month)


@pytest.mark.ci
@at_the_window
def test_what_stays_blank_is_said_with_the_way_to_it(
    person: Person, choose_file: ChooseFile, tmp_path: Path
) -> None:
    choose(person, VISITED)
    choose_file(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    person.press("s", ctrl=True)
    wait_for(lambda: person.banner != "")
    assert person.banner == (
        f"Written: {tmp_path / 'a.xlsx'}. Left blank on paper: Reporting unit, Filled in by,"
        " Checked by, Phone. They are set in the window, under Data, Preferences."
    )
    person.window.banner.hide()
    preferences = person.window._session.workspace.preferences
    for each in (UNIT_NAME, FILLED_BY, CHECKED_BY, PHONE):
        preferences.set(each, "甲")
    person.press("s", ctrl=True)
    wait_for(lambda: person.banner != "")
    assert person.banner == f"Written: {tmp_path / 'b.xlsx'}"
