"""Short ways to findings, summary lines and headings, and to what was written of them."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Grade, Pack, Policy
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import FindingCount, SiteSummary
from inspector.domain.finding.finding import Finding, FindingState
from inspector.excel.sheet.report_heading import Heading
from tests.domain.finding.lives import FOUND

TODAY = date(2026, 11, 24)
HEADING = Heading(
    unit="市文明办",
    period="2026年11月",
    reported_on=TODAY,
    author="张三",
    telephone="0571-88990011",
    attachment="2",
)

_FINDING = replace(
    FOUND,
    inspection_id="i1",
    scorecard_id="c1",
    site_id="s1",
    site_name="城东营业厅",
    deduction=150,
    deadline=date(2026, 11, 25),
    raised_at=datetime(2026, 11, 20, 9, 30),
    changed_at=None,
)
_SUMMARY = SiteSummary(
    rank=1,
    site_name="城东营业厅",
    pack=PackFamily("telecom-hall", ("2026.1",), "通信营业厅", "rate 25/20/35/20"),
    visits=3,
    windows=24,
    rates=dict(zip(Category, (9650, 9800, 9420, 9700), strict=True)),
    bonus=250,
    vetoes=0,
    total=9590,
    grade="优秀",
    findings=FindingCount(raised=141, closed=118, overdue=4),
    change=70,
)


def finding(**changes: Any) -> Finding:  # noqa: ANN401 -- any field of a finding
    """A finding of an ordinary window, with `changes`."""
    return replace(_FINDING, **changes)


def closed(**changes: Any) -> Finding:  # noqa: ANN401 -- any field of a finding
    """A finding that is closed, with `changes`."""
    moment = datetime(2026, 11, 22, 16)
    return finding(state=FindingState.CLOSED, closed_at=moment, **changes)


def summary(**changes: Any) -> SiteSummary:  # noqa: ANN401 -- any field of a line
    """A line of the summary, with `changes`."""
    return replace(_SUMMARY, **changes)


def pack(title: str = "通信营业厅", policy: Policy = Policy()) -> Pack:  # noqa: B008 -- frozen
    """A pack without items."""
    return Pack(
        id="telecom-hall",
        title=title,
        version="2026.1",
        summary="",
        weights=dict(zip(Category, (25, 20, 35, 20), strict=True)),
        policy=policy,
        grades=(
            Grade("优秀", 9000),
            Grade("良好", 8000),
            Grade("合格", 6000),
            Grade("不合格", 0),
        ),
        window_kinds=(),
        checklists=(),
    )


def first_sheet(path: Path) -> Worksheet:
    """The first sheet of the workbook at `path`."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def table(sheet: Worksheet) -> tuple[int, list[str]]:
    """The header row of a report and its headers: the first row with more than three texts."""
    for number, row in enumerate(sheet.iter_rows(), 1):
        texts = [str(cell.value) for cell in row if cell.value is not None]
        if len(texts) > 3:
            return number, texts
    raise AssertionError("no header")


def cells_of(sheet: Worksheet, number: int = 1) -> dict[str, Any]:
    """The cells of the table's row `number` (from 1) by header."""
    header, names = table(sheet)
    return {name: sheet.cell(header + number, column) for column, name in enumerate(names, 1)}


def values_of(sheet: Worksheet, number: int = 1) -> dict[str, Any]:
    """The values of the table's row `number` (from 1) by header."""
    return {name: cell.value for name, cell in cells_of(sheet, number).items()}
