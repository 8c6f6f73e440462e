"""What is covered of plans stands in the circular, in a superior's form and a paper of its own."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from inspector.domain.errors import UnknownSiteError
from inspector.domain.plan.plan import PlannedSite
from inspector.domain.plan.plan_draw import DrawWay
from inspector.domain.plan.plan_errors import NoPlanError
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, visit

NOVEMBER = Extent(month_of(date(2026, 11, 1)))
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)


@pytest.fixture
def planned(workspace: Workspace) -> Workspace:
    """Two visits due to each of two sites, one made to the first."""
    sites = [add_site(workspace, name) for name in ("城东厅", "城西厅")]
    asked = tuple(PlannedSite(site.id, site.name, 2) for site in sites)
    workspace.plans.make(PlanDraft("四季度计划", FIRST, LAST, sites=asked))
    visit(workspace, sites[0])
    return workspace


def texts(path: Path, sheet: str | None = None) -> list[str]:
    """Every text of a workbook, or of one sheet."""
    book = openpyxl.load_workbook(path)
    sheets = [book[sheet]] if sheet else book.worksheets
    return [str(cell.value) for each in sheets for row in each.iter_rows() for cell in row
            if cell.value is not None]  # fmt: skip


def test_the_circular_says_it(planned: Workspace) -> None:
    said = planned.reports.circular_draft(NOVEMBER).generated
    assert (
        "按照《四季度计划》，截至2026年11月27日，应查4次，已查1次，缺口3次（城东厅1次、城西厅2次）。"
        in said
    )
    one = planned.reports.circular_draft(Extent(NOVEMBER.period, "城东厅")).generated
    assert "应查2次，已查1次，缺口1次（城东厅1次）。" in one


def test_the_circular_tells_what_is_beyond_the_plan_apart(planned: Workspace) -> None:
    for _ in range(2):
        visit(planned, planned.rosters.site_named("城东厅"))
    said = planned.reports.circular_draft(NOVEMBER).generated
    assert "应查4次，已查2次（另有计划外1次），缺口2次（城西厅2次）。" in said


def test_a_form_has_words_for_it(planned: Workspace, tmp_path: Path) -> None:
    form, book = tmp_path / "表.xlsx", Workbook()
    sheet = book.worksheets[0]
    sheet.append(["{{应查次数}}", "{{已查次数}}", "{{缺口次数}}", "{{计划完成率}}"])
    sheet.append(["{{排名.单位}}", "{{排名.应查次数}}", "{{排名.缺口次数}}", "{{排名.计划完成率}}"])
    book.save(form)
    planned.reports.write_form(tmp_path / "报.xlsx", NOVEMBER, form)
    filled = openpyxl.load_workbook(tmp_path / "报.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in filled.iter_rows()]
    assert [rows[0][:3], rows[1][:3]] == [[4, 1, 3], ["城东厅", 2, 1]]
    assert rows[0][3] == pytest.approx(0.25)


def test_a_draw_stands_on_the_paper_only_after_its_visit(
    planned: Workspace, clock: Clock, tmp_path: Path
) -> None:
    (plan,) = planned.plans.all()
    drawn = planned.draws.draw(plan, DrawWay.RANDOM, clock.moment.date())
    assert drawn is not None
    seed, site = drawn[0].seed, drawn[0].site_name
    path = planned.reports.write_plan_coverage(tmp_path / "前.xlsx", NOVEMBER)
    assert not any(seed in text for text in texts(path))
    plan_path = planned.reports.write_plan(tmp_path / "计划.xlsx", plan)
    assert not any(seed in text for text in texts(plan_path))
    clock.set("2026-11-27", "15:00:00")
    visit(planned, planned.rosters.site_named(site))
    path = planned.reports.write_plan_coverage(tmp_path / "后.xlsx", NOVEMBER)
    assert seed in texts(path, "抽取记录")


def test_the_paper_of_a_period_without_plans_is_refused(planned: Workspace, tmp_path: Path) -> None:
    early = Extent(Period(date(2026, 9, 1), date(2026, 9, 30)))
    with pytest.raises(NoPlanError):
        planned.reports.write_plan_coverage(tmp_path / "表.xlsx", early)
    with pytest.raises(UnknownSiteError):
        planned.reports.write_plan_coverage(tmp_path / "表.xlsx", Extent(early.period, "没有的厅"))
    assert list(tmp_path.glob("*.xlsx")) == []
