"""A plan goes out as a workbook and comes back as it was; what is wrong is told by its cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault
from inspector.domain.plan.plan import Barred, Plan, PlannedSite
from inspector.excel.plans.plan_fields import is_plan
from inspector.excel.plans.plan_reading import PlanSheet, read_plan
from inspector.excel.plans.plan_workbook import write_plan
from inspector.excel.reading.plain_sheets import read_sheets

TODAY = date(2026, 11, 27)
PLAN = Plan(
    "p", "f", 2, "2026年第四季度检查计划", "全面实施", date(2026, 10, 1), date(2026, 12, 31), 60,
    (
        PlannedSite("1", "城东营业厅", 4, 80, 8, "第一组"),
        PlannedSite("2", "市第二医院", 0, 100, 9),
    ),
    (Barred("周敏", "2", "市第二医院"), Barred("市住建局", "1", "城东营业厅")),
    "李雪", datetime.fromisoformat("2026-09-30T09:00:00+08:00"),
)  # fmt: skip

SITES = [site.site_name for site in PLAN.sites]


def said(sheet: PlanSheet) -> tuple[object, ...]:
    """What a workbook says of a plan."""
    return (
        sheet.name, sheet.phase, sheet.first, sheet.last, sheet.covert,
        [(row.name, row.visits, row.share, row.group) for row in sheet.sites],
        [(row.who, row.name) for row in sheet.barred],
    )  # fmt: skip


def meant(plan: Plan) -> tuple[object, ...]:
    """The same of the plan itself."""
    return (
        plan.name, plan.phase, plan.first, plan.last, plan.covert,
        [(each.site_name, each.visits, each.share, each.group) for each in plan.sites],
        [(bar.who, bar.site_name) for bar in plan.barred],
    )  # fmt: skip


def test_nothing_is_lost_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "计划.xlsx"
    write_plan(path, PLAN, "市文明办", TODAY)
    assert is_plan(read_sheets(path))
    assert said(read_plan(path, TODAY, SITES)) == meant(PLAN)


words = st.text("城东营业厅第一组ABC123·（）", min_size=1, max_size=12).filter(
    lambda text: text == text.strip()
)
names = st.lists(
    words.map(lambda text: f"厅{text}"), min_size=1, max_size=6, unique_by=str.casefold
)


@pytest.mark.ci
@settings(max_examples=25)
@given(names, st.data())
def test_any_plan_comes_back_as_it_was(some: list[str], data: st.DataObject) -> None:
    sites = tuple(
        PlannedSite(
            name, name, data.draw(st.integers(0, 366)), data.draw(st.integers(0, 100)), 9,
            data.draw(st.just("") | words),
        )
        for name in some
    )  # fmt: skip
    first = data.draw(st.dates(date(2000, 1, 1), date(2099, 1, 1)))
    last = data.draw(st.dates(first, date(2099, 12, 31)))
    bars = tuple(Barred(data.draw(words), name, name) for name in some[:2])
    plan = replace(
        PLAN, name=data.draw(words), phase=data.draw(st.just("") | words), first=first, last=last,
        covert=data.draw(st.integers(0, 100)), sites=sites, barred=bars,
    )  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "计划.xlsx"
        write_plan(path, plan, "", TODAY)
        assert said(read_plan(path, TODAY, some)) == meant(plan)


def spoil(path: Path, change: Callable[[Workbook], object]) -> None:
    """Change something of a plan's workbook."""
    write_plan(path, PLAN, "", TODAY)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def cell(
    name: str, value: str | int | None, sheet: str = "检查计划"
) -> Callable[[Workbook], object]:
    """Return what writes a value into a cell."""
    return lambda book: book[sheet].__setitem__(name, value)


@pytest.mark.parametrize(
    ("change", "place", "fault"),
    [
        (cell("C5", "四"), "检查计划!C5", Fault.NOT_A_WHOLE_NUMBER),
        (cell("C5", 367), "检查计划!C5", Fault.OUT_OF_RANGE),
        (cell("D5", 101), "检查计划!D5", Fault.OUT_OF_RANGE),
        (cell("B6", "城东营业厅"), "检查计划!B6", Fault.DUPLICATE),
        (cell("B6", None), "检查计划!B6", Fault.MISSING),
        (cell("C6", "=1+1"), "检查计划!C6", Fault.FORMULA),
        (cell("B3", None, "基本情况"), "基本情况!B3", Fault.MISSING),
        (cell("B5", "下月", "基本情况"), "基本情况!B5", Fault.NOT_A_DATE),
        (cell("B6", "2026-9-1", "基本情况"), "基本情况!B6", Fault.OUT_OF_RANGE),
        (cell("B7", "一半", "基本情况"), "基本情况!B7", Fault.NOT_A_WHOLE_NUMBER),
        (cell("C3", None, "回避"), "回避!C3", Fault.MISSING),
        (lambda book: book.remove(book["基本情况"]), "基本情况", Fault.MISSING),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(
    tmp_path: Path, change: Callable[[Workbook], object], place: str, fault: Fault
) -> None:
    path = tmp_path / "计划.xlsx"
    spoil(path, change)
    with pytest.raises(FaultyFileError) as refused:
        read_plan(path, TODAY, SITES)
    assert (place, fault) in [(each.place, each.fault) for each in refused.value.problems]
