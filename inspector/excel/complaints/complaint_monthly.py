"""投诉举报月报: what came in a period and became of it, beside the period before."""

from typing import TYPE_CHECKING

from inspector.domain.complaint.complaint import Channel, ComplaintKind
from inspector.domain.complaint.complaint_report import (
    By,
    ComplaintLine,
    ComplaintReport,
    ComplaintSums,
)
from inspector.excel.complaints.complaint_terms import CHANNELS, KINDS
from inspector.excel.papers.cell_values import rate_value
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, begin_sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

MONTHLY, OTHER_PERIOD = "投诉举报月报", "投诉举报统计表"

_COLUMNS = (
    Column("项目", 18, Kind.TEXT),
    Column("收到", 6.4, Kind.NUMBER),
    Column("上期\n收到", 6.4, Kind.NUMBER),
    Column("办结", 6.4, Kind.NUMBER),
    Column("按期\n办结", 6.4, Kind.NUMBER),
    Column("按期\n办结率", 9.4, Kind.PERCENT),
    Column("上期按期\n办结率", 9.4, Kind.PERCENT),
    Column("属实", 6.4, Kind.NUMBER),
    Column("已回访", 6.4, Kind.NUMBER),
    Column("回访\n满意", 6.4, Kind.NUMBER),
    Column("未办结", 6.4, Kind.NUMBER),
    Column("其中\n逾期", 6.4, Kind.NUMBER),
    Column("上期\n未办结", 6.6, Kind.NUMBER),
)
_PARTS = ((By.SITE, "一、按单位"), (By.CHANNEL, "二、按渠道"), (By.KIND, "三、按类别"))


def add_monthly(
    book: "Workbook", report: ComplaintReport, heading: Heading, is_month: bool, styles: Styles
) -> None:
    """Add the table of a period to a workbook."""
    title = MONTHLY if is_month else OTHER_PERIOD
    plan = SheetPlan(
        name=title,
        title=heading.title(title),
        columns=_COLUMNS,
        label=heading.label,
        alarm=heading.alarm,
        report_line=heading.report_line(f"共收到{report.now.received}件"),
        notes=(
            f"说明：按收到时间统计，作废的不计；办理情况截至{chinese_date(heading.reported_on)}，"
            "上期为上一个同样长的时段。办结指已向对方反馈；按期办结率＝按期办结÷（办结＋逾期未办结）；"
            "回访满意含非常满意、满意、基本满意。",
        ),
        foot=heading.foot,
        filtered=False,
        landscape=False,
        on_one_page=True,
    )
    writer = begin_sheet(book, plan, styles)
    for by, said in _PARTS:
        if lines := report.of(by):
            writer.write_total(said)
            for line in lines:
                writer.write_row(_row(_name(line), line.now, line.before))
    writer.write_row(_row("合计", report.now, report.before), total=True)
    writer.write_end()


def _name(line: ComplaintLine) -> str:
    if line.by is By.SITE:
        return line.site_name
    if line.by is By.CHANNEL:
        return CHANNELS[Channel(line.key)]
    return KINDS[ComplaintKind(line.key)]


def _row(name: str, now: ComplaintSums, before: ComplaintSums) -> list[Value]:
    return [
        name, now.received, before.received, now.answered, now.in_time,
        rate_value(now.in_time_rate), rate_value(before.in_time_rate), now.upheld,
        now.called_back, now.satisfied, now.open, now.overdue, before.open,
    ]  # fmt: skip
