"""A city's roster is read in a process of its own: the same rows and refusals, stopped at once."""

import resource
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from inspector.domain.errors import FaultyFileError, NotFoundError
from inspector.domain.visit.roster_event import RosterIntake
from inspector.workspace.roster.roster_reading import LONG
from inspector.workspace.roster.rosters import RosterPreview
from inspector.workspace.workspace import Workspace
from tests.excel.rosters.rosters import roster

ROWS: tuple[tuple[str, ...], ...] = (
    ("城东厅", "1号窗口", "", "023"),
    ("城东厅", "2号窗口", "", "024"),
    ("城西厅", "1号窗口", "", "031"),
)


class StoppedError(BaseException):
    """As the runner stops work."""


def long_roster(folder: Path, rows: Sequence[Sequence[Any]] = ROWS) -> Path:
    """Write a workbook that is as large as thousands of rows make it."""
    path = roster(folder, rows)
    with ZipFile(path, "a") as package:
        package.writestr("docProps/thumbnail.bin", bytes(LONG))
    return path


def unheard(done: int, total: int) -> None:
    pass


def used_elsewhere() -> float:
    """Return the seconds of the processor that processes took which this one started."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def said(preview: RosterPreview) -> object:
    """Return what a preview says but for the ids, which are new each time."""
    return (
        preview.rows,
        preview.unsaid,
        [(each.kind, each.subject, each.site.name) for each in preview.changes],
        preview.new_windows,
    )


def test_a_long_one_is_read_elsewhere_and_says_the_same(
    workspace: Workspace, tmp_path: Path
) -> None:
    path, rosters = long_roster(tmp_path), workspace.rosters
    here = rosters.preview(path)
    before = used_elsewhere()
    elsewhere = rosters.preview(path, RosterIntake.MERGE, unheard)
    assert used_elsewhere() > before
    assert said(elsewhere) == said(here)
    rosters.take_in(elsewhere)
    assert [site.name for site in rosters.sites()] == ["城东厅", "城西厅"]


def test_a_short_one_waits_for_no_process(workspace: Workspace, tmp_path: Path) -> None:
    before = used_elsewhere()
    preview = workspace.rosters.preview(roster(tmp_path, ROWS), RosterIntake.MERGE, unheard)
    assert preview.new_windows == 3
    assert used_elsewhere() == before


@pytest.mark.ci
def test_a_faulty_one_is_refused_by_its_cells_as_ever(workspace: Workspace, tmp_path: Path) -> None:
    path = long_roster(tmp_path, [*ROWS, ROWS[0], ("城西厅", None, "", "032")])
    with pytest.raises(FaultyFileError) as here:
        workspace.rosters.preview(path)
    with pytest.raises(FaultyFileError) as elsewhere:
        workspace.rosters.preview(path, RosterIntake.MERGE, unheard)
    assert elsewhere.value.problems == here.value.problems
    assert [each.place for each in here.value.problems] == ["Sheet1!B5", "Sheet1!B6"]
    with pytest.raises(NotFoundError):
        workspace.rosters.preview(tmp_path / "gone.xlsx", RosterIntake.MERGE, unheard)


def stop_when(condition: Callable[[int, int], bool]) -> Callable[[int, int], None]:
    def hear(done: int, total: int) -> None:
        if condition(done, total):
            raise StoppedError

    return hear


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(lambda done, total: total == 0, id="while it is read"),
        pytest.param(
            lambda done, total: (done, total) == (1, 2),
            id="between two sites",
            marks=pytest.mark.ci,
        ),
    ],
)
def test_it_is_stopped_and_nothing_is_changed(
    workspace: Workspace, tmp_path: Path, when: Callable[[int, int], bool]
) -> None:
    with pytest.raises(StoppedError):
        workspace.rosters.preview(long_roster(tmp_path), RosterIntake.MERGE, stop_when(when))
    assert workspace.rosters.sites() == []


def test_comparing_it_again_is_stopped_as_well(workspace: Workspace, tmp_path: Path) -> None:
    rosters = workspace.rosters
    preview = rosters.preview(roster(tmp_path, ROWS))
    stop = stop_when(lambda done, total: done == 1)
    with pytest.raises(StoppedError):
        rosters.preview_with(preview, RosterIntake.REPLACE, stop)
    with pytest.raises(StoppedError):
        rosters.preview_as(preview, [("城东厅", "1号窗口")], "cashier", stop)
