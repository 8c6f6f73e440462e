"""Names of window staff: on no paper unless the preferences let them appear."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from inspector.domain.record.edition import Edition
from inspector.workspace.preferences import SHOW_NAMES
from inspector.workspace.workspace import Workspace
from tests.workspace.papers.every_paper import NAMES, NOVEMBER, every_paper, live_through
from tests.workspace.visiting import Clock


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, str]]:
    clock = Clock(datetime.fromisoformat("2026-11-25T09:30:00+08:00"))
    with closing(Workspace(tmp_path_factory.mktemp("names") / "data", clock)) as workspace:
        yield workspace, live_through(workspace, clock)


def named_in(path: Path) -> set[str]:
    """The names that stand anywhere in a workbook, whatever part of it they are in."""
    with ZipFile(path) as package:
        text = "".join(package.read(name).decode("utf-8", "ignore") for name in package.namelist())
    return {name for name in NAMES if name in text}


def told(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(
        str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )


@pytest.mark.ci
def test_a_record_names_nobody_at_a_window_unless_it_may(
    hall: tuple[Workspace, str], tmp_path: Path
) -> None:
    workspace, visit = hall
    path = workspace.reports.write_record(tmp_path / "a.xlsx", visit, Edition.EXCEPTIONS)
    assert named_in(path) == set()
    assert "1号窗口（工号1001）" in told(path)
    assert "3号窗口（工号诸××）" in told(path)
    workspace.preferences.set(SHOW_NAMES, "yes")
    try:
        workspace.reports.write_record(path, visit, Edition.EXCEPTIONS)
    finally:
        workspace.preferences.set(SHOW_NAMES, "no")
    assert named_in(path) == set(NAMES)
    assert "1号窗口（工号1001 欧阳测试）" in told(path)
    assert workspace.inspections.sheet(visit).scorecards[0].staff_name == NAMES[0]


@pytest.mark.ci
def test_no_paper_names_them(hall: tuple[Workspace, str], tmp_path: Path) -> None:
    workspace, visit = hall
    made = every_paper(workspace, visit, tmp_path)
    assert {kind: found for kind, path in made.items() if (found := named_in(path))} == {}
    whole, ledger = told(made["record whole"]), told(made["ledger"])
    assert "工号：1001" in whole
    assert "工号1001、工号1002、诸××" in ledger
    assert "工号1001、工号1002、诸××" in told(made["patrol"])


@pytest.mark.ci
def test_where_they_may_they_appear(hall: tuple[Workspace, str], tmp_path: Path) -> None:
    workspace, visit = hall
    workspace.preferences.set(SHOW_NAMES, "yes")
    try:
        made = every_paper(workspace, visit, tmp_path)
    finally:
        workspace.preferences.set(SHOW_NAMES, "no")
    assert {kind for kind, path in made.items() if named_in(path) == set(NAMES)} >= {
        "record whole", "record exceptions", "ledger", "fill-in", "patrol", "minutes",
    }  # fmt: skip


@pytest.mark.ci
def test_a_sheet_that_went_out_with_or_without_names_comes_back_unchanged(
    hall: tuple[Workspace, str], tmp_path: Path
) -> None:
    """Whatever the preference is by then: nobody changed who is responsible."""
    workspace, _ = hall
    for out, back in (("no", "yes"), ("yes", "no"), ("no", "no")):
        workspace.preferences.set(SHOW_NAMES, out)
        path = tmp_path / f"{out}-{back}.xlsx"
        workspace.reports.write_rectification(path, NOVEMBER, fill_in=True)
        workspace.preferences.set(SHOW_NAMES, back)
        assert workspace.returned.preview(workspace.returned.read(path)).read_only == ()
    workspace.preferences.set(SHOW_NAMES, "no")
