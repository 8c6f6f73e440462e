"""满意度测评情况表: a line for each site, then every bad sheet; nobody's name (DOMAIN §3.3)."""

from pathlib import Path

from inspector.domain.checklist.points import to_decimal
from inspector.domain.survey.survey_rate import Interval, SurveyRate
from inspector.domain.survey.survey_sheet import GRADES, SheetLine
from inspector.domain.survey.survey_table import SurveyLine, SurveyTable
from inspector.excel.papers.cell_values import rate_value
from inspector.excel.papers.policy_words import numbered
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, Value, add_sheet, begin_sheet, new_book
from inspector.excel.sheet.terms import NO_VALUE, NOTHING
from inspector.excel.sheet.workbook_saving import written_to
from inspector.excel.surveys.survey_terms import CHANNELS, SATISFACTIONS, TITLE

_BAD_TITLE = "满意度测评差评清单"
_COLUMNS = (
    Column("名次", 6),
    Column("单位", 22, Kind.TEXT),
    Column("测评份数", 9.4, Kind.NUMBER),
    *(
        Column(SATISFACTIONS[grade], width, Kind.NUMBER)
        for grade, width in zip(GRADES, (9.4, 7.5, 9.4, 7.5, 11), strict=True)
    ),
    Column("满意率", 10, Kind.PERCENT),
    Column("满意率95%置信区间", 21),
    Column("差评率", 10, Kind.PERCENT),
    Column("差评主要原因", 30, Kind.TEXT),
    Column("备注", 9.4),
)
_BAD_COLUMNS = (
    Column("序号", 6, Kind.NUMBER),
    Column("测评日期", 17, Kind.DATE),
    Column("单位", 26, Kind.TEXT),
    Column("窗口", 16),
    Column("评价", 13),
    Column("原因", 34, Kind.TEXT),
    Column("渠道", 9),
    Column("问题编号", 18, Kind.CODE),
)


def write_satisfaction(path: Path, table: SurveyTable, least: int, heading: Heading) -> None:
    """Write the table of a period to `path`; raises what `save_workbook` raises."""
    book = new_book(heading.title(TITLE), heading.unit, heading.reported_on, heading.code)
    styles = Styles(book)
    with written_to(book, path):
        plan = SheetPlan(
            name=TITLE,
            title=heading.title(TITLE),
            columns=_COLUMNS,
            label=heading.label,
            report_line=heading.report_line("单位：份"),
            notes=numbered(_notes(table, least)),
            foot=heading.foot,
            frozen_columns=2,
            filtered=False,
            on_one_page=True,
        )
        writer = begin_sheet(book, plan, styles)
        for line in table.lines:
            writer.write_row(_row(line, least))
        writer.write_row(_sums(table.total), total=True)
        writer.write_end()
        if table.bad:
            bad = SheetPlan(
                name="差评清单",
                title=heading.title(_BAD_TITLE),
                columns=_BAD_COLUMNS,
                label=heading.label,
                report_line=heading.report_line(""),
                foot=heading.foot,
            )
            add_sheet(book, bad, map(_bad_row, range(1, len(table.bad) + 1), table.bad), styles)


def interval_text(interval: Interval | None) -> str:
    """Return an interval as papers print it: 74.38%–96.54%."""
    if interval is None:
        return NO_VALUE
    return f"{to_decimal(interval.low)}%–{to_decimal(interval.high)}%"


def reasons_text(reasons: tuple[tuple[str, int], ...]) -> str:
    """Return reasons with how often each was said: 等候时间长（3）、态度冷淡（1）."""
    return "、".join(f"{reason}（{count}）" for reason, count in reasons)


def _row(line: SurveyLine, least: int) -> list[Value]:
    return [
        NO_VALUE if line.rank is None else str(line.rank),
        line.site_name,
        *_figures(line.rate),
        reasons_text(line.reasons) or NOTHING,
        "" if line.rate.ranked else f"不足{least}份",
    ]


def _sums(total: SurveyRate) -> list[Value]:
    return [None, "合计", *_figures(total), None, None]


def _figures(rate: SurveyRate) -> list[Value]:
    return [
        rate.n,
        *rate.counts,
        rate_value(rate.percent),
        interval_text(rate.interval),
        rate_value(rate.bad_percent),
    ]


def _bad_row(number: int, line: SheetLine) -> list[Value]:
    sheet = line.sheet
    return [
        number,
        sheet.day,
        sheet.site_name,
        sheet.window_number or NOTHING,
        SATISFACTIONS[sheet.grade] if sheet.grade else NO_VALUE,
        sheet.reason or NOTHING,
        CHANNELS[sheet.channel],
        line.finding_number or NOTHING,
    ]


def _notes(table: SurveyTable, least: int) -> list[str]:
    notes = [
        "满意率＝（非常满意＋满意＋基本满意）÷测评份数，差评率＝（不满意＋非常不满意）÷测评份数，"
        "四舍五入保留两位小数。",
        "置信区间按威尔逊（Wilson）法计算，置信度95%：区间重叠的单位，差别可能只是抽样造成的。",
        f"测评不足{least}份的单位不排名；满意率相同的名次并列。测评不记名。",
    ]
    if table.replaced:
        corrected = table.replaced - table.taken_back
        notes.append(f"另有更正前的测评{corrected}份、录错作废的{table.taken_back}份，均不计入。")
    return notes
