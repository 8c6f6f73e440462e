"""The page of charts of a summary: ranking, categories, findings; more pages for many sites."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.points import mean, round_half_up, to_decimal
from inspector.domain.figures.summary import FindingCount, SiteSummary
from inspector.excel.papers.cell_values import rate_value
from inspector.excel.papers.ranking_words import adapted_remark
from inspector.excel.sheet.page_setup import fit_one_page, page_points
from inspector.excel.sheet.printed_charts import CENTIMETRE, Bars, Cells, ChartPlan, bar_chart
from inspector.excel.sheet.report_heading import Heading
from inspector.excel.sheet.sheet_style import Column, Kind, Styles
from inspector.excel.sheet.table_sheet import SheetPlan, SheetWriter, Value, begin_sheet
from inspector.excel.sheet.terms import CATEGORIES, NO_VALUE, VETO

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_BARS = 36
"""Sites whose bars fit on a page of their own."""

_FEW = 10  # findings that a scale counts one by one: half a finding is none
_TOGETHER = 8  # sites whose bars leave room for the other charts
_BAR, _AROUND = 0.58, 2.2  # centimetres of a bar, and of title and scale
_CHART, _LEAST_CHART = 7.4, 4.8  # centimetres of a chart of categories: usual, at least
_GAPS = 40.0  # points between charts
_NOTE = 36.0  # points of a note below the charts, in two lines
_COLUMNS = (
    Column("问题类别", 14),
    Column("平均得分", 13, Kind.SCORE),
    Column("问题数", 13, Kind.NUMBER),
    Column("已整改数", 13, Kind.NUMBER),
    Column("未整改数", 13, Kind.NUMBER),
    Column("其中逾期数", 13, Kind.NUMBER),
    Column("整改率", 13, Kind.PERCENT),
)


def add_chart_pages(
    book: "Workbook",
    ranking: tuple["Worksheet", int, int, int],
    name: str,
    lines: Sequence[SiteSummary],
    heading: Heading,
    styles: Styles,
    *,
    among_others: bool = False,
) -> None:
    """Write the charts of one pack, whose name is `name`, behind its ranking.

    `ranking` is the sheet with the ranking, its first row, and the columns with site and total.
    Where the summary has sites of other packs too, `among_others`, a line says whose figures
    these are: their sum is not that of the first page, since means of packs do not compare.
    """
    scope = f"统计范围：{name}（{len(lines)}个单位），不含其他类别" if among_others else ""
    scored = [line for line in lines if line.rank is not None]
    parts = [scored[begin : begin + MOST_BARS] for begin in range(0, len(scored), MOST_BARS)]
    together = len(scored) <= _TOGETHER
    begin = 0
    for part in [] if together else parts:
        writer = _begin(book, f"排名图 {name}", heading, styles, part, scope=scope)
        _ranking(writer, ranking, begin, part, _room(writer, part))
        begin += len(part)
        writer.write_end()
    shown = scored if together else ()
    writer = _begin(book, f"图表 {name}", heading, styles, shown, headed=True, scope=scope)
    table = _table(writer, lines)
    room = _room(writer, shown)
    if together and scored:
        _ranking(writer, ranking, 0, scored, room)
        room -= _AROUND + _BAR * len(scored)
    _categories(writer, table, min(max(room / 2, _LEAST_CHART), _CHART))
    writer.write_end()


def _room(writer: SheetWriter, ranked: Sequence[SiteSummary]) -> float:
    """Return the centimetres that a page has left for charts: one scaled down is hard to read."""
    left = page_points(landscape=False) - writer.height - _NOTE * len(adapted_remark(ranked))
    return (left - _GAPS) / CENTIMETRE


def _begin(
    book: "Workbook",
    name: str,
    heading: Heading,
    styles: Styles,
    ranked: Sequence[SiteSummary] = (),
    *,
    headed: bool = False,
    scope: str,
) -> SheetWriter:
    """Begin a sheet; `ranked` are the sites whose ranks it shows, `scope` says whose it is."""
    plan = SheetPlan(
        name=name,
        title=heading.title("文明窗口检查统计图"),
        columns=_COLUMNS,
        label=heading.label,
        alarm=heading.alarm,
        head=[(scope,)] if scope else [],
        landscape=False,
        filtered=False,
        headed=headed,
        notes=adapted_remark(ranked),
    )
    writer = begin_sheet(book, plan, styles)
    fit_one_page(writer.sheet)
    return writer


def _table(writer: SheetWriter, lines: Sequence[SiteSummary]) -> tuple[int, list[list[Value]]]:
    """Write the figures behind the charts of categories; return their first row, and them."""
    rows: list[list[Value]] = []
    first = writer.row + 1
    for category in Category:
        rates = [rate for line in lines if (rate := line.rates.get(category)) is not None]
        average = to_decimal(round_half_up(mean(rates))) if rates else NO_VALUE
        count = sum((line.by_category.get(category, FindingCount()) for line in lines),
                    FindingCount())  # fmt: skip
        rows.append([CATEGORIES[category], average, *_counted(count)])
        writer.write_row(rows[-1])
    whole = sum((line.findings for line in lines), FindingCount())
    writer.write_row(["合计", NO_VALUE, *_counted(whole)], total=True)
    return first, rows


def _counted(count: FindingCount) -> list[Value]:
    rate = count.rectification_rate
    return [
        count.raised,
        count.closed,
        count.raised - count.closed,
        count.overdue,
        rate_value(rate),
    ]


def _ranking(
    writer: SheetWriter,
    ranking: tuple["Worksheet", int, int, int],
    begin: int,
    lines: Sequence[SiteSummary],
    room: float,
) -> None:
    sheet, first_row, site_column, total_column = ranking
    first = first_row + begin
    vetoed = [place for place, line in enumerate(lines) if line.vetoes]
    totals = [to_decimal(line.total) for line in lines if line.total is not None]
    scale = lines[0].pack.scale
    span = f"（第{begin + 1}—{begin + len(lines)}位）" if begin or len(lines) == MOST_BARS else ""
    plan = ChartPlan(
        title=f"单位总分排名（申诉复核后）{span}" + (f"，斜线为{VETO}" if vetoed else ""),
        words=Cells(sheet, site_column, first, [line.site_name for line in lines]),
        bars=[Bars("总分", Cells(sheet, total_column, first, totals), "0.00", exceptions=vetoed)],
        height=min(_AROUND + _BAR * len(lines), room),
        is_lying=True,
        highest=None if any(total > scale for total in totals) else scale,
    )
    _add(writer, plan)


def _categories(writer: SheetWriter, table: tuple[int, list[list[Value]]], height: float) -> None:
    first, rows = table
    sheet = writer.sheet
    words = [str(row[0]) for row in rows]

    def numbers(column: int) -> Cells:
        found = [row[column] for row in rows]
        shown = [each if isinstance(each, int | Decimal) else 0 for each in found]
        return Cells(sheet, column + 1, first, shown)

    averages = ChartPlan(
        title="四类平均得分（申诉复核后）",
        words=Cells(sheet, 1, first, words),
        bars=[Bars("平均得分", numbers(1), "0.00")],
        height=height,
        highest=100,
    )
    if any(isinstance(row[1], int | Decimal) for row in rows):  # else too little was observed
        _add(writer, averages)
    most = max(each for row in rows for each in row[3:5] if isinstance(each, int))
    findings = ChartPlan(
        title="各类问题及整改情况",
        words=Cells(sheet, 1, first, words),
        bars=[
            Bars("已整改", numbers(3), "0"),
            Bars("未整改", numbers(4), "0", is_hatched=True),
        ],
        height=height,
        is_lying=True,
        is_named=True,
        highest=most + most // 4 + 1,  # the words at the end of the longest bar have room
        step=1 if most <= _FEW else None,
    )
    _add(writer, findings)


def _add(writer: SheetWriter, plan: ChartPlan) -> None:
    """Put a chart below what is written, and leave its room to it."""
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

    writer.write_gap()
    first = writer.row
    writer.write_room(plan.height * CENTIMETRE)
    chart = bar_chart(plan)
    # From cell to cell: as wide as the table, whatever font a program measures columns by.
    chart.anchor = TwoCellAnchor(  # type: ignore[assignment]  # add_chart takes either
        editAs="oneCell",
        _from=AnchorMarker(col=0, row=first),
        to=AnchorMarker(col=len(_COLUMNS), row=writer.row),
    )
    writer.sheet.add_chart(chart)
