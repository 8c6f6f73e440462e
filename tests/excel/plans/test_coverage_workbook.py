"""检查计划完成情况表, read back: whoever adds its columns up comes to its sums."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.plan.plan import Plan, PlannedSite
from inspector.domain.plan.plan_coverage import PlannedVisit, coverage_of
from inspector.domain.plan.plan_draw import Draw, DrawWay, ToldDraw
from inspector.excel.plans.coverage_workbook import CoveredPlan, write_coverage
from tests.excel.libreoffice import LibreOffice
from tests.excel.reports import HEADING
from tests.printed_sizes import printed_pages

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
PLAN = Plan(
    "p", "f", 1, "四季度计划", "", FIRST, LAST, 50,
    (
        PlannedSite("1", "城东厅", 2, 50, 4),
        PlannedSite("2", "城西厅", 2, 50, 4),
        PlannedSite("3", "城南厅", 1),
    ),
    (), "", datetime.fromisoformat("2026-09-30T09:00:00+08:00"),
)  # fmt: skip
VISITS = [
    PlannedVisit(f"{site}{day}", site, date(2026, 11, day), True, frozenset("ABC"))
    for site, day in (("1", 2), ("1", 3), ("1", 4), ("2", 5))
]
"""The first site has one visit, two untold ones and a window more than was asked for."""


def rows(path: Path) -> list[list[object]]:
    """Every row of the first sheet."""
    book = openpyxl.load_workbook(path)
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def written(folder: Path, until: date) -> list[list[object]]:
    """The paper of the plan as it stood on a day."""
    covered = coverage_of(PLAN, VISITS, until)
    write_coverage(folder / "表.xlsx", [CoveredPlan(PLAN, covered)], covered, HEADING)
    return rows(folder / "表.xlsx")


def test_its_columns_add_up_and_what_is_beyond_stands_apart(tmp_path: Path) -> None:
    table = written(tmp_path, date(2026, 11, 28))
    sites = [row for row in table if row[0] in (1, 2, 3)]
    total = next(row for row in table if row[1] == "合计")
    for column in (2, 3, 4, 7, 8, 9):  # how many covert ones are wanted is of the whole plan
        figures = [row[column] for row in sites]
        assert sum(each for each in figures if isinstance(each, int)) == total[column]
    for row in (*sites, total):
        wanted, done, gap = row[2:5]
        assert isinstance(wanted, int) and isinstance(done, int)  # noqa: PT018
        assert wanted - done == gap
        assert row[9] == "—" or row[9] <= row[8]  # type: ignore[operator]
    assert total[2:5] == [5, 3, 2]
    assert total[5] == 0.6
    assert (sites[0][12], sites[1][12], total[12]) == ("计划外1次", None, "计划外1次")


def test_its_title_says_the_days_of_the_plan_and_until_when_they_count(tmp_path: Path) -> None:
    (title,) = [row[0] for row in written(tmp_path, date(2026, 11, 28))
                if "完成情况表" in str(row[0])]  # fmt: skip
    assert "（2026年10月1日至2026年12月31日，截至2026年11月28日）" in str(title)
    (title,) = [row[0] for row in written(tmp_path, LAST) if "完成情况表" in str(row[0])]
    assert str(title).endswith("（2026年10月1日至2026年12月31日）")


@pytest.mark.ci
def test_the_foot_of_the_draws_is_never_alone(libreoffice: LibreOffice, tmp_path: Path) -> None:
    lots = (
        "城东营业厅",
        "城西营业厅",
        "高新区营业厅",
        "市政务大厅",
        "市第二医院",
        "南湾收费站",
        "客运总站",
    )
    at = datetime.fromisoformat("2026-11-19T12:30:00+08:00")
    covered = coverage_of(PLAN, VISITS, LAST)
    for count in (5, 6, 7):
        draws = [
            ToldDraw(
                Draw("d", "p", at, DrawWay.RANDOM, f"E7W{number:03}", lots, "1", lots[0], (), ()),
                at.date(),
            )
            for number in range(count)
        ]
        path = tmp_path / f"{count}.xlsx"
        write_coverage(path, [CoveredPlan(PLAN, covered, draws)], covered, HEADING)
        last = printed_pages(libreoffice.convert(path, "pdf"))[-1]
        assert "填表人" in last.text
        assert draws[-1].draw.seed in last.text
