"""A part of a shared visit (分头检查) whose others are not here is told as a part on papers."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.workspace.sharing.conflicts import Conflicts
from tests.workspace.visits.shared_hall import EXTENT, SCOPE, Hall

pytestmark = pytest.mark.ci
ALONE = "分头检查，其余部分未收到"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = Hall(tmp_path / "shared")
    with closing(made.workspace):
        yield made


def summary_texts(hall: Hall, path: Path) -> str:
    """Everything that the summary prints."""
    book = load_workbook(hall.workspace.reports.write_summary(path, EXTENT))
    try:
        cells = (
            cell
            for sheet in book.worksheets
            for row in sheet.iter_rows(values_only=True)
            for cell in row
        )
        return "\n".join(str(cell) for cell in cells if cell is not None)
    finally:
        book.close()


def circular(hall: Hall) -> str:
    return hall.workspace.reports.circular_draft(EXTENT).generated


def test_a_part_alone_is_told_on_summary_and_circular(hall: Hall, tmp_path: Path) -> None:
    hall.part([1, 2])
    (line,) = hall.workspace.reports.summary(EXTENT)
    assert (line.visits, line.lone) == (1, 1)
    said = summary_texts(hall, tmp_path / "alone.xlsx")
    assert ALONE in said
    assert "只按已收到的部分计算" in said
    assert "已收到窗口2个，该单位共有窗口5个）为分头检查，其余部分尚未收到" in circular(hall)


def test_nothing_is_told_of_it_once_another_part_is_here(hall: Hall, tmp_path: Path) -> None:
    hall.part([1, 2])
    hall.part([3])
    (line,) = hall.workspace.reports.summary(EXTENT)
    assert (line.visits, line.lone) == (1, 0)
    assert "未收到" not in summary_texts(hall, tmp_path / "whole.xlsx") + circular(hall)


def test_of_several_visits_it_says_of_how_many(hall: Hall, tmp_path: Path) -> None:
    hall.part([1, 2])
    hall.part([3], group="")
    assert f"其中1次{ALONE}" in summary_texts(hall, tmp_path / "two.xlsx")


def test_a_window_scored_twice_is_told_until_somebody_chose(hall: Hall, tmp_path: Path) -> None:
    hall.part([1, 2])
    hall.part([2, 3])
    workspace = hall.workspace
    told = "（1处）在分头检查中重复评分，尚未选定以何者为准"
    assert told in summary_texts(hall, tmp_path / "twice.xlsx")
    assert f"{told}，上述结果暂按平均分计算。" in circular(hall)
    today, calendar = workspace.now().date(), workspace.holidays.calendar()
    (line,) = workspace.figures.read(SCOPE, today, calendar).lines
    assert line.undecided == 1
    conflicts = workspace.of(Conflicts)
    (waits,) = conflicts.waiting()
    conflicts.settle(waits, 0)
    assert "重复评分" not in summary_texts(hall, tmp_path / "chosen.xlsx") + circular(hall)


def test_figures_know_it_as_the_summary_does(hall: Hall) -> None:
    hall.part([1, 2], public=True)
    workspace = hall.workspace
    today, calendar = workspace.now().date(), workspace.holidays.calendar()
    (line,) = workspace.figures.read(SCOPE, today, calendar).lines
    assert line.lone == 1
